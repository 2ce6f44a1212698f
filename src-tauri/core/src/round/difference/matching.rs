//! Which setting of the file is which entry of a list.

use std::collections::HashMap;

use super::{How, Known};
use crate::listing::Candidate;
use crate::text;

/// Days that may lie between the closing of one school and the opening of the one that follows it.
const HANDOVER: i64 = 62;

/// Who is who.
pub(super) struct Matches {
    /// Of each candidate of the choice: the setting, and how it was recognised.
    known: Vec<Option<(usize, How)>>,
    /// Of a setting that the choice does not hold: the candidate beside it.
    beside: HashMap<usize, usize>,
    /// Of a setting that went over into another: that one.
    into: HashMap<usize, usize>,
}

impl Matches {
    /// Finds out who is who, the surest first; nobody is taken twice.
    pub fn of(known: &[Known], chosen: &[Candidate], others: &[Candidate]) -> Self {
        let numbers = numbers(known);
        let names = names(known);
        let mut matches =
            Self { known: vec![None; chosen.len()], beside: HashMap::new(), into: HashMap::new() };
        let mut taken = vec![false; known.len()];
        let by_urn =
            |candidate: &Candidate| candidate.urn().and_then(|urn| numbers.get(&("urn", urn)).copied());
        matches.take(&mut taken, chosen, |_, candidate| by_urn(candidate).map(|at| (at, How::Same)));
        matches.follow(&mut taken, known, chosen, others, &numbers);
        matches.take(&mut taken, chosen, |_, candidate| {
            by_number(&numbers, candidate).map(|at| (at, how(&known[at], candidate)))
        });
        matches.take(&mut taken, chosen, |_, candidate| {
            let at = *names.get(&text::folded(&candidate.details.name))?.as_ref()?;
            let numbered = known[at].identifiers.contains_key("urn") && candidate.urn().is_some();
            (!numbered).then_some((at, How::Same))
        });
        for (at, other) in others.iter().enumerate() {
            if let Some(setting) = by_urn(other).or_else(|| by_number(&numbers, other)) {
                matches.beside.entry(setting).or_insert(at);
            }
        }
        matches
    }

    /// The setting that a candidate of the choice is.
    pub fn known_of(&self, candidate: usize) -> Option<(usize, How)> {
        self.known[candidate]
    }

    /// The settings that were recognised.
    pub fn taken(&self) -> impl Iterator<Item = usize> {
        self.known.iter().flatten().map(|(at, _)| *at)
    }

    /// The candidate outside the choice that a setting is.
    pub fn beside(&self, setting: usize) -> Option<usize> {
        self.beside.get(&setting).copied()
    }

    /// The setting that another went over into.
    pub fn taken_into(&self, setting: usize) -> Option<usize> {
        self.into.get(&setting).copied()
    }

    fn take(
        &mut self,
        taken: &mut [bool],
        chosen: &[Candidate],
        find: impl Fn(usize, &Candidate) -> Option<(usize, How)>,
    ) {
        for (at, candidate) in chosen.iter().enumerate() {
            if self.known[at].is_some() {
                continue;
            }
            if let Some((setting, how)) = find(at, candidate).filter(|(setting, _)| !taken[*setting]) {
                taken[setting] = true;
                self.known[at] = Some((setting, how));
            }
        }
    }

    /// What follows what, as the list says it: by predecessors, by successors, and by an address that stayed.
    fn follow(
        &mut self,
        taken: &mut [bool],
        known: &[Known],
        chosen: &[Candidate],
        others: &[Candidate],
        numbers: &HashMap<(&str, &str), usize>,
    ) {
        let of = |urn: &str| numbers.get(&("urn", urn)).copied();
        let mut followed: Vec<(usize, usize)> = Vec::new();
        for (at, candidate) in chosen.iter().enumerate() {
            followed
                .extend(candidate.predecessors.iter().filter_map(|urn| of(urn)).map(|setting| (setting, at)));
        }
        let places: HashMap<&str, usize> =
            chosen.iter().enumerate().filter_map(|(at, it)| Some((it.urn()?, at))).collect();
        for other in others.iter().filter(|other| !other.open) {
            let Some(setting) = other.urn().and_then(of) else { continue };
            let named = other.successor.as_deref().and_then(|urn| places.get(urn).copied());
            let later = named.or_else(|| stayed(other, chosen, &known[setting]));
            followed.extend(later.map(|at| (setting, at)));
        }
        for (setting, at) in followed.into_iter().filter(|(setting, _)| !taken[*setting]).collect::<Vec<_>>()
        {
            if taken[setting] {
                continue;
            }
            match self.known[at] {
                None => {
                    taken[setting] = true;
                    self.known[at] = Some((setting, How::Followed));
                }
                Some((later, _)) => {
                    self.into.insert(setting, later);
                }
            }
        }
    }
}

/// The one candidate that opened at the same address when another closed.
fn stayed(closed: &Candidate, chosen: &[Candidate], known: &Known) -> Option<usize> {
    let on = closed.about.closed?;
    let near = |candidate: &Candidate| {
        let opened = candidate.about.opened?;
        let days = (opened - on).num_days();
        ((-7..=HANDOVER).contains(&days)
            && !closed.about.address.is_empty()
            && text::folded(&candidate.about.address) == text::folded(&closed.about.address)
            && candidate.details.phase == known.details.phase)
            .then_some(())
    };
    let mut found = chosen.iter().enumerate().filter(|(_, it)| near(it).is_some()).map(|(at, _)| at);
    found.next().filter(|_| found.next().is_none())
}

fn how(known: &Known, candidate: &Candidate) -> How {
    match (known.identifiers.get("urn"), candidate.urn()) {
        (Some(before), Some(now)) if before != now => How::Followed,
        (Some(_) | None, Some(_) | None) => How::Same,
    }
}

/// By any number but the URN.
fn by_number(numbers: &HashMap<(&str, &str), usize>, candidate: &Candidate) -> Option<usize> {
    let others = candidate.identifiers.iter().filter(|(scheme, _)| *scheme != "urn");
    others.filter_map(|(scheme, value)| numbers.get(&(scheme.as_str(), value.as_str())).copied()).next()
}

/// Settings by every number that they have, else had.
fn numbers(known: &[Known]) -> HashMap<(&str, &str), usize> {
    let mut numbers = HashMap::new();
    for (at, one) in known.iter().enumerate() {
        for (scheme, value) in &one.identifiers {
            numbers.insert((scheme.as_str(), value.as_str()), at);
        }
    }
    for (at, one) in known.iter().enumerate() {
        for (scheme, value) in &one.past {
            numbers.entry((scheme.as_str(), value.as_str())).or_insert(at);
        }
    }
    numbers
}

/// Settings by name, where only one has it.
fn names(known: &[Known]) -> HashMap<String, Option<usize>> {
    let mut names: HashMap<String, Option<usize>> = HashMap::new();
    for (at, one) in known.iter().enumerate() {
        let name = text::folded(&one.details.name);
        names.entry(name).and_modify(|only| *only = None).or_insert(Some(at));
    }
    names
}
