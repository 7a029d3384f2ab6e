#include "ui/functions/notes/reference_table.h"

#include "core/activations/activation_catalog.h"
#include "ui/base/resources.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace actiscope {

namespace {

/** The fields of a CSV line; a quoted field may hold commas and doubled quotes. */
QList<QByteArray> fieldsOf(const QByteArray &line)
{
    QList<QByteArray> fields{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.append(QByteArray());
        else
            fields.back() += c;
    }
    return fields;
}

std::vector<double> parametersOf(const Activation &activation, const QByteArray &json)
{
    std::vector<double> values = activation.defaultParameters();
    const QJsonObject given = QJsonDocument::fromJson(json).object();
    for (std::size_t k = 0; k < values.size(); ++k)
        values[k] = given[QString::fromStdString(activation.parameters[k].name)].toDouble(values[k]);
    return values;
}

} // namespace

std::vector<ReferencePoint> parseReferenceTable(const QByteArray &csv)
{
    std::vector<ReferencePoint> points;
    for (const QByteArray &line : csv.split('\n').mid(1)) {
        const QList<QByteArray> fields = fieldsOf(line.trimmed());
        const Activation *activation = fields.size() == 5 ? findActivation(fields[0].toStdString()) : nullptr;
        if (!activation)
            continue;
        points.push_back({{activation, parametersOf(*activation, fields[1]), fields[0].toStdString()},
                          fields[2].toDouble(),
                          fields[3].toDouble(),
                          fields[4].toDouble()});
    }
    return points;
}

std::vector<ReferencePoint> referencePoints()
{
    initResources();
    std::vector<ReferencePoint> points;
    QDirIterator tables(QStringLiteral(":/reference"));
    while (tables.hasNext()) {
        QFile file(tables.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const std::vector<ReferencePoint> more = parseReferenceTable(file.readAll());
        points.insert(points.end(), more.begin(), more.end());
    }
    return points;
}

} // namespace actiscope
