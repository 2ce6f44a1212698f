//! One fixture with every kind of scale, and what the template's parts make of it.

use super::*;
use crate::problem::Severity;

const FIXTURE: &str = include_str!("fixture.toml");

fn fixture() -> Template {
    toml::read(FIXTURE).unwrap_or_else(|problems| {
        let said: Vec<_> = problems.iter().map(|it| format!("{}: {}", it.place, it.message)).collect();
        panic!("{}", said.join("\n"))
    })
}

#[test]
fn a_level_is_read_from_code_label_or_synonym_and_from_nothing_else() {
    let template = fixture();
    let read = |scale: &str, typed: &str| {
        let scale = template.scale(&scale.into()).expect("a scale of the fixture");
        scale.read(typed).map(|level| (level.code.to_string(), level.meaning))
    };
    let is = |code: &str, meaning| Some((code.to_owned(), meaning));
    assert_eq!(read("words", " mostly MET "), is("mostly", Meaning::Mostly));
    assert_eq!(read("words", "NotMet"), is("not_met", Meaning::NotMet));
    assert_eq!(read("words", "not applicable"), is("na", Meaning::NotApplicable));
    assert_eq!(read("rag", "GREEN"), is("green", Meaning::Met));
    assert_eq!(read("blue_rag", "blue"), is("blue", Meaning::Exceeds));
    assert_eq!(read("yes_no", "n/a"), is("na", Meaning::NotApplicable));
    assert_eq!(read("one_best", "1"), is("1", Meaning::Met));
    assert_eq!(read("one_best", "0"), None);
    assert_eq!(read("one_na", "1"), is("1", Meaning::NotApplicable));
    assert_eq!(read("one_na", "0"), None);
    assert_eq!(read("zero_real", "0"), is("0", Meaning::NotMet));
    assert_eq!(read("zero_real", "1"), is("1", Meaning::Partly));
    for typed in ["", " ", "0", "1", "gree", "met?", "n", "true"] {
        assert_eq!(read("words", typed), None, "{typed}");
    }
}

#[test]
fn percent_met_is_counted_over_judgements() {
    let count = MetCount::of([
        Meaning::Exceeds,
        Meaning::Met,
        Meaning::Mostly,
        Meaning::NotMet,
        Meaning::NotApplicable,
        Meaning::None,
    ]);
    assert_eq!((count.met, count.judged, count.percent()), (2, 4, Some(50.0)));
    assert_eq!(MetCount::default().percent(), None);
}

#[test]
fn an_unchecked_paragraph_is_never_printed() {
    let mut reference = Reference {
        instrument: "Example Act".to_owned(),
        edition: "2002".to_owned(),
        part: "Part two".to_owned(),
        heading: String::new(),
        paragraph: "84".to_owned(),
        checked: false,
    };
    assert_eq!(reference.printed(), "Example Act 2002, Part two");
    reference.checked = true;
    assert_eq!(reference.printed(), "Example Act 2002, Part two, paragraph 84");
}

#[test]
fn facts_switch_standards_and_questions_on() {
    let template = fixture();
    let asked = |facts: &[(&str, &str)]| {
        let facts = facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        template.asked(&facts).len()
    };
    assert_eq!(asked(&[]), 4);
    assert_eq!(asked(&[("boarding", "Yes"), ("phase", "primary")]), 4);
    assert_eq!(asked(&[("boarding", "yes"), ("phase", "secondary")]), 5);
    assert_eq!(asked(&[("boarding", "no"), ("phase", "secondary")]), 4);
}

#[test]
fn what_is_written_is_read_as_the_same_template() {
    for template in library::shipped().iter().map(|it| it.template().clone()).chain([fixture()]) {
        let text = toml::write(&template);
        assert_eq!(toml::read(&text), Ok(template.clone()));
        assert_eq!(toml::write(&toml::read(&text).expect("it was just written")), text);
    }
    let mut other = fixture();
    other.title.push('!');
    assert_ne!(digest(&other), digest(&fixture()));
}

