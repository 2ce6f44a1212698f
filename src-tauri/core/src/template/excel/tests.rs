//! A template goes into a workbook and comes out the same; planted faults are found where they are.

use super::*;
use crate::problem::Problem;
use crate::sheet::{self, Place, blot, guard};
use crate::template::{Template, library, toml};

fn fixture() -> Template {
    toml::read(include_str!("../fixture.toml")).expect("the fixture is sound")
}

fn said(problems: &[Problem]) -> String {
    problems.iter().map(|it| format!("{}: {} {}\n", it.place, it.message, it.hint)).collect()
}

#[test]
fn every_template_comes_back_the_same() {
    for template in library::shipped().iter().map(|it| it.template().clone()).chain([fixture()]) {
        let bytes = write(&template).expect("written");
        let back = read(&bytes).expect("a workbook").unwrap_or_else(|problems| panic!("{}", said(&problems)));
        assert_eq!(toml::write(&back), toml::write(&template), "{}", template.key());
    }
}

#[test]
fn a_workbook_that_is_no_template_is_refused_in_words() {
    let bytes = rust_xlsxwriter::Workbook::new().save_to_buffer().expect("written");
    let problems = read(&bytes).expect("a workbook").expect_err("no template");
    assert!(
        said(&problems).contains("The sheet \u{201c}Template\u{201d} is missing."),
        "{}",
        said(&problems)
    );
    assert!(read(b"no workbook at all").is_err());
}

/// Where a text stands in a workbook, in words.
fn place_of(bytes: &[u8], sheet: &str, text: &str) -> String {
    let book = sheet::read(guard::open(bytes).expect("sound").value).expect("read").value;
    let sheet = book.sheets.iter().find(|one| one.name == sheet).expect("the sheet is there");
    let cells = sheet
        .rows
        .iter()
        .flat_map(|(row, cells)| cells.iter().map(move |(column, cell)| (row, column, cell)));
    let mut found = cells.filter(|(_, _, cell)| cell.text() == text);
    let (row, column, _) = found.next().unwrap_or_else(|| panic!("{text} stands on {}", sheet.name));
    sheet.at(Place::new(*row, *column))
}

/// Each fault, planted in a cell of the fixture's workbook, is found in that cell.
#[test]
fn each_planted_fault_is_found_in_its_cell() {
    let bytes = write(&fixture()).expect("written");
    for (sheet, from, to, said_of_it) in [
        ("Template", "draft", "drafty", "is not one of the words"),
        ("Template", "2026-01-01", "New Year", "is not a date"),
        ("Template", "school", "skool", "is not one of the words"),
        ("Standards", "sample.b", "sample b", "cannot be an id"),
        ("Standards", "Introduction", "Intro", "is not a column of this sheet"),
        ("Questions", "sample.a3", "other.a3", "not of the family"),
        ("Questions", "date", "day", "is not one of the words"),
        ("Questions", "Statement", "Statment", "is not a column of this sheet"),
        ("Questions", "B1", "A1", "is there twice"),
        ("Questions", "phase = \"secondary\"", "phase = \"secundary\"", "secundary"),
        ("Scales", "blue_rag", "rag", "is there twice"),
        ("Levels", "exceeds", "excels", "is not one of the words"),
        ("Facts", "boarding", "boarding house", "cannot be an id"),
        ("Checks", "sample.a4 > sample.a3", "sample.a4 > sample.a9", "sample.a9"),
        ("Lineage", "From", "Fron", "is not a column of this sheet"),
        ("Lineage", "split", "spilt", "is not one of the words"),
    ] {
        let place = place_of(&bytes, sheet, from);
        let xml = |text: &str| format!(">{}<", text.replace('>', "&gt;"));
        let planted =
            blot::without(&bytes, &xml(from), &xml(to)).expect("rewritten").expect("it stands there");
        let problems = read(&planted).expect("a workbook").err().unwrap_or_else(|| panic!("{to} is faulty"));
        let here = problems.iter().any(|it| it.place == place && it.message.contains(said_of_it));
        assert!(here, "{from} to {to} at {place}:\n{}", said(&problems));
        assert!(problems.iter().all(|it| !it.hint.is_empty()), "{}", said(&problems));
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]
    #[test]
    fn any_text_survives_the_workbook(words in proptest::collection::vec("[\\PC\n\t\"\\\\=+@-]{1,12}", 4)) {
        let mut template = fixture();
        let text = |n: usize| crate::text::normal(&format!("x{}", words[n])).replace('\u{21b5}', "");
        template.introduction = text(0);
        template.standards[0].governors = vec![text(1), text(2)];
        template.sign_off[0].statement = text(2);
        template.standards[0].questions[0].guidance = text(3);
        let bytes = write(&template).expect("written");
        let back = read(&bytes).expect("a workbook");
        proptest::prop_assert_eq!(back.map_err(|problems| said(&problems)), Ok(template));
    }
}
