// What tests of many seeds share: the picture in a training workspace, once all seeds are there.
#pragma once

#include "tests/ui/training/training_fixture.h"
#include "ui/training/controls/run_controls.h"
#include "ui/training/seeds/seeds_canvas.h"
#include "ui/training/seeds/seeds_page.h"
#include "ui/training/seeds_mode.h"

#include <QToolButton>

namespace actiscope::test {

inline const SeedsPicture &pictureOf(const WorkspaceFixture &bench)
{
    return bench.workspace->seedsPage()->canvas()->picture();
}

inline bool isDecided(const WorkspaceFixture &bench)
{
    const auto progress = bench.workspace->seedsPage()->progress();
    return progress && !progress->isRunning;
}

/** Shows the seeds of the bench's experiment, all of them. */
inline void showSeeds(WorkspaceFixture &bench)
{
    bench.workspace->controls()->seedsButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(isDecided(bench), patience);
}

/** So that a picture can be looked at: ACTISCOPE_SEEDS_PICTURES names a folder. */
inline void keepPicture(QWidget &widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("ACTISCOPE_SEEDS_PICTURES"); !folder.isEmpty())
        widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace actiscope::test
