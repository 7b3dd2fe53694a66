//! Writes the client's types and calls out of the API's released document (`docs/api/openapi-released.json`), so that building it needs no
//! server. Why not progenitor: it reads OpenAPI 3.0 only (`docs/adr/0058-clients-of-the-api.md`).

mod calls;
mod names;
mod print;
mod shapes;

use std::{env, error::Error, fs, path::Path};

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let released = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../docs/api/openapi-released.json");
    println!("cargo::rerun-if-changed={}", released.display());
    println!("cargo::rerun-if-changed=build");
    let document: Value = serde_json::from_str(&fs::read_to_string(&released)?)?;
    let mut shapes = shapes::Shapes::of(&document);
    let calls = calls::write(&document, &mut shapes);
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("types.rs"), print::types(&shapes))?;
    fs::write(Path::new(&out).join("calls.rs"), calls)?;
    Ok(())
}
