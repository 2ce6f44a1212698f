//! What a round is set to: its label and dates, where returns go, what is told, who signs, what a replacement may do.

use chrono::NaiveDate;

use super::{Replacing, Round, RoundId, RoundState};
use crate::error::{Error, Result};
use crate::store::{Operation, Row, Tx};
use crate::template::{self, Template};
use crate::text;

/// A round's settings were changed.
pub const SAVE: Operation = Operation::ordinary("round.save");
/// A round was opened, closed or taken back to preparation.
pub const STATE: Operation = Operation::ordinary("round.state");
/// A round's template was given local questions.
pub const LOCAL: Operation = Operation::ordinary("round.local_questions");

/// The settings of a round, as they are typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Its label.
    pub label: String,
    /// When it opens.
    pub opens: Option<NaiveDate>,
    /// When returns are due, where a group or an extension does not say otherwise.
    pub due: Option<NaiveDate>,
    /// Where returns go.
    pub return_to: String,
    /// What those who fill in are told.
    pub instructions: String,
    /// Who signs.
    pub signs: String,
    /// Counts smaller than this are not shown to others.
    pub threshold: u32,
    /// What a later return of the same setting may do.
    pub replacing: Replacing,
}

/// Changes the settings of a round.
pub fn save(tx: &mut Tx<'_>, id: RoundId, typed: &Settings) -> Result<()> {
    if let Some((opens, due)) = typed.opens.zip(typed.due)
        && due < opens
    {
        return Err(Error::input("Returns are due before the round opens.").hint("Check the two dates."));
    }
    if typed.threshold > 100 {
        return Err(Error::input("The small-number threshold is over 100.")
            .hint("Most partnerships take 5: counts below it are not shown to others."));
    }
    let label = limited("label of the round", &typed.label, 100)?;
    if label.is_empty() {
        return Err(
            Error::input("The round has no label.").hint("Type the school year or period, such as 2026/27.")
        );
    }
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    let row = Row::new("round", id).text("label", label);
    let row = row.set("opens", day(typed.opens)).set("due", day(typed.due));
    let row = row.text("return_to", limited("place that returns go to", &typed.return_to, 300)?);
    let row = row.text("instructions", limited("text of the instructions", &typed.instructions, 4_000)?);
    let row = row.text("signs", limited("text on who signs", &typed.signs, 300)?);
    tx.put(row.set("threshold", i64::from(typed.threshold)).text("replacing", typed.replacing.name()))
}

/// Opens a round, closes it, or takes it back to preparation.
pub fn stand(tx: &mut Tx<'_>, round: &Round, state: RoundState) -> Result<()> {
    tx.put(Row::new("round", round.id).text("state", state.name()))
}

/// Gives a round another version of its template; what keeps it from one is for the caller to look at.
pub fn set_template(tx: &mut Tx<'_>, id: RoundId, template: &Template) -> Result<()> {
    template::keep(tx, template)?;
    tx.put(Row::new("round", id).text("template", template.key()))
}

fn limited(what: &str, typed: &str, most: usize) -> Result<String> {
    let text = text::normal(typed).trim().to_owned();
    if text.chars().count() > most {
        return Err(Error::input(format!("The {what} is over {most} characters long.")).hint("Shorten it."));
    }
    Ok(text)
}
