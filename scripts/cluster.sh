# A PostgreSQL of our own that lives as long as this run: a socket in a private folder, no port, no password.
# shellcheck shell=bash disable=SC2154  # PG_BIN comes from packages.sh

cluster=

# PostgreSQL refuses root.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# start_cluster [setting=value …]
start_cluster() {
    local root setting settings=""
    for setting in "$@"; do settings+=" -c $setting"; done
    for root in "${TMPDIR:-/tmp}" /tmp; do
        # A socket's path has 107 characters at most, and the database's user must get there.
        [ ${#root} -le 60 ] && as_postgres test -x "$root" && break
    done
    cluster=$(mktemp -d "$root/clew-pg.XXXXXXXX")
    [ "$(id -u)" != 0 ] || chown postgres: "$cluster"
    say "Starting a throw-away PostgreSQL (2 seconds)"
    guard_cluster
    (
        cd "$cluster" # initdb complains about a folder that its user cannot read
        as_postgres "$PG_BIN/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
            as_postgres "$PG_BIN/pg_ctl" start -w -D "$cluster/data" -l "$cluster/log" \
                -o "-k $cluster -c listen_addresses='' $settings"
    ) >"$cluster/start.log" 2>&1 8>&- 9>&- ||
        die "PostgreSQL did not start: $(cat "$cluster/start.log" "$cluster/log" 2>/dev/null)"
    export DATABASE_URL="postgres://postgres@localhost/postgres?host=$cluster"
}

stop_cluster() {
    [ -n "$cluster" ] || return 0
    remove_cluster "$cluster"
    unset DATABASE_URL
    cluster=
}

remove_cluster() {
    (
        cd /
        as_postgres "$PG_BIN/pg_ctl" stop -m immediate -D "$1/data" >/dev/null 2>&1 || true
        rm -rf -- "$1"
    )
}

# For the end that no trap sees (kill -9, a closed container): waits for this process to go, then tidies up.
guard_cluster() {
    set -m
    (
        trap - EXIT
        trap '' INT TERM HUP
        tail --pid=$$ -f /dev/null
        [ ! -d "$cluster" ] || remove_cluster "$cluster"
    ) </dev/null >/dev/null 2>&1 8>&- 9>&- &
    disown
    set +m
}
