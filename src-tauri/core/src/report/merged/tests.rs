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
    assert!(text.contains("Sampleton Partnership") && text.contains("hidden"));
    assert!(document.sections.iter().all(|section| section.name != "Returns"));
}

#[test]
fn it_is_written_in_all_four_ways() {
    let document = document(For::Officers);
    assert!(word::write(&document).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    assert!(excel::write(&document).is_ok_and(|bytes| bytes.starts_with(b"PK")));
    assert!(pdf::write(&document).is_ok_and(|bytes| bytes.starts_with(b"%PDF")));
}
