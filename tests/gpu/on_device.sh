#!/usr/bin/env bash
# For whoever has a GPU: runs every backend test on an OpenCL device, several at a time and within five minutes, then measures how fast it is, with its tensor cores
# and without them where it has some, beside PyTorch and JAX where those are installed (peer_gpu.py). In the sources it builds what it needs first; in an unpacked bundle (make_bundle.sh) nothing is built or installed.
#
#   bash tests/gpu/on_device.sh              everything
#   bash tests/gpu/on_device.sh --quick      two tests, speeds of tiny sizes: whether the script works
#   ACTISCOPE_DEVICE=N                       which device measures ("actiscope devices" lists them); tests take the first
#   OUT=FOLDER                               results.json, results.md and the tests' output go there
set -euo pipefail

quick=
case "${1:-}" in
"") ;;
--quick) quick=--quick ;;
*)
    echo "on_device.sh: '$1' is not an option; accepted: --quick" >&2
    exit 2
    ;;
esac
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
device=${ACTISCOPE_DEVICE:-0}
out=${OUT:-$(mktemp -d)}
mkdir -p "$out"
out=$(cd "$out" && pwd)
began=$SECONDS

if [ -f "$here/device_tests.txt" ]; then
    bundle=$here
    list=$here/device_tests.txt
else
    root=$(cd "$here/../.." && pwd)
    build=$root/build/dev
    [ -f "$build/CMakeCache.txt" ] || (cd "$root" && cmake --preset dev >"$out/build.log")
    list=$build/tests/gpu/device_tests.txt
    mapfile -t targets < <(cut -d ' ' -f 1 "$list" | sort -u)
    cmake --build "$build" --target actiscope_bench_device failing_layer "${targets[@]}" >>"$out/build.log"
    bundle=
fi

# How a program of the bundle is called: with this machine's libraries as far as they do, since a driver may need newer ones than the bundle has; then with the
# bundle's, down to its C library.
start=()
if [ -n "$bundle" ]; then
    path=$bundle/lib
    found=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)
    [[ $found == *libOpenCL.so.1* ]] || path=$path:$bundle/loader
    runs() {
        local said
        said=$("$@" "$bundle/bin/actiscope_bench_device" --device none 2>&1 || true)
        [[ $said == *"accepted are"* ]] && "$@" "$bundle/bin/actiscope" --version >/dev/null 2>&1
    }
    if runs env LD_LIBRARY_PATH="$path"; then
        start=(env LD_LIBRARY_PATH="$path")
    elif runs env LD_LIBRARY_PATH="$path:$bundle/base"; then
        start=(env LD_LIBRARY_PATH="$path:$bundle/base")
    else
        start=("$bundle/libc/ld-linux-x86-64.so.2" --library-path "$path:$bundle/base:$bundle/libc")
        runs "${start[@]}" || { echo "on_device.sh: the programs do not start here" >&2; exit 1; }
    fi
    export ACTISCOPE_TEST_DATA=$bundle/tests/data ACTISCOPE_SOURCE_DIR=$bundle
    tests=$bundle/bin bench=$bundle/bin/actiscope_bench_device layer=$bundle/lib/platforms
    peers=$bundle/peer_gpu.py
    version=$(cat "$bundle/version.txt")
else
    tests=$build/tests/gpu bench=$build/tests/bench/actiscope_bench_device layer=$build/tests/gpu
    peers=$here/peer_gpu.py
    version=$(git -C "$here" log -1 --format=%h 2>/dev/null || echo unknown)
fi
layer=$(find "$layer" -maxdepth 1 -name '*failing_layer.so' | head -n 1)

