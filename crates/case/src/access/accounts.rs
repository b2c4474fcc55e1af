//! Which cases a citizen's account opens.

/// Whose a case is, as it is known beside the case itself. Accounts and phones are keyed hashes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Belongs<'a> {
    /// The account in which it was written.
    pub account: Option<&'a str>,
    /// The phone of its citizen.
    pub phone: &'a str,
    /// Whether it was shown that the phone is the citizen's.
    pub verified: bool,
}

/// Whether an account opens a case: one that was written in it, or with its phone when that was verified. A phone that
/// somebody only gave proves nothing: whoever holds it has to learn no more of the case than anybody else.
pub fn owns(account: &str, case: Belongs<'_>) -> bool {
    !account.is_empty() && (case.account == Some(account) || (case.verified && case.phone == account))
}

#[cfg(test)]
mod tests {
    use super::{Belongs, owns};

    #[test]
    fn an_account_opens_what_was_written_in_it_and_what_its_phone_was_verified_for() {
        let case = |account, verified| Belongs {
            account,
            phone: "phone",
            verified,
        };
        assert!(owns("phone", case(None, true)));
        assert!(owns("phone", case(Some("mail"), true)));
        assert!(owns("mail", case(Some("mail"), false)));
        assert!(!owns("phone", case(None, false)));
        assert!(!owns("phone", case(Some("mail"), false)));
        assert!(!owns("mail", case(None, true)));
        assert!(!owns("", Belongs::default()));
    }
}
