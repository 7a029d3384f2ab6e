// What the Training workspace has to export: the figure of its run as it is, loss curves and boundaries. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/charts/export_source.h"

#include <QCoreApplication>

#include <memory>

namespace actiscope {

class RunExport : public ExportSource {
    Q_DECLARE_TR_FUNCTIONS(actiscope::RunExport)

public:
    RunExport(std::shared_ptr<const Snapshot> run, const Theme &theme) : m_run(std::move(run)), m_theme(theme) {}

    QSize size() const override;
    QString sizeName() const override { return tr("As the models need it"); }
    QString title() const override;
    QString fileName() const override { return tr("training"); }
    Theme theme() const override { return m_theme; }
    QByteArray picture(const PictureLayout &layout, PictureFormat format, double scale) const override;

private:
    std::shared_ptr<const Snapshot> m_run;
    Theme m_theme;
};

} // namespace actiscope
