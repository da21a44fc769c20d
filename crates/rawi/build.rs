//! Finds every table of the lexicon, so that none needs to be listed by hand, and embeds its text.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("../../lexicon");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    walk(&root, &mut files)?;
    files.sort();
    let mut source = String::from("pub(crate) static TABLES: &[(&str, &str)] = &[\n");
    for file in files {
        println!("cargo:rerun-if-changed={}", file.display());
        let name = file
            .strip_prefix(&root)
            .expect("below the root")
            .display()
            .to_string()
            .replace('\\', "/");
        let path = fs::canonicalize(&file)?;
        writeln!(
            source,
            "    ({name:?}, include_str!({:?})),",
            path.display().to_string()
        )
        .expect("a string takes it");
    }
    source.push_str("];\n");
    fs::write(
        Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("tables.rs"),
        source,
    )
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else if path
            .extension()
            .is_some_and(|e| e == "toml" || e == "tsv" || e == "txt")
        {
            files.push(path);
        }
    }
    Ok(())
}
