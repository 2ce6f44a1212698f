//! Whose a return is: issue id, then submission id, then identifier with template family and period, then ask.
//!
//! Never by the time of arrival or of the file. Refuses to know: the file and its database.

use std::collections::BTreeSet;

use super::verdict::{Known, Looked};
use crate::setting::SettingId;
use crate::text::folded;

/// Whose a return is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    /// This setting's, in this round.
    Setting(SettingId),
    /// A person has to say; why.
    Ask(String),
    /// It belongs to another round or audit tool; why.
    Other(String),
}

/// An identifier's value as it is compared: `815/1234` and `8151234` are one.
pub fn identifier_key(scheme: &str, value: &str) -> (String, String) {
    let kept: String = value.chars().filter(|c| c.is_alphanumeric()).collect();
    (folded(scheme), kept.to_lowercase())
}

/// Finds whose a return is.
pub fn match_setting(known: &Known, looked: &Looked) -> Matched {
    let identity = &looked.identity;
    if identity.template != known.round.template {
        return Matched::Other(format!(
            "It follows the audit tool \u{201c}{}\u{201d}; this round uses \u{201c}{}\u{201d}.",
            identity.template, known.round.template
        ));
    }
    if let Some(matched) = by_number(known, looked) {
        return confirm(known, looked, matched);
    }
    if !same_period(known, looked) {
        return Matched::Other(format!(
            "It belongs to the round \u{201c}{}\u{201d}; this one is \u{201c}{}\u{201d}.",
            identity.round, known.round.label
        ));
    }
    by_identifier(known, looked)
}

/// By the number given at issue, else by that of the return.
fn by_number(known: &Known, looked: &Looked) -> Option<SettingId> {
    let issued = looked.identity.issue.and_then(|issue| known.issues.get(&issue)).copied();
    issued.or_else(|| {
        known.claims.iter().find(|claim| claim.submission == looked.submission).map(|claim| claim.setting)
    })
}

fn same_period(known: &Known, looked: &Looked) -> bool {
    let label = folded(&looked.identity.round);
    label.is_empty() || label == folded(&known.round.label)
}

/// A copied workbook keeps its numbers: what it says of the setting must not speak against them.
fn confirm(known: &Known, looked: &Looked, setting: SettingId) -> Matched {
    let named = settings_named(known, looked);
    if let Some(other) = named.iter().find(|other| **other != setting) {
        return Matched::Ask(format!(
            "It carries the number of the return of {}, but names {}; it may be a copy.",
            name_of(known, setting),
            name_of(known, *other)
        ));
    }
    same_version(known, looked).unwrap_or(Matched::Setting(setting))
}

fn by_identifier(known: &Known, looked: &Looked) -> Matched {
    let named = settings_named(known, looked);
    let mut named = named.into_iter();
    match (named.next(), named.next()) {
        (None, _) => Matched::Ask(unknown(looked)),
        (Some(one), Some(other)) => Matched::Ask(format!(
            "Its identifiers belong to two settings, {} and {}.",
            name_of(known, one),
            name_of(known, other)
        )),
        (Some(one), None) if !known.register.contains_key(&one) => Matched::Ask(unknown(looked)),
        (Some(one), None) => same_version(known, looked).unwrap_or(Matched::Setting(one)),
    }
}

/// Something to ask where the return was not made from the round's very template.
fn same_version(known: &Known, looked: &Looked) -> Option<Matched> {
    let (identity, round) = (&looked.identity, &known.round);
    if identity.version != round.version {
        return Some(Matched::Ask(format!(
            "It was made from version {} of the audit tool; this round uses version {}.",
            identity.version, round.version
        )));
    }
    if !identity.digest.is_empty() && identity.digest != round.digest {
        return Some(Matched::Ask(format!(
            "Its copy of the audit tool, version {}, differs from this round\u{2019}s.",
            identity.version
        )));
    }
    None
}

fn settings_named(known: &Known, looked: &Looked) -> BTreeSet<SettingId> {
    let keys = looked.identifiers.iter().map(|(scheme, value)| identifier_key(scheme, value));
    keys.filter(|(_, value)| !value.is_empty())
        .filter_map(|key| known.identifiers.get(&key))
        .flatten()
        .copied()
        .collect()
}

fn unknown(looked: &Looked) -> String {
    let given = looked.identifiers.iter().find(|(_, value)| !value.trim().is_empty());
    let name = if looked.name.is_empty() { "The setting" } else { looked.name.as_str() };
    match given {
        Some((scheme, value)) => format!(
            "{name} ({} {value}) is not on this round\u{2019}s register; add it, then read the kept file again.",
            scheme.to_uppercase()
        ),
        None => format!("{name} gives no identifier such as a URN, so it cannot be matched to the register."),
    }
}

fn name_of(known: &Known, setting: SettingId) -> String {
    known.register.get(&setting).cloned().unwrap_or_else(|| "a setting not on the register".to_owned())
}
