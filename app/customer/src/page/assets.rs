//! Where the stylesheet and the WASM are: asked once, since Leptos' own components read a file for every page.

use std::sync::OnceLock;

use leptos::{
    config::LeptosOptions, context::provide_context, hydration::HydrationScripts, nonce::Nonce, prelude::*,
};

/// Stands in the remembered script tags where a page's nonce belongs. Never sent.
const PLACE: &str = "nonce-goes-here";

/// What the head of a page loads.
pub struct Assets {
    /// The stylesheet's address.
    pub stylesheet: String,
    scripts: String,
}

impl Assets {
    /// The customer's. There is one set of them per program, so the first options asked with decide.
    pub fn of(options: &LeptosOptions) -> &'static Self {
        static ASSETS: OnceLock<Assets> = OnceLock::new();
        ASSETS.get_or_init(|| Self { stylesheet: stylesheet(options), scripts: scripts(options.clone()) })
    }

    /// Script tags that carry a nonce.
    pub fn scripts(&self, nonce: &str) -> String {
        self.scripts.replace(PLACE, nonce)
    }
}

/// cargo-leptos writes `css: <hash>` into the hash file beside the program.
fn stylesheet(options: &LeptosOptions) -> String {
    let hash = options
        .hash_files
        .then(|| std::env::current_exe().ok()?.parent().map(|folder| folder.join(options.hash_file.as_ref())))
        .flatten()
        .and_then(|file| std::fs::read_to_string(file).ok())
        .and_then(|hashes| {
            let (_, hash) =
                hashes.lines().filter_map(|line| line.split_once(':')).find(|(kind, _)| *kind == "css")?;
            Some(format!(".{}", hash.trim()))
        })
        .unwrap_or_default();
    format!("/{}/{}{hash}.css", options.site_pkg_dir, options.output_name)
}

fn scripts(options: LeptosOptions) -> String {
    Owner::new().with(|| {
        provide_context(Nonce::from_value(PLACE));
        view! { <HydrationScripts options islands=true/> }.to_html()
    })
}
