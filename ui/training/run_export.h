// What the Training workspace has to export: the evidence of the moment as it is shown, any panel of it, loss curves and boundaries, and the figures of each epoch as a
// table. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/charts/export_source.h"

#include <QCoreApplication>
#include <QStringList>

#include <memory>

namespace actiscope {

class RunExport : public ExportSource {
    Q_DECLARE_TR_FUNCTIONS(actiscope::RunExport)

public:
    /** `rows`: the ids of those that are shown. */
    RunExport(std::shared_ptr<const Snapshot> run, const Theme &theme, QStringList rows);

    QSize size() const override;
    QString sizeName() const override { return tr("As the models need it"); }
    QString title() const override;
    QString fileName() const override { return tr("training"); }
    Theme theme() const override { return m_theme; }
    QStringList parts() const override;
    bool hasTable() const override { return true; }
    bool isTablePossible() const override { return true; }
    bool hasPoints() const override { return false; }
    QString tableText() const override;
    QByteArray table(int points) const override;
    QByteArray picture(const PictureLayout &layout, PictureFormat format, double scale) const override;

private:
    std::shared_ptr<const Snapshot> m_run;
    Theme m_theme;
    QStringList m_rows;
};

} // namespace actiscope
