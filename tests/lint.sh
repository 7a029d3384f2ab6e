#!/usr/bin/env bash
# What the compiler does not say: the style (.clang-format, of clang-format 14) and a few checks of clang-tidy, for the
# files that are given or for all. Needs the dev preset's build folder, and clang-format and clang-tidy.
#
#   bash tests/lint.sh [--fix] [FILE…]      --fix: formats instead of complaining
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fix=false
if [ "${1:-}" = --fix ]; then
    fix=true
    shift
fi
if [ $# -gt 0 ]; then
    files=("$@")
else
    # The table of activations is laid out by hand.
    mapfile -t files < <(git ls-files '*.h' '*.cpp' | grep -v '^core/activations/builtin_activations.cpp$')
fi

status=0
if $fix; then
    clang-format -i "${files[@]}"
else
    clang-format --dry-run --Werror "${files[@]}" || status=1
fi
mapfile -t sources < <(printf '%s\n' "${files[@]}" | grep -E '^(core|gpu|ui|app)/.*\.cpp$' || true)
if [ ${#sources[@]} -gt 0 ]; then
    printf '%s\n' "${sources[@]}" | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/dev || status=1
fi
exit $status
