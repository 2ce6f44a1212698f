//! A form as it goes out and comes back: by number and area, wherever a line stands; what must not stand here stays out.

use super::*;
use crate::case_audit::tests::{audit, numbers, today};
use crate::sheet;

fn filled(cells: &[(u32, u32, &str)]) -> sheet::Book {
    let (audit, cases) = (audit(), numbers(&["C-01", "C-02"]));
    let form = Form {
        audit: &audit,
        partnership: "Sampleton Partnership",
        agency: "Police",
        cases: &cases,
        by: String::new(),
    };
    let bytes = write(&form).expect("written");
    let mut book = sheet::open(&bytes).expect("our own form opens").value;
    for (row, column, text) in cells {
        let content = sheet::Content::Text((*text).into());
        let cells = book.sheets[0].rows.or_insert_with(*row, sheet::Cells::default);
        cells.insert(*column, sheet::Cell { content, formula: false });
    }
    book
}

fn taken(book: &sheet::Book) -> FormRead {
    let whose = whose(book).expect("it is a form");
    read(book, (&audit(), &numbers(&["C-01", "C-02"])), &whose, "form.xlsx", today())
}

#[test]
fn a_form_says_whose_it_is_and_comes_back_with_what_was_typed() {
    let book = filled(&[
        (6, 1, "Sergeant Sample"),
        (12, 3, "good"),
        (12, 5, "Quick call."),
        (14, 4, "Seen twice alone."),
    ]);
    let whose = whose(&book).expect("it is a form");
    assert_eq!(
        (whose.audit, whose.agency.as_str(), whose.author.as_str()),
        (audit().id, "Police", "Sergeant Sample")
    );
    let found = taken(&book);
    assert_eq!(found.problems, []);
    assert_eq!(found.notes.len(), 2);
    let first = &found.notes[0];
    assert_eq!(
        (first.case.as_str(), first.item.0.as_str(), first.good.as_str()),
        ("C-01", "f1", "Quick call.")
    );
    assert_eq!(first.grade.as_ref().map(|grade| grade.as_str()), Some("good"));
    assert_eq!(
        (found.notes[1].item.clone(), found.notes[1].saw.as_str()),
        (crate::case_audit::Item::voice(), "Seen twice alone.")
    );
}

#[test]
fn a_blank_form_says_nothing_and_any_other_workbook_is_none() {
    assert_eq!(taken(&filled(&[])), FormRead::default());
    assert_eq!(whose(&sheet::Book::default()), None);
}

#[test]
fn a_line_is_known_by_number_and_area_wherever_it_stands() {
    let book = filled(&[(6, 1, "A"), (12, 0, "c02"), (12, 1, "first  response"), (12, 6, "Sooner.")]);
    let note = taken(&book).notes.remove(0);
    assert_eq!((note.case.as_str(), note.item.0.as_str(), note.develop.as_str()), ("C-02", "f2", "Sooner."));
}

#[test]
fn what_is_not_understood_or_must_not_stand_here_is_said_by_its_cell() {
    let book = filled(&[
        (12, 3, "Splendid"),
        (12, 5, "Kept."),
        (13, 0, "Ella 7"),
        (13, 5, "Lost."),
        (14, 0, "C-99"),
        (14, 4, "Lost."),
        (15, 4, "Her NHS number is 943 476 5919."),
        (16, 1, "Housing"),
        (16, 5, "Lost."),
    ]);
    let found = taken(&book);
    let kept: Vec<&str> = found.notes.iter().map(|note| note.good.as_str()).collect();
    assert_eq!(kept, ["Kept."]);
    let said: Vec<String> =
        found.problems.iter().map(|one| format!("{} {}", one.place, one.message)).collect();
    for (at, words) in [
        ("D13", "not a grade"),
        ("A14", "looks like a name"),
        ("A15", "not one of this audit"),
        ("E16", "personal data"),
        ("B17", "no area"),
        ("", "who filled it in"),
    ] {
        assert!(said.iter().any(|one| one.contains(at) && one.contains(words)), "{at} {words}: {said:?}");
    }
}
