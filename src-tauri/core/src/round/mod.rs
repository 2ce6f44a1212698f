//! One run of an audit: label, template, dates, and the register of who is asked to return.
//!
//! Refuses to know: answers.

pub mod base;
pub mod comparison;
pub mod cut_off;
pub mod dates;
pub mod difference;
pub mod next;
pub mod register;
pub mod wording;
pub mod remembered;
pub mod settings;
pub mod stood;
pub mod taking;

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::id::row_id;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::template::{self, Template};
use crate::text;

row_id! {
    /// The id of a round.
    RoundId
}

/// A round was made.
pub const CREATE: Operation = Operation::ordinary("round.create");
/// Its dates were changed.
pub const DATES: Operation = Operation::ordinary("home.dates");

/// The longest place that returns go to.
const MOST_OF_A_PLACE: usize = 300;

/// One run of an audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Its id.
    pub id: RoundId,
    /// Its label: `2026/27`.
    pub label: String,
    /// Key of its template: `school@2025.1`.
    pub template: String,
    /// When it opens.
    pub opens: Option<NaiveDate>,
    /// When the governors meet, in a setting's file.
    pub governors: Option<NaiveDate>,
    /// When returns are due.
    pub due: Option<NaiveDate>,
    /// Where returns go: an address or a person; empty where nobody said.
    pub return_to: String,
    /// Counts smaller than this are not shown to others.
    pub threshold: u32,
    /// Whether it is being prepared, open or closed.
    pub state: RoundState,
    /// What those who fill in are told.
    pub instructions: String,
    /// Who signs, in the partnership's own words.
    pub signs: String,
    /// Until when a return may be replaced by a later one.
    pub replacing: Replacing,
    /// The round that it was made from.
    pub earlier: Option<RoundId>,
}

/// How far a round is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RoundState {
    /// Its register and settings are being put together.
    Preparing,
    /// It runs.
    Open,
    /// It is over: nothing more is taken in.
    Closed,
}

/// What a return that comes after another of the same setting may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Replacing {
    /// Replace the earlier one until the day on which it is due.
    #[default]
    UntilDue,
    /// Replace the earlier one until the round is closed.
    UntilClosed,
    /// Wait until the officer says.
    Asked,
    /// Change nothing: the first return stands.
    Never,
}

impl RoundState {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Preparing, Self::Open, Self::Closed];

    /// Its word in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }
}

impl Replacing {
    /// Every rule.
    pub const ALL: [Self; 4] = [Self::UntilDue, Self::UntilClosed, Self::Asked, Self::Never];

    /// Its word in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::UntilDue => "until_due",
            Self::UntilClosed => "until_closed",
            Self::Asked => "asked",
            Self::Never => "never",
        }
    }
}

/// What a new round is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewRound {
    /// Its label.
    pub label: String,
    /// When the governors meet.
    pub governors: Option<NaiveDate>,
    /// When returns are due.
    pub due: Option<NaiveDate>,
}

/// Makes a round of a template, which is kept in the file.
pub fn create(tx: &mut Tx<'_>, template: &Template, new: &NewRound) -> Result<RoundId> {
    let label = text::normal(&new.label).trim().to_owned();
    if label.is_empty() {
        return Err(
            Error::input("The round has no label.").hint("Type the school year or period, such as 2026/27.")
        );
    }
    template::keep(tx, template)?;
    let id = RoundId::new(tx.world());
    let row = Row::new("round", id).text("label", label).text("template", template.key());
    let created = tx.world().now().to_rfc3339();
    tx.put(dates(row, new.governors, new.due).text("created", created))?;
    Ok(id)
}

/// Changes the dates of a round.
pub fn set_dates(
    tx: &mut Tx<'_>,
    id: RoundId,
    governors: Option<NaiveDate>,
    due: Option<NaiveDate>,
) -> Result<()> {
    tx.put(dates(Row::new("round", id), governors, due))
}

/// Says where the returns of a round go.
pub fn set_return_to(tx: &mut Tx<'_>, id: RoundId, typed: &str) -> Result<()> {
    let place = text::normal(typed).trim().to_owned();
    if place.chars().count() > MOST_OF_A_PLACE {
        return Err(Error::input("The place that the return goes to is over 300 characters long.")
            .hint("Type the e-mail address or the person that your partnership named."));
    }
    tx.put(Row::new("round", id).text("return_to", place))
}

fn dates(row: Row, governors: Option<NaiveDate>, due: Option<NaiveDate>) -> Row {
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    row.set("governors", day(governors)).set("due", day(due))
}

const COLUMNS: &str = "id, label, template, opens, governors, due, return_to, threshold, state, instructions, signs, replacing, earlier_id";

/// A round by its id.
pub fn load(reader: Reader<'_>, id: RoundId) -> Result<Round> {
    let sql = format!("SELECT {COLUMNS} FROM round WHERE id = ?1");
    reader.one(&sql, params![id], round)?.ok_or_else(|| Error::missing("That round is not in this file."))
}

/// The latest round of the file: the one that a person sees who has chosen none.
pub fn current(reader: Reader<'_>) -> Result<Round> {
    let sql = format!("SELECT {COLUMNS} FROM round ORDER BY created DESC, rowid DESC LIMIT 1");
    reader.one(&sql, [], round)?.ok_or_else(|| {
        Error::missing("There is no round in this file yet.").hint("Start a round on the first screen.")
    })
}

/// A round that still takes returns in; a closed one is refused.
pub fn open(reader: Reader<'_>, id: RoundId) -> Result<Round> {
    let round = load(reader, id)?;
    match round.state {
        RoundState::Preparing | RoundState::Open => Ok(round),
        RoundState::Closed => Err(Error::state(format!(
            "The round {} is closed, so nothing more is taken into it.",
            round.label
        ))
        .hint("Open it again under Round settings, or look at the round that is meant.")),
    }
}

/// Every round, oldest first.
pub fn all(reader: Reader<'_>) -> Result<Vec<Round>> {
    reader.all(&format!("SELECT {COLUMNS} FROM round ORDER BY created, rowid"), [], round)
}

fn round(row: &rusqlite::Row<'_>) -> rusqlite::Result<Round> {
    let (state, replacing): (String, String) = (row.get(8)?, row.get(11)?);
    Ok(Round {
        id: row.get(0)?,
        label: row.get(1)?,
        template: row.get(2)?,
        opens: day(row, 3)?,
        governors: day(row, 4)?,
        due: day(row, 5)?,
        return_to: row.get(6)?,
        threshold: row.get(7)?,
        state: known(&RoundState::ALL, RoundState::name, &state)?,
        instructions: row.get(9)?,
        signs: row.get(10)?,
        replacing: known(&Replacing::ALL, Replacing::name, &replacing)?,
        earlier: row.get(12)?,
    })
}

/// The one of several that has a word in the file.
fn known<T: Copy>(all: &[T], name: fn(T) -> &'static str, word: &str) -> rusqlite::Result<T> {
    all.iter().copied().find(|one| name(*one) == word).ok_or(rusqlite::Error::InvalidQuery)
}

/// A date of a row.
fn day(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<NaiveDate>> {
    row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| text.parse().ok()))
}
