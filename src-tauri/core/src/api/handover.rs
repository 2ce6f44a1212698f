//! The handover page: what the round is, where it stands, what is next, who did what lately.

use super::audit;
use super::call::Nothing;
use super::chase_view::{DueWhen, when};
use super::chasing::Chasing;
use super::counted::Counted;
use super::history as room;
use super::session::Session;
use super::start;
use super::views::{HistoryLine, RoundView, TemplateChoice, view};
use crate::error::Result;
use crate::intake::original;
use crate::partnership::contact;
use crate::round::{RoundId, dates};
use crate::store::{AuditFile, Reader};
use crate::template::Status;

view! {
    /// A round as whoever takes over needs to see it.
    HandoverView {
        round: RoundView,
        template: TemplateChoice,
        partnership: String,
        signs: String,
        instructions: String,
        threshold: u32,
        /// Dates of groups of settings, besides the round's own.
        group_dates: Vec<GroupDateLine>,
        stands: StandsView,
        next: Vec<NextStep>,
        lately: Vec<LatelyLine>,
        people: Vec<PersonLine>,
    }
    GroupDateLine { group: String, due: String, }
    /// Where a round stands, in settings; on the register are those asked and those not.
    StandsView {
        register: u32,
        expected: u32,
        not_asked: u32,
        issued: u32,
        returned: u32,
        accepted: u32,
        waiting: u32,
        sent_back: u32,
        missing: u32,
        overdue: u32,
        needs_you: u32,
    }
    /// Something to be done next, and for how many.
    NextStep { what: NextWhat, count: u32, }
    /// Something that was done, and how many times in a row.
    LatelyLine { at: String, who: String, done: String, of: String, times: u32, }
    PersonLine { role: String, name: String, reach: String, }
}

/// What is to be done next, in the order in which a round goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NextWhat {
    /// Nobody is on the register.
    Register,
    /// Returns have no date by which they are due.
    SetDue,
    /// Nobody said where returns go.
    SetReturnTo,
    /// The audit tool is not reviewed.
    ReviewTool,
    /// An issuing was stopped.
    GoOnIssuing,
    /// Some have no workbook yet.
    Issue,
    /// Files wait for an answer.
    NeedsYou,
    /// Returns wait to be accepted.
    Accept,
    /// Returns are overdue.
    Chase,
    /// Returns are due within the week.
    Remind,
    /// All are in and accepted.
    Results,
}

/// Lines of what was done lately.
const LATELY: usize = 10;

/// `handover.show`.
pub fn show(session: &Session, _: Nothing) -> Result<HandoverView> {
    session.file(|file| shown(&Chasing::of(session, file)?, file))
}

/// The page of a round.
pub(super) fn shown(chasing: &Chasing, file: &AuditFile) -> Result<HandoverView> {
    let reader = file.reader();
    let stands = stands(chasing, reader)?;
    let groups = dates::groups(reader, chasing.round.id)?.into_iter();
    Ok(HandoverView {
        round: audit::round_view(file, &chasing.round),
        template: start::choice(&chasing.template),
        partnership: chasing.partnership.clone(),
        signs: chasing.round.signs.clone(),
        instructions: chasing.round.instructions.clone(),
        threshold: chasing.round.threshold,
        group_dates: groups
            .map(|group| GroupDateLine { group: group.value, due: group.due.to_string() })
            .collect(),
        next: next(chasing, &stands),
        stands,
        lately: lately(file)?,
        people: people(reader)?,
    })
}

fn stands(chasing: &Chasing, reader: Reader<'_>) -> Result<StandsView> {
    let counted = Counted::of(&chasing.lines, &chasing.states);
    let issued = chasing.asked().filter(|line| chasing.workbook(line.setting).is_some()).count();
    let overdue = chasing.missing().filter(|line| is(chasing, line.setting, DueWhen::Overdue)).count();
    Ok(StandsView {
        register: counted.register,
        expected: counted.expected,
        not_asked: counted.not_asked(),
        issued: number(issued),
        returned: counted.returned(),
        accepted: counted.accepted,
        waiting: counted.waiting,
        sent_back: counted.sent_back,
        missing: counted.missing(),
        overdue: number(overdue),
        needs_you: original::needing(reader, chasing.round.id)?,
    })
}

fn is(chasing: &Chasing, setting: crate::setting::SettingId, wanted: DueWhen) -> bool {
    when(chasing.dues.get(&setting).copied(), chasing.today) == wanted
}

fn next(chasing: &Chasing, stands: &StandsView) -> Vec<NextStep> {
    let waits = chasing.issued.iter().filter(|one| one.written.is_none()).count();
    let soon = chasing
        .missing()
        .filter(|line| is(chasing, line.setting, DueWhen::Week) || is(chasing, line.setting, DueWhen::Today));
    let undated = chasing.asked().filter(|line| !chasing.dues.contains_key(&line.setting)).count();
    let reviewed = chasing.template.status == Status::Reviewed;
    let all_in = stands.expected > 0 && stands.accepted == stands.expected;
    let to_issue = stands.expected - stands.issued - stands.returned.min(stands.expected - stands.issued);
    let steps = [
        (NextWhat::Register, u32::from(stands.register == 0)),
        (NextWhat::SetDue, number(undated)),
        (NextWhat::SetReturnTo, u32::from(chasing.round.return_to.is_empty())),
        (NextWhat::ReviewTool, u32::from(!reviewed && stands.issued == 0)),
        (NextWhat::GoOnIssuing, number(waits)),
        (NextWhat::Issue, to_issue.saturating_sub(number(waits))),
        (NextWhat::NeedsYou, stands.needs_you),
        (NextWhat::Accept, stands.waiting),
        (NextWhat::Chase, stands.overdue),
        (NextWhat::Remind, number(soon.count())),
        (NextWhat::Results, u32::from(all_in)),
    ];
    steps.into_iter().filter(|(_, count)| *count > 0).map(|(what, count)| NextStep { what, count }).collect()
}

/// What was done lately; the same by the same person on the same day is one line.
fn lately(file: &AuditFile) -> Result<Vec<LatelyLine>> {
    let mut lately: Vec<LatelyLine> = Vec::new();
    for line in room::lines(file, None, LATELY * 8)? {
        let HistoryLine { at, who, done, target, .. } = line;
        match lately.last_mut() {
            Some(last) if last.done == done && last.who == who && last.at.get(..10) == at.get(..10) => {
                last.times += 1;
            }
            Some(_) | None => lately.push(LatelyLine { at, who, done, of: named(target), times: 1 }),
        }
    }
    lately.truncate(LATELY);
    Ok(lately)
}

/// What an operation was about, where it is a name; the id of a row says nothing to anybody.
fn named(target: String) -> String {
    if target.parse::<RoundId>().is_ok() { String::new() } else { target }
}

fn people(reader: Reader<'_>) -> Result<Vec<PersonLine>> {
    let line = |one: contact::Contact| {
        let reach = [one.organisation, one.email, one.telephone];
        let reach: Vec<String> = reach.into_iter().filter(|text| !text.is_empty()).collect();
        PersonLine { role: one.role, name: one.name, reach: reach.join(", ") }
    };
    Ok(contact::all(reader)?.into_iter().map(|(_, one)| line(one)).collect())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
