// The line above the columns: each model's dot, name and parameters, and what it reached. Its digits are never cut. GUI thread.
#pragma once

#include "core/base/plane_point.h"
#include "core/training/snapshot.h"
#include "ui/base/spoken_description.h"
#include "ui/charts/model_name.h"
#include "ui/training/evidence/evidence_moment.h"
#include "ui/training/evidence/evidence_style.h"

#include <QFontMetricsF>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <utility>

namespace actiscope {

/** What a title says of a model at a moment. */
struct ModelResult {
    QString value;      ///< "86.5 %" of the test points; the test loss of a regression; "diverged at epoch 3"
    QString end;        ///< "end 86.5 %" where the run went on from the moment
    QString brief = {};     ///< of the value, where it has no room: "diverged"
    bool isBad = false;     ///< in the colour of errors
    bool isPassing = false; ///< training goes on, and in a moment it is another
};

ModelResult resultOf(const Snapshot &run, std::size_t model);
/** What the value is: "test accuracy". */
QString resultName(const Snapshot &run);
/** What a model says at a point of the plane: "p 0.83", "class 2: 0.91", "1.27". Empty where it says nothing. */
QString answerAt(const Snapshot &run, std::size_t model, PlanePoint point);

class ModelTitle : public QWidget {
    Q_OBJECT

public:
    explicit ModelTitle(QWidget *parent = nullptr) : QWidget(parent) {}

    void setStyle(const EvidenceStyle &style);
    /** "Leaky ReLU (α 0.01)": the name, and the parameters. `namesakes`: those of other models with the same name, so that the parameters tell it apart. */
    void setModel(const ModelStyle &model, const QStringList &namesakes = {});
    void setResult(const ModelResult &result);
    /** Stands in the result's place while there is one. */
    void setAnswer(const QString &answer);

    /** What is to be seen, from left to right: for tests. */
    struct Parts {
        QString name, parameters, value, end;
        bool isStacked = false; ///< the parameters are below the name, in small letters
        bool isSmall = false;   ///< so are the name and the value
        double letters = 1;     ///< times the small letters: still smaller ones
    };
    Parts fittingParts(double width) const;
    /** Of these parts in a title of this width. */
    double neededWidth(const Parts &parts, double width) const;

signals:
    void enlargeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void describe();
    /** In a title of this width. */
    QFont plainFont(double width) const;
    QFont valueFont(double width, const Parts &parts) const;
    QFont nameFont(double width, const Parts &parts) const;
    QFont parametersFont(double width, const Parts &parts) const;
    void paintName(QPainter &painter, const Parts &parts) const;
    void paintResult(QPainter &painter, const Parts &parts) const;

    EvidenceStyle m_style;
    QPen m_pen;
    QString m_name;
    QString m_parameters;
    QStringList m_namesakes;
    ModelResult m_result;
    QString m_answer;
    SpokenDescription m_spoken{*this};
};

} // namespace actiscope
