//! What is written in JavaScript: a sign-on service, and the checker of accessibility.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Env;
use crate::Result;
use crate::{find, process};

/// A folder under the target folder with exactly the packages of `xtask/node-peers/package-lock.json`.
pub(super) fn modules(root: &Path) -> Result<Env> {
    let folder = root.join("target/peers-node");
    let wanted = root.join("xtask/node-peers");
    let lock = fs::read_to_string(wanted.join("package-lock.json")).map_err(|fault| fault.to_string())?;
    let stamp = folder.join("installed.json");
    if find::program(&["node"], &[]).is_none() || find::program(&["npm"], &[]).is_none() {
        find::install(&["nodejs", "npm"]).map_err(|fault| format!("no Node.js {fault}"))?;
    }
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed != lock) || !stamp.exists() {
        println!("   installing the JavaScript peers into target/peers-node, once");
        fs::create_dir_all(&folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(wanted.join(name), folder.join(name)).map_err(|fault| format!("{name}: {fault}"))?;
        }
        let mut npm = Command::new("npm");
        process::text_of(
            npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"])
                .current_dir(&folder),
        )?;
        fs::write(&stamp, lock).map_err(|fault| format!("{}: {fault}", stamp.display()))?;
    }
    let of = |path: &str| {
        folder
            .join("node_modules")
            .join(path)
            .to_string_lossy()
            .into_owned()
    };
    Ok(vec![
        ("WENZHENG_TEST_OIDC_PROVIDER", of("oidc-provider")),
        ("WENZHENG_TEST_AXE", of("axe-core/axe.min.js")),
    ])
}
