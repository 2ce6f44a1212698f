//! What a written workbook holds, looked at through the reader.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::write;
use crate::sheet::{self, Place};
use crate::submission::Answer;
use crate::template::{self, MetCount};
use crate::workbook::{Identity, Return};

#[test]
fn the_summary_holds_the_counts_that_excel_would_work_out() {
    let template = template::library::find("school@2025.1").expect("it ships");
    let asked = template.standards.iter().filter(|standard| standard.scored).flat_map(|it| &it.questions);
    let levels = ["met", "mostly", "not_met", "not_applicable"];
    let mut meanings = Vec::new();
    let answers = asked.enumerate().map(|(place, question)| {
        let mut answer = Answer::blank(question.id.clone());
        if let Some(level) = template.level(question, levels[place % 4]) {
            answer.value = Some(level.code.to_string());
            meanings.push(level.meaning);
        }
        answer
    });
    let returned = Return {
        identity: Identity {
            submission: Uuid::from_u128(1),
            issue: None,
            export: Uuid::from_u128(2),
            revision: 1,
            template: template.id.clone(),
            version: template.version.clone(),
            digest: template::toml::digest(template),
            round: "2026".to_owned(),
            kind: crate::workbook::ExportKind::Return,
        },
        setting: "Example & Sons School".to_owned(),
        identifiers: BTreeMap::new(),
        facts: BTreeMap::new(),
        answers: answers.collect(),
        ..Return::default()
    };
    let bytes = write(&returned, template).expect("written").value;
    let book = sheet::read(sheet::guard::open(&bytes).expect("sound").value).expect("read").value;
    let summary = &book.sheets[1];
    let last = *summary.rows.keys().last().expect("a total");
    let cells: Vec<_> = summary.rows[&last].values().collect();
    let count = MetCount::of(meanings);
    assert!(cells[1..].iter().all(|cell| cell.formula));
    assert_eq!(cells[cells.len() - 1].text(), count.judged.to_string());
    let share = f64::from(count.met) / f64::from(count.judged);
    assert_eq!(cells[cells.len() - 2].text(), share.to_string());
    assert_eq!(summary.text(Place::new(last, 0)), "All standards that count");
}
