//! The forms of a page, read and filled in as somebody without a plan would.

use crate::random_people::dice::Dice;
use crate::random_people::http::{Request, escaped};
use crate::random_people::secrets::Secret;
use std::collections::HashMap;

/// One field with what may stand in it.
#[derive(Debug, Clone)]
enum Field {
    /// Goes back as it came.
    Hidden(String, String),
    /// Something is typed.
    Typed(String),
    /// One of these, or none.
    One(String, Vec<String>),
    /// Ticked or not.
    Tick(String, String),
    /// A file is chosen.
    File(String),
}

/// A form.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) action: String,
    with_files: bool,
    fields: Vec<Field>,
}

/// The forms of a page that are posted.
pub(crate) fn forms(page: &str) -> Vec<Form> {
    let mut found = Vec::new();
    for piece in page.split("<form").skip(1) {
        let inside = piece.split("</form>").next().unwrap_or_default();
        let (head, inside) = inside.split_once('>').unwrap_or_default();
        let head = attributes(head);
        if head.get("method").map(String::as_str) != Some("post") {
            continue;
        }
        found.push(Form {
            action: head.get("action").cloned().unwrap_or_default(),
            with_files: head.contains_key("enctype"),
            fields: fields(inside),
        });
    }
    found
}

fn fields(inside: &str) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    let mut radios: Vec<(String, Vec<String>)> = Vec::new();
    for piece in inside.split('<').skip(1) {
        let (tag, rest) = piece
            .split_once(|c: char| c.is_whitespace() || c == '>')
            .unwrap_or((piece, ""));
        let marks = attributes(rest.split('>').next().unwrap_or_default());
        let of = |name: &str| marks.get(name).cloned().unwrap_or_default();
        match (tag, of("type").as_str()) {
            ("input", "hidden") => found.push(Field::Hidden(of("name"), of("value"))),
            ("input", "checkbox") => found.push(Field::Tick(of("name"), of("value"))),
            ("input", "file") => found.push(Field::File(of("name"))),
            ("input", "radio") => match radios.iter_mut().find(|(name, _)| *name == of("name")) {
                Some((_, values)) => values.push(of("value")),
                None => radios.push((of("name"), vec![of("value")])),
            },
            ("input", _) | ("textarea", _) => found.push(Field::Typed(of("name"))),
            ("select", _) => found.push(Field::One(of("name"), Vec::new())),
            ("option", _) => {
                if let Some(Field::One(_, values)) = found.last_mut() {
                    values.push(of("value"));
                }
            }
            _ => {}
        }
    }
    found.extend(radios.into_iter().map(|(name, values)| Field::One(name, values)));
    found
}

/// The attributes of a tag; our pages quote every value.
fn attributes(tag: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut rest = tag;
    while let Some((name, after)) = rest.split_once("=\"") {
        let Some((value, after)) = after.split_once('"') else {
            break;
        };
        let name = name.rsplit(char::is_whitespace).next().unwrap_or_default();
        found.insert(name.to_owned(), plain(value));
        rest = after;
    }
    found
}

fn plain(escaped: &str) -> String {
    let mut text = escaped.to_owned();
    for (entity, sign) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, sign);
    }
    text
}

impl Form {
    /// What somebody sends with it, whose message or case has this secret.
    pub(crate) fn filled(&self, secret: &Secret, dice: &mut Dice) -> Request {
        let mut sent: Vec<(String, String)> = Vec::new();
        let mut file = None;
        for field in &self.fields {
            match field {
                Field::Hidden(name, value) => sent.push((name.clone(), value.clone())),
                Field::Typed(name) => sent.push((name.clone(), typed(name, secret, dice))),
                Field::One(name, values) if !values.is_empty() => {
                    let filled: Vec<String> = values.iter().filter(|v| !v.is_empty()).cloned().collect();
                    if filled.is_empty() || dice.once_in(12) {
                        sent.push((name.clone(), String::new()));
                    } else {
                        sent.push((name.clone(), dice.one(&filled)));
                    }
                }
                Field::Tick(name, value) if dice.once_in(3) => sent.push((name.clone(), value.clone())),
                Field::File(name) if dice.once_in(3) => file = Some(name.clone()),
                _ => {}
            }
        }
        if dice.once_in(6) && !sent.is_empty() {
            spoil(&mut sent, dice);
        }
        if self.with_files || file.is_some() {
            parts(&self.action, &sent, file.as_deref(), secret)
        } else {
            let pairs: Vec<String> = sent
                .iter()
                .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
                .collect();
            Request::post(&self.action, "application/x-www-form-urlencoded", pairs.join("&"))
        }
    }
}

fn typed(name: &str, secret: &Secret, dice: &mut Dice) -> String {
    if dice.once_in(15) {
        return String::new();
    }
    match name {
        "name" | "citizen_name" => secret.name.clone(),
        "phone" | "citizen_phone" => secret.phone.clone(),
        "id_number" => secret.id_number.clone(),
        "address" => secret.address.clone(),
        "phone_code" | "code" => "123456".to_owned(),
        "limit" => dice.one(&["2", "1", "0", "9999"]).to_owned(),
        "when" | "posted" => dice
            .one(&["2025-03-03T08:55", "昨天", "2099-01-01T00:00"])
            .to_owned(),
        "accused_people" => dice.one(&["", "second-operator", "nobody-such"]).to_owned(),
        "partner" => "110".to_owned(),
        "division" | "external" => String::new(),
        _ => secret.text(dice.one(&["已办理", "请核实", "情况说明"])),
    }
}

/// One field is gone, twice there, or holds what no browser sends.
fn spoil(sent: &mut Vec<(String, String)>, dice: &mut Dice) {
    let at = dice.below(sent.len());
    match dice.below(4) {
        0 => {
            sent.remove(at);
        }
        1 => sent.push(sent[at].clone()),
        2 => sent.push(("more".to_owned(), "\u{202e}\u{7}".to_owned())),
        _ => {
            let wrong = ["", "0", "-1", "65535", "nowhere", "\u{0}", "<script>", "💧"];
            sent[at].1 = match dice.below(9) {
                0 => "字".repeat(20_000),
                _ => dice.one(&wrong).to_owned(),
            };
        }
    }
}

fn parts(action: &str, sent: &[(String, String)], file: Option<&str>, secret: &Secret) -> Request {
    let mut body = String::new();
    for (name, value) in sent {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    if let Some(name) = file {
        body.push_str(&format!(
            "--edge\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"附件.txt\"\r\n\r\n{}\r\n",
            secret.text("附件")
        ));
    }
    body.push_str("--edge--\r\n");
    Request::post(action, "multipart/form-data; boundary=edge", body)
}
