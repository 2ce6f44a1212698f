//! What a newer list would change in a register, worked out before anything is taken.
//!
//! Pure: the register as it is and the list in, changes out. A number is never a key: a setting is known by any
//! number that it has or had, by what the list says it follows, and by its name only where neither has a number.

mod matching;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::register::{Expected, Standing};
use crate::listing::Candidate;
use crate::setting::{About, Details, SettingId};
use matching::Matches;

/// A setting of the file, with its line on the register where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its id.
    pub id: SettingId,
    /// How it is named and grouped.
    pub details: Details,
    /// Its identifiers: scheme to value.
    pub identifiers: BTreeMap<String, String>,
    /// Identifiers that it had.
    pub past: Vec<(String, String)>,
    /// What else is known of it.
    pub about: About,
    /// Its line on the register of the round.
    pub line: Option<Expected>,
}

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Not known so far.
    New,
    /// Known from another round, and not on this register.
    Joins,
    /// The same setting under a new number: a conversion.
    Converted,
    /// Went over into another setting.
    Merged,
    /// Closed.
    Closed,
    /// Open again.
    Reopened,
    /// Not on the list, or not where the choice looks.
    Gone,
    /// Called otherwise.
    Renamed,
    /// In another phase, status, locality or trust.
    Regrouped,
    /// Other numbers, head, address, pupils or modules.
    Details,
}

/// A field before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FieldMoved {
    /// Its name, in words.
    pub field: String,
    /// What stands there now.
    pub before: String,
    /// What would stand there.
    pub after: String,
}

/// One change that a list would bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What it is known by while it is looked at: the same for the same list and register.
    pub id: String,
    /// What kind it is.
    pub kind: ChangeKind,
    /// The setting that it is about; none where that is new.
    pub setting: Option<SettingId>,
    /// What the list has.
    pub candidate: Option<Candidate>,
    /// Its name.
    pub name: String,
    /// What would be otherwise.
    pub fields: Vec<FieldMoved>,
    /// Why, in a sentence; empty where the fields say it.
    pub note: String,
    /// The day from which it holds, where the list says so.
    pub on: Option<NaiveDate>,
    /// Into which setting it went over.
    pub into: Option<SettingId>,
    /// Whether it is taken unless somebody says otherwise.
    pub suggested: bool,
}

/// The changes that a list would bring: `chosen` are the candidates of the choice, `others` those beside it.
pub fn difference(known: &[Known], chosen: &[Candidate], others: &[Candidate]) -> Vec<Change> {
    let matches = Matches::of(known, chosen, others);
    let mut changes: Vec<Change> = Vec::new();
    for (at, candidate) in chosen.iter().enumerate() {
        match matches.known_of(at) {
            None => changes.push(new(candidate)),
            Some((setting, how)) => changes.extend(between(&known[setting], candidate, how)),
        }
    }
    let taken: BTreeSet<usize> = matches.taken().collect();
    let expected = |(at, one): &(usize, &Known)| {
        !taken.contains(at) && one.line.as_ref().is_some_and(|line| line.standing == Standing::Expected)
    };
    let kinds: BTreeSet<&str> = chosen.iter().chain(others).map(|it| it.details.kind.as_str()).collect();
    for (at, one) in known.iter().enumerate().filter(expected) {
        if kinds.contains(one.details.kind.as_str()) {
            changes.push(absent(
                one,
                matches.beside(at).map(|at| &others[at]),
                matches.taken_into(at).map(|at| &known[at]),
            ));
        }
    }
    changes.sort_by(|one, other| (one.kind, &one.name, &one.id).cmp(&(other.kind, &other.name, &other.id)));
    changes
}

/// How a candidate was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// By a number that it has, or by its name where there is none.
    Same,
    /// By what it follows.
    Followed,
}

fn new(candidate: &Candidate) -> Change {
    let key = candidate.urn().map_or_else(|| format!("line-{}", candidate.line), ToOwned::to_owned);
    Change {
        suggested: true,
        ..change(ChangeKind::New, &key, None, Some(candidate), &candidate.details.name)
    }
}

fn between(known: &Known, candidate: &Candidate, how: How) -> Vec<Change> {
    let of = |kind: ChangeKind, fields: Vec<FieldMoved>| Change {
        fields,
        suggested: true,
        ..change(kind, &known.id.to_string(), Some(known.id), Some(candidate), &candidate.details.name)
    };
    let (name, groups, rest) = words::moved(known, candidate);
    let mut changes = Vec::new();
    match &known.line {
        None => changes.push(of(ChangeKind::Joins, Vec::new())),
        Some(line) if line.standing == Standing::Closed && candidate.open => {
            changes.push(of(ChangeKind::Reopened, Vec::new()));
        }
        Some(_) => {}
    }
    if how == How::Followed {
        let fields = rest.into_iter().chain(name).chain(groups).collect();
        changes.push(Change { on: candidate.about.opened, ..of(ChangeKind::Converted, fields) });
        return changes;
    }
    for (kind, fields) in
        [(ChangeKind::Renamed, name), (ChangeKind::Regrouped, groups), (ChangeKind::Details, rest)]
    {
        if !fields.is_empty() {
            changes.push(of(kind, fields));
        }
    }
    changes
}

/// A setting that the choice does not hold.
fn absent(known: &Known, beside: Option<&Candidate>, into: Option<&Known>) -> Change {
    let of =
        |kind: ChangeKind| change(kind, &known.id.to_string(), Some(known.id), beside, &known.details.name);
    if let Some(later) = into {
        let note = format!("It went over into {}.", later.details.name);
        let on = beside.and_then(|it| it.about.closed);
        return Change { note, on, into: Some(later.id), suggested: true, ..of(ChangeKind::Merged) };
    }
    match beside {
        Some(other) if !other.open => {
            let note = words::closed(other);
            Change { note, on: other.about.closed, suggested: true, ..of(ChangeKind::Closed) }
        }
        Some(other) => Change { note: words::elsewhere(other), ..of(ChangeKind::Gone) },
        None => Change { note: "It is not on the list.".to_owned(), ..of(ChangeKind::Gone) },
    }
}

fn change(
    kind: ChangeKind,
    key: &str,
    setting: Option<SettingId>,
    candidate: Option<&Candidate>,
    name: &str,
) -> Change {
    Change {
        id: format!("{}:{key}", words::kind(kind)),
        kind,
        setting,
        candidate: candidate.cloned(),
        name: name.to_owned(),
        fields: Vec::new(),
        note: String::new(),
        on: None,
        into: None,
        suggested: false,
    }
}

#[cfg(test)]
mod tests;
