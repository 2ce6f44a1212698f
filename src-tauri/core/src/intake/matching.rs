//! Whose a return is: what the officer said, then issue id, then return id, then identifier with template family and
//! period, then ask.
//!
//! Never by the time of arrival or of the file. Refuses to know: the file and its database.

use std::collections::BTreeSet;

use super::claim::Claim;
use super::known::{Known, identifier_key};
use super::remembered::{ASIDE, Asked};
use crate::setting::SettingId;
use crate::text::folded;
use crate::workbook::ExportKind;

/// Whose a return is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    /// This setting's, in this round.
    Setting(SettingId),
    /// A person has to say; what is asked, and why.
    Ask(Asked, String),
    /// It belongs to another round or audit tool; why, and whether that round is in this file.
    Other(String, Option<String>),
    /// The officer set it aside; the sentence.
    Aside(&'static str),
    /// It is only a part that a colleague was given.
    Part,
}

/// Finds whose a return is; `kin` are the settings that other files of the same return name.
pub fn match_setting(known: &Known, claim: &Claim, sha256: &str, kin: &BTreeSet<SettingId>) -> Matched {
    if claim.identity.kind == ExportKind::Section {
        return Matched::Part;
    }
    if let Some(said) = known.said.of(Asked::Whose, &claim.case(sha256)) {
        return whose(said, known, claim);
    }
    if claim.identity.template != known.round.template {
        return other_tool(known, claim, sha256);
    }
    let issued = claim.identity.issue.and_then(|issue| known.issues.get(&issue)).copied();
    let named = settings_named(known, claim);
    if let Some(setting) = issued {
        return confirm(known, claim, setting, &named);
    }
    if !same_period(known, claim) {
        return other_period(known, claim, sha256);
    }
    by_kin(known, claim, &named, kin)
}

fn whose(said: &str, known: &Known, claim: &Claim) -> Matched {
    match said.parse::<SettingId>() {
        Ok(setting) if known.register.contains_key(&setting) => of_version(known, claim, setting),
        Ok(_) => Matched::Ask(Asked::Whose, unknown(claim)),
        Err(_) => Matched::Aside("You set this file aside."),
    }
}

/// By the identifiers, which must say the same in every file of this return.
fn by_kin(known: &Known, claim: &Claim, named: &BTreeSet<SettingId>, kin: &BTreeSet<SettingId>) -> Matched {
    let all: BTreeSet<SettingId> = named.union(kin).copied().collect();
    let mut all = all.into_iter();
    match (all.next(), all.next()) {
        (None, _) => by_name(known, claim),
        (Some(one), Some(other)) if named.len() > 1 => Matched::Ask(
            Asked::Whose,
            format!(
                "Its identifiers belong to two settings, {} and {}.",
                name_of(known, one),
                name_of(known, other)
            ),
        ),
        (Some(one), Some(other)) => Matched::Ask(
            Asked::Whose,
            format!(
                "Files with the number of this return name both {} and {}; one of them may be a copy.",
                name_of(known, one),
                name_of(known, other)
            ),
        ),
        (Some(one), None) if !known.register.contains_key(&one) => Matched::Ask(Asked::Whose, unknown(claim)),
        (Some(one), None) => of_version(known, claim, one),
    }
}

/// By the name alone it is only ever asked, never taken: two schools may share one.
fn by_name(known: &Known, claim: &Claim) -> Matched {
    let found = known.names.get(&folded(&claim.name)).copied().flatten();
    let Some(setting) = found else { return Matched::Ask(Asked::Whose, unknown(claim)) };
    let given = claim.identifiers.values().any(|value| !value.trim().is_empty());
    let message = match given {
        true => format!("Its name is that of {}, but its identifiers are not.", name_of(known, setting)),
        false => {
            format!("It gives no identifier such as a URN; its name is that of {}.", name_of(known, setting))
        }
    };
    Matched::Ask(Asked::Whose, message)
}

