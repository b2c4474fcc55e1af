//! Running other programs: quietly for an answer, or aloud with each line looked at.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::Result;

/// What the program wrote; a fault with its last lines when it failed.
pub(crate) fn text_of(command: &mut Command) -> Result<String> {
    let name = name(command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|fault| format!("{name}: {fault}"))?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(text);
    }
    let all = format!("{text}\n{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<&str> = all.lines().filter(|line| !line.trim().is_empty()).collect();
    let tail = lines[lines.len().saturating_sub(8)..].join("\n     ");
    Err(format!("{name}: {}\n     {tail}", output.status))
}

/// Runs the program in `folder` and hands over each line of its output, both streams in their order.
/// True when it ended well.
pub(crate) fn stream(folder: &Path, command: &mut Command, mut see: impl FnMut(&str)) -> Result<bool> {
    let name = name(command);
    let fault = |fault: io::Error| format!("{name}: {fault}");
    let (reader, writer) = io::pipe().map_err(fault)?;
    let errors = writer.try_clone().map_err(fault)?;
    command
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(writer)
        .stderr(errors);
    let mut child = command.spawn().map_err(fault)?;
    // The command holds our ends of the pipe; without this the reader would never see its end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(reader).split(b'\n') {
        see(String::from_utf8_lossy(&line.map_err(fault)?).trim_end_matches('\r'));
    }
    child.wait().map(|status| status.success()).map_err(fault)
}

/// As `stream`, showing every line.
pub(crate) fn aloud(folder: &Path, command: &mut Command) -> Result<bool> {
    stream(folder, command, |line| println!("   {line}"))
}

fn name(command: &Command) -> String {
    Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_streams_arrive_and_failure_is_seen() {
        let mut lines = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let good = stream(Path::new("."), &mut command, |line| lines.push(line.to_owned()));
        assert_eq!(
            (good, lines),
            (Ok(false), vec!["one".to_owned(), "two".to_owned()])
        );
    }

    #[test]
    fn a_failed_program_is_named_with_its_last_words() {
        let fault = text_of(Command::new("sh").args(["-c", "echo no such table >&2; exit 1"])).unwrap_err();
        assert!(
            fault.starts_with("sh: exit status: 1") && fault.contains("no such table"),
            "{fault}"
        );
    }

    #[test]
    fn a_missing_program_is_named() {
        let fault = text_of(&mut Command::new("/nowhere/frobnicate")).unwrap_err();
        assert!(fault.starts_with("frobnicate: "), "{fault}");
    }
}
