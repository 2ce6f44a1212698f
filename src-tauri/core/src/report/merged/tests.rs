//! A merged report of two partnerships: every row with whose it is, and written in all four ways.

use super::*;
use crate::id::derived;
use crate::pack::{PackFinding, PackReturn};
use crate::panel::FindingKind;
use crate::panel::finding::FindingId;
use crate::report::{Block, excel, html, pdf, word};
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::submission::SubmissionId;
use crate::template::{library, toml};

fn round(partnership: &str, names: &[&str]) -> PackRound {
    let template = library::find("section11@2026.1").expect("it ships");
    let ids: Vec<QuestionId> = crate::pack::joined::scored(template).map(|one| one.id.clone()).collect();
    let one = |name: &&str| PackReturn {
        submission: SubmissionId(derived("return", name)),
        revision: 1,
        setting: SettingId(derived("setting", name)),
        name: (*name).to_owned(),
        kind: "organisation".to_owned(),
        phase: String::new(),
        identifiers: Default::default(),
        also: Vec::new(),
        ratings: ids.iter().map(|id| (id.clone(), "met".into())).collect(),
        agreed: Default::default(),
        blank: Vec::new(),
    };
    let returns: Vec<PackReturn> = names.iter().map(one).collect();
    let found = returns.first().map(|of| PackFinding {
        id: FindingId(derived("finding", partnership)),
        of: Some(of.submission),
        kind: FindingKind::GoodPractice,
        question: Some(ids[0].clone()),
        standard: None,
        text: format!("{} shows how it is done.", of.name),
        agency: "health".to_owned(),
        may_name: false,
    });
    PackRound {
        round: RoundId(derived("round", partnership)),
        label: "2026/27".to_owned(),
        partnership: partnership.to_owned(),
        as_at: "2026-11-21".parse().expect("a date"),
        revision: 3,
        naming: Naming::Named,
        threshold: 5,
        template: template.key(),
        tool: toml::write(template),
        expected: 4,
        returned: u32::try_from(returns.len()).expect("few"),
        shared: 0,
        returns,
        counts: Vec::new(),
        views: Vec::new(),
        seen: Vec::new(),
        findings: found.into_iter().collect(),
        withheld: 0,
    }
}

fn document(readers: For) -> Document {
    let rounds = [
        round("Sampleton Partnership", &["Example Trust", "Sampleshire Police"]),
        round("Exampleton Partnership", &["Sampleshire Police"]),
    ];
    let merged = Merged::of(&rounds).expect("joined");
    compose(&MergedPaper {
        merged: &merged,
        by: "Sampleton Partnership".to_owned(),
        today: "21 November 2026".to_owned(),
        readers,
        code: "0123456789abcdef".to_owned(),
    })
}

fn table<'d>(document: &'d Document, title: &str) -> &'d Table {
    let tables =
        document.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _other => None,
        });
    tables.into_iter().find(|table| table.title == title).unwrap_or_else(|| panic!("no table {title}"))
}

#[test]
fn every_row_says_whose_it_is() {
    let document = document(For::Officers);
    let returns = table(&document, "Returns in this report");
    let cells: Vec<(&str, &str)> =
        returns.rows.iter().map(|row| (row[0].text.as_str(), row[1].text.as_str())).collect();
    assert_eq!(
        cells,
        [
            ("Example Trust", "Sampleton Partnership"),
            ("Sampleshire Police", "Exampleton Partnership; Sampleton Partnership"),
        ]
    );
    let found = table(&document, "Good practice");
    assert_eq!(found.rows[1][0].text, "Sampleton Partnership");
    let heads: Vec<&str> = table(&document, "Result per question, % met")
        .columns
        .iter()
        .map(|column| column.label.as_str())
        .collect();
    assert_eq!(heads, ["No.", "Question", "All", "Exampleton Partnership", "Sampleton Partnership"]);
}

#[test]
fn what_others_read_names_nobody() {
    let document = document(For::Others);
    let text = html::write(&document);
    assert!(
        !text.contains("Sampleshire Police") && !text.contains("Example Trust"),
        "an organisation is named"
    );
    assert!(text.contains("Sampleton Partnership") && !text.contains("&gt;hidden&lt;"));
    assert!(text.contains("Too few organisations returned to say more here."), "all is hidden: a sentence");
    assert!(document.sections.iter().all(|section| section.name != "Returns"));
}

/// A large round beside a small one that left a standard blank: what is hidden is hidden throughout, also in sums, and a
/// question that may not be shared of its round is in no figure.
#[test]
fn a_cell_that_is_shut_is_hidden_and_a_dash_only_what_was_not_asked() {
    let names: Vec<String> = (0..8).map(|at| format!("Example Trust {at}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let large = round("Exampleton Partnership", &names);
    let mut small = round("Sampleton Partnership", &["One", "Two"]);
    let template = library::find("section11@2026.1").expect("it ships");
    let scored: Vec<_> = template.standards.iter().filter(|one| one.scored).collect();
    let first: Vec<QuestionId> = scored[0].questions.iter().map(|one| one.id.clone()).collect();
    for one in &mut small.returns {
        first.iter().for_each(|id| drop(one.ratings.remove(id)));
        one.blank.extend(first.iter().cloned());
    }
    let shut = first.iter().find(|id| large.returns[0].ratings.contains_key(*id)).expect("rated").clone();
    let rounds = [large, small];
    let paper = |shut: crate::pack::merged::Shut| {
        let merged = Merged::of(&rounds).expect("joined").without(shut);
        let (by, today) = ("Sampleton Partnership".to_owned(), "21 November 2026".to_owned());
        compose(&MergedPaper { merged: &merged, by, today, readers: For::Others, code: "0".into() })
    };
    let open = paper(Default::default());
    let hidden = Cell::hidden();
    for title in ["Result per standard, % met", "Result per question, % met"] {
        let rows = &table(&open, title).rows;
        assert!(rows.iter().all(|row| row.last() == Some(&hidden)), "{title}: two organisations");
    }
    let first_of = |paper: &Document| table(paper, "Result per standard, % met").rows[0][2].base;
    let rated =
        u32::try_from(first.iter().filter(|id| rounds[0].returns[0].ratings.contains_key(*id)).count());
    let rated = rated.expect("few");
    assert_eq!(first_of(&open), Some(8 * rated));
    let without = paper([(rounds[0].round, [shut.clone()].into())].into());
    assert_eq!(first_of(&without), Some(8 * (rated - 1)), "it is in no sum");
    let number = template.question(&shut).expect("a question").number.clone();
    let questions = table(&without, "Result per question, % met");
    let row = questions.rows.iter().find(|row| row[0].text == number).expect("a row");
    assert!(row[2..].iter().all(|cell| *cell == hidden), "{row:?}");
}

#[test]
fn it_is_written_in_all_four_ways() {
    let document = document(For::Officers);
    assert!(word::write(&document).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    assert!(excel::write(&document).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    assert!(pdf::write(&document).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
}
