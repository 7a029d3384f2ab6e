// What the Functions workspace shows: which activations there are, which are shown in which order, with which parameters,
// the one in focus and what was done to it last. The list, the plots and the notes all look at this and none at another. GUI
// thread.
#pragma once

#include "core/activations/activation_spec.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace actiscope {

class FunctionsView;
class SavedState;

class FunctionsState : public QObject {
    Q_OBJECT

public:
    /** Begins with the activations of the default experiment, the last of them in focus. */
    explicit FunctionsState(QObject *parent = nullptr);

    /** All that can be shown, in the order of the list: the built-in ones until setAvailable(). */
    const std::vector<const Activation *> &available() const { return m_available; }
    bool isAvailable(const Activation &activation) const;
    /** In order of selection. */
    const std::vector<const Activation *> &shown() const { return m_shown; }
    bool isShown(const Activation &activation) const;
    /** One value per parameter. */
    const std::vector<double> &parameters(const Activation &activation) const;
    const Activation &focus() const { return *m_focus; }
    /** The one in focus while it is looked at without being shown, or null. */
    const Activation *preview() const { return m_preview; }
    /** Shown or previewed: there is a curve of it. */
    bool isDrawn(const Activation &activation) const { return isShown(activation) || m_preview == &activation; }
    /** A parameter is being moved: the slider is held down, or the last of a row of changes was just now. */
    bool isBending() const { return m_isHeld || m_bendPause.isActive(); }
    /** The parameters of the focused activation from before it was bent last: while a ghost is kept and it was bent. */
    std::optional<std::vector<double>> ghost() const;
    bool keepsGhost() const { return m_keepsGhost; }
    /** Names the random slopes that are drawn last of an activation that draws; 0 before any were. */
    std::uint32_t drawSeed() const { return m_drawSeed; }
    /** How all that is looked at. */
    FunctionsView &view() const { return *m_view; }
    /** The family is asked for, and the focused function has a parameter. */
    bool showsFamily() const;
    /** What the comparison subtracts from what, with the parameters of the moment. */
    ActivationSpec minuend() const;
    ActivationSpec subtrahend() const;
    /** A training run is open, and the view asks to look inside. */
    bool looksInside() const;
    bool hasRun() const { return m_hasRun; }
    /** "Leaky ReLU (α 0.2)", the parameters in short. */
    QString label(const Activation &activation) const;

    void save(SavedState &settings) const;
    /** Ignores what it does not understand, so that an older or newer program's settings do no harm. */
    void restore(const SavedState &settings);
    /** What changes is no hand's doing. */
    bool isRestoring() const { return m_isRestoring; }

public slots:
    /** Takes over what can be shown now; what has gone is no longer shown. They live as long as the program. */
    void setAvailable(std::vector<const actiscope::Activation *> all);
    /** A training run has been opened. */
    void setHasRun(bool hasRun);
    void setShown(const actiscope::Activation &activation, bool shown);
    /** Exactly these activations, in this order. */
    void showOnly(std::vector<const actiscope::Activation *> shown);
    void setFocus(const actiscope::Activation &activation);
    /** Puts it in focus, and previews it if it is not shown. */
    void setPreview(const actiscope::Activation &activation);
    /** Limits the value to its range, and moves another parameter where the two must stay in order. */
    void setParameter(const actiscope::Activation &activation, std::size_t index, double value);
    /** The same for a parameter of the focused one, by hand: what the ghost keeps is the curve before the drag, or (`drags` false:
     *  keys, the wheel, a sweep) before the first of a row of changes. */
    void bend(std::size_t index, double value, bool drags);
    /** A hand has taken the slider. */
    void beginBend();
    /** It has let go. */
    void endBend();
    void setKeepsGhost(bool keeps);
    /** Draws random slopes anew. */
    void drawAgain();
    void resetParameters(const actiscope::Activation &activation);
    /** One value per parameter, within their ranges. */
    void setParameters(const actiscope::Activation &activation, std::vector<double> values);

signals:
    void availableChanged();
    void shownChanged();
    void focusChanged();
    void previewChanged();
    void bendEnded();
    void parametersChanged(const actiscope::Activation *activation);
    void runChanged();
    void ghostChanged();
    void drawn();

private:
    void keepBend();
    void dropPreview();

    struct Bend {
        const Activation *activation = nullptr;
        std::vector<double> before;
    };

    FunctionsView *m_view;
    std::vector<const Activation *> m_available;
    std::vector<const Activation *> m_shown;
    mutable std::map<const Activation *, std::vector<double>> m_parameters; ///< of those that were asked for
    const Activation *m_focus = nullptr;
    const Activation *m_preview = nullptr; ///< the focus or null
    bool m_hasRun = false;
    bool m_keepsGhost = false;
    Bend m_bend;
    bool m_isHeld = false; ///< the slider is down
    bool m_isRestoring = false;
    QTimer m_bendPause; ///< runs after each change without a slider held down
    std::uint32_t m_drawSeed = 0;
};

} // namespace actiscope
