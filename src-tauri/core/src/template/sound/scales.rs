//! Scales whose every level can be told from the others, and facts' and questions' choices likewise.

use super::{Remark, did_you_mean, twice};
use crate::template::scale::loose;
use crate::template::{Level, Meaning, Scale, Template};

pub(super) fn remarks(template: &Template, found: &mut Vec<Remark>) {
    if template.scales.is_empty() {
        found.push(Remark::fault("scales", "The template has no scale.").hint("Add one with [[scales]]."));
    }
    for (n, scale) in template.scales.iter().enumerate() {
        let at = format!("scales.{n}");
        levels(scale, &at, found);
        clashes(scale, &at, found);
        instead(template, scale, &at, found);
    }
    for (n, fact) in template.facts.iter().enumerate() {
        choices(&fact.choices, &format!("facts.{n}.choices"), found);
    }
}

/// Choices are told apart, and can stand in a dropdown list.
pub(super) fn choices(choices: &[String], at: &str, found: &mut Vec<Remark>) {
    let places = choices.iter().map(|choice| (at.to_owned(), choice.as_str()));
    twice("choice", places, Remark::fault, found);
    for choice in choices {
        listed(choice, at, found);
    }
}

fn levels(scale: &Scale, at: &str, found: &mut Vec<Remark>) {
    let meaning = |wanted: Meaning| scale.levels.iter().filter(|level| level.meaning == wanted).count();
    if !scale.levels.iter().any(|level| level.meaning.judged()) {
        found.push(
            Remark::fault(
                &format!("{at}.levels"),
                format!("No level of the scale {} is a judgement.", scale.id),
            )
            .hint("Give at least one level a meaning from exceeds to not_met."),
        );
    }
    if meaning(Meaning::NotApplicable) > 1 {
        found.push(
            Remark::fault(
                &format!("{at}.levels"),
                format!("The scale {} has more than one level for not applicable.", scale.id),
            )
            .hint("Keep one, and put the other words in its synonyms."),
        );
    }
    for (n, level) in scale.levels.iter().enumerate() {
        let empty = level.code.as_str().trim().is_empty() || level.label.trim().is_empty();
        if empty {
            found.push(
                Remark::fault(&format!("{at}.levels.{n}"), "This level lacks a code or a label.")
                    .hint("Give it both."),
            );
        }
        listed(&level.label, &format!("{at}.levels.{n}.label"), found);
    }
}

/// A scale stands for another one that questions are rated on, and not for one that stands for another itself.
fn instead(template: &Template, scale: &Scale, at: &str, found: &mut Vec<Remark>) {
    let Some(wanted) = &scale.instead_of else { return };
    let fits = template.scale(wanted).is_some_and(|other| other.instead_of.is_none() && other.id != scale.id);
    if !fits {
        let others =
            template.scales.iter().filter(|other| other.instead_of.is_none() && other.id != scale.id);
        found.push(
            Remark::fault(
                &format!("{at}.instead_of"),
                format!("The scale {} cannot stand instead of \u{201c}{wanted}\u{201d}.", scale.id),
            )
            .hint(did_you_mean(wanted.as_str(), others.map(|other| other.id.as_str()))),
        );
    }
}

/// Excel splits a list at commas.
fn listed(text: &str, at: &str, found: &mut Vec<Remark>) {
    if text.contains(',') {
        found.push(Remark::note(at, format!("\u{201c}{text}\u{201d} holds a comma, which a dropdown list in Excel takes for two choices."))
            .hint("Leave the comma out."));
    }
}

/// No word may be read as two levels.
fn clashes(scale: &Scale, at: &str, found: &mut Vec<Remark>) {
    for (n, level) in scale.levels.iter().enumerate() {
        for name in level.names() {
            let earlier = scale.levels[..n].iter().find(|other| is_named(other, name));
            if let Some(other) = earlier {
                found.push(
                    Remark::fault(
                        &format!("{at}.levels.{n}"),
                        format!("\u{201c}{name}\u{201d} is also read as the level {}.", other.label),
                    )
                    .hint("Let each word stand for one level only."),
                );
            }
        }
    }
}

fn is_named(level: &Level, name: &str) -> bool {
    level.names().any(|other| loose(other) == loose(name))
}
