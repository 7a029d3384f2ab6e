// What there is to export of many seeds: their picture as it is, and means and intervals of every epoch. GUI thread.
#pragma once

#include "ui/charts/export_source.h"
#include "ui/charts/model_style.h"
#include "ui/training/seeds/seeds_data.h"

#include <QCoreApplication>

#include <memory>
#include <utility>
#include <vector>

namespace actiscope {

class SeedsExport : public ExportSource {
    Q_DECLARE_TR_FUNCTIONS(actiscope::SeedsExport)

public:
    /** `colors`: the window's, which outlive this, if there is one (figureStyles()). */
    SeedsExport(std::shared_ptr<const SeedProgress> progress, const Theme &theme, const ActivationColors *colors = nullptr)
        : m_progress(std::move(progress)), m_theme(theme), m_colors(colors)
    {
    }

    QSize size() const override;
    /** Of a figure of so many models. */
    static QSize usualSize(std::size_t models);
    QString sizeName() const override { return tr("As the models need it"); }
    QString title() const override;
    QString fileName() const override { return tr("seeds"); }
    Theme theme() const override { return m_theme; }
    QByteArray picture(const PictureLayout &layout, PictureFormat format, double scale) const override;
    bool hasTable() const override { return true; }
    QString tableText(int part) const override;
    bool isTablePossible() const override { return true; }
    QByteArray table(int part, int points) const override;

private:
    QString caption() const;

    std::shared_ptr<const SeedProgress> m_progress;
    Theme m_theme;
    const ActivationColors *m_colors;
};

} // namespace actiscope
