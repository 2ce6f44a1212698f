//! Everything that a paper of the round in view is made of, read once.
//!
//! Refuses to know: how it is composed.

pub(super) mod again;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::analysis::Grid;
use crate::analysis::grid::Kept;
use crate::analysis::group::By;
use crate::analysis::judged::Caption;
use crate::analysis::panels::{Beside, Found};
use crate::analysis::returns::{self, Returns};
use crate::analysis::sharing::{Sharing, Shown};
use crate::analysis::themes::Spoken;
use crate::analysis::triangle::Surveys;
use crate::api::chasing::Chasing;
use crate::api::figures::again::word;
use crate::api::figures::before::{Compared, before};
use crate::api::figures::gather::{Register, findings, planned_in};
use crate::api::figures::voices::{ASKED_FOR, TOLD, Voices};
use crate::api::figures::{Readers, shared};
use crate::api::panel::agreement;
use crate::api::session::Session;
use crate::api::tracking::own::own;
use crate::chase::Step;
use crate::error::Result;
use crate::intake::kept::{self, CameFrom};
use crate::publication::{self, Added, Of, Recipe, Single, Source};
use crate::report::account::{Asked, Before, Ground, Own, Paper, Picture, Reads, sheets_draw_on};
use crate::round::{Round, stood};
use crate::setting::{self, Setting, SettingId};
use crate::store::{AuditFile, Moment};
use crate::submission::SubmissionId;
use crate::submission::action::Planned;
use crate::template::Template;

/// A round read for its papers.
pub(in crate::api) struct Gathered {
    pub round: Round,
    pub template: Arc<Template>,
    pub grid: Grid,
    pub recipe: Recipe,
    /// How many children a setting has, where a list said so.
    pub sizes: BTreeMap<SettingId, u32>,
    /// The number of a setting in the national list, where it has one.
    pub urns: BTreeMap<SettingId, String>,
    files: BTreeMap<SubmissionId, CameFrom>,
    pub partnership: String,
    caption: Caption,
    asked: Vec<Asked>,
    first: NaiveDate,
    chased: [u32; 4],
    earlier: Option<Earlier>,
    planned: Vec<Planned>,
    found: Vec<Found>,
    rated: Vec<Beside>,
    spoken: Vec<Spoken>,
    asked_for: Vec<Spoken>,
    surveys: Surveys,
    own: Own,
    sharing: Option<Sharing>,
    people: &'static str,
}

struct Earlier {
    compared: Compared,
    planned: Vec<Planned>,
}

/// For whom a paper is: some are never for officers alone; where nothing is said, it is as the paper is read.
pub(super) fn readers_of(paper: Paper, said: Option<Readers>) -> Readers {
    if paper.is_for_others() {
        return Readers::Others;
    }
    if paper.is_in_full() {
        return Readers::Officers;
    }
    said.unwrap_or(match paper.unless_said() {
        Reads::Others => Readers::Others,
        Reads::Officers => Readers::Officers,
    })
}

impl Gathered {
    /// Reads the round in view.
    pub fn of(session: &Session, file: &AuditFile, readers: Readers) -> Result<Self> {
        let (chasing, sized) = (Chasing::of(session, file)?, sizes(file)?);
        let (round, template) = (chasing.round.clone(), Arc::clone(&chasing.template));
        let reader = file.reader();
        let grid = Grid::read(reader, round.id, &template)?;
        let today = chasing.today;
        let asked = asked(file, &round, (file.moment(file.world().now())?, today))?;
        let voices = Voices { file, round: &round, template: &template, grid: &grid };
        let (spoken, asked_for) = (voices.spoken(&TOLD, today)?, voices.spoken(&ASKED_FOR, today)?);
        let surveys = voices.surveys()?;
        let earlier = Earlier::of(file, (&round, readers), &template, None)?;
        let of = Of { round: &round, template: &template, grid: &grid, earlier: ratings(&earlier) };
        let own = own(file, &chasing)?;
        let counting = |sharing| shared::counting(sharing, &own.quality, spoken.iter().chain(&asked_for));
        let sharing = shared::sharing(file, (&grid, &round), readers, None)?.map(counting);
        let recipe = publication::now(file, of, readers.code(), today)?;
        Ok(Self {
            recipe: shared::hiding(recipe, sharing.as_ref()),
            first: first(&asked, today),
            chased: chased(&chasing, today),
            earlier,
            planned: planned_in(reader, round.id, &grid)?,
            found: findings(reader, round.id, &template)?,
            rated: agreement::beside(reader, &round, &template)?,
            own,
            caption: Caption { round: format!("Round {}", round.label), as_at: today },
            partnership: chasing.partnership.clone(),
            people: people(&template),
            sizes: sized,
            urns: urns(file)?,
            files: kept::came_from(reader, round.id)?,
            spoken,
            asked_for,
            surveys,
            sharing,
            asked,
            grid,
            round,
            template,
        })
    }

