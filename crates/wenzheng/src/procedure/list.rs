//! `wenzheng procedure list`: what the program carries along.

use ::calendar::Lang;
use ::procedure::explain::{Voice, in_force};
use words::say;

use super::source;

pub(super) fn run(lang: Lang) -> Result<(), String> {
    for procedure in source::shipped() {
        let catalogue = |key: &str, args: &[(&str, String)]| say(lang, key, args);
        let voice = Voice {
            procedure: &procedure,
            lang,
            catalogue: &catalogue,
        };
        let head = &procedure.head;
        let hash: String = procedure.hash.chars().take(12).collect();
        println!(
            "{}  {}  {}  {hash}",
            head.id,
            head.version,
            in_force(head, &voice)
        );
        println!("    {}", head.title.get(lang));
    }
    Ok(())
}
