//! The command line of `cargo xtask`.

use crate::fuzz::{TARGETS, Wish};
use crate::{Result, steps};

/// Printed with every fault and on `--help`.
pub(crate) const USAGE: &str = "\
cargo xtask test [--only STEP]... [--fast]   every check and test there is, in order
cargo xtask tidy                             the house rules that no other tool checks
cargo xtask conformance                      write docs/conformance anew from procedures, scenarios and tests
cargo xtask deb                              the program as a package for Debian, into target/deb
cargo xtask peers                            start what the tests talk to, print its environment, wait for Ctrl-C
cargo xtask screenshots [--manual] [--to FOLDER] [--debug]
                                             pictures of every page of the demo, into target/screenshots
cargo xtask fuzz [TARGET] [--seconds N]        drive what strangers send with libFuzzer, 600 seconds each

steps: fmt, tidy, clippy, deny, test (starts the peers first), deb
--only STEP   just this step; may be given several times
--fast        no clippy, no browser and no package
--manual      only the pictures that the manual shows, into docs/manual/pictures
--debug       of the program as it is built for tests, which takes longer to answer but not to build";

/// What was asked for.
#[derive(Debug, PartialEq)]
pub(crate) enum Command {
    Test(Choice),
    Tidy,
    Deb,
    Peers,
    Conformance,
    Screenshots(Pictures),
    Fuzz(Wish),
    Help,
}

/// What `screenshots` takes pictures of, and where to.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Pictures {
    /// The folder they go into.
    pub(crate) to: Option<String>,
    /// Of a debug build.
    pub(crate) debug: bool,
    /// Those that the manual shows, and no others.
    pub(crate) manual: bool,
}

/// Which steps `test` runs.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Choice {
    /// Names of steps; empty means all.
    pub(crate) only: Vec<String>,
    pub(crate) fast: bool,
}

/// Reads the arguments after `cargo xtask`.
pub(crate) fn parse(args: impl IntoIterator<Item = String>) -> Result<Command> {
    let mut args = args.into_iter();
    let command = match args.next().as_deref() {
        Some("test") => return parse_choice(args).map(|c| c.map_or(Command::Help, Command::Test)),
        Some("screenshots") => return parse_pictures(args),
        Some("fuzz") => return parse_wish(args),
        Some("tidy") => Command::Tidy,
        Some("deb") => Command::Deb,
        Some("peers") => Command::Peers,
        Some("conformance") => Command::Conformance,
        Some("help" | "-h" | "--help") => Command::Help,
        Some(other) => {
            return Err(format!(
                "there is no command '{other}'; the commands are test, tidy, conformance, deb, peers, screenshots and fuzz"
            ));
        }
        None => {
            return Err(
                "say which command: test, tidy, conformance, deb, peers, screenshots or fuzz".to_owned(),
            );
        }
    };
    match args.next().as_deref() {
        None => Ok(command),
        Some("-h" | "--help") => Ok(Command::Help),
        Some(extra) => Err(format!(
            "'{extra}' was not expected: this command takes no arguments"
        )),
    }
}

/// The options of `screenshots`.
fn parse_pictures(mut args: impl Iterator<Item = String>) -> Result<Command> {
    let mut pictures = Pictures::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--debug" => pictures.debug = true,
            "--manual" => pictures.manual = true,
            "--to" => pictures.to = Some(args.next().ok_or("--to wants a folder")?),
            "-h" | "--help" => return Ok(Command::Help),
            other => {
                return Err(format!(
                    "'{other}' was not expected: screenshots takes --manual, --to FOLDER and --debug"
                ));
            }
        }
    }
    Ok(Command::Screenshots(pictures))
}

/// The options of `fuzz`.
fn parse_wish(mut args: impl Iterator<Item = String>) -> Result<Command> {
    let mut wish = Wish {
        target: None,
        seconds: 600,
    };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "-h" | "--help" => return Ok(Command::Help),
            "--seconds" => {
                let seconds = args.next().and_then(|text| text.parse().ok());
                wish.seconds = seconds
                    .filter(|s| *s > 0)
                    .ok_or("--seconds wants a number of seconds")?;
            }
            name if TARGETS.contains(&name) => wish.target = Some(name.to_owned()),
            other => {
                return Err(format!(
                    "there is no target '{other}'; the targets are {}",
                    TARGETS.join(", ")
                ));
            }
        }
    }
    Ok(Command::Fuzz(wish))
}

/// The options of `test`; `None` when help was asked for.
fn parse_choice(mut args: impl Iterator<Item = String>) -> Result<Option<Choice>> {
    let mut choice = Choice::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--fast" => choice.fast = true,
            "--only" => {
                let name = args
                    .next()
                    .ok_or_else(|| format!("--only wants a step: {}", steps::NAMES.join(", ")))?;
                if !steps::NAMES.contains(&name.as_str()) {
                    return Err(format!(
                        "there is no step '{name}'; the steps are {}",
                        steps::NAMES.join(", ")
                    ));
                }
                choice.only.push(name);
            }
            "-h" | "--help" => return Ok(None),
            other => {
                return Err(format!(
                    "'{other}' was not expected: test takes --only STEP and --fast"
                ));
            }
        }
    }
    Ok(Some(choice))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Command> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn each_command_is_understood() {
        assert_eq!(parse_line("tidy"), Ok(Command::Tidy));
        assert_eq!(parse_line("peers"), Ok(Command::Peers));
        assert_eq!(parse_line("deb"), Ok(Command::Deb));
        assert_eq!(parse_line("conformance"), Ok(Command::Conformance));
        assert_eq!(
            parse_line("screenshots"),
            Ok(Command::Screenshots(Pictures::default()))
        );
        let pictures = Pictures {
            to: Some("pictures".to_owned()),
            debug: true,
            manual: true,
        };
        assert_eq!(
            parse_line("screenshots --manual --to pictures --debug"),
            Ok(Command::Screenshots(pictures))
        );
        let wish = Wish {
            target: Some("api".to_owned()),
            seconds: 60,
        };
        assert_eq!(parse_line("fuzz api --seconds 60"), Ok(Command::Fuzz(wish)));
        assert_eq!(parse_line("test --help"), Ok(Command::Help));
        let choice = Choice {
            only: vec!["fmt".into(), "deny".into()],
            fast: true,
        };
        assert_eq!(
            parse_line("test --only fmt --fast --only deny"),
            Ok(Command::Test(choice))
        );
    }

    #[test]
    fn a_wrong_argument_is_named_with_what_is_right() {
        for (line, fault, advice) in [
            (
                "",
                "which command",
                "test, tidy, conformance, deb, peers, screenshots or fuzz",
            ),
            (
                "tset",
                "'tset'",
                "test, tidy, conformance, deb, peers, screenshots and fuzz",
            ),
            ("screenshots here", "'here'", "--to FOLDER"),
            ("screenshots --to", "wants", "folder"),
            ("fuzz tabels", "'tabels'", "tables, workbook"),
            ("fuzz --seconds soon", "--seconds", "a number of seconds"),
            ("tidy now", "'now'", "no arguments"),
            ("test fmt", "'fmt'", "--only STEP"),
            (
                "test --only",
                "wants a step",
                "fmt, tidy, clippy, deny, test, deb",
            ),
            ("test --only lint", "'lint'", "fmt, tidy, clippy, deny, test, deb"),
        ] {
            let said = parse_line(line).unwrap_err();
            assert!(said.contains(fault) && said.contains(advice), "{line}: {said}");
        }
    }
}
