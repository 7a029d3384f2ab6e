// A workspace, and the export dialog about it.
#pragma once

#include "tests/ui/functions/functions_fixture.h"
#include "ui/base/number_spin_box.h"
#include "ui/charts/export_dialog.h"
#include "ui/functions/functions_export.h"

#include <QComboBox>
#include <QFile>
#include <QSpinBox>
#include <QTemporaryDir>

#include <stdexcept>

namespace actiscope::test {

enum { Png, Svg, Pdf, Csv };

/** The workspace, and a dialog about it. */
struct Export : Window {
    FunctionsExport source{workspace.state(), colors, *workspace.plot(), Theme::light()};
    ExportDialog dialog{source};
    QTemporaryDir folder;

    template <class Field>
    Field &field(const char *accessibleName)
    {
        for (Field *candidate : dialog.findChildren<Field *>()) {
            if (candidate->accessibleName() == QLatin1String(accessibleName))
                return *candidate;
        }
        throw std::runtime_error(accessibleName);
    }
    void setFormat(int index) { field<QComboBox>("Format").setCurrentIndex(index); }
    void setSize(int width, int height, double scale)
    {
        field<QSpinBox>("Width").setValue(width);
        field<QSpinBox>("Height").setValue(height);
        field<NumberSpinBox>("Scale").setValue(scale);
    }
    QByteArray saved(const QString &name)
    {
        const QString path = folder.filePath(name);
        dialog.saveTo(path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

} // namespace actiscope::test
