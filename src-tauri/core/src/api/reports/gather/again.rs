//! The figures of something that was written, made again: today, and as the file stood then.
//!
//! Ratings, registers, names and dated events have a past in a file. Surveys, themes, findings and the plan have none, so they are
//! taken as they are where they are as they were, and left out where they are not. Refuses to know: what is said of it.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Earlier, Gathered, asked, chased, first, may_be_beside, of_paper, of_sheets, people, ratings, urn,
};
use crate::analysis::Grid;
use crate::analysis::judged::Caption;
use crate::analysis::triangle::Surveys;
use crate::api::chasing::Chasing;
use crate::api::figures::gather::{findings, planned_in};
use crate::api::figures::of_then::moment;
use crate::api::figures::voices::{ASKED_FOR, TOLD, Voices};
use crate::api::figures::{Readers, shared};
use crate::api::panel::agreement;
use crate::api::reports::feedback::FEEDBACK;
use crate::api::session::Session;
use crate::api::tracking::own::own;
use crate::error::Result;
use crate::intake::kept;
use crate::publication::{self, Added, Of, Recipe, Source, Wrote};
use crate::report::account::{Own, Paper};
use crate::round::Round;
use crate::setting;
use crate::store::{AuditFile, Moment};
use crate::template::Template;

/// What a recipe was made of, read again.
struct Stood {
    round: Round,
    template: Arc<Template>,
    grid: Grid,
    earlier: Option<Earlier>,
    day: NaiveDate,
    /// The moment that it is of; none where it is of now.
    then: Option<Moment>,
}

impl Stood {
    /// As the file stands, or as it stood at a moment; of a past day, as that day ended.
    fn of(session: &Session, file: &AuditFile, wrote: &Wrote, then: Option<Moment>) -> Result<Self> {
        let (round, template) = crate::api::round::current(session, file)?;
        // What a round was set to counts from when something was written, of whatever day it is.
        let round = match then {
            Some(then) => crate::round::stood::round(file, round, then)?,
            None => round,
        };
        let (then, day) = moment(file, wrote, then)?;
        let grid = match then {
            Some(then) => Grid::read_at(file, round.id, &template, then)?,
            None => Grid::read(file.reader(), round.id, &template)?,
        };
        let earlier = match wrote.recipe.earlier.is_empty() {
            true => None,
            false => Earlier::of(file, (&round, Readers::Officers), &template, then)?,
        };
        Ok(Self { round, template, grid, earlier, day, then })
    }

    fn made_of(&self) -> Of<'_> {
        let Self { round, template, grid, earlier, .. } = self;
        Of { round, template, grid, earlier: ratings(earlier) }
    }
}

/// Reads the file as it stood when something was written; as it stands where its log never had the code.
pub(in crate::api::reports) fn as_it_stood<T>(
    file: &mut AuditFile,
    wrote: &Wrote,
    read: impl FnOnce(&AuditFile) -> Result<T>,
) -> Result<T> {
    match (file.moment_of(&wrote.recipe.head)?, wrote.at.parse()) {
        (Some(moment), Ok(at)) => file.as_it_stood((moment, at), read),
        _ => read(file),
    }
}

/// The recipe of the same figures made today.
pub(in crate::api::reports) fn remade(session: &Session, file: &AuditFile, wrote: &Wrote) -> Result<Recipe> {
    let stood = Stood::of(session, file, wrote, None)?;
    let recipe = publication::of(file, stood.made_of(), &wrote.recipe.readers, (stood.then, stood.day))?;
    let added = |paper: Paper| publication::added(file.reader(), stood.round.id, paper.code());
    match paper(wrote) {
        Some(paper) => of_paper(recipe, paper, &added(paper)?),
        None if wrote.paper == FEEDBACK => of_sheets(recipe, &added(Paper::DslBriefing)?),
        None => of_handover(file, &stood, (wrote, file.moment(file.world().now())?), recipe),
    }
}

/// The recipe of a handover has what that is made of besides; any other stays as it is.
fn of_handover(
    file: &AuditFile,
    stood: &Stood,
    (wrote, then): (&Wrote, Moment),
    mut recipe: Recipe,
) -> Result<Recipe> {
    if wrote.recipe.sources.contains_key(&Source::Contacts) {
        recipe.sources.extend(publication::handed_over(file, stood.round.id, then)?);
    }
    Ok(recipe)
}

/// The recipe of the same figures as the file stood when they were made; none where its log never had the code that the
/// recipe names.
pub(in crate::api::reports) fn stood(
    session: &Session,
    file: &AuditFile,
    wrote: &Wrote,
) -> Result<Option<Recipe>> {
    let Some(moment) = file.moment_of(&wrote.recipe.head)? else { return Ok(None) };
    let stood = Stood::of(session, file, wrote, Some(moment))?;
    let then = (stood.then.unwrap_or(moment), stood.day);
    let recipe = publication::again(file, stood.made_of(), then, &wrote.recipe)?;
    of_handover(file, &stood, (wrote, moment), recipe).map(Some)
}

/// Which paper was written; none where it was a table, a chart or something else.
pub(in crate::api::reports) fn paper(wrote: &Wrote) -> Option<Paper> {
    Paper::ALL.into_iter().find(|paper| paper.code() == wrote.paper)
}

