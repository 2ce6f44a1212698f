//! The scales of a workbook: the words of its lists, each with the meaning that a person confirms.
//!
//! Refuses to know: which question is on which scale beyond its own cell.

use super::guess::survey::Survey;
use super::mapping::{ColumnRole, LevelMap, Mapping, RowRole, ScaleMap, SheetRole};
use super::questions::slug;
use super::words;
use crate::sheet::{List, Seen, Word};
use crate::template::Meaning;
use crate::text::folded;

/// The scale of words that a person typed, where a sheet has no lists.
pub const TYPED: &str = "typed";

/// Works the scales out again; what was said of a word before holds on.
pub(super) fn renew(seen: &Seen, mapping: &mut Mapping) {
    let mut scales: Vec<ScaleMap> = Vec::new();
    for list in lists(seen, mapping) {
        if !scales.iter().any(|scale| is_of(scale, list)) {
            let id =
                if scales.is_empty() { "rating".to_owned() } else { format!("rating-{}", scales.len() + 1) };
            scales.push(remembered(scale(id, &list.words), mapping));
        }
    }
    if let Some(typed) = mapping.scales.iter().find(|scale| scale.id == TYPED) {
        scales.push(typed.clone());
    } else if unlisted(seen, mapping) {
        scales.push(ScaleMap {
            id: TYPED.to_owned(),
            levels: Vec::new(),
            blanks: Vec::new(),
            confirmed: false,
        });
    }
    mapping.scales = scales;
}

/// The id of the scale that a list is.
pub(super) fn of<'a>(mapping: &'a Mapping, list: Option<&List>) -> Option<&'a str> {
    match list {
        Some(list) => mapping.scales.iter().find(|scale| is_of(scale, list)).map(|scale| scale.id.as_str()),
        None => mapping.scales.iter().find(|scale| scale.id == TYPED).map(|scale| scale.id.as_str()),
    }
}

/// A scale of words.
pub(super) fn scale(id: String, words: &[Word]) -> ScaleMap {
    let (blanks, levels): (Vec<&Word>, Vec<&Word>) =
        words.iter().partition(|word| words::says_nothing(&word.text));
    let mut scale = ScaleMap { id, levels: Vec::new(), blanks: Vec::new(), confirmed: false };
    scale.blanks = blanks.into_iter().map(|word| word.text.clone()).collect();
    for word in levels {
        if scale.levels.iter().any(|level| loose(&level.word) == loose(&word.text)) {
            continue;
        }
        let code = code(&scale, word, levels_of(words));
        scale.levels.push(LevelMap {
            code,
            word: word.text.clone(),
            number: word.number,
            meaning: words::meaning(&word.text),
        });
    }
    one_not_applicable(&mut scale);
    scale
}

fn levels_of(words: &[Word]) -> impl Iterator<Item = &Word> {
    words.iter()
}

/// A code that is no other level's code or word.
fn code<'a>(scale: &ScaleMap, word: &Word, mut all: impl Iterator<Item = &'a Word>) -> String {
    let wanted = slug(&word.text, 4);
    let others =
        all.any(|other| loose(&other.text) != loose(&word.text) && loose(&other.text) == loose(&wanted));
    let used = |code: &str| {
        scale
            .levels
            .iter()
            .any(|level| loose(&level.code) == loose(code) || loose(&level.word) == loose(code))
    };
    if !wanted.is_empty() && !others && !used(&wanted) {
        return wanted;
    }
    (scale.levels.len() + 1..).map(|n| format!("level-{n}")).find(|code| !used(code)).unwrap_or_default()
}

/// Only one level may say that a question does not apply.
fn one_not_applicable(scale: &mut ScaleMap) {
    let mut seen = false;
    for level in &mut scale.levels {
        if level.meaning == Some(Meaning::NotApplicable) {
            if seen {
                level.meaning = Some(Meaning::None);
            }
            seen = true;
        }
    }
}

pub(super) fn loose(text: &str) -> String {
    folded(text).chars().filter(|c| !c.is_whitespace() && *c != '\'').collect()
}

fn is_of(scale: &ScaleMap, list: &List) -> bool {
    let mine = scale.levels.iter().map(|level| &level.word).chain(&scale.blanks);
    let mut mine: Vec<String> = mine.map(|word| loose(word)).collect();
    let mut theirs: Vec<String> = list.words.iter().map(|word| loose(&word.text)).collect();
    [&mut mine, &mut theirs].into_iter().for_each(|words| {
        words.sort();
        words.dedup();
    });
    mine == theirs
}

/// The meanings and codes that words had before, and whether a person confirmed this very list.
fn remembered(mut scale: ScaleMap, mapping: &Mapping) -> ScaleMap {
    for level in &mut scale.levels {
        let known = |other: &&LevelMap| loose(&other.word) == loose(&level.word);
        let before = mapping.scales.iter().flat_map(|scale| &scale.levels).find(known);
        if let Some(before) = before {
            (level.meaning, level.code) = (before.meaning, before.code.clone());
        }
    }
    let words =
        |scale: &ScaleMap| -> Vec<String> { scale.levels.iter().map(|level| loose(&level.word)).collect() };
    scale.confirmed = mapping.scales.iter().any(|before| before.confirmed && words(before) == words(&scale));
    scale
}

/// The lists of every cell that is rated, in the order of the workbook.
fn lists<'a>(seen: &'a Seen, mapping: &Mapping) -> Vec<&'a List> {
    let mut found: Vec<&List> = Vec::new();
    each_rated(seen, mapping, |list| {
        if let Some(list) = list.filter(|list| !found.iter().any(|one| std::ptr::eq(*one, *list))) {
            found.push(list);
        }
    });
    found
}

/// Whether anything is rated on a sheet that has no list for it.
fn unlisted(seen: &Seen, mapping: &Mapping) -> bool {
    let mut without = false;
    each_rated(seen, mapping, |list| without |= list.is_none());
    without
}

fn each_rated<'a>(seen: &'a Seen, mapping: &Mapping, mut look: impl FnMut(Option<&'a List>)) {
    for (number, map) in mapping.sheets.iter().enumerate().filter(|(_, map)| map.role == SheetRole::Questions)
    {
        let (Some(sheet), Some(beside)) = (seen.book.sheets.get(number), seen.beside.get(number)) else {
            continue;
        };
        let survey = Survey::of(sheet, beside);
        for rating in map.with(ColumnRole::Rating).map(|one| one.column) {
            let listed = survey.listed.get(&rating);
            for row in map.rows.iter().filter(|(_, role)| **role == RowRole::Question).map(|(row, _)| row) {
                let list = listed.and_then(|cells| cells.get(row)).copied();
                if list.is_some() || listed.is_none() {
                    look(list);
                }
            }
        }
    }
}
