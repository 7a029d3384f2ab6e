#include "gpu/device/opencl_errors.h"

#include "core/base/errors.h"

#include <array>
#include <utility>

namespace actiscope {
namespace {

constexpr auto errorNames = std::to_array<std::pair<int, const char *>>({
    {CL_DEVICE_NOT_FOUND, "CL_DEVICE_NOT_FOUND"},
    {CL_DEVICE_NOT_AVAILABLE, "CL_DEVICE_NOT_AVAILABLE"},
    {CL_COMPILER_NOT_AVAILABLE, "CL_COMPILER_NOT_AVAILABLE"},
    {CL_MEM_OBJECT_ALLOCATION_FAILURE, "CL_MEM_OBJECT_ALLOCATION_FAILURE"},
    {CL_OUT_OF_RESOURCES, "CL_OUT_OF_RESOURCES"},
    {CL_OUT_OF_HOST_MEMORY, "CL_OUT_OF_HOST_MEMORY"},
    {CL_BUILD_PROGRAM_FAILURE, "CL_BUILD_PROGRAM_FAILURE"},
    {CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST, "CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST"},
    {CL_INVALID_VALUE, "CL_INVALID_VALUE"},
    {CL_INVALID_DEVICE, "CL_INVALID_DEVICE"},
    {CL_INVALID_CONTEXT, "CL_INVALID_CONTEXT"},
    {CL_INVALID_COMMAND_QUEUE, "CL_INVALID_COMMAND_QUEUE"},
    {CL_INVALID_MEM_OBJECT, "CL_INVALID_MEM_OBJECT"},
    {CL_INVALID_BUILD_OPTIONS, "CL_INVALID_BUILD_OPTIONS"},
    {CL_INVALID_PROGRAM, "CL_INVALID_PROGRAM"},
    {CL_INVALID_PROGRAM_EXECUTABLE, "CL_INVALID_PROGRAM_EXECUTABLE"},
    {CL_INVALID_KERNEL_NAME, "CL_INVALID_KERNEL_NAME"},
    {CL_INVALID_KERNEL, "CL_INVALID_KERNEL"},
    {CL_INVALID_ARG_INDEX, "CL_INVALID_ARG_INDEX"},
    {CL_INVALID_ARG_VALUE, "CL_INVALID_ARG_VALUE"},
    {CL_INVALID_ARG_SIZE, "CL_INVALID_ARG_SIZE"},
    {CL_INVALID_KERNEL_ARGS, "CL_INVALID_KERNEL_ARGS"},
    {CL_INVALID_WORK_GROUP_SIZE, "CL_INVALID_WORK_GROUP_SIZE"},
    {CL_INVALID_BUFFER_SIZE, "CL_INVALID_BUFFER_SIZE"},
    {CL_INVALID_OPERATION, "CL_INVALID_OPERATION"},
    {-1001, "CL_PLATFORM_NOT_FOUND_KHR"},
});

/** What the user can make of a code, whose name is %1; nothing where the name says as much. */
const char *meaningOf(int code)
{
    switch (code) {
    case CL_MEM_OBJECT_ALLOCATION_FAILURE:
    case CL_INVALID_BUFFER_SIZE:
    case CL_OUT_OF_HOST_MEMORY:
        return ACTISCOPE_TR("core", "too little memory; train fewer or smaller networks, or on another device: %1");
    case CL_OUT_OF_RESOURCES:
        return ACTISCOPE_TR("core", "the device is out of resources; train fewer or smaller networks, or on another device: %1");
    case CL_DEVICE_NOT_AVAILABLE:
    case CL_DEVICE_NOT_FOUND:
    case CL_INVALID_DEVICE:
    case CL_INVALID_CONTEXT:
    case CL_INVALID_COMMAND_QUEUE:
        return ACTISCOPE_TR("core", "the device is no longer there: %1");
    case CL_INVALID_WORK_GROUP_SIZE:
        return ACTISCOPE_TR("core", "the device does not run work-groups of this size: %1");
    case CL_BUILD_PROGRAM_FAILURE:
        return ACTISCOPE_TR("core", "the device's compiler did not accept the program: %1");
    case CL_EXEC_STATUS_ERROR_FOR_EVENTS_IN_WAIT_LIST:
        return ACTISCOPE_TR("core", "the device failed while it was computing: %1");
    case CL_COMPILER_NOT_AVAILABLE:
        return ACTISCOPE_TR("core", "the device's driver has no compiler: %1");
    default:
        return "%1";
    }
}

} // namespace

std::string openClErrorName(int code)
{
    const std::string number = "(" + std::to_string(code) + ")";
    for (const auto &[known, name] : errorNames)
        if (known == code)
            return name + (" " + number);
    return "OpenCL error " + number;
}

void throwBackendError(const cl::Error &error, std::string_view log)
{
    throw BackendError(error.what(), {meaningOf(error.err()), {openClErrorName(error.err())}}, log);
}

} // namespace actiscope
