#!/bin/sh
# Installs or upgrades Betternet from this archive, after checking it. A configuration that is there stays.
set -eu
cd "$(dirname "$0")"
[ "$(id -u)" -eq 0 ] || { echo "run this as root" >&2; exit 1; }
sha256sum --quiet --strict -c SHA256SUMS || { echo "this archive is damaged: fetch it again" >&2; exit 1; }

missing=$(ldd root/usr/lib/betternet/betternet | awk '/not found/ { print $1 }' | sort -u)
if [ -n "$missing" ]; then
    echo "these libraries are missing: $missing" >&2
    echo "on Debian 12: apt-get install libsqlite3-0 libstemmer0d libbrotli1 zlib1g libqrencode4 libarchive13 libxml2 libpq5" >&2
    exit 1
fi

getent passwd betternet >/dev/null \
    || useradd --system --user-group --home-dir /var/lib/betternet --shell /usr/sbin/nologin betternet
# The new program beside the old, then in its place: one that runs keeps its own.
for folder in usr/lib/betternet usr/share/betternet; do
    rm -rf "/$folder.new"
    mkdir -p "/$(dirname "$folder")"
    cp -r "root/$folder" "/$folder.new"
    rm -rf "/$folder.old"
    [ ! -e "/$folder" ] || mv "/$folder" "/$folder.old"
    mv "/$folder.new" "/$folder"
    rm -rf "/$folder.old"
done
for folder in usr/bin usr/lib/systemd/system usr/share/doc usr/share/man usr/share/bash-completion; do
    mkdir -p "/$folder"
    cp -r "root/$folder/." "/$folder/"
done
install -d -m 750 -g betternet /etc/betternet
[ -e /etc/betternet/betternet.yaml ] || install -m 640 -g betternet root/etc/betternet/betternet.yaml /etc/betternet/
install -d -m 700 -o betternet -g betternet /var/lib/betternet /var/backups/betternet
runuser -u betternet -- betternet serve --check
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl try-restart betternet.service
fi
echo "Installed. To open the site: systemctl enable --now betternet.socket betternet.service betternet-backup.timer"
