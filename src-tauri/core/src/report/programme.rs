//! The audit programme as a paper: a year's counts by kind, and each thing by month, planned beside done.
//!
//! Refuses to know: the file.

use super::document::{Document, Section};
use crate::analysis::Table;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind};
use crate::programme::{Kind, Line, Stands};

/// How many of each kind are planned, late, under way and done.
pub fn counts(lines: &[Line], as_at: &str) -> Table {
    let of = |kind: Option<Kind>, stands: Option<Stands>| {
        let one = |line: &&Line| {
            kind.is_none_or(|kind| line.kind == kind) && stands.is_none_or(|it| line.stands == it)
        };
        Cell::count(u32::try_from(lines.iter().filter(one).count()).unwrap_or(u32::MAX))
    };
    let each = [None, Some(Stands::Done), Some(Stands::UnderWay), Some(Stands::Planned), Some(Stands::Late)];
    let row = |label: &str, kind: Option<Kind>| {
        std::iter::once(Cell::text(label)).chain(each.map(|stands| of(kind, stands))).collect()
    };
    let kinds = Kind::ALL.into_iter().filter(|kind| lines.iter().any(|line| line.kind == *kind));
    let labels = ["In the year", "Done", "Under way", "Planned", "Late"];
    let columns = std::iter::once(Column::new("Kind", ColumnKind::Text));
    Table {
        title: "Planned and done".to_owned(),
        caption: format!("As at {as_at}"),
        as_at: as_at.to_owned(),
        columns: columns.chain(labels.map(|label| Column::new(label, ColumnKind::Count))).collect(),
        rows: kinds.map(|kind| row(kind.label(), Some(kind))).chain([row("All", None)]).collect(),
        notes: Vec::new(),
    }
}

/// Composes the paper of a year.
pub fn compose(year: &str, lines: &[Line], about: &[String], (as_at, code): (&str, &str)) -> Document {
    let counted = Section::new("Programme").heading("Planned and done").table(counts(lines, as_at));
    let sections = vec![counted.heading("The year by month").table(programme(lines, as_at))];
    Document {
        title: format!("Audit programme {year}"),
        about: about.iter().filter(|line| !line.is_empty()).cloned().collect(),
        author: "Attest".to_owned(),
        code: code.to_owned(),
        sections,
        ..Document::default()
    }
}

fn programme(lines: &[Line], as_at: &str) -> Table {
    let row = |line: &Line| {
        let month = line.on.map_or_else(|| "No date".to_owned(), |on| on.format("%B %Y").to_string());
        let date = |on: Option<chrono::NaiveDate>| on.map_or_else(|| "\u{2013}".to_owned(), day);
        let said = line.fact.as_ref().map(|fact| fact.said.clone()).unwrap_or_default();
        let note = line.entry.as_ref().map(|entry| entry.said.note.clone()).unwrap_or_default();
        let notes: Vec<String> = [said, note].into_iter().filter(|text| !text.is_empty()).collect();
        let who: Vec<&str> =
            [line.lead.as_str(), &line.group].into_iter().filter(|text| !text.is_empty()).collect();
        [
            month,
            line.kind.label().to_owned(),
            line.title.clone(),
            who.join("; "),
            date(line.planned),
            date(line.done),
            line.stands.label().to_owned(),
            notes.join(". "),
        ]
        .map(Cell::text)
        .to_vec()
    };
    let columns = [
        ("Month", ColumnKind::Short),
        ("Kind", ColumnKind::Text),
        ("What", ColumnKind::Text),
        ("Lead and group", ColumnKind::Text),
        ("Planned", ColumnKind::Short),
        ("Done", ColumnKind::Short),
        ("State", ColumnKind::Short),
        ("Notes", ColumnKind::Text),
    ];
    Table {
        title: "Audit programme".to_owned(),
        caption: format!("As at {as_at}"),
        as_at: as_at.to_owned(),
        columns: columns.map(|(label, kind)| Column::new(label, kind)).to_vec(),
        rows: lines.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
