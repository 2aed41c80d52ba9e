#!/usr/bin/env bash
# Builds an archive that installs itself on a machine without dpkg: build-tar.sh PROGRAM [FOLDER].
set -euo pipefail
program=$(realpath "$1")
output=$(realpath "${2:-.}")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
name=betternet-$("$here/version.sh")-linux-$(uname -m)
"$here/lay-out.sh" "$work/$name/root" "$program"
install -m 755 "$here/install.sh" "$work/$name/"
(cd "$work/$name" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
tar -C "$work" --owner=0 --group=0 --numeric-owner -czf "$output/$name.tar.gz" "$name"
(cd "$output" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
echo "$output/$name.tar.gz"
