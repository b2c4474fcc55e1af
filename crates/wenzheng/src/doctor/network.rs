//! What the program talks to: mail server, gateways, sign-on, bucket, and itself.

use std::net::{TcpStream, ToSocketAddrs as _};
use std::time::Duration;

use office::Settings;

use super::finding::{Finding, State};
use crate::fault::Said as _;
use crate::place::Source;

/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// No attachment has this id: that it is not there is the answer of a place that works.
const NONE: &str = "doctor0000000000";

pub(super) async fn look(source: &Source, settings: &Settings, found: &mut Vec<Finding>) {
    let mail = settings
        .smtp
        .iter()
        .map(|smtp| format!("{}:{}", smtp.host, smtp.port));
    let gateways = settings
        .sms
        .iter()
        .chain(&settings.wechat)
        .map(|gateway| host(&gateway.url));
    let all: Vec<String> = mail.chain(gateways).collect();
    if all.is_empty() {
        found.push(Finding::new(State::ToDo, "gateways", "doctor-gateways-none", &[]));
    }
    for address in all {
        found.push(asked(
            "gateways",
            "doctor-gateway",
            "doctor-gateway-away",
            &address,
        ));
    }
    if let Some(service) = &settings.sign_on {
        let issuer = ("issuer", service.issuer.clone());
        found.push(match service.reached().await {
            Ok(()) => Finding::new(State::Good, "sign-on", "doctor-sign-on", &[issuer]),
            Err(reason) => {
                let args = [issuer, ("reason", reason)];
                Finding::new(State::Wrong, "sign-on", "doctor-sign-on-away", &args)
            }
        });
    }
    let place = match office::attachments::place(&source.folder, settings) {
        Ok(place) => place.get(NONE).await.map(drop),
        Err(error) => Err(error),
    };
    found.push(match place {
        Ok(()) => Finding::new(State::Good, "attachments", "doctor-attachments", &[]),
        Err(error) => Finding::of(State::Wrong, "attachments", |lang| error.said(lang)),
    });
}

/// Whether a server answers where one should.
pub(super) fn server(address: Option<&str>, found: &mut Vec<Finding>) {
    if let Some(address) = address {
        found.push(asked("server", "doctor-server", "doctor-server-away", address));
    }
}

/// Whether somebody takes connections at `HOST:PORT`.
fn asked(about: &'static str, good: &'static str, away: &'static str, address: &str) -> Finding {
    let mut args = vec![("address", address.to_owned())];
    match connected(address) {
        Ok(()) => Finding::new(State::Good, about, good, &args),
        Err(error) => {
            args.push(("reason", error.to_string()));
            Finding::new(State::Wrong, about, away, &args)
        }
    }
}

fn connected(address: &str) -> std::io::Result<()> {
    let mut last = std::io::Error::from(std::io::ErrorKind::NotFound);
    for one in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&one, PATIENCE) {
            Ok(_) => return Ok(()),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// `HOST:PORT` of a web address.
fn host(url: &str) -> String {
    let (scheme, rest) = url.split_once("://").unwrap_or(("https", url));
    let host = rest.split('/').next().unwrap_or_default();
    // A key in the address is nobody's business.
    let host = host.rsplit('@').next().unwrap_or_default();
    let has_port = host
        .rsplit(':')
        .next()
        .is_some_and(|port| port.parse::<u16>().is_ok());
    match (has_port, scheme) {
        (true, _) => host.to_owned(),
        (false, "http") => format!("{host}:80"),
        (false, _) => format!("{host}:443"),
    }
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_web_address_names_host_and_port() {
        assert_eq!(host("https://sms.example/send?x=1"), "sms.example:443");
        assert_eq!(host("http://127.0.0.1:9000/x"), "127.0.0.1:9000");
        assert_eq!(host("http://user:secret@sms.example/x"), "sms.example:80");
    }
}
