//! The paper of a dip sample: what was asked, of how many cases, how they came in, and the counts.
//!
//! Numbers of cases stand in it, so it is restricted. Refuses to know: the file.

use super::document::{Block, Document, Pair, Section};
use crate::analysis::Table;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::dip_sample::{Chosen, DipCase, DipSample, count};

/// How often each answer was given to each question.
pub fn counts(sample: &DipSample, cases: &[DipCase]) -> Table {
    let row = |question: &crate::dip_sample::Question| {
        let count = count(&question.id, cases);
        let base = count.yes + count.partly + count.no;
        let numbers = [count.yes, count.partly, count.no, count.not_applicable, count.blank, base];
        std::iter::once(Cell::text(&question.text)).chain(numbers.map(Cell::count)).collect()
    };
    let labels = ["Yes", "Partly", "No", "Not applicable", "Not answered", "Base"];
    let columns = std::iter::once(Column::new("Question", ColumnKind::Text));
    let drawn = cases.iter().filter(|one| one.chosen == Chosen::Drawn).count();
    let all = cases.len();
    let by_hand = if drawn == all { String::new() } else { format!(", {} chosen by hand", all - drawn) };
    Table {
        title: "Answers".to_owned(),
        caption: format!("{all} cases: {drawn} drawn by chance{by_hand}"),
        as_at: String::new(),
        columns: columns.chain(labels.map(|label| Column::new(label, ColumnKind::Count))).collect(),
        rows: sample.questions.iter().map(row).collect(),
        notes: vec![
            "Base: yes, partly and no together. A dip sample is small: it shows where to look, and not how often something happens.".to_owned(),
        ],
    }
}

/// Composes the paper.
pub fn compose(sample: &DipSample, cases: &[DipCase], about: &[String], code: &str) -> Document {
    let mut sections =
        vec![asked(sample), Section::new("Counts").heading("Counts").table(counts(sample, cases))];
    if !cases.is_empty() && !sample.questions.is_empty() {
        sections.push(Section::new("Cases").heading("Case by case").table(by_case(sample, cases)));
    }
    Document {
        title: format!("Dip sample: {}", sample.title),
        about: about.iter().filter(|line| !line.is_empty()).cloned().collect(),
        marking: "Restricted".to_owned(),
        author: "Attest".to_owned(),
        code: code.to_owned(),
        sections,
        ..Document::default()
    }
}

fn asked(sample: &DipSample) -> Section {
    let plan = &sample.plan;
    let drawn = sample.frame.as_ref().map(|frame| {
        format!("{} of {} cases, by ChaCha8 with the seed {}", frame.wanted, frame.numbers.len(), frame.seed)
    });
    let said = [
        ("Asked for by", plan.asked_by.clone()),
        ("What it is to find out", plan.why.clone()),
        ("Done by", plan.lead.clone()),
        ("Heard by", plan.group.clone()),
        ("Planned for", plan.on.map(day).unwrap_or_default()),
        ("Done on", sample.done_on.map(day).unwrap_or_default()),
        ("Drawn", drawn.unwrap_or_default()),
    ];
    let pairs =
        said.into_iter().filter(|(_, said)| !said.is_empty()).map(|(name, said)| Pair::new(name, said));
    Section::new("Asked").heading("What was looked at").with(Block::Pairs(pairs.collect()))
}

fn by_case(sample: &DipSample, cases: &[DipCase]) -> Table {
    let columns = std::iter::once(Column::new("Case", ColumnKind::Short));
    let questions = (1..=sample.questions.len()).map(|at| Column::new(format!("Q{at}"), ColumnKind::Short));
    let row = |case: &DipCase| {
        let answers = sample.questions.iter().map(|one| {
            case.answers
                .get(&one.id)
                .map_or_else(|| Cell::text("\u{2013}"), |answer| Cell::text(answer.label()))
        });
        let cells = std::iter::once(Cell::text(case.number.as_str())).chain(answers);
        cells.chain([Cell::text(&case.note)]).collect()
    };
    let asked = (1..).zip(&sample.questions).map(|(at, one)| format!("Q{at}: {}", one.text));
    Table {
        title: "Case by case".to_owned(),
        caption: "By number alone".to_owned(),
        as_at: String::new(),
        columns: columns.chain(questions).chain([Column::new("Note", ColumnKind::Text)]).collect(),
        rows: cases.iter().map(row).collect(),
        notes: asked.collect(),
    }
}
