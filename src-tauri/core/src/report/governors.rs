//! The pack for those who hold the setting to account: a page to read, what must be put right, what is planned, what
//! changed, what to ask, and the page to sign.
//!
//! Pure. Refuses to know: the format.

use super::changes;
use super::document::{Block, Document, Section, Tone};
use super::measure;
use super::plan::{self, Which};
use super::signed;
use super::year::Year;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::submission::challenge::Challenge;
use crate::template::Standard;

/// So many of the weakest standards are asked about first.
const FIRST: usize = 5;

/// Composes the pack.
pub fn compose(year: &Year<'_>) -> Document {
    let mut document = year.document(year.words().pack);
    document.sections.push(summary(year));
    let duties = Section::new("Duties").on_new_page().heading("Duties not met");
    document.sections.push(measure::duties(year, duties));
    let actions = plan::actions(year, Which::Live);
    document.sections.push(Section::new("Actions").heading("Actions").table(actions));
    document.sections.push(since(year));
    document.sections.push(ask(year));
    document.sections.push(challenges(year));
    document.sections.push(signed::page(year));
    document
}

fn summary(year: &Year<'_>) -> Section {
    let tone = if year.is_draft() { Tone::Warning } else { Tone::Good };
    let said: Vec<String> = std::iter::once(signed::sentence(year)).chain(dates(year)).collect();
    Section::new("Summary")
        .heading("Summary")
        .notice(tone, said.join("\n"))
        .with(Block::Figures(measure::figures(year)))
        .with(Block::Bars(measure::bars(year)))
}

/// When those who hold it to account meet, and when the return is due.
fn dates(year: &Year<'_>) -> Option<String> {
    let meeting = year.round.governors.map(|date| format!("{}: {}.", year.words().meeting, day(date)));
    let due = year.round.due.map(|date| format!("Return due: {}.", day(date)));
    let said: Vec<String> = meeting.into_iter().chain(due).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn since(year: &Year<'_>) -> Section {
    let section = Section::new("Changes").heading("Changes since last round");
    match &year.before {
        None => section.text("This is the first round in this file, so there is nothing to compare with."),
        Some(before) => section.text(changes::counted(before)).table(changes::ratings(year, before)),
    }
}

fn ask(year: &Year<'_>) -> Section {
    let section = Section::new("Questions to ask").on_new_page().heading("Questions to ask");
    let weak = measure::weakest(year);
    if weak.is_empty() {
        return section
            .text("Everything that was rated is rated met or more: ask what shows it.")
            .with(all(year));
    }
    let section = section.text(format!(
        "From the audit tool, for {} to ask. The standards with the smallest share rated met come first.",
        year.words().the_board
    ));
    let (first, others) = weak.split_at(weak.len().min(FIRST));
    let asked = first.iter().fold(section, |section, (standard, share)| {
        let said = format!(
            "{} \u{2013} {} of {} rated met, self-assessed",
            measure::title(standard),
            share.count,
            share.base
        );
        section.subheading(said).with(Block::List(standard.governors.clone()))
    });
    others.iter().fold(asked, |section, (standard, _)| {
        section.subheading(measure::title(standard)).with(Block::List(standard.governors.clone()))
    })
}

/// One question of each standard.
fn all(year: &Year<'_>) -> Block {
    let first = |standard: &Standard| {
        standard.governors.first().map(|one| format!("{}: {one}", measure::title(standard)))
    };
    Block::List(year.scored().into_iter().filter_map(|(standard, _)| first(standard)).collect())
}

fn challenges(year: &Year<'_>) -> Section {
    let waiting = year.challenges.iter().filter(|one| one.reply.is_empty()).count();
    let table = Table {
        title: String::new(),
        caption: format!("{} asked, {waiting} of them without a reply.", year.challenges.len()),
        as_at: day(year.today),
        columns: vec![
            Column::new("Asked", ColumnKind::Short),
            Column::new("By", ColumnKind::Text),
            Column::new("Challenge", ColumnKind::Text),
            Column::new("Reply", ColumnKind::Text),
        ],
        rows: year.challenges.iter().map(|one| challenge(year, one)).collect(),
        notes: Vec::new(),
    };
    Section::new("Challenges").heading("Challenges and replies").table(table)
}

fn challenge(year: &Year<'_>, challenge: &Challenge) -> Vec<Cell> {
    let asked = &challenge.asked;
    let by: Vec<&str> =
        [asked.asked_by.as_str(), &asked.role].into_iter().filter(|part| !part.is_empty()).collect();
    let about = asked.question.as_ref().and_then(|id| year.template.question(id));
    let about = about.map(|question| format!("{}: ", question.number)).unwrap_or_default();
    let on = challenge.replied_on.map(|date| format!(", {}", day(date))).unwrap_or_default();
    let reply = match challenge.reply.is_empty() {
        true => "No reply yet".to_owned(),
        false if challenge.replied_by.is_empty() => challenge.reply.clone(),
        false => format!("{}\n{}{on}", challenge.reply, challenge.replied_by),
    };
    vec![
        Cell::text(day(asked.on)),
        Cell::text(by.join(", ")),
        Cell::text(format!("{about}{}", asked.text)),
        Cell::text(reply),
    ]
}
