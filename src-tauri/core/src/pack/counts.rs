//! A round without names: ratings counted by question, small numbers left out, texts without whose they are.
//!
//! Pure. Refuses to know: the file.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Moved, Naming, PackCount, PackFinding, PackReturn, PackRound, PackSeen};
use crate::analysis::Grid;
use crate::analysis::sharing::Sharing;
use crate::analysis::themes::without_names;
use crate::submission::personal;
use crate::template::{LevelCode, QuestionId, Template};

/// The same round without names; the grid is the one that its figures are made of, with what may be shared of it.
pub fn nameless(
    named: PackRound,
    template: &Template,
    (grid, sharing): (&Grid, &Sharing),
    today: NaiveDate,
) -> PackRound {
    let counts = grid.scored().map(|column| {
        let hides = sharing.line(column).hides_all() || few(named.returned, named.threshold);
        count(&named.returns, &grid.columns[column].question, hides)
    });
    let counts = counts.collect();
    let seen = template.questions().filter_map(|one| seen(&named, &one.id)).collect();
    let (findings, withheld) = findings(&named, today);
    PackRound {
        naming: Naming::Nameless,
        counts,
        seen,
        findings,
        withheld,
        returns: Vec::new(),
        views: Vec::new(),
        ..named
    }
}

fn few(number: u32, threshold: u32) -> bool {
    (1..threshold).contains(&number)
}

/// What all said of a question: the rating that counts of each.
fn count(returns: &[PackReturn], question: &QuestionId, hides: bool) -> PackCount {
    let question = question.clone();
    if hides {
        return PackCount { question, levels: None, blank: 0 };
    }
    let mut levels: BTreeMap<LevelCode, u32> = BTreeMap::new();
    for one in returns {
        let level = one.agreed.get(&question).or_else(|| one.ratings.get(&question));
        level.into_iter().for_each(|level| *levels.entry(level.clone()).or_default() += 1);
    }
    let blank = returns.iter().filter(|one| one.blank.contains(&question)).count();
    PackCount { question, levels: Some(levels), blank: u32::try_from(blank).unwrap_or(u32::MAX) }
}

/// What reviewers said of a question, where they looked at enough of them.
fn seen(named: &PackRound, question: &QuestionId) -> Option<PackSeen> {
    let mut moved = Moved::default();
    named.views.iter().filter(|one| one.question == *question).for_each(|one| moved.count(one.sees));
    let shown = moved.base() > 0 && !few(moved.base(), named.threshold);
    shown.then(|| PackSeen { question: question.clone(), moved })
}

/// The findings without whose they are; what still looks like personal data is held back and counted.
fn findings(named: &PackRound, today: NaiveDate) -> (Vec<PackFinding>, u32) {
    let mut names: Vec<String> = Vec::new();
    for one in &named.returns {
        names.push(one.name.clone());
        names.push(one.name.split_whitespace().take(2).collect::<Vec<_>>().join(" "));
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let untold = |one: &PackFinding| PackFinding {
        of: None,
        text: without_names(&one.text, &names),
        agency: String::new(),
        may_name: false,
        ..one.clone()
    };
    let all: Vec<PackFinding> = named.findings.iter().map(untold).collect();
    let (kept, held): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|one| personal::find(&one.text, today).is_empty());
    (kept, u32::try_from(held.len()).unwrap_or(u32::MAX))
}
