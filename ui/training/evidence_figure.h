// The evidence of a moment as a figure: models as columns, the rows that are asked for, a title and a caption with settings and seeds. Drawn by the same rows as in the
// window, at any size. GUI thread.
#pragma once

#include "core/data/plane_grid.h"
#include "core/training/snapshot.h"
#include "ui/base/activation_colors.h"
#include "ui/base/picture_layout.h"
#include "ui/base/plot_picture.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>
#include <optional>

class QLabel;
class QWidget;

namespace actiscope {

class EvidenceView;

class EvidenceFigure {
    Q_DECLARE_TR_FUNCTIONS(actiscope::EvidenceFigure)

public:
    /** `rows`: their ids; `model`: only this one's column. */
    EvidenceFigure(std::shared_ptr<const Snapshot> run, const QStringList &rows, const PictureLayout &layout,
                   std::optional<std::size_t> model = std::nullopt);
    ~EvidenceFigure();

    QByteArray bytes(PictureFormat format, double scale = 1);
    EvidenceView &view() { return *m_view; }
    /** Of a figure of so many models and rows that nothing in it is cramped. */
    static QSize usualSize(std::size_t models, qsizetype rows);

private:
    void fit();
    void showGrid(const GridSpec &grid);
    void waitUntilExact();

    std::shared_ptr<const Snapshot> m_run;
    QSize m_size;
    QString m_title;
    ActivationColors m_colors;
    std::unique_ptr<QWidget> m_page;
    EvidenceView *m_view = nullptr;
};

} // namespace actiscope
