//! One-time codes on their way to phones and mail addresses.

use super::fill::LANG;
use super::prepare::{Ready, never, outer_id};
use crate::senders::{Channel, Letter, Senders};
use crate::{Office, Problem};
use seal::Sealed;
use store::Outgoing;

impl Office {
    /// A one-time code goes out at any hour: somebody waits for it. Once it is worth nothing it does not go out.
    pub(super) async fn code_letter(
        &self,
        senders: &Senders,
        message: &Outgoing,
        (channel, to): (Channel, &Sealed),
        code: &Sealed,
        minutes: i64,
    ) -> Result<Ready, Problem> {
        let now = self.now();
        if now >= message.due.plus_ms(minutes * 60_000) {
            return Ok(never("outbox-code-expired", ""));
        }
        let Some(sender) = senders.for_channel(channel) else {
            return Ok(self.no_sender(channel));
        };
        let key = self.office_key(&message.jurisdiction).await?;
        let place = match channel {
            Channel::Mail => "email",
            Channel::Sms | Channel::Wechat => "phone",
        };
        let parameters = vec![
            ("code", key.open("code", code)?),
            ("minutes", minutes.to_string()),
        ];
        let letter = Letter {
            id: outer_id(&message.jurisdiction, &message.id),
            at: now,
            to: key.open(place, to)?,
            template: "code".to_owned(),
            gateway_id: senders.code_template.clone(),
            subject: match channel {
                Channel::Mail => words::say(LANG, "message-code-subject", &[]),
                Channel::Sms | Channel::Wechat => String::new(),
            },
            text: words::say(LANG, "message-code", &parameters),
            parameters,
        };
        Ok(Ready::Letter(sender.clone(), channel, letter))
    }
}
