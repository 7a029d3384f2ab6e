<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>actiscope::ActivationFamily</name>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S-shaped and kin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Piecewise</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationList</name>
    <message>
        <source>Search…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the activations and groups whose name contains this (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationListModel</name>
    <message>
        <source>%1: tick to draw it, select to read about it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::BoundaryChart</name>
    <message>
        <source>test %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged at epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::BoundaryPanel</name>
    <message>
        <source>Colour: the probability p of class 1 that the network gives; the line is p = ½. Discs are training points, diamonds test points. Double click enlarges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision boundary of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentPanel</name>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data: two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many points are drawn, training and test together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation σ of the normal noise added to each coordinate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed draws other points of the same kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the points that the networks never train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed puts other points aside for the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of each hidden layer, first layer first, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed gives all networks other initial weights, the same for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size η of Adam&apos;s steps; applies from the next step on, without a reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stops after so many passes over the training points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionPlot</name>
    <message>
        <source>Plots of the activations and their derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick an activation in the list to draw it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::LossChart</name>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::LossPlot</name>
    <message>
        <source>Loss curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right arrow keys read the loss at an epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the loss on a logarithmic axis, on which small losses can be told apart (L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::LossReadout</name>
    <message>
        <source>Loss at the epoch under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::MainWindow</name>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations and their derivatives (Ctrl+1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks that differ only in their activation (Ctrl+2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left &amp;panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Right panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the networks are trained on. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Actiscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>functions.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Actiscope</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ModelList</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an activation to the comparison, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an activation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ModelRow</name>
    <message>
        <source>Exchange the activation; data and initial weights stay the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at the start; the network learns it from there (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::NotesPanel</name>
    <message>
        <source>Notes on the activation in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the activation in both plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The activation f as a function of the input x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The derivative f′, by which backpropagation multiplies the gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values that f takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets every parameter to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ParameterControl</name>
    <message>
        <source>%1 slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2), from %3 to %4. Arrow keys: %5, with Ctrl: %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PlotPicture</name>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the name should end in .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ReadOut</name>
    <message>
        <source>Values under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x under the pointer, and the value f and the slope f′ of each curve there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at the plots to read values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: f %2, f′ %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::RunControls</name>
    <message>
        <source>preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train and pause (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch: one pass over the training points (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to epoch 0 with the same initial weights (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An epoch is one pass over the training points, and here one step of each network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save loss curves and boundaries as a PNG, SVG or PDF file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many epochs are trained in a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 / %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::RunFigure</name>
    <message>
        <source>Actiscope: loss curves and decision boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure: cannot write &apos;%1&apos;: the name must end in .png, .svg or .pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure: cannot write &apos;%1&apos;: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points, noise %2 · network %3 · learning rate %4 · %5 epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SettingGroup</name>
    <message>
        <source>Show or hide these settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingWorkspace</name>
    <message>
        <source>Training stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue with Eigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making data and weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::WindowTexts</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions, Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide the left, the right panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the list: draw the activation or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zoom and pan the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click, Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the plots: move the read-out, with Ctrl finely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step, with Ctrl a tenth of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reset to the same initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarge a panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes visible what an activation function does to a neural network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, Eigen and OpenCL.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::trainingStatus</name>
    <message>
        <source>%1 steps/s · %2 GFLOP/s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
