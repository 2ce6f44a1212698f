//! The officer's work list: what is asked over all intakes of the round in view, answered and taken back.

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::job;
use super::session::Session;
use crate::error::Result;
use crate::intake::answer;
use crate::intake::ask::{Question, questions};
use crate::intake::known::known;
use crate::intake::near::near;
use crate::intake::original::OriginalId;
use crate::intake::remembered::{self, ASIDE, Asked, Remembered, RememberedId};
use crate::intake::unlock;
use crate::progress::Progress;
use crate::round::RoundId;
use crate::setting::{self, SettingId};
use crate::store::Reader;
use crate::template::{self, Template};
use crate::text::folded;

/// So many files are settled at once; more are a job.
const AT_ONCE: usize = 60;
/// So many places of a question are shown.
const PLACES: usize = 20;

/// An answer to a question of the list.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct NeedAnswer {
    pub kind: Asked,
    pub given: String,
    pub meaning: String,
}

/// Something that was answered.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Answered {
    pub id: RememberedId,
}

/// The password of a locked file.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Password {
    pub original: OriginalId,
    pub password: String,
}

/// A setting that is looked for.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SettingSought {
    pub text: String,
}

super::views::view! {
    /// What waits for the officer, and what he said before.
    NeedsView { questions: Vec<NeedQuestion>, remembered: Vec<RememberedLine>, }
    /// A question: its case is answered for all its files at once.
    NeedQuestion { kind: Asked, given: String, words: String, files: u32, places: Vec<NeedPlace>, choices: Vec<NeedChoice>, }
    NeedPlace { original: String, name: String, setting: Option<String>, at: String, }
    NeedChoice { meaning: String, words: String, detail: String, }
    /// What was said and holds for the same case.
    RememberedLine { id: RememberedId, kind: Asked, given: String, meaning: String, who: String, at: String, }
    /// A setting of the register.
    SettingFound { setting: SettingId, name: String, detail: String, }
}

/// The work list of the round in view.
pub fn list(session: &Session, _: Nothing) -> Result<NeedsView> {
    session.file(|file| {
        let round = session.round(file)?;
        let reader = file.reader();
        let template = template::load(reader, &round.template)?;
        let questions = questions(reader, round.id)?.into_iter().map(|it| question(reader, it));
        let said = remembered::all(reader, round.id)?.into_iter();
        let remembered = said.map(|it| line(reader, &template, it)).collect::<Result<_>>()?;
        Ok(NeedsView { questions: questions.collect::<Result<_>>()?, remembered })
    })
}

/// Answers a question, here and in every file of the round where it is asked.
pub fn answer(session: &Session, request: NeedAnswer) -> Result<NeedsView> {
    session.refuse_while_working()?;
    let round = round_of(session)?;
    let NeedAnswer { kind, given, meaning } = request;
    let touches = session.file(|file| answer::touches(file.reader(), round, kind, &given))?;
    let work = move |session: &Session, progress: &Progress| {
        let reads = session.reads()?;
        answer::answer(session, reads.as_ref(), progress, round, (kind, &given, &meaning))
    };
    if touches <= AT_ONCE {
        // Where it takes a file into another round, the open file is copied first.
        job::here(session, "needs.answer", |progress| work(session, progress))?;
    } else {
        job::start(session, "needs.answer", move |session, progress| work(session, progress).map(settled))?;
    }
    list(session, Nothing {})
}

fn settled(files: usize) -> String {
    format!("{files} files were settled with that answer.")
}

/// Takes back what was answered.
pub fn revoke(session: &Session, request: Answered) -> Result<NeedsView> {
    session.refuse_while_working()?;
    let round = round_of(session)?;
    let touches = session.file(|file| {
        let Remembered { kind, given, .. } = remembered::one(file.reader(), request.id)?;
        answer::touches(file.reader(), round, kind, &given)
    })?;
    let work = move |session: &Session, progress: &Progress| {
        let reads = session.reads()?;
        answer::revoke(session, reads.as_ref(), progress, round, request.id)
    };
    if touches <= AT_ONCE {
        work(session, &Progress::default())?;
    } else {
        let said = |()| "The answer was taken back; its files are asked again.".to_owned();
        job::start(session, "needs.revoke", move |session, progress| work(session, progress).map(said))?;
    }
    list(session, Nothing {})
}

