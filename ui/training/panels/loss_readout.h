// The figures of one epoch, every model's training and test loss, in a small table over the loss plot. GUI thread.
#pragma once

#include "core/training/snapshot.h"
#include "ui/base/theme.h"
#include "ui/charts/model_style.h"

#include <QLabel>

#include <vector>

namespace actiscope {

class LossReadout : public QLabel {
    Q_OBJECT

public:
    explicit LossReadout(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showEpoch(const Snapshot &run, const std::vector<ModelStyle> &styles, std::int64_t epoch);
    /** The same as plain text: a line for the epoch, then one for each model that has figures there. */
    const QString &plainText() const { return m_plainText; }

private:
    Theme m_theme;
    QString m_plainText;
};

} // namespace actiscope
