//! The partnership's file: last year's round accepted, three organisations' round, this year's issued and partly in.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::desk::{Desk, FILL, register_of};
use super::folder::put;
use super::school_year::{Plan, YEAR, days_before};
use super::sent_out::{self, Step};
use super::voices::{self, Wave};
use super::{cases, dipped, neighbours, panels, papers, people, planned, reviewed, tracked};
use crate::demo::conduct::{Conduct, file_name};
use crate::demo::returned::workbook;
use crate::error::{Error, Result};
use crate::intake::Lends;
use crate::panel::FindingKind;
use crate::panel::finding::{Moderation, NewFinding, Standing};
use crate::progress::Progress;
use crate::round::dates::{self, GroupBy, GroupDate};
use crate::round::{self, RoundId, RoundState};
use crate::setting::SettingId;
use crate::store::{AuditFile, Row};
use crate::submission::SubmissionId;
use crate::template::Template;
use crate::workbook::Return;

/// Where last year's returns are kept.
const LAST_YEAR: &str = "returned last year";
/// Where this year's early returns are kept.
const EARLY: &str = "taken in before";
/// Where the organisations' returns are kept.
const SECTION_11: &str = "returned Section 11";

/// Makes the file.
pub(super) fn make(path: &Path, folder: &Path, plan: &Plan, progress: &Progress) -> Result<()> {
    let mut desk = Desk::new(path, days_before(plan.today, YEAR + 80), plan.seed)?;
    let settings = desk.file(|file| {
        people::introduce(file, plan.today)?;
        register_of(file, &plan.schools)
    })?;
    last_year(&mut desk, &settings, folder, plan, progress)?;
    let earlier = desk.round;
    cases::look_again(&desk, plan.today)?;
    organisations(&mut desk, folder, plan, progress)?;
    this_year(&mut desk, (&settings, earlier), folder, plan, progress)?;
    neighbours::exchange(&desk, earlier, folder, plan)?;
    desk.file(|file| dipped::begun(file, plan.today))?;
    desk.file(|file| planned::year(file, plan))
}

fn last_year(
    desk: &mut Desk,
    settings: &[SettingId],
    folder: &Path,
    plan: &Plan,
    progress: &Progress,
) -> Result<()> {
    let due = days_before(plan.due().0, YEAR);
    let round = desk.begin(plan.template, &plan.before, due, settings)?;
    desk.file(|file| sent_out::settle(file, round, 79, plan))?;
    let returns = |place: usize| Ok(plan.returned_before(place).map(|made| (made, Conduct::Sound)));
    let written = write(&folder.join(LAST_YEAR), plan, &plan.before, progress, &returns)?;
    let third = written.len().div_ceil(3).max(1);
    for (chunk, before) in written.chunks(third).zip([24, 3, 0]) {
        let on = if before == 0 { due + chrono::Days::new(16) } else { days_before(due, before) };
        desk.take_in(on, chunk)?;
    }
    desk.accept(due + chrono::Days::new(30), 0)?;
    desk.file(|file| voices::surveyed(file, round, plan, Wave::Before))?;
    desk.world.turn_to(due + chrono::Days::new(45));
    desk.file(|file| {
        let closed = round::load(file.reader(), round)?;
        file.transact(round::settings::STATE, &plan.before, |tx| {
            round::settings::stand(tx, &closed, RoundState::Closed)
        })?;
        people::rename_subgroup(file, due + chrono::Days::new(40))?;
        tracked::set_out(file, round, due + chrono::Days::new(45), plan.today)
    })?;
    cases::looked(desk, round, plan.today)?;
    dipped::done(desk, plan.today)?;
    desk.world.turn_to(days_before(plan.today, 110));
    desk.file(tracked::between)?;
    cases::followed(desk, round, plan.today)
}

fn organisations(desk: &mut Desk, folder: &Path, plan: &Plan, progress: &Progress) -> Result<()> {
    desk.world.turn_to(days_before(plan.today, 75));
    let asked = desk.file(|file| register_of(file, &plan.agencies))?;
    let round = desk.begin(plan.section_11, &plan.now, plan.due().0, &asked)?;
    desk.file(|file| sent_out::settle(file, round, 79, plan))?;
    let mut paths = Vec::new();
    for agency in &plan.agencies {
        progress.step(1)?;
        let path = folder.join(SECTION_11).join(format!("{} Section 11.xlsx", agency.name));
        put(&path, &workbook(&plan.organisation(agency), plan.section_11)?)?;
        paths.push(path);
    }
    paths.pop();
    desk.take_in(days_before(plan.today, 8), &paths)?;
    let accepted = desk.accept(days_before(plan.today, 7), 1)?;
    desk.world.turn_to(days_before(plan.today, 6));
    desk.file(|file| reviewed::organisations(file, round, (&asked, &accepted), plan))
}

