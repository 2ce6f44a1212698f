//! The response of a round on a day: how many of how many, by type, and week by week.
//!
//! Refuses to know: the file.

use chrono::NaiveDate;

use super::bars::{Bar, BarPart, BarShare, Bars, Fill};
use super::document::{Block, Document, Figure, Section};
use crate::analysis::judged::day;
use crate::analysis::response::{self, Response};
use crate::analysis::returns::{self, Before, Returns};
use crate::analysis::sharing::Shown;

/// What the response is composed of.
#[derive(Debug, Clone, PartialEq)]
pub struct ResponseReport {
    /// Whose round.
    pub about: Vec<String>,
    /// By what the settings are grouped: `Phase`.
    pub group: String,
    /// The settings asked to return, on the day that is looked at.
    pub returns: Returns,
    /// The round before, where there is one.
    pub before: Option<Before>,
    /// The day on which the round began.
    pub first: NaiveDate,
    /// Where the base comes from: a cut-off, or the register of today.
    pub base: String,
    /// The code of the head of the log.
    pub code: String,
}

/// Composes the response.
pub fn compose(report: &ResponseReport) -> Document {
    let counted = Response::of(&report.returns.lines, report.returns.day);
    let caption = format!("As at {}. {}", day(report.returns.day), report.base);
    let mut section = Section::new("Response").heading("How many have returned");
    section.blocks.push(Block::Figures(figures(counted)));
    section.blocks.push(Block::Bars(by_group(report, &caption)));
    let (returns, before) = (&report.returns, report.before.as_ref());
    let table = returns::by_group(returns, before, &report.group, &caption, Shown::ToOfficers);
    section = section.table(returns::on_paper(table));
    let mut time = Section::new("Week by week").heading("Week by week");
    time.blocks.push(Block::Bars(over_time(report)));
    Document {
        title: "Response".to_owned(),
        about: report.about.clone(),
        author: "Attest".to_owned(),
        code: report.code.clone(),
        sections: vec![section, time],
        ..Document::default()
    }
}

fn figures(counted: Response) -> Vec<Figure> {
    let of = |count: u32, base: u32| format!("{count} of {base}");
    let figure =
        |value: String, label: &str, note: &str| Figure { value, label: label.into(), note: note.into() };
    let missing = counted.missing + counted.sent_back;
    vec![
        figure(of(counted.returned(), counted.expected), "Returned", "of those asked to return"),
        figure(of(counted.accepted, counted.returned()), "Accepted", "of those returned"),
        figure(of(counted.late, counted.returned()), "Late", "of those returned"),
        figure(of(counted.overdue, missing), "Overdue", "of those not returned"),
    ]
}

fn parts() -> Vec<BarPart> {
    let part = |label: &str, fill| BarPart { label: label.into(), fill };
    vec![
        part("Accepted", Fill::Deepest),
        part("Waiting", Fill::Middle),
        part("Sent back", Fill::Hatched),
        part("Not received", Fill::Empty),
    ]
}

fn bar(label: String, counted: Response) -> Bar {
    Bar {
        label,
        counts: vec![counted.accepted, counted.waiting, counted.sent_back, counted.missing],
        share: BarShare { count: counted.returned(), base: counted.expected },
    }
}

fn by_group(report: &ResponseReport, caption: &str) -> Bars {
    let groups = response::by_group(&report.returns.lines, report.returns.day).into_iter();
    Bars {
        title: format!("Returned, by {}", report.group.to_lowercase()),
        caption: format!("{caption} The longer a bar, the more settings are asked to return."),
        row: report.group.clone(),
        share: "Returned, of expected".into(),
        parts: parts(),
        rows: groups.map(|(name, counted)| bar(name, counted)).collect(),
        notes: Vec::new(),
    }
}

fn over_time(report: &ResponseReport) -> Bars {
    let days = response::days(report.first, report.returns.day).into_iter();
    Bars {
        title: "Returned, week by week".into(),
        caption: format!("Up to {}. {}", day(report.returns.day), report.base),
        row: "End of".into(),
        share: "Returned, of expected".into(),
        parts: parts(),
        rows: days.map(|on| bar(day(on), Response::of(&report.returns.lines, on))).collect(),
        notes: vec![
            "The base is the same in every row, so that the rows can be compared: who was asked to return on the day above."
                .to_owned(),
        ],
    }
}
