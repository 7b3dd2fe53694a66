# Saying what happens, running a command so that it can be stopped, and not treading on another run's feet.
# shellcheck shell=bash disable=SC2034,SC2154  # read and set by ./clew and the other parts

child=         # process group of the command that runs now
beat=          # process group of the "still at it" messages
aside=         # process group of what is done beside it
say() { printf '==> %s\n' "$*"; }
note() { printf '    %s\n' "$*"; }
die() {
    printf '\nclew: %s\n' "$*" >&2
    exit 1
}

# Runs a command in a process group of its own, so that stopping us stops its compilers, browsers and servers too.
run() {
    local status=0
    set -m
    "$@" </dev/null 8>&- 9>&- &
    child=$!
    set +m
    wait "$child" || status=$?
    child=
    return "$status"
}

# On a terminal the command's own output is the progress; elsewhere a line a minute, and the log's end when it fails.
show() {
    local name=$1 status=0 started=$SECONDS
    shift
    if [ -t 1 ] && [ -z "${CI:-}" ]; then
        run "$@" || status=$?
    else
        mkdir -p "$LOGS"
        start_beat
        run "$@" >"$LOGS/$name.log" 2>&1 || status=$?
        stop_beat
        [ "$status" = 0 ] || { tail -n 120 "$LOGS/$name.log" && note "the whole log: $LOGS/$name.log"; }
    fi
    [ "$status" = 0 ] || note "failed after $((SECONDS - started)) s"
    [ "$status" != 0 ] || note "done in $((SECONDS - started)) s"
    return "$status"
}

# begin_aside COMMAND …: does it beside what follows, without a word. `await_aside` waits for its end, not for its success.
begin_aside() {
    mkdir -p "$LOGS"
    set -m
    ("$@") </dev/null >"$LOGS/aside.log" 2>&1 8>&- 9>&- &
    aside=$!
    set +m
}

await_aside() {
    [ -n "$aside" ] || return 0
    start_beat
    wait "$aside" || true
    aside=
    stop_beat
}

start_beat() {
    set -m
    (
        minutes=0
        while sleep 60; do
            minutes=$((minutes + 1))
            note "… $minutes min"
        done
    ) 8>&- 9>&- &
    beat=$!
    set +m
}

stop_beat() {
    [ -n "$beat" ] || return 0
    kill -KILL -- "-$beat" 2>/dev/null || true
    wait "$beat" 2>/dev/null || true
    beat=
}

# TERM first; what has not gone after ten seconds is killed.
stop_group() {
    [ -n "$1" ] || return 0
    kill -TERM -- "-$1" 2>/dev/null || return 0
    local tenths=0
    while kill -0 -- "-$1" 2>/dev/null && [ "$tenths" -lt 100 ]; do
        sleep 0.1
        tenths=$((tenths + 1))
    done
    kill -KILL -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

finish() {
    local status=$?
    trap - EXIT
    # A second Ctrl-C must not cut the tidying short.
    trap '' INT TERM HUP
    stop_beat
    stop_group "$child"
    stop_group "$aside"
    stop_cluster
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

# One run at a time per checkout (they share ./target and the site folders) …
hold_checkout() {
    mkdir -p target
    exec 9>>target/clew.lock
    if ! flock --nonblock 9; then
        say "Another ./clew works in this folder ($(tail -n 1 target/clew.lock)); waiting for it. Ctrl-C gives up."
        run_locked 9
    fi
    printf '%s, process %s\n' "$1" "$$" >target/clew.lock
}
release_checkout() { exec 9>&-; }

# … and one installation at a time per machine.
hold_tools() {
    mkdir -p "$TOOLS/bin"
    exec 8>>"$CACHE/lock"
    flock --nonblock 8 || { say "Another ./clew installs tools; waiting for it. Ctrl-C gives up." && run_locked 8; }
}
release_tools() { exec 8>&-; }

# flock in the background, since bash answers a signal only between commands.
run_locked() {
    set -m
    flock "$1" &
    child=$!
    set +m
    wait "$child"
    child=
}
