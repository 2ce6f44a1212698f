//! Chasing the returns that are not in: letters in one run, spoken to, more time, a step higher; the history of each.

use std::path::Path;

use serde::Deserialize;

use super::audit::date;
use super::call::Nothing;
use super::chase_view::{self, ChasePast, ChaseView};
use super::chasing::Chasing;
use super::session::Session;
use super::views::JobView;
use super::{issue as issuing, job, round as rounds, save};
use crate::chase::{self, Done};
use crate::error::{Error, Kind, Result};
use crate::issue::name;
use crate::progress::{Progress, count};
use crate::report::{letter, merge, word};
use crate::round::wording::{self, Wording, WordingKind};
use crate::setting::SettingId;

/// Letters that are asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LettersWanted {
    pub kind: WordingKind,
    pub settings: Vec<SettingId>,
}

/// Somebody was spoken to.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SpokenTo {
    pub setting: SettingId,
    #[serde(default)]
    pub on: Option<String>,
    pub note: String,
}

/// More time for some settings.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MoreTime {
    pub settings: Vec<SettingId>,
    pub until: String,
    pub reason: String,
}

/// A step higher for some settings, without a letter from here.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StepUp {
    pub settings: Vec<SettingId>,
    pub rung: WordingKind,
    #[serde(default)]
    pub on: Option<String>,
    #[serde(default)]
    pub note: String,
}

/// One setting.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChaseOf {
    pub setting: SettingId,
}

/// `chase.show`.
pub fn show(session: &Session, _: Nothing) -> Result<ChaseView> {
    session.file(|file| chase_view::shown(&Chasing::of(session, file)?, file.reader()))
}

/// `chase.history`: what was done about one return, newest first.
pub fn history(session: &Session, of: ChaseOf) -> Result<Vec<ChasePast>> {
    session.file(|file| chase_view::history(&Chasing::of(session, file)?, file.reader(), of.setting))
}

/// `chase.spoken`.
pub fn spoken(session: &Session, said: SpokenTo) -> Result<ChaseView> {
    let done = Done { on: date(said.on.as_deref())?, note: said.note, ..Done::default() };
    session.file(|file| {
        let chasing = Chasing::of(session, file)?;
        let name = chasing.name(said.setting).to_owned();
        asked(&chasing, &[said.setting])?;
        file.transact(chase::SPOKEN, &name, |tx| chase::spoken(tx, chasing.round.id, said.setting, &done))
    })?;
    show(session, Nothing {})
}

/// `chase.extend`.
pub fn extend(session: &Session, more: MoreTime) -> Result<ChaseView> {
    let until = date(Some(&more.until))?
        .ok_or_else(|| Error::input("No date was given.").hint("Pick the day until which there is time."))?;
    if more.reason.trim().is_empty() {
        return Err(Error::input("No reason was given for more time.").hint(
            "Say why, so that it stands in the record: the date of the meeting that agrees it, for example.",
        ));
    }
    session.file(|file| {
        let chasing = Chasing::of(session, file)?;
        asked(&chasing, &more.settings)?;
        if until < chasing.today {
            return Err(Error::input("That day is past already.").hint("Pick a day that is still to come."));
        }
        let target = together(&chasing, &more.settings);
        file.transact(chase::EXTEND, &target, |tx| {
            let mut each = more.settings.iter();
            each.try_for_each(|setting| chase::extend(tx, chasing.round.id, *setting, until, &more.reason))
        })
    })?;
    show(session, Nothing {})
}

/// `chase.escalate`.
pub fn escalate(session: &Session, step: StepUp) -> Result<ChaseView> {
    if !step.rung.is_rung() {
        return Err(Error::input("That is no step of an escalation.").hint("Choose to whom it goes."));
    }
    let on = date(step.on.as_deref())?;
    session.file(|file| {
        let chasing = Chasing::of(session, file)?;
        asked(&chasing, &step.settings)?;
        let rung = wording::load(file.reader(), chasing.round.id, step.rung)?.name;
        let done = Done { on, note: step.note.clone(), rung, run: None };
        let target = together(&chasing, &step.settings);
        file.transact(chase::ESCALATE, &target, |tx| {
            let mut each = step.settings.iter();
            each.try_for_each(|setting| chase::escalate(tx, chasing.round.id, *setting, &done))
        })
    })?;
    show(session, Nothing {})
}

