#!/usr/bin/env bash
# Runs a program on Oclgrind's simulated device and fails when it reports anything (a race, an access out of bounds, a value
# that was never written) or the program does.
#
#   watch_accesses.sh OCLGRIND [OPTION…] -- PROGRAM [ARGUMENT…]
set -euo pipefail

simulator=()
while [ "$1" != -- ]; do
    simulator+=("$1")
    shift
done
shift
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
"${simulator[0]}" --log "$log" "${simulator[@]:1}" "$@" || status=$?
if [ -s "$log" ]; then
    head -c 4000 "$log" >&2
    exit 1
fi
exit "$status"
