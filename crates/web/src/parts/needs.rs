//! Which fields of a form must be filled: what the act cannot do without, and what the procedure asks for.

use super::{Ask, Choices};
use case::Offer;
use procedure::{Do, Field, Words};

/// Whether the field must be filled for this act under these needs of the procedure.
pub fn must(ask: Ask, act: Do, needs: &[Field]) -> bool {
    always(ask, act) || needs.iter().any(|need| named(*need, act).contains(&ask))
}

/// Whether the form has the field at all: what there is nothing to choose for is left out, and so is what only some
/// procedures want to know.
pub fn shown(ask: Ask, offer: &Offer, choices: &Choices<'_>) -> bool {
    let (act, rules) = (offer.does, choices.procedure);
    let asked = || offer.needs.iter().any(|need| named(*need, act).contains(&ask));
    match ask {
        Ask::Marks => !rules.marks.is_empty(),
        Ask::Checks => !rules.gates.is_empty(),
        Ask::Questions => !rules.questions.is_empty(),
        Ask::Faults => !rules.norms.is_empty(),
        Ask::Category => !rules.categories.is_empty(),
        Ask::Way => rules.ways.iter().any(|way| way.by_act == act),
        Ask::Outcome => rules.outcomes.iter().any(|outcome| outcome.of_act == act),
        Ask::Limit if act == Do::Dispatch => asked() || rules.clocks.iter().any(|clock| clock.set_by_act),
        Ask::Channel => act == Do::Refer || asked(),
        Ask::Partner if act == Do::Record => asked(),
        Ask::Unit if act == Do::Claim => choices.own.len() > 1,
        Ask::Keep | Ask::Found => choices.finds.is_some_and(|finds| !finds.pieces.is_empty()),
        // where the words are given, nobody writes others
        Ask::Text if act == Do::Record => given(offer, choices).is_none(),
        _ => true,
    }
}

/// The words of a record, where the procedure gives them.
pub(crate) fn given<'a>(offer: &Offer, choices: &Choices<'a>) -> Option<&'a Words> {
    let record = choices.procedure.record(offer.names.as_deref()?)?;
    record.words.as_ref().filter(|_| offer.does == Do::Record)
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
        Field::Marks => &[Ask::Marks],
        Field::Division => &[Ask::Division],
        Field::Accused => &[Ask::Accused],
        Field::To => &[Ask::To],
        Field::Checks => &[Ask::Checks],
        Field::Channel => &[Ask::Channel],
        Field::Questions => &[Ask::Questions],
        Field::Number => &[Ask::Number],
        // known when a message comes in, or never
        Field::Posted => &[],
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
        Ask::Text => !matches!(
            act,
            Do::AnswerVisit | Do::Visit | Do::LinkEmergency | Do::Publish | Do::Record
        ),
        Ask::Marks | Ask::Division | Ask::Accused | Ask::Checks | Ask::Questions | Ask::Claimed => false,
        Ask::Keep | Ask::Conceal | Ask::Found | Ask::AccusedPeople | Ask::AccusedNamed => false,
        Ask::Channel => act == Do::Refer,
        Ask::Way => act == Do::Answer,
        Ask::When => act == Do::LinkEmergency,
        Ask::Reason => act != Do::Mark,
        Ask::Unit => act != Do::Claim,
        Ask::Outcome => !matches!(act, Do::Report | Do::Instruct | Do::Write),
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
