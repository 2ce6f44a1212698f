//! The way from an earlier version of a template to the one used now, step by step: where each question comes
//! from, and what became of a value on the way.
//!
//! Refuses to know: who answered, and in which round.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::lineage::{self, Change, Lineage};
use super::{Question, QuestionId, QuestionKind, Template, variant};

/// The most versions of a way.
const MOST: usize = 50;

/// How a question came from earlier ones, over all the steps; the worst of them counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// It is the same.
    Same,
    /// It is one question in other words.
    Reworded,
    /// It was part of another.
    Split,
    /// It was several.
    Merged,
}

impl Came {
    const ALL: [Self; 4] = [Self::Same, Self::Reworded, Self::Split, Self::Merged];

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Reworded => "reworded",
            Self::Split => "split",
            Self::Merged => "merged",
        }
    }

    /// By its name in the file.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|came| came.code() == code)
    }

    /// Whether one question became one, so that a rating may come along.
    pub fn alone(self) -> bool {
        match self {
            Self::Same | Self::Reworded => true,
            Self::Split | Self::Merged => false,
        }
    }
}

/// Where a question comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The questions of the earliest version.
    pub from: BTreeSet<QuestionId>,
    /// How it came from them.
    pub came: Came,
    /// The question in each version, the earliest first, where one became one all along.
    trail: Vec<QuestionId>,
}

/// The versions from an earlier one to the one used now.
#[derive(Debug, Clone)]
pub struct Way {
    versions: Vec<Arc<Template>>,
}

impl Way {
    /// A way over versions, the earliest first, each of which follows the one before it.
    ///
    /// A version without lineage, or of which the one before is missing, is taken question by question: an id is
    /// never used again, so what has the same id is the same question, perhaps reworded.
    pub fn over(versions: Vec<Arc<Template>>) -> Self {
        Self { versions }
    }

    /// The way from an earlier version to a later one by what each says that it follows; nothing where that does
    /// not lead there.
    pub fn between(
        earlier: &Arc<Template>,
        now: &Arc<Template>,
        find: impl Fn(&str) -> Option<Arc<Template>>,
    ) -> Option<Self> {
        let mut versions = vec![Arc::clone(now)];
        while versions.len() <= MOST {
            let follows = versions.last()?.follows.clone()?;
            if [earlier.version.as_str(), variant::base(&earlier.version)].contains(&follows.as_str()) {
                versions.push(Arc::clone(earlier));
                versions.reverse();
                return Some(Self { versions });
            }
            versions.push(find(&follows)?);
        }
        None
    }

    /// The version that it ends at.
    pub fn now(&self) -> Option<&Template> {
        self.versions.last().map(AsRef::as_ref)
    }

    /// Where a question of the version used now comes from; nothing where it is new.
    pub fn origin(&self, now: &QuestionId) -> Option<Origin> {
        let mut origin = Origin { from: [now.clone()].into(), came: Came::Same, trail: vec![now.clone()] };
        for step in self.versions.windows(2).rev() {
            let [earlier, later] = step else { continue };
            origin = back(&origin, earlier, later)?;
        }
        origin.trail.reverse();
        let there = |id: &QuestionId| self.versions.first().is_some_and(|first| first.question(id).is_some());
        origin.from.iter().all(there).then_some(origin)
    }

    /// What a value became on the way; nothing where it cannot be said of the question any more.
    pub fn value(&self, origin: &Origin, value: &str) -> Option<String> {
        if origin.trail.len() != self.versions.len() {
            return None;
        }
        let mut value = value.to_owned();
        for (versions, trail) in self.versions.windows(2).zip(origin.trail.windows(2)) {
            let [earlier, later] = versions else { continue };
            let [before, after] = trail else { continue };
            value = stepped(earlier, earlier.question(before)?, later, later.question(after)?, &value)?;
        }
        Some(value)
    }

    /// The lineage from the earliest version straight to the one used now, the questions that stayed included.
    pub fn lineage(&self) -> Vec<Lineage> {
        let mut steps = self.versions.windows(2).filter_map(|step| match step {
            [earlier, later] => Some(rows(earlier, later)),
            _ => None,
        });
        let first = steps.next().unwrap_or_default();
        steps.fold(first, |whole, step| lineage::compose(&whole, &step))
    }
}

