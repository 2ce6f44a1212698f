//! What the papers of a round are made of: values that were read once, and what a partnership added to them.
//!
//! Refuses to know: the file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::own::Own;
use crate::analysis::Grid;
use crate::analysis::behind::Rows;
use crate::analysis::between::Beside;
use crate::analysis::between::Earlier;
use crate::analysis::grid::Counts;
use crate::analysis::group::{By, NOT_SAID, named};
use crate::analysis::judged::{Caption, day};
use crate::analysis::panels::{self, Found};
use crate::analysis::questions::listed;
use crate::analysis::response::{Line, Response};
use crate::analysis::returns::{self, Returns};
use crate::analysis::sharing::Shown;
use crate::analysis::tally::Tally;
use crate::analysis::themes::Spoken;
use crate::analysis::triangle::Surveys;
use crate::intake::kept::CameFrom;
use crate::publication::{Added, Recipe};
use crate::report::recipe::Printed;
use crate::submission::SubmissionId;
use crate::submission::action::Planned;
use crate::template::Template;

/// A round as its papers see it.
pub struct Ground<'g> {
    /// Whose round.
    pub partnership: &'g str,
    /// Its label.
    pub round: &'g str,
    /// Its audit tool.
    pub template: &'g Template,
    /// The ratings that count; to others without what may not be shared.
    pub grid: &'g Grid,
    /// Whose figures, as at which day.
    pub caption: &'g Caption,
    /// For whom: what is hidden from them.
    pub shown: Shown<'g>,
    /// The settings asked to return, by each way of telling them apart that says something; by one in any case.
    pub asked: &'g [Asked],
    /// When the round began.
    pub first: NaiveDate,
    /// When returns were due.
    pub due: Option<NaiveDate>,
    /// Who signs, in the partnership's words.
    pub signs: &'g str,
    /// How often settings were reminded, spoken to, given more time, escalated.
    pub chased: [u32; 4],
    /// The round before, where it is in the file.
    pub earlier: Option<Before<'g>>,
    /// The actions in the returns that count.
    pub planned: &'g [Planned],
    /// What panels found.
    pub found: &'g [Found],
    /// The panels' ratings beside the settings' own.
    pub rated: &'g [panels::Beside],
    /// What settings wrote of, by theme.
    pub spoken: &'g [Spoken],
    /// What they ask for, by theme.
    pub asked_for: &'g [Spoken],
    /// What others said in surveys.
    pub surveys: &'g Surveys,
    /// What the partnership keeps of its own work.
    pub own: &'g Own,
    /// What the partnership added to this paper.
    pub added: &'g Added,
    /// From what the figures are made.
    pub recipe: &'g Recipe,
    /// The files that the returns came in.
    pub files: &'g BTreeMap<SubmissionId, CameFrom>,
    /// How settings are spoken of: `schools`.
    pub people: &'g str,
}

impl Asked {
    /// Whether anything is known by which settings are told apart so.
    pub fn tells(&self) -> bool {
        self.now.lines.iter().any(|line| !line.group.is_empty() && line.group != NOT_SAID)
    }
}

/// The settings asked to return, told apart by something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// By what: `Phase`.
    pub word: String,
    /// Those of this round.
    pub now: Returns,
    /// Those of the round before, where there is one.
    pub before: Option<returns::Before>,
}

/// The round before.
pub struct Before<'g> {
    /// Its ratings, by lineage.
    pub earlier: Earlier<'g>,
    /// The actions in its returns.
    pub planned: &'g [Planned],
}

