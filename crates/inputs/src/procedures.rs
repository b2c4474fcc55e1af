//! A procedure as somebody brings it: read, checked, proved, explained.

use calendar::SHIPPED;
use procedure::explain::explain;
use procedure::{check, own_rules, read};

/// Any text. What is checked without a finding can be read; findings stand at lines that there are.
pub(crate) fn procedure(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let report = check(text, &[SHIPPED]);
    let found = read(text);
    if report.is_clean() {
        assert!(found.is_ok(), "clean and cannot be read");
    }
    if let Err(fault) = &found {
        assert!(
            fault.line <= text.lines().count() + 1,
            "line {} of a shorter text",
            fault.line
        );
    }
    if let Ok(procedure) = found {
        let _ = explain(&procedure, None);
    }
    let _ = own_rules(text);
}
