#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test without a display: with warnings as errors, with the
# address and undefined behaviour sanitizers, and (core and ui) with the thread sanitizer. One report at the end.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=app/packages.sh
. app/packages.sh
install_missing "$build_packages$test_packages"

export QT_QPA_PLATFORM=offscreen
presets=(dev asan tsan)
report=build/tests
mkdir -p "$report"
for preset in "${presets[@]}"; do
    echo "== $preset: configure and build"
    cmake --preset "$preset"
    cmake --build --preset "$preset"
done

# All three together as one ctest run, two at a time: tests that watch the clock take off the time that went to others.
for preset in "${presets[@]}"; do
    printf 'subdirs("%s")\n' "$root/build/$preset"
done >"$report/CTestTestfile.cmake"
ctest --test-dir "$report" --output-on-failure --parallel "$(nproc)"
