//! Surveys of the round in view: taken in as counts, put to standards, set beside the self-ratings.
//!
//! Refuses to know: how an export is laid out.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::lists::read::{book, is_book};
use super::round;
use super::session::Session;
use crate::error::{Error, Kind, Result};
use crate::listing::{texts_of_book, texts_of_csv};
use crate::survey::kept::{self, About, Counted, ItemId, KeptItem, Survey, SurveyId};
use crate::survey::read::{Export, read};
use crate::survey::{Answerers, Leaning};
use crate::template::Template;

/// The largest export.
const LARGEST: u64 = 25 * 1024 * 1024;

/// The surveys of the round.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SurveysView {
    /// The surveys, in the order taken in.
    pub surveys: Vec<SurveyView>,
    /// What a question can be put to: standards, and questions with their standards.
    pub topics: Vec<SurveyTopic>,
    /// Headings of the export that was taken in just now that were passed over, each with the reason.
    pub passed_over: Vec<PassedOver>,
}

/// A survey.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct SurveyView {
    pub id: SurveyId,
    pub name: String,
    pub answerers: Answerers,
    pub on: String,
    pub people: Option<u32>,
    pub items: Vec<SurveyItem>,
}

/// A question of a survey.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct SurveyItem {
    pub id: ItemId,
    pub text: String,
    pub answers: Vec<Counted>,
    pub about: About,
    /// In favour, and of how many; none while it is not known what an answer leans to.
    pub share: Option<(u32, u32)>,
}

/// What a question of a survey can be put to.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct SurveyTopic {
    pub about: About,
    pub name: String,
}

/// A heading that was passed over.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct PassedOver {
    pub heading: String,
    pub reason: String,
}

/// Who answered the survey that is taken in.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SurveyTaken {
    pub answerers: Answerers,
}

/// What is said of a survey.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SurveySaid {
    pub id: SurveyId,
    pub name: String,
    pub answerers: Answerers,
    #[cfg_attr(test, ts(type = "string"))]
    pub on: NaiveDate,
}

/// What a question belongs to, and what each answer leans to.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ItemMapped {
    pub item: ItemId,
    pub about: About,
    pub leanings: Vec<Leaning>,
}

/// One of the surveys.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SurveyChosen {
    pub id: SurveyId,
}

/// The surveys of the round.
pub fn list(session: &Session, _: Nothing) -> Result<SurveysView> {
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let surveys = kept::of_round(file.reader(), round.id)?.into_iter().map(view).collect();
        Ok(SurveysView { surveys, topics: topics(&template), passed_over: Vec::new() })
    })
}

/// Asks for an export and takes its counts in; none where the dialog was dismissed.
pub fn take(session: &Session, wanted: SurveyTaken) -> Result<Option<SurveysView>> {
    session.file(|file| round::current(session, file).map(drop))?;
    let chosen =
        session.desktop().pick_files("Open a survey\u{2019}s export", &["csv", "tsv", "xlsx", "xlsm"]);
    let Some(path) = chosen.and_then(|paths| paths.into_iter().next()) else { return Ok(None) };
    let export = export(session, &path)?;
    let name = super::session::name_of(&path).chars().take(120).collect::<String>();
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        file.transact(kept::TAKE, "", |tx| kept::take(tx, round.id, (&name, wanted.answerers), &export))
    })?;
    let passed = export.passed_over.into_iter();
    let passed_over =
        passed.map(|(heading, reason)| PassedOver { heading, reason: reason.to_owned() }).collect();
    Ok(Some(SurveysView { passed_over, ..list(session, Nothing {})? }))
}

fn export(session: &Session, path: &Path) -> Result<Export> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if is_book(path) {
        return read(&texts_of_book(&book(session, path, &name)?));
    }
    let gone = |_| {
        Error::new(Kind::Disk, format!("{name} could not be read."))
            .hint("Check that it is still there and choose it again.")
    };
    if std::fs::metadata(path).map_err(gone)?.len() > LARGEST {
        return Err(
            Error::input(format!("{name} is larger than 25 MB.")).hint("Choose the export of one survey.")
        );
    }
    read(&texts_of_csv(&std::fs::read(path).map_err(gone)?)?)
}

/// Says what a survey is called, who answered and of which day it is.
pub fn save(session: &Session, said: SurveySaid) -> Result<SurveysView> {
    changed(session, |file| {
        file.transact(kept::SAVE, &said.id.to_string(), |tx| {
            kept::save(tx, said.id, &said.name, said.answerers, said.on)
        })
    })
}

/// Puts a question of a survey to a standard or a question, and says what its answers lean to.
pub fn map(session: &Session, mapped: ItemMapped) -> Result<SurveysView> {
    session.file(|file| {
        let (_, template) = round::current(session, file)?;
        let known = topics(&template).into_iter().any(|topic| topic.about == mapped.about);
        match mapped.about {
            About::NotSaid | About::Nothing => Ok(()),
            About::Standard(_) | About::Question(_) if known => Ok(()),
            About::Standard(_) | About::Question(_) => {
                Err(Error::missing("The audit tool of this round has no such standard or question.")
                    .hint("Choose one of those offered."))
            }
        }
    })?;
    changed(session, |file| {
        file.transact(kept::MAP, &mapped.item.to_string(), |tx| {
            kept::map(tx, mapped.item, &mapped.about, &mapped.leanings)
        })
    })
}

/// Takes a survey out.
pub fn remove(session: &Session, chosen: SurveyChosen) -> Result<SurveysView> {
    changed(session, |file| {
        file.transact(kept::REMOVE, &chosen.id.to_string(), |tx| kept::remove(tx, chosen.id))
    })
}

fn changed(
    session: &Session,
    change: impl FnOnce(&mut crate::store::AuditFile) -> Result<()>,
) -> Result<SurveysView> {
    session.file(|file| {
        round::partnership(file)?;
        change(file)
    })?;
    list(session, Nothing {})
}

fn view(survey: Survey) -> SurveyView {
    let item = |item: KeptItem| SurveyItem {
        share: item.share(),
        id: item.id,
        text: item.text,
        answers: item.answers,
        about: item.about,
    };
    SurveyView {
        id: survey.id,
        name: survey.name,
        answerers: survey.answerers,
        on: survey.on.to_string(),
        people: survey.people,
        items: survey.items.into_iter().map(item).collect(),
    }
}

/// The standards that count in figures, each with its questions that are rated.
fn topics(template: &Template) -> Vec<SurveyTopic> {
    let mut topics = Vec::new();
    for standard in template.standards.iter().filter(|standard| standard.scored) {
        topics.push(SurveyTopic {
            about: About::Standard(standard.id.as_str().to_owned()),
            name: format!("{} {}", standard.number, standard.title),
        });
        let rated = standard.questions.iter().filter(|question| question.scale.is_some());
        topics.extend(rated.map(|question| SurveyTopic {
            about: About::Question(question.id.as_str().to_owned()),
            name: format!("{} {}", question.number, question.text),
        }));
    }
    topics
}
