// A layer between the OpenCL loader and the drivers that makes calls fail as a driver does, so that what follows can be tested without
// pulling a card out. ACTISCOPE_FAILING_CALL is "name:n:code": the n-th call of that name from then on, and all that follow, return the
// code; after a lost device (CL_DEVICE_NOT_AVAILABLE) every other call here fails as well. In place of a code, "abort", "fault", "exit" and "hang" are
// what drivers do that end a program. Loaded by OPENCL_LAYERS.
#include <CL/cl_layer.h>

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>

namespace {

cl_icd_dispatch next{};
cl_icd_dispatch own{};

/** What the environment asks for. */
struct Plan {
    std::string text;
    std::string call;
    int left = 0;
    cl_int code = CL_SUCCESS;
    std::string way;
};

/** Ends the program, or never comes back. */
void endAs(const std::string &way)
{
    if (way == "abort")
        std::abort();
    static volatile int *nowhere = nullptr;
    if (way == "fault")
        *nowhere = 1;
    if (way == "exit")
        std::exit(0);
    if (way == "hang")
        pause();
}

/** The code that this call has to fail with, or CL_SUCCESS. */
cl_int failureOf(const char *call)
{
    static std::mutex mutex;
    static Plan plan;
    const std::lock_guard lock(mutex);
    const char *text = std::getenv("ACTISCOPE_FAILING_CALL");
    if (plan.text != (text ? text : "")) {
        plan = {text ? text : "", {}, 0, CL_SUCCESS, {}};
        const std::size_t first = plan.text.find(':'), second = plan.text.find(':', first + 1);
        if (first != std::string::npos && second != std::string::npos) {
            plan.call = plan.text.substr(0, first);
            plan.left = std::atoi(plan.text.c_str() + first + 1);
            plan.way = plan.text.substr(second + 1);
            plan.code = std::atoi(plan.way.c_str());
        }
    }
    if (plan.call == call && plan.left == 1)
        endAs(plan.way);
    if (plan.call == call)
        return --plan.left <= 0 ? plan.code : CL_SUCCESS;
    return plan.left <= 0 && plan.code == CL_DEVICE_NOT_AVAILABLE ? plan.code : CL_SUCCESS;
}

cl_int CL_API_CALL getDevices(cl_platform_id platform, cl_device_type type, cl_uint entries, cl_device_id *devices, cl_uint *count)
{
    const cl_int code = failureOf("clGetDeviceIDs");
    return code == CL_SUCCESS ? next.clGetDeviceIDs(platform, type, entries, devices, count) : code;
}

cl_kernel CL_API_CALL createKernel(cl_program program, const char *name, cl_int *error)
{
    const cl_int code = failureOf("clCreateKernel");
    if (code == CL_SUCCESS)
        return next.clCreateKernel(program, name, error);
    if (error)
        *error = code;
    return nullptr;
}

cl_mem CL_API_CALL createBuffer(cl_context context, cl_mem_flags flags, size_t size, void *host, cl_int *error)
{
    const cl_int code = failureOf("clCreateBuffer");
    if (code == CL_SUCCESS)
        return next.clCreateBuffer(context, flags, size, host, error);
    if (error)
        *error = code;
    return nullptr;
}

cl_int CL_API_CALL buildProgram(cl_program program, cl_uint count, const cl_device_id *devices, const char *options,
                                void(CL_CALLBACK *notify)(cl_program, void *), void *data)
{
    const cl_int code = failureOf("clBuildProgram");
    return code == CL_SUCCESS ? next.clBuildProgram(program, count, devices, options, notify, data) : code;
}

/** A failed build has a log. */
cl_int CL_API_CALL buildInfo(cl_program program, cl_device_id device, cl_program_build_info name, size_t size, void *value,
                             size_t *sizeReturned)
{
    static constexpr char log[] = "kernel.cl:1:1: error: the layer accepts none\n1 error generated.\n";
    const char *failing = std::getenv("ACTISCOPE_FAILING_CALL");
    if (name != CL_PROGRAM_BUILD_LOG || !failing || std::strncmp(failing, "clBuildProgram:", std::strlen("clBuildProgram:")) != 0)
        return next.clGetProgramBuildInfo(program, device, name, size, value, sizeReturned);
    if (value && size < sizeof(log))
        return CL_INVALID_VALUE;
    if (value)
        std::memcpy(value, log, sizeof(log));
    if (sizeReturned)
        *sizeReturned = sizeof(log);
    return CL_SUCCESS;
}

/** The most work-items in a group that kernels run with: ACTISCOPE_WORK_GROUP_SIZE, or 0 where that is up to the driver. */
size_t maxWorkItems()
{
    const char *most = std::getenv("ACTISCOPE_WORK_GROUP_SIZE");
    return most ? std::strtoul(most, nullptr, 10) : 0;
}

cl_int CL_API_CALL workGroupInfo(cl_kernel kernel, cl_device_id device, cl_kernel_work_group_info name, size_t size, void *value,
                                 size_t *sizeReturned)
{
    const size_t answer = maxWorkItems();
    if (name != CL_KERNEL_WORK_GROUP_SIZE || answer == 0 || !value || size < sizeof(size_t))
        return next.clGetKernelWorkGroupInfo(kernel, device, name, size, value, sizeReturned);
    std::memcpy(value, &answer, sizeof(answer));
    return CL_SUCCESS;
}

cl_int CL_API_CALL enqueueKernel(cl_command_queue queue, cl_kernel kernel, cl_uint dimensions, const size_t *offset, const size_t *global,
                                 const size_t *local, cl_uint waits, const cl_event *waitList, cl_event *event)
{
    const size_t most = maxWorkItems();
    const cl_int code = most > 0 && local && *local > most ? CL_INVALID_WORK_GROUP_SIZE : failureOf("clEnqueueNDRangeKernel");
    return code == CL_SUCCESS ? next.clEnqueueNDRangeKernel(queue, kernel, dimensions, offset, global, local, waits, waitList, event)
                              : code;
}

cl_int CL_API_CALL readBuffer(cl_command_queue queue, cl_mem buffer, cl_bool blocking, size_t offset, size_t size, void *to, cl_uint waits,
                              const cl_event *waitList, cl_event *event)
{
    const cl_int code = failureOf("clEnqueueReadBuffer");
    return code == CL_SUCCESS ? next.clEnqueueReadBuffer(queue, buffer, blocking, offset, size, to, waits, waitList, event) : code;
}

cl_int CL_API_CALL finish(cl_command_queue queue)
{
    const cl_int code = failureOf("clFinish");
    return code == CL_SUCCESS ? next.clFinish(queue) : code;
}

} // namespace

