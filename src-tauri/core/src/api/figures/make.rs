//! Each table from what it is made of.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::before::Compared;
use super::voices::{ASKED_FOR, TOLD, Voices};
use super::{FiguresWanted, ResultsTable, came_of, gather, shared, voices};
use crate::analysis::judged::Caption;
use crate::analysis::sharing::{Sharing, Shown};
use crate::analysis::table::Table;
use crate::analysis::{
    Grid, action_plan, between, chased, matrix, numbers, panels, plans, practice, profile, quality,
    questions, returns, rises, standards, support,
};
use crate::api::drawing;
use crate::api::panel::agreement::beside;
use crate::api::session::Session;
use crate::api::tracking::own;
use crate::error::{Error, Result};
use crate::plan::standing::{Standing, standing};
use crate::publication::Wrote;
use crate::round::Round;
use crate::setting::{self, SettingId};
use crate::store::{AuditFile, Moment};
use crate::template::Template;

/// What tables are made from.
pub(super) struct Ground<'g> {
    pub session: &'g Session,
    pub file: &'g AuditFile,
    pub round: &'g Round,
    pub template: &'g Arc<Template>,
    pub grid: &'g Grid,
    pub caption: &'g Caption,
    /// The round before, where there is one.
    pub beside: Option<&'g Compared>,
    /// What may be shared, where it is for others.
    pub sharing: Option<&'g Sharing>,
    /// The past moment; none where it is now.
    pub then: Option<Moment>,
}

impl Ground<'_> {
    /// The round before; a sentence where there is none.
    fn compared(&self) -> Result<&Compared> {
        self.beside.ok_or_else(|| {
            Error::missing("There is no earlier round of this audit tool in the file.")
                .hint("Begin the next round from this one; then the two stand side by side.")
        })
    }
}

pub(super) fn table(ground: &Ground<'_>, wanted: &FiguresWanted, shown: Shown<'_>) -> Result<Table> {
    let Ground { template, grid, caption, .. } = ground;
    let earlier = ground.beside.map(Compared::earlier);
    Ok(match wanted.table {
        ResultsTable::Standards => {
            standards::results_beside(grid, template, caption, earlier.as_ref(), shown)
        }
        ResultsTable::Questions => {
            questions::results_beside(grid, template, caption, earlier.as_ref(), shown)
        }
        ResultsTable::StandardsBy => matrix::standards(grid, template, caption, wanted.by, shown),
        ResultsTable::QuestionsBy => matrix::questions(grid, template, caption, wanted.by, shown),
        ResultsTable::Ends => questions::ends(grid, template, caption, shown),
        ResultsTable::Changes => {
            rises::changes(grid, template, caption, &ground.compared()?.earlier(), shown)
        }
        ResultsTable::Matched => {
            between::matched(grid, template, caption, &ground.compared()?.earlier(), shown)
        }
        ResultsTable::Breaks => between::breaks(grid, template, caption, &ground.compared()?.earlier()),
        ResultsTable::Settings => profiles(ground)?,
        ResultsTable::Response => response(ground, wanted, shown)?,
        ResultsTable::OverTime => over_time(ground, wanted, shown)?,
        ResultsTable::Quality => {
            let known = gather::quality(ground.file.reader(), ground.round, (template, grid))?;
            quality::table(grid, template, caption, (wanted.by, &known), shown)
        }
        ResultsTable::Actions => plans::actions(grid, template, caption, &gather::planned(ground)?),
        ResultsTable::SelfAndPanel => {
            let beside = beside(ground.file.reader(), ground.round, template)?;
            panels::ratings(grid, template, caption, &beside)
        }
        ResultsTable::FindingTypes => panels::findings(template, caption, &gather::found(ground)?),
        ResultsTable::NonReturn => {
            let (lines, expected) = gather::not_returned(ground)?;
            chased::log(&lines, expected, &gather::plain_caption(ground), caption.as_at)
        }
        ResultsTable::Support => support::table(grid, template, caption, &gather::requests(ground)?),
        ResultsTable::Themes | ResultsTable::AskedFor | ResultsTable::Surveys => {
            voices::table(ground, wanted, shown)?
        }
        ResultsTable::GoodPractice => practised(ground, shown)?,
        ResultsTable::ActionPlan => planned(ground, shown)?,
        ResultsTable::EarlierActions => reviewed(ground, shown)?,
        ResultsTable::Sample => sampled(ground)?,
        ResultsTable::Numbers => numbered(ground)?,
    })
}

