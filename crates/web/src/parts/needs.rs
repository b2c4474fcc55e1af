//! Which fields of a form must be filled: what the act cannot do without, and what the procedure asks for.

use super::Ask;
use procedure::{Do, Field};

/// Whether the field must be filled for this act under these needs of the procedure.
pub fn must(ask: Ask, act: Do, needs: &[Field]) -> bool {
    always(ask, act) || needs.iter().any(|need| named(*need, act).contains(&ask))
}

/// The asks that a need of the procedure means. A verified real name is no field: it is shown on the case.
pub fn named(need: Field, act: Do) -> &'static [Ask] {
    match need {
        // where a review is returned, its text is the note on what to complete
        Field::Text if act == Do::Review => &[Ask::Note],
        Field::Text => &[Ask::Text],
        Field::Ground => &[Ask::AcceptGround, Ask::RefuseGround],
        Field::Category => &[Ask::Category],
        Field::Citizen => &[Ask::Name, Ask::Phone],
        Field::Title | Field::RealName => &[],
        Field::Explanation => &[Ask::Explanation],
        Field::Reason => &[Ask::Reason],
        Field::Proposal => &[Ask::Proposal],
        Field::Units => &[Ask::Units, Ask::Attendance],
        Field::Lead => &[Ask::Units],
        Field::Limit => &[Ask::Limit],
        Field::Way => &[Ask::Way],
        // whether a partner took part depends on the way that is chosen
        Field::Partner if act == Do::Answer => &[],
        Field::Partner => &[Ask::Partner],
        Field::Faults => &[Ask::Faults],
        Field::Outcome => &[Ask::Outcome],
        Field::Priority => &[Ask::Priority],
        Field::Measure => &[Ask::Measure],
        Field::Earlier => &[Ask::Earlier],
        Field::When => &[Ask::When],
        Field::Note => &[Ask::Note],
        _ => &[],
    }
}

/// What `case::Act` holds without an `Option`.
fn always(ask: Ask, act: Do) -> bool {
    match ask {
        Ask::Category
        | Ask::IdNumber
        | Ask::PhoneCode
        | Ask::Address
        | Ask::Partner
        | Ask::Note
        | Ask::Attachments
        | Ask::Faults
        | Ask::Serious
        | Ask::RefusalWithoutReason => ask == Ask::Partner && act == Do::LinkEmergency,
        Ask::Text => !matches!(act, Do::AnswerVisit | Do::Visit | Do::LinkEmergency),
        Ask::Limit => act == Do::AskExtension,
        Ask::Solved | Ask::Satisfied => act == Do::AnswerVisit,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acceptance_names_its_ground_and_whatever_the_procedure_adds() {
        assert!(must(Ask::AcceptGround, Do::Accept, &[]));
        assert!(!must(Ask::Category, Do::Accept, &[]));
        assert!(must(Ask::Category, Do::Accept, &[Field::Category]));
    }

    #[test]
    fn a_review_asks_for_faults_only_where_the_rule_does() {
        assert!(!must(Ask::Faults, Do::Review, &[]));
        assert!(must(Ask::Faults, Do::Review, &[Field::Faults, Field::Text]));
        assert!(must(Ask::Note, Do::Review, &[Field::Text]));
    }
}
