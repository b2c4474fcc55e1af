//! Units as the administrator enters and changes them.

use jiff::civil::date;
use office::administer::Entering;
use office::directory::UnitEntry;
use office::{FieldFault, Problem};
use testkit::TestOffice;

fn unit(id: &str) -> UnitEntry {
    UnitEntry {
        id: id.to_owned(),
        zh: "道路所".to_owned(),
        en: "Roads".to_owned(),
        kind: "city".to_owned(),
        parent: None,
        territory: None,
        duties: Vec::new(),
        from: date(2020, 1, 1),
        to: None,
    }
}

/// What is said of it: field and code of the first fault, or nothing.
async fn said(test: &TestOffice, entering: Entering) -> Option<(String, &'static str)> {
    match test
        .office
        .administer(&test.j, &test.staff("administrator"), entering)
        .await
    {
        Ok(()) => None,
        Err(Problem::Invalid(faults)) => {
            let FieldFault { field, code, .. } = &faults[0];
            Some((field.clone(), *code))
        }
        Err(other) => panic!("{other}"),
    }
}

fn fault(field: &str, code: &'static str) -> Option<(String, &'static str)> {
    Some((field.to_owned(), code))
}

store::both_engines! {
    /// Where units are named, these words mean somebody else.
    async fn no_unit_has_an_id_that_means_something_else(fresh) {
        let test = TestOffice::on(fresh).await;
        for id in [case::access::THIS_OFFICE, office::draft::ONLY_THESE, office::papers::OFFICE] {
            assert_eq!(said(&test, Entering::Unit(unit(id))).await, fault("id", "field-id-reserved"), "{id}");
        }
        // the knowledge base means the office by it
        assert_eq!(said(&test, Entering::Unit(unit("-"))).await, fault("id", "field-not-an-id"));
    }

    /// Given an id that is there, when nobody said that it is to be changed, then nothing is.
    async fn a_unit_is_changed_by_its_id_and_only_where_that_is_said(fresh) {
        let test = TestOffice::on(fresh).await;
        assert_eq!(said(&test, Entering::Unit(unit("roads"))).await, None);
        let renamed = UnitEntry { zh: "公路局".to_owned(), ..unit("roads") };
        assert_eq!(said(&test, Entering::Unit(renamed.clone())).await, fault("id", "field-unit-there"));
        let name = async || {
            let all = test.office.store().units_ever(&test.j).await.unwrap();
            let own: Vec<_> = all.into_iter().filter(|one| one.id.as_str() == "roads").collect();
            assert_eq!(own.len(), 1);
            own[0].zh.clone()
        };
        assert_eq!(name().await, "道路所");
        assert_eq!(said(&test, Entering::ChangeUnit(renamed.clone())).await, None);
        assert_eq!(name().await, "公路局");
        let nobody = Entering::ChangeUnit(unit("bridges"));
        assert_eq!(said(&test, nobody).await, fault("id", "field-no-unit-to-change"));
    }

    /// Another first day is another time: two at once there are not.
    async fn a_unit_is_one_thing_on_each_day(fresh) {
        let test = TestOffice::on(fresh).await;
        assert_eq!(said(&test, Entering::Unit(unit("roads"))).await, None);
        let later = UnitEntry { zh: "公路局".to_owned(), from: date(2026, 1, 1), ..unit("roads") };
        assert_eq!(said(&test, Entering::ChangeUnit(later.clone())).await, fault("from", "field-unit-overlaps"));
        let ended = UnitEntry { to: Some(date(2026, 1, 1)), ..unit("roads") };
        assert_eq!(said(&test, Entering::ChangeUnit(ended)).await, None);
        assert_eq!(said(&test, Entering::ChangeUnit(later)).await, None);
        assert_eq!(test.office.store().unit(&test.j, &"roads".into(), date(2025, 12, 31)).await.unwrap().unwrap().zh, "道路所");
        assert_eq!(test.office.store().unit(&test.j, &"roads".into(), date(2026, 1, 1)).await.unwrap().unwrap().zh, "公路局");
    }

    async fn a_unit_has_a_kind_that_the_form_offers(fresh) {
        let test = TestOffice::on(fresh).await;
        let odd = UnitEntry { kind: "palace".to_owned(), ..unit("roads") };
        assert_eq!(said(&test, Entering::Unit(odd)).await, fault("kind", "field-no-such-kind"));
        let other = UnitEntry { kind: office::administer::OTHER.to_owned(), ..unit("roads") };
        assert_eq!(said(&test, Entering::Unit(other)).await, None);
    }

    /// What stands above what stands above oneself is not below oneself.
    async fn no_unit_stands_under_itself(fresh) {
        let test = TestOffice::on(fresh).await;
        let under = |id: &str, parent: &str| UnitEntry { parent: Some(parent.to_owned()), ..unit(id) };
        assert_eq!(said(&test, Entering::Unit(under("roads", "roads"))).await, fault("parent", "field-own-parent"));
        assert_eq!(said(&test, Entering::Unit(unit("roads"))).await, None);
        assert_eq!(said(&test, Entering::Unit(under("bridges", "roads"))).await, None);
        assert_eq!(said(&test, Entering::Unit(under("tunnels", "bridges"))).await, None);
        for below in ["bridges", "tunnels"] {
            let circle = Entering::ChangeUnit(under("roads", below));
            assert_eq!(said(&test, circle).await, fault("parent", "field-parent-circle"), "{below}");
        }
        assert_eq!(said(&test, Entering::ChangeUnit(under("roads", "water"))).await, None);
    }
}
