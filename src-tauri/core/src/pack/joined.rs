//! Rounds on differing versions of an audit tool, joined by lineage: which of a round's questions is which of the newest.
//!
//! Only what is the same is joined: the same words on the same scale, or what the lineage says is the same. Pure.
//! Refuses to know: what was answered.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::PackRound;
use crate::error::{Error, Result};
use crate::template::{Came, LevelCode, Meaning, Question, QuestionId, Template, Way, key, library, toml};
use crate::text::folded;

/// What a question of the newest tool is in one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// The same as this question there; each level with what it means.
    With(QuestionId, BTreeMap<LevelCode, Meaning>),
    /// Not joined, and why.
    Not(String),
}

/// Some rounds on one tool.
pub struct Joined {
    /// The tool that all are set out by.
    pub template: Arc<Template>,
    /// By round, in the order given: its own tool.
    pub tools: Vec<Arc<Template>>,
    /// By round: what each question that counts is there.
    pub links: Vec<BTreeMap<QuestionId, Link>>,
    /// By round: questions that count there and are joined to none, by number and text.
    pub left: Vec<Vec<(String, String)>>,
}

/// Joins rounds on one family of tools.
pub fn joined(rounds: &[&PackRound]) -> Result<Joined> {
    let tools = read(rounds)?;
    let find = |id: &str, version: &str| {
        let in_packs = tools.iter().find(|tool| tool.id == id && tool.version == version).cloned();
        in_packs.or_else(|| library::find(&key(id, version)).map(|tool| Arc::new(tool.clone())))
    };
    let template = newest(&tools, &find)?;
    let mut all =
        Joined { tools: tools.clone(), links: Vec::new(), left: Vec::new(), template: Arc::clone(&template) };
    for tool in &tools {
        let pair = Pair::of(tool, &template, &find);
        let links: BTreeMap<QuestionId, Link> =
            scored(&template).map(|question| (question.id.clone(), pair.link(question))).collect();
        let taken: BTreeSet<&QuestionId> = links
            .values()
            .filter_map(|link| match link {
                Link::With(own, _) => Some(own),
                Link::Not(_) => None,
            })
            .collect();
        let left = scored(tool).filter(|question| !taken.contains(&question.id));
        all.left.push(left.map(|question| (question.number.clone(), question.text.clone())).collect());
        all.links.push(links);
    }
    Ok(all)
}

/// The audit tools of some rounds; the same text is read once.
pub fn read(rounds: &[&PackRound]) -> Result<Vec<Arc<Template>>> {
    let mut known: BTreeMap<String, Arc<Template>> = BTreeMap::new();
    let mut tools = Vec::new();
    for round in rounds {
        let template = match known.get(&round.tool) {
            Some(there) => Arc::clone(there),
            None => tool(round)?,
        };
        known.insert(round.tool.clone(), Arc::clone(&template));
        tools.push(template);
    }
    Ok(tools)
}

/// The audit tool of a round.
fn tool(round: &PackRound) -> Result<Arc<Template>> {
    let read = toml::read(&round.tool);
    read.map(Arc::new)
        .map_err(|_| Error::fault(format!("The audit tool {} of a pack cannot be read.", round.template)))
}

/// The questions that count in figures.
pub fn scored(template: &Template) -> impl Iterator<Item = &Question> {
    let standards = template.standards.iter().filter(|standard| standard.scored);
    standards.flat_map(|standard| &standard.questions).filter(|question| question.scale.is_some())
}

type Find<'f> = &'f dyn Fn(&str, &str) -> Option<Arc<Template>>;

/// The tool that most others lead to; of several the one that most rounds use, and then the higher version.
fn newest(tools: &[Arc<Template>], find: Find<'_>) -> Result<Arc<Template>> {
    let rank = |tool: &Arc<Template>| {
        let led = tools.iter().filter(|other| way(other, tool, find).is_some()).count();
        let used = tools.iter().filter(|other| other.key() == tool.key()).count();
        (led, used, tool.version.clone())
    };
    tools.iter().max_by_key(|tool| rank(tool)).cloned().ok_or_else(|| {
        Error::state("No round is chosen.").hint("Choose at least one round of a partnership.")
    })
}

fn way(earlier: &Arc<Template>, now: &Arc<Template>, find: Find<'_>) -> Option<Way> {
    Way::between(earlier, now, |version| find(&now.id, version))
}

/// A round's tool beside the newest, and the way between them, in whichever direction there is one.
struct Pair<'t> {
    own: &'t Template,
    newest: &'t Template,
    on: Option<Way>,
    back: BTreeMap<QuestionId, QuestionId>,
}

impl<'t> Pair<'t> {
    fn of(own: &'t Arc<Template>, newest: &'t Arc<Template>, find: Find<'_>) -> Self {
        let mut back = BTreeMap::new();
        if let Some(way) = way(newest, own, find) {
            for question in scored(own) {
                let origin =
                    way.origin(&question.id).filter(|it| it.came == Came::Same && it.from.len() == 1);
                let from = origin.and_then(|origin| origin.from.first().cloned());
                back.extend(from.map(|from| (from, question.id.clone())));
            }
        }
        Self { own, newest, on: way(own, newest, find), back }
    }

    fn link(&self, question: &Question) -> Link {
        let own = self.own.question(&question.id);
        if let Some(own) = own.filter(|own| folded(&own.text) == folded(&question.text)) {
            return self.alike(own, question);
        }
        let origin = self.on.as_ref().and_then(|way| Some((way, way.origin(&question.id)?)));
        match (origin, self.back.get(&question.id).and_then(|id| self.own.question(id))) {
            (_, Some(own)) => self.alike(own, question),
            (Some((way, origin)), None) => match (origin.came, origin.from.first()) {
                (Came::Same, Some(first)) => {
                    let own = self.own.question(first);
                    own.map_or_else(
                        || Link::Not(NEW.to_owned()),
                        |own| self.levels(own, question, |code| way.value(&origin, code)),
                    )
                }
                (Came::Reworded, _) => Link::Not("It has been reworded since.".to_owned()),
                (Came::Split, _) => Link::Not("It was part of another question.".to_owned()),
                (Came::Merged, _) => Link::Not("It was several questions.".to_owned()),
                (Came::Same, None) => Link::Not(NEW.to_owned()),
            },
            (None, None) if self.own.question(&question.id).is_some() => {
                Link::Not("It is worded otherwise, and no lineage says that it is the same.".to_owned())
            }
            (None, None) => Link::Not(NEW.to_owned()),
        }
    }

    /// The same words: joined where the levels are the same too, or lead there.
    fn alike(&self, own: &Question, question: &Question) -> Link {
        self.levels(own, question, |code| Some(code.to_owned()))
    }

    fn levels(&self, own: &Question, question: &Question, to: impl Fn(&str) -> Option<String>) -> Link {
        let Some(scale) = self.own.scale_of(own) else { return Link::Not(OTHER_SCALE.to_owned()) };
        let mut levels = BTreeMap::new();
        for level in &scale.levels {
            let there = to(level.code.as_str());
            let there = there.and_then(|code| self.newest.level(question, &code).map(|level| level.meaning));
            match there {
                Some(meaning) if meaning == level.meaning || own.id != question.id => {
                    levels.insert(level.code.clone(), meaning);
                }
                Some(_) | None => return Link::Not(OTHER_SCALE.to_owned()),
            }
        }
        Link::With(own.id.clone(), levels)
    }
}

const NEW: &str = "It was not asked.";
const OTHER_SCALE: &str = "It was rated on another scale.";
