# Rust, its WASM target, cargo-leptos and wasm-bindgen: the versions that rust-toolchain.toml and Cargo.lock name.
# shellcheck shell=bash disable=SC2154  # TOOLS and CACHE come from ./clew

CARGO_LEPTOS=0.3.11
# Compilers of Debian that are new enough, for a machine that cannot reach Rust's own servers.
DEBIAN_RUST=(rustc-web cargo-web rust-web-src rustfmt-web rust-web-clippy lld-22)
DEBIAN_RUST_OLDEST=1.96
WASM=wasm32-unknown-unknown

need_build_tools() {
    need_rust
    need_npm_tools
    need_cargo_tool cargo-leptos cargo-leptos "$CARGO_LEPTOS" "about 7 minutes, once" --locked --features no_downloads
    need_cargo_tool wasm-bindgen-cli wasm-bindgen "$(locked_version wasm-bindgen)" "about 2 minutes, once"
}

locked_version() {
    awk -v want="name = \"$1\"" '$0 == want { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock
}

need_rust() {
    CHANNEL=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
    need_compiler
    PATH="$TOOLS/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
    # An override in somebody's shell must not beat the file that everybody shares.
    export RUSTUP_TOOLCHAIN=$CHANNEL
    rust_is_ready "$CHANNEL" && return
    hold_tools
    rust_is_ready "$CHANNEL" || use_debian_rust || rust_from_rustup || rust_from_debian ||
        die "Rust $CHANNEL could not be installed. Install it from https://rustup.rs and run this again."
    release_tools
}

# rust_is_ready OLDEST: a compiler at least that new, able to build for the browser, with clippy and rustfmt.
rust_is_ready() {
    local version libraries
    has cargo && version=$(rustc --version 2>/dev/null) || return 1
    version=${version#rustc }
    printf '%s\n' "$1" "${version%% *}" | sort -VC || return 1
    # `rustc --print` answers without the target, too; only its standard library tells.
    libraries=$(rustc --print target-libdir --target "$WASM" 2>/dev/null) || return 1
    compgen -G "$libraries/libstd-*.rlib" >/dev/null &&
        cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1
}

rust_from_rustup() {
    has rustup || install_rustup || return 1
    say "Installing Rust $CHANNEL with the WASM target (half a minute, more on a slow line)"
    show rust timeout 600 rustup toolchain install "$CHANNEL" --profile minimal -c clippy -c rustfmt -t "$WASM" &&
        rust_is_ready "$CHANNEL"
}

install_rustup() {
    # Debian's package would push out a Rust that came from Debian, too.
    if ! has rustc && apt_has rustup; then
        apt_install "it installs Rust" rustup
        return
    fi
    say "Fetching rustup, Rust's installer, into ${CARGO_HOME:-~/.cargo} (half a minute)"
    local script=$CACHE/rustup-init.sh
    run timeout 60 curl --proto '=https' --tlsv1.2 --silent --show-error --fail --output "$script" https://sh.rustup.rs &&
        show rustup timeout 300 sh "$script" -y --no-modify-path --profile minimal --default-toolchain none && has rustup
}

# Debian's packages lack the WASM library: it is built once from the source package and put beside the others.
rust_from_debian() {
    apt_has "${DEBIAN_RUST[0]}" || return 1
    say "Rust's own servers cannot be reached: taking Debian's Rust instead (about 2 minutes)"
    apt_install "Rust from Debian" "${DEBIAN_RUST[@]}"
    local libraries crate=$CACHE/wasm-std
    libraries=$(/usr/bin/rustc --print target-libdir --target "$WASM") || return 1
    if ! compgen -G "$libraries/libstd-*.rlib" >/dev/null; then
        rm -rf "$crate"
        mkdir -p "$crate/src"
        printf '[package]\nname = "wasm-std"\nedition = "2021"\n' >"$crate/Cargo.toml"
        : >"$crate/src/lib.rs"
        show wasm-std env -u RUSTUP_TOOLCHAIN RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 /usr/bin/cargo build --release \
            --manifest-path "$crate/Cargo.toml" --target "$WASM" -Zbuild-std=std,panic_abort,proc_macro,test || return 1
        # A copy under another name, then a rename: a run stopped here leaves no half library.
        as_root rm -rf "$libraries.new" && as_root mkdir -p "$libraries.new" &&
            as_root cp "$crate/target/$WASM/release/deps/"*.rlib "$libraries.new/" &&
            as_root rm -rf "$libraries" && as_root mv -T "$libraries.new" "$libraries" || return 1
        rm -rf "$crate"
    fi
    ! has rustup || rustup toolchain link debian /usr
    use_debian_rust
}

use_debian_rust() {
    export RUSTUP_TOOLCHAIN=debian
    if rust_is_ready "$DEBIAN_RUST_OLDEST"; then
        name_the_linker
        return
    fi
    export RUSTUP_TOOLCHAIN=$CHANNEL
    return 1
}

# Rust links for the browser with a program called `rust-lld`; Debian has the same one under LLVM's name.
name_the_linker() {
    local lld
    mkdir -p "$TOOLS/bin"
    has rust-lld || ! lld=$(command -v "${DEBIAN_RUST[-1]}") || ln -sf "$lld" "$TOOLS/bin/rust-lld"
}

# Their own release profiles take three times as long to compile and make these tools no faster for us.
need_cargo_tool() {
    local crate=$1 program=$2 version=$3 time=$4
    shift 4
    tool_is_ready "$program" "$version" && return
    hold_tools
    if ! tool_is_ready "$program" "$version"; then
        say "Compiling $crate $version ($time)"
        # Kept when stopped half way, so that the next run goes on from there.
        show "$crate" env CARGO_TARGET_DIR="$CACHE/build-$crate" CARGO_PROFILE_RELEASE_LTO=off \
            CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
            cargo install "$crate" --version "$version" --root "$CACHE/new-$crate" --force "$@" ||
            die "$crate $version could not be installed"
        mv -f "$CACHE/new-$crate/bin/"* "$TOOLS/bin/"
        rm -rf "$CACHE/new-$crate" "$CACHE/build-$crate"
    fi
    release_tools
    tool_is_ready "$program" "$version" || die "$program $version was installed, but does not start"
}

tool_is_ready() {
    [ "$("$TOOLS/bin/$1" --version 2>/dev/null)" = "$1 $2" ]
}
