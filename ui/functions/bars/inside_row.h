// Which network (of those with the activation in focus), layer and unit the look inside shows; asks for its figures while a run is open.
// One request at a time: a slow machine means fewer histograms and no queue. GUI thread.
#pragma once

#include "core/training/examiner.h"
#include "core/training/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace actiscope {

class FunctionsState;

class InsideRow : public QWidget {
    Q_OBJECT

public:
    static constexpr int bins = 60; ///< over the range of x in sight

    explicit InsideRow(FunctionsState &state, QWidget *parent = nullptr);

    QComboBox *model() const { return m_model; }
    QComboBox *layer() const { return m_layer; }
    QComboBox *unit() const { return m_unit; }
    /** "3 % lie outside", or what went wrong; empty when there is nothing to say. */
    QString remark() const;
    /** The newest of the run, or null when none is open. */
    void showSnapshot(std::shared_ptr<const Snapshot> snapshot);
    /** To what was wanted last. */
    void takeAnswer(const DiagnosticsAnswer &answer);
    /** The inputs that are in sight. */
    void setRange(double from, double to);

signals:
    /** Figures of a model are needed, for takeAnswer(). */
    void wanted(std::size_t model, const actiscope::DiagnosticsSettings &settings);
    /** Of what was asked for last, of a network with `activation`. */
    void histogramReady(const actiscope::Histogram &histogram, const actiscope::Activation &activation, const QString &title);
    /** Another network, layer or unit: what is drawn belongs to it no more. */
    void choiceChanged();
    /** Why there is nothing to draw of the function in focus; empty while something is awaited. */
    void absent(const QString &why);

private:
    struct Standing {
        std::uint64_t run = 0;
        std::int64_t epoch = -1;

        bool operator==(const Standing &) const = default;
    };

    void fillModels();
    void fillLayers();
    void fillUnits();
    void takeChoice();
    std::optional<std::size_t> chosenModel() const;
    QString whyAbsent() const;
    QString remarkOn(const Histogram &histogram) const;
    void ask();
    DiagnosticsSettings settings() const;
    QString title(std::int64_t epoch) const;

    FunctionsState &m_state;
    QComboBox *m_model = nullptr;
    QComboBox *m_layer = nullptr;
    QComboBox *m_unit = nullptr;
    QLabel *m_remark = nullptr;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::optional<HistogramRange> m_range;
    std::optional<DiagnosticsSettings> m_asked; ///< while an answer is awaited
    std::vector<std::size_t> m_models;          ///< of the run, those that are offered
    std::size_t m_askedModel = 0;
    std::optional<Standing> m_answered; ///< when the histogram on the screen is of
};

} // namespace actiscope
