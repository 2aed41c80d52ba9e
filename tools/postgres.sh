#!/usr/bin/env bash
# A private PostgreSQL cluster for tests, on this machine only, in a folder that can be thrown away afterwards.
#   tools/postgres.sh start DIR      makes it where it is missing, starts it, prints its address
#   tools/postgres.sh standby DIR    adds a standby that must have a write before it counts; prints the address of both
#   tools/postgres.sh promote DIR    the standby takes over
#   tools/postgres.sh kill DIR [primary|standby]    ends it as a power cut would
#   tools/postgres.sh stop DIR       stops all of it
# POSTGRES_LISTEN: more addresses to listen on, with commas, such as those of a test's own network (10.9.0.1).
set -euo pipefail

usage() { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 64; }
[ $# -ge 2 ] || usage
verb=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
part=${3:-primary}

bin=$(for folder in /usr/lib/postgresql/*/bin; do [ -x "$folder/initdb" ] && echo "$folder"; done | sort -V | tail -1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || true)")
[ -x "$bin/initdb" ] || { echo "initdb: not found: install the package postgresql" >&2; exit 1; }

# PostgreSQL refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$dir"
    as() { (cd "$dir" && runuser -u postgres -- "$@"); }
else
    as() { "$@"; }
fi
as test -w "$dir" || { echo "$dir: user postgres can't get there: choose a folder in /tmp" >&2; exit 1; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port() { sed -n 's/^port = //p' "$dir/$1/ours.conf"; }
sql() { as "$bin/psql" -h 127.0.0.1 -p "$(port "$1")" -U postgres -d "${3:-postgres}" -v ON_ERROR_STOP=1 -qAtc "$2"; }
running() { as "$bin/pg_ctl" -D "$dir/$1" status >/dev/null 2>&1; }

# What a folder is started with; the port is chosen once.
configure() {
    as tee "$dir/$1/ours.conf" >/dev/null <<CONF
port = $(free_port)
listen_addresses = '127.0.0.1${POSTGRES_LISTEN:+,$POSTGRES_LISTEN}'
unix_socket_directories = ''
max_connections = 300
shared_buffers = 32MB
wal_keep_size = 128MB
lc_messages = 'C'
CONF
}

launch() {
    # Its output must not hold a pipe open that the caller reads to its end.
    as "$bin/pg_ctl" -D "$dir/$1" -l "$dir/$1.log" -w -t 60 start >/dev/null 2>&1 \
        || { tail -20 "$dir/$1.log" >&2; exit 1; }
}

case $verb in
    start)
        if [ ! -f "$dir/primary/PG_VERSION" ]; then
            as "$bin/initdb" -D "$dir/primary" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
            as sh -c "echo \"include_if_exists 'ours.conf'\" >>'$dir/primary/postgresql.conf'"
            # Whoever is on the same network as an address that it listens on.
            as sh -c "echo 'host all,replication all samenet trust' >>'$dir/primary/pg_hba.conf'"
            configure primary
        fi
        running primary || launch primary
        if [ -z "$(sql primary "SELECT 1 FROM pg_database WHERE datname = 'betternet'")" ]; then
            sql primary "CREATE ROLE betternet LOGIN CREATEDB"
            sql primary "CREATE DATABASE betternet OWNER betternet"
            # For the test that looks into the files for what was wiped.
            sql primary "GRANT pg_checkpoint TO betternet"
            sql primary "GRANT EXECUTE ON FUNCTION pg_read_binary_file(text) TO betternet" betternet
        fi
        echo "postgresql://betternet@127.0.0.1:$(port primary)/betternet"
        ;;
    standby)
        as "$bin/pg_basebackup" -h 127.0.0.1 -p "$(port primary)" -U postgres -D "$dir/standby" -c fast --no-sync \
            -X stream -R -d "application_name=standby" >/dev/null
        configure standby
        launch standby
        for _ in $(seq 100); do
            [ -z "$(sql primary "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming'")" ] || break
            sleep 0.1
        done
        sql primary "ALTER SYSTEM SET synchronous_standby_names = 'standby'"
        sql primary "SELECT pg_reload_conf()" >/dev/null
        for _ in $(seq 100); do
            [ -z "$(sql primary "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")" ] || break
            sleep 0.1
        done
        [ -n "$(sql primary "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'")" ] \
            || { echo "The standby does not follow." >&2; exit 1; }
        echo "postgresql://betternet@127.0.0.1:$(port primary),127.0.0.1:$(port standby)/betternet"
        ;;
    promote) as "$bin/pg_ctl" -D "$dir/standby" -w -t 60 promote >/dev/null ;;
    kill)
        postmaster=$(head -1 "$dir/$part/postmaster.pid")
        as kill -9 "$postmaster"
        # Those that it started see that it is gone, and go too; until then nobody may start it again.
        for _ in $(seq 100); do running "$part" || break; sleep 0.1; done
        ;;
    stop)
        for each in standby primary; do
            if [ -d "$dir/$each" ] && running "$each"; then
                as "$bin/pg_ctl" -D "$dir/$each" -w -m immediate stop >/dev/null
            fi
        done
        ;;
    *) usage ;;
esac
