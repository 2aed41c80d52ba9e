#!/usr/bin/env bash
# Builds the Debian package: build-deb.sh PROGRAM [FOLDER]. PROGRAM is .build/release/betternet; the package runs on the
# release of Debian on which it was built.
set -euo pipefail
program=$(realpath "$1")
output=$(realpath "${2:-.}")
here=$(cd "$(dirname "$0")" && pwd)
for tool in patchelf strip dpkg-shlibdeps python3; do
    command -v "$tool" >/dev/null || { echo "$tool: not found: apt-get install patchelf binutils dpkg-dev python3" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$("$here/version.sh")
architecture=$(dpkg --print-architecture)
package=$work/betternet_${version}_$architecture
"$here/lay-out.sh" "$package" "$program"
install -m 644 "$here/debian/copyright" "$package/usr/share/doc/betternet/"

# Which packages hold the libraries that the program asks for, and from which version on.
mkdir -p "$work/shlibs/debian"
printf 'Source: betternet\n\nPackage: betternet\nArchitecture: any\n' >"$work/shlibs/debian/control"
needs=$(cd "$work/shlibs" && dpkg-shlibdeps -O -l"$package/usr/lib/betternet" \
    "$package/usr/lib/betternet/betternet" "$package"/usr/lib/betternet/*.so 2>"$work/shlibs/log" \
    | sed -n 's/^shlibs:Depends=//p') || { cat "$work/shlibs/log" >&2; exit 1; }

install -d "$package/DEBIAN"
sed -e "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@NEEDS@/$needs/" \
    -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$package" | cut -f1)/" "$here/debian/control" >"$package/DEBIAN/control"
install -m 644 "$here/debian/conffiles" "$package/DEBIAN/"
install -m 755 "$here"/debian/{postinst,prerm,postrm} "$package/DEBIAN/"
(cd "$package" && find usr -type f -print0 | sort -z | xargs -0 md5sum) >"$package/DEBIAN/md5sums"
dpkg-deb --root-owner-group -Zzstd --build "$package" "$output" >/dev/null
(cd "$output" && sha256sum "betternet_${version}_$architecture.deb" >"betternet_${version}_$architecture.deb.sha256")
echo "$output/betternet_${version}_$architecture.deb"
