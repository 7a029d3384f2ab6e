#!/usr/bin/env bash
# Random hands on the real window under the address and undefined behaviour sanitizers: 5000 actions are what a release has to pass. Needs no display.
#
#   bash tests/soak.sh                 5000 actions of a new seed, which is printed
#   bash tests/soak.sh 500             so many
#   bash tests/soak.sh 500 1234        so many of that seed: the same again
set -euo pipefail

actions=${1:-5000}
seed=${2:-}
if ! [[ $actions =~ ^[1-9][0-9]*$ && $seed =~ ^[0-9]*$ ]]; then
    echo "tests/soak.sh: '$*' is not a number of actions and a seed" >&2
    exit 2
fi

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
linker=()
if command -v mold >/dev/null; then
    linker=(-DCMAKE_EXE_LINKER_FLAGS=-fuse-ld=mold -DCMAKE_SHARED_LINKER_FLAGS=-fuse-ld=mold)
fi
cmake --preset asan "${linker[@]}"
cmake --build build/asan --target tst_soak

folder=$(mktemp -d) # for settings: nobody's own are read or written
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen HOME=$folder XDG_CONFIG_HOME=$folder XDG_DATA_HOME=$folder XDG_CACHE_HOME=$folder
export LC_ALL=C.UTF-8 UBSAN_OPTIONS=print_stacktrace=1 LSAN_OPTIONS=suppressions=$root/tests/leaks.supp:print_suppressions=0
export ACTISCOPE_SOAK_ACTIONS=$actions
if [[ -n $seed ]]; then
    export ACTISCOPE_SOAK_SEED=$seed
fi
build/asan/tests/ui/tst_soak
