//! The shorter papers: two pages for the Executive, a briefing for safeguarding leads, a pack for governors, a public
//! summary, and the year's assurance report.
//!
//! Refuses to know: any figure that the full report does not have.

use super::chapters::{NONE_COUNTS, drawn, figures, texted};
use super::ground::{Ground, count};
use super::headlines::headlines;
use super::method;
use super::own;
use super::pictures::{Picture, action_table};
use super::tables;
use crate::analysis::judged::response as response_said;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::analysis::{panels, questions, standards};
use crate::report::document::{Block, Section};

/// So many questions stand at each end in a short paper.
const FEW: usize = 3;
/// So many decisions stand in the paper for the Executive itself.
const ROOM: usize = 5;

/// Two pages: headlines, results, what to decide.
pub(super) fn executive(ground: &Ground<'_>) -> Vec<Section> {
    let first = texted(Section::new("Summary").heading("Summary"), ground, "introduction");
    let first = first.with(Block::Figures(figures(ground))).with(Block::List(said(ground)));
    let results = Section::new("Results").heading("Results by standard");
    let results = if ground.has_no_returns() {
        results.text(NONE_COUNTS)
    } else {
        ends(results.table(brief(ground)), ground)
    };
    let results = texted(texted(results, ground, "strengths"), ground, "areas");
    let asked = Section::new("Decisions").heading("What the Executive is asked to decide");
    let asked = own::asking(asked, ground, ROOM);
    let asked = if ground.text("recommendations").is_some() {
        texted(asked, ground, "recommendations")
    } else if !own::asked(ground).is_empty() {
        asked
    } else {
        asked.text("To note the results, and to agree who takes each of the areas above forward.")
    };
    let line = format!("{} The method page says how the figures are made.", ground.printed().line());
    vec![first, results, asked.text(line)]
}

fn said(ground: &Ground<'_>) -> Vec<String> {
    headlines(ground).iter().map(|one| one.words().to_owned()).collect()
}

/// T5 with the columns that a short paper has room for.
fn brief(ground: &Ground<'_>) -> Table {
    let table = standards::results(ground.grid, ground.template, ground.caption, ground.shown);
    kept(table, &["Standard", "Base", "% met", "Not met", "Not applicable", "Blank"])
}

fn kept(table: Table, labels: &[&str]) -> Table {
    let places: Vec<usize> = labels
        .iter()
        .filter_map(|label| table.columns.iter().position(|column| column.label == *label))
        .collect();
    let rows = table.rows.iter().map(|row| places.iter().map(|place| row[*place].clone()).collect());
    Table {
        columns: places.iter().map(|place| table.columns[*place].clone()).collect(),
        rows: rows.collect(),
        notes: table
            .notes
            .into_iter()
            .filter(|note| ["% met", "Hidden", "Left out"].iter().any(|first| note.starts_with(first)))
            .collect(),
        ..table
    }
}

/// The questions at either end, in a sentence each.
fn ends(section: Section, ground: &Ground<'_>) -> Section {
    let table = questions::ends(ground.grid, ground.template, ground.caption, ground.shown);
    let Some(met) = table.columns.iter().position(|column| column.label == "% met") else { return section };
    let told = |row: &Vec<Cell>| {
        let share = super::headlines::of(row[met].count.unwrap_or(0), row[met].base.unwrap_or(0), "");
        format!("{} {} {share}", row[met - 2].text, row[met - 1].text)
    };
    let few = FEW.min(table.rows.len() / 2);
    if few == 0 {
        return section;
    }
    let strong: Vec<String> = table.rows.iter().take(few).map(told).collect();
    let weak: Vec<String> = table.rows.iter().rev().take(few).map(told).collect();
    section
        .subheading("Largest share met")
        .with(Block::List(strong))
        .subheading("Smallest share met")
        .with(Block::List(weak))
}

/// What goes back to those who did the work.
pub(super) fn briefing(ground: &Ground<'_>) -> Vec<Section> {
    let first = texted(Section::new("Thank you").heading("What you told us"), ground, "introduction");
    let first = first.text(response_said(ground.grid)).with(Block::List(said(ground)));
    let strong = texted(Section::new("Strengths").heading("What is strong"), ground, "strengths");
    let strong = own::practised(drawn(strong, ground, &[Picture::Strongest]), ground);
    let weak = texted(Section::new("Areas").heading("What to work on together"), ground, "areas");
    let weak = drawn(weak, ground, &[Picture::Weakest]);
    let next = Section::new("Next").heading("What happens next");
    let next = if ground.text("next_steps").is_some() {
        texted(next, ground, "next_steps")
    } else {
        next.text("Your own feedback sheet shows your ratings beside the spread of settings like yours.")
    };
    let mut sections = vec![first, strong, weak];
    let asked = tables::asked_for(ground).map(said_alone);
    sections.extend(
        asked.map(|table| Section::new("Support").heading("What you asked for, and our answer").table(table)),
    );
    sections.extend([next, method::recipe(ground)]);
    sections
}

