//! The language in which the command line answers.

use calendar::Lang;

/// The language asked for, else that of the machine; English where the machine speaks no Chinese.
pub(crate) fn choose(asked: Option<&str>) -> Lang {
    let machine = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()))
    };
    match asked.map(str::to_owned).or_else(machine) {
        Some(name) if name.starts_with("zh") => Lang::Zh,
        _ => Lang::En,
    }
}
