//! The guess, its correction, the tool, the filling and the reading back, on small made-up books.

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::problem::Severity;
use crate::sheet::{Area, Beside, Book, Cell as SheetCell, Content, List, Seen, Sheet, Word};
use crate::template::Meaning;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

/// A sheet of rows of texts; an empty text is no cell.
fn sheet(name: &str, rows: &[&[&str]]) -> Sheet {
    let mut made = Sheet { name: name.to_owned(), ..Sheet::default() };
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let cell = SheetCell { content: Content::Text((*text).into()), formula: false };
            let row = u32::try_from(row).expect("few rows");
            made.rows.or_insert_with(row, Default::default).insert(u32::try_from(column).expect("few"), cell);
        }
    }
    made
}

fn list(areas: &str, words: &[&str]) -> Beside {
    let words =
        words.iter().map(|word| Word { text: (*word).to_owned(), number: word.parse().ok() }).collect();
    let areas = areas.split(' ').map(|area| Area::parse(area).expect("an area")).collect();
    Beside { lists: vec![List { areas, words, source: None }], ..Beside::default() }
}

fn seen(sheets: Vec<(Sheet, Beside)>) -> Seen {
    let (sheets, beside) = sheets.into_iter().unzip();
    Seen { book: Book { sheets, ..Book::default() }, beside }
}

const ROWS: &[&[&str]] = &[
    &["School name:", "", "", "", ""],
    &["URN", "", "", "", ""],
    &["Ref", "Statement", "Rating", "Evidence", "Action required"],
    &["A", "Leadership", "", "", ""],
    &["A1", "The policy is read by everyone.", "", "", ""],
    &["A2", "Governors ask about it at each meeting.", "", "", ""],
    &["B", "Safer recruitment", "", "", ""],
    &["B1", "Two references are taken up.", "", "", ""],
    &["B2", "The register is looked at each term.", "", "", ""],
];

fn plain() -> Seen {
    seen(vec![(sheet("Audit", ROWS), list("C5:C6 C8:C9", &["Fully met", "Partly met", "Not met", "N/A"]))])
}

fn confirmed(seen: &Seen) -> Mapping {
    let mut mapping = guess(seen, "Sampleton_audit.xlsx", day());
    for scale in mapping.scales.clone() {
        correct(seen, &mut mapping, &Correction::Confirm { scale: scale.id })
            .expect("every word has a meaning");
    }
    mapping
}

#[test]
fn a_plain_layout_is_guessed_whole_and_makes_a_sound_tool() {
    let seen = plain();
    let mapping = confirmed(&seen);
    let said: Vec<String> = mapping
        .questions
        .iter()
        .map(|one| format!("{} {} {} {}", one.id, one.number, one.section, one.text))
        .collect();
    assert_eq!(said[0], "sampleton-audit.qa1 A1 A Leadership The policy is read by everyone.");
    assert_eq!(said[3], "sampleton-audit.qb2 B2 B Safer recruitment The register is looked at each term.");
    assert_eq!(
        (mapping.name_at.map(|it| (it.row, it.column)), mapping.urn_at.map(|it| it.row)),
        (Some((0, 1)), Some(1))
    );
    let made = template(&mapping, None);
    let template = made.value.expect("sound");
    assert_eq!(made.problems, []);
    assert_eq!(
        template.standards.iter().map(|it| it.title.as_str()).collect::<Vec<_>>(),
        ["A Leadership", "B Safer recruitment"]
    );
    assert_eq!(
        template.scales[0].levels.iter().map(|it| it.meaning).collect::<Vec<_>>(),
        [Meaning::Met, Meaning::Partly, Meaning::NotMet, Meaning::NotApplicable]
    );
    assert_eq!(Mapping::read(&mapping.written()), Some(mapping));
}

#[test]
fn figures_have_no_meaning_until_a_person_gives_them_one() {
    let seen = seen(vec![(sheet("Audit", ROWS), list("C5:C9", &["0", "1", "2"]))]);
    let mut mapping = guess(&seen, "a.xlsx", day());
    assert!(mapping.scales[0].levels.iter().all(|level| level.meaning.is_none()));
    assert!(template(&mapping, None).value.is_none(), "no level is a judgement yet");
    let scale = mapping.scales[0].id.clone();
    assert!(correct(&seen, &mut mapping, &Correction::Confirm { scale: scale.clone() }).is_err());
    for (code, meaning) in [("0", Meaning::NotMet), ("1", Meaning::Partly), ("2", Meaning::Met)] {
        let step = Correction::Level { scale: scale.clone(), code: code.to_owned(), meaning };
        correct(&seen, &mut mapping, &step).expect("a level");
    }
    correct(&seen, &mut mapping, &Correction::Confirm { scale }).expect("all said");
    assert_eq!(template(&mapping, None).problems.iter().filter(|it| it.severity > Severity::Note).count(), 0);
}

