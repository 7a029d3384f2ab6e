#!/usr/bin/env bash
# What the compiler does not say: the style of lines that have changed (.clang-format, of clang-format 14), and a few checks of clang-tidy for the files that
# they are in. Other lines stay as they are: tables are laid out by hand, and what nobody changes need not move. Needs the dev preset's build folder,
# clang-format, and clang-tidy 16 or newer (clang-tidy-16 in Debian 12: 14 takes the standard library's ranges for errors).
#
#   bash tests/lint.sh [--fix] [--since COMMIT] [FILE…]
#
# --since: lines that differ from this commit, not only from the last one; --fix: formats them instead of complaining. With files, all lines of these.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fix=false
since=HEAD
while [[ ${1:-} == --* ]]; do
    case "$1" in
    --fix) fix=true ;;
    --since)
        since=$(git rev-parse --verify --quiet "${2:-}^{commit}") || { echo "tests/lint.sh: --since needs a commit" >&2; exit 2; }
        shift
        ;;
    *)
        echo "tests/lint.sh: '$1' is not an option; accepted: --fix, --since COMMIT" >&2
        exit 2
        ;;
    esac
    shift
done

status=0
if [ $# -gt 0 ]; then
    files=("$@")
    if $fix; then
        clang-format -i "${files[@]}"
    else
        clang-format --dry-run --Werror "${files[@]}" || status=1
    fi
else
    mapfile -t files < <(git diff --name-only --diff-filter=d "$since" -- '*.h' '*.cpp')
    if $fix; then
        git clang-format --quiet --force "$since" -- '*.h' '*.cpp' || true # which says by its status that it did something
    else
        wanted=$(git clang-format --quiet --diff "$since" -- '*.h' '*.cpp' || true)
        [ -z "$wanted" ] || { echo "$wanted"; status=1; }
    fi
fi
mapfile -t sources < <(printf '%s\n' "${files[@]}" | grep -E '^(core|gpu|ui|app)/.*\.cpp$' || true)
if [ ${#sources[@]} -gt 0 ]; then
    tidy=$(compgen -c clang-tidy- | grep -E '^clang-tidy-[0-9]+$' | sort -uV | tail -1)
    printf '%s\n' "${sources[@]}" | xargs -P "$(nproc)" -n 4 "${tidy:-clang-tidy}" --quiet -p build/dev || status=1
fi
exit $status
