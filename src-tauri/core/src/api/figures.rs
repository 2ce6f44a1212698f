//! The tables of the round in view: which there are, and each of them, today or as at a past moment.
//!
//! Refuses to know: how a figure is worked out.

pub(super) mod again;
pub(super) mod before;
pub(super) mod behind;
mod came_of;
pub(super) mod gather;
mod make;
pub(super) mod of_then;
mod save_heat;
mod save_table;
pub(super) mod shared;
pub(super) mod voices;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::round;
use super::session::Session;
use super::table::{caption, table_view};
use super::tracking;
use super::views::TableView;
use crate::analysis::grid::Kept;
use crate::analysis::group::By;
use crate::analysis::heat::{self, Heat};
use crate::analysis::judged::Caption;
use crate::analysis::numbers;
use crate::analysis::sharing::Shown;
use crate::analysis::table::Table;
use crate::error::{Error, Result};
use crate::publication::Wrote;
use crate::round::Round;
use crate::store::{AuditFile, Moment};
use crate::world::{end_of, london_date};
use before::before;
pub use before::{list as comparisons, say as compare};
pub use behind::show as look_behind;
use make::{Ground, table};
pub use save_heat::{HeatSaved, save as save_heat};
pub use save_table::{copy, save};

/// A table of results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ResultsTable {
    /// T5.
    #[default]
    Standards,
    /// T6.
    Questions,
    /// C5: standards by what settings have in common.
    StandardsBy,
    /// T7.
    QuestionsBy,
    /// T8.
    Ends,
    /// T9.
    Changes,
    /// T10.
    Matched,
    /// Which questions are not compared with the last round, and why.
    Breaks,
    /// T11.
    Settings,
    /// T1 and T3.
    Response,
    /// T2.
    OverTime,
    /// T4.
    Quality,
    /// T14.
    Actions,
    /// T16.
    SelfAndPanel,
    /// T17.
    FindingTypes,
    /// T18.
    NonReturn,
    /// T22.
    Support,
    /// T23.
    Numbers,
    /// T12.
    Themes,
    /// T22, as texts ask for it.
    AskedFor,
    /// T21.
    Surveys,
    /// T13.
    GoodPractice,
    /// T19.
    ActionPlan,
    /// T20.
    EarlierActions,
    /// T15.
    Sample,
}

/// Whom a table is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Readers {
    /// Officers of the partnership.
    #[default]
    Officers,
    /// Anybody else: small numbers are hidden.
    Others,
}

impl Readers {
    /// The word for them in a recipe.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Officers => "officers",
            Self::Others => "others",
        }
    }

    /// For whom a recipe says that figures are.
    pub(super) fn of(word: &str) -> Self {
        if word == "others" { Self::Others } else { Self::Officers }
    }
}

/// Which table.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct FiguresWanted {
    /// The table.
    #[serde(default)]
    pub table: ResultsTable,
    /// What settings are told apart by, where the table does so.
    #[serde(default)]
    pub by: By,
    /// Whom it is for.
    #[serde(default)]
    pub readers: Readers,
    /// As at the end of a past day (`2027-03-31`), or at a past instant; now where none is said.
    #[serde(default)]
    pub as_at: Option<String>,
}

/// What may be chosen.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FiguresChoice {
    /// The table.
    pub table: ResultsTable,
    /// Where it tells settings apart by something that is chosen: the first that says anything of them.
    pub by: Option<By>,
    /// Whether it names settings, so that it is for officers alone.
    pub restricted: bool,
    /// Whether it can be made as at a past moment.
    pub past: bool,
}

impl ResultsTable {
    const ALL: [Self; 25] = [
        Self::Response,
        Self::OverTime,
        Self::Quality,
        Self::Standards,
        Self::StandardsBy,
        Self::Questions,
        Self::QuestionsBy,
        Self::Ends,
        Self::Changes,
        Self::Matched,
        Self::Breaks,
        Self::Numbers,
        Self::Actions,
        Self::Support,
        Self::Sample,
        Self::SelfAndPanel,
        Self::FindingTypes,
        Self::Themes,
        Self::AskedFor,
        Self::Surveys,
        Self::GoodPractice,
        Self::ActionPlan,
        Self::EarlierActions,
        Self::Settings,
        Self::NonReturn,
    ];

