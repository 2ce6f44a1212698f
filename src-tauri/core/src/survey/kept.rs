//! Surveys as the file keeps them: counts, what each answer leans to, and which standard a question belongs to.
//!
//! What an officer said of a question is remembered: the next survey that asks it in the same words takes it over.
//! Refuses to know: ratings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::read::Export;
use super::{Answerers, Item, Leaning};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::store::{Operation, Reader, Row, Rows, Tx, params};
use crate::text::{folded, normal};

row_id! {
    /// The id of a survey.
    SurveyId
}

row_id! {
    /// The id of a question of a survey.
    ItemId
}

/// A survey was taken in.
pub const TAKE: Operation = Operation::ordinary("survey.take");
/// What is said of a survey was changed.
pub const SAVE: Operation = Operation::ordinary("survey.save");
/// A question of a survey was put to a standard, or its answers were read otherwise.
pub const MAP: Operation = Operation::ordinary("survey.map");
/// A survey was taken out.
pub const REMOVE: Operation = Operation::ordinary("survey.remove");

/// The rows of surveys; those of an earlier round are looked at beside them.
pub const ROWS: &[Rows] = &[Rows::All("survey"), Rows::All("survey_item")];

/// A survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its id.
    pub id: SurveyId,
    /// What it is called.
    pub name: String,
    /// Who answered.
    pub answerers: Answerers,
    /// The day it is true of.
    pub on: NaiveDate,
    /// How many people answered, where that is known.
    pub people: Option<u32>,
    /// Its questions.
    pub items: Vec<KeptItem>,
}

/// A question of a survey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptItem {
    /// Its id.
    pub id: ItemId,
    /// The question, as it was asked.
    pub text: String,
    /// Each answer, how often it was given, and what it leans to.
    pub answers: Vec<Counted>,
    /// What it belongs to.
    pub about: About,
}

/// An answer with its count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "SurveyAnswer"))]
pub struct Counted {
    /// The answer.
    pub answer: String,
    /// How often it was given.
    pub count: u32,
    /// What it leans to.
    pub leaning: Leaning,
}

/// What a question of a survey belongs to in the round's tool.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case", tag = "to", content = "id")]
pub enum About {
    /// Nobody has said yet.
    #[default]
    NotSaid,
    /// Nothing that is compared.
    Nothing,
    /// A standard.
    Standard(String),
    /// One question.
    Question(String),
}

impl KeptItem {
    /// How many lean towards what is asked for, of how many that lean to anything or neither; nothing while it is not
    /// known what an answer leans to.
    pub fn share(&self) -> Option<(u32, u32)> {
        if self.answers.iter().any(|one| one.leaning == Leaning::NotKnown) {
            return None;
        }
        let sum = |wanted: &[Leaning]| -> u32 {
            self.answers.iter().filter(|one| wanted.contains(&one.leaning)).map(|one| one.count).sum()
        };
        Some((sum(&[Leaning::For]), sum(&[Leaning::For, Leaning::Neither, Leaning::Against])))
    }
}

/// The surveys of a round, in the order taken in.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Survey>> {
    let sql = "SELECT id, name, answerers, on_date, people FROM survey WHERE round_id = ?1 ORDER BY id";
    let mut surveys = reader.all(sql, params![round], |row| {
        let (word, on): (String, String) = (row.get(2)?, row.get(3)?);
        Ok(Survey {
            id: row.get(0)?,
            name: row.get(1)?,
            answerers: Answerers::ALL.into_iter().find(|it| it.word() == word).unwrap_or(Answerers::Others),
            on: on.parse().map_err(|_| rusqlite::Error::InvalidQuery)?,
            people: row.get(4)?,
            items: Vec::new(),
        })
    })?;
    for survey in &mut surveys {
        let sql = "SELECT id, text, answers, about FROM survey_item WHERE survey_id = ?1 ORDER BY place";
        survey.items = reader.all(sql, params![survey.id], item)?;
    }
    Ok(surveys)
}

fn item(row: &rusqlite::Row<'_>) -> rusqlite::Result<KeptItem> {
    let (answers, about): (String, String) = (row.get(2)?, row.get(3)?);
    let unread = |_| rusqlite::Error::InvalidQuery;
    Ok(KeptItem {
        id: row.get(0)?,
        text: row.get(1)?,
        answers: serde_json::from_str(&answers).map_err(unread)?,
        about: serde_json::from_str(&about).map_err(unread)?,
    })
}

