//! The user under whom the database server runs: it refuses root.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::find;

/// Another user than root, by number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct User {
    uid: u32,
    gid: u32,
}

impl User {
    /// `None` when the present user will do.
    pub(super) fn for_server() -> Result<Option<Self>> {
        if !find::is_root() {
            return Ok(None);
        }
        let known = fs::read_to_string("/etc/passwd").map_err(|fault| format!("/etc/passwd: {fault}"))?;
        let user = Self::named("postgres", &known).or_else(|| Self::named("nobody", &known));
        user.map(Some)
            .ok_or_else(|| "the server refuses root, and there is no user postgres or nobody".to_owned())
    }

    fn named(name: &str, passwd: &str) -> Option<Self> {
        passwd.lines().find_map(|line| {
            let fields: Vec<&str> = line.split(':').collect();
            let [first, _, uid, gid, ..] = fields[..] else {
                return None;
            };
            if first != name {
                return None;
            }
            Some(Self {
                uid: uid.parse().ok()?,
                gid: gid.parse().ok()?,
            })
        })
    }

    /// Makes the program run as this user.
    pub(super) fn runs(self, command: &mut Command) {
        command.uid(self.uid).gid(self.gid);
    }

    /// Gives the folder to this user.
    pub(super) fn owns(self, folder: &Path) -> Result<()> {
        std::os::unix::fs::chown(folder, Some(self.uid), Some(self.gid))
            .map_err(|fault| format!("{}: {fault}", folder.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::User;

    #[test]
    fn a_user_is_found_by_the_whole_name() {
        let passwd = "root:x:0:0:root:/root:/bin/bash\npostgres2:x:7:7::/:\npostgres:x:112:119:,,,:/var/lib:/bin/bash\n";
        assert_eq!(User::named("postgres", passwd), Some(User { uid: 112, gid: 119 }));
        assert_eq!(User::named("nobody", passwd), None);
    }
}