fn same_period(known: &Known, claim: &Claim) -> bool {
    let label = folded(&claim.identity.round);
    label.is_empty() || label == folded(&known.round.label)
}

/// A copied workbook keeps its numbers: what it says of the setting must not speak against them.
fn confirm(known: &Known, claim: &Claim, setting: SettingId, named: &BTreeSet<SettingId>) -> Matched {
    match named.iter().find(|other| **other != setting) {
        Some(other) => Matched::Ask(
            Asked::Whose,
            format!(
                "It carries the number of the return of {}, but names {}; it may be a copy.",
                name_of(known, setting),
                name_of(known, *other)
            ),
        ),
        None => of_version(known, claim, setting),
    }
}

/// Something to ask where the return was not made from the round's very template.
fn of_version(known: &Known, claim: &Claim, setting: SettingId) -> Matched {
    let (identity, round) = (&claim.identity, &known.round);
    let differs = identity.version != round.version;
    if !differs && (identity.digest.is_empty() || identity.digest == round.digest) {
        return Matched::Setting(setting);
    }
    match known.said.of(Asked::Version, &claim.version_case()) {
        Some(ASIDE) => Matched::Aside("You said that returns of this version are set aside."),
        Some(_) => Matched::Setting(setting),
        None if differs => Matched::Ask(
            Asked::Version,
            format!(
                "It was made from version {} of the audit tool; this round uses version {}.",
                identity.version, round.version
            ),
        ),
        None => Matched::Ask(
            Asked::Version,
            format!(
                "Its copy of the audit tool, version {}, differs from this round\u{2019}s.",
                identity.version
            ),
        ),
    }
}

fn other_tool(known: &Known, claim: &Claim, sha256: &str) -> Matched {
    let message = format!(
        "It follows the audit tool \u{201c}{}\u{201d}; this round uses \u{201c}{}\u{201d}.",
        claim.identity.template, known.round.template
    );
    other(known, claim, sha256, message)
}

fn other_period(known: &Known, claim: &Claim, sha256: &str) -> Matched {
    let message = format!(
        "It belongs to the round \u{201c}{}\u{201d}; this one is \u{201c}{}\u{201d}.",
        claim.identity.round, known.round.label
    );
    other(known, claim, sha256, message)
}

/// The round of this file that it belongs to, if there is one, and what the officer said of that.
fn other(known: &Known, claim: &Claim, sha256: &str, message: String) -> Matched {
    if known.said.of(Asked::Round, &format!("file {sha256}")).is_some() {
        return Matched::Aside("You had it placed in the round that it belongs to.");
    }
    let label = folded(&claim.identity.round);
    let here = known
        .others
        .iter()
        .find(|round| round.template == claim.identity.template && folded(&round.label) == label);
    Matched::Other(message, here.map(|round| round.id.clone()))
}

/// The settings that a file's identifiers belong to.
pub fn settings_named(known: &Known, claim: &Claim) -> BTreeSet<SettingId> {
    let keys = claim.identifiers.iter().map(|(scheme, value)| identifier_key(scheme, value));
    keys.filter(|(_, value)| !value.is_empty())
        .filter_map(|key| known.identifiers.get(&key))
        .flatten()
        .copied()
        .collect()
}

fn unknown(claim: &Claim) -> String {
    let given = claim.identifiers.iter().find(|(_, value)| !value.trim().is_empty());
    let name = if claim.name.is_empty() { "The setting" } else { claim.name.as_str() };
    match given {
        Some((scheme, value)) => format!(
            "{name} ({} {value}) is not on this round\u{2019}s register; add it, or say whose it is.",
            scheme.to_uppercase()
        ),
        None => format!("{name} gives no identifier such as a URN, so it cannot be matched to the register."),
    }
}

/// A setting's name on the register.
pub fn name_of(known: &Known, setting: SettingId) -> String {
    known.register.get(&setting).cloned().unwrap_or_else(|| "a setting not on the register".to_owned())
}
