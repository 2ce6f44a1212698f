//! An entry of a list as a setting: what the register's own words come to in ours.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Entry, Field, Filter, LocalityBy};
use crate::setting::{self, About, Details};
use crate::text;

/// A setting as a list has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The line or row it stands on.
    pub line: u32,
    /// How it is named and grouped.
    pub details: Details,
    /// Its identifiers: scheme to value; those without the right form are left out.
    pub identifiers: BTreeMap<String, String>,
    /// What else is known of it.
    pub about: About,
    /// Its local authority.
    pub authority: String,
    /// Whether it is open, or about to be.
    pub open: bool,
    /// Why it closed.
    pub why_closed: String,
    /// URNs that it follows.
    pub predecessors: Vec<String>,
    /// The URN that follows it.
    pub successor: Option<String>,
}

impl Candidate {
    /// An entry as a setting of a kind.
    pub fn of(entry: &Entry, kind: &str, filter: &Filter) -> Self {
        let identifiers = Field::IDENTIFIERS.into_iter().filter_map(|(field, scheme)| {
            Some((scheme.to_owned(), setting::identifier(scheme, entry.get(field)).ok()?))
        });
        let closed = date(entry.get(Field::Closed));
        let state = text::folded(entry.get(Field::State));
        Self {
            line: entry.line,
            details: details(entry, kind, filter),
            identifiers: identifiers.collect(),
            about: about(entry, closed),
            authority: entry.get(Field::Authority).to_owned(),
            open: if state.is_empty() { closed.is_none() } else { state != "closed" },
            why_closed: entry.get(Field::WhyClosed).to_owned(),
            predecessors: urns(entry.get(Field::Predecessor)),
            successor: urns(entry.get(Field::Successor)).into_iter().next(),
        }
    }

    /// Its URN, if it has one.
    pub fn urn(&self) -> Option<&str> {
        self.identifiers.get("urn").map(String::as_str)
    }
}

fn details(entry: &Entry, kind: &str, filter: &Filter) -> Details {
    let locality = match filter.locality {
        LocalityBy::District => Field::Locality,
        LocalityBy::Ward => Field::Ward,
        LocalityBy::Town => Field::Town,
    };
    Details {
        kind: kind.to_owned(),
        name: entry.get(Field::Name).to_owned(),
        phase: phase(entry),
        status: status(entry),
        locality: entry.get(locality).to_owned(),
        trust: entry.get(Field::Trust).to_owned(),
    }
}

fn about(entry: &Entry, closed: Option<NaiveDate>) -> About {
    let parts = [entry.get(Field::Address), entry.get(Field::Postcode)];
    let address: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    About {
        head: entry.get(Field::Head).to_owned(),
        email: entry.get(Field::Email).to_owned(),
        address: address.join(", "),
        pupils: entry.get(Field::Pupils).replace(',', "").parse().ok(),
        facts: facts(entry),
        opened: date(entry.get(Field::Opened)),
        closed,
    }
}

/// Phase in the words that partnerships group by: special schools and pupil referral units have none of their own.
fn phase(entry: &Entry) -> String {
    let (phase, kind) = (entry.get(Field::Phase), words(entry));
    let holds = |part: &str| kind.contains(part);
    let said = if holds("special post-16") || holds("further education") {
        "16 plus"
    } else if holds("special") {
        "Special"
    } else if holds("pupil referral")
        || holds("alternative provision")
        || holds(" ap ")
        || holds("ap converter")
    {
        "Alternative provision"
    } else {
        match phase {
            "Middle deemed primary" => "Primary",
            "Middle deemed secondary" => "Secondary",
            "All-through" => "All-through",
            other => other,
        }
    };
    said.to_owned()
}

/// Status in the words that partnerships group by, from the type; a list's own column goes before.
fn status(entry: &Entry) -> String {
    let own = entry.get(Field::Status);
    let kind = words(entry);
    let rules = [
        ("academ", "Academy or free school"),
        ("free school", "Academy or free school"),
        ("studio school", "Academy or free school"),
        ("technical college", "Academy or free school"),
        ("non-maintained special", "Non-maintained special"),
        ("independent", "Independent"),
        ("further education", "College"),
        ("sixth form centre", "College"),
        ("colleges", "College"),
        ("post-16 institution", "College"),
        ("maintained", "Maintained"),
        ("special school", "Maintained"),
        ("pupil referral", "Maintained"),
        ("nursery school", "Maintained"),
    ];
    if !own.is_empty() {
        return own.to_owned();
    }
    let found = rules.iter().find(|(part, _)| kind.contains(part)).map(|(_, said)| (*said).to_owned());
    found.unwrap_or_else(|| entry.get(Field::Type).to_owned())
}

fn words(entry: &Entry) -> String {
    format!("{} {}", entry.get(Field::Type), entry.get(Field::Group)).to_lowercase()
}

/// What switches the modules of an audit on or off; only what the list says outright.
fn facts(entry: &Entry) -> BTreeMap<String, String> {
    let said = |field: Field| {
        let value = text::folded(entry.get(field));
        let no = ["no ", "not ", "none", "does not have"].iter().any(|part| value.starts_with(part));
        let nothing = value.is_empty() || value == "not applicable" || value == "not recorded";
        (!nothing).then_some(if no || value == "no" { "no" } else { "yes" })
    };
    let young = entry.get(Field::LowAge).parse::<u8>().ok().map(|age| if age < 5 { "yes" } else { "no" });
    let kind = words(entry);
    let is = |held: bool| (!kind.trim().is_empty()).then_some(if held { "yes" } else { "no" });
    let facts = [
        ("early_years", young.or_else(|| said(Field::Nursery))),
        ("sixth_form", said(Field::SixthForm)),
        ("boarding", said(Field::Boarding)),
        ("independent", is(kind.contains("independent"))),
        ("academy", is(status(entry) == "Academy or free school")),
    ];
    let held =
        facts.into_iter().filter_map(|(name, said)| said.map(|said| (name.to_owned(), said.to_owned())));
    held.collect()
}

/// A date as lists write it: 01-09-2026, 01/09/2026 or 2026-09-01.
fn date(typed: &str) -> Option<NaiveDate> {
    let parts: Vec<u32> = typed.split(['-', '/', '.']).map_while(|part| part.trim().parse().ok()).collect();
    let [one, two, three] = parts[..] else { return None };
    let (year, month, day) = if one > 1000 { (one, two, three) } else { (three, two, one) };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| (1000..2200).contains(&year))
}

fn urns(typed: &str) -> Vec<String> {
    let parts = typed.split(|c: char| !c.is_ascii_digit()).filter(|part| part.len() == 6);
    parts.map(ToOwned::to_owned).collect()
}
