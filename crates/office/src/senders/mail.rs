//! Mail by SMTP.

use super::{Channel, Letter, NotSent, Sender, Sending};
use crate::settings::{Encryption, SettingsError, Smtp};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use std::time::{Duration, SystemTime};

/// For one answer of the server.
const ANSWER: Duration = Duration::from_secs(10);
/// For a whole mail.
const MOST: Duration = Duration::from_secs(30);

/// A mail server.
pub struct Mail {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Mail {
    /// A mail server at the address of the settings. Nothing is sent yet.
    ///
    /// # Errors
    /// Where encryption cannot be set up for this host name.
    pub fn new(set: &Smtp) -> Result<Self, SettingsError> {
        let parameters = || {
            TlsParameters::new(set.host.clone())
                .map_err(|error| SettingsError::plain("settings-smtp-tls", &[("reason", error.to_string())]))
        };
        let tls = match set.encryption {
            Encryption::None => Tls::None,
            Encryption::StartTls => Tls::Required(parameters()?),
            Encryption::Tls => Tls::Wrapper(parameters()?),
        };
        let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&set.host)
            .port(set.port)
            .tls(tls)
            .timeout(Some(ANSWER));
        if let Some((user, password)) = &set.login {
            let password = password.reveal().to_owned();
            transport = transport.credentials(Credentials::new(user.clone(), password));
        }
        Ok(Self {
            transport: transport.build(),
            from: set.from.clone(),
        })
    }

    fn message(&self, letter: &Letter) -> Result<Message, lettre::error::Error> {
        let to = letter
            .to
            .parse()
            .map_err(|_| lettre::error::Error::MissingTo)
            .map(|address| Mailbox::new(None, address))?;
        let millis = u64::try_from(letter.at.ms()).unwrap_or_default();
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .date(SystemTime::UNIX_EPOCH + Duration::from_millis(millis))
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .header(ContentType::TEXT_PLAIN)
            .body(letter.text.clone())
    }
}

impl Sender for Mail {
    fn send<'a>(&'a self, _: Channel, letter: &'a Letter) -> Sending<'a> {
        Box::pin(async move {
            let message = self
                .message(letter)
                .map_err(|error| NotSent::Refused(error.to_string()))?;
            match tokio::time::timeout(MOST, self.transport.send(message)).await {
                Ok(Ok(_)) => Ok(()),
                Ok(Err(error)) if refused(&error) => Err(NotSent::Refused(reason(&error))),
                Ok(Err(error)) => Err(NotSent::Later(reason(&error))),
                Err(slow) => Err(NotSent::Later(slow.to_string())),
            }
        })
    }
}

/// Whether the server refused this mail for good. A refused login (code 53x) is no fault of the mail: somebody will
/// mend the password.
fn refused(error: &lettre::transport::smtp::Error) -> bool {
    let login = error
        .status()
        .is_some_and(|code| code.to_string().starts_with("53"));
    error.is_permanent() && !login
}

/// The error with what caused it: what the server said stands in the cause.
fn reason(error: &lettre::transport::smtp::Error) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.contains(&next) {
            text = format!("{text}: {next}");
        }
        cause = error.source();
    }
    text
}
