//! A password of one's own in place of the one that the administrator gave.

use super::account::secret;
use crate::parts::Field;
use crate::shell::Frame;
use askama::Template;

/// `GET /desk/new-password`; sends to the same address.
#[derive(Debug, Template)]
#[template(path = "desk/new-password.html")]
pub struct NewPassword {
    frame: Frame,
    login: String,
    field: Field,
}

impl NewPassword {
    /// Empty, or come back with what is wrong.
    pub fn of(frame: Frame, login: &str, faults: &[(String, String)]) -> Self {
        let t = frame.t;
        let least = office::staff::password::SHORTEST.to_string();
        let mut field = secret(t, "new_password", t.say("account-password-new"), "new-password")
            .hint(t.args("desk-password-hint", &[("least", least)]));
        field.fault = faults.first().map(|(_, says)| says.clone());
        Self {
            login: login.to_owned(),
            field,
            frame,
        }
    }
}
