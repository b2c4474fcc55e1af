//! The first run: a jurisdiction is entered and adopts calendar and procedure. Later runs change nothing of it.

use ::calendar::{Calendar, Lang, SHIPPED};
use jiff::civil::{Date, date};
use office::{Office, Problem};
use procedure::{Procedure, Wanted};
use std::path::Path;
use store::{Jurisdiction, Kind, StoreError};
use words::say;

use crate::fault::said;
use crate::shipped::{find_beside, folder_of, procedures};

/// The shipped calendar is in force from the first day of its table.
const CALENDAR_FROM: Date = date(2010, 1, 1);

/// What the first run settles. Later runs take the same words, and no others.
#[derive(clap::Args, Default)]
pub(crate) struct First {
    /// First run: the procedure to adopt, a shipped one (see `wenzheng procedure list`) or a file; needed where several
    /// are shipped
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) procedure: Option<String>,
    /// First run: short id of the jurisdiction, such as yunchuan [default: main]
    #[arg(long, value_name = "ID")]
    pub(crate) jurisdiction: Option<String>,
    /// First run: name of the jurisdiction [default: who issued the procedure]
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
}

/// Sets up the jurisdiction where nothing is set up yet; else checks that what is there is what was asked for. Gives
/// the id of the one that is meant; `None` where there are several.
pub(crate) async fn settle(office: &Office, first: &First, lang: Lang) -> Result<Option<String>, String> {
    let (id, adopted) = settled(office, first).await.map_err(|fault| fault.said(lang))?;
    if let Some(adopted) = adopted {
        println!("{}", say(lang, "commands-adopted", &adopted));
        if let Some(id) = &id {
            told_lapsed(office, id, lang).await?;
        }
    }
    Ok(id)
}

/// Says that what was just adopted is past its last day: no message is taken before somebody decides to use it on.
async fn told_lapsed(office: &Office, id: &str, lang: Lang) -> Result<(), String> {
    let lapse = office.lapse(id, office.now()).await;
    let lapse = lapse.map_err(|error| said(lang, error))?;
    if let Some(lapse) = lapse.filter(|lapse| lapse.decision.is_none()) {
        let day = ::calendar::show_day(lapse.last_day, lang);
        println!("{}", say(lang, "commands-adopted-lapsed", &[("day", day)]));
    }
    Ok(())
}

/// The same where one must be meant.
pub(crate) async fn settle_one(office: &Office, first: &First, lang: Lang) -> Result<String, String> {
    if let Some(id) = settle(office, first, lang).await? {
        return Ok(id);
    }
    let there = office.jurisdictions().await.map_err(|error| said(lang, error))?;
    Err(which(&there).said(lang))
}

/// What to tell of an adoption.
pub(crate) type Adopted = Vec<(&'static str, String)>;

/// Why nothing was set up.
pub(crate) enum Unsettled {
    Said(&'static str, Vec<(&'static str, String)>),
    Problem(Problem),
}

impl Unsettled {
    pub(crate) fn said(self, lang: Lang) -> String {
        match self {
            Unsettled::Said(key, args) => say(lang, key, &args),
            Unsettled::Problem(problem) => said(lang, problem),
        }
    }
}

impl From<Problem> for Unsettled {
    fn from(problem: Problem) -> Self {
        Unsettled::Problem(problem)
    }
}

impl From<StoreError> for Unsettled {
    fn from(error: StoreError) -> Self {
        Unsettled::Problem(error.into())
    }
}

async fn settled(office: &Office, first: &First) -> Result<(Option<String>, Option<Adopted>), Unsettled> {
    let there = office.store().jurisdictions().await?;
    let id = match (&first.jurisdiction, there.as_slice()) {
        (None, [only]) => only.id.clone(),
        (Some(id), _) if there.is_empty() || there.iter().any(|j| j.id == *id) => id.clone(),
        (None, []) => "main".to_owned(),
        // Several are served together; none of them is set up by serving.
        (None, _) if first.procedure.is_none() => {
            for jurisdiction in &there {
                fits(office, &jurisdiction.id).await?;
            }
            return Ok((None, None));
        }
        _ => return Err(which(&there)),
    };
    let adopted = office.store().all_adopted(&id, Kind::Procedure).await?;
    if let Some(adopted) = adopted.first() {
        return match &first.procedure {
            Some(asked) if !is_file(asked) && *asked != adopted.id => Err(Unsettled::Said(
                "commands-other-procedure",
                vec![("adopted", adopted.id.clone()), ("asked", asked.clone())],
            )),
            _ => {
                fits(office, &id).await?;
                Ok((Some(id), None))
            }
        };
    }
    let names = first.name.as_ref().map(|name| (name.clone(), name.clone()));
    let adopted = found(office, &id, names, None, first.procedure.as_deref()).await?;
    Ok((Some(id), Some(adopted)))
}