/// Keeps the counts of an export as a survey of a round; what was said before of its questions is taken over.
pub fn take(
    tx: &mut Tx<'_>,
    round: RoundId,
    (name, answerers): (&str, Answerers),
    export: &Export,
) -> Result<SurveyId> {
    let remembered = remembered(tx.reader())?;
    let (id, today) = (SurveyId::new(tx.world()), tx.world().today());
    let row = Row::new("survey", id).text("round_id", round).text("name", named(name)?);
    let row = row.text("answerers", answerers.word()).text("on_date", today);
    tx.put(row.set("people", export.people.map(i64::from)))?;
    for (place, item) in export.items.iter().enumerate() {
        let (answers, about) = understood(item, remembered.get(&folded(&item.text)));
        let row = Row::new("survey_item", ItemId::new(tx.world())).text("survey_id", id);
        let row = row.set("place", i64::try_from(place).unwrap_or(i64::MAX)).text("text", normal(&item.text));
        tx.put(row.text("answers", json(&answers)?).text("about", json(&about)?))?;
    }
    Ok(id)
}

/// What is known of a question from earlier surveys, by its words; the latest says.
fn remembered(reader: Reader<'_>) -> Result<BTreeMap<String, KeptItem>> {
    let sql = "SELECT id, text, answers, about FROM survey_item ORDER BY id";
    Ok(reader.all(sql, [], item)?.into_iter().map(|item| (folded(&item.text), item)).collect())
}

fn understood(item: &Item, known: Option<&KeptItem>) -> (Vec<Counted>, About) {
    let leaning = |answer: &str| {
        let same = |one: &&Counted| folded(&one.answer) == folded(answer);
        let before = known.and_then(|known| known.answers.iter().find(same));
        before.map_or_else(|| Leaning::guessed(answer), |one| one.leaning)
    };
    let counted = |(answer, count): &(String, u32)| Counted {
        leaning: leaning(answer),
        answer: normal(answer),
        count: *count,
    };
    (item.answers.iter().map(counted).collect(), known.map(|known| known.about.clone()).unwrap_or_default())
}

/// Says what a survey is called, who answered and of which day it is.
pub fn save(tx: &mut Tx<'_>, id: SurveyId, name: &str, answerers: Answerers, on: NaiveDate) -> Result<()> {
    exists(tx.reader(), "survey", &id.to_string())?;
    let row = Row::new("survey", id).text("name", named(name)?);
    tx.put(row.text("answerers", answerers.word()).text("on_date", on))
}

/// Says what a question belongs to, and what each of its answers leans to, in their order.
pub fn map(tx: &mut Tx<'_>, id: ItemId, about: &About, leanings: &[Leaning]) -> Result<()> {
    exists(tx.reader(), "survey_item", &id.to_string())?;
    let sql = "SELECT id, text, answers, about FROM survey_item WHERE id = ?1";
    let mut kept = tx.reader().one(sql, params![id], item)?.ok_or_else(gone)?;
    if kept.answers.len() != leanings.len() {
        return Err(Error::input("There is not one reading for each answer.").hint("Read each answer once."));
    }
    kept.answers.iter_mut().zip(leanings).for_each(|(one, leaning)| one.leaning = *leaning);
    tx.put(Row::new("survey_item", id).text("answers", json(&kept.answers)?).text("about", json(about)?))
}

/// Takes a survey out.
pub fn remove(tx: &mut Tx<'_>, id: SurveyId) -> Result<()> {
    exists(tx.reader(), "survey", &id.to_string())?;
    let sql = "SELECT id FROM survey_item WHERE survey_id = ?1 ORDER BY id";
    for item in tx.reader().all(sql, params![id], |row| row.get::<_, String>(0))? {
        tx.remove("survey_item", item)?;
    }
    tx.remove("survey", id)
}

fn exists(reader: Reader<'_>, table: &str, id: &str) -> Result<()> {
    let sql = format!("SELECT 1 FROM {table} WHERE id = ?1");
    reader.one(&sql, params![id], |_| Ok(()))?.ok_or_else(gone)
}

fn gone() -> Error {
    Error::missing("That survey is not in this file.").hint("Look at the list of surveys again.")
}

fn named(name: &str) -> Result<String> {
    let name = normal(name.trim());
    if name.is_empty() || name.chars().count() > 120 {
        return Err(Error::input("The name of a survey has between 1 and 120 characters.")
            .hint("Say what was asked of whom, such as Staff survey, autumn."));
    }
    Ok(name)
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::fault("The survey could not be kept."))
}
