//! `wenzheng words` and the folder `locales`: a third language from the template to the page.

use crate::installation::{Data, Running, output, printed, refused};

#[test]
fn the_template_becomes_a_language_of_the_pages() {
    let data = Data::set_up();
    let template = printed(&["words", "template"]);
    assert!(
        template.starts_with("# Translate these texts"),
        "{}",
        &template[..80]
    );
    let translated = template
        .replace("language-name = English", "language-name = سىناق")
        .replace("shell-skip = ", "shell-skip = سەكرە ");
    assert_ne!(template, translated);
    let file = data.write("ug.ftl", &translated);
    assert!(printed(&["words", "check", &file]).contains("no faults found"));

    let folder = format!("{}/locales", data.path());
    std::fs::create_dir(&folder).unwrap();
    std::fs::copy(&file, format!("{folder}/ug.ftl")).unwrap();
    std::fs::write(format!("{folder}/README"), "no language").unwrap();
    let running = Running::serve(&["--data", &data.path(), "--listen", "127.0.0.1:0"]);
    let (status, page) = running.get("/?lang=ug");
    assert_eq!(status, 200);
    assert!(page.contains("<html lang=\"ug\" dir=\"rtl\""), "{page}");
    assert!(page.contains("سەكرە") && page.contains(">سىناق</a>"), "{page}");
    running.stop();
}

#[test]
fn a_file_with_faults_is_told_line_by_line() {
    let data = Data::new();
    let text = "language-name = x\nshell-skip = { $who }\nno-such = y\n";
    let file = data.write("xx.ftl", text);
    let output = output(&["words", "check", &file]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    for line in [format!("{file}:2: "), format!("{file}:3: ")] {
        assert!(said.contains(&line), "{said}");
    }
    assert!(
        said.contains("    → ") && said.contains("\n    shell-navigation\n"),
        "{said}"
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("2 faults"));
}

#[test]
fn a_file_that_names_no_language_keeps_the_server_from_starting() {
    let data = Data::set_up();
    let folder = format!("{}/locales", data.path());
    std::fs::create_dir(&folder).unwrap();
    let args = ["serve", "--data", &data.path(), "--listen", "127.0.0.1:0"];
    for (name, text, says) in [
        ("zh.ftl", "language-name = x\n".as_bytes(), "BCP 47"),
        ("ug.ftl", b"shell-skip = x\n", "language-name = NAME"),
        ("ug.ftl", b"language-name = \xff\n", "ug.ftl"),
    ] {
        let path = format!("{folder}/{name}");
        std::fs::write(&path, text).unwrap();
        let said = refused(&args);
        assert!(said.contains(says) && said.contains(&path), "{said}");
        std::fs::remove_file(&path).unwrap();
    }
}