extern "C" {

CL_API_ENTRY cl_int CL_API_CALL clGetLayerInfo(cl_layer_info name, size_t size, void *value, size_t *sizeReturned)
{
    static constexpr char title[] = "Actiscope's failing layer";
    static constexpr cl_layer_api_version version = CL_LAYER_API_VERSION_100;
    const void *answer = name == CL_LAYER_API_VERSION ? static_cast<const void *>(&version) : title;
    const size_t bytes = name == CL_LAYER_API_VERSION ? sizeof(version) : sizeof(title);
    if (name != CL_LAYER_API_VERSION && name != CL_LAYER_NAME)
        return CL_INVALID_VALUE;
    if (value && size < bytes)
        return CL_INVALID_VALUE;
    if (value)
        std::memcpy(value, answer, bytes);
    if (sizeReturned)
        *sizeReturned = bytes;
    return CL_SUCCESS;
}

CL_API_ENTRY cl_int CL_API_CALL clInitLayer(cl_uint entries, const cl_icd_dispatch *target, cl_uint *entriesReturned,
                                            const cl_icd_dispatch **layer)
{
    if (!target || !entriesReturned || !layer || entries < sizeof(own) / sizeof(own.clGetPlatformIDs))
        return CL_INVALID_VALUE;
    next = *target;
    own = next;
    own.clGetDeviceIDs = getDevices;
    own.clCreateKernel = createKernel;
    own.clCreateBuffer = createBuffer;
    own.clBuildProgram = buildProgram;
    own.clGetProgramBuildInfo = buildInfo;
    own.clGetKernelWorkGroupInfo = workGroupInfo;
    own.clEnqueueNDRangeKernel = enqueueKernel;
    own.clEnqueueReadBuffer = readBuffer;
    own.clFinish = finish;
    *entriesReturned = sizeof(own) / sizeof(own.clGetPlatformIDs);
    *layer = &own;
    return CL_SUCCESS;
}

} // extern "C"
