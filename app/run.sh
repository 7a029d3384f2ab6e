#!/usr/bin/env bash
# Installs what is missing, builds Actiscope and opens it. Arguments are passed on: bash app/run.sh train --epochs 200
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build/release
# shellcheck source=app/packages.sh
. "$root/app/packages.sh"

install_missing "$build_packages" >&2

# A tree that was copied or moved does not find its build folder any more.
if [ -f "$build/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
    rm -rf "$build"
fi
if [ ! -f "$build/build.ninja" ]; then
    (cd "$root" && cmake --preset release -DBUILD_TESTING=OFF) >&2
fi
# The second time there is nothing to build, and nothing to say.
if ! ninja -C "$build" -n 2>/dev/null | grep -q 'no work to do'; then
    ninja -C "$build" >&2
fi

if [ $# -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "There is no display (DISPLAY and WAYLAND_DISPLAY are not set), so the default experiment runs without a window." >&2
    mkdir -p out
    "$build/app/actiscope" train --csv out/train.csv --json out/train.json --figure out/train.png
    echo "Written: out/train.png, out/train.csv, out/train.json"
    exit
fi
exec "$build/app/actiscope" "$@"
