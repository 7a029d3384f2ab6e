# Writes OUTPUT, a C++ file that has every one of FILES (in FOLDER) as a string literal (see kernel_source.cpp).
set(text "// Made by gpu/kernels/embed_kernels.cmake.\n#include \"gpu/kernels/embedded_kernels.h\"\n\nnamespace actiscope {\n\n")
string(APPEND text "std::string_view embeddedKernel(std::string_view name)\n{\n")
foreach(name IN LISTS FILES)
    file(READ ${FOLDER}/${name} source)
    string(APPEND text "    if (name == \"${name}\")\n        return R\"__kernel__(${source})__kernel__\";\n")
endforeach()
string(APPEND text "    return {};\n}\n\n} // namespace actiscope\n")
file(WRITE ${OUTPUT} "${text}")
