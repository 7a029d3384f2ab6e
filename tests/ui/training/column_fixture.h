// The training workspace with its left column, in a window that has the keys.
#pragma once

#include "core/io/ready_experiments.h"
#include "tests/ui/training/training_fixture.h"
#include "ui/base/elided_tool_button.h"
#include "ui/training/data/data_section.h"
#include "ui/training/settings/experiment_gallery.h"
#include "ui/training/settings/experiment_panel.h"
#include "ui/training/settings/model_list.h"
#include "ui/training/settings/model_row.h"
#include "ui/training/settings/model_settings.h"
#include "ui/training/settings/network_diagram.h"
#include "ui/training/settings/setting_control.h"

#include <QMenu>

namespace actiscope::test {

inline const Experiment &ready(const char *name)
{
    return findReadyExperiment(std::string_view(name))->experiment;
}

/** The workspace with the article's pair, in a window that has the keys. */
struct Column : WorkspaceFixture {
    explicit Column(const QSize &size = QSize(1208, 760)) : WorkspaceFixture(defaultExperiment())
    {
        workspace->resize(size);
        workspace->activateWindow();
    }

    ExperimentPanel &panel() const { return *workspace->experimentPanel(); }
    ExperimentGallery &gallery() const { return *panel().gallery(); }
    ModelList &models() const { return *panel().models(); }
    ModelRow &row(std::size_t i) const { return *models().rows().at(i); }
    NetworkDiagram &network() const { return *panel().network(); }
    const Experiment &experiment() const { return document.experiment(); }
    /** What a hand does in the menu of the experiment's name. */
    void chooseInMenu(const QString &title) const
    {
        QMenu *menu = gallery().nameButton()->menu();
        emit menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(title)) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(title));
    }
    SettingControl *common(const char *name) const
    {
        for (SettingControl *control : panel().findChildren<SettingControl *>()) {
            const bool isOfModel = qobject_cast<ModelSettings *>(control->parent()->parent());
            if (control->setting().name == name && !isOfModel)
                return control;
        }
        return nullptr;
    }
};

inline void typeNumber(QWidget *field, const QString &text)
{
    field->setFocus();
    qobject_cast<QAbstractSpinBox *>(field)->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace actiscope::test
