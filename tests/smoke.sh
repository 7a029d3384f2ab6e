#!/usr/bin/env bash
# smoke.sh PROGRAM: whether a program that was built or installed does what it is for, seen from outside. Not what
# comes out (other tests compare that), but that everything it needs is where it is.
set -euo pipefail

program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache XDG_STATE_HOME=$folder/state

fail() {
    echo "smoke.sh: $*" >&2
    exit 1
}
# A picture of some size, not an empty file.
is_picture() {
    [ -s "$1" ] && [ "$(stat -c %s "$1")" -gt 5000 ]
}

# says PATTERN ARGUMENTS…: whether a line of the output begins so (grep reads a file: a pipe that it closes would fail the program)
says() {
    local pattern=$1
    shift
    "$program" "$@" >output || fail "$*: status $?"
    grep -qE "$pattern" output || fail "$*: nothing begins with $pattern"
}

cd "$folder"
says '^actiscope [0-9]' --version
says '^relu' list
says '^[* ]+(eigen|opencl:0)' devices
"$program" train --csv train.csv --json train.json --figure train.png 2>/dev/null >summary || fail "train"
[ "$(wc -l <train.csv)" -eq 203 ] || fail "train wrote $(wc -l <train.csv) lines of CSV instead of 203"
is_picture train.png || fail "train --figure"
"$program" train --backend eigen --epochs 5 >/dev/null 2>&1 || fail "train --backend eigen"
"$program" train --backend opencl --epochs 5 >/dev/null 2>&1 || fail "train --backend opencl"
"$program" render functions --activation gelu --size slide --out f.svg || fail "render"
grep -q '<svg' f.svg || fail "render wrote no SVG"
for workspace in functions training images; do
    "$program" --screenshot "$workspace.png" --workspace "$workspace" --size 1280x800 --theme light || fail "--screenshot of $workspace"
    is_picture "$workspace.png" || fail "the screenshot of $workspace is empty"
done
if "$program" train --epochs 0 2>message; then fail "train --epochs 0 was accepted"; fi
[ "$(wc -l <message)" -eq 1 ] || fail "wrong use took $(wc -l <message) lines"
echo "$program works"
