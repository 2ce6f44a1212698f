//! A made-up school to play with: its file is made afresh in the app's own folder, and opened.
//!
//! Last year's audit was signed a year ago, this year's is half answered: it is made in a world of a year ago first.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};

use super::call::Nothing;
use super::session::Session;
use super::start::adopt;
use super::views::Opened;
use crate::demo::Given;
use crate::demo::sample::{NAME, SIGNERS, Sample, sample};
use crate::error::{Error, Result};
use crate::round::NewRound;
use crate::setting::Details;
use crate::store::{AuditFile, FileKind};
use crate::submission::action::{ActionState, change};
use crate::submission::next::next_audit;
use crate::submission::signoff::{self, Signing};
use crate::submission::start::{NewAudit, new_audit};
use crate::submission::{self, Answer, SubmissionId, answer, evidence};
use crate::template::{Template, library};
use crate::world::World;

/// The school is the same one each time.
const SEED: u64 = 2026;
/// The version answered last year.
const LAST: &str = "school@2025.1";
/// A year in whole weeks, so that a day of the week stays one.
const YEAR: i64 = 364;

/// `sample.open`: opening it again gives a fresh copy.
pub fn open(session: &Session, _: Nothing) -> Result<Opened> {
    session.refuse_while_working()?;
    let path = place(session)?;
    if session.path().is_ok_and(|open| open == path) {
        session.close()?;
    }
    clear(&path, session.world())?;
    made(&path, session.world())?;
    let file = AuditFile::open(&path, Arc::clone(session.world()))?;
    adopt(session, &path, file)
}

/// Where it stands.
fn place(session: &Session) -> Result<PathBuf> {
    let folder = session.preferences().folder().ok_or_else(|| {
        Error::state("There is no folder of Attest\u{2019}s own on this computer to keep a sample in.")
            .hint("Start a new audit instead, and save it where you like.")
    })?;
    std::fs::create_dir_all(&folder).map_err(|_| {
        Error::new(crate::error::Kind::Disk, "The folder for the sample could not be made.")
            .hint("Look whether the disk is full.")
    })?;
    Ok(folder.join(format!("{NAME}.attest")))
}

/// Takes an older copy away, unless another window has it open.
fn clear(path: &Path, world: &Arc<dyn World>) -> Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let ago = Ago::days(world, 0);
    if AuditFile::open(path, ago).is_ok_and(|file| file.read_only().is_some()) {
        return Err(Error::state("The sample is open in another window.").hint("Close it there first."));
    }
    std::fs::remove_file(path).map_err(|_| {
        Error::new(crate::error::Kind::Disk, "The older copy of the sample could not be taken away.")
            .hint("Close it if it is open in another program.")
    })
}

fn made(path: &Path, world: &Arc<dyn World>) -> Result<()> {
    let last =
        library::find(LAST).ok_or_else(|| Error::fault("The template of the sample does not ship."))?;
    let now = following(last);
    let school = sample(last, now, SEED);
    let mut file = AuditFile::create(path, FileKind::Setting, Ago::days(world, YEAR))?;
    let earlier = last_year(&mut file, last, &school)?;
    drop(file);
    let mut file = AuditFile::open(path, Ago::days(world, 0))?;
    this_year(&mut file, earlier, now, &school)
}

