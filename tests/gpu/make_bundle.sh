#!/usr/bin/env bash
# Packs what on_device.sh needs, for a machine with a GPU where nothing can be built: the program, the backend tests, the benchmark and the libraries
# that they load, in one archive of at most 60 MiB. It runs on any x86-64 Linux with an OpenCL driver; there unpack it and call ./on_device.sh in it.
#
#   bash tests/gpu/make_bundle.sh [ARCHIVE.tar.xz [BUILD]]     BUILD: a configured folder, build/dev without it
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
archive=$(realpath -m "${1:-$root/build/actiscope-on-device.tar.xz}")
build=$(realpath -m "${2:-$root/build/dev}")
if [ $# -gt 2 ] || [[ ${1:-} == -* ]]; then
    echo "usage: make_bundle.sh [ARCHIVE.tar.xz [BUILD]]" >&2
    exit 2
fi
cd "$root"
[ -f "$build/CMakeCache.txt" ] || cmake --preset dev -B "$build"
mapfile -t tests < <(cut -d ' ' -f 1 "$build/tests/gpu/device_tests.txt" | sort -u)
cmake --build "$build" --target actiscope actiscope_bench_device failing_layer "${tests[@]}"

bundle=$(mktemp -d)
trap 'rm -rf "$bundle"' EXIT
mkdir -p "$bundle"/{bin,lib/platforms,base,libc,loader,tests,resources}
for program in app/actiscope tests/bench/actiscope_bench_device "${tests[@]/#/tests/gpu/}"; do
    install -s "$build/$program" "$bundle/bin/"
done
plugins=$(qmake6 -query QT_INSTALL_PLUGINS 2>/dev/null || echo /usr/lib/x86_64-linux-gnu/qt6/plugins)
install -s "$build"/tests/gpu/*failing_layer.so "$plugins/platforms/libqoffscreen.so" "$bundle/lib/platforms/"

# Libraries by who has them: lib is ours alone; base and libc the other machine has, too, and its drivers may need its own, newer ones, so they are only taken where
# its own do not do; so is the loader of OpenCL.
ldd "$bundle"/bin/* "$bundle"/lib/platforms/*.so | sed -nE 's/.* => (\/[^ ]+) .*/\1/p' | sort -u | while read -r library; do
    case $(basename "$library") in
    ld-linux* | libc.so* | libm.so* | libdl.so* | librt.so* | libpthread.so* | libresolv.so* | libmvec.so* | libanl.so*) to=libc ;;
    libstdc++.so* | libgcc_s.so* | libgomp.so* | libz.so* | libzstd.so*) to=base ;;
    libOpenCL.so*) to=loader ;;
    *) to=lib ;;
    esac
    install -m 755 "$library" "$bundle/$to/"
    [ $to = libc ] || strip --strip-unneeded "$bundle/$to/$(basename "$library")"
done
install -m 755 /lib64/ld-linux-x86-64.so.2 "$bundle/libc/"

cp -r tests/data "$bundle/tests/"
cp -r resources/reference "$bundle/resources/"
cp "$build/tests/gpu/device_tests.txt" tests/gpu/on_device.sh tests/gpu/peer_gpu.py "$bundle/"
git log -1 --format=%h >"$bundle/version.txt" 2>/dev/null || echo "unknown" >"$bundle/version.txt"
mkdir -p "$(dirname "$archive")"
XZ_OPT=${XZ_OPT:--3 -T0} tar -C "$bundle" --owner=0 --group=0 -cJf "$archive" .
bytes=$(stat -c %s "$archive")
echo "$archive: $((bytes >> 20)) MiB"
if [ "$bytes" -gt $((60 << 20)) ]; then
    echo "make_bundle.sh: it is larger than 60 MiB" >&2
    exit 1
fi
