<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>actiscope::ChangeText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::CsvDialog</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::DataSection</name>
    <message numerus="yes">
        <source>%n points of a file</source>
        <translation>
            <numerusform>%n point of a file</numerusform>
            <numerusform>%n points of a file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points drawn</source>
        <translation>
            <numerusform>%n point drawn</numerusform>
            <numerusform>%n points drawn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceRow</name>
    <message numerus="yes">
        <source>of %n training images</source>
        <translation>
            <numerusform>of %n training image</numerusform>
            <numerusform>of %n training images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n test images</source>
        <translation>
            <numerusform>of %n test image</numerusform>
            <numerusform>of %n test images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentPanel</name>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n layer</numerusform>
            <numerusform>%n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::PointsDialog</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::RunCaption</name>
    <message numerus="yes">
        <source>%n given points</source>
        <translation>
            <numerusform>%n given point</numerusform>
            <numerusform>%n given points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::RunExport</name>
    <message numerus="yes">
        <source>Loss and accuracy of %n epochs and the start, training and test, of each model</source>
        <translation>
            <numerusform>Loss and accuracy of %n epoch and the start, training and test, of each model</numerusform>
            <numerusform>Loss and accuracy of %n epochs and the start, training and test, of each model</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::RunsPanel</name>
    <message numerus="yes">
        <source>%n epochs, test accuracy %1</source>
        <translation>
            <numerusform>%n epoch, test accuracy %1</numerusform>
            <numerusform>%n epochs, test accuracy %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs, test loss %1</source>
        <translation>
            <numerusform>%n epoch, test loss %1</numerusform>
            <numerusform>%n epochs, test loss %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsExport</name>
    <message numerus="yes">
        <source>%1: %n seeds</source>
        <translation>
            <numerusform>%1: %n seed</numerusform>
            <numerusform>%1: %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given points</source>
        <translation>
            <numerusform>%n given point</numerusform>
            <numerusform>%n given points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epoch</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsPicture</name>
    <message numerus="yes">
        <source>, %n ties</source>
        <translation>
            <numerusform>, %n tie</numerusform>
            <numerusform>, %n ties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean and pointwise 95 % interval (t, %n seeds)</source>
        <translation>
            <numerusform>mean and pointwise 95 % interval (t, %n seed)</numerusform>
            <numerusform>mean and pointwise 95 % interval (t, %n seeds)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::SettingFields</name>
    <message numerus="yes">
        <source>%n of them is not as it is at first</source>
        <translation>
            <numerusform>%n of them is not as it is at first</numerusform>
            <numerusform>%n of them are not as they are at first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::StepText</name>
    <message numerus="yes">
        <source>The mean gradient of %n samples moves each weight.</source>
        <translation>
            <numerusform>The mean gradient of %n sample moves each weight.</numerusform>
            <numerusform>The mean gradient of %n samples moves each weight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
</TS>
