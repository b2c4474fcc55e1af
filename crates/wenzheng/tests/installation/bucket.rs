//! Attachments in a bucket: filled, moved there and back beside a server, backed up and restored.

use std::path::Path;

use store::testing::BucketServer;

use crate::installation::{Data, Running, printed, refused};

/// The id of the content.
const ID: &str = "0123456789abcdef0123456789abcdef";

/// An installation with an attachment: what lies in the folder is sealed, so any bytes will do.
fn city() -> Data {
    let data = Data::set_up();
    let path = data.path();
    std::fs::create_dir_all(data.at("data/attachments/01")).unwrap();
    data.write(&format!("data/attachments/01/{ID}"), [0, 1, 255]);
    let database = rusqlite::Connection::open(Path::new(&path).join("wenzheng.sqlite")).unwrap();
    let row = "INSERT INTO attachment (jurisdiction, id, stream, bytes, media, stored_at)
         SELECT jurisdiction, ?1, 'case/1', 3, 'image/png', 0 FROM jurisdiction";
    assert_eq!(database.execute(row, [ID]).unwrap(), 1);
    data
}

/// Writes the settings, and the key beside them.
fn set(data: &Data, server: &BucketServer, keep_in: &str) {
    std::fs::create_dir_all(data.path()).unwrap();
    let settings = format!("{}keep_in = \"{keep_in}\"\n", server.settings());
    data.write("data/wenzheng.toml", settings);
    data.write("data/bucket.secret", &server.secret);
}

/// Contents in the folder.
fn in_folder(data: &Data) -> usize {
    let folder = Path::new(&data.path()).join("attachments");
    let Ok(found) = std::fs::read_dir(folder) else {
        return 0;
    };
    found
        .map(|one| std::fs::read_dir(one.unwrap().path()).unwrap().count())
        .sum()
}

#[test]
fn attachments_move_into_a_bucket_and_out_again() {
    let Some(mut server) = BucketServer::start() else {
        return;
    };
    let city = city();
    let (path, archive) = (city.path(), city.at("friday.tar"));
    let said = refused(&["attachments", "move", "--data", &path]);
    assert!(said.contains("[attachments]"), "{said}");
    let files = in_folder(&city);
    assert_eq!(files, 1);
    set(&city, &server, "bucket");
    let running = Running::serve(&["--data", &path, "--listen", "127.0.0.1:0"]);
    let said = printed(&["attachments", "move", "--data", &path]);
    assert!(said.contains(&format!("{files} attachments copied")), "{said}");
    let said = printed(&["attachments", "move", "--data", &path]);
    assert!(said.contains(&format!("{files} were there already")), "{said}");
    running.stop();

    // out of the bucket alone into an archive, and from there into another bucket's place
    std::fs::remove_dir_all(Path::new(&path).join("attachments")).unwrap();
    printed(&["backup", &archive, "--data", &path]);
    let there = Data::new();
    set(&there, &server, "folder");
    std::fs::copy(
        Path::new(&path).join("master.key"),
        Path::new(&there.path()).join("master.key"),
    )
    .unwrap();
    printed(&["restore", &archive, "--data", &there.path()]);
    set(&city, &server, "folder");
    let said = printed(&["attachments", "move", "--data", &path]);
    assert!(said.contains(&format!("{files} attachments copied")), "{said}");
    assert_eq!(in_folder(&city), files);

    // a bucket that is away: said, with its address and without its key
    set(&city, &server, "bucket");
    server.stop();
    let said = refused(&["attachments", "move", "--data", &path]);
    assert!(
        said.contains("attachments cannot be reached") && said.contains(&server.endpoint),
        "{said}"
    );
    assert!(!said.contains(&server.secret), "{said}");
    let said = refused(&["backup", &city.at("away.tar"), "--data", &path]);
    assert!(said.contains("cannot be reached"), "{said}");
    assert!(!Path::new(&city.at("away.tar")).exists());
}

#[test]
fn settings_of_a_bucket_that_cannot_be_are_refused() {
    let data = Data::set_up();
    for (settings, says) in [
        (
            "[attachments]\nendpoint = \"http://s3.example\"\nbucket = \"files\"\naccess_key = \"a\"\nsecret_file = \"x\"\n",
            "https://s3.example",
        ),
        (
            "[attachments]\nendpoint = \"https://s3.example\"\nbucket = \"a/b\"\naccess_key = \"a\"\nsecret_file = \"x\"\n",
            "line 3",
        ),
        (
            "[attachments]\nendpoint = \"https://s3.example\"\nbucket = \"files\"\naccess_key = \"a\"\n",
            "secret_file",
        ),
        (
            "[attachments]\nendpoint = \"https://s3.example\"\nbucket = \"files\"\naccess_key = \"a\"\nsecret_env = \"PATH\"\nkeep_in = \"attic\"\n",
            "folder",
        ),
        (
            "[attachments]\nendpoint = \"https://s3.example\"\nbucket = \"files\"\naccess_key = \"a\"\nsecret_env = \"PATH\"\nprefix = \"/x\"\n",
            "line 6",
        ),
        (
            "[attachments]\nendpoint = \"https://s3.example\"\nbucket = \"files\"\naccess_key = \"a\"\nsecret_env = \"PATH\"\ncertificates = \"none.pem\"\n",
            "none.pem",
        ),
    ] {
        data.write("data/wenzheng.toml", settings);
        let said = refused(&["serve", "--data", &data.path(), "--listen", "127.0.0.1:0"]);
        assert!(said.contains("wenzheng.toml") && said.contains(says), "{said}");
    }
}

#[test]
fn a_command_whose_reader_goes_away_ends_quietly() {
    use std::process::Stdio;
    let mut child = crate::installation::wenzheng(&["calendar", "show", "2026"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said, "", "{:?}", output.status);
}
