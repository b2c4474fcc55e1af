//! What bars people from a page, as axe-core finds it: WCAG 2.2, levels A and AA.

use super::Browser;
use serde_json::{Value, json};
use std::env;
use std::fs;
use std::sync::OnceLock;

/// Everything of levels A and AA, and what axe's makers hold to be good practice.
const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

/// The source of axe-core; `None`, with a line that says so, where it is not there.
fn source() -> Option<&'static str> {
    static SOURCE: OnceLock<Option<String>> = OnceLock::new();
    let read = || {
        let Some(path) = env::var_os("WENZHENG_TEST_AXE") else {
            assert!(env::var_os("CI").is_none(), "no axe-core");
            eprintln!("skipped: accessibility of pages: WENZHENG_TEST_AXE names no axe-core");
            return None;
        };
        Some(fs::read_to_string(path).unwrap())
    };
    SOURCE.get_or_init(read).as_deref()
}

impl Browser {
    /// What bars people from the page that is open, one line for each rule that is broken, with the elements.
    pub async fn barriers(&self) -> Vec<String> {
        let Some(source) = source() else {
            return Vec::new();
        };
        self.client.execute(source, Vec::new()).await.unwrap();
        let run = "const done = arguments[1]; \
                   axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }) \
                   .then(found => done(found.violations), fault => done([{ id: String(fault), nodes: [] }]));";
        let found = self.client.execute_async(run, vec![json!(RULES)]).await.unwrap();
        found.as_array().unwrap().iter().map(told).collect()
    }
}

fn told(rule: &Value) -> String {
    let nodes = rule["nodes"].as_array().into_iter().flatten();
    let where_: Vec<String> = nodes
        .map(|node| {
            format!(
                "{} ({})",
                node["target"],
                node["failureSummary"].as_str().unwrap_or_default()
            )
        })
        .collect();
    format!("{}: {}\n    {}", rule["id"], rule["help"], where_.join("\n    "))
}
