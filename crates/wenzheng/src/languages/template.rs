//! `wenzheng words template`: a catalogue to begin a translation with.

use ::calendar::Lang;
use words::say;

/// The built-in catalogue; its head says what to do with it instead of how the program keeps it.
pub(super) fn print(lang: Lang) {
    for line in say(lang, "language-template", &[]).lines() {
        println!("# {line}");
    }
    let source = words::source(lang);
    let texts = source.find("\n## ").map_or(source, |at| &source[at..]);
    print!("{texts}");
}
