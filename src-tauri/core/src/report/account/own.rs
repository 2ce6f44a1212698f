//! What the partnership itself set out to do, in its papers: its plan, what earlier actions changed, good practice, and
//! what it is asked to decide.
//!
//! To others only what may be given to them. Refuses to know: the file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ground::Ground;
use crate::analysis::practice::{self, Practice};
use crate::analysis::quality::{self, Quality};
use crate::analysis::table::{Cell, Column, ColumnKind, Table};
use crate::analysis::{action_plan, numbers};
use crate::plan::matter::{Level, Matter, MatterKind};
use crate::plan::raised::ThemeRaised;
use crate::plan::recommendation::{Recommendation, Stance};
use crate::plan::standing::Standing;
use crate::report::document::{Block, Document, Section};
use crate::submission::SubmissionId;
use crate::template::{Question, QuestionId};

/// What the partnership keeps of its own work.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Own {
    /// Its plan, as it stands.
    pub plan: Vec<Standing>,
    /// Its plan as it stood at the last meeting before the round, or before today, and the day of that.
    pub before: Option<(NaiveDate, Vec<Standing>)>,
    /// What was recommended in this round, and what still waits for a decision from an earlier one.
    pub recommendations: Vec<Recommendation>,
    /// What meetings decided, asked and took higher.
    pub matters: Vec<Matter>,
    /// Good practice that panels found in this round.
    pub practice: Vec<Practice>,
    /// T18, where there is anybody in it.
    pub not_returned: Option<Table>,
    /// The paper of each sample that was drawn in this round.
    pub samples: Vec<Document>,
    /// T15, where a sample was drawn.
    pub drawn: Option<Table>,
    /// What is known of each return that counts, besides its ratings.
    pub quality: BTreeMap<SubmissionId, Quality>,
    /// The numbers that returns gave.
    pub numbers: BTreeMap<QuestionId, Vec<(SubmissionId, f64)>>,
    /// Themes, with the rounds in which they were raised.
    pub themes: Vec<ThemeRaised>,
}

/// The actions that the readers of a paper may see.
fn seen(ground: &Ground<'_>, actions: &[Standing]) -> Vec<Standing> {
    actions.iter().filter(|one| !ground.is_shared() || one.shareable).cloned().collect()
}

/// T20: earlier actions then and now.
pub(super) fn earlier(section: Section, ground: &Ground<'_>) -> Section {
    let Some((on, before)) = &ground.own.before else { return section };
    let (then, now) = (seen(ground, before), seen(ground, &ground.own.plan));
    let known: Vec<Standing> =
        now.iter().filter(|one| then.iter().any(|was| was.action == one.action)).cloned().collect();
    // To others an action that is no longer given out is not said to have been taken out.
    let then: Vec<Standing> = match ground.is_shared() {
        true => then.into_iter().filter(|was| known.iter().any(|one| one.action == was.action)).collect(),
        false => then,
    };
    if then.is_empty() {
        return section;
    }
    section.table(action_plan::review((*on, &then), (ground.on(), &known), ground.partnership))
}

/// What closed actions changed.
pub(super) fn impact(section: Section, ground: &Ground<'_>) -> Section {
    let table = action_plan::impact(&seen(ground, &ground.own.plan), ground.on(), ground.partnership);
    if table.rows.is_empty() { section } else { section.table(table) }
}

/// T13: good practice to reuse.
pub(super) fn practised(section: Section, ground: &Ground<'_>) -> Section {
    let table = practice::register(ground.template, ground.caption, &ground.own.practice, ground.shown);
    if table.rows.is_empty() { section } else { section.table(table) }
}

/// T4: how good the returns are that count.
pub(super) fn quality(section: Section, ground: &Ground<'_>) -> Section {
    let known = &ground.own.quality;
    if known.is_empty() {
        return section;
    }
    let (grid, template, caption) = (ground.grid, ground.template, ground.caption);
    section.table(quality::on_paper(quality::table(
        grid,
        template,
        caption,
        (ground.by(), known),
        ground.shown,
    )))
}

