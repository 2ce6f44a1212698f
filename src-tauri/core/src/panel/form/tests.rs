//! A form as it goes out and comes back: sorted, with rows moved, with what is not understood said by its cell.

use super::*;
use crate::id::derived;
use crate::sheet;

fn form() -> Form {
    let levels =
        vec![(LevelCode("met".into()), "Met".into()), (LevelCode("partly".into()), "Partly met".into())];
    let question = |number: &str, text: &str| FormQuestion {
        question: Some(QuestionId(format!("school.{number}"))),
        number: number.into(),
        text: text.into(),
        own: "Met".into(),
        levels: levels.clone(),
    };
    Form {
        session: PanelSessionId(derived("a", "session")),
        setting: "Example Primary School".into(),
        when: "2 March 2027, in person".into(),
        member: "Alex Sample".into(),
        agency: "Police".into(),
        questions: vec![question("a1", "There is a policy."), question("a2", "It is reviewed.")],
        enquiries: vec!["What are you proud of?".into()],
    }
}

fn filled(cells: &[(u32, u32, &str)]) -> sheet::Book {
    let bytes = write(&form()).expect("written");
    let mut book = sheet::open(&bytes).expect("our own form opens").value;
    for (row, column, text) in cells {
        let content = sheet::Content::Text((*text).into());
        let cells = book.sheets[0].rows.or_insert_with(*row, sheet::Cells::default);
        cells.insert(*column, sheet::Cell { content, formula: false });
    }
    book
}

fn notes(book: &sheet::Book) -> Vec<(Option<String>, Option<String>, String)> {
    let found = read(book, &form().questions, "Alex Sample", "police", "form.xlsx");
    let note = |note: crate::panel::note::Note| {
        (note.question.map(|id| id.0), note.level.map(|level| level.0), note.text)
    };
    found.notes.into_iter().map(note).collect()
}

#[test]
fn a_form_says_whose_it_is_and_comes_back_with_what_was_typed() {
    let book = filled(&[(10, 3, "partly met"), (11, 4, "Saw the log."), (12, 4, "A good hour.")]);
    let whose = whose(&book).expect("it is a form");
    assert_eq!((whose.session, whose.member.as_str()), (form().session, "Alex Sample"));
    assert_eq!(
        notes(&book),
        [
            (Some("school.a1".into()), Some("partly".into()), String::new()),
            (Some("school.a2".into()), None, "Saw the log.".into()),
            (None, None, "A good hour.".into()),
        ]
    );
    assert_eq!(notes(&filled(&[])), []);
}

#[test]
fn a_row_is_known_by_its_statement_wherever_it_stands() {
    let book = filled(&[
        (10, 0, "a2"),
        (10, 1, "It is  reviewed."),
        (10, 4, "About the second."),
        (11, 0, "a1"),
        (11, 1, "There is a policy."),
        (11, 4, "About the first."),
    ]);
    let of = |id: &str| notes(&book).into_iter().find(|one| one.0.as_deref() == Some(id)).map(|one| one.2);
    assert_eq!(of("school.a1").as_deref(), Some("About the first."));
    assert_eq!(of("school.a2").as_deref(), Some("About the second."));
}

#[test]
fn what_is_not_understood_is_said_by_its_cell_and_taken_for_nothing() {
    let book =
        filled(&[(10, 3, "Splendid"), (10, 4, "Kept."), (11, 0, "z9"), (11, 1, "Mine."), (11, 4, "Lost?")]);
    let found = read(&book, &form().questions, "Alex Sample", "police", "form.xlsx");
    assert_eq!(found.notes.len(), 1);
    assert_eq!((found.notes[0].level.as_ref(), found.notes[0].text.as_str()), (None, "Kept."));
    let places: Vec<&str> = found.problems.iter().map(|one| one.place.as_str()).collect();
    assert_eq!(places, ["Sheet 'Notes', cell D11", "Sheet 'Notes', cell B12"]);
    let edited = filled(&[(10, 1, "There is a good policy."), (10, 4, "By number.")]);
    let found = read(&edited, &form().questions, "Alex Sample", "police", "form.xlsx");
    assert_eq!(found.notes[0].question.as_ref().map(|id| id.0.as_str()), Some("school.a1"));
    assert!(found.problems[0].message.contains("not the one that was sent"), "and that is said");
}
