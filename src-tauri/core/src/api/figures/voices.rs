//! What tables of texts and surveys need: who speaks of each theme, and what was asked in surveys.
//!
//! Refuses to know: how themes are counted.

use std::collections::BTreeMap;

use super::make::Ground;
use super::{FiguresWanted, ResultsTable};
use crate::analysis::sharing::Shown;
use crate::analysis::table::Table;
use crate::analysis::themes::{self, Beside, Spoken};
use crate::analysis::triangle;
use crate::analysis::triangle::Asked;
use crate::api::written::quotes::hidden;
use crate::error::Result;
use crate::panel::finding;
use crate::submission::{SubmissionId, personal};
use crate::survey::kept::{self, About};
use crate::template::MetCount;
use crate::theme::{self, ThemeKind, coding};

/// A table of what texts and surveys say.
pub(super) fn table(ground: &Ground<'_>, wanted: &FiguresWanted, shown: Shown<'_>) -> Result<Table> {
    let Ground { template, grid, caption, .. } = ground;
    Ok(match wanted.table {
        ResultsTable::Surveys => triangle::table(grid, template, caption, &surveys(ground)?, shown),
        ResultsTable::AskedFor => {
            let spoken = spoken(ground, &[ThemeKind::Support])?;
            themes::table(grid, template, caption, (wanted.by, Beside::Response), &spoken, shown)
        }
        _themes => {
            let spoken = spoken(ground, &[ThemeKind::Comment, ThemeKind::GoodPractice])?;
            themes::table(grid, template, caption, (wanted.by, Beside::Quotation), &spoken, shown)
        }
    })
}

/// The questions of surveys that were put to something, with the columns that they are set beside.
fn surveys(ground: &Ground<'_>) -> Result<Vec<Asked>> {
    let found = finding::of_round(ground.file.reader(), ground.round.id)?;
    let mut asked = Vec::new();
    for survey in kept::of_round(ground.file.reader(), ground.round.id)? {
        let named = format!("{}, {}", survey.answerers.label(), survey.name);
        for item in &survey.items {
            let (Some((topic, columns)), Some(share)) = (about(ground, &item.about), item.share()) else {
                continue;
            };
            let panel = judged_by_panels(ground, &found, &columns);
            asked.push(Asked {
                topic,
                columns,
                survey: named.clone(),
                text: item.text.clone(),
                share,
                panel,
            });
        }
    }
    Ok(asked)
}

/// What a question of a survey is set beside: its words, and the places of the columns that count in figures.
fn about(ground: &Ground<'_>, about: &About) -> Option<(String, Vec<usize>)> {
    let template = ground.template;
    let within =
        |wanted: &dyn Fn(usize) -> bool| ground.grid.scored().filter(|at| wanted(*at)).collect::<Vec<_>>();
    let (topic, columns) = match about {
        About::NotSaid | About::Nothing => return None,
        About::Standard(id) => {
            let place = template.standards.iter().position(|standard| standard.id.as_str() == id)?;
            let standard = &template.standards[place];
            let columns = within(&|at| ground.grid.columns[at].standard == place);
            (format!("{} {}", standard.number, standard.title), columns)
        }
        About::Question(id) => {
            let question = template.questions().find(|question| question.id.as_str() == id)?;
            let columns = within(&|at| ground.grid.columns[at].question == question.id);
            (format!("{} {}", question.number, question.text), columns)
        }
    };
    (!columns.is_empty()).then_some((topic, columns))
}

/// Of the ratings that panels gave on some questions, how many were met, and how many there are.
fn judged_by_panels(ground: &Ground<'_>, found: &[finding::Finding], columns: &[usize]) -> (u32, u32) {
    let on = |one: &&finding::Finding| {
        columns.iter().any(|at| one.question.as_ref() == Some(&ground.grid.columns[*at].question))
    };
    let meanings = found.iter().filter(on).filter_map(|one| {
        let question = ground.template.question(one.question.as_ref()?)?;
        Some(ground.template.level(question, one.moderation.as_ref()?.level.as_str())?.meaning)
    });
    let count = MetCount::of(meanings);
    (count.met, count.judged)
}

/// The themes of some kinds, with the returns that speak of each and a quotation without personal data.
fn spoken(ground: &Ground<'_>, kinds: &[ThemeKind]) -> Result<Vec<Spoken>> {
    let reader = ground.file.reader();
    let who: BTreeMap<SubmissionId, _> =
        ground.grid.rows.iter().map(|row| (row.submission, &row.who)).collect();
    let mut codings = coding::of_round(reader, ground.round.id)?;
    codings.retain(|one| who.contains_key(&one.submission));
    let of = |theme: theme::Theme| {
        let mine = || codings.iter().filter(|one| one.theme == theme.id);
        let quote = |one: &coding::Coding| {
            let words = hidden(&one.quote, who[&one.submission]);
            let shown = !words.is_empty() && personal::find(&words, ground.caption.as_at).is_empty();
            shown.then(|| format!("\u{201c}{words}\u{201d}"))
        };
        Spoken {
            returns: mine().map(|one| one.submission).collect(),
            quote: mine().find_map(quote).unwrap_or_default(),
            name: theme.name,
            response: theme.response,
        }
    };
    let themes = theme::all(reader)?.into_iter().filter(|theme| kinds.contains(&theme.kind));
    Ok(themes.map(of).collect())
}
