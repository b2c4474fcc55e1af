//! Passwords that others have seen are refused, on both databases.

use case::PersonId;
use office::staff::{Origin, SignIn, SignInRules};
use std::fmt::Write as _;
use testkit::{PASSWORD, TestOffice, field};

const J: &str = "suqian";

store::both_engines! {
    /// The list of an installation is asked, and a list that is gone keeps nobody from working.
    async fn a_leaked_password_is_refused(fresh) {
        let test = TestOffice::on(fresh).await;
        let office = &test.office;
        let list = test.folder.path().join("leaked.txt");
        let leaked = "周三下午去西湖边散步";
        let mut lines: Vec<String> = (0..50).map(|n| hash(&format!("filler {n}"))).collect();
        lines.push(hash(leaked));
        lines.sort();
        std::fs::write(&list, lines.join("\n")).unwrap();
        office.rule_sign_in(SignInRules {
            leaked: Some(list.clone()),
            ..SignInRules::default()
        });
        let person = PersonId::from("operator");
        let way_in = SignIn {
            login: "operator",
            password: PASSWORD,
            code: None,
            origin: Origin::default(),
        };
        let here = office.sign_in(J, way_in).await.unwrap();
        let change = async |old: &str, new: &str| {
            field(office.change_password(J, &person, &here.token, old, new).await)
        };
        assert_eq!(change(PASSWORD, leaked).await, "field-password-leaked");
        assert_eq!(change(PASSWORD, "周四上午去东山上爬山").await, "done");
        std::fs::remove_file(list).unwrap();
        assert_eq!(change("周四上午去东山上爬山", leaked).await, "done");
    }
}

fn hash(text: &str) -> String {
    use sha2::Digest as _;
    sha2::Sha256::digest(text)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        })
}