/// Where the questions of an origin stand one version earlier.
fn back(origin: &Origin, earlier: &Template, later: &Template) -> Option<Origin> {
    let mut from = BTreeSet::new();
    let mut came = origin.came;
    for id in &origin.from {
        let (ids, how) = before(id, earlier, later);
        from.extend(ids);
        came = came.max(how.unwrap_or(came));
    }
    let mut trail = origin.trail.clone();
    match (from.first(), from.len()) {
        (None, _) => return None,
        (Some(only), 1) if came.alone() => trail.push(only.clone()),
        (Some(_), _) => trail.clear(),
    }
    Some(Origin { from, came, trail })
}

/// What a question was one version earlier, and how it became what it is.
fn before(id: &QuestionId, earlier: &Template, later: &Template) -> (Vec<QuestionId>, Option<Came>) {
    if !told(earlier, later) {
        let same = earlier.question(id).map(|question| question.id.clone());
        return (same.into_iter().collect(), Some(Came::Reworded));
    }
    let row = later.lineage.iter().find(|row| row.to.contains(id));
    row.map_or((Vec::new(), None), |row| (row.from.clone(), came(row.change)))
}

/// Whether the later version says what became of the earlier one's questions.
fn told(earlier: &Template, later: &Template) -> bool {
    let follows = later.follows.as_deref().is_some_and(|version| {
        [earlier.version.as_str(), variant::base(&earlier.version)].contains(&version)
    });
    follows && later.id == earlier.id && !later.lineage.is_empty()
}

fn came(change: Change) -> Option<Came> {
    match change {
        Change::Same => Some(Came::Same),
        Change::Reworded => Some(Came::Reworded),
        Change::Split => Some(Came::Split),
        Change::Merged => Some(Came::Merged),
        Change::New | Change::Dropped => None,
    }
}

/// The rows of one step: what the later version says, else question by question.
fn rows(earlier: &Template, later: &Template) -> Vec<Lineage> {
    if told(earlier, later) {
        return later.lineage.clone();
    }
    let row = |change, from: Option<&Question>, to: Option<&Question>| Lineage {
        change,
        from: from.map(|question| question.id.clone()).into_iter().collect(),
        to: to.map(|question| question.id.clone()).into_iter().collect(),
        note: String::new(),
    };
    let here = later.questions().map(|now| match earlier.question(&now.id) {
        Some(before) => row(Change::Reworded, Some(before), Some(now)),
        None => row(Change::New, None, Some(now)),
    });
    let gone = earlier.questions().filter(|before| later.question(&before.id).is_none());
    here.chain(gone.map(|before| row(Change::Dropped, Some(before), None))).collect()
}

/// A value of one version's question as a value of the next version's.
fn stepped(
    earlier: &Template,
    before: &Question,
    later: &Template,
    now: &Question,
    value: &str,
) -> Option<String> {
    use QuestionKind::{Date, ManyChoices, Number, OneChoice, Rating, Text, YesNo};
    match (before.kind, now.kind) {
        (Rating | YesNo, Rating | YesNo) => {
            let (from, to) = (before.scale.as_ref()?, now.scale.as_ref()?);
            let new = lineage::mapped(&later.scale_maps, from, to, value)?;
            earlier.level(before, value)?;
            later.level(now, new).map(|level| level.code.0.clone())
        }
        (OneChoice | ManyChoices, OneChoice) => now.choices.iter().find(|choice| *choice == value).cloned(),
        (OneChoice | ManyChoices, ManyChoices) => {
            let picked = now.choices.iter().filter(|choice| value.lines().any(|line| line == *choice));
            let kept = picked.cloned().collect::<Vec<_>>().join("\n");
            (!kept.is_empty()).then_some(kept)
        }
        (Number, Number) | (Date, Date) | (Text, Text) => Some(value.to_owned()),
        (Rating | YesNo | OneChoice | ManyChoices | Number | Date | Text, _) => None,
    }
}