    /// The same for others: what few returns would tell is hidden.
    pub fn for_others(self, file: &AuditFile) -> Result<Self> {
        let readers = Readers::Others;
        may_be_beside(&self.earlier)?;
        let (round, template, grid) = (&self.round, &*self.template, &self.grid);
        let of = Of { round, template, grid, earlier: ratings(&self.earlier) };
        let recipe = publication::now(file, of, readers.code(), self.caption.as_at)?;
        let spoken = self.spoken.iter().chain(&self.asked_for);
        let counting = |sharing| shared::counting(sharing, &self.own.quality, spoken);
        let sharing = shared::sharing(file, (&self.grid, &self.round), readers, None)?.map(counting);
        Ok(Self { recipe: shared::hiding(recipe, sharing.as_ref()), sharing, ..self })
    }

    /// Says of its recipe what a paper is made of, and no more; its words are part of that.
    pub fn made_into(mut self, paper: Paper, added: &Added) -> Result<Self> {
        self.recipe = of_paper(self.recipe, paper, added)?;
        Ok(self)
    }

    /// The same of feedback sheets.
    pub fn made_into_sheets(mut self, briefing: &Added) -> Result<Self> {
        self.recipe = of_sheets(self.recipe, briefing)?;
        Ok(self)
    }

    /// The same of a chart by itself, or of all of them.
    pub fn made_into_charts(mut self, picture: Option<Picture>) -> Self {
        let drawn = |source: &Source| match picture {
            Some(picture) => picture.draws_on(*source),
            None => Picture::ALL.into_iter().any(|picture| picture.draws_on(*source)),
        };
        self.recipe.sources.retain(|source, _| drawn(source));
        let name = picture.map(word).unwrap_or_default();
        self.recipe.part = Some(Single { name, by: By::default(), as_at: None });
        self
    }

    /// Refuses to share anything new where too few returns differ from what was shared before.
    pub fn may_be_shared(&self) -> Result<()> {
        shared::may_be(self.sharing.as_ref(), &self.round)
    }

    /// What was added to a paper.
    pub fn added(&self, file: &AuditFile, paper: Paper) -> Result<Added> {
        publication::added(file.reader(), self.round.id, paper.code())
    }

    fn shown(&self) -> Shown<'_> {
        self.sharing.as_ref().map_or(Shown::ToOfficers, Shown::ToOthers)
    }

    /// The ground of a paper.
    pub fn ground<'g>(&'g self, added: &'g Added) -> Ground<'g> {
        Ground {
            partnership: &self.partnership,
            round: &self.round.label,
            template: &self.template,
            grid: self.shown().grid(&self.grid),
            caption: &self.caption,
            shown: self.shown(),
            asked: &self.asked,
            first: self.first,
            due: self.asked.first().and_then(|asked| asked.now.due),
            signs: &self.round.signs,
            chased: self.chased,
            earlier: self
                .earlier
                .as_ref()
                .map(|before| Before { earlier: before.compared.earlier(), planned: &before.planned }),
            planned: &self.planned,
            found: &self.found,
            rated: &self.rated,
            spoken: &self.spoken,
            asked_for: &self.asked_for,
            surveys: &self.surveys,
            own: &self.own,
            added,
            recipe: &self.recipe,
            files: &self.files,
            people: self.people,
        }
    }
}

/// The recipe of a paper: of everything that figures may be made of, what this one is.
pub(super) fn of_paper(mut recipe: Recipe, paper: Paper, added: &Added) -> Result<Recipe> {
    let shared = Readers::of(&recipe.readers) == Readers::Others;
    recipe.sources.insert(Source::Words, publication::words(added)?);
    recipe.sources.retain(|source, _| paper.draws_on(*source, shared));
    Ok(recipe)
}