fn this_year(
    desk: &mut Desk,
    (settings, earlier): (&[SettingId], Option<RoundId>),
    folder: &Path,
    plan: &Plan,
    progress: &Progress,
) -> Result<()> {
    desk.world.turn_to(days_before(plan.today, 70));
    let (due, early) = plan.due();
    let round = desk.begin(plan.template, &plan.now, due, settings)?;
    desk.file(|file| {
        file.transact(FILL, "earlier", |tx| {
            tx.put(Row::new("round", round).set("earlier_id", earlier.map(|id| id.to_string())))
        })?;
        sent_out::settle(file, round, 79, plan)?;
        sooner(file, round, early)?;
        sent_out::issue(file, round, settings, plan)
    })?;
    let returns = |place: usize| {
        let conduct = plan.conducts[place];
        let is_in = matches!(conduct, Conduct::TakenIn | Conduct::TakenInLate);
        Ok(is_in.then(|| (plan.returned(place, conduct.manner(), 1), conduct)))
    };
    let written = write(&folder.join(EARLY), plan, &plan.now, progress, &returns)?;
    let half = written.len().div_ceil(2).max(1);
    let days = [
        (15, None),
        (10, Some(Step::Letters)),
        (4, None),
        (4, Some(Step::Spoken)),
        (3, Some(Step::MoreTime)),
    ];
    let mut chunks = written.chunks(half);
    for (before, step) in days {
        let came = if step.is_none() { chunks.next().unwrap_or_default() } else { &[] };
        desk.take_in(days_before(plan.today, before), came)?;
        step.map_or(Ok(()), |step| desk.file(|file| sent_out::chase(file, round, settings, plan, step)))?;
    }
    let accepted = desk.accept(days_before(plan.today, 3), written.len() / 8)?;
    desk.file(|file| found(file, round, plan.template, &accepted))?;
    desk.world.turn_to(days_before(plan.today, 1));
    desk.file(|file| afterwards(file, round, plan, &accepted))
}

/// What a partnership does with the returns that it accepted, each in a file of its own, in the order of the year.
fn afterwards(file: &mut AuditFile, round: RoundId, plan: &Plan, accepted: &[SubmissionId]) -> Result<()> {
    panels::season(file, round, plan, accepted)?;
    reviewed::leads(file, round, accepted, plan)?;
    voices::coded(file, round, plan)?;
    voices::surveyed(file, round, plan, Wave::Now)?;
    tracked::met_again(file, round, days_before(plan.today, 1), plan.today)?;
    tracked::executive_met(file, days_before(plan.today, 1), plan.today)?;
    papers::written(file, round)
}

/// Independent schools and colleges are due sooner.
fn sooner(file: &mut AuditFile, round: RoundId, early: NaiveDate) -> Result<()> {
    let dates = ["Independent", "College"].map(|status| GroupDate {
        by: GroupBy::Status,
        value: status.to_owned(),
        settings: Default::default(),
        due: early,
    });
    file.transact(dates::SET, "dates", |tx| dates::set_groups(tx, round, &dates))
}

type Returns<'a> = dyn Fn(usize) -> Result<Option<(Return, Conduct)>> + Sync + 'a;

/// Writes the workbooks of those who return; says where they are, in the order of the schools.
fn write(
    folder: &Path,
    plan: &Plan,
    label: &str,
    progress: &Progress,
    returns: &Returns<'_>,
) -> Result<Vec<PathBuf>> {
    let one = |place: usize| {
        progress.step(1)?;
        let Some((made, conduct)) = returns(place)? else { return Ok(None) };
        let path = folder.join(file_name(&plan.schools[place], conduct, label));
        put(&path, &workbook(&made, plan.template)?)?;
        Ok::<_, Error>(Some(path))
    };
    let written: Vec<Option<PathBuf>> =
        (0..plan.schools.len()).into_par_iter().map(one).collect::<Result<_>>()?;
    Ok(written.into_iter().flatten().collect())
}

/// What a panel found on two of those accepted, the second with a rating beside the school's own.
fn found(file: &mut AuditFile, round: RoundId, template: &Template, accepted: &[SubmissionId]) -> Result<()> {
    let question =
        template.questions().find(|question| question.scale.is_some()).map(|question| question.id.clone());
    let level = question.as_ref().and_then(|id| template.scale_of(template.question(id)?)?.levels.get(1));
    let texts = [
        (
            FindingKind::GoodPractice,
            "Pupils chair a safeguarding group and report to governors each term.",
            false,
        ),
        (
            FindingKind::AreaForDevelopment,
            "Reports reach the board; what changed because of them is not yet shown.",
            true,
        ),
    ];
    for (submission, (kind, text, rates)) in accepted.iter().zip(texts) {
        let moderation = level.filter(|_| rates).map(|level| Moderation {
            level: level.code.clone(),
            reason: "Minutes show reports received; no challenge is recorded.".to_owned(),
            standing: Standing::Agreed,
        });
        let new = NewFinding {
            submission: *submission,
            round,
            question: question.clone(),
            kind,
            text: text.to_owned(),
            agency: "police".to_owned(),
            moderation,
            further: Default::default(),
        };
        crate::panel::record(file, template, &new)?;
    }
    Ok(())
}
