#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test without a display: the program as people get it, with
# warnings as errors, and as it is when installed; with the address and undefined behaviour sanitizers (most of ui only there, and of core what
# computes no figures); and (core and ui) with the thread sanitizer. One report at the end: build/tests/results.xml (JUnit), and the ten slowest.
#
#   bash tests/run.sh            all of it
#   bash tests/run.sh --quick    the development build instead, without sanitizers, the mapping of the kernels for GPUs, and those tests that look at every
#                                view, every size or every claim
set -euo pipefail

quick=false
case "${1:-}" in
"") ;;
--quick) quick=true ;;
*)
    echo "tests/run.sh: '$1' is not an option; accepted: --quick" >&2
    exit 2
    ;;
esac

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=app/packages.sh
. app/packages.sh
install_missing "$build_packages"$'\n'"$test_packages"

export QT_QPA_PLATFORM=offscreen
report=build/tests
mkdir -p "$report"

presets=(checked asan tsan)
left_out=()
if $quick; then
    presets=(dev)
    left_out=(--exclude-regex '_lanes(_|$)|^gpu\.(watched|small)_run_(tensor|meeting)|_opencl_activations_prepared$|^ui\.tst_(claims|every_view|window_size)$')
fi
linker=()
if command -v mold >/dev/null; then
    linker=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold -DCMAKE_SHARED_LINKER_FLAGS=-fuse-ld=mold)
fi
# The newest Clang that can make programs with sanitizers, 16 or newer (older ones take the standard library's ranges for errors): it compiles them in three
# quarters of GCC's time, and so all code goes through two compilers. Where there is none, GCC does.
sanitizers_compiler=
for version in $(compgen -c clang++- | sed -nE 's/^clang\+\+-([0-9]+)$/\1/p' | sort -rnu); do
    if [ "$version" -ge 16 ] && echo 'int main() {}' | "clang++-$version" -fsanitize=address,undefined -x c++ - -o "$report/sanitized" 2>/dev/null; then
        sanitizers_compiler=$(command -v "clang++-$version")
        break
    fi
done
prepared=
for preset in "${presets[@]}"; do
    echo "== $preset: configure and build ($(date +%T))"
    compiler=()
    if [[ $preset == [at]san && -n $sanitizers_compiler ]]; then
        compiler=(-DCMAKE_CXX_COMPILER="$sanitizers_compiler")
        # CMake forgets the preset where a folder's compiler is another now.
        grep -qsx "CMAKE_CXX_COMPILER:[A-Z]*=$sanitizers_compiler" "build/$preset/CMakeCache.txt" || rm -rf "build/$preset/CMakeCache.txt" "build/$preset/CMakeFiles"
    fi
    cmake --preset "$preset" "${compiler[@]}" "${linker[@]}" -DACTISCOPE_PREPARED_PROGRAMS="$prepared"
    cmake --build --preset "$preset"
    prepared=$root/build/$preset/lib/actiscope/programs # the first one's are all others'
done
if ! $quick; then
    rm -rf "$report/installed"
    cmake --install build/checked --prefix "$report/installed" >"$report/install.log"
fi

# All together as one ctest run, two more at a time than there are cores, since many wait for events; what watches a clock runs alone (RUN_SERIAL).
{
    for preset in "${presets[@]}"; do
        printf 'subdirs("%s")\n' "$root/build/$preset"
    done
    if ! $quick; then
        printf 'add_test(release.smoke "bash" "%s/tests/smoke.sh" "%s/build/checked/app/actiscope")\n' "$root" "$root"
        printf 'add_test(installed.smoke "bash" "%s/tests/smoke.sh" "%s/%s/installed/bin/actiscope")\n' "$root" "$root" "$report"
        printf 'set_tests_properties(release.smoke installed.smoke PROPERTIES TIMEOUT 300)\n'
    fi
} >"$report/CTestTestfile.cmake"
status=0
ctest --test-dir "$report" --output-on-failure --parallel "$(($(nproc) + 2))" --output-junit results.xml "${left_out[@]}" || status=$?

echo "The ten slowest, in seconds ($report/results.xml has all):"
sed -nE 's/.*<testcase name="([^"]*)".* time="([0-9.]+)".*/\2 \1/p' "$report/results.xml" | sort -rn | sed -n '1,10s/^/  /p'
exit "$status"
