//! An audit from its beginning to its closing, in a file: what it refuses, and what stays beside what.

use super::*;
use crate::id::derived;
use crate::template::library;

pub(super) fn today() -> NaiveDate {
    "2027-03-02".parse().expect("a date")
}

pub(super) fn numbers(typed: &[&str]) -> Vec<CaseNumber> {
    typed.iter().map(|one| CaseNumber::read(one, today()).expect("a number")).collect()
}

pub(super) fn audit() -> CaseAudit {
    let tool = library::find("case_audit@2026.1").expect("it ships");
    let focus = [("f1", "Prevention"), ("f2", "First response")];
    CaseAudit {
        id: CaseAuditId(derived("an", "audit")),
        title: "Neglect".into(),
        state: AuditState::Open,
        tool: String::new(),
        scale: from_tool("x", tool).scale,
        plan: Plan::default(),
        focus: focus
            .map(|(id, name)| Focus { id: id.into(), name: name.into(), look_for: "What was done.".into() })
            .to_vec(),
        agencies: vec!["Police".into(), "Health".into()],
        sittings: Vec::new(),
        points: Vec::new(),
        texts: BTreeMap::new(),
        approved: None,
        earlier: None,
        done_on: None,
    }
}

#[test]
fn an_audit_takes_its_areas_grades_and_agencies_from_its_tool() {
    for key in ["case_audit@2026.1", "case_audit_neglect@2026.1"] {
        let begun = from_tool("Neglect", library::find(key).expect("it ships"));
        assert!(begun.focus.len() > 3, "{key}");
        assert!(begun.focus.iter().all(|one| !one.look_for.is_empty()), "{key}");
        assert_eq!(begun.scale.first().map(|level| level.label.as_str()), Some("Outstanding"));
        assert!(
            begun.agencies.iter().any(|one| one == "Police")
                && !begun.agencies.iter().any(|one| one == "Other")
        );
    }
}

#[test]
fn points_are_for_all_or_for_those_who_are_named() {
    let point = |text: &str, agencies: &[&str]| Point {
        text: text.into(),
        agencies: agencies.iter().map(|one| (*one).to_owned()).collect(),
        ..Point::default()
    };
    let audit = CaseAudit {
        points: vec![point("a", &[]), point("b", &["Police"]), point("c", &["Health"])],
        ..audit()
    };
    let of =
        |agency| audit.learnt(Learnt::GoodPractice, agency).map(|one| one.text.as_str()).collect::<String>();
    assert_eq!((of(None), of(Some("Police")), of(Some("Health"))), ("abc".into(), "ab".into(), "ac".into()));
    assert_eq!(audit.learnt(Learnt::AreaForDevelopment, None).count(), 0);
}

#[test]
fn a_text_with_a_childs_data_is_refused_and_says_what_was_seen() {
    let refused = nameless("discussion", "Her NHS number is 943 476 5919.", today()).expect_err("refused");
    assert!(refused.message.contains("943 476 5919") && refused.hint.contains("number alone"));
    assert_eq!(nameless("discussion", " Seen twice. ", today()), Ok("Seen twice.".into()));
    nameless("discussion", &"x".repeat(LONGEST + 1), today()).expect_err("too long");
}
