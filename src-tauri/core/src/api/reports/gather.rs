//! Everything that a paper of the round in view is made of, read once.
//!
//! Refuses to know: how it is composed.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::analysis::Grid;
use crate::analysis::grid::Kept;
use crate::analysis::judged::Caption;
use crate::analysis::panels::{Beside, Found};
use crate::analysis::response::Line;
use crate::analysis::sharing::{Sharing, Shown};
use crate::api::chasing::Chasing;
use crate::api::figures::Readers;
use crate::api::figures::before::{Compared, before};
use crate::api::figures::gather::findings;
use crate::api::panel::agreement;
use crate::api::round_papers::{asked, events};
use crate::api::session::Session;
use crate::chase::Step;
use crate::error::Result;
use crate::publication::{self, Added, Recipe};
use crate::report::account::{Before, Ground, Paper};
use crate::round::Round;
use crate::round::dates::GroupBy;
use crate::setting::{self, SettingId};
use crate::store::AuditFile;
use crate::submission::action::{self, Planned};
use crate::template::{self, Template};

/// A round read for its papers.
pub(super) struct Gathered {
    pub round: Round,
    pub template: Arc<Template>,
    pub grid: Grid,
    pub recipe: Recipe,
    /// How many children a setting has, where a list said so.
    pub sizes: BTreeMap<SettingId, u32>,
    caption: Caption,
    partnership: String,
    lines: Vec<(String, Vec<Line>)>,
    first: NaiveDate,
    chased: [u32; 4],
    earlier: Option<Earlier>,
    planned: Vec<Planned>,
    found: Vec<Found>,
    rated: Vec<Beside>,
    sharing: Option<Sharing>,
    people: String,
}

struct Earlier {
    compared: Compared,
    lines: Vec<Line>,
    first: NaiveDate,
    planned: Vec<Planned>,
}

/// For whom a paper is: some are never for officers alone.
pub(super) fn readers_of(paper: Paper, readers: Readers) -> Readers {
    if paper.is_for_others() { Readers::Others } else { readers }
}

impl Gathered {
    /// Reads the round in view.
    pub fn of(session: &Session, file: &AuditFile, readers: Readers) -> Result<Self> {
        let chasing = Chasing::of(session, file)?;
        let (round, template) = (chasing.round.clone(), Arc::clone(&chasing.template));
        let reader = file.reader();
        let grid = Grid::read(reader, round.id, &template)?;
        let today = chasing.today;
        let code = match readers {
            Readers::Officers => "officers",
            Readers::Others => "others",
        };
        let lines = lines(&chasing, file, today)?;
        let sharing = match readers {
            Readers::Officers => None,
            Readers::Others => Some(Sharing::of(&grid, round.threshold)),
        };
        let sizes = setting::abouts(reader)?.into_iter().filter_map(|(id, about)| Some((id, about.pupils?)));
        Ok(Self {
            recipe: publication::now(file, (&round, &template), &grid, code, today)?,
            first: first(&round, &lines, today),
            chased: chased(&chasing),
            earlier: Earlier::of(file, &round, &template)?,
            planned: action::of_round(reader, round.id)?,
            found: findings(reader, round.id, &template)?,
            rated: agreement::beside(reader, &round, &template)?,
            caption: Caption { round: format!("Round {}", round.label), as_at: today },
            partnership: chasing.partnership.clone(),
            people: people(&template),
            sizes: sizes.collect(),
            sharing,
            lines,
            grid,
            round,
            template,
        })
    }

    /// What was added to a paper.
    pub fn added(&self, file: &AuditFile, paper: Paper) -> Result<Added> {
        publication::added(file.reader(), self.round.id, paper.code())
    }

    /// The ground of a paper.
    pub fn ground<'g>(&'g self, added: &'g Added) -> Ground<'g> {
        Ground {
            partnership: &self.partnership,
            round: &self.round.label,
            template: &self.template,
            grid: &self.grid,
            caption: &self.caption,
            shown: self.sharing.as_ref().map_or(Shown::ToOfficers, Shown::ToOthers),
            lines: &self.lines,
            first: self.first,
            due: self.round.due,
            signs: &self.round.signs,
            chased: self.chased,
            earlier: self.earlier.as_ref().map(|before| Before {
                earlier: before.compared.earlier(),
                lines: &before.lines,
                first: before.first,
                planned: &before.planned,
            }),
            planned: &self.planned,
            found: &self.found,
            rated: &self.rated,
            added,
            recipe: &self.recipe,
            people: &self.people,
        }
    }
}

impl Earlier {
    fn of(file: &AuditFile, round: &Round, template: &Arc<Template>) -> Result<Option<Self>> {
        let Some(was) = before(file.reader(), round)? else { return Ok(None) };
        let compared = Compared::of(&mut Kept::default(), file, round, template, None)?;
        let Some(compared) = compared else { return Ok(None) };
        let tool = template::load(file.reader(), &was.template)?;
        let chasing = Chasing::round(file, was.clone(), tool)?;
        let last = was.due.unwrap_or(chasing.today).max(chasing.today);
        let lines = asked(&chasing, file.reader(), GroupBy::Phase, last, events(&chasing, file.reader())?)?;
        let grouped = vec![("Phase".to_owned(), lines)];
        let first = first(&was, &grouped, chasing.today);
        let lines = grouped.into_iter().next().map(|(_, lines)| lines).unwrap_or_default();
        Ok(Some(Self { compared, planned: action::of_round(file.reader(), was.id)?, lines, first }))
    }
}

fn lines(chasing: &Chasing, file: &AuditFile, on: NaiveDate) -> Result<Vec<(String, Vec<Line>)>> {
    let groups = [
        ("Phase", GroupBy::Phase),
        ("Status", GroupBy::Status),
        ("Locality", GroupBy::Locality),
        ("Trust", GroupBy::Trust),
    ];
    let mut all = Vec::new();
    for (word, by) in groups {
        let lines = asked(chasing, file.reader(), by, on, events(chasing, file.reader())?)?;
        // Where nothing is known by which to tell them apart, the table would have one row.
        if word == "Phase" || lines.iter().any(|line| !line.group.is_empty()) {
            all.push((word.to_owned(), lines));
        }
    }
    Ok(all)
}

/// The day on which a round began: as it says, else the first thing that came in.
fn first(round: &Round, lines: &[(String, Vec<Line>)], today: NaiveDate) -> NaiveDate {
    let came = lines
        .iter()
        .flat_map(|(_, lines)| lines)
        .flat_map(|line| line.events.iter().map(|event| event.on))
        .min();
    round.opens.or(came).unwrap_or(today).min(today)
}

fn chased(chasing: &Chasing) -> [u32; 4] {
    let mut counts = [0; 4];
    for one in &chasing.chased {
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
fn people(template: &Template) -> String {
    use crate::template::Audience;
    match template.audience {
        Audience::School => "schools",
        Audience::Agency | Audience::Voluntary => "organisations",
        Audience::EarlyYears => "settings",
        Audience::CaseAudit => "cases",
        Audience::PractitionerSurvey => "practitioners",
    }
    .to_owned()
}
