//! The real ledger. Only counts are looked at; no text of it stands here.

use std::collections::HashSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use case::rows::CaseRow;
use ledger::Row;
use office::import::{Fate, Mode};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use store::{LedgerAfter, LedgerFilter};
use testkit::TestOffice;

use crate::import::{import, plan, table};

const MESSAGES: u64 = 2816;

/// `ledger.csv` of `$WENZHENG_TEST_DATA`, else of `../shared/data` beside the repository.
pub(crate) fn ledger() -> Option<Vec<u8>> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let folder = std::env::var_os("WENZHENG_TEST_DATA").map_or(beside, PathBuf::from);
    let found = std::fs::read(folder.join("ledger.csv")).ok();
    if found.is_none() {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        assert!(!ci, "ledger.csv is not there, and on a build server it must be");
        // in one piece and straight to the terminal: what a passing test prints is not shown
        let line = "\nskipped: no ledger.csv in $WENZHENG_TEST_DATA or ../shared/data\n";
        std::io::stderr().write_all(line.as_bytes()).unwrap();
    }
    found
}

/// All cases of the office.
pub(crate) async fn cases(test: &TestOffice) -> Vec<CaseRow> {
    let (store, filter) = (test.office.store(), LedgerFilter::default());
    let mut all: Vec<CaseRow> = Vec::new();
    loop {
        let after = all.last().map(|row| LedgerAfter {
            received: row.received,
            number: row.number.clone(),
        });
        let page = store.ledger(&test.j, &filter, after.as_ref(), 500).await.unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

store::both_engines! {
    /// `--as history` is the default for rows that have a reply: each case enters closed, with its own number and
    /// times; no clock starts and nobody is told.
    async fn the_ledger_enters_as_history_once(fresh) {
        let Some(bytes) = ledger() else { return };
        let test = TestOffice::on(fresh).await;
        let (tally, lines) = import(&test, &plan(None), &bytes).await;
        assert_eq!((tally.rows, tally.history), (MESSAGES, MESSAGES));
        assert!(lines.iter().all(|line| line.fate == Fate::Entered));

        let rows = cases(&test).await;
        let of_table: HashSet<(String, i64, Option<i64>)> = table(&bytes)
            .into_iter()
            .map(Result::unwrap)
            .map(|row| (row.number.unwrap(), row.received.ms(), row.replied.map(|at| at.ms())))
            .collect();
        let of_cases: HashSet<(String, i64, Option<i64>)> = rows
            .iter()
            .map(|row| (row.number.to_string(), row.received.ms(), row.replied.map(|at| at.ms())))
            .collect();
        assert_eq!(of_cases, of_table);
        assert!(rows.iter().all(|row| row.history && row.step == case::decide::HISTORY_STEP));
        assert_eq!(test.office.store().next_timer().await.unwrap(), None, "no clock");
        assert_eq!(test.office.store().outbox_waiting(1).await.unwrap(), [], "nobody is told");

        let (again, _) = import(&test, &plan(None), &bytes).await;
        assert_eq!((again.rows, again.same), (MESSAGES, MESSAGES));
        let (as_new, _) = import(&test, &plan(Some(Mode::New)), &bytes).await;
        assert_eq!(as_new.same, MESSAGES, "what is in as history does not enter as new");
        assert_eq!(cases(&test).await, rows);
    }
}

/// The same rows in other clothes are the same rows.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_gb18030_copy_and_a_workbook_bring_nothing_new() {
    let Some(bytes) = ledger() else { return };
    let test = TestOffice::sqlite().await;
    import(&test, &plan(None), &bytes).await;
    let text = std::str::from_utf8(&bytes)
        .unwrap()
        .trim_start_matches('\u{feff}');
    let (gb18030, _, lossy) = encoding_rs::GB18030.encode(text);
    assert!(!lossy);
    assert!(std::str::from_utf8(&gb18030).is_err());
    let (tally, _) = import(&test, &plan(None), &gb18030).await;
    assert_eq!((tally.rows, tally.same), (MESSAGES, MESSAGES));

    let rows: Vec<Row> = table(&bytes).into_iter().map(Result::unwrap).collect();
    // Some of them: writing a workbook takes long.
    let (tally, _) = import(&test, &plan(None), &workbook(&rows[..300])).await;
    assert_eq!((tally.rows, tally.same), (300, 300));
}

fn workbook(rows: &[Row]) -> Vec<u8> {
    let calendar = calendar::Calendar::from_toml(calendar::SHIPPED).unwrap();
    let local = |at| calendar.local(at).strftime("%Y-%m-%d %H:%M:%S").to_string();
    let time = Format::new().set_num_format("yyyy/m/d h:mm:ss");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let header = [
        "留言编号",
        "留言用户",
        "留言主题",
        "留言时间",
        "留言详情",
        "答复意见",
        "答复时间",
    ];
    sheet.write_row(0, 0, header).unwrap();
    for (row, n) in rows.iter().zip(1..) {
        let number: f64 = row.number.as_ref().unwrap().parse().unwrap();
        sheet.write(n, 0, number).unwrap();
        sheet.write(n, 1, row.name.as_ref().unwrap()).unwrap();
        sheet.write(n, 2, row.title.as_ref().unwrap()).unwrap();
        let received = ExcelDateTime::parse_from_str(&local(row.received)).unwrap();
        sheet.write_with_format(n, 3, &received, &time).unwrap();
        sheet.write(n, 4, &row.text).unwrap();
        sheet.write(n, 5, row.reply.as_ref().unwrap()).unwrap();
        sheet.write(n, 6, local(row.replied.unwrap())).unwrap();
    }
    book.save_to_buffer().unwrap()
}
