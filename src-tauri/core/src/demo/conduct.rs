//! Who returns this year's audit, how, and under what name: everything that really comes into a post room.
//!
//! Refuses to know: what a return says.

use super::answers::Manner;
use super::chance::Chance;
use super::settings::School;

/// What becomes of a school's return this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conduct {
    /// It came in early and is in the partnership's file.
    TakenIn,
    /// It came in after its due date and is in the partnership's file.
    TakenInLate,
    /// It lies in the folder, as it should be.
    Sound,
    /// In the folder, everything at the top.
    OverRated,
    /// In the folder, under a name that says nothing.
    Renamed,
    /// In the folder, saved by another program that kept the words alone.
    Resaved,
    /// In the folder, with letters of its own in place of the ratings.
    OwnWords,
    /// Twice in the folder, the same file.
    Twice,
    /// Twice in the folder, the second time corrected.
    Corrected,
    /// In the folder, never filled in.
    Blank,
    /// In the folder, half filled in and signed by nobody.
    Begun,
    /// In the folder, cut short on its way.
    Damaged,
    /// In the folder, filled in over another school's workbook.
    Copied,
    /// Not in yet.
    Missing,
}

/// What is sure to be among twenty or more, in this order.
const SURE: [Conduct; 13] = [
    Conduct::Missing,
    Conduct::OwnWords,
    Conduct::Renamed,
    Conduct::OverRated,
    Conduct::Twice,
    Conduct::Blank,
    Conduct::TakenIn,
    Conduct::Corrected,
    Conduct::Damaged,
    Conduct::Resaved,
    Conduct::TakenInLate,
    Conduct::Begun,
    Conduct::Copied,
];

/// How often among a thousand each comes besides; the rest is as it should be.
const OFTEN: [(Conduct, usize); 12] = [
    (Conduct::TakenIn, 200),
    (Conduct::TakenInLate, 15),
    (Conduct::Missing, 110),
    (Conduct::OverRated, 45),
    (Conduct::Renamed, 60),
    (Conduct::Resaved, 30),
    (Conduct::OwnWords, 18),
    (Conduct::Twice, 14),
    (Conduct::Corrected, 14),
    (Conduct::Blank, 10),
    (Conduct::Begun, 14),
    (Conduct::Damaged, 6),
];

/// Of so many and more, most of what is sound was taken in before: then the round says something.
const MANY: usize = 20;
/// Of a hundred that are sound, so many were taken in before.
const BEFORE: usize = 85;

/// What becomes of each school's return; of fewer than eight all are as they should be.
pub fn conducts(count: usize, seed: u64) -> Vec<Conduct> {
    let mut chance = Chance::of(seed, "conducts");
    let sure = if count < 8 { 0 } else { SURE.len().min(count / 2) };
    let mut all: Vec<Conduct> = (0..count)
        .map(|place| match SURE.get(place).filter(|_| place < sure) {
            Some(conduct) => *conduct,
            None if count < 8 => Conduct::Sound,
            None => match drawn(&mut chance) {
                Conduct::Sound if count >= MANY && chance.in_a_hundred(BEFORE) => Conduct::TakenIn,
                other => other,
            },
        })
        .collect();
    for at in (1..all.len()).rev() {
        all.swap(at, chance.below(at + 1));
    }
    all
}

fn drawn(chance: &mut Chance) -> Conduct {
    let mut at = chance.below(1000);
    for (conduct, often) in OFTEN {
        if at < often {
            return conduct;
        }
        at -= often;
    }
    Conduct::Sound
}

impl Conduct {
    /// How a school of this conduct fills its workbook in.
    pub fn manner(self) -> Manner {
        match self {
            Self::OverRated => Manner::OverRates,
            Self::Blank => Manner::Blank,
            Self::Begun => Manner::Begun,
            Self::TakenIn
            | Self::TakenInLate
            | Self::Sound
            | Self::Renamed
            | Self::Resaved
            | Self::OwnWords
            | Self::Twice
            | Self::Corrected
            | Self::Damaged
            | Self::Copied
            | Self::Missing => Manner::Honest,
        }
    }

    /// Whether everybody signed it.
    pub fn is_signed(self) -> bool {
        !matches!(self, Self::Blank | Self::Begun)
    }
}

/// The name that a school's file comes in under, with its folder below the one that is taken in.
pub fn file_name(school: &School, conduct: Conduct, label: &str) -> String {
    let urn = school.identifiers.get("urn").or(school.identifiers.get("local")).map_or("", String::as_str);
    let proper = format!("{urn} {} audit {}.xlsx", school.name, label.replace('/', "-"));
    let place = school.place;
    let own = [
        "Audit FINAL v2",
        "Copy of safeguarding audit",
        "s175 return signed by chair",
        "safeguarding audit (1)",
    ];
    let name = match conduct {
        Conduct::Renamed | Conduct::OwnWords => format!("{} {place}.xlsx", own[place % own.len()]),
        Conduct::Resaved => format!("{} audit - converted.xlsx", school.name),
        Conduct::Copied => format!("{} audit.xlsx", school.name),
        Conduct::TakenIn
        | Conduct::TakenInLate
        | Conduct::Sound
        | Conduct::OverRated
        | Conduct::Twice
        | Conduct::Corrected
        | Conduct::Blank
        | Conduct::Begun
        | Conduct::Damaged
        | Conduct::Missing => proper,
    };
    if school.locality == "Sampleshire Coast" {
        format!("Forwarded by the coast cluster/{name}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::demo::settings::settings;

    #[test]
    fn of_few_all_are_sound_and_of_thirty_every_kind_is_there() {
        assert!(conducts(3, 1).iter().all(|conduct| *conduct == Conduct::Sound));
        let kinds: BTreeSet<Conduct> = conducts(30, 1).into_iter().collect();
        assert!(SURE.iter().all(|sure| kinds.contains(sure)), "{kinds:?}");
    }

    #[test]
    fn of_many_most_were_taken_in_and_one_in_nine_is_missing() {
        let mut counts: BTreeMap<Conduct, usize> = BTreeMap::new();
        conducts(2000, 7).into_iter().for_each(|conduct| *counts.entry(conduct).or_default() += 1);
        assert!(counts[&Conduct::TakenIn] > 900 && counts[&Conduct::Sound] > 100, "{counts:?}");
        assert!((150..300).contains(&counts[&Conduct::Missing]), "{counts:?}");
    }

    #[test]
    fn no_two_files_have_one_name() {
        let (schools, conducts) = (settings(380, 4), conducts(380, 4));
        let names: BTreeSet<String> = schools
            .iter()
            .zip(conducts)
            .map(|(school, conduct)| file_name(school, conduct, "2026/27"))
            .collect();
        assert_eq!(names.len(), 380);
    }
}