/// `chase.letters`: starts the job; none where the dialog was dismissed.
pub fn letters(session: &Session, wanted: LettersWanted) -> Result<Option<JobView>> {
    session.refuse_while_working()?;
    session.file(|file| asked(&Chasing::of(session, file)?, &wanted.settings))?;
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the letters") else {
        return Ok(None);
    };
    let work = move |session: &Session, progress: &Progress| written(session, progress, &folder, &wanted);
    job::start(session, "chase.letters", work).map(Some)
}

/// Refuses where nobody was chosen, or somebody who is not asked to return.
fn asked(chasing: &Chasing, settings: &[SettingId]) -> Result<()> {
    if settings.is_empty() {
        return Err(Error::input("Nobody was chosen.").hint("Choose one or more in the list."));
    }
    let stranger = settings.iter().find(|setting| chasing.asked().all(|line| line.setting != **setting));
    match stranger {
        None => Ok(()),
        Some(setting) => {
            let name = chasing.name(*setting);
            let name = if name.is_empty() { "A setting that was chosen" } else { name };
            Err(Error::state(format!("{name} is not asked to return in this round."))
                .hint("Choose only those whose returns are expected."))
        }
    }
}

fn together(chasing: &Chasing, settings: &[SettingId]) -> String {
    match settings {
        [one] => chasing.name(*one).to_owned(),
        many => format!("{} settings", many.len()),
    }
}

/// Writes the letters, then keeps those that stand in the folder, also where it was stopped.
fn written(session: &Session, progress: &Progress, folder: &Path, wanted: &LettersWanted) -> Result<String> {
    let (chasing, wording) = session.file(|file| {
        let chasing = Chasing::of(session, file)?;
        let wording = wording::load(file.reader(), chasing.round.id, wanted.kind)?;
        Ok((chasing, wording))
    })?;
    progress.expect(count(wanted.settings.len()));
    let mut stand = Vec::new();
    let mut ended = Ok(());
    for setting in &wanted.settings {
        ended = one(&chasing, &wording, *setting, folder).and_then(|()| {
            stand.push(*setting);
            progress.step(1)
        });
        if ended.is_err() {
            break;
        }
    }
    if !stand.is_empty() {
        keep(session, &chasing, &wording, &stand, folder)?;
    }
    let count = stand.len();
    match ended {
        Err(error) if error.kind == Kind::Stopped => Err(Error::new(
            Kind::Stopped,
            format!("Stopped. The letters written so far ({count}) are kept and recorded."),
        )
        .hint("Choose the rest in the list and write to them.")),
        Err(error) => Err(error),
        Ok(()) => Ok(format!(
            "{count} {} written, with a mail-merge sheet, and recorded with today\u{2019}s date. Nothing was sent: print them or attach them to your own e-mail.",
            if count == 1 { "letter" } else { "letters" }
        )),
    }
}

fn one(chasing: &Chasing, wording: &Wording, setting: SettingId, folder: &Path) -> Result<()> {
    let letter = letter::compose(&chasing.letter(wording, setting)?);
    let named = chasing.settings.get(&setting);
    let number = named.and_then(name::identifier).unwrap_or_else(|| setting.to_string());
    let parts = [
        name::part(&number, 40),
        name::part(chasing.name(setting), 40),
        wording.kind.code().to_owned(),
        chasing.today.to_string(),
    ];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    save::whole(&folder.join(format!("{}.docx", parts.join("_"))), &word::write(&letter)?)
}

fn keep(
    session: &Session,
    chasing: &Chasing,
    wording: &Wording,
    stand: &[SettingId],
    folder: &Path,
) -> Result<()> {
    let sheet = issuing::sheet(chasing, stand.iter().copied());
    let name = format!("Mail-merge_{}_{}", wording.kind.code(), chasing.today);
    save::whole(&folder.join(format!("{name}.xlsx")), &merge::excel(&sheet)?)?;
    save::whole(&folder.join(format!("{name}.csv")), &merge::csv(&sheet))?;
    let last = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let rung = if wording.kind.is_rung() { wording.name.as_str() } else { "" };
    session.file(|file| {
        let (round, _) = rounds::current(session, file)?;
        let target = format!("{}: {}", wording.name, together(chasing, stand));
        file.transact(chase::LETTERS, &target, |tx| {
            chase::letters(tx, round.id, wording.kind, stand, rung, &last)
        })
    })
}
