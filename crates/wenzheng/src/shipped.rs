//! The procedures that the program carries along: files for writing and shipping, read nowhere else.

use ::procedure::Wanted;
use std::path::{Path, PathBuf};

/// Each procedure file, as its text.
const PROCEDURES: &[&str] = &[
    include_str!("../../../procedures/suqian-12345.toml"),
    include_str!("../../../procedures/pingliang-messages.toml"),
    include_str!("../../../procedures/jungar-messages.toml"),
    include_str!("../../../procedures/wenshao-wenzheng.toml"),
];

/// Each rule fragment, by its id: `procedures/rules/ID.toml`.
const RULES: &[(&str, &str)] = &[(
    "national-guidance-2025",
    include_str!("../../../procedures/rules/national-guidance-2025.toml"),
)];

/// The shipped procedures, each with what it includes. One that cannot be put together is left out; a test sees to it
/// that there is none.
pub(crate) fn procedures() -> Vec<String> {
    let whole = PROCEDURES
        .iter()
        .filter_map(|text| ::procedure::assemble(text, &find).ok());
    whole.map(|whole| whole.text).collect()
}

/// What a shipped file names: fragments and procedures, all of them shipped.
pub(crate) fn find(wanted: Wanted<'_>) -> Option<String> {
    match wanted {
        Wanted::Rules(id) => RULES
            .iter()
            .find(|(known, _)| *known == id)
            .map(|(_, text)| (*text).to_owned()),
        Wanted::Procedure(id) => procedures()
            .into_iter()
            .find(|text| ::procedure::read(text).is_ok_and(|read| read.head.id == id)),
    }
}

/// What a file names that lies in `folder`: beside it or one folder up, else shipped.
pub(crate) fn find_beside(folder: &Path, wanted: Wanted<'_>) -> Option<String> {
    let name = match wanted {
        Wanted::Rules(id) => PathBuf::from("rules").join(format!("{id}.toml")),
        Wanted::Procedure(id) => PathBuf::from(format!("{id}.toml")),
    };
    let plain = |id: &str| !id.contains(['/', '\\']) && !id.starts_with('.');
    let (Wanted::Rules(id) | Wanted::Procedure(id)) = wanted;
    let places = [folder.join(&name), folder.join("..").join(&name)];
    let beside = places.iter().filter(|_| plain(id));
    let mut texts = beside.filter_map(|path| std::fs::read_to_string(path).ok());
    texts.next().or_else(|| find(wanted))
}

/// The folder of a file.
pub(crate) fn folder_of(file: &Path) -> &Path {
    match file.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}
