//! `cargo xtask deb`: the program as a package for Debian and what descends from it, made with dpkg-deb alone.

mod check;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::{find, process};

pub(crate) use check::check;

/// Where its parts come from, in the repository.
const SOURCES: &str = "packaging/debian";
/// Where the package goes, and what was made on the way.
const TARGET: &str = "target/deb";

/// How the program is built, and how hard the package is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// For use.
    Release,
    /// To look at the package: as the tests have built it already.
    Debug,
}

/// Builds the program and the package. True when it is there.
pub(crate) fn run(root: &Path) -> bool {
    match build(root, Build::Release) {
        Ok(package) => {
            println!("{}", package.display());
            true
        }
        Err(fault) => {
            println!("   {fault}");
            false
        }
    }
}

/// The path of the package.
pub(crate) fn build(root: &Path, how: Build) -> Result<PathBuf> {
    for (program, package) in [("dpkg-deb", "dpkg"), ("strip", "binutils"), ("gzip", "gzip")] {
        if find::program(&[program], &[]).is_none() {
            find::install(&[package]).map_err(|fault| format!("no {program} {fault}"))?;
        }
    }
    let program = compiled(root, how)?;
    let tree = root.join(TARGET).join("tree");
    let made = Made {
        root,
        tree: tree.clone(),
    };
    if tree.exists() {
        fs::remove_dir_all(&tree).map_err(|fault| of(&tree, fault))?;
    }
    let program = made.take(&program, "usr/bin/wenzheng", 0o755)?;
    process::text_of(Command::new("strip").arg("--strip-unneeded").arg(&program))?;
    made.files()?;
    let version = env!("CARGO_PKG_VERSION");
    let architecture = process::text_of(Command::new("dpkg").arg("--print-architecture"))?;
    let architecture = architecture.trim();
    made.control(&program, version, architecture)?;
    let package = root
        .join(TARGET)
        .join(format!("wenzheng_{version}_{architecture}.deb"));
    let mut deb = Command::new("dpkg-deb");
    // A package to look at is not worth minutes of pressing.
    if how == Build::Debug {
        deb.args(["-Zgzip", "-z1"]);
    }
    deb.args(["--root-owner-group", "--build"])
        .arg(&tree)
        .arg(&package);
    if let Ok(last) = process::text_of(
        Command::new("git")
            .args(["log", "-1", "--format=%ct"])
            .current_dir(root),
    ) {
        // The same sources give the same package.
        deb.env("SOURCE_DATE_EPOCH", last.trim());
    }
    process::text_of(&mut deb)?;
    Ok(package)
}

/// The program; where a package is only looked at, the one that the tests have made will do.
fn compiled(root: &Path, how: Build) -> Result<PathBuf> {
    let (profile, more): (_, &[&str]) = match how {
        Build::Release => ("release", &["--release"]),
        Build::Debug => ("debug", &[]),
    };
    let program = root.join("target").join(profile).join("wenzheng");
    if how == Build::Release || !program.is_file() {
        let mut cargo = Command::new("cargo");
        cargo
            .args(["build", "--locked", "--package", "wenzheng"])
            .args(more);
        process::text_of(cargo.current_dir(root))?;
    }
    Ok(program)
}

/// The files of a package as they come together.
struct Made<'a> {
    root: &'a Path,
    tree: PathBuf,
}

