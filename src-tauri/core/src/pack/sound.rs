//! Whether a pack holds together: every line of its round, every question and level of its tool, names only where it says so.
//!
//! Refuses to know: bytes, and what becomes of the pack.

use std::collections::BTreeSet;

use super::file::{Pack, unread};
use super::{Naming, PackRound};
use crate::error::Result;
use crate::template::{QuestionId, Template, toml};

/// The most of anything that is counted.
const MOST: u32 = 100_000;
/// The longest name and the longest text of a pack.
const LONGEST: (usize, usize) = (400, 20_000);

/// Refuses a pack with anything in it that does not belong together.
pub fn check(pack: &Pack) -> Result<()> {
    if pack.rounds.is_empty() {
        return Err(unread("This pack holds no round."));
    }
    let rounds: BTreeSet<_> = pack.rounds.iter().map(|round| round.round).collect();
    if rounds.len() < pack.rounds.len() {
        return Err(unread("This pack holds the same round twice."));
    }
    pack.rounds.iter().try_for_each(|round| {
        if round.naming != pack.manifest.naming || round.partnership != pack.manifest.partnership {
            return Err(unread("A round of this pack says otherwise than its manifest."));
        }
        named_as_said(round)?;
        within_bounds(round)?;
        of_its_tool(round, &tool(round)?)
    })
}

/// The audit tool of a round.
fn tool(round: &PackRound) -> Result<Template> {
    let template = toml::read(&round.tool)
        .map_err(|_| unread(&format!("The audit tool {} in this pack cannot be read.", round.template)))?;
    if template.key() == round.template {
        return Ok(template);
    }
    Err(unread(&format!("The audit tool in this pack is not {}.", round.template)))
}

/// Without names no return is told apart, with names none is only counted.
fn named_as_said(round: &PackRound) -> Result<()> {
    let right = match round.naming {
        Naming::Named => {
            let returns: BTreeSet<_> = round.returns.iter().map(|one| one.submission).collect();
            let whole = returns.len() == round.returns.len() && count(returns.len()) == round.returned;
            whole && round.counts.is_empty() && round.seen.is_empty()
        }
        Naming::Nameless => {
            let untold = round.findings.iter().all(|one| one.of.is_none());
            round.returns.is_empty() && round.views.is_empty() && untold
        }
    };
    if right { Ok(()) } else { Err(unread("This pack does not keep to what it says of names.")) }
}

fn within_bounds(round: &PackRound) -> Result<()> {
    let (name, text) = LONGEST;
    let long = |said: &str, most: usize| said.chars().count() > most;
    let named = [round.label.as_str(), round.partnership.as_str(), round.template.as_str()];
    let mut names = named.into_iter().chain(round.returns.iter().flat_map(|one| {
        [one.name.as_str(), one.kind.as_str(), one.phase.as_str()]
            .into_iter()
            .chain(one.also.iter().map(String::as_str))
    }));
    let blank = round.label.trim().is_empty() || round.partnership.trim().is_empty();
    let numbers = [round.expected, round.returned, round.shared, round.withheld];
    let counted = round.counts.iter().flat_map(|one| one.levels.iter().flat_map(|levels| levels.values()));
    let over =
        numbers.iter().chain(counted).chain(round.counts.iter().map(|one| &one.blank)).any(|one| *one > MOST)
            || round.seen.iter().any(|one| {
                [one.moved.agrees, one.moved.higher, one.moved.lower].iter().any(|one| *one > MOST)
            });
    if blank || over || names.any(|said| long(said, name)) {
        return Err(unread("This pack has a name or a number that is out of all bounds."));
    }
    if round.findings.iter().any(|one| long(&one.text, text) || long(&one.agency, name)) {
        return Err(unread("This pack has a finding with more text than Attest ever keeps."));
    }
    Ok(())
}

/// Every question and every level is one of the tool; what is counted comes to no more than there are returns.
fn of_its_tool(round: &PackRound, template: &Template) -> Result<()> {
    let strange = |id: &QuestionId| {
        unread(&format!("This pack answers a question {id} that its audit tool does not ask."))
    };
    let mut asked = round.returns.iter().flat_map(|one| &one.blank);
    if let Some(id) = asked.find(|id| template.question(id).is_none()) {
        return Err(strange(id));
    }
    let given = round.returns.iter().flat_map(|one| one.ratings.iter().chain(&one.agreed));
    let counted = round.counts.iter().flat_map(|one| {
        one.levels.iter().flat_map(|levels| levels.keys()).map(|level| (&one.question, level))
    });
    let viewed = round.views.iter().filter_map(|one| Some((&one.question, one.level.as_ref()?)));
    for (id, level) in given.chain(counted).chain(viewed) {
        let question = template.question(id).ok_or_else(|| strange(id))?;
        if template.level(question, level.as_str()).is_none() {
            return Err(unread(&format!(
                "This pack rates question {} on a level it does not have.",
                question.number
            )));
        }
    }
    let lists: Vec<&QuestionId> = round
        .counts
        .iter()
        .map(|one| &one.question)
        .chain(round.seen.iter().map(|one| &one.question))
        .chain(round.views.iter().map(|one| &one.question))
        .chain(round.findings.iter().filter_map(|one| one.question.as_ref()))
        .collect();
    if let Some(id) = lists.into_iter().find(|id| template.question(id).is_none()) {
        return Err(strange(id));
    }
    let more = round.counts.iter().any(|one| {
        let given: u32 = one.levels.iter().flat_map(|levels| levels.values()).sum();
        given + one.blank > round.returned
    });
    if more {
        Err(unread("This pack counts more ratings of a question than it has returns."))
    } else {
        Ok(())
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
