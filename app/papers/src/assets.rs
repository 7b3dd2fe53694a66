//! The stylesheet and the scripts of these documents. They are part of the program: nothing has to be built or found for them.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::LazyLock,
};

/// One file.
#[derive(Debug)]
pub struct Asset {
    /// Where it is served. Holds a hash of the content, so that a browser may keep it for ever.
    pub path: String,
    /// Its media type.
    pub kind: &'static str,
    /// Its content.
    pub body: &'static str,
}

impl Asset {
    fn new(name: &str, ending: &str, kind: &'static str, body: &'static str) -> Self {
        let mut hash = DefaultHasher::new();
        body.hash(&mut hash);
        Self { path: format!("/papers/{name}.{:016x}.{ending}", hash.finish()), kind, body }
    }
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

/// How papers look, on the screen and printed.
pub static STYLE: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new("papers", "css", "text/css; charset=utf-8", include_str!("../../../style/papers.css"))
});
/// Notes a print run, then prints.
pub static PRINT: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("print", "js", SCRIPT, include_str!("print.js")));
/// Hears scanners on every page of the admin, and runs the scanning page.
pub static SCAN: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("scan", "js", SCRIPT, include_str!("scan.js")));

/// All of them.
pub fn all() -> [&'static Asset; 3] {
    [&*STYLE, &*PRINT, &*SCAN]
}
