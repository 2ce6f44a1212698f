//! Presentation sheets: a first page that says who presents, then a page for each organisation with a return.

use super::*;
use crate::report::document::Begins;
use crate::report::panel::StandardLine;

fn taker(name: &str, author: &str) -> Taker {
    Taker { name: name.into(), author: author.into(), ..Taker::default() }
}

fn returned() -> Pack {
    let line = StandardLine { title: "1 Leadership".into(), met: (3, 4), ..StandardLine::default() };
    Pack { standards: vec![line], ..Pack::default() }
}

fn day() -> Day {
    Day {
        name: "Spring event".into(),
        when: vec![("Where".into(), "Sampleton Town Hall".into()), ("Theme".into(), String::new())],
        ..Day::default()
    }
}

#[test]
fn the_first_page_of_several_sheets_says_who_presents_from_what() {
    let sheets =
        [(taker("Example Trust", "Alex Example"), returned()), (taker("Sample Police", ""), Pack::default())];
    let paper = presentation(&day(), &sheets);
    let names: Vec<&str> = paper.sections.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Who presents", "1 Example Trust"], "a page for each that has returned");
    assert_eq!(paper.sections[1].begins, Begins::NewPage);
    let first = serde_json::to_string(&paper.sections[0]).expect("json");
    for said in ["Sampleton Town Hall", "Alex Example", "3 of 4 rated as met", "Not named", "without a sheet"]
    {
        assert!(first.contains(said), "{said}: {first}");
    }
    assert!(!serde_json::to_string(&paper.sections[1]).expect("json").contains("Spring event"));
}

#[test]
fn a_sheet_alone_says_what_it_is_for() {
    let paper = presentation(&day(), &[(taker("Sample Police", ""), Pack::default())]);
    assert_eq!((paper.title.as_str(), paper.sections.len()), ("Presentation sheet: Sample Police", 1));
    let said = serde_json::to_string(&paper.sections[0]).expect("json");
    assert!(
        said.contains("Spring event, Sampleton Town Hall") && said.contains("No return of this organisation")
    );
}

#[test]
fn the_day_of_a_challenge_is_not_torn() {
    use crate::report::document::Block;
    let put =
        ["Example Trust", "Alex Example", "What changed?", "Open", "21 November 2026"].map(str::to_owned);
    let paper = record(&day(), &[put]);
    let table = paper.sections[0].blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let kinds: Vec<ColumnKind> = table.expect("a table").columns.iter().map(|column| column.kind).collect();
    assert_eq!(kinds[3..], [ColumnKind::Text, ColumnKind::Short]);
}
