#include "ui/charts/series_graph.h"

namespace actiscope {

void showSeries(QCPGraph &graph, const DecimatedSeries &series, std::size_t shown, std::size_t maxRows)
{
    QVector<double> keys, values;
    const auto add = [&](std::size_t place, double value) {
        keys << static_cast<double>(place);
        values << value;
    };
    if (series.size() <= maxRows) {
        for (std::size_t place = shown; place < series.size(); ++place)
            add(place, series[place]);
        graph.addData(keys, values, true);
        return;
    }
    for (const SeriesBucket &bucket : series.buckets(0, series.size() - 1, maxRows / 2)) {
        const bool falls = bucket.greatestAt < bucket.leastAt;
        add(falls ? bucket.greatestAt : bucket.leastAt, falls ? bucket.greatest : bucket.least);
        if (bucket.leastAt != bucket.greatestAt)
            add(falls ? bucket.leastAt : bucket.greatestAt, falls ? bucket.least : bucket.greatest);
    }
    if (keys.back() < static_cast<double>(series.size() - 1))
        add(series.size() - 1, series[series.size() - 1]); // the curve ends where its label stands
    graph.setData(keys, values, true);
}

} // namespace actiscope