/// Opens a locked file with the password that was typed, and takes in what is in it.
pub fn unlock(session: &Session, request: Password) -> Result<NeedsView> {
    session.refuse_while_working()?;
    let round = round_of(session)?;
    let reads = session.reads()?;
    unlock::unlock(session, reads.as_ref(), round, request.original, &request.password)?;
    list(session, Nothing {})
}

/// Settings of the register whose name or identifier holds what was typed, else those whose name is near.
pub fn settings(session: &Session, request: SettingSought) -> Result<Vec<SettingFound>> {
    session.file(|file| {
        let round = session.round(file)?;
        let known = known(file.reader(), round.id)?;
        let all = setting::all(file.reader())?;
        let sought = folded(&request.text);
        let holds = |id: &&SettingId| {
            all.get(id).is_some_and(|it| {
                folded(&it.details.name).contains(&sought)
                    || it.identifiers.values().any(|value| value.contains(&sought))
            })
        };
        let mut found: Vec<SettingId> = known.register.keys().filter(holds).take(8).copied().collect();
        if found.is_empty() {
            found = near(&known, &request.text);
        }
        let shown = found.into_iter().filter_map(|id| all.get(&id));
        Ok(shown
            .map(|it| SettingFound { setting: it.id, name: it.details.name.clone(), detail: number(it) })
            .collect())
    })
}

fn number(setting: &setting::Setting) -> String {
    let first = setting.identifiers.iter().next_back();
    first.map(|(scheme, value)| format!("{} {value}", scheme.to_uppercase())).unwrap_or_default()
}

fn round_of(session: &Session) -> Result<RoundId> {
    session.file(|file| Ok(session.round(file)?.id))
}

fn question(reader: Reader<'_>, asked: Question) -> Result<NeedQuestion> {
    let Question { kind, given, words, places, choices } = asked;
    let mut files: Vec<OriginalId> = places.iter().map(|place| place.original).collect();
    files.sort_unstable();
    files.dedup();
    let place = |place: crate::intake::ask::Place| -> Result<NeedPlace> {
        let setting = place.setting.map(|id| setting::load(reader, id)).transpose()?;
        let setting = setting.map(|it| it.details.name);
        Ok(NeedPlace { original: place.original.to_string(), name: place.name, setting, at: place.at })
    };
    let choice = |it: crate::intake::ask::Choosing| NeedChoice {
        meaning: it.meaning,
        words: it.words,
        detail: it.detail,
    };
    Ok(NeedQuestion {
        kind,
        given,
        words,
        files: u32::try_from(files.len()).unwrap_or(u32::MAX),
        places: places.into_iter().take(PLACES).map(place).collect::<Result<_>>()?,
        choices: choices.into_iter().map(choice).collect(),
    })
}

/// What was said, in words where there are any.
fn line(reader: Reader<'_>, template: &Template, it: Remembered) -> Result<RememberedLine> {
    let named = |id: &str| -> Result<Option<String>> {
        let id = id.parse::<SettingId>().ok();
        Ok(id.map(|id| setting::load(reader, id)).transpose()?.map(|it| it.details.name))
    };
    let (given, meaning) = match it.kind {
        Asked::Whose if it.meaning != ASIDE => {
            (it.given.clone(), named(&it.meaning)?.unwrap_or_else(|| it.meaning.clone()))
        }
        Asked::Which => (named(it.given.trim_start_matches("setting "))?.unwrap_or_default(), String::new()),
        Asked::Level => level(template, &it.given, &it.meaning),
        Asked::Doubt => (it.given.chars().skip(65).collect(), it.meaning.clone()),
        Asked::Whose | Asked::Dates | Asked::Version | Asked::Round | Asked::Heading | Asked::Locked => {
            (it.given.clone(), it.meaning.clone())
        }
    };
    Ok(RememberedLine { id: it.id, kind: it.kind, given, meaning, who: it.who, at: it.at })
}

/// A word and the level that it means, as people read them.
fn level(template: &Template, given: &str, meaning: &str) -> (String, String) {
    let (scale, word) = given.split_once(' ').unwrap_or(("", given));
    let scale = template.scales.iter().find(|it| it.id.as_str() == scale);
    let label = scale.and_then(|it| it.level(meaning)).map(|level| level.label.clone());
    (word.to_owned(), label.unwrap_or_else(|| meaning.to_owned()))
}
