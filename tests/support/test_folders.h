// Where tests find their data: in the sources, or where a bundle that runs on another machine has them (tests/gpu/make_bundle.sh).
#pragma once

#include <QString>
#include <QtGlobal>

namespace actiscope::test {

/** tests/data */
inline QString dataFolder()
{
    return qEnvironmentVariable("ACTISCOPE_TEST_DATA", QStringLiteral(ACTISCOPE_TEST_DATA));
}

/** The root of the sources. */
inline QString sourceFolder()
{
    return qEnvironmentVariable("ACTISCOPE_SOURCE_DIR", QStringLiteral(ACTISCOPE_SOURCE_DIR));
}

} // namespace actiscope::test
