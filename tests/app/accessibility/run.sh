#!/bin/bash
# run.sh PROGRAM: checks the window through AT-SPI, with a display and a bus of its own. 77, which ctest reads as skipped, where there are none to be had.
set -u
here=$(dirname "$(readlink -f "$0")")
skip() {
    echo "skipped: $1"
    exit 77
}
python=/usr/bin/python3 # the one that Debian installs packages for
for tool in dbus-run-session Xvfb "$python"; do
    command -v "$tool" >/dev/null || skip "there is no $tool (app/packages.sh says where it comes from)"
done
bridge=$(ls /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher 2>/dev/null | head -n 1)
[ -n "$bridge" ] || skip "there is no at-spi-bus-launcher (package at-spi2-core)"
"$python" -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null || skip "Python has no Atspi (package python3-pyatspi)"

home=$(mktemp -d)
display=
cleanup() {
    [ -n "$display" ] && kill "$display" 2>/dev/null
    rm -rf "$home"
}
trap cleanup EXIT
Xvfb -displayfd 3 -noreset -screen 0 1280x800x24 3>"$home/display" 2>"$home/xvfb" &
display=$!
for _ in $(seq 100); do
    [ -s "$home/display" ] && break
    sleep 0.1
done
[ -s "$home/display" ] || skip "Xvfb does not start: $(tail -n 1 "$home/xvfb")"
DISPLAY=:$(cat "$home/display")
export DISPLAY HOME=$home XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache XDG_RUNTIME_DIR=$home QT_QPA_PLATFORM=xcb
unset AT_SPI_BUS_ADDRESS DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY
dbus-run-session -- true 2>"$home/bus" || skip "no bus can be started: $(tail -n 1 "$home/bus")"
dbus-run-session -- bash -c "'$bridge' --launch-immediately & sleep 1; '$python' '$here/check_tree.py' '$1'; status=\$?; kill %1; exit \$status"
