//! What was sent out this year, and what was done about those who have not returned: each on its day.

use super::people::RETURN_TO;
use super::school_year::{Plan, days_before};
use crate::chase::{self, Done};
use crate::demo::conduct::Conduct;
use crate::error::Result;
use crate::issue::{self, Answers, Whom};
use crate::round::settings::{self, Settings};
use crate::round::wording::WordingKind;
use crate::round::{Replacing, RoundId, cut_off, register};
use crate::setting::SettingId;
use crate::store::{AuditFile, Operation, Row};

/// Of a sample this small nobody is exempt.
const FEW: usize = 20;

const TOLD: &str = "Answer every question that applies to you and say where the evidence is kept; no names of \
                    children, please. Return this same workbook, not a scan of it.\n\
                    Questions: Sam Sample, 01632 960101.";
const SIGNS: &str = "The designated safeguarding lead, the headteacher, and the chair of governors after the full board has met";

/// Says how a round is run: when it opens, where returns go, what is told, who signs.
pub(super) fn settle(file: &mut AuditFile, round: RoundId, opened: u64, plan: &Plan) -> Result<()> {
    let known = crate::round::load(file.reader(), round)?;
    let typed = Settings {
        label: known.label.clone(),
        opens: known.due.map(|due| days_before(due, opened)),
        due: known.due,
        return_to: RETURN_TO.to_owned(),
        instructions: TOLD.to_owned(),
        signs: if known.template == plan.template.key() { SIGNS.to_owned() } else { String::new() },
        threshold: known.threshold,
        replacing: Replacing::UntilDue,
    };
    file.transact(settings::SAVE, &known.label, |tx| settings::save(tx, round, &typed))
}

/// Issues a workbook to each who is asked, under the numbers of the plan.
pub(super) fn issue(file: &mut AuditFile, round: RoundId, settings: &[SettingId], plan: &Plan) -> Result<()> {
    if let Some(place) = exempt(plan) {
        let reason = "Opened this September; its first return is next year\u{2019}s.";
        let name = &plan.schools[place].name;
        file.transact(register::EXEMPT, name, |tx| register::exempt(tx, round, settings[place], reason))?;
    }
    let known = crate::round::load(file.reader(), round)?;
    let folder = format!("Workbooks {}", known.label.replace('/', "-"));
    let waits = file.transact(issue::BEGIN, &known.label, |tx| {
        for (setting, issue) in settings.iter().zip(&plan.issues) {
            if let Some(line) = register::line(tx.reader(), round, *setting)? {
                tx.put(Row::new("expected", line.id).text("issue_id", issue))?;
            }
        }
        issue::begin(tx, &known, &Whom::NotYet, Answers::Carried, &folder)
    })?;
    file.transact(issue::WRITE, &known.label, |tx| {
        let at = tx.world().now().to_rfc3339();
        for one in waits {
            let row = Row::new("issued", one.export).text("written", &at);
            let place = settings.iter().position(|setting| *setting == one.setting);
            let born = place.map_or(one.submission, |place| plan.submission(place));
            tx.put(row.text("submission_id", born))?;
        }
        Ok(())
    })?;
    file.transact(cut_off::FREEZE, "issued", |tx| cut_off::freeze(tx, round, "Workbooks issued").map(drop))
}

/// Writes to those whose date has passed, speaks to one of them, and gives another more time.
pub(super) fn chase(
    file: &mut AuditFile,
    round: RoundId,
    settings: &[SettingId],
    plan: &Plan,
    step: Step,
) -> Result<()> {
    let missing = |place: &usize| plan.conducts[*place] == Conduct::Missing && exempt(plan) != Some(*place);
    let missing: Vec<usize> = (0..settings.len()).filter(missing).collect();
    let sooner = |place: &&usize| matches!(plan.schools[**place].status, "Independent" | "College");
    let overdue: Vec<usize> = missing.iter().filter(sooner).copied().collect();
    let ids = |places: &[usize]| places.iter().map(|place| settings[*place]).collect::<Vec<_>>();
    match step {
        Step::Letters if missing.is_empty() => Ok(()),
        Step::Letters if overdue.is_empty() => one(file, chase::LETTERS, |tx| {
            chase::letters(tx, round, WordingKind::Reminder, &ids(&missing), "", "Letters")
        }),
        Step::Letters => one(file, chase::LETTERS, |tx| {
            chase::letters(tx, round, WordingKind::Overdue, &ids(&overdue), "", "Letters")
        }),
        Step::Spoken => match overdue.first().or(missing.last()) {
            Some(place) => {
                let note = "Spoke to the office: the new lead is finishing it and will send it on Friday.";
                let done = Done { note: note.to_owned(), ..Done::default() };
                one(file, chase::SPOKEN, |tx| chase::spoken(tx, round, settings[*place], &done))
            }
            None => Ok(()),
        },
        Step::MoreTime => match missing.iter().find(|place| !overdue.contains(place)) {
            Some(place) => {
                let until = plan.due().0 + chrono::Days::new(14);
                let reason = "The safeguarding lead has been ill since half-term.";
                one(file, chase::EXTEND, |tx| chase::extend(tx, round, settings[*place], until, reason))
            }
            None => Ok(()),
        },
    }
}

/// What is done about missing returns.
#[derive(Clone, Copy)]
pub(super) enum Step {
    Letters,
    Spoken,
    MoreTime,
}

fn one(
    file: &mut AuditFile,
    operation: Operation,
    work: impl FnOnce(&mut crate::store::Tx<'_>) -> Result<()>,
) -> Result<()> {
    file.transact(operation, "chase", work)
}

/// The one school that is exempt this year: the last of those who would not have returned.
fn exempt(plan: &Plan) -> Option<usize> {
    let last = plan.conducts.iter().rposition(|conduct| *conduct == Conduct::Missing);
    last.filter(|_| plan.schools.len() >= FEW)
}
