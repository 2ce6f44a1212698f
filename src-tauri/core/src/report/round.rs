//! A round's report: the result per standard, the findings with both ratings side by side, and what counts.
//!
//! Pure: values in, a `Document` out. Refuses to know: the format.

use super::document::{Document, Section};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};

/// What the report is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundReport {
    /// Label of the round.
    pub round: String,
    /// The code of the head of the log.
    pub code: String,
    /// The result per standard.
    pub results: Table,
    /// The findings, in the order recorded.
    pub findings: Vec<FindingLine>,
}

/// A finding as a line of the report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingLine {
    /// The setting.
    pub setting: String,
    /// The question's printed number and text; empty where it is about none.
    pub question: String,
    /// What the setting rated itself.
    pub self_rating: String,
    /// What the panel rated it.
    pub panel_rating: String,
    /// Whether the two agreed on the panel's rating.
    pub agreed: String,
    /// Why the panel rates it so.
    pub reason: String,
    /// What kind of finding it is.
    pub kind: String,
    /// The finding.
    pub text: String,
    /// The agency that spoke.
    pub agency: String,
    /// The day.
    pub on: String,
}

/// Composes the report.
pub fn compose(report: RoundReport) -> Document {
    let title = format!("Results and findings, {}", report.round);
    let method = method(&report);
    let findings = Section::new("Findings").table(findings(&report));
    let results = Section::new("Results").table(report.results);
    Document {
        title,
        author: "Attest".to_owned(),
        code: report.code,
        sections: vec![results, findings, method],
        ..Document::default()
    }
}

const COLUMNS: [&str; 10] = [
    "Setting",
    "Question",
    "Self-rating",
    "Panel rating",
    "Agreed",
    "Reason",
    "Kind",
    "Finding",
    "Agency",
    "Date",
];

fn findings(report: &RoundReport) -> Table {
    let rated = report.findings.iter().filter(|line| !line.panel_rating.is_empty()).count();
    Table {
        title: "Findings of panels".to_owned(),
        caption: format!(
            "{}. Findings: {}; with a rating by the panel beside the self-rating: {rated}. As at {}.",
            report.round,
            report.findings.len(),
            report.results.as_at
        ),
        as_at: report.results.as_at.clone(),
        columns: COLUMNS.map(|label| Column::new(label, ColumnKind::Text)).into(),
        rows: report.findings.iter().map(finding).collect(),
        notes: vec![
            "The self-rating is the setting\u{2019}s own and is never changed. A panel\u{2019}s rating counts in figures only where it was agreed."
                .to_owned(),
        ],
    }
}

fn finding(line: &FindingLine) -> Vec<Cell> {
    let cells = [
        &line.setting,
        &line.question,
        &line.self_rating,
        &line.panel_rating,
        &line.agreed,
        &line.reason,
        &line.kind,
        &line.text,
        &line.agency,
        &line.on,
    ];
    cells.map(|text| Cell::text(text.as_str())).into()
}

fn method(report: &RoundReport) -> Section {
    Section::new("What counts")
        .heading("What counts")
        .text(&report.results.caption)
        .text("Only accepted returns count. A return that was received and not yet accepted, sent back, replaced or withdrawn is in no figure.")
        .text("Ratings are the settings\u{2019} own judgement of themselves. Where a panel gave another rating and the setting agreed to it, the latest agreed rating counts; the self-rating stands beside it in the sheet of findings.")
        .text("Levels are counted by their meaning, whatever their code. No codes are averaged and no settings are ranked.")
        .text("\u{201c}% met\u{201d} is the ratings that mean exceeds or met, out of all ratings that are a judgement. Not applicable, blank and not asked are three different things: each has its own column and none is in the base.")
        .text("An answer carried over from an earlier round counts as blank until somebody confirms it.")
        .text(format!(
            "The log code {} names the state of the file from which these figures were made.",
            report.code
        ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(findings: Vec<FindingLine>) -> RoundReport {
        let results = Table {
            title: "Result per standard".into(),
            caption: "Self-assessed.".into(),
            as_at: "21 November 2026".into(),
            columns: vec![
                Column::new("Standard", ColumnKind::Text),
                Column::new("Met", ColumnKind::Count),
                Column::new("Base", ColumnKind::Count),
                Column::new("% met", ColumnKind::Share),
            ],
            rows: vec![vec![Cell::text("A Leadership"), Cell::count(2), Cell::count(3), Cell::share(2, 3)]],
            notes: vec!["A note.".into()],
        };
        RoundReport { round: "Round 2026/27".into(), code: "ABCD".into(), results, findings }
    }

    #[test]
    fn both_ratings_stand_side_by_side_with_the_reason() {
        let line = FindingLine {
            self_rating: "Met".into(),
            panel_rating: "Partly met".into(),
            reason: "No dates in the record.".into(),
            ..FindingLine::default()
        };
        let table = findings(&report(vec![line]));
        let texts: Vec<&str> = table.rows[0].iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts[2..6], ["Met", "Partly met", "", "No dates in the record."]);
        assert!(
            table.caption.contains("Findings: 1; with a rating by the panel beside the self-rating: 1."),
            "{}",
            table.caption
        );
    }

    #[test]
    fn it_is_written_as_a_workbook_even_without_findings() {
        let document = compose(report(Vec::new()));
        assert!(document.sections[2].blocks.len() > 5);
        let bytes = super::super::excel::write(&document).expect("written");
        assert_eq!(&bytes[..2], b"PK");
    }
}
