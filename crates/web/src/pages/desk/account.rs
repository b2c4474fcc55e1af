//! One's own way in: sessions, password, second factor.

use super::passkey::Line as Passkey;
use crate::parts::{Field, Input};
use crate::shell::{Frame, T};
use askama::Template;
use calendar::Calendar;
use office::staff::{Factors, PasskeyLine, SessionLine, SignInLine};
use store::Person;

/// `GET /desk/account`; its forms send to addresses below it.
#[derive(Debug, Template)]
#[template(path = "desk/account.html")]
pub struct Account {
    frame: Frame,
    login: String,
    sessions: Vec<Line>,
    several: bool,
    fields: Vec<Field>,
    factors: Factors,
    recovery: String,
    again: Field,
    unusual: Vec<String>,
    /// `None` where browsers make none.
    passkeys: Option<Vec<Passkey>>,
    /// The password with which one is ended.
    ending: Field,
}

#[derive(Debug)]
struct Line {
    id: String,
    browser: String,
    address: String,
    way: String,
    begun: String,
    seen: String,
    own: bool,
}

impl Account {
    /// From what the office tells of somebody; `faults` are of a form that comes back.
    pub fn of(
        frame: Frame,
        calendar: &Calendar,
        person: &Person,
        sessions: &[SessionLine],
        factors: Factors,
        faults: &[(String, String)],
    ) -> Self {
        let t = frame.t;
        let line = |session: &SessionLine| Line {
            id: session.id.clone(),
            browser: browser(t, &session.browser),
            address: session.address.clone(),
            way: way(t, &session.way),
            begun: calendar.show(session.begun, t.lang()),
            seen: calendar.show(session.seen, t.lang()),
            own: session.own,
        };
        let least = office::staff::password::SHORTEST.to_string();
        let mut fields = vec![
            secret(t, "password", t.say("account-password-now"), "current-password"),
            secret(t, "new_password", t.say("account-password-new"), "new-password")
                .hint(t.args("desk-password-hint", &[("least", least)])),
        ];
        let mut again = secret(t, "password", t.say("account-password-now"), "current-password");
        again.id = "second_password".to_owned();
        let mut ending = secret(t, "password", t.say("account-password-now"), "current-password");
        ending.id = "passkey_password".to_owned();
        ending.fault = fault(faults, "passkey_password");
        for field in &mut fields {
            field.fault = fault(faults, &field.name);
        }
        again.fault = fault(faults, "second_password");
        Self {
            login: person.login.clone(),
            sessions: sessions.iter().map(line).collect(),
            several: sessions.len() > 1,
            fields,
            recovery: t.args(
                "account-recovery-left",
                &[("count", factors.recovery_left.to_string())],
            ),
            factors,
            again,
            ending,
            unusual: Vec::new(),
            passkeys: None,
            frame,
        }
    }

    /// With what happened at the door that its owner ought to look at.
    pub fn with_unusual(mut self, calendar: &Calendar, lines: &[SignInLine]) -> Self {
        let t = self.frame.t;
        let line = |line: &SignInLine| {
            let what = if line.failed {
                "account-unusual-failed"
            } else {
                "account-unusual-new"
            };
            let args = [
                ("at", calendar.show(line.at, t.lang())),
                ("address", line.address.clone()),
                ("times", line.times.to_string()),
            ];
            t.args(what, &args)
        };
        self.unusual = lines.iter().map(line).collect();
        self
    }

    /// With the passkeys, where browsers make any.
    pub fn with_passkeys(mut self, calendar: &Calendar, lines: Option<&[PasskeyLine]>) -> Self {
        let t = self.frame.t;
        let shown = lines.map(|lines| lines.iter().map(|line| Passkey::of(t, calendar, line)));
        self.passkeys = shown.map(Iterator::collect);
        self
    }

    fn faulty(&self) -> Vec<&Field> {
        let all = self.fields.iter().chain([&self.again, &self.ending]);
        all.filter(|field| field.fault.is_some()).collect()
    }
}

pub(super) fn fault(faults: &[(String, String)], name: &str) -> Option<String> {
    let found = faults.iter().find(|(field, _)| field == name);
    found.map(|(_, says)| says.clone())
}

/// A field for a password, which is typed each time.
pub(super) fn secret(t: T, name: &str, label: String, autocomplete: &'static str) -> Field {
    let input = Input::Line {
        value: String::new(),
        kind: "password",
        autocomplete,
        keyboard: "text",
        most: 128,
    };
    Field::new(t, name, label, input)
}

/// What was shown to begin a session.
fn way(t: T, way: &str) -> String {
    match way {
        "code" => t.say("account-way-code"),
        "recovery" => t.say("account-way-recovery"),
        "passkey" => t.say("account-way-passkey"),
        "sign-on" => t.say("account-way-sign-on"),
        "first" => t.say("account-way-first"),
        _ => t.say("account-way-password"),
    }
}

/// The browser and the system, as people call them; what is neither is shown as it is.
fn browser(t: T, says: &str) -> String {
    const BROWSERS: [(&str, &str); 7] = [
        ("MicroMessenger", "WeChat"),
        ("Edg/", "Edge"),
        ("QQBrowser", "QQBrowser"),
        ("Firefox/", "Firefox"),
        ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("HarmonyOS", "HarmonyOS"),
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let known = |all: &[(&str, &'static str)]| {
        let found = all.iter().find(|(mark, _)| says.contains(mark));
        found.map(|(_, name)| *name)
    };
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) if says.is_empty() => t.say("account-no-browser"),
        (None, None) => says.chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::browser;
    use crate::shell::T;
    use calendar::Lang;

    #[test]
    fn browsers_have_the_names_that_people_know() {
        let name = |says: &str| browser(T::new(Lang::En), says);
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 \
            Safari/537.36 Edg/143.0";
        assert_eq!(name(edge), "Edge · Windows");
        assert_eq!(
            name("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
            "Firefox · Linux"
        );
        assert_eq!(name("curl/8.5.0"), "curl/8.5.0");
    }
}
