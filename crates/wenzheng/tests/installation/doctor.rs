//! `wenzheng doctor` on installations that are well, and on broken ones.

use std::path::Path;
use std::process::Output;

use rusqlite::Connection;

use crate::installation::{Data, Running, output, printed};

/// What it says of an installation, with its exit code.
fn doctor(data: &Data, more: &[&str]) -> (String, Option<i32>) {
    let path = data.path();
    let Output {
        status,
        stdout,
        stderr,
    } = output(&[&["doctor", "--data", &path], more].concat());
    let said = String::from_utf8(stdout).unwrap() + &String::from_utf8(stderr).unwrap();
    assert!(!said.contains('⟦') && !said.contains("panicked"), "{said}");
    (said, status.code())
}

fn database(data: &Data) -> Connection {
    Connection::open(Path::new(&data.path()).join("wenzheng.sqlite")).unwrap()
}

fn line<'a>(said: &'a str, part: &str) -> &'a str {
    said.lines()
        .find(|line| line.contains(part))
        .unwrap_or_else(|| panic!("no {part:?}: {said}"))
}

#[test]
fn an_installation_that_is_well_has_nothing_wrong() {
    let data = Data::set_up();
    printed(&["backup", &data.at("a.tar"), "--data", &data.path()]);
    let server = Running::serve(&["--data", &data.path(), "--listen", "127.0.0.1:0"]);
    let address = server.address.clone();
    let (said, code) = doctor(
        &data,
        &[
            "--listen",
            &address,
            "--public-url",
            "https://wenzheng.example",
            "--trusted-proxy",
            "127.0.0.1",
        ],
    );
    server.stop();
    assert_eq!(code, Some(0), "{said}");
    for part in [
        "✓ Data folder",
        "✓ The master key is the one",
        "✓ The SQLite database passed",
        "as this program",
        "suqian-12345",
        "✓ No timer is behind",
        "✓ Last backup",
        "✓ A server answers",
        "✓ X-Forwarded-For",
        "! There is no mail server",
    ] {
        line(&said, part);
    }
    assert!(!said.contains('✗'), "{said}");
}

/// A language that was added is looked at as at the start: one that works, one with a fault, one that keeps the server from starting.
#[test]
fn added_languages_are_looked_at() {
    let data = Data::set_up();
    let folder = format!("{}/locales", data.path());
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(format!("{folder}/ug.ftl"), "language-name = ئۇيغۇرچە\n").unwrap();
    let (said, code) = doctor(&data, &[]);
    assert_eq!(code, Some(0), "{said}");
    line(&said, "✓ The added language ئۇيغۇرچە (ug) can be used");
    let faulty = "language-name = Монгол\nshell-skip = { $who }\n";
    std::fs::write(format!("{folder}/mn.ftl"), faulty).unwrap();
    let (said, code) = doctor(&data, &[]);
    assert_eq!(code, Some(0), "{said}");
    line(&said, "! The added language Монгол (mn) has 1 fault");
    line(&said, "mn.ftl:2: ");
    std::fs::write(format!("{folder}/kk.ftl"), "shell-skip = x\n").unwrap();
    let (said, code) = doctor(&data, &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("kk.ftl") && said.contains("language-name = NAME"),
        "{said}"
    );
}

#[test]
fn the_answer_for_programs_has_both_languages() {
    let data = Data::set_up();
    let (said, _) = doctor(&data, &["--json", "--public-url", "http://wenzheng.example"]);
    let lines: Vec<serde_json::Value> = serde_json::from_str(&said).unwrap();
    let address = lines.iter().find(|line| line["about"] == "address").unwrap();
    assert_eq!(address["state"], "to-do");
    assert!(address["en"].as_str().unwrap().contains("not encrypted"));
    assert!(address["zh"].as_str().unwrap().contains("不加密"));
}

