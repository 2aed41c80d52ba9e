# Shared by ./run and ./test: what the machine needs, and how to say what goes on.

build_packages=(libstemmer-dev libsqlite3-dev libbrotli-dev zlib1g-dev libqrencode-dev libarchive-dev libpq-dev)
browser_packages=(chromium chromium-driver fonts-dejavu-core python3-venv zbar-tools poppler-utils default-jre-headless w3m)
crash_packages=(e2fsprogs gdb python3)
postgres_packages=(postgresql)
nodes_packages=(nginx-light iproute2 python3)
server_packages=(openssl curl python3)
guide_packages=(debootstrap systemd-container patchelf binutils dpkg-dev python3)

say() { printf '\n== %s\n' "$*"; }

# Installs the Debian packages that are missing; without the rights, says which line does it.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
    done
    if [ ${#missing[@]} -gt 0 ]; then
        local line="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
        if [ "$(id -u)" -eq 0 ]; then
            say "Installing ${missing[*]}"
            DEBIAN_FRONTEND=noninteractive sh -c "$line" >/dev/null
        elif sudo -n true 2>/dev/null; then
            say "Installing ${missing[*]} with sudo"
            sudo -n DEBIAN_FRONTEND=noninteractive sh -c "$line" >/dev/null
        else
            echo "Some packages are missing. Run this line, then try again:" >&2
            echo "  sudo sh -c '$line'" >&2
            exit 1
        fi
    fi
    command -v swift >/dev/null || {
        echo "swift: not found: install the Swift toolchain (6.1 or newer) from https://www.swift.org/install and put it in PATH" >&2
        exit 1
    }
}

# swift build, with its progress but without the remarks that other people's packages print.
build() {
    swift build "$@" 2>&1 | {
        grep --line-buffered -v -e 'found 1 file(s) which are unhandled' -e '^    /.*\.md$' -e '^$' || true
    }
}
