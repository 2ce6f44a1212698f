//! What those who govern are given: the list of decisions for the Executive, and the scrutineer's pack.
//!
//! For officers, the Executive and the scrutineer: full figures, nothing hidden. Refuses to know: the file.

use super::chapter::Chapter;
use super::chapters::{chapter, texted};
use super::ground::Ground;
use super::{method, own};
use crate::analysis::action_plan::overdue;
use crate::analysis::table::Table;
use crate::plan::matter::{Matter, MatterKind};
use crate::plan::raised::ThemeRaised;
use crate::report::document::{Block, Document, Section, Tone};
use crate::report::tracker;

/// The decisions that the Executive is asked for, and what became of those before.
pub(super) fn decisions(ground: &Ground<'_>) -> Vec<Section> {
    let asked = own::asked(ground);
    let first = texted(
        Section::new("Asked").heading("What the Executive is asked to decide"),
        ground,
        "introduction",
    );
    let first = if asked.is_empty() {
        first.text("Nothing waits for a decision or an answer of the Executive.")
    } else {
        first.with(Block::List(asked))
    };
    let mut sections = vec![plan_line(first, ground)];
    let parts = [
        ("Escalated", "What was taken higher", MatterKind::Escalation),
        ("Decided", "What was decided", MatterKind::Decision),
        ("Challenges", "Challenges and replies", MatterKind::Challenge),
        ("Good practice", "Good practice told upwards", MatterKind::GoodPractice),
    ];
    for (name, heading, kind) in parts {
        let of: Vec<Matter> =
            ground.own.matters.iter().filter(|one| one.said.kind == kind).cloned().collect();
        if !of.is_empty() {
            let table = Table { title: heading.to_owned(), ..matters(ground, &of).without(&["Kind"]) };
            sections.push(Section::new(name).heading(heading).table(table));
        }
    }
    sections.push(method::recipe(ground));
    sections
}

fn matters(ground: &Ground<'_>, all: &[Matter]) -> Table {
    tracker::matters(all, ground.on(), |id| {
        let known = ground.own.plan.iter().find(|one| one.action == id);
        known.map(|one| one.reference.clone()).unwrap_or_default()
    })
}

/// How many actions are past their date.
fn plan_line(section: Section, ground: &Ground<'_>) -> Section {
    let (late, live) = overdue(&ground.own.plan, ground.on());
    let actions = if live == 1 { "action" } else { "actions" };
    match (live, late) {
        (0, _) => section,
        (_, 0) => {
            section.notice(Tone::Good, format!("Past their date: none of the {live} {actions} still to do."))
        }
        (_, _) => section
            .notice(Tone::Warning, format!("Past their date: {late} of the {live} {actions} still to do.")),
    }
}

/// Everything that scrutiny asks for, with full figures.
pub(super) fn scrutineer(ground: &Ground<'_>) -> Vec<Section> {
    let about = Section::new("About").heading("What this pack is");
    let about = texted(about, ground, "introduction").text(
        "For the independent scrutineer, to be read and not changed: every figure in full, how it was made, how the sample was chosen, who did not return, and what is overdue. The full tables at the end, a row a question, are there to look things up.",
    );
    let mut sections = vec![about];
    let parts = [
        ("Headlines", "Headlines", Chapter::Headlines),
        ("Method", "How it was done", Chapter::Method),
        ("Response", "Response", Chapter::Response),
    ];
    sections
        .extend(parts.map(|(name, heading, of)| chapter(Section::new(name).heading(heading), of, ground)));
    if let Some(table) = &ground.own.not_returned {
        let table =
            table.clone().without_empty(&["Days over", "Reminded on", "Said", "Escalated to", "Outcome"]);
        sections.push(Section::new("Non-returns").heading("Who has not returned").table(table));
    }
    let parts = [
        ("Results", "Results overall and by standard", Chapter::Results),
        ("Groups", "Results by phase, status and area", Chapter::Groups),
        ("Change", "Change since the last round", Chapter::Change),
        ("Panels", "Panel sessions", Chapter::Panels),
    ];
    sections
        .extend(parts.map(|(name, heading, of)| chapter(Section::new(name).heading(heading), of, ground)));
    sections.extend(ground.own.samples.iter().map(sample));
    sections.push(governed(ground));
    let full = Section::new("Full tables").heading("Definitions and full tables");
    sections.push(chapter(full, Chapter::Appendices, ground));
    sections.retain(|section| section.blocks.len() > 1);
    sections.push(method::recipe(ground));
    sections
}

/// How a sample was chosen: its own paper as a chapter.
fn sample(paper: &Document) -> Section {
    let mut section = Section::new("Sample").heading(format!("How the sample was chosen: {}", paper.title));
    for block in paper.sections.iter().flat_map(|one| &one.blocks) {
        section = section.with(match block {
            Block::Heading(text) => Block::Subheading(text.clone()),
            other => other.clone(),
        });
    }
    section
}

/// The plan, what is overdue, what was taken higher, and themes that come again.
fn governed(ground: &Ground<'_>) -> Section {
    let section = plan_line(Section::new("Plan").heading("Plan, overdue actions and escalations"), ground);
    let section = own::earlier(own::plan(section, ground), ground);
    let section = own::impact(section, ground);
    let section = if ground.own.matters.is_empty() {
        section
    } else {
        section.table(matters(ground, &ground.own.matters))
    };
    let again: Vec<String> = ground.own.themes.iter().filter(|one| one.comes_again()).map(told).collect();
    if again.is_empty() {
        return section;
    }
    section.subheading("Themes that come again").with(Block::List(again))
}

fn told(theme: &ThemeRaised) -> String {
    let rounds: Vec<&str> = theme.rounds.iter().map(|one| one.round.as_str()).collect();
    format!("{}: raised in {}", theme.name, rounds.join(", "))
}
