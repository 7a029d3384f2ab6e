// A formula as in a book: "f(x) =", a brace where there are cases, each with its condition. Expressions are rich text in a
// serif face, variables in italics. GUI thread.
#pragma once

#include "ui/base/theme.h"
#include "ui/functions/notes.h"

#include <QTextDocument>
#include <QWidget>

#include <memory>
#include <vector>

namespace actiscope {

class FormulaView : public QWidget {
    Q_OBJECT

public:
    /** `name` is what stands before the equals sign, in rich text. */
    explicit FormulaView(const QString &name, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setFormula(const Formula &formula);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, heightForWidth(width())}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row {
        std::unique_ptr<QTextDocument> expression;
        std::unique_ptr<QTextDocument> condition; ///< null for the only case
    };
    struct Metrics {
        double head = 0;        ///< width of "f(x) ="
        double expressions = 0; ///< width of their column
        bool conditionsBelow = false;
        double height = 0;
    };

    std::unique_ptr<QTextDocument> document(const QString &html) const;
    Metrics metricsFor(double width) const;
    double rowHeight(const Row &row, const Metrics &metrics) const;
    bool hasBrace() const { return m_rows.size() > 1; }
    void rebuild();

    QString m_name;
    Theme m_theme = Theme::light();
    Formula m_formula;
    std::unique_ptr<QTextDocument> m_head;
    std::vector<Row> m_rows;
};

} // namespace actiscope
