// Has OpenCL calls fail, for tests that ctest runs with failing_layer.cpp underneath.
#pragma once

#include <QString>
#include <QtGlobal>

namespace actiscope::test {

/** From its making to its end, the `number`-th call of that name (from 1), and all that follow, return the code. */
class FailingCall {
public:
    FailingCall(const char *call, int number, int code)
    {
        qputenv(variable, QStringLiteral("%1:%2:%3").arg(call).arg(number).arg(code).toUtf8());
    }
    ~FailingCall() { qunsetenv(variable); }
    FailingCall(const FailingCall &) = delete;
    FailingCall &operator=(const FailingCall &) = delete;

private:
    static constexpr const char *variable = "ACTISCOPE_FAILING_CALL";
};

} // namespace actiscope::test
