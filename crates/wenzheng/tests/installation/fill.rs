//! `wenzheng import`, `generate` and `rebuild`.

use serde_json::Value;

use crate::installation::{Data, printed, refused};

const TABLE: &str = "编号,姓名,主题,时间,内容,答复,答复时间\n\
    1,张三,路灯,2019/4/25 9:32:09,路灯坏了一个月,已修复,2019/5/8 10:00:00\n\
    2,李四,水管,昨天,水管漏了,已修,\n\
    3,王五,公交,2019/4/26 9:32:09,公交不来,,\n";

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&printed(args)).unwrap()
}

#[test]
fn a_table_is_imported_and_what_is_not_taken_is_told() {
    let data = Data::set_up();
    let (path, table, report) = (data.path(), data.write("t.csv", TABLE), data.at("report.tsv"));
    let import = ["import", &table, "--data", &path];
    let trial = json(&[&import[..], &["--json", "--dry-run"]].concat());
    assert_eq!(
        (&trial["history"], &trial["bad"], &trial["dry_run"]),
        (&1.into(), &2.into(), &true.into())
    );

    let output = crate::installation::output(&[&import[..], &["--report", &report]].concat());
    assert!(output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(
        told.contains("Line 3: \"昨天\" in \"时间\" is not understood as a time"),
        "{told}"
    );
    assert!(told.contains("Line 4: there is no reply. Say --as new"), "{told}");
    let counted = String::from_utf8(output.stdout).unwrap();
    assert!(counted.contains("3 rows: 1 entered as history"), "{counted}");
    let report = std::fs::read_to_string(report).unwrap();
    assert_eq!(
        report
            .lines()
            .map(|line| line.split('\t').next().unwrap())
            .collect::<Vec<_>>(),
        ["3", "4"]
    );

    let changed = data.write("t.csv", TABLE.replace("一个月", "两个月"));
    let again = json(&["import", &changed, "--as", "new", "--data", &path, "--json"]);
    assert_eq!(
        (&again["changed"], &again["new"], &again["bad"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(again["not_taken"][0]["code"], "import-changed");

    let said = printed(&["rebuild", "--data", &path]);
    assert!(
        said.contains("nothing can serve meanwhile") && said.contains("2 cases"),
        "{said}"
    );
}

#[test]
fn a_mapping_names_columns_that_are_not_known() {
    let data = Data::set_up();
    let table = data.write("t.csv", "来电时刻,说了什么,怎么答的\n2019/4/25,路灯坏了,已修\n");
    let path = data.path();
    let said = refused(&["import", &table, "--data", &path]);
    assert!(said.contains("来电时刻"), "the headers found: {said}");
    let mapping = data.write(
        "m.toml",
        "received = \"来电时刻\"\ntext = \"说了什么\"\nreply = \"怎么答的\"\n",
    );
    let done = json(&["import", &table, "--data", &path, "--mapping", &mapping, "--json"]);
    assert_eq!(done["history"], 1);
    let wrong = data.write("w.toml", "colour = \"红\"\n");
    let said = refused(&["import", &table, "--data", &path, "--mapping", &wrong]);
    assert!(said.contains("colour"), "{said}");
}

#[test]
fn what_cannot_be_imported_at_all() {
    let data = Data::new();
    let (path, table) = (data.path(), data.write("t.csv", TABLE));
    let said = refused(&["import", &table, "--data", &path]);
    assert!(said.contains("run wenzheng serve once"), "{said}");
    assert!(
        !std::path::Path::new(&path).exists(),
        "nothing is made by what refuses"
    );
    let data = Data::set_up();
    let path = data.path();
    let said = refused(&["import", &data.at("none.csv"), "--data", &path]);
    assert!(said.contains("none.csv cannot be read"), "{said}");
    let picture = data.write("picture", b"\x89PNG\r\n\x1a\n\0\0\0\0");
    refused(&["import", &picture, "--data", &path]);
    let said = refused(&[
        "import",
        &table,
        "--data",
        &path,
        "--channel",
        "fax",
        "--lang",
        "zh",
    ]);
    assert!(said.contains("channel"), "{said}");
    let said = refused(&[
        "import",
        &table,
        "--data",
        &path,
        "--report",
        &data.at("no/report"),
    ]);
    assert!(said.contains("cannot be written"), "{said}");
    let said = refused(&["import", &table, "--data", &path, "--jurisdiction", "elsewhere"]);
    assert!(said.contains("main"), "{said}");
}

#[test]
fn generated_cases_are_counted_by_stage() {
    let data = Data::new();
    let path = data.path();
    let first = ["--procedure", "suqian-12345"];
    let generate = ["generate", "--cases", "40", "--seed", "7", "--data", &path];
    let said = printed(&[&generate[..], &first].concat());
    assert!(said.contains("40 cases with"), "{said}");
    let counts = said.lines().filter_map(|line| line.trim().split_once("  "));
    let counts = counts.filter_map(|(count, _)| count.parse::<u64>().ok());
    assert_eq!(counts.sum::<u64>(), 40, "{said}");
    let rebuilt = printed(&["rebuild", "--data", &path]);
    assert!(rebuilt.contains("40 cases"), "{rebuilt}");
    let none = crate::installation::output(&["generate", "--cases", "0", "--data", &path]);
    assert_eq!(
        none.status.code(),
        Some(2),
        "wrong words are the command line's own fault"
    );
}
