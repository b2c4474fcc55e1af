//! `wenzheng replay`, as typed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const LEDGER: &str = "\
留言时间,答复时间,承办单位
2019/9/26 9:32:09,2019/10/9 23:59:59,水务局
2019/9/26 9:32:09,2019/10/10 0:00:00,水务局
2019/10/8 9:00,2019/10/20 10:00,教育局
2019/10/8 9:00,,教育局
2019/10/8 9:00,2019/10/7 9:00,教育局
";

fn folder(ledger: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.csv");
    std::fs::write(&path, ledger).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

/// A small procedure, as a file, whose answers are due within this limit.
fn procedure(folder: &TempDir, limit: &str) -> String {
    let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../procedures/faulty/057-role-looks.toml");
    let text = std::fs::read_to_string(small).unwrap();
    assert!(text.contains("limit = \"3 workdays\""));
    let text = text.replace("limit = \"3 workdays\"", &format!("limit = \"{limit}\""));
    let path = folder.path().join(format!("{}.toml", limit.replace(' ', "-")));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The same with seven workdays, and fifteen for complaints.
fn with_alternatives(folder: &TempDir) -> String {
    let seven = procedure(folder, "7 workdays");
    let text = std::fs::read_to_string(&seven).unwrap();
    let complaints = "limits = [{ if = [\"case.category = complaint\"], limit = \"15 workdays\" }]";
    let category =
        "[[category]]\nid = \"complaint\"\nname = { zh = \"投诉\", en = \"Complaint\" }\nclause = \"ST-1\"\n";
    let text = text.replace(
        "limit = \"7 workdays\"",
        &format!("limit = \"7 workdays\"\n{complaints}"),
    );
    std::fs::write(&seven, format!("{text}\n{category}")).unwrap();
    seven
}

fn wenzheng(lang: &str, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wenzheng"));
    command.args(["--lang", lang, "replay"]).args(args);
    command.output().unwrap()
}

fn printed(lang: &str, args: &[&str]) -> String {
    let output = wenzheng(lang, args);
    let fault = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{fault}");
    String::from_utf8(output.stdout).unwrap()
}

/// What is said on stderr by a command that fails.
fn refused(lang: &str, args: &[&str]) -> String {
    let output = wenzheng(lang, args);
    assert_ne!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&printed("en", &[args, &["--json"]].concat())).unwrap()
}

fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn it_says_what_it_measures_and_prints_each_limit_with_its_clause() {
    let (folder, ledger) = folder(LEDGER);
    let five = procedure(&folder, "5 workdays");
    let told = printed("zh", &[&ledger, "--procedure", &five]);
    has(
        &told,
        &[
            "共 5 行，计算 3 行，未计算 2 行",
            "从收到留言到答复",
            "不看办法何时施行",
            "A  3个工作日答复：5个工作日（ST-1）",
            "按单位（列“承办单位”）",
            "台账没有类别一列",
            "第 5 行：没有答复，也没有答复时间。",
            "第 6 行：答复时间早于留言时间。",
            "2019-09",
        ],
    );
    // 8 October and five workdays: the 14th at the latest; Sunday 20 October is no later than Friday the 18th
    let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let row = told
        .lines()
        .map(cells)
        .find(|cells| cells.starts_with(&["A".into(), "5个工作日".into()]));
    let numbers = row.unwrap().split_off(2);
    assert_eq!(
        numbers,
        ["3", "1", "33.3%", "2", "1个工作日", "4个工作日", "4个工作日"]
    );
}

#[test]
fn two_procedures_stand_side_by_side_also_as_json() {
    let (folder, ledger) = folder(LEDGER);
    let (five, ten) = (
        procedure(&folder, "5 workdays"),
        procedure(&folder, "10 workdays"),
    );
    let json = json(&[&ledger, "--procedure", &five, "--procedure", &ten]);
    assert_eq!(
        (&json["rows"], &json["measured"]),
        (&Value::from(5), &Value::from(3))
    );
    assert_eq!(json["measures"], serde_json::json!(["received", "replied"]));
    assert_eq!(json["in_force_dates_ignored"], true);
    let columns = |of: usize| json["procedures"][of]["columns"][0].clone();
    assert_eq!(
        (&columns(0)["column"], &columns(1)["column"]),
        (&Value::from("A"), &Value::from("B"))
    );
    assert_eq!(columns(1)["limit"], "10 workdays");
    assert_eq!(columns(1)["unit"], "workdays");
    assert_eq!(columns(1)["clause"], "ST-1");
    let total = &json["total"]["columns"];
    assert_eq!(
        (&total[0]["in_time"], &total[0]["late"]),
        (&Value::from(1), &Value::from(2))
    );
    assert_eq!(
        total[0]["late_by"],
        serde_json::json!({ "median": 1, "p90": 4, "worst": 4 })
    );
    assert_eq!(
        (&total[1]["in_time"], &total[1]["late_by"]),
        (&Value::from(3), &Value::Null)
    );
    let months: Vec<_> = json["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|m| &m["name"])
        .collect();
    assert_eq!(months, ["2019-09", "2019-10"]);
    assert_eq!(json["units"][0]["name"], "水务局");
    let lines: Vec<_> = json["not_measured"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| (&r["line"], &r["code"]))
        .collect();
    let (five, six) = (Value::from(5), Value::from(6));
    let (none, before) = (
        Value::from("replay-no-reply"),
        Value::from("replay-before-message"),
    );
    assert_eq!(lines, [(&five, &none), (&six, &before)]);
}

#[test]
fn where_the_ledger_knows_the_kind_a_further_column_goes_by_it() {
    let csv = "留言时间,答复时间,诉求类型\n2019-03-01 12:00,2019-03-22 12:00,投诉\n2019-03-01 12:00,2019-03-22 12:00,表扬\n";
    let (folder, ledger) = folder(csv);
    let told = printed("zh", &[&ledger, "--procedure", &with_alternatives(&folder)]);
    has(
        &told,
        &[
            "15个工作日（ST-1），用于：诉求类型：“投诉”",
            "7个工作日（ST-1），用于其他情形",
            "C  3个工作日答复：台账的类别能确定时限的",
            "按类别（列“诉求类型”）",
            "2 种类别中，1 种是办法 small-town 里的类别或者标注",
        ],
    );
    assert!(!told.contains("⟦"), "{told}");
}

#[test]
fn of_a_shipped_procedure_it_says_where_its_clocks_are_others() {
    let (_folder, ledger) = folder(LEDGER);
    let told = printed("en", &[&ledger, "--procedure", "suqian-12345"]);
    has(
        &told,
        &[
            "6 days (SQ-19)",
            "4 hours (SQ-10(3))",
            "12 hours (SQ-10(3))",
            "By the rule it starts when",
            "extended by 6 days at most in all (SQ-10(3)); extensions are not counted here",
            "Not measured: “Rectified within 6 days”",
            "Dates in force are ignored",
        ],
    );
    assert!(!told.contains("⟦"), "{told}");
}

#[test]
fn what_cannot_be_replayed_is_told_with_what_to_do() {
    let (folder, ledger) = folder(LEDGER);
    let five = procedure(&folder, "5 workdays");
    has(
        &refused("zh", &["no-such.csv", "--procedure", &five]),
        &["no-such.csv 无法读取"],
    );
    has(
        &refused("zh", &[&ledger, "--procedure", "atlantis"]),
        &["没有叫“atlantis”的办法", "suqian-12345"],
    );
    has(&refused("en", &[&ledger]), &["--procedure"]);
    has(
        &refused("en", &[&ledger, "--procedure", &five, "--until", "2020"]),
        &["--until"],
    );
    let thrice = [
        &ledger,
        "--procedure",
        &five,
        "--procedure",
        &five,
        "--procedure",
        &five,
    ]
    .map(|s: &str| s);
    has(&refused("zh", &thrice), &["最多写两次"]);
    let other = folder.path().join("other.csv");
    std::fs::write(&other, "留言时间,留言详情\n2019-10-08 9:00,路灯\n").unwrap();
    let told = refused("zh", &[other.to_str().unwrap(), "--procedure", &five]);
    has(&told, &["replied", "答复时间", "留言时间, 留言详情"]);
    let none = procedure(&folder, "3 workdays");
    let text = std::fs::read_to_string(&none).unwrap();
    std::fs::write(
        &none,
        text.replace("met_by = [\"replied\"]", "right = true\nmet_by = [\"replied\"]"),
    )
    .unwrap();
    has(
        &refused("en", &[&ledger, "--procedure", &none]),
        &["met_by = [\"replied\"]"],
    );
}

#[test]
fn a_mapping_names_columns_that_are_not_known() {
    let (folder, ledger) = folder("收,回\n2019-10-08 9:00,2019-10-09 9:00\n");
    let (five, mapping) = (
        procedure(&folder, "5 workdays"),
        folder.path().join("mapping.toml"),
    );
    std::fs::write(&mapping, "received = \"收\"\nreplied = \"回\"\n").unwrap();
    let json = json(&[
        &ledger,
        "--procedure",
        &five,
        "--mapping",
        mapping.to_str().unwrap(),
    ]);
    assert_eq!(json["total"]["columns"][0]["in_time"], 1);
}

#[test]
fn the_real_ledger_comes_out_as_counted_by_hand() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let data = std::env::var_os("WENZHENG_TEST_DATA").map_or(beside, PathBuf::from);
    let ledger = data.join("ledger.csv");
    if !ledger.exists() {
        let ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        assert!(!ci, "ledger.csv is not there, and on a build server it must be");
        eprintln!("skipped: no ledger.csv in $WENZHENG_TEST_DATA or ../shared/data");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (five, boards) = (procedure(&folder, "5 workdays"), with_alternatives(&folder));
    let json = json(&[
        ledger.to_str().unwrap(),
        "--procedure",
        &five,
        "--procedure",
        &boards,
    ]);
    let total = &json["total"];
    assert_eq!(total["rows"], 2816);
    let in_time: Vec<_> = total["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| &c["in_time"])
        .collect();
    assert_eq!(
        in_time,
        [&Value::from(1078), &Value::from(2103), &Value::from(1366)]
    );
    assert_eq!(json["kinds"], serde_json::json!([]));
}
