# Lint and the tests, counted: the last line of `./clew test` says how many ran and how many failed.
# shellcheck shell=bash disable=SC2154  # LOGS comes from ./clew

FAILED_LINTS=
FAILED=()
DETAILS=()
rust_passed=0 rust_failed=0 browser_passed=0 browser_failed=0
SERVER_SIDE=(--workspace --exclude frontend-customer --exclude frontend-admin)
BROWSER_SIDE=(domain frontend-customer frontend-admin)
WITH_BINARIES=(--features server/with-binaries)

# lint_one NAME COMMAND …: all of them run, so that one answer names everything there is to mend.
lint_one() {
    local name=$1
    shift
    show "lint-$name" "$@" || FAILED_LINTS+="${FAILED_LINTS:+, }$name"
}

lock_is_current() {
    cargo metadata --locked --format-version 1 >/dev/null
}

# A machine that cannot reach Rust's own servers compiles with Debian's Rust: nothing we use may ask for a newer one.
debian_can_compile_it() {
    # shellcheck disable=SC2016  # JavaScript
    cargo metadata --locked --format-version 1 | node -e '
        const number = (version) => version.split(".").slice(0, 2).reduce((sum, part) => sum * 1000 + Number(part), 0);
        const { packages } = JSON.parse(require("fs").readFileSync(0, "utf8"));
        const newer = packages.filter((one) => one.rust_version && number(one.rust_version) > number(process.argv[1]));
        for (const one of newer) console.log(`${one.name} ${one.version} needs Rust ${one.rust_version}; Debian has ${process.argv[1]}`);
        process.exit(newer.length ? 1 : 0);' "$DEBIAN_RUST_OLDEST"
}

# Compiling has long stretches that keep a single core busy: what lint and the tests need is compiled beside the tools and the release
# build, where there is memory for both. It is a head start and no more: what fails here is done again where its turn comes, and told there.
compile_ahead() {
    local available package
    available=$(awk '/^MemAvailable:/ { print int($2 / 1024 / 1024) }' /proc/meminfo)
    [ "${available:-0}" -ge 12 ] || return 0
    # The crates are fetched once, or the two would wait for each other's downloads.
    cargo fetch --locked || return 0
    cargo clippy "${SERVER_SIDE[@]}" --all-targets -- -D warnings
    for package in "${BROWSER_SIDE[@]}"; do
        cargo clippy --package "$package" --target "$WASM" -- -D warnings
    done
    cargo test "${SERVER_SIDE[@]}" "${WITH_BINARIES[@]}" --no-run
}

lint() {
    say "Checking the lock file, the formatting and the types of the browser tests (seconds)"
    lint_one lock lock_is_current
    lint_one debian debian_can_compile_it
    lint_one fmt cargo fmt --all --check
    lint_one api-types make_api_types
    lint_one types node_modules/.bin/tsc --project end2end
    if has shellcheck; then lint_one shell shellcheck clew .ci/run scripts/*.sh; else note "shellcheck is not installed: skipped"; fi
    say "Clippy, server side (about 3 minutes the first time, then seconds)"
    lint_one clippy-server cargo clippy "${SERVER_SIDE[@]}" --all-targets -- -D warnings
    # One package at a time: together they would share features, and no browser gets that mixture.
    local package
    for package in "${BROWSER_SIDE[@]}"; do
        say "Clippy, $package in the browser (about a minute the first time, then seconds)"
        lint_one "clippy-$package" cargo clippy --package "$package" --target "$WASM" -- -D warnings
    done
    if has cargo-deny; then
        say "Licences and security notices of the dependencies (seconds)"
        lint_one deny cargo deny check
    else
        note "cargo-deny is not installed: licences and advisories skipped (cargo install cargo-deny)"
    fi
    [ -z "$FAILED_LINTS" ]
}

# Nobody's real shop or provider account may be reached from a test, whatever is in the shell.
forget_settings() {
    local name
    for name in $(compgen -e | grep -E '^(CLEW_|DATABASE_URL$|PG[A-Z]+$|STRIPE_|SHIPPO_|STITCH_|FEDEX_|UPS_|DHL_|CORREOS_|RESEND_|TWILIO_|SMTP_)'); do
        [ "$name" = CLEW_CACHE ] || unset "$name"
    done
}

# rust_tests NAME ARGUMENTS …: runs them and adds what cargo's closing lines count.
rust_tests() {
    local name=$1 log=$LOGS/${1// /-}.log status=0 passed failed
    shift
    show "${name// /-}-build" cargo test "$@" --no-run || { FAILED+=("$name: does not compile") && return; }
    : >"$log"
    # `timeout` comes first: it makes itself the head of its process group, and `run` must find everybody in one.
    # shellcheck disable=SC2016  # for the inner bash
    run timeout --kill-after=10 2400 bash -o pipefail -c '"${@:2}" | tee "$1"' - "$log" \
        cargo test "$@" --no-fail-fast || status=$?
    passed=$(count_tests passed "$log")
    failed=$(count_tests failed "$log")
    rust_passed=$((rust_passed + passed))
    rust_failed=$((rust_failed + failed))
    if [ "$failed" -gt 0 ]; then
        FAILED+=("$name: $(sed -n 's/^test \(.*\) \.\.\. .*FAILED.*/\1/p' "$log" | sort -u | paste -sd ' ')")
    elif [ "$status" != 0 ]; then
        FAILED+=("$name: cargo test ended with $status")
    elif [ "$passed" = 0 ]; then
        FAILED+=("$name: no test ran")
    fi
}