/// Enters a jurisdiction, which adopts calendar and procedure.
pub(crate) async fn found(
    office: &Office,
    id: &str,
    names: Option<(String, String)>,
    host: Option<String>,
    procedure: Option<&str>,
) -> Result<Adopted, Unsettled> {
    let (text, procedure) = named(procedure)?;
    let issued_by = &procedure.head.issued_by;
    let (zh, en) = names.unwrap_or_else(|| (issued_by.zh.clone(), issued_by.en.clone()));
    let jurisdiction = Jurisdiction {
        id: id.to_owned(),
        zh,
        en,
        host,
    };
    office.enter_jurisdiction(jurisdiction).await?;
    fits(office, id).await?;
    office.adopt_calendar(id, SHIPPED, CALENDAR_FROM).await?;
    office.adopt_procedure(id, &text).await?;
    Ok(vec![
        ("procedure", procedure.head.id.clone()),
        ("version", procedure.head.version.clone()),
        ("jurisdiction", id.to_owned()),
    ])
}

impl First {
    /// Refuses a first run that names a procedure which is not there, before anything is made for it.
    pub(crate) fn begins(&self, lang: Lang) -> Result<(), String> {
        // where none is named, what else is wrong is said first: another process may have begun on the same database
        let Some(procedure) = self.procedure.as_deref() else {
            return Ok(());
        };
        let named = named(Some(procedure));
        named.map(drop).map_err(|fault| fault.said(lang))
    }
}

/// The procedure that a first run names.
fn named(procedure: Option<&str>) -> Result<(String, Procedure), Unsettled> {
    match procedure {
        Some(path) if is_file(path) => own(path),
        id => shipped(id),
    }
}

/// Which of several is meant.
fn which(there: &[Jurisdiction]) -> Unsettled {
    let ids: Vec<&str> = there.iter().map(|j| j.id.as_str()).collect();
    Unsettled::Said("commands-which-jurisdiction", vec![("ids", ids.join(", "))])
}

/// The shipped procedure with this id; the only one where none is named.
fn shipped(id: Option<&str>) -> Result<(String, Procedure), Unsettled> {
    let read = procedures().into_iter().filter_map(|text| {
        let read = procedure::read(&text).ok()?;
        Some((text, read))
    });
    let all: Vec<(String, Procedure)> = read.collect();
    let ids = || {
        let ids: Vec<&str> = all.iter().map(|(_, p)| p.head.id.as_str()).collect();
        ("ids", ids.join(", "))
    };
    let found = match id {
        Some(id) => all.iter().find(|(_, p)| p.head.id == id),
        None if all.len() == 1 => all.first(),
        None => return Err(Unsettled::Said("commands-which-procedure", vec![ids()])),
    };
    match (found, id) {
        (Some(found), _) => Ok(found.clone()),
        (None, id) => Err(Unsettled::Said(
            "commands-no-such-procedure",
            vec![("id", id.unwrap_or_default().to_owned()), ids()],
        )),
    }
}

/// Ids have no dots and no slashes.
fn is_file(procedure: &str) -> bool {
    procedure.contains(['.', '/', '\\'])
}

/// A procedure of the office's own, without faults.
fn own(path: &str) -> Result<(String, Procedure), Unsettled> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        let args = vec![("file", path.to_owned()), ("reason", error.to_string())];
        Unsettled::Said("commands-file-unreadable", args)
    })?;
    let calendar = Calendar::from_toml(SHIPPED).map_err(|error| Problem::Corrupt(error.to_string()))?;
    let find = |wanted: Wanted<'_>| find_beside(folder_of(Path::new(path)), wanted);
    let report = procedure::check_file(&text, &find, &[calendar.id()]);
    match (report.is_clean(), report.procedure) {
        (true, Some(procedure)) => Ok((report.text, procedure)),
        _ => Err(Unsettled::Said(
            "commands-procedure-faulty",
            vec![("file", path.to_owned())],
        )),
    }
}

/// Whether the master key is the one of this database: with another, nothing could be read.
async fn fits(office: &Office, id: &str) -> Result<(), Unsettled> {
    if office.master_key_fits(id).await? {
        Ok(())
    } else {
        Err(Unsettled::Said("commands-key-wrong", Vec::new()))
    }
}
