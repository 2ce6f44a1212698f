//! What stands beside the answers: the action plan and the evidence, with what people added by hand.

use chrono::NaiveDate;

use super::cover::Kept;
use super::heads::Headed;
use super::table::{self, Line};
use crate::problem::{Problem, Severity};
use crate::submission::action::{Action, ActionState, Origin};
use crate::submission::evidence::Item;
use crate::template::QuestionId;
use crate::text::{folded, short};
use crate::workbook::tables::{EVIDENCE, Names, PLAN, Table, evidence, origin_words, plan, state_words};

/// The action plan; a row that people added is dated the day that the workbook was written.
pub fn actions(
    sheets: &[Headed<'_>],
    names: &Names<'_>,
    (kept, written): (&Kept, NaiveDate),
    problems: &mut Vec<Problem>,
) -> Vec<Action> {
    let lines = lines(sheets, (&PLAN, kept.words.get("plan")), problems);
    lines.iter().map(|line| action(line, names, written, problems)).collect()
}

/// The evidence.
pub fn items(
    sheets: &[Headed<'_>],
    names: &Names<'_>,
    kept: &Kept,
    problems: &mut Vec<Problem>,
) -> Vec<Item> {
    let lines = lines(sheets, (&EVIDENCE, kept.words.get("evidence")), problems);
    lines.iter().map(|line| item(line, names, problems)).collect()
}

/// The rows of a table; where the whole of it is gone though it held rows, that is said.
fn lines(
    sheets: &[Headed<'_>],
    (table, held): (&Table, Option<&String>),
    problems: &mut Vec<Problem>,
) -> Vec<Line> {
    let found = table::read(sheets, table, problems);
    if let (None, Some(held)) = (&found, held) {
        let message = format!(
            "The sheet \u{2018}{}\u{2019} is no longer in the workbook; it held {held} rows when it was written.",
            table.name
        );
        let hint = "Ask the setting for it, or take it from an earlier revision.";
        problems.push(Problem::new(Severity::Question, "The workbook", message).hint(hint));
    }
    found.unwrap_or_default()
}

fn action(line: &Line, names: &Names<'_>, written: NaiveDate, problems: &mut Vec<Problem>) -> Action {
    let done_on = line.day(plan::DONE, problems);
    Action {
        title: titled(line, plan::TITLE, "action", problems),
        owner: line.text(plan::OWNER),
        due: line.day(plan::DUE, problems),
        state: state(line, done_on, problems),
        done_on,
        outcome: line.text(plan::OUTCOME),
        origin: origin(line, problems),
        created: line.day(plan::CREATED, problems).unwrap_or(written),
        questions: questions(line, plan::QUESTIONS, names, problems),
    }
}

fn item(line: &Line, names: &Names<'_>, problems: &mut Vec<Problem>) -> Item {
    Item {
        title: titled(line, evidence::TITLE, "item of evidence", problems),
        place: line.text(evidence::PLACE),
        owner: line.text(evidence::OWNER),
        dated: line.day(evidence::DATED, problems),
        review: line.day(evidence::REVIEW, problems),
        questions: questions(line, evidence::QUESTIONS, names, problems),
    }
}

fn titled(line: &Line, column: usize, what: &str, problems: &mut Vec<Problem>) -> String {
    let title = line.text(column);
    if title.trim().is_empty() {
        let message = format!("This row of the workbook is filled in, but the {what} itself is not named.");
        let hint = "Say what it is in the first column; the rest of the row was kept.";
        problems.push(Problem::new(Severity::Question, &line.source, message).hint(hint));
        return "(not named)".to_owned();
    }
    title
}

fn state(line: &Line, done_on: Option<NaiveDate>, problems: &mut Vec<Problem>) -> ActionState {
    let typed = line.text(plan::STATE);
    let said = |state: &ActionState| state_words(*state).iter().any(|word| folded(word) == folded(&typed));
    let found = ActionState::ALL.into_iter().find(said);
    let blank = if done_on.is_some() { ActionState::Done } else { ActionState::Open };
    let Some(state) = found else {
        if !typed.trim().is_empty() {
            let words = ActionState::ALL.map(|state| state_words(state)[0]);
            unknown(line, (plan::STATE, &typed), &words, state_words(blank)[0], problems);
        }
        return blank;
    };
    state
}

fn origin(line: &Line, problems: &mut Vec<Problem>) -> Origin {
    let typed = line.text(plan::ORIGIN);
    let said = |origin: &Origin| origin_words(*origin).iter().any(|word| folded(word) == folded(&typed));
    let found = Origin::ALL.into_iter().find(said);
    if found.is_none() && !typed.trim().is_empty() {
        let words = Origin::ALL.map(|origin| origin_words(origin)[0]);
        unknown(line, (plan::ORIGIN, &typed), &words, origin_words(Origin::Audit)[0], problems);
    }
    found.unwrap_or_default()
}

fn unknown(
    line: &Line,
    (column, typed): (usize, &str),
    words: &[&str],
    taken: &str,
    problems: &mut Vec<Problem>,
) {
    let message = format!(
        "\u{201c}{}\u{201d} is none of the words to choose from; it was taken as \u{201c}{taken}\u{201d}.",
        short(typed)
    );
    let hint = format!("Choose one of: {}.", words.join(", "));
    problems.push(Problem::new(Severity::Question, line.place(column), message).hint(hint));
}

/// The questions that a cell names by number; a name that is none is said.
fn questions(line: &Line, column: usize, names: &Names<'_>, problems: &mut Vec<Problem>) -> Vec<QuestionId> {
    let (typed, mut found) = (line.text(column), Vec::new());
    for named in typed.split([',', ';', '\n']).map(str::trim).filter(|named| !named.is_empty()) {
        match names.find(named) {
            Some(id) if found.contains(id) => {}
            Some(id) => found.push(id.clone()),
            None => {
                let message = format!(
                    "\u{201c}{}\u{201d} is no question of this template; the link was left out.",
                    short(named)
                );
                let hint = "Write the numbers as they are printed, with commas between them.";
                problems.push(Problem::new(Severity::Question, line.place(column), message).hint(hint));
            }
        }
    }
    found
}
