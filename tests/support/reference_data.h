// Reads the reference figures under tests/data, and those that the program ships.
#pragma once

#include "core/activations/activation_catalog.h"
#include "core/activations/activation_spec.h"
#include "core/engine/backend.h"
#include "tests/support/test_folders.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QTest>
#include <QTextStream>

#include <stdexcept>
#include <vector>

namespace actiscope::reference {

/** A file of tests/data, or any by its whole path. */
inline QByteArray readFile(const QString &name)
{
    QFile file(QDir(test::dataFolder()).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + file.fileName().toStdString());
    return file.readAll();
}

/** The fields of a CSV line; a quoted field may hold commas and doubled quotes. */
inline QStringList splitCsvLine(const QString &line)
{
    QStringList fields{QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"')
            fields.back() += line[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.append(QString());
        else
            fields.back() += c;
    }
    return fields;
}

/** The lines of a CSV file without its header. */
inline std::vector<QStringList> readCsv(const QString &name)
{
    QByteArray bytes = readFile(name);
    QTextStream stream(&bytes);
    stream.readLine();
    std::vector<QStringList> rows;
    for (QString line = stream.readLine(); !line.isNull(); line = stream.readLine())
        rows.push_back(splitCsvLine(line));
    return rows;
}

inline QJsonObject readJson(const QString &name)
{
    return QJsonDocument::fromJson(readFile(name)).object();
}

inline QJsonArray readJsonArray(const QString &name)
{
    return QJsonDocument::fromJson(readFile(name)).array();
}

/** One line of activations.csv. */
struct ActivationPoint {
    ActivationSpec spec;
    double x = 0;
    double value = 0;
    double derivative = 0;
};

inline std::vector<ActivationPoint> readActivationPoints(const QString &name)
{
    std::vector<ActivationPoint> points;
    for (const QStringList &row : readCsv(name)) {
        const Activation *activation = findActivation(row[0].toStdString());
        if (!activation)
            throw std::runtime_error("no activation " + row[0].toStdString());
        std::vector<double> parameters = activation->defaultParameters();
        const QJsonObject given = QJsonDocument::fromJson(row[1].toUtf8()).object();
        for (std::size_t k = 0; k < parameters.size(); ++k)
            parameters[k] = given.value(QString::fromStdString(activation->parameters[k].name)).toDouble(parameters[k]);
        points.push_back({makeSpec(*activation, parameters), row[2].toDouble(), row[3].toDouble(), row[4].toDouble()});
    }
    return points;
}

/** The tables of activations that the program ships, PyTorch's, by their whole paths. */
inline QStringList shippedTables()
{
    QStringList tables;
    for (const QFileInfo &file : QDir(test::sourceFolder() + QStringLiteral("/resources/reference"))
                                     .entryInfoList({QStringLiteral("*.csv")}, QDir::Files, QDir::Name))
        tables.append(file.filePath());
    return tables;
}

/** That of this name: "activations" is the given one, of all activations that were there from the beginning. */
inline QString shippedTable(const QString &name)
{
    return test::sourceFolder() + QStringLiteral("/resources/reference/%1.csv").arg(name);
}

/** Each of them as a row of a test, called as the file. */
inline void addShippedTables()
{
    QTest::addColumn<QString>("table");
    for (const QString &table : shippedTables())
        QTest::newRow(qPrintable(QFileInfo(table).baseName())) << table;
}

inline std::vector<ActivationPoint> readShippedPoints()
{
    std::vector<ActivationPoint> points;
    for (const QString &table : shippedTables()) {
        const std::vector<ActivationPoint> more = readActivationPoints(table);
        points.insert(points.end(), more.begin(), more.end());
    }
    return points;
}

/** The rows of train_*.csv. */
inline std::vector<EpochFigures> readCurve(const QString &name)
{
    std::vector<EpochFigures> rows;
    for (const QStringList &row : readCsv(name))
        rows.push_back({row[1].toDouble(), row[2].toDouble(), row[3].toDouble(), row[4].toDouble()});
    return rows;
}

} // namespace actiscope::reference
