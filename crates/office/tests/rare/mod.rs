//! Rare characters (GB 18030-2022) go in by every way and come out as they were by every other, on both databases.

use std::io::Cursor;
use std::sync::{Arc, Mutex};

use calendar::{Calendar, Lang, SHIPPED};
use case::{Actor, CaseNumber};
use encoding_rs::GB18030;
use ledger::{Mapping, Row};
use office::Message;
use office::backup;
use office::directory::{Entry, PostEntry, UnitEntry};
use office::export::ledger_sheet;
use office::import::{Mode, Plan};
use office::senders::{Console, Senders};
use serde::Deserialize;
use store::testing::Fresh;
use store::{DiskBlobs, LedgerFilter};
use testkit::TestOffice;

#[derive(Deserialize)]
struct File {
    text: Vec<Rare>,
}

#[derive(Deserialize)]
struct Rare {
    what: String,
    name: String,
    masked: String,
}

impl Rare {
    fn title(&self) -> String {
        format!("{}的路灯", self.name)
    }

    fn text(&self) -> String {
        format!("{}说：“{}门前不亮”，{}。", self.name, self.name, self.title())
    }
}

fn rare() -> Vec<Rare> {
    let file: File = toml::from_str(include_str!("texts.toml")).unwrap();
    assert!(file.text.len() > 9);
    file.text
}

/// One phone gets so many codes within a day.
fn a_day_later(test: &TestOffice) {
    test.clock.advance(24 * 60);
}

/// A citizen of that name writes.
async fn written(test: &TestOffice, rare: &Rare) -> CaseNumber {
    a_day_later(test);
    let code = test.phone_code("13800138000").await;
    let mut citizen = test.wang(Some(code));
    citizen.name = rare.name.clone();
    citizen.address = Some(format!("{}路1号", rare.name));
    let message = Message {
        id: test.command_id().as_str().to_owned(),
        channel: "website".to_owned(),
        title: rare.title(),
        text: rare.text(),
        category: Some("complaint".to_owned()),
        citizen: Some(citizen),
        ..Message::default()
    };
    let receipt = test.office.receive(&test.j, &Actor::Citizen(None), message).await;
    receipt
        .unwrap_or_else(|fault| panic!("{}: {fault:?}", rare.what))
        .number
}

fn government(rare: &Rare) -> String {
    format!("{}镇政府", rare.name)
}

/// A unit of that name, for which `handler-water` works; its id.
async fn with_unit(test: &TestOffice, n: usize, rare: &Rare) -> String {
    let id = format!("rare-{n}");
    let from = jiff::civil::date(2020, 1, 1);
    let unit = UnitEntry {
        id: id.clone(),
        zh: government(rare),
        en: id.clone(),
        kind: "department".to_owned(),
        parent: None,
        territory: None,
        duties: Vec::new(),
        from,
        to: None,
    };
    let post = PostEntry {
        person: "handler-water".to_owned(),
        role: "handler".to_owned(),
        unit: Some(id.clone()),
        from,
        to: None,
    };
    let entries = vec![Entry::Unit(unit), Entry::Post(post)];
    test.office.enter(&test.j, "system", entries).await.unwrap();
    id
}

fn rows(bytes: &[u8]) -> Vec<Row> {
    let calendar = Calendar::from_toml(SHIPPED).unwrap();
    let rows = ledger::read(Cursor::new(bytes), &Mapping::default(), &calendar).unwrap();
    rows.map(|row| row.unwrap()).collect()
}

/// What was written to somebody.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Written {
    async fn sent(test: &TestOffice) -> String {
        let to = Self::default();
        let senders = Senders::all_by(Arc::new(Console::new(to.clone())));
        test.office.run_outbox(&senders).await.unwrap();
        let bytes = to.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }
}

