//! The plan's tracker: every action as it stood at a meeting or stands today, what moved, what is overdue, and what was
//! decided, challenged and taken higher.
//!
//! Refuses to know: the file.

use chrono::NaiveDate;

use super::document::{Block, Document, Figure, Section, Tone};
use crate::analysis::action_plan;
use crate::analysis::judged::day;
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::plan::matter::{Matter, MatterKind};
use crate::plan::standing::Standing;

/// What a tracker is composed of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tracker {
    /// Whose plan, at which meeting.
    pub about: Vec<String>,
    /// The day it is true of.
    pub on: NaiveDate,
    /// The day the plan was written down, where that was not the day of the meeting.
    pub written: Option<NaiveDate>,
    /// The actions as they stood.
    pub actions: Vec<Standing>,
    /// The actions as they stood at the meeting before, and its day.
    pub before: Option<(NaiveDate, Vec<Standing>)>,
    /// What was decided, challenged and taken higher.
    pub matters: Vec<Matter>,
    /// Lines of the agenda.
    pub agenda: Vec<String>,
    /// Who may read it; empty where anybody may.
    pub marking: String,
    /// The code of the head of the log.
    pub code: String,
}

/// Composes the tracker.
pub fn compose(tracker: &Tracker) -> Document {
    let mut sections = vec![summary(tracker)];
    let plan = Section::new("Action plan").heading("Action plan");
    sections.push(plan.table(action_plan::on_paper(&tracker.actions, tracker.on, "")));
    if let Some((on, before)) = &tracker.before {
        let heading = format!("What changed since {}", day(*on));
        let table = action_plan::review((*on, before), (tracker.on, &tracker.actions), "");
        sections.push(Section::new("Since last meeting").on_new_page().heading(heading).table(table));
    }
    if !tracker.matters.is_empty() {
        let section = Section::new("Decisions").heading("Decisions, challenges and escalations");
        let references = |id| {
            let known = tracker.actions.iter().find(|one| one.action == id);
            known.map(|one| one.reference.clone()).unwrap_or_default()
        };
        sections.push(section.table(matters(&tracker.matters, tracker.on, references)));
    }
    Document {
        title: "Action plan tracker".to_owned(),
        about: tracker.about.clone(),
        marking: tracker.marking.clone(),
        author: "Attest".to_owned(),
        code: tracker.code.clone(),
        sections,
        ..Document::default()
    }
}

/// The agenda, how the plan stands, and what is past its date.
fn summary(tracker: &Tracker) -> Section {
    let mut section = Section::new("Summary").heading("How the plan stands");
    if let Some(written) = tracker.written {
        let said =
            format!("The plan was written down on {}, coloured as at {}.", day(written), day(tracker.on));
        section = section.text(said);
    }
    let colours = action_plan::colours(&tracker.actions).into_iter().map(|(rag, count)| {
        let (word, note) = rag.label().split_once(": ").unwrap_or((rag.label(), ""));
        Figure { value: count.to_string(), label: word.to_owned(), note: note.to_owned() }
    });
    let colours: Vec<Figure> = colours.collect();
    section = if colours.is_empty() {
        section.text("There are no actions in the plan.")
    } else {
        section.with(Block::Figures(colours))
    };
    section = late(section, tracker);
    if !tracker.agenda.is_empty() {
        section = section.subheading("Agenda").with(Block::List(tracker.agenda.clone()));
    }
    section
}

fn late(section: Section, tracker: &Tracker) -> Section {
    let (overdue, live) = action_plan::overdue(&tracker.actions, tracker.on);
    if live == 0 {
        return section;
    }
    if overdue == 0 {
        let said = match live {
            1 => "The one action still to do is not past its date.".to_owned(),
            live => format!("None of the {live} actions still to do is past its date."),
        };
        return section.notice(Tone::Good, said);
    }
    let said = match (overdue, live) {
        (_, 1) => "The one action still to do is past its date.".to_owned(),
        (1, _) => format!("1 of the {live} actions still to do is past its date."),
        (_, _) => format!("{overdue} of the {live} actions still to do are past their date."),
    };
    let section = section.notice(Tone::Warning, said);
    let late = tracker.actions.iter().filter(|one| one.is_overdue(tracker.on));
    let told = late.map(|one| {
        let whose: Vec<&str> =
            [one.owner.as_str(), &one.agency].into_iter().filter(|part| !part.is_empty()).collect();
        let due = one.due.map(day).unwrap_or_default();
        let whose = if whose.is_empty() { "nobody named".to_owned() } else { whose.join(", ") };
        format!("{} {}: due {due}; {whose}", one.reference, one.title.trim_end_matches('.'))
    });
    section.with(Block::List(told.collect()))
}

/// What meetings decided, asked and took higher, with the replies.
pub fn matters(all: &[Matter], on: NaiveDate, reference: impl Fn(crate::plan::ActionId) -> String) -> Table {
    let row = |matter: &Matter| {
        let said = &matter.said;
        let state = match (matter.is_open(on), said.replied_on, said.due) {
            (true, _, Some(due)) if due < on => format!("No reply; wanted by {}", day(due)),
            (true, _, Some(due)) => format!("Reply wanted by {}", day(due)),
            (true, _, None) => "No reply yet".to_owned(),
            (false, Some(replied), _) => format!("{} ({})", said.reply, day(replied)),
            (false, None, _) => String::new(),
        };
        let about = said.action.map(&reference).unwrap_or_default();
        let words =
            [day(matter.on), said.kind.label().to_owned(), about, said.text.clone(), matter.goes_to(), state];
        words.into_iter().map(Cell::text).collect()
    };
    let text = |label: &str| Column::new(label, ColumnKind::Text);
    let short = |label: &str| Column::new(label, ColumnKind::Short);
    let waiting = all.iter().filter(|one| one.is_open(on)).count();
    let asked =
        all.iter().filter(|one| matches!(one.said.kind, MatterKind::Challenge | MatterKind::Escalation));
    let notes = match (waiting, asked.count()) {
        (_, 0) => Vec::new(),
        (0, _) => vec!["Every challenge and escalation has its reply.".to_owned()],
        (1, _) => vec!["1 still waits for its reply.".to_owned()],
        (some, _) => vec![format!("{some} still wait for their reply.")],
    };
    let table = Table {
        title: "Decisions, challenges and escalations".into(),
        caption: format!("As at {}.", day(on)),
        as_at: day(on),
        columns: vec![
            short("Meeting"),
            short("Kind"),
            short("Action"),
            text("What"),
            text("To"),
            text("Reply"),
        ],
        rows: all.iter().map(row).collect(),
        notes,
    };
    table.without_empty(&["Action", "To", "Reply"])
}
