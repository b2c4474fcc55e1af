//! `wenzheng log` and `wenzheng verify`: PL-17, hiding is proved by outsiders.

use crate::installation::{Data, printed, refused};

#[test]
fn pl_17_the_log_is_exported_and_checked_without_the_installation() {
    let data = Data::set_up();
    let path = data.path();
    let mut table = "编号,姓名,主题,时间,内容\n".to_owned();
    for n in 1..=20 {
        table += &format!("{n},张三,路灯,2019/4/25 9:32:09,第{n}盏路灯坏了\n");
    }
    printed(&[
        "import",
        &data.write("t.csv", table),
        "--as",
        "new",
        "--data",
        &path,
    ]);
    let key = printed(&["log", "key", "--data", &path]);
    let (public, full) = (data.at("public.jsonl"), data.at("full.jsonl"));
    printed(&["log", "export", &public, "--data", &path]);
    let said = printed(&["log", "export", &full, "--events", "--data", &path]);
    assert!(said.contains("for auditors"), "{said}");
    assert_eq!(crate::installation::mode(&full) & 0o077, 0);
    let said = refused(&["log", "export", &full, "--events", "--data", &path]);
    assert!(
        said.contains("is there already") && said.contains("--overwrite"),
        "{said}"
    );
    printed(&["log", "export", &full, "--events", "--overwrite", "--data", &path]);
    for file in [&public, &full] {
        let said = printed(&["verify", file, "--key", key.trim()]);
        assert!(said.contains("Everything fits."), "{said}");
    }
    let said = printed(&["verify", &public]);
    assert!(said.contains("The key was taken from the file."), "{said}");
    let json = printed(&["verify", &full, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["sound"], true);
    assert_eq!(json["leaves"], json["events"]);
    // a head that was kept, then a log that was written anew
    let text = std::fs::read_to_string(&full).unwrap();
    let head = text.lines().rfind(|line| line.starts_with("{\"head\"")).unwrap();
    let head: serde_json::Value = serde_json::from_str(head).unwrap();
    let kept = data.write("kept.txt", head["head"].as_str().unwrap());
    let said = printed(&["verify", &public, "--head", &kept]);
    assert!(said.contains("Everything fits."), "{said}");
    let altered = data.write(
        "altered.jsonl",
        text.replacen("\"kind\":\"receive\"", "\"kind\":\"accept\"", 1),
    );
    let output = crate::installation::output(&["verify", &altered]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success());
    assert!(
        said.contains("event 1 of case/") && said.contains("was altered"),
        "{said}"
    );
    let said = refused(&["verify", &public, "--key", "nonsense"]);
    assert!(said.contains("ed25519:…"), "{said}");
    let said = refused(&["verify", &public, "--receipt", &kept]);
    assert!(said.contains("wenzheng receipt 1"), "{said}");
}