/// Every fault of a changed fixture, as `line: message hint`.
fn faults(change: &[(&str, &str)]) -> Vec<String> {
    let mut text = FIXTURE.to_owned();
    for (from, to) in change {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let said = |it: &crate::problem::Problem| format!("{}: {} {}", it.place, it.message, it.hint);
    toml::read_with_remarks(&text)
        .map_or_else(|problems| problems, |read| read.problems)
        .iter()
        .map(said)
        .collect()
}

#[test]
fn every_fault_is_named_at_once_with_its_line() {
    let found = faults(&[
        ("publisher =", "publsher ="),
        ("status = \"draft\"", "status = \"drafty\""),
        ("target = true", "target = \"yes\""),
        ("scale = \"words\"", "scale = \"word\""),
        ("sample.a4 > sample.a3", "sample.a4 > sample.a9"),
    ]);
    assert_eq!(found.len(), 6, "{found:#?}");
    assert!(
        found
            .iter()
            .any(|it| it.starts_with("line 4:") && it.contains("Did you mean \u{201c}publisher\u{201d}")),
        "{found:#?}"
    );
    assert!(
        found.iter().any(|it| it.starts_with("line 8:") && it.contains("Did you mean \u{201c}draft\u{201d}")),
        "{found:#?}"
    );
    assert!(found.iter().any(|it| it.contains("\u{201c}words\u{201d}")), "{found:#?}");
    assert!(found.iter().any(|it| it.contains("sample.a9")), "{found:#?}");
}

#[test]
fn each_unsound_thing_is_refused_by_name() {
    for (from, to, said) in [
        ("id = \"sample.a2\"", "id = \"sample.a1\"", "is there twice"),
        ("id = \"sample.a1\"", "id = \"Sample A1\"", "cannot be an id"),
        ("id = \"sample.a1\"", "id = \"other.a1\"", "not of the family"),
        ("id = \"blue_rag\"", "id = \"rag\"", "is there twice"),
        ("label = \"Amber\"", "label = \"green\"", "is also read as the level"),
        ("kind = \"date\"", "kind = \"one_choice\"", "has no choices"),
        ("scale = \"words\"\n", "", "without a scale"),
        (
            "asks = [\"reason\"]\nsynonyms = [\"Not applicable\"]\n\n[[scales]]\nid = \"one_best\"",
            "\n[[scales]]\nid = \"one_best\"",
            "without a reason",
        ),
        ("when = \"sample.a4 > sample.a3\"", "when = \"sample.a4 >\"", "a value is missing"),
        ("phase = \"secondary\"", "phase = \"secundary\"", "secondary"),
        ("applies = \"boarding\"", "applies = \"answer.note\"", "facts only"),
        ("to = [\"sample.b1\"]", "to = [\"sample.a1\"]", "two rows"),
        ("to = [\"sample.b1\"]", "to = []", "leads from 0 to 0"),
        ("\"1\" = \"met\"", "\"1\" = \"mat\"", "has no level"),
        ("version = \"2\"", "version = \"two\"", "is not a version"),
        ("legal_position = \"2026-01-01\"", "legal_position = \"1 January 2026\"", "not a date"),
        ("follows = \"1\"\n", "", "no version that this one follows"),
        ("title = \"Sample tool\"", "title = ", "not TOML"),
    ] {
        let found = faults(&[(from, to)]);
        assert!(found.iter().any(|it| it.contains(said)), "{from} to {to}: {found:#?}");
    }
}

/// Each fault, planted in a line of the fixture, is found on that line.
#[test]
fn each_planted_fault_is_found_on_its_line() {
    for (from, to) in [
        ("title = \"Sample tool\"", "titel = \"Sample tool\""),
        ("audience = \"school\"", "audience = \"schools\""),
        ("status = \"draft\"", "status = 3"),
        ("legal_position = \"2026-01-01\"", "legal_position = \"1 January\""),
        ("version = \"2\"", "version = \"two\""),
        ("id = \"blue_rag\"", "id = \"rag\""),
        ("meaning = \"exceeds\"", "meaning = \"excels\""),
        ("name = \"boarding\"", "name = \"today\""),
        ("number = \"B1\"", "number = \"A1\""),
        ("id = \"sample.b1\"", "id = \"other.b1\""),
        ("scale = \"zero_real\"", "scale = \"zero_reel\""),
        ("kind = \"date\"", "kind = \"day\""),
        ("applies = 'phase = \"secondary\"'", "applies = 'phase = \"secundary\"'"),
        ("when = \"sample.a4 > sample.a3\"", "when = \"sample.a4 > sample.a9\""),
        ("to = [\"sample.b1\"]", "to = [\"sample.b9\"]"),
    ] {
        let line = FIXTURE.lines().position(|line| line.contains(from)).expect("it stands there") + 1;
        let found = faults(&[(from, to)]);
        let here = |at: usize| found.iter().any(|it| it.starts_with(&format!("line {at}:")));
        // A key that has another name is missing at its table, which begins with the file.
        assert!(here(line), "{from} to {to} on line {line}: {found:#?}");
    }
}

#[test]
fn a_remark_that_is_no_fault_does_not_refuse() {
    let text = FIXTURE.replacen("text = \"The house is safe.\"", "text = \"There is a LEAD.\"", 1);
    let read = toml::read_with_remarks(&text).expect("a sound template");
    assert_eq!(read.worst(), Some(Severity::Note));
}

mod conditions {
    use super::super::check::{Given, Occasion, run};
    use super::*;

    fn given(value: &str) -> Given {
        Given { value: Some(value.to_owned()), ..Given::default() }
    }

    #[test]
    fn the_four_checks_find_what_they_are_for() {
        let template = fixture();
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let mut met = given("met");
        met.overdue = 1;
        let answers = [
            ("sample.a1", met),
            ("sample.a2", given("2024-12-31")),
            ("sample.a3", given("9")),
            ("sample.a4", given("10")),
        ];
        let mut occasion = Occasion {
            facts: Facts::new(),
            answers: answers.into_iter().map(|(id, given)| (id.into(), given)).collect(),
            today: day("2026-11-01"),
            due: Some(day("2027-01-01")),
        };
        let found: Vec<String> = run(&template, &occasion).into_iter().map(|it| it.check).collect();
        assert_eq!(found, ["top", "refresher", "heads", "overdue"]);
        occasion.due = None;
        occasion.answers.clear();
        assert!(run(&template, &occasion).is_empty(), "blank is never found fault with by these");
    }
}

mod lineages {
    use super::super::lineage::{changes, comparable, compose, mapped};
    use super::*;

    #[test]
    fn only_the_same_is_comparable_and_versions_compose() {
        let template = fixture();
        assert_eq!(comparable(&template.lineage, &"sample.a1".into()), Some(&"sample.a1".into()));
        assert_eq!(comparable(&template.lineage, &"sample.a2".into()), None);
        assert_eq!(changes(&template, &template).len(), 3);
        let same = |id: &str| Lineage {
            change: Change::Same,
            from: vec![id.into()],
            to: vec![id.into()],
            note: String::new(),
        };
        let second = [same("sample.a1"), same("sample.a2"), same("sample.a3"), same("sample.b1")];
        let kinds: Vec<Change> =
            compose(&template.lineage, &second).into_iter().map(|row| row.change).collect();
        assert_eq!(kinds, [Change::Same, Change::Reworded, Change::Split, Change::New]);
    }

    #[test]
    fn a_level_maps_only_where_the_map_says_so() {
        let maps = fixture().scale_maps;
        assert_eq!(mapped(&maps, &"old".into(), &"words".into(), "1"), Some("met"));
        assert_eq!(mapped(&maps, &"old".into(), &"words".into(), "2"), None);
        assert_eq!(mapped(&maps, &"rag".into(), &"words".into(), "green"), None);
        assert_eq!(mapped(&maps, &"rag".into(), &"rag".into(), "green"), Some("green"));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_survives_writing_and_reading(words in proptest::collection::vec("[\\PC\n\t\"\\\\]{1,12}", 3)) {
        let mut template = fixture();
        let text = |n: usize| crate::text::normal(&format!("x{}", words[n]));
        template.introduction = text(0);
        template.standards[0].governors = vec![text(1), text(2)];
        template.sign_off[0].statement = text(2);
        proptest::prop_assert_eq!(toml::read(&toml::write(&template)), Ok(template));
    }

    #[test]
    fn no_text_brings_reading_down(cut in 0..FIXTURE.len(), put in "\\PC{0,8}") {
        let text: String = FIXTURE.chars().take(cut).collect::<String>() + &put;
        let _ = toml::read(&text);
    }
}
