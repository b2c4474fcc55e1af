//! Writes the documents of conformance: `cargo xtask conformance`.
#![allow(clippy::print_stdout, reason = "it says what it wrote")]

mod gather;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    for (path, text) in gather::documents(&root)? {
        let file = root.join(&path);
        if std::fs::read_to_string(&file).ok().as_deref() != Some(text.as_str()) {
            std::fs::write(&file, text)?;
            println!("{path}: written anew");
        }
    }
    Ok(())
}