# The tests: one line each, all within five minutes.
export QT_QPA_PLATFORM=offscreen QTEST_FUNCTION_TIMEOUT=300000
limit=$((SECONDS + 300))
run_test() {
    local name=$1 way=${2:-} place began=$SECONDS status=0 left=$((limit - SECONDS))
    place=$out/$name${way:+_${way//[:,=]/_}}.log
    local -a arguments=(${way:+"$way"}) layers=()
    case $name in tst_opencl_activations | tst_opencl_lost_device) layers=(env OPENCL_LAYERS="$layer") ;; esac
    if [ "$left" -lt 1 ]; then
        status=124
        : >"$place"
    else
        timeout "$left" "${layers[@]}" "${start[@]}" "$tests/$name" "${arguments[@]}" >"$place" 2>&1 || status=$?
    fi
    case $status in
    0) echo "ok      $((SECONDS - began)) s  $name $way" ;;
    124) echo "LATE    $((SECONDS - began)) s  $name $way" ;;
    *)
        echo "FAILED  $((SECONDS - began)) s  $name $way"
        grep -A 3 -E '^FAIL!|^QFATAL' "$place" | head -n 12 | sed 's/^/        /' || true
        ;;
    esac
}
jobs_at_once=$(nproc)
mapfile -t lines <"$list"
[ -z "$quick" ] || lines=(tst_shared_layout "small_run lanes")
echo "Actiscope $version: ${#lines[@]} tests, $jobs_at_once at a time"
{
    for line in "${lines[@]}"; do
        while [ "$(jobs -rp | wc -l)" -ge "$jobs_at_once" ]; do
            wait -n || true
        done
        read -r name way <<<"$line"
        run_test "$name" "$way" &
    done
    wait
} | tee "$out/tests.txt"
passed=$(grep -c '^ok' "$out/tests.txt" || true)
echo "$passed of ${#lines[@]} passed in $((SECONDS - began)) s"

# Speeds. What a driver has kept is elsewhere, so the first launch finds nothing and the second one all.
empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
launch() {
    env HOME="$empty" XDG_CACHE_HOME="$empty" CUDA_CACHE_PATH="$empty" POCL_CACHE_DIR="$empty" NEO_CACHE_DIR="$empty" AMD_COMGR_CACHE_DIR="$empty" \
        MESA_SHADER_CACHE_DIR="$empty" "${start[@]}" "$bench" --launch --device "$device" || echo null
}
built=$(launch)
loaded=$(launch)
speeds_of() {
    local found
    found=$(timeout 240 "${start[@]}" "$bench" --device "$device" $quick "$@" || true)
    [[ $found == *"}}" ]] && echo "$found" || echo '{"device": "unknown", "milliseconds": {}}'
}
speeds=$(speeds_of)
plain=null
[[ $speeds != *'"3xtf32"'* ]] || plain=$(speeds_of --kernel gpu-fp32) # beside tensor cores, the same without
python=$(command -v python3 || true)
if [ -z "$python" ]; then
    peer='{}'
    echo "peers: skipped, there is no python3"
else
    peer=$(timeout 400 "$python" "$peers" $quick || echo '{}')
fi
printf '{"version": "%s", "tests": {"passed": %s, "of": %s}, "build": {"empty": %s, "full": %s}, "ours": %s, "fp32": %s, "peers": %s}\n' \
    "$version" "$passed" "${#lines[@]}" "$built" "$loaded" "$speeds" "$plain" "$peer" >"$out/results.json"

# Without python3 there are the numbers in results.json.
[ -z "$python" ] || "$python" - "$out/results.json" <<'PYTHON' | tee "$out/results.md"
import json
import sys

result = json.load(open(sys.argv[1]))
ours, peers = result["ours"], result["peers"]
rows = [("2", "2 models, 2-64-64-2"), ("64", "64 models"), ("1024", "1024 models"), ("784-128-10", "64 models of 784-128-10, batches of 32"),
        ("8x512", "2 models of eight layers of 512"), ("boundary", "boundary of 602 x 448")]
print(f"\n{ours['device']}, {ours.get('driver', '')}; version {result['version']}; {result['tests']['passed']} of {result['tests']['of']} tests passed\n")
columns = {"Actiscope (" + ours.get("products", "fp32") + ")": ours["milliseconds"]}
if result["fp32"]:
    columns["Actiscope (fp32)"] = result["fp32"]["milliseconds"]
columns.update(peers)
names, tables = list(columns), list(columns.values())
print("| ms a step | " + " | ".join(names) + " |")
print("|---" * (len(names) + 1) + "|")
for key, text in rows:
    print(f"| {text} | " + " | ".join(f"{table[key]:.4g}" if table.get(key) else "not measured" for table in tables) + " |")
build = result["build"]
print(f"\nFirst epoch of the default pair in a new process: {build['empty']} s with an empty cache of the driver, {build['full']} s with a full one.")
PYTHON
echo "results: $out"
[ "$passed" -eq "${#lines[@]}" ]
