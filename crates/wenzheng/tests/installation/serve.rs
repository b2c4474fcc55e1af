//! `wenzheng serve`: the first run, the later ones, and what keeps it from serving.

use std::net::TcpListener;
use std::path::Path;

use store::testing::Fresh;

use crate::installation::{Data, Running, mode, refused};

/// Several procedures ship: the first run names its own.
const FIRST: [&str; 2] = ["--procedure", "suqian-12345"];

#[test]
fn the_first_run_sets_up_and_prints_a_one_time_link_until_somebody_is_there() {
    let data = Data::new();
    let args = ["--data", &data.path(), "--listen", "127.0.0.1:0"];
    let mut first = Running::serve(&[&args[..], &FIRST].concat());
    assert!(
        first.said.contains("adopts suqian-12345, version 2020-10-19"),
        "{}",
        first.said
    );
    let line = first.line();
    let (_, link) = line.trim().split_once(": http://").unwrap();
    let (address, path) = link.split_once('/').unwrap();
    assert_eq!(address, first.address);
    assert_eq!(first.get("/").0, 200);
    assert_eq!(first.get(&format!("/{path}")).0, 200, "the link opens a page");
    assert_eq!(first.stop().trim(), "Stopped.");

    assert_eq!(mode(data.path()), 0o700);
    let key = Path::new(&data.path()).join("master.key");
    assert_eq!(mode(&key), 0o600);
    let bytes = std::fs::read(&key).unwrap();
    assert_eq!(bytes.len(), 32);

    let mut second = Running::serve(&args);
    assert!(
        !second.said.contains("adopts"),
        "later runs adopt nothing: {}",
        second.said
    );
    assert_ne!(second.line(), line, "another link");
    second.stop();
    assert_eq!(std::fs::read(&key).unwrap(), bytes);
}

