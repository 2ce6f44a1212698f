//! The report of the open round as a workbook, and its findings.

use std::collections::BTreeMap;

use super::call::Nothing;
use super::returns_view;
use super::round;
use super::save;
use super::session::Session;
use super::views::{CellView, ColumnView, FindingView, TableView, Written};
use crate::analysis::behind::Behind;
use crate::analysis::judged::{Caption, day};
use crate::analysis::sharing::Shown;
use crate::analysis::standards;
use crate::analysis::table::{Cell, Column, Table};
use crate::analysis::tally::shown_range;
use crate::error::Result;
use crate::panel::finding;
use crate::report::round::{FindingLine, RoundReport, compose};
use crate::report::{Document, excel};
use crate::round::Round;
use crate::store::{AuditFile, Reader};
use crate::submission::{self, SubmissionId};
use crate::template::Template;

/// Writes the round's report: asks where to save; nothing is written where nobody says.
pub fn write(session: &Session, _: Nothing) -> Result<Option<Written>> {
    let (document, name) = report(session)?;
    let Some(path) = session.desktop().pick_save("Save the round\u{2019}s report", &name) else {
        return Ok(None);
    };
    let path = path.with_extension("xlsx");
    save::whole(&path, &excel::write(&document)?)?;
    let sentence = "The table, the findings and what counts are saved as a workbook.";
    Ok(Some(save::written(&path, sentence, Vec::new())))
}

fn report(session: &Session) -> Result<(Document, String)> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let caption = caption(file, &round);
        let grid = figures.grid(file, round.id, &template)?;
        let results = standards::results(grid, &template, &caption, Shown::ToOfficers);
        let findings = findings(file.reader(), &round, &template)?;
        let findings = findings.into_iter().map(|found| finding_line(found, &template)).collect();
        let name = save::file_name(&["Results and findings", &round.label], "xlsx");
        let code = file.head()?;
        Ok((compose(RoundReport { round: round.label, code, results, findings }), name))
    })
}

pub(super) fn caption(file: &AuditFile, round: &Round) -> Caption {
    Caption { round: format!("Round {}", round.label), as_at: file.world().today() }
}

/// The findings of a round as they are shown, in the order recorded.
pub(super) fn findings(reader: Reader<'_>, round: &Round, template: &Template) -> Result<Vec<FindingView>> {
    let mut answers = BTreeMap::new();
    let mut lines = Vec::new();
    for found in finding::of_round(reader, round.id)? {
        let submission = submission::load(reader, found.submission)?;
        let setting = crate::setting::load(reader, submission.setting)?;
        let answered = answers_of(reader, &mut answers, found.submission)?;
        let rating = returns_view::self_rating(template, answered, &found);
        lines.push(returns_view::finding_view(&found, &setting, template, rating));
    }
    Ok(lines)
}

type Answers = BTreeMap<crate::template::QuestionId, submission::Answer>;

fn answers_of<'a>(
    reader: Reader<'_>,
    read: &'a mut BTreeMap<SubmissionId, Answers>,
    id: SubmissionId,
) -> Result<&'a Answers> {
    if let std::collections::btree_map::Entry::Vacant(place) = read.entry(id) {
        place.insert(submission::answers(reader, id)?);
    }
    Ok(&read[&id])
}

fn finding_line(found: FindingView, template: &Template) -> FindingLine {
    let question = found.question.as_ref().and_then(|id| template.question(id));
    let agreed = match (&found.moderated, found.agreed) {
        (None, _) => "",
        (Some(_), true) => "Agreed",
        (Some(_), false) => "Not agreed",
    };
    FindingLine {
        setting: found.setting,
        question: question.map(|it| format!("{} {}", it.number, it.text)).unwrap_or_default(),
        self_rating: found.self_rating.unwrap_or_else(|| question.map_or("", |_| "Blank").to_owned()),
        panel_rating: found.moderated.unwrap_or_default(),
        agreed: agreed.to_owned(),
        reason: found.reason,
        kind: found.kind.label().to_owned(),
        text: found.text,
        agency: in_words(&found.agency),
        on: found.on.parse().map(day).unwrap_or(found.on),
    }
}

/// A table as screens are given it.
pub(super) fn table_view(table: Table) -> TableView {
    let column = |column: Column| ColumnView { numeric: column.kind.is_number(), label: column.label };
    let spelt_out = table.columns.iter().any(|column| column.label == "Range");
    let cell = |cell: Cell| {
        let rated = matches!(cell.behind, Some(Behind::Ratings(..) | Behind::Row(..)));
        let range = cell.count.zip(cell.base).filter(|_| rated && !spelt_out);
        CellView {
            range: range.map(|(count, base)| shown_range(count, base)).unwrap_or_default(),
            opens: cell.behind.is_some(),
            text: cell.text.to_string(),
            count: cell.count,
            base: cell.base,
        }
    };
    TableView {
        title: table.title,
        caption: table.caption,
        as_at: table.as_at,
        columns: table.columns.into_iter().map(column).collect(),
        rows: table.rows.into_iter().map(|row| row.into_iter().map(cell).collect()).collect(),
        notes: table.notes,
    }
}

/// A code such as `local_authority` as it is read; what a person typed stays as typed.
pub(super) fn in_words(code: &str) -> String {
    let words = code.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
