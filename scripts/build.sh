# The release build, the watching build and the benchmark.
# shellcheck shell=bash disable=SC2034  # FAILED_BUILD is read by the caller

FAILED_BUILD=

# Both browser bundles and the server in one go: the server-function addresses are hashes that must agree.
build_release() {
    FAILED_BUILD="the release build failed"
    say "Building the server and the browser bundles, optimised (about 6 minutes the first time, then seconds)"
    show build cargo-leptos build --release --precompress || return 1
    say "Building the sandbox, the world outside the shop (about a minute the first time, then seconds)"
    FAILED_BUILD="the sandbox does not build"
    show sandbox cargo build --release --package sandbox
}

where_things_are() {
    cat <<'TEXT'

  target/release/clew           the program: serve, work, migrate, check, create-admin, seed, demo
  target/release/clew-sandbox   Stripe, Shippo, the carriers and a mailbox in small, for trying things out
  target/site                   what the customer's browser downloads
  target/site-admin             what the staff's browser downloads

To ship it, keep the hash-*.txt files beside the program, and name the folders in CLEW_SITE and CLEW_SITE_ADMIN.
TEXT
}

# Names without hashes: the bundle that is not watched would otherwise keep pointing at old ones.
watch() {
    export LEPTOS_HASH_FILES=false
    say "Building everything once (about 3 minutes the first time, then seconds)"
    show dev-build cargo-leptos build || die "the build failed"
    show dev-sandbox cargo build --package sandbox || die "the sandbox does not build"
    say "Watching the $1 bundle and the server: about 4 seconds an edit; Ctrl-C stops it"
    run cargo-leptos watch --project "$1" -- demo
}

bench() {
    say "Building the benchmark (about a minute the first time, then seconds)"
    show bench cargo build --release --package bench || die "the benchmark does not build"
    point_at_binaries
    # PostgreSQL as in production: a benchmark without fsync would flatter us.
    start_cluster
    run target/release/clew-bench
}

# Tests and benchmarks run in folders of their own, so these are whole paths.
point_at_binaries() {
    export CLEW_BIN=$PWD/target/release/clew CLEW_SANDBOX_BIN=$PWD/target/release/clew-sandbox
    export CLEW_SITE=$PWD/target/site CLEW_SITE_ADMIN=$PWD/target/site-admin
}
