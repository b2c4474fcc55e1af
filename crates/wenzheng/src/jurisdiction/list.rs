//! `wenzheng jurisdiction list`.

use ::calendar::Lang;
use words::say;

use crate::fault::said;
use crate::place::Place;

/// Where.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    place: Place,
}

/// Each with its id, names, what it is reached by, and the procedure in force.
pub(super) async fn list(args: &Args, lang: Lang) -> Result<(), String> {
    let folder = args.place.folder(lang)?;
    let opened = args.place.open(folder, lang).await?;
    let office = opened.office(String::new());
    let all = office.jurisdictions().await.map_err(|error| said(lang, error))?;
    if all.is_empty() {
        return Err(say(lang, "commands-not-set-up", &[]));
    }
    for jurisdiction in all.iter() {
        let rules = office.in_force(&jurisdiction.id, office.now()).await;
        let procedure = match rules {
            Ok(adopted) => format!("{} {}", adopted.procedure.head.id, adopted.procedure.head.version),
            Err(office::Problem::NoProcedure) => say(lang, "commands-no-procedure", &[]),
            Err(problem) => return Err(said(lang, problem)),
        };
        let by = match &jurisdiction.host {
            Some(host) => host.clone(),
            None => format!("/@{}", jurisdiction.id),
        };
        let (id, zh, en) = (&jurisdiction.id, &jurisdiction.zh, &jurisdiction.en);
        println!("{id}  {zh}  {en}  {by}  {procedure}");
    }
    opened.store.close().await;
    Ok(())
}
