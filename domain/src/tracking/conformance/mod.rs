//! What was collected of carriers' wires, codes and numbers, held against ours: read in place where the folder lies beside the project (or
//! where `CLEW_FIXTURES` says), never copied.

mod carriers;
mod tables;

use std::{collections::BTreeSet, fs, io::Write, path::PathBuf};

/// The folder, or nothing, said aloud past libtest: a skipped proof is none.
fn fixtures() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    let folder = std::env::var_os("CLEW_FIXTURES").map_or_else(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    writeln!(std::io::stderr().lock(), "skipped: there is no {}", folder.display()).unwrap();
    None
}

fn bytes(path: &str) -> Vec<u8> {
    let file = fixtures().unwrap().join(path);
    fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Names of all JSON files of a folder.
fn names(folder: &str) -> BTreeSet<String> {
    let files = fs::read_dir(fixtures().unwrap().join(folder)).unwrap().flatten();
    files.map(|file| file.file_name().into_string().unwrap()).filter(|name| name.ends_with(".json")).collect()
}