    /// Whether it speaks of single settings, so that it is for officers alone.
    fn is_restricted(self) -> bool {
        use ResultsTable::{
            Actions, FindingTypes, NonReturn, Numbers, Sample, SelfAndPanel, Settings, Support,
        };
        matches!(
            self,
            Settings | SelfAndPanel | FindingTypes | Numbers | Actions | NonReturn | Support | Sample
        )
    }

    /// Whether it tells settings apart by something that is chosen.
    fn is_by(self) -> bool {
        use ResultsTable::{AskedFor, Quality, QuestionsBy, Response, StandardsBy, Themes};
        matches!(self, StandardsBy | QuestionsBy | Response | Quality | Themes | AskedFor)
    }

    /// Whether it stands beside the last round.
    fn is_beside(self) -> bool {
        matches!(self, Self::Changes | Self::Matched | Self::Breaks)
    }

    /// Whether it has a column for the change since the last round.
    fn has_change(self) -> bool {
        matches!(self, Self::Standards | Self::Questions)
    }

    /// Whether what it is made of is kept for every past moment: ratings, registers and dated events are.
    pub(super) fn has_past(self) -> bool {
        use ResultsTable::{ActionPlan, AskedFor, EarlierActions, GoodPractice, Surveys, Themes};
        use ResultsTable::{
            Actions, FindingTypes, NonReturn, Numbers, Quality, Sample, SelfAndPanel, Support,
        };
        !matches!(
            self,
            Themes
                | AskedFor
                | Surveys
                | GoodPractice
                | ActionPlan
                | EarlierActions
                | Actions
                | Numbers
                | Quality
                | SelfAndPanel
                | FindingTypes
                | NonReturn
                | Support
                | Sample
        )
    }
}

/// The tables that there are: those beside the last round only where it is in the file.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<FiguresChoice>> {
    let (earlier, asked, stood, drawn, first) = session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let (reader, today) = (file.reader(), file.world().today());
        let stood = tracking::own::before(reader, &round, today)?.is_some();
        let drawn = crate::panel::drawing::any(reader, round.id)?;
        let register = gather::Register::of(file, &round, file.moment(file.world().now())?)?;
        let first = By::ALL.into_iter().find(|by| register.tells(*by)).unwrap_or_default();
        let asked = numbers::asked(&template).next().is_some();
        Ok((before(reader, &round)?.is_some(), asked, stood, drawn, first))
    })?;
    let choice = |table: ResultsTable| FiguresChoice {
        table,
        by: table.is_by().then_some(first),
        restricted: table.is_restricted(),
        past: table.has_past(),
    };
    let there = |table: &ResultsTable| {
        (earlier || !table.is_beside())
            && (asked || *table != ResultsTable::Numbers)
            && (drawn || *table != ResultsTable::Sample)
            && (stood || *table != ResultsTable::EarlierActions)
    };
    Ok(ResultsTable::ALL.into_iter().filter(there).map(choice).collect())
}

/// One table.
pub fn show(session: &Session, wanted: FiguresWanted) -> Result<TableView> {
    made(session, &wanted, |_, table| Ok(table_view(table)))
}

