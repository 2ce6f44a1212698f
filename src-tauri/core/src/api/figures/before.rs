//! The round before the one in view, read to be set beside it, and what a person said about comparing the two.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Readers, shared};
use crate::analysis::Grid;
use crate::analysis::between::{Beside, Earlier};
use crate::analysis::grid::Kept;
use crate::analysis::judged::day;
use crate::analysis::sharing::SharedBefore;
use crate::api::call::Nothing;
use crate::api::round;
use crate::api::session::Session;
use crate::error::{Error, Kind, Result};
use crate::round::comparison::{self, Said, Verdict};
use crate::round::{Round, stood};
use crate::store::{AuditFile, Moment, Reader};
use crate::template::{self, Came, LevelCode, Origin, Question, QuestionId, Template, Way};

/// The round before, read.
pub(in crate::api) struct Compared {
    label: String,
    grid: Grid,
    questions: BTreeMap<QuestionId, Beside>,
    /// What was shared of it; where that is not known, why not.
    shared: Result<Vec<SharedBefore>>,
}

impl Compared {
    /// The round before, as it stood at a moment where one is named; nothing where it is not in the file. Refused for others
    /// where it is not known what was shared of it.
    pub(in crate::api) fn of(
        figures: &mut Kept,
        file: &AuditFile,
        (round, readers): (&Round, Readers),
        template: &Arc<Template>,
        then: Option<Moment>,
    ) -> Result<Option<Self>> {
        let Some(earlier) = before(file.reader(), round)? else { return Ok(None) };
        let was = template::load(file.reader(), &earlier.template)?;
        let way = template::way(file.reader(), &earlier.template, template)?;
        let grid = Grid::clone(&*figures.grid_at(file, earlier.id, &was, then)?);
        let said = comparison::all(file, round.id, then.map_or_else(|| now(file), Ok)?)?;
        let shared = match shared::before(file, earlier.id, &grid) {
            // Officers read on where a recipe is damaged.
            Err(error) if error.kind != Kind::File || readers == Readers::Others => return Err(error),
            shared => shared,
        };
        let label = match then {
            Some(then) => stood::round(file, earlier, then)?.label,
            None => earlier.label,
        };
        let mut compared = Self { label, grid, questions: BTreeMap::new(), shared };
        for question in template.questions() {
            let beside = compared.beside(question, (template, &was), way.as_ref(), said.get(&question.id));
            compared.questions.insert(question.id.clone(), beside);
        }
        Ok(Some(compared))
    }

    pub(in crate::api) fn earlier(&self) -> Earlier<'_> {
        let Self { label, grid, questions, shared } = self;
        Earlier { label, grid, questions, shared: shared.as_deref().unwrap_or_default() }
    }

    /// Refuses to be set beside figures for others where it is not known what was shared of it.
    pub(in crate::api) fn may_be_shared(&self) -> Result<()> {
        self.shared.as_ref().map(|_| ()).map_err(Error::clone)
    }

    /// Its ratings.
    pub(in crate::api) fn grid(&self) -> &Grid {
        &self.grid
    }

    fn beside(
        &mut self,
        question: &Question,
        (template, was): (&Template, &Template),
        way: Option<&Way>,
        said: Option<&Said>,
    ) -> Beside {
        let origin = way.and_then(|way| way.origin(&question.id));
        let Some(origin) = origin else { return broken(NEW, &[], was) };
        let from: Vec<&QuestionId> = origin.from.iter().collect();
        let [then] = from[..] else {
            return broken(if origin.came == Came::Merged { MERGED } else { SPLIT }, &from, was);
        };
        let why = match origin.came {
            Came::Same => self.unlike(question, then, template, way, &origin),
            Came::Reworded => Some(REWORDED),
            Came::Split => Some(SPLIT),
            Came::Merged => Some(MERGED),
        };
        let with = |said: String| {
            let number = was.question(then).map(|question| question.number.clone()).unwrap_or_default();
            Beside::With { then: then.clone(), number, said }
        };
        match (said, why) {
            (Some(said), _) if said.verdict == Verdict::LeaveOut => broken(&words(said), &from, was),
            (Some(said), Some(_)) if origin.came.alone() => with(words(said)),
            (Some(_) | None, Some(why)) => broken(why, &from, was),
            (Some(_) | None, None) => with(String::new()),
        }
    }

    /// Why two questions of the same words are not compared; where a map says what each level became, it is read so.
    fn unlike(
        &mut self,
        question: &Question,
        then: &QuestionId,
        template: &Template,
        way: Option<&Way>,
        origin: &Origin,
    ) -> Option<&'static str> {
        let column = self.grid.columns.iter_mut().find(|column| column.question == *then)?;
        let now = template.scale_of(question).map(|scale| {
            scale.levels.iter().map(|level| (level.code.clone(), level.meaning)).collect::<Vec<_>>()
        });
        if now.as_deref() == Some(column.levels()) {
            return None;
        }
        let became = |code: &LevelCode| {
            let value = way?.value(origin, code.as_str())?;
            template.level(question, &value).map(|level| level.meaning)
        };
        if column.levels().iter().any(|(code, _)| became(code).is_some()) {
            column.read_as(became);
            return None;
        }
        Some(OTHER_SCALE)
    }
}

