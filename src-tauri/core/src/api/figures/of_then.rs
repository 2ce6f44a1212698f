//! Of which moment the figures are that were written or shared.
//!
//! Refuses to know: the figures.

use chrono::{DateTime, NaiveDate, Utc};

use super::instant;
use crate::error::Result;
use crate::publication::Wrote;
use crate::store::{AuditFile, Moment};
use crate::world::{end_of, london_date};

/// The moment and the day that something is of which was written: a past one that was asked for, else the one given.
pub(in crate::api) fn moment(
    file: &AuditFile,
    wrote: &Wrote,
    then: Option<Moment>,
) -> Result<(Option<Moment>, NaiveDate)> {
    let at = wrote.at.parse::<DateTime<Utc>>();
    let written = at.map(london_date);
    let day: NaiveDate = wrote.recipe.as_at.parse().or(written).unwrap_or_else(|_| file.world().today());
    let asked = wrote.recipe.part.as_ref().and_then(|part| part.as_at.as_deref()).map(instant).transpose()?;
    let ended = written.is_ok_and(|written| day < written).then(|| end_of(day));
    let past = asked.or(ended).map(|at| file.moment(at)).transpose()?;
    Ok((then.map_or(past, |then| Some(past.map_or(then, |past| past.min(then)))), day))
}

/// The moment that something is of which was written; none where the log never had the code that its recipe names.
pub(in crate::api) fn moment_of(file: &AuditFile, wrote: &Wrote) -> Result<Option<Moment>> {
    let Some(written) = file.moment_of(&wrote.recipe.head)? else { return Ok(None) };
    Ok(moment(file, wrote, Some(written))?.0)
}
