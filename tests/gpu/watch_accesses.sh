#!/usr/bin/env bash
# Runs a program that says nothing when all is well on Oclgrind's simulated device, and fails when anything is said (a race, an access
# out of bounds) or the program fails. Oclgrind's --log would not do: each OpenCL context of a program begins the file anew.
#
#   watch_accesses.sh OCLGRIND OPTION… PROGRAM ARGUMENT…
set -euo pipefail

said=$(mktemp)
trap 'rm -f "$said"' EXIT
status=0
"$@" >"$said" 2>&1 || status=$?
if [ -s "$said" ]; then
    head -c 4000 "$said" >&2
    exit 1
fi
exit "$status"
