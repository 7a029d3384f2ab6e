#include "ui/training/evidence_figure.h"

#include "core/training/boundary.h"
#include "ui/base/fonts.h"
#include "ui/base/scale.h"
#include "ui/base/svg_picture.h"
#include "ui/base/unbroken.h"
#include "ui/charts/run_caption.h"
#include "ui/training/evidence/evidence_view.h"
#include "ui/training/timeline/timeline_plot.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QLabel>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace actiscope {

namespace {

constexpr int evidenceMargin = 16;
constexpr int chartAir = 24; ///< pixels that a strip of a figure is higher than one of a window has to be
constexpr int evidenceDotsPerInch = 96;
constexpr int longestInspection = 30'000; ///< ms for what the rows have to find out

QFont evidenceFont(const QWidget &page, double points)
{
    QFont font = inTextFamilies(QFont());
    font.setPointSizeF(points * evidenceDotsPerInch / page.logicalDpiY());
    return font;
}

QLabel *addLine(QWidget &page, const QString &text, double points, bool isBold, const QColor &color)
{
    auto *line = new QLabel(unbroken(text), &page);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    QSizePolicy asHighAsItIs(QSizePolicy::Preferred, QSizePolicy::Maximum);
    asHighAsItIs.setHeightForWidth(true);
    line->setSizePolicy(asHighAsItIs);
    QFont font = evidenceFont(page, points);
    font.setBold(isBold);
    line->setFont(font);
    QPalette colors = line->palette();
    colors.setColor(QPalette::WindowText, color);
    line->setPalette(colors);
    page.layout()->addWidget(line);
    return line;
}

} // namespace

EvidenceFigure::EvidenceFigure(std::shared_ptr<const Snapshot> run, const Content &content, const PictureLayout &layout, const ActivationColors *colors)
    : m_run(std::move(run)), m_size(layout.size), m_title(layout.title), m_page(std::make_unique<QWidget>()), m_theme(layout.theme.forFigure()),
      m_styles(figureStyles(m_run->experiment, colors, m_theme))
{
    m_page->setAttribute(Qt::WA_DontShowOnScreen);
    m_page->setFont(evidenceFont(*m_page, usualTextPoints));
    QPalette palette = m_page->palette();
    palette.setColor(QPalette::Window, m_theme.plotBackground);
    palette.setColor(QPalette::WindowText, m_theme.text);
    m_page->setPalette(palette);
    m_page->setAutoFillBackground(true);
    auto *lines = new QVBoxLayout(m_page.get());
    lines->setContentsMargins(evidenceMargin, evidenceMargin, evidenceMargin, evidenceMargin);
    lines->setSpacing(evidenceMargin / 2);
    if (!m_title.isEmpty())
        addLine(*m_page, m_title, 15, true, m_theme.text);
    if (!content.rows.isEmpty())
        setupRows(content);
    if (content.chart)
        setupChart(*content.chart, content.rows.isEmpty());
    addLine(*m_page, runCaption(*m_run).join(QStringLiteral(" · ")), 9, false, m_theme.mutedText);
    lines->addStretch(0); // where the planes are as wide as the figure, what is left stands below

    m_page->resize(layoutSize(m_size, layout.textScale.value_or(textScale(m_size))));
    m_page->show();
    if (m_view) {
        m_view->showState(m_run);
        if (content.model)
            m_view->toggleEnlarged(*content.model);
        fit();
        waitUntilExact();
    }
    if (content.chart)
        showChart(*content.chart);
}

EvidenceFigure::~EvidenceFigure() = default;

void EvidenceFigure::setupRows(const Content &content)
{
    m_view = new EvidenceView(m_page.get(), subjectOf(m_run->experiment));
    m_view->setPresenting(true);
    qobject_cast<QBoxLayout *>(m_page->layout())->addWidget(m_view, 1);
    QObject::connect(m_view, &EvidenceView::gridsWanted, m_view, [this](const GridSpec &, const GridSpec &atRest) { showGrid(atRest); });
    m_view->setTheme(m_theme);
    m_view->setStyles(m_styles);
    m_view->showRows(content.rows);
    m_view->restoreChoices(content.choices);
}