impl Ground<'_> {
    /// The day it is true of.
    pub fn on(&self) -> NaiveDate {
        self.caption.as_at
    }

    /// That day as it is read.
    pub fn as_at(&self) -> String {
        day(self.on())
    }

    /// Whether nothing counts yet in figures of ratings.
    pub fn has_no_returns(&self) -> bool {
        self.grid.rows.is_empty()
    }

    /// By what its settings are told apart in a table that stands once: by the first that says anything of them.
    pub fn by(&self) -> By {
        By::ALL.into_iter().find(|by| named(self.grid, *by) > 0).unwrap_or_default()
    }

    /// Whether it is read by anybody but officers.
    pub fn is_shared(&self) -> bool {
        match self.shown {
            Shown::ToOfficers => false,
            Shown::ToOthers(_) => true,
        }
    }

    /// Whether a figure over these questions and all returns is hidden.
    pub fn hides(&self, columns: &[usize]) -> bool {
        self.shown.hides(Rows::Everyone, columns)
    }

    /// How many questions are in no figure, since too few settings judged them to share it.
    pub fn left_out(&self) -> usize {
        match self.shown {
            Shown::ToOfficers => 0,
            Shown::ToOthers(sharing) => sharing.left_out(),
        }
    }

    /// Of each question that stands in a table of all of them, whether no setting was asked it; where a figure is hidden, that
    /// is not said.
    pub fn unasked(&self) -> Vec<bool> {
        let (tallies, returns) = (self.grid.tallies(&self.grid.everyone()), count(self.grid.rows.len()));
        let unasked = |column: usize| {
            self.grid.columns[column].counts == Counts::Scored
                && returns > 0
                && tallies[column].not_asked == returns
                && !self.hides(&[column])
        };
        listed(self.grid, self.template).map(|(column, _)| unasked(column)).collect()
    }

    /// The ratings of some questions over all returns.
    pub fn tally(&self, columns: &[usize]) -> Tally {
        let tallies = self.grid.tallies(&self.grid.everyone());
        columns.iter().fold(Tally::default(), |sum, column| sum.plus(tallies[*column]))
    }

    /// The questions of each standard that counts, with its name.
    pub fn standards(&self) -> Vec<(String, Vec<usize>)> {
        let scored = self.template.standards.iter().enumerate().filter(|(_, standard)| standard.scored);
        scored
            .map(|(place, standard)| {
                let within = self.grid.scored().filter(|column| self.grid.columns[*column].standard == place);
                (format!("{} {}", standard.number, standard.title), within.collect())
            })
            .collect()
    }

    /// How many settings that were asked gave no return that counts.
    pub fn missing(&self) -> u32 {
        self.grid.expected.saturating_sub(count(self.grid.rows.len()))
    }

    /// The settings asked to return, told apart by the first of these ways.
    pub fn phases(&self) -> &[Line] {
        self.asked.first().map_or(&[], |asked| asked.now.lines.as_slice())
    }

    /// How many had returned at the same point of the round before, and its label.
    pub fn same_point(&self) -> Option<(&str, Response)> {
        let asked = self.asked.first()?;
        let before = asked.before.as_ref()?;
        let then = returns::same_point(&asked.now, self.on(), before)?;
        let was = Response::of(&before.returns.lines, then);
        (was.expected > 0).then_some((before.label.as_str(), was))
    }

    /// Its recipe as a paper ends with it.
    pub fn printed(&self) -> Printed<'_> {
        let frozen = self.asked.first().and_then(|asked| asked.now.frozen.as_ref());
        Printed { recipe: self.recipe, people: self.people, frozen, shared: self.is_shared() }
    }

    /// A text that a person wrote; nothing where nobody has.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.added.texts.get(key).map(String::as_str)
    }

    /// Every text of the paper by its key.
    pub fn texts(&self) -> &BTreeMap<String, String> {
        &self.added.texts
    }
}

/// A number of things as figures count them.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Before<'_> {
    /// The place in the earlier round of a question of now, where the two are compared.
    pub fn place(&self, question: &crate::template::QuestionId) -> Option<usize> {
        match self.earlier.questions.get(question)? {
            Beside::With { then, .. } => {
                self.earlier.grid.columns.iter().position(|column| column.question == *then)
            }
            Beside::Broken { .. } => None,
        }
    }
}