count_tests() {
    awk -v what="$1" '/^test result:/ { for (i = 2; i <= NF; i++) if ($i ~ "^" what) total += $(i - 1) } END { print total + 0 }' "$2"
}

browser_tests() {
    local report=$PWD/$LOGS/browser.json status=0
    rm -f "$report"
    PLAYWRIGHT_JSON_OUTPUT_NAME=$report run timeout --kill-after=10 2400 \
        node_modules/.bin/playwright test --config end2end/playwright.config.ts --reporter=list,json || status=$?
    if [ ! -s "$report" ]; then
        FAILED+=("browser tests: no report (exit $status)")
        return
    fi
    # A test that passed only at the second try is not a passed one.
    # shellcheck disable=SC2016  # JavaScript
    read -r browser_passed browser_failed < <(node -p '
        const { stats } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        `${stats.expected} ${stats.unexpected + stats.flaky}`' "$report")
    if [ "$browser_failed" -gt 0 ] || [ "$status" != 0 ]; then
        FAILED+=("browser tests: $browser_failed failed (exit $status)")
        why_browser_tests_failed "$report"
    elif [ "$browser_passed" = 0 ]; then
        FAILED+=("browser tests: none ran")
    fi
}

# Whoever only sees the end of a log sees what went wrong: each failed test with the first line of its error, and what the
# programs under test complained of last.
why_browser_tests_failed() {
    local line log
    # shellcheck disable=SC2016  # JavaScript
    while IFS= read -r line; do DETAILS+=("$line"); done < <(node -e '
        const plain = (text) => text.replaceAll(/\u001b\[[0-9;]*m/g, "").split("\n").filter((line) => line.trim()).slice(0, 3).join(" | ");
        const visit = (suite) => {
            for (const spec of suite.specs ?? []) {
                const error = spec.tests.flatMap((test) => test.results).find((result) => result.error)?.error;
                if (!spec.ok) console.log(`${spec.file}:${spec.line} ${spec.title}: ${plain(error?.message ?? "no error is known").slice(0, 300)}`);
            }
            (suite.suites ?? []).forEach(visit);
        };
        JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).suites.forEach(visit)' "$1")
    for log in end2end/results/logs/*.log; do
        [ -f "$log" ] || continue
        while IFS= read -r line; do DETAILS+=("${log##*/}: ${line:0:300}"); done < <(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E ' (WARN|ERROR) ' | tail -n 5)
    done
}

check_everything() {
    mkdir -p "$LOGS"
    # Before the tests, so that those of the built program are compiled and run with all the others.
    local binaries=()
    if build_release; then
        point_at_binaries
        binaries=("${WITH_BINARIES[@]}")
    else
        FAILED+=("$FAILED_BUILD; the tests of the built program and of the browser did not run")
    fi
    say "Compiling for lint and the tests, begun beside the above (about 5 minutes more the first time)"
    await_aside
    lint || FAILED+=("lint: $FAILED_LINTS")
    # Nothing here outlives the run, so nothing need reach the disk; the kill test has a safe one of its own.
    start_cluster fsync=off synchronous_commit=off full_page_writes=off max_connections=300
    say "Rust tests, those of the built program among them (about 8 minutes the first time, then 4)"
    rust_tests "rust tests" "${SERVER_SIDE[@]}" "${binaries[@]}"
    stop_cluster
    if [ ${#binaries[@]} -gt 0 ]; then
        say "Browser tests (about 15 minutes)"
        browser_tests
    fi
    report
}

# A check that is no test, such as lint, counts as one failure: the last line must never look green when we are not.
report() {
    local failures=$((rust_failed + browser_failed)) failure
    [ "$failures" -ge "${#FAILED[@]}" ] || failures=${#FAILED[@]}
    echo
    for failure in "${FAILED[@]}"; do printf 'FAILED  %s\n' "$failure"; done
    for failure in "${DETAILS[@]}"; do printf '        %s\n' "$failure"; done
    printf 'rust: %d passed, %d failed\n' "$rust_passed" "$rust_failed"
    printf 'browser: %d passed, %d failed\n' "$browser_passed" "$browser_failed"
    printf '%d passed, %d failed\n' "$((rust_passed + browser_passed))" "$failures"
    [ "$failures" = 0 ]
}
