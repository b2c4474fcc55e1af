//! `wenzheng export ledger`: PL-9, a ledger of transfers and handling, exportable. It names no citizen.

use crate::installation::{Data, printed, refused};

const TABLE: &str = "编号,姓名,电话,主题,时间,内容,答复,答复时间\n\
    A-1,张三,13800138000,路灯,2019/4/25 9:32:09,路灯坏了一个月,已修复,2019/5/8 10:00:00\n\
    A-2,李四,13900139000,水管,2019/6/25 9:32:09,水管漏了,已修好,2019/6/28 10:00:00\n";

#[test]
fn pl_9_the_ledger_goes_out_without_names_and_comes_in_again() {
    let data = Data::set_up();
    let (path, table) = (data.path(), data.write("t.csv", TABLE));
    printed(&["import", &table, "--data", &path]);
    let out = data.at("out.csv");
    let said = printed(&["export", "ledger", &out, "--lang", "zh", "--data", &path]);
    assert!(said.contains("已写出 2 件"), "{said}");
    let csv = std::fs::read_to_string(&out).unwrap();
    assert!(csv.starts_with("\u{feff}工单编号,"), "{csv}");
    assert!(csv.contains("A-1") && csv.contains("2019-05-08 10:00"), "{csv}");
    for secret in ["张三", "13800138000", "路灯", "已修复"] {
        assert!(!csv.contains(secret), "{secret}");
    }
    let some = data.at("some.csv");
    let days = ["--from", "2019-06-01", "--to", "2019-06-30"];
    let export = ["export", "ledger", &some, "--data", &path];
    printed(&[&export[..], &days].concat());
    let csv = std::fs::read_to_string(&some).unwrap();
    assert_eq!(csv.lines().count(), 2, "{csv}");
    let said = refused(&[&export[..], &["--from", "soon"]].concat());
    assert!(said.contains("“soon” is no date"), "{said}");
    let said = refused(&export);
    assert!(said.contains("is there already"), "{said}");
    assert_eq!(std::fs::read_to_string(&some).unwrap(), csv);
    let sheet = data.at("out.xlsx");
    printed(&["export", "ledger", &sheet, "--data", &path]);
    // the same reader that imports reads it: only the text is missing, which is not in it
    let said = refused(&["import", &sheet, "--data", &path, "--dry-run"]);
    assert!(said.contains("工单编号") || said.contains("Number"), "{said}");
}

#[test]
fn titles_go_out_only_in_an_administrators_name() {
    let data = Data::set_up();
    let (path, table) = (data.path(), data.write("t.csv", TABLE));
    printed(&["import", &table, "--data", &path]);
    let out = data.at("out.csv");
    let export = ["export", "ledger", &out, "--with-text", "--data", &path];
    assert!(!crate::installation::output(&export).status.success());
    let said = refused(&[&export[..], &["--by", "nobody"]].concat());
    assert!(said.contains("nobody"), "{said}");
    assert!(!std::path::Path::new(&out).exists());
}