impl Made<'_> {
    /// Everything but the program and what dpkg reads.
    fn files(&self) -> Result<()> {
        let source = |name: &str| self.root.join(SOURCES).join(name);
        self.take(&source("wenzheng.env"), "etc/wenzheng.env", 0o644)?;
        self.take(
            &source("wenzheng.sysusers"),
            "usr/lib/sysusers.d/wenzheng.conf",
            0o644,
        )?;
        let unit = self.root.join("packaging/wenzheng.service");
        self.take(&unit, "usr/lib/systemd/system/wenzheng.service", 0o644)?;
        let manual = self.take(&source("wenzheng.8"), "usr/share/man/man8/wenzheng.8", 0o644)?;
        let doc = "usr/share/doc/wenzheng";
        let changes = self.take(
            &self.root.join("CHANGELOG.md"),
            &format!("{doc}/changelog"),
            0o644,
        )?;
        for plain in [manual, changes] {
            process::text_of(Command::new("gzip").arg("-9n").arg(plain))?;
        }
        let docs = self.root.join("docs");
        for entry in fs::read_dir(&docs).map_err(|fault| of(&docs, fault))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") {
                self.take(&entry.path(), &format!("{doc}/{name}"), 0o644)?;
            }
        }
        let license = read(&self.root.join("LICENSE"))?;
        let copyright = read(&source("copyright"))?.replace("@LICENSE@", &indented(&license));
        self.write(&format!("{doc}/copyright"), &copyright)
    }

    /// What dpkg reads.
    fn control(&self, program: &Path, version: &str, architecture: &str) -> Result<()> {
        let source = |name: &str| self.root.join(SOURCES).join(name);
        let bytes = fs::read(program).map_err(|fault| of(program, fault))?;
        let libc = newest_libc(&bytes).ok_or("the program names no version of the C library")?;
        let sums = process::text_of(
            Command::new("find")
                .args(["etc", "usr", "-type", "f", "-exec", "md5sum", "{}", "+"])
                .current_dir(&self.tree),
        )?;
        let kilobytes = process::text_of(Command::new("du").args(["-sk", "."]).current_dir(&self.tree))?;
        let kilobytes = kilobytes.split_whitespace().next().unwrap_or("0");
        let control = read(&source("control"))?
            .replace("@VERSION@", version)
            .replace("@ARCHITECTURE@", architecture)
            .replace("@LIBC@", &libc)
            .replace("@SIZE@", kilobytes);
        self.write("DEBIAN/control", &control)?;
        self.write("DEBIAN/md5sums", &sums)?;
        self.take(&source("conffiles"), "DEBIAN/conffiles", 0o644)?;
        for script in ["postinst", "prerm", "postrm"] {
            self.take(&source(script), &format!("DEBIAN/{script}"), 0o755)?;
        }
        Ok(())
    }

    /// Copies a file into its place.
    fn take(&self, from: &Path, to: &str, mode: u32) -> Result<PathBuf> {
        let path = self.place(to)?;
        fs::copy(from, &path).map_err(|fault| of(from, fault))?;
        fs::set_permissions(&path, Permissions::from_mode(mode)).map_err(|fault| of(&path, fault))?;
        Ok(path)
    }

    fn write(&self, to: &str, text: &str) -> Result<()> {
        let path = self.place(to)?;
        fs::write(&path, text).map_err(|fault| of(&path, fault))?;
        fs::set_permissions(&path, Permissions::from_mode(0o644)).map_err(|fault| of(&path, fault))
    }

    /// Where a file goes; folders above it are made, as everybody may read them.
    fn place(&self, to: &str) -> Result<PathBuf> {
        let path = self.tree.join(to);
        let mut above = self.tree.clone();
        let folders = Path::new(to).parent().unwrap_or(Path::new(""));
        for part in std::iter::once(Path::new("")).chain(folders.iter().map(Path::new)) {
            above.push(part);
            if !above.is_dir() {
                fs::create_dir_all(&above).map_err(|fault| of(&above, fault))?;
            }
            fs::set_permissions(&above, Permissions::from_mode(0o755)).map_err(|fault| of(&above, fault))?;
        }
        Ok(path)
    }
}

/// As a field of several lines has it: each begins with a blank, and an empty one is a point.
fn indented(text: &str) -> String {
    let line = |line: &str| match line.trim_end() {
        "" => " .".to_owned(),
        line => format!(" {line}"),
    };
    text.trim().lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The newest version of the C library whose symbols the program names: `2.34`.
fn newest_libc(program: &[u8]) -> Option<String> {
    const MARK: &[u8] = b"GLIBC_2.";
    let after = program
        .windows(MARK.len())
        .enumerate()
        .filter(|(_, window)| *window == MARK);
    let minor = after.filter_map(|(at, _)| {
        let rest = &program[at + MARK.len()..];
        let digits: String = rest
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .map(|b| char::from(*b))
            .collect();
        digits.parse::<u32>().ok()
    });
    minor.max().map(|minor| format!("2.{minor}"))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|fault| of(path, fault))
}

fn of(path: &Path, fault: std::io::Error) -> String {
    format!("{}: {fault}", path.display())
}

#[cfg(test)]
mod tests {
    use super::{indented, newest_libc};

    #[test]
    fn the_newest_version_counts_as_a_number() {
        assert_eq!(
            newest_libc(b"..GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.3.4\0").as_deref(),
            Some("2.34")
        );
        assert_eq!(newest_libc(b"GLIBC_PRIVATE"), None);
    }

    #[test]
    fn an_empty_line_is_a_point() {
        assert_eq!(indented("a\n\nb \n"), " a\n .\n b");
    }
}
