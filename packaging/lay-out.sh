#!/usr/bin/env bash
# Lays out an installation below a folder: lay-out.sh ROOT PROGRAM. Used by build-deb.sh and build-tar.sh.
set -euo pipefail
root=$1
program=$2
here=$(cd "$(dirname "$0")" && pwd)
house=$(dirname "$here")

install -d "$root"/usr/{bin,lib/betternet,lib/systemd/system,share/betternet,share/doc/betternet,share/man/man1} \
    "$root"/usr/share/bash-completion/completions "$root"/etc/betternet

# The program, without what only a debugger reads; names of functions stay, for the trace of a crash.
install -m 755 "$program" "$root/usr/lib/betternet/betternet"
strip --strip-debug "$root/usr/lib/betternet/betternet"
ln -s ../lib/betternet/betternet "$root/usr/bin/betternet"

# The Swift runtime, which no distribution has, lies beside it; what Debian has is a dependency.
ldd "$program" | awk '$3 ~ /\/lib\/swift\/linux\// { print $3 }' | sort -u | while read -r library; do
    install -m 644 "$library" "$root/usr/lib/betternet/"
    strip --strip-debug "$root/usr/lib/betternet/$(basename "$library")"
    patchelf --set-rpath '$ORIGIN' "$root/usr/lib/betternet/$(basename "$library")"
done
# And is looked for nowhere else: not where it lay on the machine that built it.
patchelf --set-rpath '$ORIGIN' "$root/usr/lib/betternet/betternet"

install -m 755 "$here/nightly-backup" "$root/usr/lib/betternet/"
install -m 644 "$here"/systemd/*.{service,socket,timer} "$root/usr/lib/systemd/system/"
install -m 640 "$here/etc/betternet.yaml" "$root/etc/betternet/"
cp -r --no-preserve=mode,ownership "$house/catalogue" "$root/usr/share/betternet/"
# The pages lie to one another as they do in the source, so that what they link to is there.
(cd "$house" && find docs README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md STYLE.md {Benchmarks,Tests/SearchQuality}/README.md catalogue/pages/charter.yaml -type f \
    -exec install -D -m 644 {} "$root/usr/share/doc/betternet/{}" \;)

"$program" --generate-completion-script bash | sed "1{/^#!/d}" >"$root/usr/share/bash-completion/completions/betternet"
"$program" --experimental-dump-help | python3 "$here/manual.py" | gzip -9n >"$root/usr/share/man/man1/betternet.1.gz"

find "$root" -type d -exec chmod 755 {} +
