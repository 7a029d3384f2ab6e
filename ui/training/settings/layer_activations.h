// The activations of a model that has one for each hidden layer: a name to exchange and its parameters, layer by layer. GUI thread.
#pragma once

#include "core/training/experiment.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QGridLayout;

namespace actiscope {

class LayerActivations : public QWidget {
    Q_OBJECT

public:
    explicit LayerActivations(QWidget *parent = nullptr);

    void showModel(const ModelConfiguration &model, std::size_t hiddenLayers);
    QCheckBox *eachBox() const { return m_each; }

signals:
    /** By a hand: one for all, or one for each layer. */
    void edited(const std::vector<actiscope::ActivationSpec> &activations);

private:
    void rebuild();
    void addLayer(QGridLayout &grid, std::size_t layer);
    void setLayer(std::size_t layer, const ActivationSpec &spec);

    std::vector<ActivationSpec> m_activations;
    std::size_t m_layers = 0;
    QCheckBox *m_each = nullptr;
    QWidget *m_rows = nullptr;
};

} // namespace actiscope