#[test]
fn the_first_run_takes_a_name_and_a_procedure_of_ones_own() {
    let data = Data::new();
    let shipped = include_str!("../../../../procedures/suqian-12345.toml");
    let own = data.write(
        "own.toml",
        shipped.replacen("id = \"suqian-12345\"", "id = \"own-rules\"", 1),
    );
    let listen = ["--listen", "127.0.0.1:0"];
    let set = [
        "--procedure",
        &own,
        "--jurisdiction",
        "yunchuan",
        "--name",
        "云川市",
    ];
    let path = data.path();
    let place = ["--data", &path];
    let running = Running::serve(&[&place[..], &listen, &set].concat());
    assert!(
        running.said.contains("“yunchuan” adopts own-rules"),
        "{}",
        running.said
    );
    assert!(running.get("/").1.contains("云川市"));
    running.stop();
    // The same words again are no fault, other ones are.
    Running::serve(&[&place[..], &listen, &set].concat()).stop();
    let other = refused(&[
        "serve",
        "--data",
        &path,
        "--procedure",
        "suqian-12345",
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(
        other.contains("own-rules is adopted here, not suqian-12345"),
        "{other}"
    );
    let other = refused(&[
        "serve",
        "--data",
        &path,
        "--jurisdiction",
        "elsewhere",
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(
        other.contains("--jurisdiction") && other.contains("yunchuan"),
        "{other}"
    );
}

#[test]
fn what_the_first_run_cannot_adopt() {
    let data = Data::new();
    let serve = |procedure: &str| {
        let path = data.path();
        refused(&[
            "serve",
            "--data",
            &path,
            "--procedure",
            procedure,
            "--listen",
            "127.0.0.1:0",
        ])
    };
    assert!(serve("nowhere").contains("There are: suqian-12345"));
    assert!(serve("./nowhere.toml").contains("cannot be read"));
    let faulty = data.write("faulty.toml", "[procedure]\nid = \"faulty\"\n");
    assert!(serve(&faulty).contains("wenzheng procedure check"));
}

#[test]
fn one_process_at_a_time_has_a_sqlite_folder() {
    let data = Data::new();
    let path = data.path();
    let here = ["--data", &path, "--listen", "127.0.0.1:0"];
    let running = Running::serve(&[&here[..], &FIRST].concat());
    for command in ["serve", "rebuild"] {
        let said = refused(&[command, "--data", &path]);
        assert!(said.contains("in use by another wenzheng process"), "{said}");
        assert!(said.contains("PostgreSQL"), "{said}");
    }
    running.stop();
    Running::serve(&["--data", &path, "--listen", "127.0.0.1:0"]).stop();
    assert!(
        !Path::new(&path).join("wenzheng.sqlite-wal").exists(),
        "one file holds it all"
    );
}

#[test]
fn a_port_that_is_taken_or_none() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let data = Data::new();
    let said = refused(&["serve", "--data", &data.path(), "--listen", &address]);
    assert!(
        said.contains(&format!("{address} is in use")) && said.contains("--listen"),
        "{said}"
    );
    let said = refused(&["demo", "--listen", &address, "--lang", "zh"]);
    assert!(said.contains("已被占用"), "{said}");
    let said = refused(&["serve", "--data", &data.path(), "--listen", "nonsense"]);
    assert!(said.contains("Cannot listen on nonsense"), "{said}");
}

#[test]
fn without_its_master_key_a_database_stays_closed() {
    let data = Data::set_up();
    let path = data.path();
    let serve = || refused(&["serve", "--data", &path, "--listen", "127.0.0.1:0"]);
    let key = Path::new(&path).join("master.key");
    let right = std::fs::read(&key).unwrap();

    std::fs::remove_file(&key).unwrap();
    assert!(serve().contains("is not there"));
    assert!(!key.exists(), "no other key is made");
    std::fs::write(&key, b"short").unwrap();
    assert!(serve().contains("should have 32 bytes and has 5"));
    std::fs::write(&key, [0; 32]).unwrap();
    assert!(serve().contains("not the one of this database"));
    std::fs::write(&key, right).unwrap();
    Running::serve(&["--data", &path, "--listen", "127.0.0.1:0"]).stop();
}

#[test]
fn a_folder_that_cannot_be_used() {
    let data = Data::new();
    let file = data.write("file", "");
    let said = refused(&["serve", "--data", &file, "--listen", "127.0.0.1:0"]);
    assert!(said.contains("cannot be used"), "{said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_newer_program() {
    let data = Data::new();
    std::fs::create_dir(data.path()).unwrap();
    let fresh = Fresh::sqlite();
    fresh.store().await.close().await;
    fresh
        .execute("INSERT INTO migration (version, sha256) VALUES (99, 'later');")
        .await;
    let newer = fresh.url.strip_prefix("sqlite:").unwrap();
    std::fs::copy(newer, Path::new(&data.path()).join("wenzheng.sqlite")).unwrap();
    let said = refused(&["serve", "--data", &data.path(), "--listen", "127.0.0.1:0"]);
    assert!(
        said.contains("schema 99") && said.contains("newer program"),
        "{said}"
    );
}

#[test]
fn addresses_of_databases() {
    let data = Data::new();
    let said = refused(&[
        "serve",
        "--data",
        &data.path(),
        "--database-url",
        "mysql://u@h/d",
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(said.contains("postgres://"), "{said}");
    let nobody = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let url = format!("postgres://user:secret@127.0.0.1:{nobody}/none");
    let said = refused(&[
        "serve",
        "--data",
        &data.path(),
        "--database-url",
        &url,
        "--listen",
        "127.0.0.1:0",
    ]);
    assert!(
        said.contains("cannot be reached") && !said.contains("secret"),
        "{said}"
    );
}

/// Several processes share one PostgreSQL, each with a copy of the master key in its own folder.
#[tokio::test(flavor = "multi_thread")]
async fn several_processes_on_one_postgresql() {
    let Some(fresh) = Fresh::empty_postgres().await else {
        return;
    };
    let (one, other) = (Data::new(), Data::new());
    let args = |data: &str| {
        let words = [
            "--data",
            data,
            "--database-url",
            &fresh.url,
            "--listen",
            "127.0.0.1:0",
        ];
        words.map(str::to_owned)
    };
    let first = args(&one.path());
    let first = first.each_ref().map(String::as_str);
    let first = Running::serve(&[&first[..], &FIRST].concat());
    assert!(first.said.contains("adopts"), "{}", first.said);

    let second = args(&other.path());
    let second = second.each_ref().map(String::as_str);
    assert!(refused(&[&["serve"], &second[..]].concat()).contains("master.key"));
    let key = |data: &Data| Path::new(&data.path()).join("master.key");
    std::fs::copy(key(&one), key(&other)).unwrap();
    let running = Running::serve(&second);
    assert!(!running.said.contains("adopts"), "{}", running.said);
    assert_eq!((first.get("/").0, running.get("/").0), (200, 200));
    let rebuilt =
        crate::installation::printed(&["rebuild", "--data", &other.path(), "--database-url", &fresh.url]);
    assert!(rebuilt.contains("may go on serving"), "{rebuilt}");
    running.stop();
    first.stop();
}

/// Whoever meant the role would sign in without a second factor, so it is said before anybody does.
#[test]
fn a_second_factor_for_a_role_that_is_none_is_refused() {
    let data = Data::set_up();
    let settings = "[sign_in]\nsecond_factor = [\"dispatchr\"]\n";
    std::fs::write(Path::new(&data.path()).join("wenzheng.toml"), settings).unwrap();
    let said = refused(&["serve", "--data", &data.path(), "--listen", "127.0.0.1:0"]);
    for part in ["second_factor", "“dispatchr”", "administrator", "dispatcher"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn the_first_run_says_when_the_regulation_is_past_its_last_day() {
    let data = Data::new();
    let path = data.path();
    let args = [
        "--data",
        &path,
        "--listen",
        "127.0.0.1:0",
        "--procedure",
        "pingliang-messages",
    ];
    let running = Running::serve(&args);
    assert!(
        running.said.contains("adopts pingliang-messages"),
        "{}",
        running.said
    );
    assert!(
        running.said.contains("lapsed after 24 Oct 2017") && running.said.contains("wenzheng rules continue"),
        "{}",
        running.said
    );
    running.stop();
}
