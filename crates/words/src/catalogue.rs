//! One language's texts, parsed and ready to be filled in.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use unic_langid::LanguageIdentifier;

use crate::figures;

pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    keys: Vec<String>,
}

impl Catalogue {
    /// Reads a catalogue. Lines that are no Fluent and keys that come twice are left to the tests to find:
    /// the rest of the texts works all the same.
    pub(crate) fn read(locale: LanguageIdentifier, source: &str) -> Self {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let mut keys: Vec<String> = Vec::new();
        for entry in resource.entries() {
            if let Entry::Message(message) = entry {
                keys.push(message.id.name.to_owned());
            }
        }
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // marks around arguments would end up in mails, in copied text and in comparisons
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(written));
        bundle.add_resource_overriding(resource);
        Self { bundle, keys }
    }

    pub(crate) fn say(&self, key: &str, args: &[(&str, String)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let mut faults = Vec::new();
        if args.is_empty() {
            return self
                .bundle
                .format_pattern(pattern, None, &mut faults)
                .into_owned();
        }
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, text) in args {
            given.set(*name, value(text));
        }
        self.bundle
            .format_pattern(pattern, Some(&given), &mut faults)
            .into_owned()
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    pub(crate) fn keys(&self) -> Vec<String> {
        self.keys.clone()
    }
}

/// A number with its thousands set apart, where it was given so.
fn written<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.minimum_integer_digits.is_some() => {
            Some(figures::count(number.value))
        }
        _ => None,
    }
}

/// A number that texts can count with. One whose thousands are set apart is known by its four digits at least; any other has
/// the usual options, because only such a one is the `[0]` of a text.
fn number(number: u32, apart: bool) -> FluentValue<'static> {
    let options = FluentNumberOptions {
        minimum_integer_digits: apart.then_some(4),
        ..FluentNumberOptions::default()
    };
    FluentValue::Number(FluentNumber::new(f64::from(number), options))
}

/// A whole number that prints as it was written becomes a number; all else stays text.
fn value(text: &str) -> FluentValue<'_> {
    if let Some(grouped) = figures::counted(text) {
        return number(grouped, true);
    }
    let digits = text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits && (text == "0" || !text.starts_with('0'));
    match text.parse::<u32>() {
        Ok(found) if plain => number(found, false),
        _ => FluentValue::from(text),
    }
}
