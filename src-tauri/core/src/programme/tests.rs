//! A year laid out: each thing once, planned beside done, late where its day has passed.

use super::*;
use crate::id::derived;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn entry(kind: Kind, title: &str, on: &str, became: Option<&str>) -> Entry {
    let said = Typed {
        kind,
        title: title.into(),
        lead: String::new(),
        group: String::new(),
        on: day(on),
        became: became.map(str::to_owned),
        done_on: None,
        note: String::new(),
    };
    Entry { id: EntryId(derived("entry", title)), said }
}

fn fact(kind: Kind, id: &str, planned: Option<&str>, done: Option<&str>) -> Fact {
    let (planned, done) = (planned.map(day), done.map(day));
    let stands = stands(planned, done, Begun::Yes, day("2027-03-02"));
    Fact {
        kind,
        id: id.into(),
        title: id.into(),
        lead: "Lead".into(),
        group: String::new(),
        planned,
        done,
        stands,
        said: String::new(),
    }
}

fn year(entries: &[Entry], facts: &[Fact]) -> Vec<(String, Stands)> {
    let lines = laid_out(entries, facts, (day("2026-09-01"), day("2027-09-01")), day("2027-03-02"));
    lines.into_iter().map(|line| (line.title, line.stands)).collect()
}

#[test]
fn what_was_planned_and_what_became_of_it_is_one_line() {
    let entries = [
        entry(Kind::CaseAudit, "Neglect", "2026-11-01", Some("a")),
        entry(Kind::DipSample, "Thresholds", "2027-01-10", None),
        entry(Kind::PeerReview, "Peers", "2027-06-01", None),
    ];
    let facts = [
        fact(Kind::CaseAudit, "a", Some("2026-12-01"), Some("2027-02-01")),
        fact(Kind::Round, "r", Some("2027-02-27"), None),
    ];
    let lines = year(&entries, &facts);
    let of = |name: &str, stands| (name.to_owned(), stands);
    assert_eq!(
        lines,
        [
            of("Neglect", Stands::Done),
            of("Thresholds", Stands::Late),
            of("r", Stands::Late),
            of("Peers", Stands::Planned)
        ]
    );
}

#[test]
fn a_year_holds_its_own_days_and_what_has_none() {
    let facts = [
        fact(Kind::Round, "before", Some("2026-08-31"), None),
        fact(Kind::Round, "after", Some("2027-09-01"), None),
        fact(Kind::CaseAudit, "never", None, None),
    ];
    assert_eq!(year(&[], &facts), [("never".to_owned(), Stands::UnderWay)]);
}

#[test]
fn an_entry_takes_the_lead_of_what_it_became_where_it_names_none() {
    let facts = [fact(Kind::CaseAudit, "a", None, None)];
    let lines = laid_out(
        &[entry(Kind::CaseAudit, "Neglect", "2027-05-01", Some("a"))],
        &facts,
        (day("2026-09-01"), day("2027-09-01")),
        day("2027-03-02"),
    );
    assert_eq!((lines.len(), lines[0].lead.as_str(), lines[0].stands), (1, "Lead", Stands::UnderWay));
}
