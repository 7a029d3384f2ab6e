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
    <message>
        <source>Custom</source>
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
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finds names and properties, as in “smooth”, “bounded”, “non-monotonic” or “has α” (Ctrl+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows a group of activations that belong together, and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists all activations again (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activation matches “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationListModel</name>
    <message>
        <source>%1: select it to read about it and to bend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: select it to preview it, tick it to keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationSearch</name>
    <message>
        <source>smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a kink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monotonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>non-monotonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounded below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bounded above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>odd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learnable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::AlphaRow</name>
    <message>
        <source>over epochs
solid: layer 1
dashed: layer 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 learned, starts at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fixed at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 set by hand, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters of f, as α is the slope of a leaky rectifier left of 0: each layer learns its own, or all keep what was set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::AwaitedAnswer</name>
    <message>
        <source>preparing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewinding…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::BackendSearch</name>
    <message>
        <source>Looking for OpenCL devices…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first one that is found computes.</source>
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
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ChangeText</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::CheckBadge</name>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed just now in this program, at the default parameters: the largest error of f and f′ against PyTorch’s figures (relative), of f′ against differences of f, and of the device’s single precision against double, in units in the last place (ulp).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (at most %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finite differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no finite differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ulp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all hold: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is called “%1”. Try fewer letters, or other words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ComparisonRow</name>
    <message>
        <source>Log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function that the other one is subtracted from; automatic is the one in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function that is subtracted; automatic is another one that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws |difference| on a logarithmic scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (automatic)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ConfusionRow</name>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points of class %3 are recognised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 points of class %3 are taken for class %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R²: 1 is perfect, 0 no better than the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows: the true class, columns: what was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy is the share of points on the diagonal; R² the share of the targets&apos; variance that the model explains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: R² %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: accuracy %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::CsvDialog</name>
    <message>
        <source>comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colon :</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First row &amp;names the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Decimal comma, as in 0,5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x&amp;₁ is column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x&amp;₂ is column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Class is column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a &amp;target for regression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number to be learned instead of a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: all are of class 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is class %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::CurveChoice</name>
    <message>
        <source>%1, preview</source>
        <extracomment>The name of a function that is drawn only while it is selected in the list</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::CustomActivationBar</name>
    <message>
        <source>&amp;New activation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a function of your own from a formula (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes the formula, the name or the defaults of your function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes your function off the list; a run that uses it goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1” from the list? A run that uses it goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::DataGallery</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points: add, erase and move them by hand, or divide them by a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV: points of a file, with any separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::DataSection</name>
    <message>
        <source>New points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other points of the same kind: another data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another division into training and test points: another split seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the points to a file, with their classes and their part</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points of a file</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points drawn</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most %1 points of %2 classes can be edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs besides x₁ and x₂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::DepthAxis</name>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::DifferencePanel</name>
    <message>
        <source>Choose two different functions to see their difference here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1, at x = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceBank</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceChips</name>
    <message>
        <source>Choose what to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceFigure</name>
    <message>
        <source>Actiscope: what happens inside the networks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceKind</name>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does the network draw the line between the classes, and which points lie on the wrong side?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units still learn? A hollow lamp is dead: f′ is 0 for every training point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does the first layer get as much of the gradient as the last? A staircase means that the first layers do not learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the sums z lie where f′ is large, or where f is flat and nothing is learned?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the outputs keep their mean and spread from layer to layer, or do they shrink or grow? How many are 0?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does training take the slope that a layer learns, and what stays as it was set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does each unit say on the plane, and which weights carry it? Click a weight to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which class is taken for which, and is it as good on test points as on those it was trained on?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has the last hidden layer laid the classes apart, so that a straight line divides them? Each model has a space of its own, drawn at one scale and turned by one rule.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentGallery</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no longer the experiment as it comes with the program. The way back is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment %1, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiments that come with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the ready experiments above, or set up your own below.</source>
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
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hidden layer more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without hidden layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models differ in this: the value is the first one&apos;s, and a change applies to all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hidden layer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>make it die: initial bias −1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make it die: learning rate 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial bias −1 for all models: more units start where ReLU&apos;s f′ is 0. Press Space and look at the units; Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam with learning rate 1 for all models: such large steps push units to where ReLU&apos;s f′ is 0 for all points. Press Space and look at the units; Ctrl+Z takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentState</name>
    <message>
        <source>it has %1 models, and the window shows %2 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its points have %1 coordinates, and the window shows planes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ExportDialog</name>
    <message>
        <source>PNG picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table of values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many points each function is computed at, over the range of x in sight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of dots (PNG), a drawing that stays sharp at any size (SVG, PDF), or the numbers (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of dots (PNG), or a drawing that stays sharp at any size (SVG, PDF)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the picture is put on; its text is made large enough to be read there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width before it is scaled, in pixels of 1/96 inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height before it is scaled, in pixels of 1/96 inch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarges everything, text and lines too: 2 gives four times as many pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes a line above the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line above the plots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark lines on white for paper, light ones on black for the wall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks for a file name and writes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts it on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: too many; make it or the scale smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 cm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is shown, or one panel of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;hat</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FamilyRow</name>
    <message>
        <source>Parameter of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parameter whose values are drawn beside one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values to draw, separated by semicolons</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FeatureChips</name>
    <message>
        <source>Input feature %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks get %1 of each point, too: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input features</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FormulaDialog</name>
    <message>
        <source>No kinks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinks at x = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A function of x, with up to two parameters a and b</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the function is called in lists and plots; the formula itself if this is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;f(x) =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 is until somebody moves its slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check of the derivative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′(x) = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ could not be checked against differences of f.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ f′ agrees with differences of f at %1 points; largest error %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ differs from differences of f by up to %1: f may jump or be hard to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With + − * / ^, 2x, x², |x|, √x, x &lt; 0 ? … : …, and functions such as exp, ln, sin, tanh, erf, max, relu, gelu.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FormulaPreview</name>
    <message>
        <source>The function and its derivative</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FormulaView</name>
    <message>
        <source>Formula of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionPanel</name>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x</source>
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
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is saturated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsExport</name>
    <message>
        <source>No function is shown, so there are no values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 functions, x from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>functions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsHistory</name>
    <message>
        <source>parameters of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3 → %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new activation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removal of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsPicture</name>
    <message>
        <source>%1 activation functions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsView</name>
    <message>
        <source>1 to %1 numbers from %2 to %3, as in “0.1; 0.5; 1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsWorkspace</name>
    <message>
        <source>&amp;Search the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name, formula or property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New activation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A custom activation from a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;everything again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of x and y that the plots show at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;unctions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the list: search it</source>
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
        <source>+ −, Shift+← →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the plots: zoom and pan x</source>
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
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 to and fro</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::GalleryEntry</name>
    <message>
        <source>%1, changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::GradientsRow</name>
    <message>
        <source>norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The norm of the gradient ∂loss/∂W that a layer gets, or the mean |f′| of all layers up to it, multiplied: what f does to a gradient on its way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dotted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layers&apos; f′ multiply a gradient by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No layer gets a gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1 gets no gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1 gets %1 times less than the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer 1 gets %1 times more than the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient norm: how far the loss would fall if the layer&apos;s weights moved a little; a layer with a norm near 0 does not learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::HiddenSpaceRow</name>
    <message>
        <source>training points; each model has a space of its own: same scale, turned so that class 1 is right and up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs of the last hidden layer, seen along the two directions in which they vary most (principal components): the output layer can only cut this picture by a straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1st component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % + %2 % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one point in %1 is drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 training points; %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::InsidePanel</name>
    <message>
        <source>Inside the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the network&apos;s next answer…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::InsideRow</name>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units of the layer, or one of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number: the network has diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % lie outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The networks of the run that compute with the function in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hidden layer whose pre-activations z, its inputs to the activation, are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick %1 to look into its network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run has no network with %1; select one of its own: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the pre-activations z of unit %1 in layer %2, epoch %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the pre-activations z of layer %1, epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::KinkLabels</name>
    <message>
        <source>%1 in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at x = %2: slope %3 from the left, %4 from the right; %5 is used, as in PyTorch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no kink for these values: f′ is the same from the left and from the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::LayerActivations</name>
    <message>
        <source>An activation for each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers of this network may have different activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation of layer %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of layer %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::LayerBox</name>
    <message>
        <source>Remove this layer</source>
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
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::MainWindow</name>
    <message>
        <source>&amp;File</source>
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
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Actiscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of the view for a page or a slide, or its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the clipboard, as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose the device…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the networks are trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By a few letters of its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Actiscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session that was open before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The experiment that the program begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session: experiment, views and kept runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session in its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session in another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was open yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the change again that was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the &amp;default experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU and Leaky ReLU on two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the last change in this workspace back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, lines and controls, from 100 to 200 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the &amp;usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As large as the desktop has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Presenter mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plots alone, larger, with one sentence; Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready experiments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::MessageBanner</name>
    <message>
        <source>The compiler’s log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
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
    <message>
        <source>Make it die</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets Adam with a learning rate of 1 for all models, at which ReLU units die: their f′ becomes 0 for all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
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
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 learned, from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of this model alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ModelSettings</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The models differ in this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ModelTitle</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged at epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::NetworkDiagram</name>
    <message>
        <source>Remove a hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the hidden layer that was chosen last, or the last one (Delete in a box)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a hidden layer, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of hidden layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units of hidden layer %1: type, arrows or wheel; Delete removes the layer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::NetworkRow</name>
    <message>
        <source>Enter takes the number, Esc leaves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit this weight…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the bias…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch this unit off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1 of layer %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2: w = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: bias %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, f(z) %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inputs to %2 units: weights from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width: |w|, thickest %1; solid +, dashed −; squares: f(z) on the plane, %2 light to %3 dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>squares: f(z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines: weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thickest: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit a weight into it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::NoteText</name>
    <message>
        <source>has none of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, here %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monotonic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ is 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First described</source>
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
        <source>Found by computing f and f′, for the parameters as they are set now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::OutputsRow</name>
    <message>
        <source>mean ± σ by layer,
% of zeros below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dotted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>σ from %1 in layer 1 to %2 in layer %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs f(z) of a layer&apos;s units over the training points: where σ shrinks from layer to layer, less and less is passed on; zeros are units that say nothing about a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1: mean %2, σ %3, %4 zeros</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::Page</name>
    <message>
        <source>Slide, 16:9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column of a paper, 85 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, upright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A4, across</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PanelStack</name>
    <message>
        <source>Tick an activation in the list to draw it here</source>
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
        <source>f″(x)</source>
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
    <name>actiscope::ParameterPanel</name>
    <message>
        <source>Ghost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the curve from before the drag, pale and dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw slopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws slopes at random, as every element gets one while training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets every parameter to its default: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ParameterSweep</name>
    <message>
        <source>Sweep %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves %1 to and fro over its range</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PlaneRow</name>
    <message>
        <source>shade: the value, light is large; test points larger, with a dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shade: probability; test points larger, with a dot; red: wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… to class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1, test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f(z) of unit %1,
layer %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PlotPicture</name>
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
    <name>actiscope::PointsCanvas</name>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move a cross, Space draws, erases or grabs there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PointsDialog</name>
    <message>
        <source>Draw points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag to add points of the chosen class (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click or drag over points to erase them (E, or the right button)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a point to another place (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a stroke scatters points, and how much it erases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with an empty plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points of class %1 (key %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide by &amp;y =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve y = f(x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points above the curve become class 1, all others class 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1; two at least are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, which is as many as can be drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, by class: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PreActivationsRow</name>
    <message>
        <source>layer </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer whose pre-activations are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pre-activation z: the weighted sum that goes into a unit, before f. Pointing at a unit shows its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of unit %1
solid: f′
dashed: f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid: f′
dashed: f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the bars stand under f′ says how much a unit learns: where f′ is 0 it does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean |f′| %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1, mean |f′| %2; %3 values from %4 to %5, %6 below, %7 above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::PresenterBar</name>
    <message>
        <source>Place in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag it to look at another moment</source>
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
        <source>, f″ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::RunCaption</name>
    <message>
        <source>network %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n given points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 points, noise %3, seed %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % for testing, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights %1, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, learning rate %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches of %1, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes divided by y = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs x₁, x₂, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::RunControls</name>
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
        <source>An epoch is one pass over the training points, and here one step of each network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs trained</source>
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
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss curves and boundaries as a PNG, SVG or PDF file (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::RunExport</name>
    <message>
        <source>As the models need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown, of all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss curves and boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Loss and accuracy of %n epochs and the start, training and test, of each model</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::RunFigure</name>
    <message>
        <source>Actiscope: loss curves and decision boundaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test points: larger, with a dot; red: wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::RunsPanel</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n epochs, test accuracy %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs, test loss %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>the same settings as now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw it as a thin line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand where it ended, with all its settings; the present run is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can be undone with Ctrl+Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsCanvas</name>
    <message>
        <source>Many seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsExport</name>
    <message numerus="yes">
        <source>%1: %n seeds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>seeds %1 to %2, each of data, split and weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 points, noise %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n given points</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % for testing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden layers %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, learning rate %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Actiscope: many seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean and 95 % interval of every epoch, paired differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the models need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seeds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsPage</name>
    <message>
        <source>Back to one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The panels of the run that was there (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Click: open as a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training; each seed is that of data, split and weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each seed is that of data, split and weights. Point at a dot to see its run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsPicture</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seeds of one model: nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, %n ties</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>mean and pointwise 95 % interval (t, %n seeds)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean test, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired, points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boundary of each seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p = ½ of each seed
shading: mean p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test, a dot a seed
line: mean, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired, points
bar: mean, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paired
bar: mean, 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1, paired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The intervals of the %1 differences hold together with 95 % (Bonferroni).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SentenceLine</name>
    <message>
        <source>What happened up to this epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins anew with this one change and trains; this run is kept</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SessionFiles</name>
    <message>
        <source>Sessions of Actiscope (*.%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has changes that are in no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of %1 were not saved when the program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not saved cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SettingControl</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SettingFields</name>
    <message>
        <source>Show or hide these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide what is rarely changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≠</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More (%1 changed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::SettingsKeeper</name>
    <message>
        <source>it is not known why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings and custom activations cannot be saved in %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another window does not finish writing it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ShapeText</name>
    <message>
        <source>everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, it rises everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, it never falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, it falls everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, it never rises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no, it turns at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no, f′ jumps at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ is continuous, f″ jumps at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, f′ and f″ are continuous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; it goes to 0 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no, f jumps at %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::StepPage</name>
    <message>
        <source>The step in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage before (←)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next stage (→); after the last one the step is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Epoch %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::StepText</name>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output sums what comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unit sums what comes in, and its activation bends the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the network says of this sample is compared with what is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ is 0 here: nothing of this sample&apos;s error reaches the unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the loss changes with the sum z comes down from above, times f′.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The mean gradient of %n samples moves each weight.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs of the network: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as probabilities: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight · its ∂L/∂z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>∂L/∂z · input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without their bias to 0: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with L1, L2, clipping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample is not in the first batch of the epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1, which has the largest gradient (step %2):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TimelinePlot</name>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart and timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TimelineSentence</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1, right on the test points: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1, test loss: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TimelineView</name>
    <message>
        <source>Chart ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which figures are drawn over the epochs, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier runs: their names and notes, and ways back to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will appear here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it suits the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the first model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingController</name>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingWords</name>
    <message>
        <source>%1 diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 loss %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space: both networks start from the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space: all networks start from the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training stopped: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test results at epoch %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back at epoch %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished at epoch %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused at epoch %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingWorkspace</name>
    <message>
        <source>Train or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train and pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One epoch: one pass over the training points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to epoch 0 with the same initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal factors of the loss are equally far apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge panel %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or all panels again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp, PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the comparison with %1 seeds of data and weights, and see what they say; again: back to one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference to the first model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the chart minus those of the first model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their names and notes, and ways back to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a slider: one step, with Ctrl a tenth of it; on the chart: one epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a slider: ten steps; on the chart: ten epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the chart: to the start and the end of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag on the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rewind every panel to that epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw points…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, erase and move points by hand, or divide them by a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train on the points of a file, with any separator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the points to a file, with their classes and their part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next step in numbers: forward, loss, backward and update of one sample and unit; again: back to the panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment, models and settings (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which figures are drawn over the epochs, and how</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::UnitWords</name>
    <message>
        <source>Unit %1, layer %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: dead from the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: dead since epoch %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: dead, f′ = 0 for all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: f′ ≠ 0 for %2 % of the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2 = %3, f(z) = %4, f′(z) = %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::UnitsRow</name>
    <message>
        <source>%1 dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1: %2 of %3 dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hollow: dead,
f′ = 0 on all data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::ViewBar</name>
    <message>
        <source>f″</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plot of the second derivative f″, the slope of f′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One unit is as long on y as on x, so that slope 1 rises at 45°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws the function in focus for several values of a parameter at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plot of the difference of two functions and where it is largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tangent at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The straight line with the slope f′ that the function in focus has there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asymptotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lines that the function in focus comes ever closer to, dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shades where |f′| is so small that hardly any gradient passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is marked of the function in focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturation threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where |f′| is below this, the function in focus counts as saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pre-activations z of the network that is being trained: what its units put into the function in focus, on the same x axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where |f′| &lt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no parameter, so there is no family of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no network to look into: begin a run in the Training workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::WindowTexts</name>
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
    <name>actiscope::Workspace</name>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations and their derivatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks that differ only in their activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actiscope::trainingStatus</name>
    <message>
        <source>%1 steps/s · %2 GFLOP/s</source>
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
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 is a number from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no parameters (as name=value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters of %1: %2 (as name=value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at character %1 of the formula (the first is 0): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one training and one test sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mse for data with real-valued targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number between 0 and 1 that leaves at least one training sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finite numbers; this is point %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 2 to 1000000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 2 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 0 to below 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1, the number of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a finite number above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAYER,UNIT with a hidden layer from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LAYER,UNIT with a unit from 0 to %1 in that layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 is not accepted; %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 8 widths from 1 to 512, as in 64,64, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000000, or 0 for all samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this has no finite value and slope anywhere from -8 to 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its derivative is too long; at most %1 operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its derivative has numbers beyond 1e30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this has no finite value or slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a formula in x was expected, as x*sigmoid(b*x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formula has to depend on x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is nested too deeply; at most %1 brackets in one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formula ends where a number, x or a function was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bracket closes nothing, or something is missing before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not expected here; a number, x or a function was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is larger than 1e30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this has no finite value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formula is too long; at most %1 operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comparison was expected before &apos;?&apos;, as in x &lt; 0 ? a*x : x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;:&apos; was expected, and what holds otherwise, as in x &lt; 0 ? a*x : x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this divides by 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponents go from -100 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bracket is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wants brackets, as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes 1 argument; the decimal sign is &apos;.&apos;, not &apos;,&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formula is too long; at most %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number was expected before or after &apos;.&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this character cannot be in a formula</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers go from 1e-30 to 1e30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two finite numbers, the lower one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or a number above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above 0 and below 1 with Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cohort is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no OpenCL device %1; found %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 models of %2 KiB need %3 MiB in one piece, the device gives %4; train fewer or smaller networks, or on another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too little memory; train fewer or smaller networks, or on another device: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device is out of resources; train fewer or smaller networks, or on another device: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device is no longer there: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device does not run work-groups of this size: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device&apos;s driver has no compiler: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is too little memory; train fewer or smaller networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device&apos;s compiler did not accept the program: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the device failed while it was computing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decimal sign is &apos;.&apos;, not &apos;,&apos;: before &apos;%1&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a formula begins with &apos;formula:&apos;, as in formula:%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this can be read in two ways; write √(x^2) or (√x)^2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>powers of functions are written as %1(x)^2; inverse functions are asin, acos, atan, log and the like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cannot depend on x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comparison was expected first, as in where(x &lt; 0, a*x, x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes from %2 to %3 arguments; the decimal sign is &apos;.&apos;, not &apos;,&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, separated by &apos;,&apos;; the decimal sign is &apos;.&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;,&apos; only separates the arguments of functions, as of max; the decimal sign is &apos;.&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choices are written as x &lt; 0 ? a*x : x, or where(x &lt; 0, a*x, x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sign is missing before &apos;%1&apos;; products are written with &apos;*&apos;, powers with &apos;^&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparisons were expected on both sides, as in x &gt; -1 and x &lt; 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comparison was expected after &apos;not&apos;, as in not x &lt; 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this bar is not closed; |x| is abs(x), and either of two conditions is &apos;or&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; products are written with &apos;*&apos; or a blank: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; write %2*%3 or %3^%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; names are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>functions are written without &apos;%1.&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;=&apos; has no place here; equality is &apos;==&apos;, and the values of a and b follow the formula as &apos;,a=0.5&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brackets are ( and )</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be in a formula; it is made of numbers, x, a, b, functions, + - * / ^ ( ) &lt; &gt; = ? : | and, or, not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a superscript is a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this process is limited to %1 MiB of address space (ulimit -v), and a driver needs %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the driver does not survive what is asked of it: %1; it keeps its programs in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted: %1, formula:…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &apos;actiscope list&apos; names all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only data with classes can be stratified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number for each of %1 classes, %2 points in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two numbers from -100 to 100, the lower one first, as in -10,10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean %1 or %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepted: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from -%1 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the decimal sign is &apos;.&apos;, as in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two points of each class, and no fewer training or test points than classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take it; %2 do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other parameters of the same activation, or a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of %1; others need a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one for all hidden layers, or one for each of the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only data with classes have an accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every model has diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the training loss is %1 or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test accuracy is %1 % or above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the test loss has not improved for %1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this was the last of %1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many whole numbers from 0 as there are classes, 2 to 1000000 in all, as in 300,100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross-entropy loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of numbers is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 to 1024 is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no setting of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a setting of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version of the format is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is newer than this program, which reads up to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sentence is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of 1 to %1 models is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object with an activation is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists and objects are nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key stands here twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes are too many for an experiment; %2 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not apply; it does without %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not apply to %1 %2; it does with %1 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data set (see &apos;actiscope list --data&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of points of each class instead, as scikit-learn&apos;s n_samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of points, training and test together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard deviation of the normal noise added to each coordinate, or to each target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inner radius / outer radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Box of the centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the centres lie, on both axes (scikit-learn&apos;s default is -10,10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the data: another one draws other points of the same kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of the points kept for testing, which the networks never train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the division into training and test points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training and test points have the classes in the same proportions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>widths of the hidden layers, first layer first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one model of the comparison each; also formula:F[,a=A,b=B], as formula:max(a*x,x),a=0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half the width of the range of initial weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added to every initial bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the initial weights, and of batches and draws unless they have their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of the order in which training points come; without, that of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed of what activations draw while training; without, that of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is minimised; mse for data with real-valued targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how weights follow their gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size η of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>momentum, from 0 to below 1; 0.9 of momentum and nesterov, else 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PyTorch&apos;s alpha, 0.99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decay of the first moment, 0.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decay of the second moment, 0.999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added to the root of the second moment, 1e-08</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penalty on the absolute values of weights and biases, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight decay as in PyTorch; 0.01 of adamw, else 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest gradient; longer ones are scaled down; 0 for none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>training points in a step, 0 for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes over the training points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at training loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops when the training loss of each model has been this or below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops when the test accuracy of each model has been this share or above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stops when the test loss of each model has not improved for so many epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track dying units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes while training when units die, for diagnostics, which ask for it themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number such as 0.01 (with a decimal point)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or a number above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number between %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an activation for all hidden layers, or a list of one for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points with labels or targets, from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settings as in activation=relu; learning-rate=0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no setting of a model; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers are expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an experiment is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0 to %1 is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number or a text is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the figures of each model are expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no session of Actiscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 1 is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this session is of a newer program (version %1 of the format, this program reads %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has %1 bytes, and a session has %2 at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs at most are expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stratified split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as many numbers as in the other figureColumns are expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is better than %2 by %3 to %4 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is better than %2: its test loss is lower by %3 to %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is better by %2 to %3 points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is better: its test loss is lower by %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ahead of %2 by %3 points at each of %4 seeds: no spread, so no interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test loss of %1 is below that of %2 by %3 at each of %4 seeds: no spread, so no interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 cannot be compared: fewer than two seeds trained both to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 end equal at each of %3 seeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2: no difference that %3 seeds could show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No difference that %1 seeds could show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1 of %2 seeds, at which one of the two diverged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2: %3 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2: test loss %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2: %3 points (%4 to %5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 − %2: test loss %3 (%4 to %5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2, as the data of a plane have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer, row and column are expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of a model, with its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 points are accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are fewer than 2 points; a row each is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not accepted; a number from -1e30 to 1e30 is, such as %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a class is missing; a word or a number is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one class more than the %2 that are accepted; numbers can be targets instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no column %1; there are: %2, or 1 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is one column only; at least two are expected, with a separator between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two columns and that of the class or of the target, as in x,y,label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is longer than %1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is UTF-16; text in UTF-8 is accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a byte that is 0; text in UTF-8 is accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote that opens here is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a quote within a field; quotes stand around a whole field, and twice within it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field is longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 columns are accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns; %2 are expected, as in line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for points of two coordinates: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only points of the plane with classes can be divided by a curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a formula in x alone, as in sin(3*x); %1 has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a formula in x such as sin(3*x); at character %1 (the first is 0): %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begins with %1, not with %2 as an IDX file of %3 does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more than it announces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends before all that it announces has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file, nor one that ends in .gz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>announces a %1 of %2; accepted: 1 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, byte %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 labels, but %2 has %3 images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its images are %1 x %2, but those to train on are %3 x %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list of names is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seven things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine things differ: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same data, weights (seed %1) and batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same data and weights (seed %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same data and batches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the %1 differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things differ: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model: add another to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs: the models are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space: both networks start from the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Space: all networks start from the same weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it applies to points with classes only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points with labels or targets of a CSV file, instead of a data set that is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided by y =</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divides the points into two classes: 1 above the curve y = F, as in sin(3*x), 0 elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the networks get of each point beside x1 and x2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range of weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initial bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batches seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draws seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>longest gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how the learning rate changes from epoch to epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs with one rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs with one rate, PyTorch&apos;s step_size, 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor of a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>factor of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next rate / last rate, PyTorch&apos;s gamma, 0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs to the least rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>period of the schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epochs to the least rate, PyTorch&apos;s T_max, 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least η</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>least rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate at the end, PyTorch&apos;s eta_min, 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a formula in x such as sin(3*x)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try learning rate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try initial bias 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try %1 hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after %1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: %2 of %3’s %4 units are dead: no training point moves them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: %2 of %3’s %4 units are dead, and %5 stay dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At epoch %1 layer 1 of %2 still got a gradient over 1000 times smaller than the output layer’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: layer 1 of %2 gets a gradient of %3, %4 times smaller than the output layer’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2: its loss grew to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2: its loss is no longer a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1’s training loss does not fall: it is %2 at epoch %3 and %4 at epoch %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1’s training loss did not fall for a while: it was %2 at epoch %3 and %4 at epoch %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since epoch %1 %2’s test loss rose from %3 to %4 while its training loss fell: it learns by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1’s test loss is least at epoch %2 (%3); later it rises while the training loss falls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half of the units are dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradients vanish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss does not fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test loss rises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test
┄ training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How wrong the network is, on the test points and on those that it learns from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test, %
┄ training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share of points that the network puts into the right class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ = 0 on
all points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units whose derivative is 0 for every training point: nothing can move them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1 ÷
output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of the gradient at the output layer gets to the first layer: far below 1 it vanishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1
┄ later ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope that the network learns for negative inputs, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a model of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1 with %2 seeds of %3 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1, the number of points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object for each model is expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At 1 the network is a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a slope of 1 Leaky ReLU is a straight line and can only divide the plane by one; 0.01 and 0.2 do equally well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article’s pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU and Leaky ReLU on two moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU and Leaky ReLU on two moons: both reach 99 %. That there is no difference is the finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dying ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate 1 kills most ReLU units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A learning rate of 1 is too large: it kills most ReLU units. Leaky ReLU keeps all of its units and recovers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He or Glorot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which start keeps outputs alive?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight layers of ReLU: with Glorot&apos;s initial weights the outputs shrink from layer to layer, with He&apos;s they keep their size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PReLU learns α</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope itself is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PReLU learns its slope, one a layer: from 0.25 it goes towards 0, beside a Leaky ReLU whose slope stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α is drawn at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RReLU draws its slopes anew while it trains, so its loss trembles; tested with the mean slope it does as well as Leaky ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outputs keep mean 0, deviation 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU keeps the spread of its outputs near 1 through eight layers if the initial weights are LeCun&apos;s; with He&apos;s they grow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1000 epochs: the test loss rises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hundred noisy points, trained too long: the training loss goes to 0, the test loss after some 30 epochs only rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight sigmoid layers beside ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight hidden layers. Each multiplies the gradient by f′: at most ¼ for sigmoid, 1 for an active ReLU unit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