/// The recipe of feedback sheets, whose last part is the briefing's.
pub(super) fn of_sheets(mut recipe: Recipe, briefing: &Added) -> Result<Recipe> {
    recipe.sources.insert(Source::Words, publication::words(briefing)?);
    recipe.sources.retain(|source, _| sheets_draw_on(*source));
    Ok(recipe)
}

/// The ratings of the round before.
fn ratings(earlier: &Option<Earlier>) -> Option<&Grid> {
    earlier.as_ref().map(|before| before.compared.grid())
}

/// Refuses to set the round before beside figures for others where it is not known what was shared of it.
fn may_be_beside(earlier: &Option<Earlier>) -> Result<()> {
    earlier.as_ref().map_or(Ok(()), |before| before.compared.may_be_shared())
}

impl Earlier {
    fn of(
        file: &AuditFile,
        (round, readers): (&Round, Readers),
        template: &Arc<Template>,
        then: Option<Moment>,
    ) -> Result<Option<Self>> {
        let Some(was) = before(file.reader(), round)? else { return Ok(None) };
        let compared = Compared::of(&mut Kept::default(), file, (round, readers), template, then)?;
        let Some(compared) = compared else { return Ok(None) };
        let planned = planned_in(file.reader(), was.id, compared.earlier().grid)?;
        Ok(Some(Self { compared, planned }))
    }
}

/// The ways of telling settings apart; where none says anything, the first is told all the same.
const GROUPS: [(&str, By); 4] =
    [("Phase", By::Phase), ("Status", By::Status), ("Locality", By::Locality), ("Trust", By::Trust)];

/// Who was asked to return in a round and in the one before, as both stood at a moment; the day is that of the paper.
fn asked(file: &AuditFile, round: &Round, (then, day): (Moment, NaiveDate)) -> Result<Vec<Asked>> {
    let register = Register::of(file, round, then)?;
    let was = before(file.reader(), round)?;
    let was = was.map(|was| -> Result<_> {
        let register = Register::of(file, &was, then)?;
        Ok((stood::round(file, was, then)?.label, register))
    });
    let was = was.transpose()?;
    let told = |(word, by): (&str, By)| {
        let now = Returns { day, ..register.by(by) };
        let before = was.as_ref().map(|(label, register)| returns::Before {
            label: label.clone(),
            returns: Returns { day, ..register.by(by) },
        });
        Asked { word: word.to_owned(), now, before }
    };
    let all: Vec<Asked> = GROUPS.into_iter().map(told).collect();
    let any = all.iter().any(Asked::tells);
    let kept = all.into_iter().enumerate().filter(|(at, asked)| asked.tells() || !any && *at == 0);
    Ok(kept.map(|(_, asked)| asked).collect())
}

fn sizes(file: &AuditFile) -> Result<BTreeMap<SettingId, u32>> {
    let abouts = setting::abouts(file.reader())?.into_iter();
    Ok(abouts.filter_map(|(id, about)| Some((id, about.pupils?))).collect())
}

fn urns(file: &AuditFile) -> Result<BTreeMap<SettingId, String>> {
    let all = setting::all(file.reader())?.into_iter();
    Ok(all.filter_map(|(id, one)| Some((id, urn(&one)?))).collect())
}

fn urn(of: &Setting) -> Option<String> {
    of.identifiers.get("urn").cloned()
}

/// The day on which a round began: as it says, else the first thing that came in.
fn first(asked: &[Asked], today: NaiveDate) -> NaiveDate {
    let came = asked
        .iter()
        .flat_map(|one| &one.now.lines)
        .flat_map(|line| line.events.iter().map(|event| event.on))
        .min();
    let opened = asked.first().and_then(|one| one.now.opened);
    opened.or(came).unwrap_or(today).min(today)
}

fn chased(chasing: &Chasing, on: NaiveDate) -> [u32; 4] {
    let mut counts = [0; 4];
    for one in chasing.chased.iter().filter(|one| one.on <= on) {
        let place = match one.step {
            Step::Reminder => 0,
            Step::Spoken => 1,
            Step::Extension => 2,
            Step::Escalated => 3,
        };
        counts[place] += 1;
    }
    counts
}

/// How those who were asked are spoken of.
pub(in crate::api) fn people(template: &Template) -> &'static str {
    use crate::template::Audience;
    match template.audience {
        Audience::School => "schools",
        Audience::Agency | Audience::Voluntary => "organisations",
        Audience::EarlyYears => "settings",
        Audience::CaseAudit => "cases",
        Audience::PractitionerSurvey => "practitioners",
    }
}
