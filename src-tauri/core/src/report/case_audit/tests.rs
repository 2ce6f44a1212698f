//! What the papers say and what they keep to themselves.

use std::collections::BTreeMap;

use super::*;
use crate::case_audit::case::{Agreed, Discussed};
use crate::case_audit::{CaseId, Item, Learnt, Point, from_tool};
use crate::id::derived;
use crate::report::html;
use crate::template::{LevelCode, library};

fn audit(points: &[(Learnt, &str, &[&str])]) -> CaseAudit {
    let begun = from_tool("Neglect", library::find("case_audit@2026.1").expect("it ships"));
    let point = |(kind, text, agencies): &(Learnt, &str, &[&str])| Point {
        kind: *kind,
        text: (*text).into(),
        focus: String::new(),
        agencies: agencies.iter().map(|one| (*one).into()).collect(),
    };
    CaseAudit {
        id: crate::case_audit::CaseAuditId(derived("an", "audit")),
        title: "Neglect, spring".into(),
        state: crate::case_audit::AuditState::Open,
        tool: begun.tool,
        scale: begun.scale,
        plan: crate::case_audit::Plan::default(),
        focus: begun.focus.into_iter().take(2).collect(),
        agencies: vec!["Police".into(), "Health".into()],
        sittings: Vec::new(),
        points: points.iter().map(point).collect(),
        texts: BTreeMap::new(),
        approved: None,
        earlier: None,
        done_on: None,
    }
}

fn case(number: &str, item: &Item, grade: &str) -> AuditedCase {
    let agreed = Agreed { grade: Some(LevelCode(grade.into())), ..Agreed::default() };
    let said = Discussed {
        voice: "Felt safe at school.".into(),
        agreed: [(item.clone(), agreed)].into(),
        ..Discussed::default()
    };
    let today = "2027-03-02".parse().expect("a date");
    AuditedCase {
        id: CaseId(derived("case", number)),
        number: crate::case_audit::CaseNumber::read(number, today).expect("a number"),
        said,
        closed: None,
    }
}

fn account<'a>(audit: &'a CaseAudit, cases: &'a [AuditedCase]) -> Account<'a> {
    let since = Happened {
        action: "Train the front door.".into(),
        agency: "Police".into(),
        state: "Done".into(),
        difference: "Fewer repeats.".into(),
    };
    Account {
        partnership: "Sampleton Partnership".into(),
        audit,
        cases,
        notes: &[],
        fed_back: &[],
        since: vec![since],
        earlier: None,
        as_at: "2 March 2027".into(),
        code: String::new(),
    }
}

#[test]
fn the_summary_has_its_three_headings_and_what_happened_since_is_fed_from_actions() {
    let audit = audit(&[
        (Learnt::GoodPractice, "Seen alone.", &[]),
        (Learnt::AreaForDevelopment, "Chronologies.", &[]),
    ]);
    let cases = [case("C-01", &Item::whole(), "good")];
    let document = summary(&account(&audit, &cases));
    let names: Vec<&str> = document.sections.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        names[1..],
        ["Summary of Good Practice", "Summary of Areas for Development", "What\u{2019}s happened since?"]
    );
    assert_eq!(document.draft, "Draft: not approved");
    let page = html::write(&document);
    for words in ["Seen alone.", "Chronologies.", "Train the front door.", "Fewer repeats."] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("C-01"), "no number of a case leaves in a summary");
    assert!(!html::write(&briefing(&account(&audit, &cases))).contains("C-01"), "nor in a briefing");
}

#[test]
fn a_summary_lacks_what_nobody_wrote_and_nothing_fed() {
    let (nothing, some) = (audit(&[]), audit(&[(Learnt::GoodPractice, "Seen alone.", &[])]));
    assert_eq!(missing(&account(&nothing, &[])).len(), 3);
    let mut written = some.clone();
    written.texts = [("voices", "Told."), ("areas_for_development", "None.")]
        .map(|(key, text)| (key.into(), text.into()))
        .into();
    assert_eq!(missing(&account(&written, &[])), [""; 0]);
}

#[test]
fn an_extract_holds_what_is_for_that_agency_alone() {
    let audit = audit(&[
        (Learnt::GoodPractice, "For all.", &[]),
        (Learnt::AreaForDevelopment, "For health.", &["Health"]),
    ]);
    let page = |agency: &str| html::write(&extract(&account(&audit, &[]), agency));
    assert!(page("Police").contains("For all.") && page("Police").contains("Train the front door"));
    assert!(!page("Police").contains("For health.") && page("Health").contains("For health."));
    assert!(!page("Health").contains("Train the front door"));
}

#[test]
fn the_earlier_audit_stands_beside_by_area_and_says_where_there_is_no_earlier_figure() {
    let (earlier, mut now) = (audit(&[]), audit(&[]));
    now.title = "Neglect, again".into();
    now.focus[1].name = "Something new".into();
    let area = Item(now.focus[0].id.clone());
    let (before, cases) =
        ([case("C-01", &area, "inadequate"), case("C-02", &area, "good")], [case("C-03", &area, "good")]);
    let account = Account { earlier: Some((&earlier, &before)), ..account(&now, &cases) };
    let rows = beside(&account).expect("there is an earlier one").rows;
    let texts: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(texts[0][1..], ["1 of 2", "1 of 1"]);
    assert_eq!(texts[1][1..], ["no earlier figure", "none graded"]);
    assert_eq!(texts[2][1..], ["none graded", "none graded"]);
}
