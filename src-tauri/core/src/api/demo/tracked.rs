//! The plan of the sample: what last year led to, what became of it, and two meetings of the subgroup that looks at it.

use chrono::{Days, NaiveDate};

use super::people;
use super::school_year::days_before;
use crate::error::Result;
use crate::partnership::group::{GroupId, GroupKind};
use crate::plan::action::{self, ActionId, ActionTyped, Stage, Visibility};
use crate::plan::matter::{self, Level, MatterKind, MatterTyped};
use crate::plan::meeting::{self, MeetingId, MeetingTyped};
use crate::plan::progress;
use crate::plan::recommendation::{self, RecommendationId, RecommendationTyped, Source, Stance};
use crate::round::RoundId;
use crate::store::AuditFile;

const COUNCIL: &str = "Sampleshire Council";
/// The agency that has most to do with health.
pub(super) const HEALTH: &str = "Sampleshire Integrated Care Board";
const RECORDS: &str = "Records transfer";

/// At the end of last year's round: recommendations, actions, and the meeting that agreed them.
pub(super) fn set_out(file: &mut AuditFile, round: RoundId, now: NaiveDate, today: NaiveDate) -> Result<()> {
    let Some(group) = people::schools_group(file)? else { return Ok(()) };
    let records = "Agree how the records of pupils who move in mid-year reach the next school within a week.";
    let records = recommend(file, round, (records, RECORDS), (Source::SelfAudit, Stance::Accepted, ""))?;
    let contact = "Name one contact for records in every school and agency";
    act(file, records, group, (contact, "Education officer", COUNCIL), days_before(today, 21))?;
    let guide = "Write a one-page guide to sending records";
    act(file, records, group, (guide, "Business manager", COUNCIL), days_before(today, 120))?;
    let supervision = "Offer supervision to every safeguarding lead, outside their own school.";
    let supervision =
        recommend(file, round, (supervision, "Supervision"), (Source::Survey, Stance::Accepted, ""))?;
    let offer = "Offer a term\u{2019}s supervision in three localities";
    act(file, supervision, group, (offer, "Named nurse", HEALTH), today + Days::new(20))?;
    let twice = "Ask every school for the whole audit twice a year.";
    let why =
        "Schools told us that once a year is what they can do well; the plan is reviewed between rounds.";
    recommend(file, round, (twice, ""), (Source::Other, Stance::NotAccepted, why))?;
    let met = meet(file, group, now, "What the round said\nRecommendations\nThe action plan")?;
    let agreed = "The plan is agreed. The subgroup looks at it every term.";
    raise(file, MatterTyped { text: agreed.to_owned(), ..blank(met, MatterKind::Decision) })
}

/// Between the rounds: one action is done and closed with its difference, one has begun.
pub(super) fn between(file: &mut AuditFile) -> Result<()> {
    let actions = action::all(file.reader())?;
    let [contact, guide, _] = actions.as_slice() else { return Ok(()) };
    say(file, contact.id, Stage::UnderWay, "Half of the schools have named somebody.", "")?;
    say(
        file,
        guide.id,
        Stage::Done,
        "The guide is on the partnership\u{2019}s page and went to every school.",
        "",
    )?;
    let difference =
        "Of twelve records looked at since, ten came within a week; before it was four of twelve.";
    say(file, guide.id, Stage::Closed, "", difference)
}

/// In this year's round: a panel finds the theme again, and the subgroup takes what is late higher.
pub(super) fn met_again(
    file: &mut AuditFile,
    round: RoundId,
    now: NaiveDate,
    today: NaiveDate,
) -> Result<()> {
    let (Some(group), actions) = (people::schools_group(file)?, action::all(file.reader())?) else {
        return Ok(());
    };
    let again = "Ask the Executive to give records transfer a lead officer with time for it.";
    recommend(file, round, (again, RECORDS), (Source::Panel, Stance::Waiting, ""))?;
    let met = meet(file, group, now, "Actions past their date\nWhat panels found\nNext steps")?;
    let Some(late) = actions.first().map(|one| one.id) else { return Ok(()) };
    raise(
        file,
        MatterTyped {
            action: Some(late),
            level: Some(Level::Executive),
            text: "Contacts for records are named in half of the schools only, three weeks after the date."
                .to_owned(),
            due: Some(today + Days::new(14)),
            ..blank(met, MatterKind::Escalation)
        },
    )?;
    raise(
        file,
        MatterTyped {
            text: "How will supervision reach schools on the coast?".to_owned(),
            to: HEALTH.to_owned(),
            due: Some(now),
            reply: "By video from January; a nurse from the coast has agreed to lead it.".to_owned(),
            replied_on: Some(now),
            ..blank(met, MatterKind::Challenge)
        },
    )?;
    let good = "One school\u{2019}s weekly ten-minute scenario for all staff is worth showing to every lead.";
    raise(file, MatterTyped { text: good.to_owned(), ..blank(met, MatterKind::GoodPractice) })
}