/// The version that follows, if one ships; else the same again.
fn following(last: &'static Template) -> &'static Template {
    let follows = |shipped: &&library::Shipped| {
        shipped.template().id == last.id && shipped.template().follows.as_deref() == Some(&last.version)
    };
    let family = library::shipped().iter().filter(|shipped| shipped.key.starts_with("school@"));
    family.into_iter().find(follows).map_or(last, library::Shipped::template)
}

/// A year ago: everything answered, backed and signed.
fn last_year(file: &mut AuditFile, template: &Template, school: &Sample) -> Result<SubmissionId> {
    let today = file.world().today();
    let new = NewAudit {
        setting: Details {
            kind: "school".into(),
            name: school.name.into(),
            phase: "Primary".into(),
            status: "Maintained".into(),
            locality: "Sampleton".into(),
            ..Details::default()
        },
        identifiers: [("urn".to_owned(), "900001".to_owned())].into(),
        round: round(today),
    };
    let id = new_audit(file, template, &new)?;
    answer::fill(file, id, &school.facts, &answers(template, &school.last))?;
    shown(file, id, school)?;
    for (step, name) in template.sign_off.iter().zip(SIGNERS) {
        let meeting = (!step.body.is_empty()).then_some(today);
        let minute = if step.body.is_empty() { String::new() } else { "Item 6".to_owned() };
        let signing =
            Signing { step: step.id.clone(), name: name.to_owned(), meeting, minute, ..Signing::default() };
        let submission = submission::load(file.reader(), id)?;
        signoff::sign(file, &submission, &signing)?;
    }
    Ok(id)
}

/// The evidence and the plan, as they were written down a year ago.
fn shown(file: &mut AuditFile, id: SubmissionId, school: &Sample) -> Result<()> {
    let (today, submission) = (file.world().today(), submission::load(file.reader(), id)?);
    let on = |days: u16| today.checked_add_days(Days::new(days.into()));
    let questions = |ids: &[String]| ids.iter().map(|id| id.as_str().into()).collect();
    for item in &school.evidence {
        let item = evidence::Item {
            title: item.title.to_owned(),
            place: item.place.to_owned(),
            owner: item.owner.to_owned(),
            dated: Some(today),
            review: on(item.review),
            questions: questions(&item.questions),
        };
        evidence::save(file, &submission, None, &item)?;
    }
    for to_do in &school.actions {
        let typed = change::Typed {
            title: to_do.title.to_owned(),
            owner: to_do.owner.to_owned(),
            due: on(to_do.due),
            state: ActionState::Open,
            outcome: String::new(),
            questions: questions(&to_do.questions),
        };
        change::save(file, &submission, None, &typed)?;
    }
    Ok(())
}

/// This year: carried forward, and begun.
fn this_year(file: &mut AuditFile, earlier: SubmissionId, now: &Template, school: &Sample) -> Result<()> {
    let round = round(file.world().today());
    let id = next_audit(file, earlier, now, &round)?;
    let facts = submission::load(file.reader(), id)?.facts;
    answer::fill(file, id, &facts, &answers(now, &school.now))
}

/// The round of a day's school year, with a meeting in six weeks and the return two weeks later.
fn round(today: NaiveDate) -> NewRound {
    let year = today.year() - i32::from(today.month() < 9);
    let weekday = |weeks: u64| {
        let day = today.checked_add_days(Days::new(weeks * 7))?;
        let on = match day.weekday() {
            Weekday::Sat => 2,
            Weekday::Sun => 1,
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => 0,
        };
        day.checked_add_days(Days::new(on))
    };
    let label = format!("{year}/{:02}", (year + 1) % 100);
    NewRound { label, governors: weekday(6), due: weekday(8) }
}

fn answers(template: &Template, given: &[Given]) -> Vec<Answer> {
    let answer = |given: &Given| {
        let text = |field: &str| given.texts.get(field).cloned().unwrap_or_default();
        let mut answer = Answer::blank(given.question.as_str().into());
        answer.value = Some(given.value.clone());
        (answer.note, answer.area) = (text("note"), text("area"));
        (answer.impact, answer.reason) = (text("impact"), text("reason"));
        answer
    };
    let asked = given.iter().filter(|given| template.question(&given.question.as_str().into()).is_some());
    asked.map(answer).collect()
}

/// The same world some days ago, without backups: what is made in it was only ever made up.
struct Ago {
    world: Arc<dyn World>,
    days: i64,
}

impl Ago {
    fn days(world: &Arc<dyn World>, days: i64) -> Arc<dyn World> {
        Arc::new(Self { world: Arc::clone(world), days })
    }
}

impl World for Ago {
    fn now(&self) -> DateTime<Utc> {
        self.world.now() - TimeDelta::days(self.days)
    }
    fn who(&self) -> String {
        SIGNERS[0].to_owned()
    }
    fn random(&self) -> [u8; 10] {
        self.world.random()
    }
    fn backups(&self) -> Option<PathBuf> {
        None
    }
}