store::both_engines! {
    async fn a_case_is_read_as_it_was_written(fresh) {
        let test = TestOffice::on(fresh).await;
        let operator = test.staff("operator");
        for rare in rare() {
            let what = &rare.what;
            let number = written(&test, &rare).await;
            let seen = test.office.case(&test.j, &operator, &number).await.unwrap();
            assert_eq!(seen.title.as_deref(), Some(rare.title().as_str()), "{what}");
            assert_eq!(seen.text.as_deref(), Some(rare.text().as_str()), "{what}");
            assert_eq!(seen.citizen.unwrap().name, rare.masked, "{what}: masked by characters");
            let opened = test.office.open_person(&test.j, &operator, &number, "回电核实").await.unwrap();
            assert_eq!(opened.name, rare.name, "{what}");
            // on paper, as a page and as a document
            let volume = test.office.volume(&test.j, &operator, &number, Lang::Zh).await.unwrap();
            assert!(volume.html().unwrap().contains(&rare.text()), "{what}");
            assert!(unzipped(&volume.docx().unwrap()).contains(&rare.text()), "{what}");
        }
    }

    async fn the_ledger_is_taken_along_as_it_was_written_and_names_nobody(fresh) {
        let test = TestOffice::on(fresh).await;
        let (all, who) = (LedgerFilter::default(), test.staff("administrator"));
        for (n, rare) in rare().iter().enumerate() {
            let unit = with_unit(&test, n, rare).await;
            let number = written(&test, rare).await;
            test.accept(&number).await;
            test.dispatch(&number, &unit).await;
        }
        let mut lines = test.office.export_ledger(&test.j, &Actor::System, &all).await.unwrap();
        test.office.open_titles(&test.j, &who, &all, &mut lines).await.unwrap();
        let calendar = Calendar::from_toml(SHIPPED).unwrap();
        let sheet = ledger_sheet(Lang::Zh, &calendar, &lines, true);
        let csv = String::from_utf8(sheet.csv()).unwrap();
        let xlsx = unzipped(&sheet.xlsx("台账").unwrap());
        for rare in rare() {
            for table in [&csv, &xlsx] {
                assert!(table.contains(&government(&rare)), "{}", rare.what);
                // the title says the citizen's name
                assert!(!table.contains(&rare.title()), "{}", rare.what);
            }
        }
        assert_eq!(csv.matches("■的路灯").count(), rare().len(), "{csv}");
    }

    async fn tables_that_people_bring_are_read_as_they_were_written(fresh) {
        let test = TestOffice::on(fresh).await;
        let head = ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间"];
        let cells = |n: usize, rare: &Rare| {
            let n = n.to_string();
            let [time, text] = ["2019/4/25 9:32:09".to_owned(), rare.text()];
            [n, rare.name.clone(), rare.title(), time.clone(), text.clone(), text, time]
        };
        let lines = rare().iter().enumerate().map(|(n, rare)| cells(n, rare).join(",")).collect::<Vec<_>>();
        let table = format!("{}\n{}\n", head.join(","), lines.join("\n"));
        let halves: Vec<u8> = "\u{feff}".encode_utf16().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, name) in (0..).zip(head) {
            sheet.write(0, column, name).unwrap();
        }
        for (row, rare) in (1..).zip(rare()) {
            for (column, cell) in (0..).zip(cells(row as usize - 1, &rare)) {
                sheet.write(row, column, cell).unwrap();
            }
        }
        let brought = [
            ("UTF-8", table.clone().into_bytes()),
            ("UTF-16", halves),
            ("GB18030", GB18030.encode(&table).0.into_owned()),
            ("XLSX", book.save_to_buffer().unwrap()),
        ];
        for (form, bytes) in &brought {
            for (row, rare) in rows(bytes).iter().zip(rare()) {
                assert_eq!(row.name.as_deref(), Some(rare.name.as_str()), "{form}");
                assert_eq!(row.text, rare.text(), "{form}");
            }
        }
        // four bytes in GB18030 become a case, and the case the same text
        let plan = Plan { mode: Some(Mode::History), source: "ledger".to_owned(), ..Plan::default() };
        let taken = rows(&brought[2].1).into_iter().map(Ok);
        let tally = test.office.import(&test.j, &plan, taken.collect::<Vec<_>>(), |_| ()).await.unwrap();
        assert_eq!((tally.bad, tally.history as usize), (0, rare().len()));
        for (n, rare) in rare().iter().enumerate() {
            let number = CaseNumber::from(n.to_string());
            let seen = test.office.case(&test.j, &test.staff("operator"), &number).await.unwrap();
            assert_eq!(seen.text.as_deref(), Some(rare.text().as_str()), "{}", rare.what);
            assert_eq!(seen.reply.as_deref(), Some(rare.text().as_str()), "{}", rare.what);
        }
    }

    async fn another_jurisdiction_gets_it_as_it_was_written(fresh) {
        let test = TestOffice::on(fresh).await;
        test.with_banner().await;
        let mut texts = Vec::new();
        for rare in rare() {
            let number = written(&test, &rare).await;
            test.accept(&number).await;
            test.dispatch(&number, "county").await;
            texts.push(rare.text());
        }
        Written::sent(&test).await;
        let who = test.staff("operator");
        let below = test.office.ledger("banner", &who, &LedgerFilter::default(), None, 99).await.unwrap();
        let mut there = Vec::new();
        for line in below {
            there.extend(test.office.case("banner", &who, &line.row.number).await.unwrap().text);
        }
        there.sort();
        texts.sort();
        assert_eq!(there, texts);
    }

    async fn messages_say_it_as_it_was_written(fresh) {
        let test = TestOffice::on(fresh).await;
        for (n, rare) in rare().iter().enumerate() {
            let unit = with_unit(&test, n, rare).await;
            a_day_later(&test);
            test.dispatched("路灯不亮", &unit).await;
            let sent = Written::sent(&test).await;
            assert!(sent.contains(&government(rare)), "{}: {sent}", rare.what);
        }
    }

    async fn a_backup_brings_it_back_into_either_database(fresh) {
        let test = TestOffice::on(fresh).await;
        let mut numbers = Vec::new();
        for rare in rare() {
            numbers.push((written(&test, &rare).await, rare));
        }
        let blobs = DiskBlobs::new(test.folder.path().join("files"));
        let (mut archive, mut keys) = (Vec::new(), Vec::new());
        let now = test.office.now();
        backup::back_up(&test.fresh.url, &blobs, &[], "rare", now, &mut archive, &mut keys).await.unwrap();
        for target in [Some(Fresh::sqlite()), Fresh::postgres().await].into_iter().flatten() {
            let folder = tempfile::tempdir().unwrap();
            let store = target.store().await;
            backup::restore(&store, &DiskBlobs::new(folder.path()), &archive[..], &keys[..]).await.unwrap();
            let there = test.over(store);
            for (number, rare) in &numbers {
                let seen = there.case(&test.j, &test.staff("operator"), number).await.unwrap();
                assert_eq!(seen.text.as_deref(), Some(rare.text().as_str()), "{}", rare.what);
            }
        }
    }

    /// A limit of so many characters is one of characters, not of bytes or halves.
    async fn a_long_title_of_rare_characters_is_as_long_as_one_of_usual_ones(fresh) {
        let test = TestOffice::on(fresh).await;
        let mut fits = Vec::new();
        for c in ["路", "𠮷", "𰻝"] {
            let mut longest = 0;
            for length in [60, 100, 101, 200, 201] {
                let message = Message {
                    id: test.command_id().as_str().to_owned(),
                    channel: "website".to_owned(),
                    title: c.repeat(length),
                    text: "路灯不亮".to_owned(),
                    category: Some("complaint".to_owned()),
                    citizen: Some(test.wang(None)),
                    ..Message::default()
                };
                if test.office.receive(&test.j, &Actor::Citizen(None), message).await.is_ok() {
                    longest = length;
                }
            }
            fits.push(longest);
        }
        assert!(fits[0] > 0 && fits.iter().all(|longest| *longest == fits[0]), "{fits:?}");
    }
}

/// All texts in an archive.
fn unzipped(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for n in 0..archive.len() {
        std::io::Read::read_to_string(&mut archive.by_index(n).unwrap(), &mut all).unwrap();
    }
    all
}