/// The Executive meets: what it decides, what it asks, and what waits for it.
pub(super) fn executive_met(file: &mut AuditFile, now: NaiveDate, today: NaiveDate) -> Result<()> {
    let groups = crate::partnership::group::all(file.reader())?;
    let Some(executive) = groups.into_iter().find(|one| one.kind == GroupKind::Executive) else {
        return Ok(());
    };
    let met = meet(file, executive.id, now, "What the subgroup took higher\nThe round so far\nDecisions")?;
    let decided = [
        ("The council\u{2019}s education lead takes on records transfer, with a day a week for it.", None),
        ("Case audits look again at neglect this year, before another theme is chosen.", None),
        (
            "The fire service is asked whether it will join the next Section 11 round.",
            Some(today + Days::new(30)),
        ),
    ];
    for (text, due) in decided {
        let to = due.map_or("", |_| "Sampleshire Fire and Rescue Service").to_owned();
        raise(file, MatterTyped { text: text.to_owned(), to, due, ..blank(met, MatterKind::Decision) })?;
    }
    raise(
        file,
        MatterTyped {
            text: "What became of the hours that schools were promised for early help?".to_owned(),
            to: COUNCIL.to_owned(),
            due: Some(today + Days::new(21)),
            ..blank(met, MatterKind::Challenge)
        },
    )
}

fn recommend(
    file: &mut AuditFile,
    round: RoundId,
    (text, theme): (&str, &str),
    (source, stance, reason): (Source, Stance, &str),
) -> Result<RecommendationId> {
    let typed = RecommendationTyped {
        text: text.to_owned(),
        source,
        theme: theme.to_owned(),
        stance,
        reason: reason.to_owned(),
    };
    file.transact(recommendation::SAVE, "sample", |tx| recommendation::save(tx, round, None, &typed))
}

/// Puts an action into the plan.
pub(super) fn act(
    file: &mut AuditFile,
    of: RecommendationId,
    group: GroupId,
    (title, owner, agency): (&str, &str, &str),
    due: NaiveDate,
) -> Result<ActionId> {
    let typed = ActionTyped {
        title: title.to_owned(),
        owner: owner.to_owned(),
        agency: agency.to_owned(),
        groups: vec![group],
        visibility: Visibility::Shareable,
        due: Some(due),
        rag: None,
        rag_reason: String::new(),
    };
    file.transact(action::SAVE, "sample", |tx| action::save(tx, of, None, &typed))
}

/// Says how far an action is.
pub(super) fn say(file: &mut AuditFile, id: ActionId, stage: Stage, text: &str, impact: &str) -> Result<()> {
    file.transact(progress::UPDATE, "sample", |tx| progress::update(tx, id, stage, text, impact))
}

fn meet(file: &mut AuditFile, group: GroupId, on: NaiveDate, agenda: &str) -> Result<MeetingId> {
    let typed = MeetingTyped { group, on, agenda: agenda.to_owned() };
    let id = file.transact(meeting::SAVE, "sample", |tx| meeting::save(tx, None, &typed))?;
    file.transact(meeting::HOLD, "sample", |tx| meeting::hold(tx, id))?;
    Ok(id)
}

fn blank(meeting: MeetingId, kind: MatterKind) -> MatterTyped {
    MatterTyped {
        meeting,
        action: None,
        kind,
        level: None,
        text: String::new(),
        to: String::new(),
        due: None,
        reply: String::new(),
        replied_on: None,
    }
}

fn raise(file: &mut AuditFile, typed: MatterTyped) -> Result<()> {
    file.transact(matter::MATTER, "sample", |tx| matter::put(tx, None, &typed).map(drop))
}
