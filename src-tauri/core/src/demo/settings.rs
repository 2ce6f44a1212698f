//! The settings of a partnership that does not exist: the mix of phases of a large county, names that nobody bears.
//!
//! Refuses to know: what any of them answers.

use std::collections::BTreeMap;

use super::chance::Chance;
use crate::template::{Facts, Template};

/// A school or organisation that does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct School {
    /// Its place in the list.
    pub place: usize,
    /// `school` or `organisation`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its phase.
    pub phase: &'static str,
    /// Maintained, academy, independent, college.
    pub status: &'static str,
    /// The part of the county it lies in.
    pub locality: &'static str,
    /// Its trust, if it has one.
    pub trust: &'static str,
    /// Identifiers: scheme to value.
    pub identifiers: BTreeMap<String, String>,
    /// How many pupils it has.
    pub pupils: i32,
}

/// Phase, status, and how many of them there are among 380.
const MIX: [(&str, &str, usize); 10] = [
    ("Primary", "Maintained", 181),
    ("Primary", "Academy or free school", 116),
    ("Secondary", "Academy or free school", 29),
    ("Secondary", "Maintained", 14),
    ("Special", "Maintained", 6),
    ("Special", "Academy or free school", 4),
    ("Alternative provision", "Maintained", 4),
    ("Alternative provision", "Academy or free school", 1),
    ("All-through", "Independent", 20),
    ("Post-16", "College", 5),
];

const LOCALITIES: [&str; 6] = [
    "North Sampleshire",
    "East Sampleshire",
    "Sampleshire Coast",
    "Sampleshire Dales",
    "Sampleton",
    "South Sampleshire",
];

const TRUSTS: [&str; 6] = [
    "Example Learning Trust",
    "Sampleshire Schools Trust",
    "Specimen Academies Trust",
    "Model Diocesan Trust",
    "Instance Education Trust",
    "Pattern Partnership Trust",
];

const FIRST: [&str; 12] = [
    "Sample", "Example", "Specimen", "Instance", "Model", "Mock", "Pattern", "Trial", "Proof", "Draft",
    "Copy", "Test",
];
const LAST: [&str; 12] =
    ["ton", "by", "thorpe", "wick", "ham", "ford", "dale", "field", "bridge", "worth", "ley", "stead"];
const BEFORE: [&str; 6] = ["", "", "", "Great ", "Little ", "Upper "];

/// So many schools, in the mix of the county; even three have more than one phase.
pub fn settings(count: usize, seed: u64) -> Vec<School> {
    let mut chance = Chance::of(seed, "settings");
    let mut places = places(&mut chance).into_iter();
    let kinds = shares(count);
    let wanted = kinds.iter().flat_map(|(phase, status, many)| std::iter::repeat_n((*phase, *status), *many));
    let mut made: Vec<School> = wanted
        .map(|(phase, status)| school(phase, status, &places.next().unwrap_or_default(), &mut chance))
        .collect();
    made.sort_by(|one, other| one.name.cmp(&other.name));
    for (place, school) in made.iter_mut().enumerate() {
        school.place = place;
        school.identifiers = numbers(place);
    }
    made
}

/// Three organisations with a round of their own.
pub fn agencies() -> Vec<School> {
    let named = ["Sampleshire Police", "Sampleshire Health Trust", "Sampleshire Children\u{2019}s Services"];
    let made = named.into_iter().enumerate().map(|(place, name)| School {
        place,
        kind: "organisation",
        name: name.to_owned(),
        phase: "",
        status: "Organisation",
        locality: "Sampleshire",
        trust: "",
        identifiers: [("local".to_owned(), format!("S11AGENCY{}", place + 1))].into(),
        pupils: 0,
    });
    made.collect()
}

/// What a school says of itself to a template.
pub fn facts(school: &School, template: &Template, seed: u64) -> Facts {
    let mut chance = Chance::of(seed, &format!("facts {}", school.name));
    let asked = template.facts.iter().filter(|fact| fact.choices.is_empty());
    asked.map(|fact| (fact.name.0.clone(), yes_or_no(said(school, &fact.name.0, &mut chance)))).collect()
}

fn said(school: &School, fact: &str, chance: &mut Chance) -> bool {
    let (primary, secondary) =
        (school.phase == "Primary", matches!(school.phase, "Secondary" | "All-through"));
    let times = match fact {
        "independent" => 100 * usize::from(school.status == "Independent"),
        "academy" => 100 * usize::from(!school.trust.is_empty()),
        "early_years" => 88 * usize::from(primary),
        "wraparound" => 55 * usize::from(primary),
        "sixth_form" => {
            if secondary {
                50
            } else {
                100 * usize::from(school.phase == "Post-16")
            }
        }
        "boarding" => 30 * usize::from(school.status == "Independent"),
        "exchange_visits" => {
            if secondary {
                40
            } else {
                2
            }
        }
        "alternative_provision" => {
            if secondary {
                60
            } else {
                5
            }
        }
        _ => 0,
    };
    chance.in_a_hundred(times)
}

