//! `wenzheng jurisdiction`: several governments in one installation, each by its own address.

use crate::installation::{Data, Running};

fn words(what: &str, args: &[&str], path: &str) -> Vec<String> {
    let all = [&["jurisdiction", what][..], args, &["--data", path]].concat();
    all.into_iter().map(str::to_owned).collect()
}

fn printed(args: &[impl AsRef<str>]) -> String {
    crate::installation::printed(&args.iter().map(AsRef::as_ref).collect::<Vec<_>>())
}

fn refused(args: &[impl AsRef<str>]) -> String {
    crate::installation::refused(&args.iter().map(AsRef::as_ref).collect::<Vec<_>>())
}

#[test]
fn a_second_jurisdiction_is_added_served_and_changed() {
    let data = Data::set_up();
    let path = data.path();
    let add = |args: &[&str]| -> Vec<String> { words("add", args, &path) };
    let procedure = ["--procedure", "suqian-12345"];
    let banner = [
        &["banner", "--name", "示例旗", "--name-en", "Example Banner"][..],
        &procedure,
    ]
    .concat();
    let said = printed(&add(&banner));
    assert!(
        said.contains("suqian-12345") && said.contains("/@banner/desk/first/"),
        "{said}"
    );
    assert!(said.contains("reached below /@ID"), "{said}");
    let said = refused(&add(&banner));
    assert!(said.contains("banner is there already"), "{said}");
    let said = refused(&add(&[&["Town"][..], &procedure].concat()));
    assert!(said.contains("id:") && said.contains("lower-case"), "{said}");
    let town = [
        &["town", "--name", "示例镇", "--host", "town.example"][..],
        &procedure,
    ]
    .concat();
    printed(&add(&town));
    let said = refused(&add(
        &[&["other", "--host", "town.example"][..], &procedure].concat()
    ));
    assert!(said.contains("town has this host name already"), "{said}");

    let list = printed(&["jurisdiction", "list", "--data", &path]);
    for line in [
        "banner  示例旗  Example Banner  /@banner",
        "town  示例镇  示例镇  town.example",
    ] {
        assert!(list.contains(line), "{list}");
    }
    let change = |args: &[&str]| -> Vec<String> { words("change", args, &path) };
    printed(&change(&["town", "--name-en", "Example Town", "--no-host"]));
    let list = printed(&["jurisdiction", "list", "--data", &path]);
    assert!(list.contains("town  示例镇  Example Town  /@town"), "{list}");
    let said = refused(&change(&["nobody", "--name", "x"]));
    assert!(said.contains("no jurisdiction nobody"), "{said}");

    let running = Running::serve(&["--data", &path, "--listen", "127.0.0.1:0"]);
    let (status, first) = running.get("/");
    assert!(
        status == 200 && first.contains("/@banner/") && first.contains("/@main/"),
        "{first}"
    );
    assert_eq!(running.get("/@banner/write").0, 200);
    assert_eq!(running.get("/write").0, 404);
    running.stop();

    // Commands on cases and rules say which one they mean.
    let said = refused(&["rebuild", "--data", &path]);
    assert!(
        said.contains("--jurisdiction") && said.contains("banner"),
        "{said}"
    );
    printed(&["rebuild", "--jurisdiction", "banner", "--data", &path]);
    let list = printed(&["jurisdiction", "list", "--data", &path]);
    assert!(list.contains("示例旗"), "{list}");
}
