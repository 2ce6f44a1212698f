//! What changed in the audit since the round before: every question that is not the same, as a list.

use super::audit::Audit;
use super::call::Nothing;
use super::earlier::Earlier;
use super::session::Session;
use super::views::view;
use crate::error::Result;
use crate::template::{Change, Lineage, Question, QuestionId, Template};

view! {
    /// What changed since the round before; without rows where this is the first, or nothing changed.
    ChangesView {
        earlier_round: Option<String>,
        earlier_title: Option<String>,
        now_title: String,
        /// In the order of the questions now; what was dropped stands last.
        rows: Vec<ChangeRow>,
        counts: ChangeCounts,
    }
    ChangeRow {
        change: Change,
        before: Vec<ChangedBefore>,
        now: Vec<ChangedNow>,
        /// Why, in a sentence.
        note: String,
        /// Whether one of the questions before was answered.
        answered_before: bool,
    }
    ChangedBefore { number: String, text: String, }
    ChangedNow { question: QuestionId, number: String, text: String, }
    ChangeCounts { same: u32, reworded: u32, split: u32, merged: u32, new: u32, dropped: u32, }
}

/// `changes.show`.
pub fn show(session: &Session, _: Nothing) -> Result<ChangesView> {
    let audit = session.audit(|file, id| Audit::load(file.reader(), id))?;
    Ok(changes(&audit))
}

/// What changed for an audit.
pub(super) fn changes(audit: &Audit) -> ChangesView {
    let Some(earlier) = &audit.earlier else {
        return ChangesView {
            earlier_round: None,
            earlier_title: None,
            now_title: audit.template.title.clone(),
            rows: Vec::new(),
            counts: ChangeCounts::none(),
        };
    };
    let mut lineage = lineage(earlier, &audit.template);
    lineage.sort_by_key(|row| place(&audit.template, row));
    let mut counts = ChangeCounts::none();
    lineage.iter().for_each(|row| counts.add(row.change));
    let rows = lineage.iter().filter(|row| row.change != Change::Same);
    ChangesView {
        earlier_round: Some(earlier.round.label.clone()),
        earlier_title: Some(earlier.template.title.clone()),
        now_title: audit.template.title.clone(),
        rows: rows.map(|row| shown(earlier, &audit.template, row)).collect(),
        counts,
    }
}

/// The lineage of the way here; of one and the same version, that everything is the same.
fn lineage(earlier: &Earlier, now: &Template) -> Vec<Lineage> {
    if earlier.template.version != now.version {
        return earlier.way.lineage();
    }
    let same = |question: &Question| Lineage {
        change: Change::Same,
        from: vec![question.id.clone()],
        to: vec![question.id.clone()],
        note: String::new(),
    };
    now.questions().map(same).collect()
}

/// Where a row stands: at its first question now.
fn place(now: &Template, row: &Lineage) -> usize {
    let at = |id: &QuestionId| now.questions().position(|question| question.id == *id);
    row.to.iter().filter_map(at).min().unwrap_or(usize::MAX)
}

fn shown(earlier: &Earlier, now: &Template, row: &Lineage) -> ChangeRow {
    let before = row.from.iter().filter_map(|id| earlier.template.question(id));
    let here = row.to.iter().filter_map(|id| now.question(id));
    ChangeRow {
        change: row.change,
        before: before
            .map(|one| ChangedBefore { number: one.number.clone(), text: one.text.clone() })
            .collect(),
        now: here
            .map(|one| ChangedNow {
                question: one.id.clone(),
                number: one.number.clone(),
                text: one.text.clone(),
            })
            .collect(),
        note: row.note.clone(),
        answered_before: row
            .from
            .iter()
            .any(|id| earlier.answers.get(id).is_some_and(|answer| answer.is_answered())),
    }
}

impl ChangeCounts {
    fn none() -> Self {
        Self { same: 0, reworded: 0, split: 0, merged: 0, new: 0, dropped: 0 }
    }

    fn add(&mut self, change: Change) {
        let slot = match change {
            Change::Same => &mut self.same,
            Change::Reworded => &mut self.reworded,
            Change::Split => &mut self.split,
            Change::Merged => &mut self.merged,
            Change::New => &mut self.new,
            Change::Dropped => &mut self.dropped,
        };
        *slot += 1;
    }
}
