//! The partnership whose file it is: its details, its people by what they do, its groups and agencies.
//!
//! Refuses to know: settings, rounds and what came back.

pub mod agency;
pub mod contact;
pub mod group;

use crate::error::{Error, Result};
use crate::store::{AuditFile, Moment, Operation, Reader, Row, Tx, params};
use crate::text;

/// The partnership's details were changed.
pub const SAVE: Operation = Operation::ordinary("partnership.save");

/// The one row of its table.
const ID: &str = "partnership";

/// A partnership as it is named and reached.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Partnership {
    /// Its name.
    pub name: String,
    /// Its short name in small letters, which marks the questions that it adds.
    pub short_name: String,
    /// Its postal address.
    pub address: String,
    /// Where returns go, where a round does not say otherwise.
    pub return_to: String,
}

/// The partnership of this file; blank where nobody has said.
pub fn load(reader: Reader<'_>) -> Result<Partnership> {
    let sql = "SELECT name, short_name, address, return_to FROM partnership WHERE id = ?1";
    let read = reader.one(sql, params![ID], |row| {
        Ok(Partnership {
            name: row.get(0)?,
            short_name: row.get(1)?,
            address: row.get(2)?,
            return_to: row.get(3)?,
        })
    })?;
    Ok(read.unwrap_or_default())
}

/// What the partnership was called at a moment.
pub fn name_at(file: &AuditFile, then: Moment) -> Result<String> {
    let rows = file.rows_at("partnership", then)?;
    Ok(rows.first().map(|row| row.text("name").to_owned()).unwrap_or_default())
}

/// Says what the partnership is called and how it is reached.
pub fn save(tx: &mut Tx<'_>, partnership: &Partnership) -> Result<()> {
    let name = required("name of the partnership", &partnership.name)?;
    let short = limited("short name", &partnership.short_name, 20)?;
    if !short.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) {
        return Err(Error::input("The short name is not one word of small letters and figures.")
            .hint("Type one such as sampleton."));
    }
    let row = Row::new("partnership", ID).text("name", name).text("short_name", short);
    let row = row.text("address", limited("address", &partnership.address, 600)?);
    tx.put(row.text("return_to", limited("address for returns", &partnership.return_to, 300)?))
}

/// A text as it was typed, in normal form; endless ones are refused.
fn limited(what: &str, typed: &str, most: usize) -> Result<String> {
    let text = text::normal(typed).trim().to_owned();
    if text.chars().count() > most {
        return Err(
            Error::input(format!("The {what} is over {most} characters long.")).hint("Type a shorter one.")
        );
    }
    Ok(text)
}

/// A text that must not be blank.
fn required(what: &str, typed: &str) -> Result<String> {
    let text = limited(what, typed, 200)?;
    if text.is_empty() {
        return Err(Error::input(format!("The {what} is blank.")).hint("Type it as people know it."));
    }
    Ok(text)
}

/// Two dates of which the first comes first.
fn in_order(from: Option<chrono::NaiveDate>, to: Option<chrono::NaiveDate>) -> Result<()> {
    match from.zip(to) {
        Some((from, to)) if to < from => {
            Err(Error::input("The day on which it ended is before the day on which it began.")
                .hint("Check the two dates."))
        }
        Some(_) | None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