/** The plot is no part of the page: it has a way of its own to be drawn in lines and letters. */
void EvidenceFigure::setupChart(const FigureChart &chart, bool isAlone)
{
    m_chart = std::make_unique<TimelinePlot>();
    m_chart->setAttribute(Qt::WA_DontShowOnScreen);
    m_chart->setFont(m_page->font());
    m_chart->setTheme(m_theme);
    m_chart->setSeries(chart.series);
    m_chart->setOptions(chart.options);
    m_chart->setRun(m_run, m_styles);
    m_chartPlace = new QWidget(m_page.get());
    m_chartPlace->setMinimumHeight(m_chart->sizeHint().height() + chartAir * int(chart.series.size()));
    m_chartPlace->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    qobject_cast<QBoxLayout *>(m_page->layout())->addWidget(m_chartPlace, isAlone ? 1 : 0);
}

void EvidenceFigure::showChart(const FigureChart &chart)
{
    m_page->layout()->activate();
    m_chart->resize(m_chartPlace->size());
    m_chart->show();
    if (chart.survey && chart.survey->run == m_run->run)
        m_chart->showSurvey(chart.survey);
    m_chart->setKept(chart.kept);
    m_chart->replot(QCustomPlot::rpImmediateRefresh);
    m_chart->replot(QCustomPlot::rpImmediateRefresh); // labels take the room that they were found to need
}

QSize EvidenceFigure::usualSize(std::size_t models, qsizetype rows, qsizetype strips)
{
    constexpr int column = 400, gutter = 160, plane = 440, row = 120, strip = 90;
    const int columns = int(std::min<std::size_t>(models, 3));
    const int banks = (int(models) + columns - 1) / std::max(1, columns);
    return {gutter + column * columns, banks * (plane + row * std::max(0, int(rows) - 1)) + strip * int(strips)};
}

/** Rows that do not fit make all of it smaller: a figure does not scroll. */
void EvidenceFigure::fit()
{
    constexpr int tries = 6;
    for (int i = 0; i < tries; ++i) {
        m_page->layout()->activate();
        int missing = 0;
        for (const EvidenceBank *bank : m_view->banks())
            missing += bank->scrollArea()->verticalScrollBar()->maximum();
        if (missing == 0)
            return;
        const double larger = double(m_page->height() + missing + 8) / m_page->height();
        m_page->resize(layoutSize(m_size, double(m_size.height()) / (m_page->height() * larger)));
    }
}

/** What the networks say where the figure shows the plane. */
void EvidenceFigure::showGrid(const GridSpec &grid)
{
    auto known = std::make_shared<Snapshot>(*m_run);
    for (std::size_t model = 0; model < known->models.size(); ++model) {
        if (!known->models[model].divergedAt && known->evaluator)
            known->models[model].boundary = std::make_shared<const Boundary>(boundaryAt(*known, model, grid));
    }
    m_run = std::move(known);
    m_view->showState(m_run);
}

void EvidenceFigure::waitUntilExact()
{
    QElapsedTimer clock;
    clock.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (m_view->isExact() || clock.elapsed() > longestInspection)
            loop.quit();
    });
    look.start(10);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
}

void EvidenceFigure::paint(QPaintDevice &device, double factor, bool isVector)
{
    QCPPainter painter;
    painter.begin(&device);
    if (isVector)
        painter.setMode(QCPPainter::pmVectorized);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(factor, factor);
    m_page->render(&painter, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
    if (m_chart) {
        painter.translate(m_chartPlace->pos());
        m_chart->toPainter(&painter, m_chart->width(), m_chart->height());
    }
    painter.end();
}

QByteArray EvidenceFigure::bytes(PictureFormat format, double scale)
{
    const QSize size = (QSizeF(m_size) * scale).toSize();
    const double enlarged = double(size.width()) / m_page->width();
    const QString title = m_title.isEmpty() ? tr("Actiscope: what happens inside the networks") : m_title;
    if (format == PictureFormat::Svg) {
        SvgPicture picture(size, QSizeF(size) / enlarged, m_page->logicalDpiY(), title);
        paint(picture, 1, true);
        return picture.bytes();
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (format == PictureFormat::Pdf) {
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Actiscope"));
        writer.setTitle(title);
        writer.setResolution(m_page->logicalDpiY());
        writer.setPageMargins(QMarginsF());
        writer.setPageSize(QPageSize(QSizeF(size) / evidenceDotsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
        paint(writer, enlarged * m_page->logicalDpiY() / evidenceDotsPerInch, true);
        buffer.close();
        return buffer.data();
    }
    QImage image(size, QImage::Format_RGB32);
    image.fill(m_page->palette().color(QPalette::Window));
    image.setDotsPerMeterX(qRound(m_page->logicalDpiX() / 0.0254));
    image.setDotsPerMeterY(qRound(m_page->logicalDpiY() / 0.0254));
    paint(image, enlarged, false);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace actiscope
