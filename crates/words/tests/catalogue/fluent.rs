//! What a Fluent file holds: keys, their variables, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

pub(crate) struct Found {
    /// Key and variables.
    pub(crate) messages: BTreeMap<String, BTreeSet<String>>,
    pub(crate) twice: Vec<String>,
    pub(crate) faults: Vec<String>,
}

pub(crate) fn read(source: &str) -> Found {
    let (resource, faults) = match parser::parse(source) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, faults)) => (resource, faults),
    };
    let line = |at: usize| source[..at].matches('\n').count() + 1;
    let faults = faults
        .iter()
        .map(|fault| format!("line {}: {fault}", line(fault.pos.start)))
        .collect();
    let mut found = Found {
        messages: BTreeMap::new(),
        twice: Vec::new(),
        faults,
    };
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        if let Some(pattern) = &message.value {
            in_pattern(pattern, &mut variables);
        }
        let key = message.id.name.to_owned();
        if found.messages.insert(key.clone(), variables).is_some() {
            found.twice.push(key);
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            variants
                .iter()
                .for_each(|variant| in_pattern(&variant.value, variables));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

#[test]
fn variables_are_found_in_every_branch() {
    let found = read("a = x { $n ->\n    [one] { $who }\n   *[other] y\n}\nb = no\nb = { $again }\n");
    let names = |key: &str| found.messages[key].iter().cloned().collect::<Vec<_>>().join(" ");
    assert_eq!(names("a"), "n who");
    assert_eq!(names("b"), "again");
    assert_eq!(found.twice, ["b"]);
}

#[test]
fn what_is_no_fluent_is_named_with_its_line() {
    let found = read("a = x\nb = { $n\nc = y\n");
    assert!(
        found.faults[0].starts_with("line 2") || found.faults[0].starts_with("line 3"),
        "{:?}",
        found.faults
    );
}
