//! What stands out in a return and is worth a panel's minutes: far from the others, a fall, a duty not met, no evidence.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Grid, Tally};
use crate::api::views::{LastRound, ReturnLine, ReturnView};
use crate::template::{Duty, Meaning, QuestionId, Template};

/// How many questions are proposed.
const PROPOSED: usize = 8;
/// Fewer returns than this say nothing of what is usual.
const FEW: u32 = 5;

/// Why each question stands out; those that do not are not in it.
pub(super) fn signals(
    template: &Template,
    returned: &ReturnView,
    grid: &Grid,
) -> BTreeMap<QuestionId, Vec<String>> {
    let tallies = grid.tallies(&grid.everyone());
    let usual: BTreeMap<&QuestionId, Tally> =
        grid.columns.iter().zip(&tallies).map(|(column, tally)| (&column.question, *tally)).collect();
    let backed: BTreeSet<&QuestionId> =
        returned.beside.evidence.iter().flat_map(|item| &item.questions).collect();
    let lines = returned.standards.iter().flat_map(|standard| &standard.lines);
    let said = |line: &ReturnLine| {
        let duty = template.question(&line.question).map(|question| question.duty);
        let why = why(line, duty, usual.get(&line.question).copied(), backed.contains(&line.question));
        (line.question.clone(), why)
    };
    lines.map(said).filter(|(_, why)| !why.is_empty()).collect()
}

fn why(line: &ReturnLine, duty: Option<Duty>, usual: Option<Tally>, backed: bool) -> Vec<String> {
    let Some(own) = meaning(line) else { return Vec::new() };
    let mut why = Vec::new();
    if let Some(tally) = usual.filter(|tally| tally.base() >= FEW) {
        let share = 100 * u64::from(tally.at_least_met()) / u64::from(tally.base());
        let base = format!("{} of {} met it", tally.at_least_met(), tally.base());
        match own {
            Meaning::Exceeds | Meaning::Met if share < 60 => why.push(format!("Met here; in all {base}")),
            Meaning::Mostly | Meaning::Partly | Meaning::NotMet if share >= 80 => {
                why.push(format!("Not met here; in all {base}"));
            }
            Meaning::Exceeds
            | Meaning::Met
            | Meaning::Mostly
            | Meaning::Partly
            | Meaning::NotMet
            | Meaning::NotApplicable
            | Meaning::None => {}
        }
    }
    if let Some(fell) = line.last_round.as_ref().and_then(|last| fell(last, own)) {
        why.push(fell);
    }
    if duty == Some(Duty::Must) && own == Meaning::NotMet {
        why.push("A duty that is not met".to_owned());
    }
    if own == Meaning::Exceeds && !backed && line.note.trim().is_empty() {
        why.push("Rated at the top without a word of evidence".to_owned());
    }
    why
}

fn fell(last: &LastRound, own: Meaning) -> Option<String> {
    let before = last.meaning?;
    let (was, is) = (rank(before)?, rank(own)?);
    let label = last.label.clone().unwrap_or_default();
    (is < was).then(|| format!("Lower than in {}: {label} then", last.round))
}

fn rank(meaning: Meaning) -> Option<u8> {
    match meaning {
        Meaning::Exceeds => Some(4),
        Meaning::Met => Some(3),
        Meaning::Mostly => Some(2),
        Meaning::Partly => Some(1),
        Meaning::NotMet => Some(0),
        Meaning::NotApplicable | Meaning::None => None,
    }
}

/// What a setting's own rating means.
pub(super) fn meaning(line: &ReturnLine) -> Option<Meaning> {
    let own = line.self_rating.as_ref()?;
    line.levels.iter().find(|level| level.code == *own).map(|level| level.meaning)
}

/// The questions that are proposed: those that stand out most, then those that are not met, in the order printed.
pub(super) fn proposed(
    returned: &ReturnView,
    signals: &BTreeMap<QuestionId, Vec<String>>,
) -> Vec<QuestionId> {
    let lines: Vec<&ReturnLine> = returned.standards.iter().flat_map(|standard| &standard.lines).collect();
    let weight = |line: &ReturnLine| {
        let not_met = matches!(meaning(line), Some(Meaning::NotMet | Meaning::Partly));
        2 * signals.get(&line.question).map_or(0, Vec::len) + usize::from(not_met)
    };
    let mut places: Vec<usize> =
        (0..lines.len()).filter(|at| !lines[*at].levels.is_empty() && weight(lines[*at]) > 0).collect();
    places.sort_by_key(|at| (std::cmp::Reverse(weight(lines[*at])), *at));
    places.truncate(PROPOSED);
    places.sort_unstable();
    places.into_iter().map(|at| lines[at].question.clone()).collect()
}