/// T15: whom panels were to meet, beside those of whom they were drawn; for officers.
pub(super) fn drawn(section: Section, ground: &Ground<'_>) -> Section {
    let table = ground.own.drawn.clone().filter(|_| !ground.is_shared());
    table.into_iter().fold(section, Section::table)
}

/// T23: what returns say in numbers; for officers.
pub(super) fn numbers(section: Section, ground: &Ground<'_>) -> Section {
    let given = &ground.own.numbers;
    if ground.is_shared() || given.values().all(Vec::is_empty) {
        return section;
    }
    let of = |question: &Question| given.get(&question.id).cloned().unwrap_or_default();
    section.table(numbers::table(ground.grid, ground.template, ground.caption, of))
}

/// T19, below what was recommended.
pub(super) fn plan(section: Section, ground: &Ground<'_>) -> Section {
    let actions = seen(ground, &ground.own.plan);
    let mut section = section;
    if !ground.is_shared() && !ground.own.recommendations.is_empty() {
        section = section.table(recommended(ground));
    }
    if actions.is_empty() {
        return section;
    }
    section.table(action_plan::on_paper(&actions, ground.on(), ground.partnership))
}

fn recommended(ground: &Ground<'_>) -> Table {
    let row = |one: &Recommendation| {
        let mine = format!("R{}", one.number);
        let actions: Vec<&str> = ground
            .own
            .plan
            .iter()
            .filter(|action| action.recommendation == mine)
            .map(|action| action.reference.as_str())
            .collect();
        let decided = match (one.said.stance, one.said.reason.as_str()) {
            (stance, "") => stance.label().to_owned(),
            (stance, reason) => format!("{}: {reason}", stance.label()),
        };
        let words = [
            mine.clone(),
            one.said.text.clone(),
            one.said.source.label().to_owned(),
            one.said.theme.clone(),
            decided,
            actions.join(", "),
        ];
        words.into_iter().map(Cell::text).collect()
    };
    let text = |label: &str| Column::new(label, ColumnKind::Text);
    let short = |label: &str| Column::new(label, ColumnKind::Short);
    Table {
        title: "Recommendations".to_owned(),
        caption: format!("{}. As at {}.", ground.partnership, ground.as_at()),
        as_at: ground.as_at(),
        columns: vec![
            short("Ref"),
            text("Recommendation"),
            short("Source"),
            text("Theme"),
            text("Decision"),
            text("Actions"),
        ],
        rows: ground.own.recommendations.iter().map(row).collect(),
        notes: vec![
            "A recommendation that is not accepted has its reason; actions come of those accepted."
                .to_owned(),
        ],
    }
}

/// What the Executive is asked to decide or to answer, a sentence each.
pub(super) fn asked(ground: &Ground<'_>) -> Vec<String> {
    let on = ground.on();
    let waiting = ground.own.recommendations.iter().filter(|one| one.said.stance == Stance::Waiting);
    let decide = waiting.map(|one| {
        format!("To accept recommendation R{}, or not, with the reason: {}", one.number, one.said.text)
    });
    let raised = ground.own.matters.iter().filter(|one| {
        one.said.kind == MatterKind::Escalation && one.is_open(on) && one.said.level >= Some(Level::Executive)
    });
    let answer = raised.map(|one| {
        let of = ground.own.plan.iter().find(|action| Some(action.action) == one.said.action);
        let of = of.map(|action| format!(" ({} {})", action.reference, action.title)).unwrap_or_default();
        format!(
            "To answer what was escalated on {}: {}{of}",
            crate::analysis::judged::day(one.on),
            one.said.text
        )
    });
    decide.chain(answer).collect()
}

/// What is asked, as far as there is room.
pub(super) fn asking(section: Section, ground: &Ground<'_>, room: usize) -> Section {
    let all = asked(ground);
    if all.is_empty() {
        return section;
    }
    let left = all.len().saturating_sub(room);
    let mut said: Vec<String> = all.into_iter().take(room).collect();
    said.extend((left > 0).then(|| format!("And {left} more, in the list of decisions.")));
    section.with(Block::List(said))
}