#[cfg(unix)]
#[test]
fn keys_that_others_can_read_are_wrong_as_are_other_keys_and_none() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = Data::set_up();
    let key = Path::new(&data.path()).join("master.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).unwrap();
    std::fs::set_permissions(data.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let (said, code) = doctor(&data, &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        line(&said, "can read the master key").contains("chmod 600"),
        "{said}"
    );
    assert!(
        line(&said, "can open the data folder").contains("mode 755"),
        "{said}"
    );

    let right = std::fs::read(&key).unwrap();
    std::fs::write(&key, [7; 32]).unwrap();
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::set_permissions(data.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let (said, code) = doctor(&data, &[]);
    assert!(
        line(&said, "not the one of this database").starts_with('✗'),
        "{said}"
    );
    assert_eq!(code, Some(1));
    for secret in [&right[..], &[7; 32]] {
        let digits = office::chance::hex(secret);
        assert!(!said.contains(&digits), "{said}");
    }

    std::fs::write(&key, "short").unwrap();
    assert!(line(&doctor(&data, &[]).0, "should have 32 bytes").starts_with('✗'));
    std::fs::remove_file(&key).unwrap();
    assert!(line(&doctor(&data, &[]).0, "master key file").starts_with('✗'));
}

#[test]
fn an_old_schema_and_a_newer_one_are_told_apart_and_left_alone() {
    let data = Data::set_up();
    let (newest, count) = {
        let c = database(&data);
        let newest: i64 = c
            .query_row("SELECT MAX(version) FROM migration", [], |row| row.get(0))
            .unwrap();
        let delete = format!("DELETE FROM migration WHERE version = {newest}");
        (newest, c.execute(&delete, []).unwrap())
    };
    assert_eq!(count, 1);
    let (said, code) = doctor(&data, &[]);
    assert!(
        line(&said, "brings the schema up to date").starts_with('!'),
        "{said}"
    );
    assert_eq!(code, Some(0), "{said}");
    let c = database(&data);
    let found: i64 = c
        .query_row("SELECT MAX(version) FROM migration", [], |row| row.get(0))
        .unwrap();
    assert_eq!(found, newest - 1, "the doctor changed something");
    c.execute(
        "UPDATE migration SET version = version + 1000 WHERE version = 1",
        [],
    )
    .unwrap();
    drop(c);
    let (said, code) = doctor(&data, &[]);
    assert!(line(&said, "newer program").starts_with('✗'), "{said}");
    assert_eq!(code, Some(1));
}

#[test]
fn what_waits_for_too_long_is_wrong() {
    let data = Data::set_up();
    let c = database(&data);
    let put = "INSERT INTO outbox (jurisdiction, id, due, kind, payload, attempts, next_at, last_error)
         SELECT jurisdiction, ?1, 0, 'mail', x'7b7d', 3, ?2, 'refused' FROM jurisdiction";
    for n in 0..40 {
        c.execute(put, rusqlite::params![format!("late-{n}"), 0]).unwrap();
    }
    c.execute(put, rusqlite::params!["given-up", None::<i64>])
        .unwrap();
    // what a server took in already is not what waits
    c.execute("DELETE FROM log_leaf", []).unwrap();
    c.execute("DELETE FROM log_mark", []).unwrap();
    c.execute("UPDATE event SET recorded = 0", []).unwrap();
    drop(c);
    let (said, code) = doctor(&data, &[]);
    assert_eq!(code, Some(1), "{said}");
    assert!(line(&said, "40 messages wait").starts_with('✗'), "{said}");
    assert!(line(&said, "were given up").starts_with("! 1 "), "{said}");
    assert!(
        line(&said, "not in the public log yet").starts_with('✗'),
        "{said}"
    );
}

/// A server would not start with it; whoever asks beforehand is told the same, and of a right one that it holds.
#[test]
fn a_second_factor_for_a_role_that_is_none_is_wrong() {
    let data = Data::set_up();
    data.write(
        "data/wenzheng.toml",
        "[sign_in]\nsecond_factor = [\"dispatcher\", \"dispatchr\"]\n",
    );
    let (said, code) = doctor(&data, &[]);
    let found = line(&said, "“dispatchr”");
    assert!(
        found.starts_with('✗') && found.contains("administrator, "),
        "{said}"
    );
    assert_eq!(code, Some(1));
    data.write(
        "data/wenzheng.toml",
        "[sign_in]\nsecond_factor = [\"dispatcher\"]\n",
    );
    let (said, _) = doctor(&data, &[]);
    assert!(
        line(&said, "must have a second factor: dispatcher.").starts_with('✓'),
        "{said}"
    );
}

#[test]
fn a_damaged_database_settings_and_servers_that_are_away_are_named() {
    let data = Data::set_up();
    let closed = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().to_string()
    };
    let port = closed.rsplit(':').next().unwrap();
    data.write("data/secret", "the secret of the gateway");
    data.write(
        "data/wenzheng.toml",
        format!(
            "[smtp]\nhost = \"127.0.0.1\"\nport = {port}\nencryption = \"none\"\nfrom = \"a@wenzheng.example\"\n\
             [sms]\nurl = \"http://{closed}/send\"\nsecret_file = \"secret\"\n\
             [sign_on]\nissuer = \"http://{closed}\"\nclient = \"w\"\nsecret_file = \"secret\"\nzh = \"统一登录\"\nen = \"Sign-on\"\n\
             [attachments]\nendpoint = \"http://{closed}\"\nbucket = \"files\"\naccess_key = \"a\"\nsecret_file = \"secret\"\n"
        ),
    );
    let proxy = ["--trusted-proxy", "0.0.0.0/0", "--listen", &closed];
    let (said, code) = doctor(&data, &proxy);
    assert_eq!(code, Some(1), "{said}");
    for part in [
        "takes no connection",
        "sign-on service",
        "attachments cannot be reached",
        "believes everybody",
        "No server answers",
    ] {
        assert!(line(&said, part).starts_with('✗'), "{said}");
    }
    assert!(!said.contains("the secret of the gateway"), "{said}");
    data.write("data/wenzheng.toml", "colour = \"blue\"\n");
    assert!(line(&doctor(&data, &[]).0, "line 1").starts_with('✗'));
    let file = Path::new(&data.path()).join("wenzheng.sqlite");
    std::fs::write(file, "no database at all, and long enough to look like one").unwrap();
    let (said, code) = doctor(&data, &[]);
    assert!(said.contains('✗') && code == Some(1), "{said}");
    std::fs::remove_dir_all(data.path()).unwrap();
    let (said, code) = doctor(&data, &[]);
    assert!(
        said.contains("There is no installation in") && code == Some(1),
        "{said}"
    );
}
