# shellcheck shell=bash disable=SC2034
# The Debian packages that Actiscope is built from, and how the missing ones are installed. Sourced by app/run.sh and
# tests/run.sh, so that there is one list.

# One package a line: its name (or names that differ between releases, the first one that exists counts), then why. A question mark at the end:
# not every release has it; where there is none, nothing is installed for it.
build_packages=$(cat <<'PACKAGES'
build-essential                  the C++20 compiler
cmake                            configures the build
ninja-build                      runs the build
qt6-base-dev                     windows and widgets (Qt 6)
qt6-svg-dev|libqt6svg6-dev       icons, and figures as SVG
qt6-svg-plugins?                 marks of check boxes, arrows of spin boxes (Debian 12: in libqt6svg6)
qt6-tools-dev                    finds the translation tools
qt6-tools-dev-tools              translation tools
qt6-l10n-tools                   compiles translations
libqcustomplot-dev               plots
libeigen3-dev                    linear algebra, the reference backend
libboost-dev                     the t distribution (Boost.Math), for intervals over many seeds
libginac-dev                     derivatives of formulas that the user types
pkg-config|pkgconf               finds GiNaC
nlohmann-json3-dev               reads and writes JSON
zlib1g-dev                       unpacks data sets of images
libcsv-dev                       reads CSV files
opencl-c-headers                 the OpenCL interface
opencl-clhpp-headers             its C++ bindings
ocl-icd-opencl-dev               finds OpenCL devices at run time
pocl-opencl-icd                  OpenCL on the processor
fonts-dejavu-core                the letters of the window and of figures
fonts-dejavu-extra               the same letters in italics
fonts-nanum                      Korean letters
qt6-translations-l10n            Qt's own words, as of the buttons of a question
PACKAGES
)

# For the tests only.
test_packages=$(cat <<'PACKAGES'
libopenblas-dev                  the matrix product that the benchmark compares with
mold?                            links the test programs, faster than the usual linker
dataset-fashion-mnist            images whose training is compared with PyTorch's
oclgrind?                        finds races and accesses out of bounds in the kernels
clang-16|clang-19?               compiles what sanitizers look at; warns about the kernels
libclang-rt-16-dev|libclang-rt-19-dev?  its sanitizers
at-spi2-core                     what screen readers see of the window
python3-pyatspi                  looks at it
dbus                             the bus that it goes over
xvfb                             a display for that
PACKAGES
)

# "name status" of every package that dpkg knows, asked for once.
known_packages=
is_installed() {
    [ -n "$known_packages" ] || known_packages=$'\n'$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' 2>/dev/null)$'\n'
    [[ $known_packages == *$'\n'"$1 installed"$'\n'* ]]
}

can_be_installed() {
    [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ]
}

# The first of "a|b" that is installed, else the first that can be installed.
resolve_package() {
    local name
    local -a names
    IFS='|' read -r -a names <<<"$1"
    for name in "${names[@]}"; do
        if [ ${#names[@]} -eq 1 ] || is_installed "$name"; then
            echo "$name"
            return
        fi
    done
    for name in "${names[@]}"; do
        can_be_installed "$name" && echo "$name" && return
    done
    echo "${names[0]}"
}

# Installs what is missing of the given list, saying what and why.
install_missing() {
    local names reason name
    local -a missing=() names_only=() not_everywhere=() as_root=()
    if ! command -v dpkg-query >/dev/null; then
        echo "This is neither Debian nor Ubuntu, so nothing is installed; README.md lists what has to be there." >&2
        return 0
    fi
    while read -r names reason; do
        [ -n "$names" ] || continue
        is_installed "$(resolve_package "${names%"?"}")" && continue
        if [[ $names == *"?" ]] && ! can_be_installed "$(resolve_package "${names%"?"}")"; then
            not_everywhere+=("${names%"?"}" "$reason") # or the lists are not there yet
            continue
        fi
        names=${names%"?"}
        missing+=("$names" "$reason")
        names_only+=("${names%%|*}")
    done <<<"$1"
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            printf 'Packages are missing, and only root (or sudo) can install them:%s\n' "$(printf ' %s' "${names_only[@]}")" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Some packages are missing; the lists of what can be installed are brought up to date first."
    # The names can only be resolved once the package lists are there.
    "${as_root[@]}" apt-get update -qq
    echo "To be installed:"
    local -a to_install=()
    local i
    for ((i = 0; i < ${#not_everywhere[@]}; i += 2)); do
        can_be_installed "$(resolve_package "${not_everywhere[i]}")" && missing+=("${not_everywhere[@]:i:2}")
    done
    for ((i = 0; i < ${#missing[@]}; i += 2)); do
        name=$(resolve_package "${missing[i]}")
        to_install+=("$name")
        printf '  %-24s %s\n' "$name" "${missing[i + 1]}"
    done
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${to_install[@]}"
}
