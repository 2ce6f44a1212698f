//! A lineage proposed for a new version, from ids and from how alike the statements are; a person confirms it.
//!
//! Refuses to know: whether a meaning changed. Only a person says that.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Lineage, Question, QuestionId, Template};
use crate::text::folded;

/// A row of a lineage as it is proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The row.
    pub row: Lineage,
    /// How alike the statements are, of 1.
    pub alike: f64,
}

/// From here on a question with another id may be the same one in other words.
const ALIKE: f64 = 0.5;

/// What became of every question, as far as ids and wording tell; in the order of the new version.
pub fn lineage(earlier: &Template, now: &Template) -> Vec<Proposal> {
    let pairs = pairs(earlier, now);
    let mut rows = Vec::new();
    let mut told: BTreeSet<&QuestionId> = BTreeSet::new();
    for question in now.questions() {
        if told.contains(&question.id) {
            continue;
        }
        let row = row(question, &pairs);
        told.extend(now.questions().map(|one| &one.id).filter(|id| row.row.to.contains(id)));
        rows.push(row);
    }
    let kept: BTreeSet<&QuestionId> = rows.iter().flat_map(|row| &row.row.from).collect();
    let gone: Vec<QuestionId> =
        earlier.questions().map(|question| question.id.clone()).filter(|id| !kept.contains(id)).collect();
    let dropped = |id: QuestionId| proposal(Change::Dropped, vec![id], vec![], 0.0);
    rows.extend(gone.into_iter().map(dropped));
    rows
}

/// How alike two statements are: the share of their pairs of letters that both have.
pub fn alike(one: &str, other: &str) -> f64 {
    let (one, other) = (letters(one), letters(other));
    let both: usize = one.iter().map(|(pair, n)| (*n).min(other.get(pair).copied().unwrap_or(0))).sum();
    let all: usize = one.values().chain(other.values()).sum();
    if all == 0 { 0.0 } else { 2.0 * both as f64 / all as f64 }
}

fn letters(text: &str) -> BTreeMap<(char, char), usize> {
    let mut pairs = BTreeMap::new();
    for word in folded(text).split(' ') {
        let word: Vec<char> = word.chars().filter(|c| c.is_alphanumeric()).collect();
        for pair in word.windows(2) {
            *pairs.entry((pair[0], pair[1])).or_insert(0) += 1;
        }
    }
    pairs
}

/// An earlier question and one of now that may be the same, and how alike they are.
struct Pair<'a> {
    from: &'a Question,
    to: &'a Question,
    alike: f64,
}

/// Questions with one id belong together; the others are set beside whatever is most like them.
fn pairs<'a>(earlier: &'a Template, now: &'a Template) -> Vec<Pair<'a>> {
    let pair = |from: &'a Question, to: &'a Question| Pair { from, to, alike: alike(&from.text, &to.text) };
    let mut pairs: Vec<Pair<'a>> =
        now.questions().filter_map(|to| earlier.question(&to.id).map(|from| pair(from, to))).collect();
    let fresh: Vec<&Question> = now.questions().filter(|to| earlier.question(&to.id).is_none()).collect();
    let gone: Vec<&Question> = earlier.questions().filter(|from| now.question(&from.id).is_none()).collect();
    let best = |candidates: Vec<Pair<'a>>| -> Option<Pair<'a>> {
        candidates.into_iter().filter(|pair| pair.alike >= ALIKE).max_by(|a, b| a.alike.total_cmp(&b.alike))
    };
    for to in &fresh {
        pairs.extend(best(gone.iter().map(|from| pair(from, to)).collect()));
    }
    for from in &gone {
        let into = best(fresh.iter().map(|to| pair(from, to)).collect());
        let known =
            |found: &Pair<'a>| pairs.iter().any(|pair| pair.from.id == from.id && pair.to.id == found.to.id);
        if let Some(found) = into.filter(|found| !known(found)) {
            pairs.push(found);
        }
    }
    pairs
}

fn row(question: &Question, pairs: &[Pair<'_>]) -> Proposal {
    let mine: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.to.id == question.id).collect();
    let Some(first) = mine.first() else {
        return proposal(Change::New, vec![], vec![question.id.clone()], 0.0);
    };
    let from: Vec<QuestionId> = mine.iter().map(|pair| pair.from.id.clone()).collect();
    let shared: Vec<&Pair<'_>> = pairs.iter().filter(|pair| pair.from.id == first.from.id).collect();
    let alike = mine.iter().map(|pair| pair.alike).fold(0.0, f64::max);
    if from.len() > 1 {
        return proposal(Change::Merged, from, vec![question.id.clone()], alike);
    }
    if shared.len() > 1 {
        let to = shared.iter().map(|pair| pair.to.id.clone()).collect();
        return proposal(Change::Split, from, to, alike);
    }
    let same = first.from.id == question.id && folded(&first.from.text) == folded(&question.text);
    let change = if same { Change::Same } else { Change::Reworded };
    proposal(change, from, vec![question.id.clone()], alike)
}

fn proposal(change: Change, from: Vec<QuestionId>, to: Vec<QuestionId>, alike: f64) -> Proposal {
    Proposal { row: Lineage { change, from, to, note: String::new() }, alike }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::toml;

    fn fixture() -> Template {
        toml::read(include_str!("fixture.toml")).expect("the fixture is sound")
    }

    #[test]
    fn every_question_of_both_versions_has_one_row() {
        let earlier = fixture();
        let mut now = earlier.clone();
        let questions = &mut now.standards[0].questions;
        let mut renamed = questions.remove(0);
        renamed.id = "sample.z1".into();
        renamed.text.push_str(" It is said here.");
        questions.push(renamed);
        let mut fresh = questions[0].clone();
        fresh.id = "sample.z2".into();
        fresh.text = "Quite another matter, unlike the rest".to_owned();
        questions.push(fresh);
        let rows = lineage(&earlier, &now);
        let find = |id: &str| rows.iter().find(|row| row.row.to.contains(&id.into())).expect("a row");
        assert_eq!(find("sample.z1").row.change, Change::Reworded);
        assert_eq!(find("sample.z2").row.change, Change::New);
        assert_eq!(find("sample.a2").row.change, Change::Same);
        let to: usize = rows.iter().map(|row| row.row.to.len()).sum();
        let from: usize = rows.iter().map(|row| row.row.from.len()).sum();
        assert_eq!((from, to), (earlier.questions().count(), now.questions().count()));
    }

    #[test]
    fn a_statement_is_all_like_itself_and_nothing_like_another() {
        assert!((alike("Staff know the DSL", "staff know the dsl") - 1.0).abs() < 1e-9);
        assert!(alike("Staff know the lead", "Buildings have good locks") < 0.4);
        assert!(alike("", "") < 1e-9);
    }
}