/// A table of which no figure is shared, as its words alone.
fn said_alone(table: Table) -> Table {
    let numbers: Vec<String> =
        table.columns.iter().filter(|one| one.kind.is_number()).map(|one| one.label.clone()).collect();
    let is_number = |place: usize| table.columns[place].kind.is_number();
    let mut cells = table.rows.iter().flat_map(|row| row.iter().enumerate());
    if !cells.all(|(place, cell)| !is_number(place) || *cell == Cell::hidden()) {
        return table;
    }
    let labels: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let notes = vec!["How many asked for it is not shared: each figure would speak of a few.".to_owned()];
    Table { notes, ..table.without(&labels) }
}

/// For governors of every setting: what the round shows, and what to ask at home.
pub(super) fn governors(ground: &Ground<'_>) -> Vec<Section> {
    let first = texted(Section::new("Summary").heading("What the round shows"), ground, "introduction");
    let first = first.text(response_said(ground.grid)).with(Block::List(said(ground)));
    let results = drawn(
        Section::new("Results").heading("How settings rated themselves"),
        ground,
        &[Picture::Standards],
    );
    let mut ask = Section::new("Questions").on_new_page().heading("Questions to ask in your own setting");
    for standard in ground.template.standards.iter().filter(|one| one.scored && !one.governors.is_empty()) {
        ask = ask
            .subheading(format!("{} {}", standard.number, standard.title))
            .with(Block::List(standard.governors.clone()));
    }
    let next = texted(Section::new("Next").heading("What happens next"), ground, "next_steps");
    let mut sections = vec![first, results];
    sections.extend((ask.blocks.len() > 1).then_some(ask));
    sections.extend((next.blocks.len() > 1).then_some(next));
    sections.push(method::recipe(ground));
    sections
}

/// For anybody.
pub(super) fn public(ground: &Ground<'_>) -> Vec<Section> {
    let first = texted(Section::new("Summary").heading("Summary"), ground, "introduction");
    let first = first.text(response_said(ground.grid)).with(Block::List(said(ground)));
    let results = Section::new("Results").heading("Results");
    let results = drawn(results, ground, &[Picture::Response, Picture::Standards, Picture::Between]);
    let done = method::method(Section::new("Method").heading("How it was done"), ground);
    let next = texted(Section::new("Next").heading("What happens next"), ground, "next_steps");
    let mut sections = vec![first, results];
    sections.extend((next.blocks.len() > 1).then_some(next));
    sections.extend([done, method::recipe(ground)]);
    sections
}

/// A year's activity, themes, concerns and open actions.
pub(super) fn assurance(ground: &Ground<'_>) -> Vec<Section> {
    let first = texted(Section::new("Summary").heading("Summary"), ground, "introduction");
    let first = first.with(Block::List(said(ground)));
    let activity = Section::new("Activity").heading("Activity").table(activity(ground));
    let themes = Section::new("Themes").heading("Themes");
    // What is short stands first, beside what is short before it: the chart of all standards takes a page.
    let themes = if ground.is_shared() || ground.found.is_empty() {
        themes
    } else {
        themes.table(panels::types(panels::findings(ground.template, ground.caption, ground.found)))
    };
    let themes = drawn(themes, ground, &[Picture::Standards, Picture::Weakest]);
    let concerns = texted(Section::new("Concerns").heading("Concerns"), ground, "concerns");
    let actions = Section::new("Actions").heading("Actions");
    let actions = match action_table(ground) {
        Some(table) => drawn(actions.table(table), ground, &[Picture::Months]),
        None => actions,
    };
    let actions = own::impact(texted(actions, ground, "impact"), ground);
    let actions = own::plan(texted(actions, ground, "recommendations"), ground);
    let mut sections = vec![first, activity, themes];
    sections.extend([concerns, actions].into_iter().filter(|section| section.blocks.len() > 1));
    sections.push(method::recipe(ground));
    sections
}

fn activity(ground: &Ground<'_>) -> Table {
    use crate::analysis::response::Response;
    let now = Response::of(ground.phases(), ground.on());
    let [reminded, spoken, extended, escalated] = ground.chased;
    let mut rows = vec![
        ("Settings asked to return", now.expected),
        ("Returns received", now.returned() + now.sent_back),
        ("Returns accepted", now.accepted),
        ("Returns sent back and not come again", now.sent_back),
        ("Reminders", reminded),
        ("Conversations", spoken),
        ("Extensions", extended),
        ("Escalations", escalated),
    ];
    if !ground.is_shared() {
        rows.push(("Findings of panels", count(ground.found.len())));
        rows.push(("Actions in returns", count(ground.planned.len())));
    }
    Table {
        title: "What was done in the round".to_owned(),
        caption: format!("{}. As at {}.", ground.round, ground.as_at()),
        as_at: ground.as_at(),
        columns: vec![Column::new("Activity", ColumnKind::Text), Column::new("Number", ColumnKind::Count)],
        rows: rows.into_iter().map(|(what, number)| vec![Cell::text(what), Cell::count(number)]).collect(),
        notes: Vec::new(),
    }
}
