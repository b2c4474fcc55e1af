//! `wenzheng serve`: the installation at work, until it is told to stop.

mod first;
pub(crate) mod shell;
mod stop;

use std::net::SocketAddr;

use ::calendar::Lang;
use office::Office;
use office::senders::Senders;
use office::settings::Settings;
use tokio::net::TcpListener;
use tokio::sync::watch;
use web::shell::Shell;
use web::{NoNetwork, Trusted};
use words::say;

use crate::fault::said;
use crate::languages::folder as languages;
use crate::place::Place;

pub(crate) use first::{First, found, settle, settle_one};
pub(crate) use stop::Stop;

/// Where to serve what.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    first: First,
    /// Address and port to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8311")]
    listen: String,
    /// Where people reach it, for links in messages [default: http://ADDR]
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Address or network of a web server in front, as 127.0.0.1 or 10.1.0.0/16: what it says in X-Forwarded-For is
    /// believed. May be given several times
    #[arg(long, value_name = "ADDR")]
    trusted_proxy: Vec<String>,
    /// Serve figures for Prometheus at this address; keep it from the public
    #[arg(long, value_name = "ADDR")]
    metrics: Option<String>,
}

pub(crate) fn run(args: &Args, lang: Lang) -> Result<(), String> {
    crate::log("info");
    crate::runtime(lang)?.block_on(serve(args, lang))
}

async fn serve(args: &Args, lang: Lang) -> Result<(), String> {
    let stop = Stop::listen().map_err(|error| crate::unstartable(&error, lang))?;
    let trusted = trusted(&args.trusted_proxy, lang)?;
    let public = args
        .public_url
        .as_deref()
        .map(|url| public(url, lang))
        .transpose()?;
    if !args.place.is_begun() {
        args.first.begins(lang)?;
    }
    let folder = args.place.made(lang)?;
    languages::add(&folder.path().join(languages::FOLDER), lang)?;
    let (listener, address) = listen(&args.listen, lang).await?;
    let figures = match &args.metrics {
        Some(address) => Some(listen(address, lang).await?.0),
        None => None,
    };
    let settings = Settings::read(folder.path()).map_err(|error| error.say(lang))?;
    let senders = Senders::new(&settings).map_err(|error| error.say(lang))?;
    let gateways = settings.gateway_secrets();
    let log = settings.log;
    let opened = args.place.open(folder, lang).await?;
    let url = public.or(settings.public_url);
    let url = url.unwrap_or_else(|| format!("http://{address}"));
    let office = opened.office(url.trim_end_matches('/').to_owned());
    office.trust_gateways(gateways);
    if let Some(rules) = settings.sign_in {
        office.rule_sign_in(rules);
    }
    if let Some(service) = settings.sign_on {
        office.trust_sign_on(service);
    }
    office.send_codes_by(office::accounts::Ways {
        phone: senders.sms.is_some(),
        email: senders.mail.is_some(),
    });
    office.begin_logs_with(log);
    settle(&office, &args.first, lang).await?;
    known_roles(&office, lang).await?;
    office
        .record_jurisdictions()
        .await
        .map_err(|error| said(lang, error))?;
    let shell = shell::of(&office, opened.masters.derived("pages"));
    println!(
        "{}",
        say(
            lang,
            "commands-serving",
            &[("address", format!("http://{address}"))]
        )
    );
    first_links(&office, lang).await?;
    if let Some(listener) = figures {
        // It goes when the program ends; nothing hangs on it.
        tokio::spawn(web::serve(
            listener,
            web::operations(office.clone()),
            std::future::pending(),
        ));
    }
    until_stopped(office, shell, trusted, senders, listener, stop, lang).await?;
    opened.store.close().await;
    Ok(())
}

/// The address for the public, as it was typed.
pub(crate) fn public(url: &str, lang: Lang) -> Result<String, String> {
    let wrong = || say(lang, "commands-public-url", &[("url", url.to_owned())]);
    office::settings::public_url(url).ok_or_else(wrong)
}

/// Refuses settings that ask a second factor of a role that nobody has.
async fn known_roles(office: &Office, lang: Lang) -> Result<(), String> {
    let unknown = office.unknown_second_factor().await;
    match unknown.map_err(|error| said(lang, error))? {
        None => Ok(()),
        Some(unknown) => Err(say(
            lang,
            "settings-second-factor-role",
            &[("role", unknown.role), ("known", unknown.known.join(", "))],
        )),
    }
}

/// Prints the link for the first administrator of each jurisdiction that has none yet.
pub(crate) async fn first_links(office: &Office, lang: Lang) -> Result<(), String> {
    let all = office.jurisdictions().await.map_err(|error| said(lang, error))?;
    for jurisdiction in all.iter() {
        let link = office
            .first_link(&jurisdiction.id)
            .await
            .map_err(|error| said(lang, error))?;
        if let Some(link) = link {
            if all.len() > 1 {
                println!("{} {}", jurisdiction.id, jurisdiction.zh);
            }
            println!("{}", say(lang, "commands-first-link", &[("link", link)]));
        }
    }
    Ok(())
}

/// The web servers in front that are believed.
fn trusted(named: &[String], lang: Lang) -> Result<Vec<Trusted>, String> {
    let one = |text: &String| {
        text.parse()
            .map_err(|NoNetwork| say(lang, "commands-no-network", &[("text", text.clone())]))
    };
    named.iter().map(one).collect()
}

/// Takes the port before anything is made.
pub(crate) async fn listen(address: &str, lang: Lang) -> Result<(TcpListener, SocketAddr), String> {
    let fault = |error: std::io::Error| {
        let key = match error.kind() {
            std::io::ErrorKind::AddrInUse => "commands-port-taken",
            _ => "commands-no-port",
        };
        let args = [
            ("address", address.to_owned()),
            ("reason", crate::fault::reason(&error, lang)),
        ];
        say(lang, key, &args)
    };
    let listener = TcpListener::bind(address).await.map_err(fault)?;
    let address = listener.local_addr().map_err(fault)?;
    Ok((listener, address))
}

/// Serves pages and runs the jobs until a signal says stop; what was begun is finished.
pub(crate) async fn until_stopped(
    office: Office,
    shell: Shell,
    trusted: Vec<Trusted>,
    senders: Senders,
    listener: TcpListener,
    stop: Stop,
    lang: Lang,
) -> Result<(), String> {
    let (tell, told) = watch::channel(false);
    tokio::spawn(async move {
        stop.signal().await;
        // Nobody listens any more where everything has ended already.
        let _ = tell.send(true);
    });
    let stopped = |mut told: watch::Receiver<bool>| async move {
        // The sender going away means stop as well.
        let _ = told.wait_for(|stop| *stop).await;
    };
    let jobs = tokio::spawn({
        let (office, stopped) = (office.clone(), stopped(told.clone()));
        async move { office.run_jobs(&senders, stopped).await }
    });
    let pages = web::behind(web::app(office.clone(), shell), trusted);
    web::serve(listener, pages, stopped(told))
        .await
        .map_err(|error| {
            say(
                lang,
                "commands-served",
                &[("reason", crate::fault::reason(&error, lang))],
            )
        })?;
    // A job that panicked has said so on its own.
    let _ = jobs.await;
    // What was read while the jobs ended already.
    office.store_views().await.map_err(|error| said(lang, error))?;
    println!("{}", say(lang, "commands-stopped", &[]));
    Ok(())
}