#[test]
fn what_a_person_says_holds_and_ids_stay() {
    let seen = plain();
    let mut mapping = confirmed(&seen);
    let ids: Vec<String> = mapping.questions.iter().map(|one| one.id.clone()).collect();
    correct(&seen, &mut mapping, &Correction::Row { sheet: 0, row: 5, role: RowRole::Other }).expect("a row");
    assert_eq!(mapping.questions.len(), 3);
    correct(&seen, &mut mapping, &Correction::Row { sheet: 0, row: 5, role: RowRole::Question })
        .expect("a row");
    assert_eq!(mapping.questions.iter().map(|one| one.id.clone()).collect::<Vec<_>>(), ids);
    correct(&seen, &mut mapping, &Correction::Column { sheet: 0, column: 4, role: ColumnRole::Extra })
        .expect("a column");
    let made = template(&mapping, None).value.expect("sound");
    assert_eq!(made.fields[0].name, "action-required");
    assert!(correct(&seen, &mut mapping, &Correction::Sheet { sheet: 9, role: SheetRole::Skipped }).is_err());
}

#[test]
fn next_years_workbook_keeps_ids_and_says_what_changed() {
    let before = confirmed(&plain());
    let rows: Vec<&[&str]> = vec![
        &["New column", "Ref", "Statement", "Notes", "Rating", "Evidence"],
        &["", "A1", "The policy is read by everyone.", "", "", ""],
        &["", "A2", "Governors ask about it at every meeting.", "", "", ""],
        &["", "A3", "The site is walked each half-term.", "", "", ""],
        &["", "B2", "The register is looked at each term.", "", "", ""],
    ];
    let now =
        seen(vec![(sheet("Renamed", &rows), list("E2:E5", &["Fully met", "Partly met", "Not met", "N/A"]))]);
    let carried = carry(&before, &now, "b.xlsx", day()).expect("nearly the same workbook");
    let said: Vec<(Became, &str)> =
        carried.differences.iter().map(|one| (one.became, one.number.as_str())).collect();
    assert_eq!(said, [(Became::Reworded, "A2"), (Became::New, "A3"), (Became::Gone, "B1")]);
    let id = |mapping: &Mapping, number: &str| {
        mapping.questions.iter().find(|one| one.number == number).map(|one| one.id.clone())
    };
    assert_eq!(id(&carried.mapping, "A2"), id(&before, "A2"));
    assert_eq!(carried.mapping.retired, [id(&before, "B1").expect("it was there")]);
    assert!(carried.moved.iter().any(|line| line.contains("from C to E")), "{:?}", carried.moved);
    assert!(carried.mapping.scales[0].confirmed);
    let made = template(&carried.mapping, Some(&before)).value.expect("sound");
    assert_eq!((made.version.as_str(), made.follows.as_deref()), ("2026.2", Some("2026.1")));
    let other = seen(vec![(sheet("X", &[&["Nothing of the kind"]]), Beside::default())]);
    assert_eq!(carry(&before, &other, "c.xlsx", day()), None);
}

#[test]
fn a_filled_workbook_is_read_by_statement_and_heading() {
    let mapping = confirmed(&plain());
    let template = Arc::new(template(&mapping, None).value.expect("sound"));
    let rows: Vec<&[&str]> = vec![
        &["", "School name:", "Example Primary School"],
        &["", "URN", "100001"],
        &["", "Statement", "Ref", "Comment of ours", "Rating", "Evidence", "Action required"],
        &["", "The register is looked at each term.", "B2", "", "fully MET", "Seen in June", "Ask again"],
        &["", "The policy is read by everyone.", "A1", "", "Nearly", "", ""],
        &["", "Two references are always taken up.", "B1", "", "N/A", "", ""],
    ];
    let book = Book { sheets: vec![sheet("Other name", &rows)], ..Book::default() };
    let found = read(&book, &mapping, &template).expect("the mapped workbook");
    let returned = &found.value.returned;
    assert_eq!(
        (returned.setting.as_str(), returned.identifiers.get("urn").map(String::as_str)),
        ("Example Primary School", Some("100001"))
    );
    let answer = |number: &str| {
        let id = &mapping.questions.iter().find(|one| one.number == number).expect("asked").id;
        returned.answers.iter().find(|one| one.question.as_str() == id).expect("an answer")
    };
    assert_eq!(
        (answer("B2").value.as_deref(), answer("B2").note.as_str(), answer("B2").area.as_str()),
        (Some("fully-met"), "Seen in June", "Ask again")
    );
    assert_eq!(
        (answer("A1").value.as_deref(), answer("B1").value.as_deref(), answer("A2").value.as_deref()),
        (None, Some("n-a"), None)
    );
    let said: String = found.problems.iter().map(|it| format!("{} {}\n", it.place, it.message)).collect();
    for part in ["none of the answers to choose from", "worded differently", "question A2", "cell E5"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let empty = Book { sheets: vec![sheet("X", &[&["a", "b"]])], ..Book::default() };
    assert!(read(&empty, &mapping, &template).is_none());
}
