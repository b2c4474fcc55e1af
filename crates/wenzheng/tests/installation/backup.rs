//! `wenzheng backup` beside a server, `wenzheng restore` elsewhere, and wrong files.

use std::path::Path;

use crate::installation::{Data, Running, printed, refused};

/// An installation with some cases. No server ran on it: invented cases come before the first signed head.
fn city() -> Data {
    let data = Data::new();
    let cases = ["generate", "--cases", "20", "--seed", "7", "--data", &data.path()];
    printed(&[&cases[..], &["--procedure", "suqian-12345"]].concat());
    data
}

fn master(from: &Data, to: &Data) {
    std::fs::create_dir_all(to.path()).unwrap();
    let key = Path::new(&from.path()).join("master.key");
    std::fs::copy(key, Path::new(&to.path()).join("master.key")).unwrap();
}

#[test]
fn a_city_moves_while_it_works() {
    let city = city();
    let (path, archive) = (city.path(), city.at("monday.tar"));
    // a language that the city added goes along
    std::fs::create_dir(format!("{path}/locales")).unwrap();
    std::fs::write(format!("{path}/locales/ug.ftl"), "language-name = ئۇيغۇرچە\n").unwrap();
    let server = Running::serve(&["--data", &path, "--listen", "127.0.0.1:0"]);
    let said = printed(&["backup", &archive, "--data", &path]);
    server.stop();
    assert!(
        said.contains("checked by restoring it") && said.contains("monday.keys.tar"),
        "{said}"
    );

    let said = refused(&["backup", &archive, "--data", &path]);
    assert!(said.contains("monday.tar is there already"), "{said}");

    let elsewhere = Data::new();
    let restore = ["restore", &archive, "--data", &elsewhere.path()];
    let said = refused(&restore);
    assert!(said.contains("master.key"), "{said}");
    master(&city, &elsewhere);
    let said = printed(&restore);
    assert!(
        said.contains("Restored") && said.contains("sign in again"),
        "{said}"
    );
    let said = refused(&restore);
    assert!(said.contains("is not empty"), "{said}");

    let server = Running::serve(&["--data", &elsewhere.path(), "--listen", "127.0.0.1:0"]);
    let (_, page) = server.get("/?lang=ug");
    assert!(page.contains("<html lang=\"ug\" dir=\"rtl\""), "{page}");
    server.stop();
    let again = elsewhere.at("again.tar");
    let (first, second) = (
        printed(&["export", "ledger", &city.at("a.csv"), "--data", &path]),
        printed(&["export", "ledger", &city.at("b.csv"), "--data", &elsewhere.path()]),
    );
    assert_eq!(first.replace("a.csv", ""), second.replace("b.csv", ""));
    assert_eq!(
        std::fs::read(city.at("a.csv")).unwrap(),
        std::fs::read(city.at("b.csv")).unwrap()
    );
    printed(&["backup", &again, "--data", &elsewhere.path()]);
}

#[test]
fn what_is_no_backup_of_this_city_is_said() {
    let (city, other) = (city(), city());
    let (one, two) = (city.at("one.tar"), other.at("two.tar"));
    printed(&["backup", &one, "--data", &city.path()]);
    printed(&["backup", &two, "--data", &other.path()]);
    let target = Data::new();
    master(&other, &target);
    let place = ["--data", &target.path()[..]].map(str::to_owned);
    let restore = |args: &[&str]| {
        let place = place.iter().map(String::as_str);
        refused(
            &["restore"]
                .into_iter()
                .chain(args.iter().copied())
                .chain(place)
                .collect::<Vec<_>>(),
        )
    };
    assert!(restore(&[&city.at("none.tar")]).contains("cannot be read"));
    assert!(restore(&[&one, "--keys", &other.at("two.keys.tar")]).contains("two different backups"));
    assert!(restore(&[&city.at("one.keys.tar"), "--keys", &one]).contains("is no backup"));
    assert!(restore(&[&one]).contains("not the one of this backup"));
    let whole = std::fs::read(&one).unwrap();
    let cut = city.write("cut.tar", &whole[..whole.len() / 2]);
    let said = restore(&[&cut, "--keys", &city.at("one.keys.tar")]);
    assert!(
        said.contains("not copied whole") && said.contains("cut.tar"),
        "{said}"
    );
    let keys = std::fs::read(city.at("one.keys.tar")).unwrap();
    let cut = city.write("cut.keys.tar", &keys[..keys.len() / 2]);
    let said = restore(&[&one, "--keys", &cut]);
    assert!(
        said.contains("cut.keys.tar: ") && !said.contains("one.tar"),
        "{said}"
    );
    let said = refused(&["backup", &city.at("x.tar"), "--data", &city.at("nowhere")]);
    assert!(said.contains("There is no installation in"), "{said}");
    assert!(!Path::new(&city.at("nowhere")).exists(), "a folder was made");
}

/// Before anything is written: two files, in a folder that is there, and not where the data lie. Nothing is left behind.
#[test]
fn a_backup_goes_into_two_files_somewhere_else() {
    let city = Data::set_up();
    let path = city.path();
    std::fs::create_dir(city.at("away")).unwrap();
    let one = city.at("away/one.tar");
    let said = refused(&["backup", &one, "--keys", &one, "--data", &path]);
    assert!(said.contains("cannot go into one file"), "{said}");
    let round = city.at("away/../away/one.tar");
    let said = refused(&["backup", &one, "--keys", &round, "--data", &path]);
    assert!(said.contains("cannot go into one file"), "{said}");
    let nowhere = city.at("nowhere");
    let said = refused(&["backup", &format!("{nowhere}/one.tar"), "--data", &path]);
    assert!(said.contains(&format!("There is no folder {nowhere} ")), "{said}");
    let within = format!("{path}/one.tar");
    let said = refused(&["backup", &within, "--data", &path]);
    assert!(said.contains("lies in the data folder"), "{said}");
    let said = refused(&["backup", &one, "--keys", &within, "--data", &path]);
    assert!(said.contains("lies in the data folder"), "{said}");
    assert_eq!(std::fs::read_dir(city.at("away")).unwrap().count(), 0);
    assert!(!Path::new(&within).exists());
}
