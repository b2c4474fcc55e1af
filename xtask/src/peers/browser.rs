//! Chromium and its driver. The tests start the driver themselves, each on a port of its own.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Env;
use crate::Result;
use crate::{find, process};

/// Finds both programs, or installs them.
pub(crate) fn find() -> Result<Env> {
    if chromium().is_none() || driver().is_none() {
        let what = if chromium().is_none() {
            "no chromium"
        } else {
            "no chromedriver"
        };
        find::install(&["chromium", "chromium-driver"]).map_err(|fault| format!("{what} {fault}"))?;
    }
    chinese_font();
    let browser = chromium().ok_or("no chromium, even after installing it")?;
    let driver = driver().ok_or("no chromedriver, even after installing it")?;
    let versions = (major(&browser)?, major(&driver)?);
    if versions.0 != versions.1 {
        return Err(format!(
            "chromium is version {}, but chromedriver {}",
            versions.0, versions.1
        ));
    }
    let text = |path: PathBuf| path.to_string_lossy().into_owned();
    Ok(vec![
        ("WENZHENG_TEST_CHROMIUM", text(browser)),
        ("WENZHENG_TEST_CHROMEDRIVER", text(driver)),
    ])
}

fn chromium() -> Option<PathBuf> {
    find::program(
        &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
        ],
        &[],
    )
}

fn driver() -> Option<PathBuf> {
    find::program(
        &["chromedriver"],
        &[
            "/usr/lib/chromium/chromedriver",
            "/usr/lib/chromium-browser/chromedriver",
        ],
    )
}

/// Without one, pictures show boxes for characters; the tests themselves pass all the same.
fn chinese_font() {
    let known = process::text_of(Command::new("fc-list").args([":lang=zh", "family"]));
    if known.is_ok_and(|fonts| !fonts.trim().is_empty()) {
        return;
    }
    if let Err(fault) = find::install(&["fontconfig", "fonts-noto-cjk"]) {
        println!("   no Chinese font {fault}: pictures will show boxes");
    }
}

/// The first number of `Chromium 143.0.7499.40 …` or `ChromeDriver 143.0…`.
fn major(program: &Path) -> Result<u32> {
    let said = process::text_of(Command::new(program).arg("--version"))?;
    version_in(&said)
        .ok_or_else(|| format!("{} does not tell its version: {}", program.display(), said.trim()))
}

fn version_in(text: &str) -> Option<u32> {
    text.split_whitespace()
        .find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn versions_are_read_from_what_the_programs_say() {
        assert_eq!(
            version_in("Chromium 143.0.7499.40 built on Debian GNU/Linux 12 (bookworm)"),
            Some(143)
        );
        assert_eq!(
            version_in("ChromeDriver 143.0.7499.40 (abc-refs/branch)"),
            Some(143)
        );
        assert_eq!(version_in("Google Chrome for Testing"), None);
    }
}
