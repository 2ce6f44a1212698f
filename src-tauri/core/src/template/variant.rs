//! The same template on another scale: a whole audit in red, amber and green, or in 1 to 4.
//!
//! The questions stay untouched. What each level looks like, and what last year's levels come to, go over
//! by what the levels mean. Refuses to know: who chose, and why.

use std::collections::BTreeMap;

use super::{LooksLike, Question, Scale, ScaleId, ScaleMap, Template};
use crate::error::{Error, Result};

/// The scales that can be chosen instead of another, for the whole audit.
pub fn choices(template: &Template) -> impl Iterator<Item = &Scale> {
    template.scales.iter().filter(|scale| scale.instead_of.is_some())
}

/// The template with a scale chosen instead of the one it stands for: a version of its own.
pub fn with_scale(template: &Template, chosen: &ScaleId) -> Result<Template> {
    let scale = choices(template).find(|scale| scale.id == *chosen).cloned();
    let pair = scale.and_then(|scale| Some((template.scale(scale.instead_of.as_ref()?)?.clone(), scale)));
    let (old, new) = pair.ok_or_else(|| {
        Error::input(format!(
            "The template {} cannot be rated on the scale \u{201c}{chosen}\u{201d}.",
            template.key()
        ))
        .hint("Choose one of the scales that the template offers.")
    })?;
    let mut other = template.clone();
    other.version = format!("{}.{}", template.version, chosen);
    for question in other.standards.iter_mut().flat_map(|standard| &mut standard.questions) {
        rescale(question, &old, &new);
    }
    other.scale_maps = maps(template, &old, &new);
    for scale in &mut other.scales {
        scale.instead_of = None;
    }
    let used: Vec<ScaleId> = other.questions().filter_map(|question| question.scale.clone()).collect();
    other.scales.retain(|scale| used.contains(&scale.id));
    Ok(other)
}

/// The version that a version on another scale was made from: `2025.1` of `2025.1.rag`.
pub fn base(version: &str) -> &str {
    match version.rsplit_once('.') {
        Some((base, last)) if last.starts_with(|c: char| c.is_ascii_alphabetic()) => base,
        Some(_) | None => version,
    }
}

fn rescale(question: &mut Question, old: &Scale, new: &Scale) {
    if question.scale.as_ref() != Some(&old.id) {
        return;
    }
    question.scale = Some(new.id.clone());
    let looks = std::mem::take(&mut question.looks_like);
    let look = |level: &super::Level| {
        let said = |one: &&LooksLike| {
            old.level(one.level.as_str()).is_some_and(|before| before.meaning == level.meaning)
        };
        let text = looks.iter().find(said)?.text.clone();
        Some(LooksLike { level: level.code.clone(), text })
    };
    question.looks_like = new.levels.iter().filter_map(look).collect();
}

/// What became of levels: those of the scale it stands for by meaning, and earlier maps carried on.
fn maps(template: &Template, old: &Scale, new: &Scale) -> Vec<ScaleMap> {
    let to_new = by_meaning(old, new);
    let carried = |map: &ScaleMap| {
        if map.to != old.id {
            return map.clone();
        }
        let over = |level: &String| to_new.get(level).cloned().unwrap_or_default();
        let levels = map.levels.iter().map(|(before, level)| (before.clone(), over(level))).collect();
        ScaleMap { from: map.from.clone(), to: new.id.clone(), levels }
    };
    let mut maps: Vec<ScaleMap> = template.scale_maps.iter().map(carried).collect();
    if !maps.iter().any(|map| map.from == old.id && map.to == new.id) {
        maps.push(ScaleMap { from: old.id.clone(), to: new.id.clone(), levels: to_new });
    }
    maps
}

/// Old level to the new one of the same meaning; nothing where there is none.
fn by_meaning(old: &Scale, new: &Scale) -> BTreeMap<String, String> {
    let same = |level: &super::Level| {
        let found = new.levels.iter().find(|other| other.meaning == level.meaning);
        (level.code.0.clone(), found.map(|other| other.code.0.clone()).unwrap_or_default())
    };
    old.levels.iter().map(same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Meaning, sound, toml};

    fn offered() -> Template {
        let mut template = toml::read(include_str!("fixture.toml")).expect("the fixture is sound");
        let rag = template.scales.iter_mut().find(|scale| scale.id.as_str() == "rag").expect("it has one");
        rag.instead_of = Some("words".into());
        template
    }

    #[test]
    fn the_questions_stay_and_their_levels_go_over_by_meaning() {
        let template = offered();
        let other = with_scale(&template, &"rag".into()).expect("offered");
        assert_eq!(other.version, "2.rag");
        assert_eq!(base(&other.version), "2");
        assert_eq!(base("2025.1"), "2025.1");
        assert!(
            sound::remarks(&other).iter().all(|remark| remark.severity < crate::problem::Severity::Fault)
        );
        for (before, after) in template.questions().zip(other.questions()) {
            assert_eq!((&before.id, &before.text), (&after.id, &after.text));
            if before.scale == Some("words".into()) {
                assert_eq!(after.scale, Some("rag".into()));
            }
        }
        let map = other.scale_maps.iter().find(|map| map.from.as_str() == "words").expect("a map");
        let (words, rag) = (template.scale(&"words".into()), other.scale(&"rag".into()));
        for (old, new) in map.levels.iter().filter(|(_, new)| !new.is_empty()) {
            let meaning = |scale: Option<&Scale>, code: &str| -> Option<Meaning> {
                scale?.level(code).map(|level| level.meaning)
            };
            assert_eq!(meaning(words, old), meaning(rag, new));
        }
    }

    #[test]
    fn a_scale_that_is_not_offered_is_refused() {
        assert!(with_scale(&offered(), &"blue_rag".into()).is_err());
        assert!(with_scale(&offered(), &"no_such".into()).is_err());
    }
}
