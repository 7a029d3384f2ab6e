// A machine without an OpenCL platform.
#include "core/base/errors.h"
#include "gpu/engine/opencl_backend.h"

#include <QTest>

using namespace actiscope;

class TestNoOpenCl : public QObject {
    Q_OBJECT

private slots:
    void thereAreNoDevices() { QVERIFY(openClDevices().empty()); }
    void aBackendCannotBeMade() { QVERIFY_THROWS_EXCEPTION(BackendError, makeOpenClBackend(0)); }
};

int main(int argc, char **argv)
{
    qputenv("OCL_ICD_VENDORS", "/nonexistent"); // before the first OpenCL call
    TestNoOpenCl test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_no_opencl.moc"