/// What may be shared where a table is for others; of one that counts settings, of how many.
pub(super) fn sharing(
    file: &AuditFile,
    (round, template, grid): (&Round, &Template, &Grid),
    wanted: &FiguresWanted,
    (on, wrote): (NaiveDate, Option<&Wrote>),
) -> Result<Option<Sharing>> {
    let voices = Voices { file, round, template, grid };
    let sharing = shared::sharing(file, (grid, round), wanted.readers, wrote)?;
    let Some(sharing) = sharing else { return Ok(None) };
    let (mut known, mut spoken) = (BTreeMap::new(), Vec::new());
    match wanted.table {
        ResultsTable::Quality => known = gather::quality(file.reader(), round, (template, grid))?,
        ResultsTable::Themes => spoken = voices.spoken(&TOLD, on)?,
        ResultsTable::AskedFor => spoken = voices.spoken(&ASKED_FOR, on)?,
        _other => {}
    }
    Ok(Some(shared::counting(sharing, &known, spoken.iter())))
}

/// T13.
fn practised(ground: &Ground<'_>, shown: Shown<'_>) -> Result<Table> {
    let reader = ground.file.reader();
    let stood = ground.then.map(|then| setting::details_at(ground.file, then)).transpose()?;
    let name = |id: SettingId| match &stood {
        Some(stood) => Ok(stood.get(&id).map(|one| one.name.clone()).unwrap_or_default()),
        None => Ok(setting::load(reader, id)?.details.name),
    };
    let all = own::practice(reader, (ground.round, ground.template), &name)?;
    Ok(practice::register(ground.template, ground.caption, &all, shown))
}

/// T23.
fn numbered(ground: &Ground<'_>) -> Result<Table> {
    let given = gather::numbers(ground.file.reader(), ground.round, ground.template)?;
    Ok(numbers::table(ground.grid, ground.template, ground.caption, |question| {
        given.get(&question.id).cloned().unwrap_or_default()
    }))
}

/// T15.
fn sampled(ground: &Ground<'_>) -> Result<Table> {
    let caption = gather::plain_caption(ground);
    let table = drawing::balances(ground.file.reader(), ground.round.id, &caption)?;
    table.ok_or_else(|| {
        Error::missing("No sample was drawn in this round.")
            .hint("Draw one under Panels; then it stands here.")
    })
}

/// T11.
fn profiles(ground: &Ground<'_>) -> Result<Table> {
    let besides = if ground.then.is_none() { Some(gather::besides(ground)?) } else { None };
    Ok(profile::settings_beside(ground.grid, ground.template, ground.caption, besides.as_ref()))
}

/// T19.
fn planned(ground: &Ground<'_>, shown: Shown<'_>) -> Result<Table> {
    let on = ground.caption.as_at;
    let actions = seen(standing(ground.file.reader(), on)?, shown);
    let table = action_plan::plan(&actions, on, "");
    came_of::opened(ground, table, ("Source", &actions))
}

/// T20: the plan as it stood at the last meeting before, and as it stands.
fn reviewed(ground: &Ground<'_>, shown: Shown<'_>) -> Result<Table> {
    let (reader, today) = (ground.file.reader(), ground.caption.as_at);
    let (on, before) = own::before(reader, ground.round, today)?.ok_or_else(|| {
        Error::missing("The plan was not written down at any meeting yet.")
            .hint("Hold a meeting under Plan; then its actions then and now stand side by side.")
    })?;
    let (mut then, now) = (seen(before, shown), seen(standing(reader, today)?, shown));
    match shown {
        Shown::ToOfficers => {}
        // What is no longer given out is not said to have been taken out.
        Shown::ToOthers(_) => then.retain(|was| now.iter().any(|one| one.action == was.action)),
    }
    let table = action_plan::review((on, &then), (today, &now), "");
    came_of::opened(ground, table, ("Now", &now))
}

/// The actions that may be seen.
fn seen(mut actions: Vec<Standing>, shown: Shown<'_>) -> Vec<Standing> {
    match shown {
        Shown::ToOfficers => {}
        Shown::ToOthers(_) => actions.retain(|one| one.shareable),
    }
    actions
}

fn response(ground: &Ground<'_>, wanted: &FiguresWanted, shown: Shown<'_>) -> Result<Table> {
    let (now, before) = gather::returns(ground, wanted.by)?;
    let word = wanted.by.word();
    let heading = word[..1].to_uppercase() + &word[1..];
    Ok(returns::by_group(&now, before.as_ref(), &heading, &gather::plain_caption(ground), shown))
}

fn over_time(ground: &Ground<'_>, wanted: &FiguresWanted, shown: Shown<'_>) -> Result<Table> {
    let (now, before) = gather::returns(ground, wanted.by)?;
    Ok(returns::over_time(&now, before.as_ref(), &gather::plain_caption(ground), shown))
}
