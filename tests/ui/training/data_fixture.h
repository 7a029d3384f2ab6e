// A section of data that is shown, and what is done with its dialogs.
#pragma once

#include "tests/support/small_experiment.h"
#include "ui/training/data/csv_dialog.h"
#include "ui/training/data/data_section.h"
#include "ui/training/data/points_dialog.h"

#include <QVBoxLayout>
#include <QtTest>

namespace actiscope::test {

/** A section that is shown, and what it has handed on. */
struct Shown {
    Shown()
    {
        QObject::connect(&section, &DataSection::experimentChanged, [this](const Experiment &next, const LiveText &text) {
            validate(next);
            taken.push_back(next);
            texts << (text ? text() : QString());
        });
        section.setTheme(Theme::light());
        section.setExperiment(smallExperiment());
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(&section);
        layout->addWidget(section.rarePart());
        window.resize(300, 400);
        window.show();
    }
    ~Shown() { section.setParent(nullptr); }

    void click(const char *name) { QTest::mouseClick(window.findChild<QToolButton *>(QLatin1String(name)), Qt::LeftButton); }
    const Experiment &last() const { return taken.back(); }

    QWidget window;
    DataSection section;
    std::vector<Experiment> taken;
    QStringList texts;
};

/** What is done with the next dialog of this kind, once it is open. */
template <class Dialog>
void whenOpen(const std::function<void(Dialog &)> &work)
{
    QTimer::singleShot(0, qApp, [work] {
        auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
        if (dialog)
            work(*dialog);
        else
            whenOpen<Dialog>(work);
    });
}

inline const LabelledPoints &fourPoints()
{
    static const LabelledPoints points{.coordinates = {-1, -1, 1, -1, -1, 1, 1, 1}, .labels = {0, 1, 1, 0}};
    return points;
}

inline QAbstractButton *acceptOf(QWidget &dialog)
{
    auto *box = dialog.findChild<QDialogButtonBox *>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
            return button;
    }
    return nullptr;
}

} // namespace actiscope::test