fn yes_or_no(said: bool) -> String {
    if said { "yes" } else { "no" }.to_owned()
}

/// How many there are of each kind, by largest remainder; the first of each phase is not left out.
fn shares(count: usize) -> Vec<(&'static str, &'static str, usize)> {
    let all: usize = MIX.iter().map(|(_, _, many)| many).sum();
    let mut shares: Vec<(usize, usize)> =
        MIX.iter().map(|(_, _, many)| (many * count / all, many * count % all)).collect();
    let first = [0, 2, 4, 1, 6, 8, 9];
    for kind in first.into_iter().take(count) {
        if shares[kind].0 == 0 {
            shares[kind] = (1, 0);
        }
    }
    let mut given: usize = shares.iter().map(|(whole, _)| whole).sum();
    while given < count {
        let largest = (0..shares.len()).max_by_key(|kind| shares[*kind].1).unwrap_or(0);
        shares[largest] = (shares[largest].0 + 1, 0);
        given += 1;
    }
    while given > count {
        let most = (0..shares.len()).max_by_key(|kind| shares[*kind].0).unwrap_or(0);
        shares[most].0 -= 1;
        given -= 1;
    }
    MIX.iter().zip(shares).map(|((phase, status, _), (many, _))| (*phase, *status, many)).collect()
}

/// Every place there is, in an order of chance: no two schools share a name.
fn places(chance: &mut Chance) -> Vec<String> {
    let both = FIRST.iter().flat_map(|first| LAST.iter().map(move |last| format!("{first}{last}")));
    let mut all: Vec<String> = BEFORE[2..]
        .iter()
        .flat_map(|before| both.clone().map(move |place| format!("{before}{place}")))
        .collect();
    for at in (1..all.len()).rev() {
        all.swap(at, chance.below(at + 1));
    }
    all
}

fn school(phase: &'static str, status: &'static str, place: &str, chance: &mut Chance) -> School {
    let kinds: &[&str] = match (phase, status) {
        ("Primary", "Maintained") => &[
            "Primary School",
            "Community Primary School",
            "Church Primary School",
            "Infant School",
            "Junior School",
        ],
        ("Primary", _) => &["Primary Academy", "Church Primary Academy", "Free School"],
        ("Secondary", "Maintained") => &["High School", "School"],
        ("Secondary", _) => &["Academy", "High School", "Upper School"],
        ("Special", _) => &["Special School", "Park Special School"],
        ("Alternative provision", _) => &["Pupil Referral Unit", "Alternative Provision Academy"],
        ("All-through", _) => &["House School", "Independent School", "Preparatory School"],
        _ => &["Sixth Form College", "College"],
    };
    let pupils = match phase {
        "Primary" => chance.between(48, 430),
        "Secondary" => chance.between(420, 1650),
        "Special" | "Alternative provision" => chance.between(24, 180),
        _ => chance.between(140, 900),
    };
    let is_academy = status == "Academy or free school";
    School {
        place: 0,
        kind: "school",
        name: format!("{place} {}", chance.pick(kinds)),
        phase,
        status,
        locality: chance.pick(&LOCALITIES),
        trust: if is_academy { chance.pick(&TRUSTS) } else { "" },
        identifiers: BTreeMap::new(),
        pupils,
    }
}

/// Numbers in the form of real ones, in a range that no real school has.
fn numbers(place: usize) -> BTreeMap<String, String> {
    [
        ("urn", format!("{}", 900_001 + place)),
        ("laestab", format!("998{:04}", 2001 + place)),
        ("ukprn", format!("{}", 10_990_001 + place)),
    ]
    .map(|(scheme, value)| (scheme.to_owned(), value))
    .into()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn three_hundred_and_eighty_have_the_mix_of_a_county_and_names_of_their_own() {
        let all = settings(380, 1);
        let of = |phase: &str| all.iter().filter(|school| school.phase == phase).count();
        assert_eq!((of("Primary"), of("Secondary"), of("Special")), (297, 43, 10));
        assert_eq!(all.iter().map(|school| &school.name).collect::<BTreeSet<_>>().len(), 380);
        assert_eq!(all, settings(380, 1));
        assert_ne!(all, settings(380, 2));
        assert!(
            all.iter().all(|school| (school.status == "Academy or free school") != school.trust.is_empty())
        );
    }

    #[test]
    fn few_are_as_many_as_were_asked_for_and_not_all_alike() {
        for count in [1, 3, 7, 12, 24, 60] {
            assert_eq!(settings(count, 5).len(), count);
        }
        let phases: BTreeSet<_> = settings(7, 5).iter().map(|school| school.phase).collect();
        assert!(phases.len() >= 5, "{phases:?}");
    }
}
