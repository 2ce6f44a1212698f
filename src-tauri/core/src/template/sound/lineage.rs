//! Lineage that says one thing of every question.

use std::collections::HashSet;

use super::{Remark, did_you_mean};
use crate::template::{Change, Lineage, Template};

pub(super) fn remarks(template: &Template, found: &mut Vec<Remark>) {
    if !template.lineage.is_empty() && template.follows.is_none() {
        found.push(
            Remark::fault("lineage", "There is a lineage, but no version that this one follows.")
                .hint("Add follows = \"the earlier version\"."),
        );
    }
    let mut seen = HashSet::new();
    for (n, row) in template.lineage.iter().enumerate() {
        let at = format!("lineage.{n}");
        arity(row, &at, found);
        for (side, ids) in [("from", &row.from), ("to", &row.to)] {
            for id in ids.iter().filter(|id| !seen.insert((side, (*id).clone()))) {
                found.push(
                    Remark::fault(
                        &format!("{at}.{side}"),
                        format!("Question {id} has two rows in the lineage."),
                    )
                    .hint("Keep the one that is true."),
                );
            }
        }
        for id in row.to.iter().filter(|id| template.question(id).is_none()) {
            found.push(
                Remark::fault(
                    &format!("{at}.to"),
                    format!("The lineage names {id}, which is no question of this version."),
                )
                .hint(did_you_mean(id.as_str(), template.questions().map(|question| question.id.as_str()))),
            );
        }
    }
    untold(template, &seen, found);
    maps(template, found);
}

/// A question of a version that follows another and of which the lineage says nothing.
fn untold(template: &Template, seen: &HashSet<(&str, crate::template::QuestionId)>, found: &mut Vec<Remark>) {
    if template.follows.is_none() || template.lineage.is_empty() {
        return;
    }
    for (at, question) in super::questions::placed(template) {
        if !seen.contains(&("to", question.id.clone())) {
            found.push(
                Remark::fault(&at, format!("The lineage says nothing of question {}.", question.id))
                    .hint("Add a row: same, reworded, split, merged or new."),
            );
        }
    }
}

fn arity(row: &Lineage, at: &str, found: &mut Vec<Remark>) {
    let (from, to) = (row.from.len(), row.to.len());
    let (fits, wanted) = match row.change {
        Change::Same | Change::Reworded => (from == 1 && to == 1, "one question to one"),
        Change::Split => (from == 1 && to > 1, "one question to several"),
        Change::Merged => (from > 1 && to == 1, "several questions to one"),
        Change::New => (from == 0 && to == 1, "no question to one"),
        Change::Dropped => (from == 1 && to == 0, "one question to none"),
    };
    if !fits {
        found.push(
            Remark::fault(at, format!("This change leads from {from} to {to} questions."))
                .hint(format!("It should lead from {wanted}.")),
        );
    }
}

fn maps(template: &Template, found: &mut Vec<Remark>) {
    for (n, map) in template.scale_maps.iter().enumerate() {
        let Some(scale) = template.scale(&map.to) else {
            found.push(
                Remark::fault(
                    &format!("scale_maps.{n}.to"),
                    format!("There is no scale \u{201c}{}\u{201d}.", map.to),
                )
                .hint(did_you_mean(map.to.as_str(), template.scales.iter().map(|scale| scale.id.as_str()))),
            );
            continue;
        };
        for (old, new) in map.levels.iter().filter(|(_, new)| !new.is_empty() && scale.level(new).is_none()) {
            found.push(
                Remark::fault(
                    &format!("scale_maps.{n}.levels.{old}"),
                    format!("The scale {} has no level \u{201c}{new}\u{201d}.", map.to),
                )
                .hint(did_you_mean(new, scale.levels.iter().map(|level| level.code.as_str()))),
            );
        }
    }
}