impl Gathered {
    /// Reads the round in view as it stood when a paper was written, with what is today as it was then; none where the log
    /// never had the code that the recipe names.
    pub fn again(session: &Session, file: &AuditFile, wrote: &Wrote) -> Result<Option<Self>> {
        let Some(moment) = file.moment_of(&wrote.recipe.head)? else { return Ok(None) };
        let now = remade(session, file, wrote)?;
        let stood = Stood::of(session, file, wrote, Some(moment))?;
        let recipe = publication::again(file, stood.made_of(), (moment, stood.day), &wrote.recipe)?;
        if Readers::of(&recipe.readers) == Readers::Others {
            may_be_beside(&stood.earlier)?;
        }
        let today = stood.day;
        let chasing = Chasing::of(session, file)?.at(file, (moment, today))?;
        let known = setting::all_at(file, moment)?;
        let still = Still { file, chasing: &chasing, stood: &stood, then: &wrote.recipe, now: &now };
        let asked = asked(file, &stood.round, (moment, today))?;
        let same = now.digest == wrote.recipe.digest;
        let own = still.own()?;
        let spoken = still.a(Source::Themes, || still.voices().spoken(&TOLD, today))?;
        let asked_for = still.a(Source::Themes, || still.voices().spoken(&ASKED_FOR, today))?;
        let counting = |sharing| shared::counting(sharing, &own.quality, spoken.iter().chain(&asked_for));
        let (of, readers) = ((&stood.grid, &stood.round), Readers::of(&recipe.readers));
        let sharing = shared::sharing(file, of, readers, Some(wrote))?.map(counting);
        Ok(Some(Self {
            first: first(&asked, today),
            chased: chased(&chasing, today),
            planned: if same { planned_in(file.reader(), stood.round.id, &stood.grid)? } else { Vec::new() },
            found: still.a(Source::Panels, || findings(file.reader(), stood.round.id, &stood.template))?,
            rated: still
                .a(Source::Panels, || agreement::beside(file.reader(), &stood.round, &stood.template))?,
            own,
            spoken,
            asked_for,
            surveys: still.surveys()?,
            caption: Caption { round: format!("Round {}", stood.round.label), as_at: today },
            partnership: chasing.partnership.clone(),
            people: people(&stood.template),
            sizes: known.iter().filter_map(|(id, one)| Some((*id, one.pupils?))).collect(),
            urns: known.iter().filter_map(|(id, one)| Some((*id, urn(&one.setting)?))).collect(),
            files: kept::came_from(file.reader(), stood.round.id)?,
            sharing,
            recipe,
            asked,
            earlier: stood.earlier,
            grid: stood.grid,
            round: stood.round,
            template: stood.template,
        }))
    }
}

/// What is today as it was when a paper was written.
struct Still<'s> {
    file: &'s AuditFile,
    chasing: &'s Chasing,
    stood: &'s Stood,
    then: &'s Recipe,
    now: &'s Recipe,
}

impl Still<'_> {
    fn is(&self, source: Source) -> bool {
        let was = self.then.sources.get(&source);
        was.is_some() && was == self.now.sources.get(&source)
    }

    /// Everything that there is of something, where it is as it was.
    fn a<T>(&self, source: Source, read: impl FnOnce() -> Result<Vec<T>>) -> Result<Vec<T>> {
        if self.is(source) { read() } else { Ok(Vec::new()) }
    }

    fn voices(&self) -> Voices<'_> {
        let Stood { round, template, grid, .. } = self.stood;
        Voices { file: self.file, round, template, grid }
    }

    /// Surveys stand beside what panels rated.
    fn surveys(&self) -> Result<Surveys> {
        let same = self.is(Source::Surveys) && self.is(Source::Panels);
        if same { self.voices().surveys() } else { Ok(Surveys::default()) }
    }

    /// What the returns themselves give is there while they are the same.
    fn own(&self) -> Result<Own> {
        let Own {
            plan,
            before,
            recommendations,
            matters,
            practice,
            not_returned,
            samples,
            drawn,
            quality,
            numbers,
            themes,
        } = own(self.file, self.chasing)?;
        let (panels, planned) = (self.is(Source::Panels), self.is(Source::Plan));
        let same = self.now.digest == self.then.digest;
        let mut kept = Own::default();
        if planned {
            kept = Own { plan, before, recommendations, matters, ..kept };
        }
        if panels {
            kept = Own { practice, samples, drawn, ..kept };
        }
        if panels && planned {
            kept = Own { themes, ..kept };
        }
        if same {
            kept = Own { quality, numbers, ..kept };
        }
        Ok(Own { not_returned, ..kept })
    }
}

/// The words that people put into a paper, where they are as they were.
pub(in crate::api::reports) fn words(
    file: &AuditFile,
    gathered: &Gathered,
    (wrote, paper): (&Wrote, Paper),
) -> Result<Added> {
    let added = publication::added(file.reader(), gathered.round.id, paper.code())?;
    let same = wrote.recipe.sources.get(&Source::Words) == Some(&publication::words(&added)?);
    Ok(if same { Added { approved: None, ..added } } else { Added::default() })
}

/// What else a paper was made of that is not as it was, by name.
pub(in crate::api::reports) fn left_out(then: &Recipe, now: &Recipe) -> Vec<&'static str> {
    then.moved(now).filter(|source| !source.has_past()).map(Source::name).collect()
}
