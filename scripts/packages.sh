# What comes from Debian or Ubuntu, and from npm: only what is missing, and only when a command needs it.
# shellcheck shell=bash disable=SC2034,SC2154  # the other parts read CHROMIUM and PG_BIN

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Not through `run`: apt-get sees a Ctrl-C itself and never stops in the middle of unpacking.
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=a apt-get -o DPkg::Lock::Timeout=300 -qq "$@"
}

apt_install() {
    local why=$1
    shift
    has apt-get || die "$why: please install $* (this script can do so on Debian and Ubuntu only)"
    [ "$(id -u)" = 0 ] || has sudo ||
        die "$why: '$*' is missing. Run this as root, once: apt-get install $*"
    say "Installing $* ($why; a minute or so$([ "$(id -u)" = 0 ] || echo '; sudo may ask for your password'))"
    # An installation that was cut off once stays half done until somebody says this.
    [ -z "$(dpkg --audit 2>/dev/null)" ] || as_root dpkg --configure -a
    apt_update
    mkdir -p "$LOGS"
    apt_get install -y --no-install-recommends "$@" >"$LOGS/apt.log" 2>&1 ||
        { tail -n 20 "$LOGS/apt.log" && die "apt-get could not install: $*"; }
}

apt_updated=
apt_update() {
    [ -z "$apt_updated" ] || return 0
    note "refreshing the list of packages"
    apt_get update || note "apt-get update failed; going on with the lists that are there"
    apt_updated=yes
}

apt_has() {
    has apt-cache || return 1
    apt_update
    [[ $(apt-cache policy "$1" 2>/dev/null) == *"Candidate: "[!\(]* ]]
}

need_compiler() {
    local missing=()
    has cc && has make || missing+=(build-essential)
    has pkg-config || missing+=(pkg-config)
    has curl || missing+=(curl)
    has git || missing+=(git)
    [ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
    [ ${#missing[@]} = 0 ] || apt_install "to compile and to download" "${missing[@]}"
}

node_is_new_enough() {
    has node && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 18 ]
}

# wasm-opt, Playwright and axe: node_modules/ is right when npm finished after the lock was last written.
need_npm_tools() {
    has node || apt_install "wasm-opt and the browser tests run on it" nodejs
    has npm || apt_install "it fetches wasm-opt and Playwright" npm
    node_is_new_enough || die "Node.js $(node -v) is too old: please install version 18 or newer"
    [ ! node_modules/.package-lock.json -nt package-lock.json ] || return 0
    say "Fetching wasm-opt and Playwright (140 MB on disk; about 10 seconds)"
    show npm npm ci --no-progress --loglevel=error || die "npm ci failed"
    # `npm ci` keeps an older date when nothing had to be fetched.
    touch node_modules/.package-lock.json
}

# What attacks our API among the browser tests, with all it depends on at the versions of end2end/requirements.txt. Where it cannot be
# fetched, the tests that need it fail and say so; the others run.
need_schemathesis() {
    local venv=$TOOLS/schemathesis
    export SCHEMATHESIS=$venv/bin/schemathesis
    ! cmp -s end2end/requirements.txt "$venv/requirements.txt" || return 0
    python3 -c 'import ensurepip, venv' 2>/dev/null || apt_install "it attacks the API in tests" python3 python3-venv
    hold_tools
    say "Fetching schemathesis, which attacks the API in tests (60 MB on disk; about a minute)"
    rm -rf "$venv"
    if show schemathesis fetch_schemathesis "$venv"; then cp end2end/requirements.txt "$venv/"; fi
    release_tools
}

fetch_schemathesis() {
    python3 -m venv "$1" && "$1/bin/pip" install --quiet --disable-pip-version-check --requirement end2end/requirements.txt
}

find_postgres() {
    local folder
    for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr) "$(pg_config --bindir 2>/dev/null || true)"; do
        [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && PG_BIN=$folder && return 0
    done
    return 1
}

need_postgres() {
    if ! find_postgres; then
        # Clew runs a private PostgreSQL of its own; the package should not start another one.
        apt_install "the database's tools" postgresql-common
        local conf=/etc/postgresql-common/createcluster.d/clew.conf
        as_root mkdir -p "${conf%/*}"
        echo 'create_main_cluster = false' | as_root tee "$conf" >/dev/null
        apt_install "the database" postgresql
        as_root rm -f "$conf"
        find_postgres || die "PostgreSQL was installed, but no initdb is in /usr/lib/postgresql"
    fi
    [ "$(id -u)" != 0 ] || id postgres >/dev/null 2>&1 ||
        die "PostgreSQL refuses to run as root and there is no user 'postgres': create it, or run this as somebody else"
}

# Ubuntu's chromium is a snap, which cannot see Playwright's files: there Playwright brings its own.
find_chromium() {
    local name path
    for name in "${CHROMIUM:-}" chromium google-chrome google-chrome-stable chromium-browser; do
        path=$(command -v "${name:-/}") || continue
        case $(readlink -f "$path") in */snap | /snap/*) continue ;; esac
        grep -qsI snap "$path" && grep -qsI '^exec.*snap\|requires the chromium snap' "$path" && continue
        CHROMIUM=$path
        return 0
    done
    path=$(node -p "require('playwright-core').chromium.executablePath()" 2>/dev/null) && [ -x "$path" ] && CHROMIUM=$path
}

need_chromium() {
    if ! find_chromium; then
        if apt_has chromium; then
            apt_install "the browser tests need it" chromium
        else
            say "Fetching Chromium for the browser tests (150 MB; a minute or two)"
            env -u PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD node_modules/.bin/playwright install --with-deps chromium ||
                die "could not fetch Chromium: install it and set CHROMIUM to its path"
        fi
        find_chromium || die "Chromium was installed, but is not found: set CHROMIUM to its path"
    fi
    export CHROMIUM
    [ -n "$(fc-list :lang=ru 2>/dev/null)" ] || apt_install "letters for the Russian pages" fontconfig fonts-dejavu-core
}