/// Makes a table, and gives it on with what it was made from.
fn made<T>(
    session: &Session,
    wanted: &FiguresWanted,
    give: impl FnOnce(&Ground<'_>, Table) -> Result<T>,
) -> Result<T> {
    if wanted.readers == Readers::Others && wanted.table.is_restricted() {
        return Err(Error::state("This table speaks of single settings, so it is for officers alone.")
            .hint("Choose a table of standards or questions to share."));
    }
    let mut figures = session.figures();
    session.file(|file| {
        let then = moment(file, wanted)?;
        table_of(session, (&mut figures, file), wanted, (then, None), give)
    })
}

/// The same as it stood at a moment; of one that was shared before, as it was shared.
fn table_of<T>(
    session: &Session,
    (figures, file): (&mut Kept, &AuditFile),
    wanted: &FiguresWanted,
    (then, wrote): (Option<Moment>, Option<&Wrote>),
    give: impl FnOnce(&Ground<'_>, Table) -> Result<T>,
) -> Result<T> {
    let (round, template) = round::current(session, file)?;
    let round = match then.filter(|_| wrote.is_some()) {
        Some(then) => crate::round::stood::round(file, round, then)?,
        None => round,
    };
    let caption = said(file, &round, then);
    let grid = figures.grid_at(file, round.id, &template, then)?;
    let sharing = make::sharing(file, (&round, &template, &grid), wanted, (caption.as_at, wrote))?;
    let shown = sharing.as_ref().map_or(Shown::ToOfficers, Shown::ToOthers);
    let beside = match wanted.table.is_beside() || wanted.table.has_change() {
        true => before::Compared::of(figures, file, (&round, wanted.readers), &template, then)?,
        false => None,
    };
    let ground = Ground {
        session,
        file,
        round: &round,
        template: &template,
        grid: &grid,
        caption: &caption,
        beside: beside.as_ref(),
        sharing: sharing.as_ref(),
        then,
    };
    let table = table(&ground, wanted, shown)?;
    give(&ground, table)
}

/// The past moment that is asked for; none where it is now.
fn moment(file: &AuditFile, wanted: &FiguresWanted) -> Result<Option<Moment>> {
    let Some(text) = wanted.as_at.as_deref().map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let at = instant(text)?;
    if at >= file.world().now() {
        return Ok(None);
    }
    if !wanted.table.has_past() {
        return Err(Error::state(
            "This table is made of texts and dates that a later return takes the place of, so it is of today alone.",
        )
        .hint("Choose a table of response, standards or questions to see it as it stood then."));
    }
    file.moment(at).map(Some)
}

/// The instant of a day's end in London, or an instant as it is written.
pub(super) fn instant(text: &str) -> Result<DateTime<Utc>> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(end_of(day));
    }
    text.parse::<DateTime<Utc>>().map_err(|_| {
        Error::input(format!("\u{201c}{}\u{201d} is not a day.", crate::text::short(text)))
            .hint("Write it as year, month and day: 2027-03-31.")
    })
}

/// What tables are said to be of: the round, and today or the day of the moment.
fn said(file: &AuditFile, round: &Round, then: Option<Moment>) -> Caption {
    let now = caption(file, round);
    then.map_or(now.clone(), |then| Caption { as_at: london_date(then.at), ..now })
}

/// As at when a heatmap is wanted.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HeatWanted {
    #[serde(default)]
    pub as_at: Option<String>,
}

/// The ratings of the round, a letter each.
pub fn heat(session: &Session, wanted: HeatWanted) -> Result<Heat> {
    let wanted = FiguresWanted { as_at: wanted.as_at, ..FiguresWanted::default() };
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let then = moment(file, &wanted)?;
        let grid = figures.grid_at(file, round.id, &template, then)?;
        Ok(heat::heat(&grid, &template, &said(file, &round, then)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_when_it_ends_in_london() {
        let end = |day: &str| instant(day).expect("a day").to_rfc3339();
        assert_eq!(end("2027-01-31"), "2027-01-31T23:59:59.999+00:00");
        assert_eq!(end("2027-06-30"), "2027-06-30T22:59:59.999+00:00");
        assert_eq!(end("2027-03-28"), "2027-03-28T22:59:59.999+00:00", "the clocks have gone forward");
        assert_eq!(end("2027-10-31"), "2027-10-31T23:59:59.999+00:00", "the clocks have gone back");
        assert!(instant("last week").is_err());
    }
}
