//! One run of an audit: label, template, dates, and the register of who is asked to return.
//!
//! Refuses to know: answers.

pub mod register;

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

/// A round by its id.
pub fn load(reader: Reader<'_>, id: RoundId) -> Result<Round> {
    let sql = "SELECT id, label, template, opens, governors, due, return_to FROM round WHERE id = ?1";
    reader.one(sql, params![id], round)?.ok_or_else(|| Error::missing("That round is not in this file."))
}

/// The latest round of the file.
pub fn current(reader: Reader<'_>) -> Result<Round> {
    let sql = "SELECT id, label, template, opens, governors, due, return_to FROM round ORDER BY created DESC, id DESC LIMIT 1";
    reader.one(sql, [], round)?.ok_or_else(|| {
        Error::missing("There is no round in this file yet.").hint("Start a round on the first screen.")
    })
}

/// Every round, oldest first.
pub fn all(reader: Reader<'_>) -> Result<Vec<Round>> {
    reader.all(
        "SELECT id, label, template, opens, governors, due, return_to FROM round ORDER BY created, id",
        [],
        round,
    )
}

fn round(row: &rusqlite::Row<'_>) -> rusqlite::Result<Round> {
    let day =
        |at: usize| row.get::<_, Option<String>>(at).map(|text| text.and_then(|text| text.parse().ok()));
    Ok(Round {
        id: row.get(0)?,
        label: row.get(1)?,
        template: row.get(2)?,
        opens: day(3)?,
        governors: day(4)?,
        due: day(5)?,
        return_to: row.get(6)?,
    })
}
