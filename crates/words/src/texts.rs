//! What a Fluent file holds: keys with their lines, variables and references, and what is no Fluent in it.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement,
};
use fluent_syntax::parser;

/// A file of texts, read but not judged.
#[derive(Debug, Default)]
pub struct Texts {
    /// Each key with its text; of a key that comes twice the last one, as it is said.
    pub all: BTreeMap<String, Text>,
    /// Keys that come again, with the line.
    pub twice: Vec<(usize, String)>,
    /// What is no Fluent: the line and why.
    pub faults: Vec<(usize, String)>,
    terms: BTreeSet<String>,
}

/// One text of a file.
#[derive(Debug, Default)]
pub struct Text {
    /// The line of its key, from 1.
    pub line: usize,
    /// The variables in it, in any branch.
    pub variables: BTreeSet<String>,
    /// What it says by other texts, terms or functions, as it is written there: `other-key`, `-term`, `NUMBER()`.
    pub refers: BTreeSet<String>,
    /// Whether nothing stands behind the key.
    pub empty: bool,
}

impl Texts {
    /// Reads a file. What is no Fluent is named; the rest is read on.
    pub fn read(source: &str) -> Self {
        let (resource, faults) = match parser::parse(source) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, faults)) => (resource, faults),
        };
        let ends: Vec<usize> = source.match_indices('\n').map(|(at, _)| at).collect();
        let line = |at: usize| ends.partition_point(|end| *end < at) + 1;
        let mut found = Self {
            faults: faults
                .iter()
                .map(|fault| (line(fault.pos.start), fault.to_string()))
                .collect(),
            ..Self::default()
        };
        // names are slices of the source, so that where they begin tells the line
        let begin = source.as_ptr() as usize;
        for entry in &resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(term) => {
                    found.terms.insert(format!("-{}", term.id.name));
                    continue;
                }
                _ => continue,
            };
            let key = message.id.name;
            let at = line((key.as_ptr() as usize).saturating_sub(begin));
            if found.all.insert(key.to_owned(), text(message, at)).is_some() {
                found.twice.push((at, key.to_owned()));
            }
        }
        found
    }

    /// Whether a text or term of this name is in the file. Functions are nowhere.
    pub fn holds(&self, name: &str) -> bool {
        self.all.contains_key(name) || self.terms.contains(name)
    }
}

fn text(message: &Message<&str>, line: usize) -> Text {
    let mut text = Text {
        line,
        empty: message.value.is_none(),
        ..Text::default()
    };
    if let Some(pattern) = &message.value {
        in_pattern(pattern, &mut text);
    }
    text
}

fn in_pattern(pattern: &Pattern<&str>, text: &mut Text) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, text);
        }
    }
}

fn in_expression(expression: &Expression<&str>, text: &mut Text) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, text),
        Expression::Select { selector, variants } => {
            in_inline(selector, text);
            variants
                .iter()
                .for_each(|variant| in_pattern(&variant.value, text));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, text: &mut Text) {
    match inline {
        InlineExpression::VariableReference { id } => {
            text.variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, text),
        InlineExpression::MessageReference { id, attribute } => {
            text.refers.insert(match attribute {
                Some(attribute) => format!("{}.{}", id.name, attribute.name),
                None => id.name.to_owned(),
            });
        }
        InlineExpression::TermReference { id, arguments, .. } => {
            text.refers.insert(format!("-{}", id.name));
            arguments.iter().for_each(|arguments| in_call(arguments, text));
        }
        InlineExpression::FunctionReference { id, arguments } => {
            text.refers.insert(format!("{}()", id.name));
            in_call(arguments, text);
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn in_call(arguments: &CallArguments<&str>, text: &mut Text) {
    for inline in &arguments.positional {
        in_inline(inline, text);
    }
    for named in &arguments.named {
        in_inline(&named.value, text);
    }
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn variables_are_found_in_every_branch() {
        let found =
            Texts::read("a = x { $n ->\n    [one] { $who }\n   *[other] y\n}\nb = no\nb = { $again }\n");
        let names = |key: &str| {
            let names: Vec<&str> = found.all[key].variables.iter().map(String::as_str).collect();
            names.join(" ")
        };
        assert_eq!(names("a"), "n who");
        assert_eq!(names("b"), "again");
        assert_eq!(found.twice, [(6, "b".to_owned())]);
    }

    #[test]
    fn what_is_no_fluent_is_named_with_its_line() {
        let found = Texts::read("a = x\nb = { $n\nc = y\n");
        assert!(matches!(found.faults[0].0, 2 | 3), "{:?}", found.faults);
        assert!(found.all.contains_key("a"));
    }

    #[test]
    fn a_text_has_its_line_and_what_it_refers_to() {
        let found =
            Texts::read("# é 汉字 𠮷\n\na = { b } { -c } { NUMBER($n) }\nb =\n    .title = no text\n");
        let a = &found.all["a"];
        assert_eq!((a.line, a.empty), (3, false));
        assert_eq!(
            a.refers.iter().map(String::as_str).collect::<Vec<_>>(),
            ["-c", "NUMBER()", "b"]
        );
        assert_eq!(a.variables.iter().map(String::as_str).collect::<Vec<_>>(), ["n"]);
        assert!(found.all["b"].empty);
    }
}
