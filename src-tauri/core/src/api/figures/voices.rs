//! What tables of texts and surveys need: who speaks of each theme, and what was asked in surveys.
//!
//! Refuses to know: how themes are counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::before::before;
use super::make::Ground;
use super::{FiguresWanted, ResultsTable};
use crate::analysis::Grid;
use crate::analysis::sharing::Shown;
use crate::analysis::table::Table;
use crate::analysis::themes::{self, Beside, Spoken};
use crate::analysis::triangle::{self, Asked, Surveys};
use crate::api::written::quotes::hidden;
use crate::error::Result;
use crate::panel::finding;
use crate::round::Round;
use crate::store::AuditFile;
use crate::submission::{SubmissionId, personal};
use crate::survey::kept::{self, About, KeptItem, Survey};
use crate::template::{MetCount, Template};
use crate::text::folded;
use crate::theme::{self, ThemeKind, coding};

/// What settings wrote of, as it is counted; and what they ask for.
pub(in crate::api) const TOLD: [ThemeKind; 2] = [ThemeKind::Comment, ThemeKind::GoodPractice];
/// What settings ask for.
pub(in crate::api) const ASKED_FOR: [ThemeKind; 1] = [ThemeKind::Support];

/// A table of what texts and surveys say.
pub(super) fn table(ground: &Ground<'_>, wanted: &FiguresWanted, shown: Shown<'_>) -> Result<Table> {
    let Ground { template, grid, caption, .. } = ground;
    let voices = Voices { file: ground.file, round: ground.round, template, grid };
    Ok(match wanted.table {
        ResultsTable::Surveys => triangle::table(grid, template, caption, &voices.surveys()?, shown),
        ResultsTable::AskedFor => {
            let spoken = voices.spoken(&ASKED_FOR, caption.as_at)?;
            themes::table(grid, template, caption, (wanted.by, Beside::Response), &spoken, shown)
        }
        _themes => {
            let spoken = voices.spoken(&TOLD, caption.as_at)?;
            themes::table(grid, template, caption, (wanted.by, Beside::Quotation), &spoken, shown)
        }
    })
}

/// What a round was told besides ratings.
pub(in crate::api) struct Voices<'v> {
    pub file: &'v AuditFile,
    pub round: &'v Round,
    pub template: &'v Template,
    pub grid: &'v Grid,
}

impl Voices<'_> {
    /// The questions of surveys that were put to something, with the columns that they are set beside.
    pub fn surveys(&self) -> Result<Surveys> {
        let found = finding::of_round(self.file.reader(), self.round.id)?;
        let earlier = before(self.file.reader(), self.round)?;
        let was = earlier.as_ref().map(|round| kept::of_round(self.file.reader(), round.id)).transpose()?;
        let was = was.unwrap_or_default();
        let mut asked = Vec::new();
        for survey in kept::of_round(self.file.reader(), self.round.id)? {
            for item in &survey.items {
                let (Some((topic, columns)), Some(share)) = (self.about(&item.about), item.share()) else {
                    continue;
                };
                let (panel, seen) = self.judged_by_panels(&found, &columns);
                asked.push(Asked {
                    topic,
                    columns,
                    survey: format!("{}, {}", survey.answerers.label(), survey.name),
                    text: item.text.clone(),
                    share,
                    before: asked_before(&was, &survey, item),
                    panel,
                    seen,
                });
            }
        }
        let earlier = earlier.filter(|_| !was.is_empty()).map(|round| round.label);
        Ok(Surveys { asked, earlier })
    }

    /// What a question of a survey is set beside: its words, and the places of the columns that count in figures.
    fn about(&self, about: &About) -> Option<(String, Vec<usize>)> {
        let template = self.template;
        let within =
            |wanted: &dyn Fn(usize) -> bool| self.grid.scored().filter(|at| wanted(*at)).collect::<Vec<_>>();
        let (topic, columns) = match about {
            About::NotSaid | About::Nothing => return None,
            About::Standard(id) => {
                let place = template.standards.iter().position(|standard| standard.id.as_str() == id)?;
                let standard = &template.standards[place];
                let columns = within(&|at| self.grid.columns[at].standard == place);
                (format!("{} {}", standard.number, standard.title), columns)
            }
            About::Question(id) => {
                let question = template.questions().find(|question| question.id.as_str() == id)?;
                let columns = within(&|at| self.grid.columns[at].question == question.id);
                (format!("{} {}", question.number, question.text), columns)
            }
        };
        (!columns.is_empty()).then_some((topic, columns))
    }

    /// Of the ratings that panels gave on some questions, how many were met, and how many there are; and of how many settings.
    fn judged_by_panels(&self, found: &[finding::Finding], columns: &[usize]) -> ((u32, u32), u32) {
        let on = |one: &&finding::Finding| {
            columns.iter().any(|at| one.question.as_ref() == Some(&self.grid.columns[*at].question))
        };
        let judged = found.iter().filter(on).filter_map(|one| {
            let question = self.template.question(one.question.as_ref()?)?;
            let level = self.template.level(question, one.moderation.as_ref()?.level.as_str())?;
            Some((one.submission, level.meaning))
        });
        let (returns, meanings): (BTreeSet<SubmissionId>, Vec<_>) = judged.unzip();
        let count = MetCount::of(meanings);
        ((count.met, count.judged), u32::try_from(returns.len()).unwrap_or(u32::MAX))
    }

    /// The themes of some kinds, with the returns that speak of each and a quotation without personal data.
    pub fn spoken(&self, kinds: &[ThemeKind], on: NaiveDate) -> Result<Vec<Spoken>> {
        let who: BTreeMap<SubmissionId, _> =
            self.grid.rows.iter().map(|row| (row.submission, &row.who)).collect();
        let mut codings = coding::of_round(self.file.reader(), self.round.id)?;
        codings.retain(|one| who.contains_key(&one.submission));
        let of = |theme: theme::Theme| {
            let mine = || codings.iter().filter(|one| one.theme == theme.id);
            let quote = |one: &coding::Coding| {
                let words = hidden(&one.quote, who[&one.submission]);
                let shown = !words.is_empty() && personal::find(&words, on).is_empty();
                shown.then(|| format!("\u{201c}{words}\u{201d}"))
            };
            Spoken {
                returns: mine().map(|one| one.submission).collect(),
                quote: mine().find_map(quote).unwrap_or_default(),
                word: format!("theme {}", theme.id),
                name: theme.name,
                response: theme.response,
            }
        };
        let themes = theme::all(self.file.reader())?.into_iter().filter(|theme| kinds.contains(&theme.kind));
        Ok(themes.map(of).collect())
    }
}

/// The share of the round before, where the same people were asked in the same words.
fn asked_before(was: &[Survey], survey: &Survey, item: &KeptItem) -> Option<(u32, u32)> {
    let same = |other: &&KeptItem| folded(&other.text) == folded(&item.text);
    let of = was.iter().filter(|other| other.answerers == survey.answerers);
    of.rev().find_map(|other| other.items.iter().find(same)?.share())
}