const NEW: &str = "New: no earlier figure";
const REWORDED: &str = "Reworded";
const SPLIT: &str = "Split from one question";
const MERGED: &str = "Merged from several";
const OTHER_SCALE: &str = "Another scale, and no map between the two";

fn broken(why: &str, from: &[&QuestionId], was: &Template) -> Beside {
    let known = from.iter().filter_map(|id| was.question(id));
    let from = known.map(|question| (question.number.clone(), question.text.clone())).collect();
    Beside::Broken { why: why.to_owned(), from }
}

fn words(said: &Said) -> String {
    let on = said.on.parse().map(day).unwrap_or_else(|_| said.on.clone());
    let what = match said.verdict {
        Verdict::Compare => "Compared",
        Verdict::LeaveOut => "Left out",
    };
    format!("{what} by {} on {on}: {}", said.who, said.reason)
}

/// The moment that is now.
pub(super) fn now(file: &AuditFile) -> Result<Moment> {
    file.moment(file.world().now())
}

/// The questions that are the same as in an earlier round, each with what it was then.
pub(in crate::api) fn same_questions(
    reader: Reader<'_>,
    earlier: &Round,
    template: &Arc<Template>,
) -> Result<BTreeMap<QuestionId, QuestionId>> {
    let way = template::way(reader, &earlier.template, template)?;
    Ok(way.map(|way| same(&way, template)).unwrap_or_default())
}

/// The questions that are the same in both, on the same words.
fn same(way: &Way, template: &Template) -> BTreeMap<QuestionId, QuestionId> {
    let from = |id: &QuestionId| {
        let origin = way.origin(id).filter(|origin| origin.came == Came::Same && origin.from.len() == 1)?;
        Some((id.clone(), origin.from.first()?.clone()))
    };
    template.questions().filter_map(|question| from(&question.id)).collect()
}

/// The round before one, if it is in the file.
pub(in crate::api) fn before(reader: Reader<'_>, round: &Round) -> Result<Option<Round>> {
    round.earlier.map(|id| crate::round::load(reader, id)).transpose()
}

/// What a person says about a question beside the last round.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ComparisonSaid {
    pub question: QuestionId,
    /// None takes back what was said.
    #[serde(default)]
    pub verdict: Option<Verdict>,
    #[serde(default)]
    pub reason: String,
}

/// A question beside the last round, as a person decides about it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct ComparisonLine {
    pub question: QuestionId,
    pub number: String,
    pub text: String,
    /// Whether it is compared.
    pub compared: bool,
    /// Why not, or who said so.
    pub why: String,
    /// The question then, by number and text.
    pub from: Vec<String>,
    /// Whether a person may say that it is compared: one question became one.
    pub open: bool,
    /// What a person said, where one did.
    pub said: Option<Verdict>,
}

/// `comparison.list`: every scored question beside the last round; none where there is no earlier round.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<ComparisonLine>> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let Some(earlier) = before(file.reader(), &round)? else { return Ok(Vec::new()) };
        let was = template::load(file.reader(), &earlier.template)?;
        let way = template::way(file.reader(), &earlier.template, &template)?;
        let said = comparison::all(file, round.id, now(file)?)?;
        let Some(compared) = Compared::of(&mut figures, file, (&round, Readers::Officers), &template, None)?
        else {
            return Ok(Vec::new());
        };
        let scored = template.standards.iter().filter(|standard| standard.scored);
        let rated = scored.flat_map(|standard| &standard.questions).filter(|it| it.scale.is_some());
        let line = |question: &Question| {
            let beside = compared.questions.get(&question.id);
            let origin = way.as_ref().and_then(|way| way.origin(&question.id));
            let from = origin.iter().flat_map(|origin| &origin.from).filter_map(|id| was.question(id));
            let (compared, why) = match beside {
                Some(Beside::With { said, .. }) => (true, said.clone()),
                Some(Beside::Broken { why, .. }) => (false, why.clone()),
                None => (false, NEW.to_owned()),
            };
            ComparisonLine {
                question: question.id.clone(),
                number: question.number.clone(),
                text: question.text.clone(),
                compared,
                why,
                from: from.map(|question| format!("{} {}", question.number, question.text)).collect(),
                open: origin.is_some_and(|origin| origin.came.alone() && origin.from.len() == 1),
                said: said.get(&question.id).map(|said| said.verdict),
            }
        };
        Ok(rated.map(line).collect())
    })
}

/// `comparison.say`: a person decides whether a question is compared.
pub fn say(session: &Session, typed: ComparisonSaid) -> Result<Vec<ComparisonLine>> {
    let known = list(session, Nothing {})?;
    let line = known.iter().find(|line| line.question == typed.question).ok_or_else(|| {
        Error::missing("That question is not one of this round that has figures.")
            .hint("Choose one of the questions shown.")
    })?;
    if typed.verdict == Some(Verdict::Compare) && !line.open {
        return Err(Error::state(format!(
            "Question {} has no one question to be compared with.",
            line.number
        ))
        .hint("Only where one question became one can the two be compared."));
    }
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        file.transact(comparison::SAY, &line.number, |tx| match typed.verdict {
            Some(verdict) => comparison::say(tx, round.id, &typed.question, verdict, &typed.reason),
            None => comparison::unsay(tx, round.id, &typed.question),
        })
    })?;
    list(session, Nothing {})
}
