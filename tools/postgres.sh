#!/bin/sh
# A private PostgreSQL for tests: its own directory, port and socket, gone after stop.
#
#   tools/postgres.sh start        prints the connection string; its directory is after host=
#   tools/postgres.sh stop DIR     stops the cluster in DIR (the string is accepted, too) and removes it
#
# Uses the versioned programs that Debian installs; root runs them as the user postgres.
set -eu

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -d /usr/lib/postgresql/15/bin ] && programs=/usr/lib/postgresql/15/bin
[ -n "$programs" ] || { echo "postgres.sh: no PostgreSQL here; install the package postgresql-15" >&2; exit 1; }

as_postgres() {
    if [ "$(id -u)" = 0 ]; then (cd / && exec runuser -u postgres -- "$@"); else "$@"; fi
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
    dir=$(as_postgres mktemp -d /tmp/maplebridge-postgres-XXXXXX)
    trap 'as_postgres rm -rf "$dir"' EXIT
    port=$(free_port)
    as_postgres "$programs/initdb" -D "$dir/data" --username=postgres --auth=trust \
        --locale=C --encoding=UTF8 --no-instructions >"/dev/null"
    # Durable as in life; reachable by the socket only.
    as_postgres sh -c "cat >>'$dir/data/postgresql.conf'" <<CONF
port = $port
listen_addresses = ''
unix_socket_directories = '$dir'
fsync = on
max_connections = 200
shared_buffers = 64MB
logging_collector = off
CONF
    as_postgres "$programs/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 start >/dev/null 2>&1 </dev/null || {
        as_postgres cat "$dir/log" >&2
        exit 1
    }
    trap - EXIT
    echo "postgresql:///postgres?host=$dir&port=$port&user=postgres"
}

stop() {
    dir=$(printf '%s' "$1" | sed 's/.*host=//; s/&.*//')
    case $dir in
        */maplebridge-postgres-*) ;;
        *) echo "postgres.sh: $dir is not a directory that start made" >&2; exit 2 ;;
    esac
    [ -d "$dir/data" ] || exit 0
    as_postgres "$programs/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1 || true
    as_postgres rm -rf "$dir"
}

case "${1-}" in
    start) start ;;
    stop) [ $# = 2 ] || { echo "usage: postgres.sh stop DIR" >&2; exit 2; }; stop "$2" ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
