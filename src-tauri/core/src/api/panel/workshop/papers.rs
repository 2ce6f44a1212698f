//! The papers of a workshop: gathered from the plan and the returns, written where the person says.

use chrono::NaiveDate;
use serde::Deserialize;

use super::shown::{Ground as Known, lines};
use crate::analysis::judged::day;
use crate::api::panel::ground::Ground;
use crate::api::panel::papers::content;
use crate::api::paper_format::{self, PaperFormat};
use crate::api::session::Session;
use crate::api::views::Written;
use crate::api::{chasing, save};
use crate::error::{Error, Result};
use crate::panel::session::{Outcome, PanelSession, PanelSessionId, Plan, SessionState};
use crate::panel::workshop::{self, Workshop, WorkshopId};
use crate::partnership;
use crate::report::Document;
use crate::report::workshop::{self as paper, Day, Drawn, Taker};
use crate::round;
use crate::setting::SettingId;
use crate::setting::contact::Answering;
use crate::store::AuditFile;
use crate::template;

/// A paper of a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WorkshopPaper {
    /// Who reviews whom.
    Allocation,
    /// In which order organisations present.
    Programme,
    /// What was put to whom.
    Record,
    /// A page for each organisation to present from.
    Presentation,
}

/// A paper that is asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WorkshopPaperWanted {
    pub workshop: WorkshopId,
    pub paper: WorkshopPaper,
    /// Of presentation sheets: only this organisation's.
    #[serde(default)]
    pub setting: Option<SettingId>,
    pub format: PaperFormat,
}

/// `workshop.paper`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: WorkshopPaperWanted) -> Result<Option<Written>> {
    let document = composed(session, &wanted)?;
    let name = save::file_name(&[&document.title], wanted.format.ending());
    paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)
}

fn composed(session: &Session, wanted: &WorkshopPaperWanted) -> Result<Document> {
    let mut figures = session.figures();
    session.file(|file| {
        session.round(file)?;
        let one = workshop::load(file.reader(), wanted.workshop)?;
        let known = Known::of(file.reader(), one.round)?;
        let on = said(file, &one)?;
        let takers = takers(&known, &one);
        match wanted.paper {
            WorkshopPaper::Allocation => {
                let takers: Vec<Taker> = takers.into_iter().map(|(_, taker)| taker).collect();
                Ok(paper::allocation(&on, &takers, &drawn(&known, &one)))
            }
            WorkshopPaper::Programme => {
                let takers: Vec<Taker> = takers.into_iter().map(|(_, taker)| taker).collect();
                Ok(paper::programme(&on, &takers))
            }
            WorkshopPaper::Record => Ok(paper::record(&on, &put(file, &known, &one)?)),
            WorkshopPaper::Presentation => {
                let template =
                    template::load(file.reader(), &round::load(file.reader(), one.round)?.template)?;
                let grid = figures.grid(file, one.round, &template)?;
                let wanted =
                    takers.into_iter().filter(|(id, _)| wanted.setting.is_none_or(|only| only == *id));
                let sheets = wanted.map(|(id, taker)| {
                    let ground = Ground::of(file.reader(), &unmet(file, &one, id))?;
                    Ok((taker, content(&ground, grid)))
                });
                let sheets = sheets.collect::<Result<Vec<_>>>()?;
                if sheets.is_empty() {
                    return Err(Error::missing("That organisation does not take part in this workshop.")
                        .hint("Choose one of those that do."));
                }
                Ok(paper::presentation(&on, &sheets))
            }
        }
    })
}

fn said(file: &AuditFile, one: &Workshop) -> Result<Day> {
    let reader = file.reader();
    let round = round::load(reader, one.round)?;
    let template = template::load(reader, &round.template)?;
    let pair = |name: &str, said: &str| (name.to_owned(), said.to_owned());
    let on = one.plan.on.map(chasing::in_words).unwrap_or_default();
    Ok(Day {
        name: one.plan.name.clone(),
        partnership: partnership::load(reader)?.name,
        round: format!("{}, {}", template.title, round.label),
        when: vec![
            pair("Day", &on),
            pair("Begins", &one.plan.starts),
            pair("Where", &one.plan.place),
            pair("Theme", &one.plan.theme),
        ],
        today: day(file.world().today()),
        code: file.head()?,
    })
}

fn takers(known: &Known, one: &Workshop) -> Vec<(SettingId, Taker)> {
    let all = lines(known, one).into_iter();
    all.map(|line| {
        let people = known.people.get(&line.setting).cloned().unwrap_or_default();
        let taker = Taker {
            name: line.name,
            author: in_words(&people.author),
            substitute: in_words(&people.substitute),
            reviewers: line.reviewers,
            reviews: line.reviews,
        };
        (line.setting, taker)
    })
    .collect()
}

fn in_words(person: &Answering) -> String {
    let parts = [&person.name, &person.role, &person.email, &person.telephone];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(", ")
}

fn drawn(known: &Known, one: &Workshop) -> Drawn {
    let at = one.at.get(..10).and_then(|text| text.parse::<NaiveDate>().ok()).map(day).unwrap_or_default();
    let apart = one.plan.apart.iter();
    Drawn {
        seed: one.seed.to_string(),
        each: one.plan.each,
        by: format!("{}, {at}", one.who),
        apart: apart
            .map(|pair| [known.name(pair.one), known.name(pair.other), pair.reason.clone()])
            .collect(),
        remarks: Vec::new(),
    }
}

fn put(file: &AuditFile, known: &Known, one: &Workshop) -> Result<Vec<[String; 5]>> {
    let all = workshop::challenges(file.reader(), one.id)?.into_iter();
    let line = |put: workshop::Put| {
        let on = put.replied.map(day).unwrap_or_default();
        let reply = if put.reply.is_empty() { "Open".to_owned() } else { put.reply };
        [known.name(put.setting), put.by, put.text, reply, on]
    };
    Ok(all.map(line).collect())
}

/// A session that nobody planned: what an organisation says before anybody meets it.
fn unmet(file: &AuditFile, one: &Workshop, setting: SettingId) -> PanelSession {
    PanelSession {
        id: PanelSessionId::new(file.world().as_ref()),
        round: one.round,
        setting,
        state: SessionState::Planned,
        plan: Plan::default(),
        people: Vec::new(),
        enquiries: Vec::new(),
        seen: Vec::new(),
        notes: String::new(),
        outcome: Outcome::default(),
        revealed: None,
    }
}
