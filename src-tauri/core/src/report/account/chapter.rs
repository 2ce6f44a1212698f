//! The sixteen chapters that fit almost every report of a round, and the sets of headings under which they stand.
//!
//! Refuses to know: what stands in a chapter.

use serde::{Deserialize, Serialize};

/// A chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Chapter {
    /// Period, version, approval, author, circulation.
    About,
    /// Sentences made from data.
    Headlines,
    /// What became of the last round's actions.
    LastActions,
    /// Tool, dates, who was asked, who signs, limits.
    Method,
    /// Who returned.
    Response,
    /// Results by standard.
    Results,
    /// Results by phase, status, locality.
    Groups,
    /// Change since the last round.
    Change,
    /// Strengths and good practice.
    Strengths,
    /// Areas to improve.
    Areas,
    /// What settings told.
    Told,
    /// What panels did and found.
    Panels,
    /// Voices beside self-ratings.
    Voices,
    /// What earlier actions changed.
    Impact,
    /// Recommendations and what is planned.
    Plan,
    /// Questions, definitions, full tables.
    Appendices,
}

/// Chapters under a heading.
pub type Part = (&'static str, &'static [Chapter]);

/// A set of headings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Headings {
    /// All sixteen.
    #[default]
    Full,
    /// As overview reports of Section 11 audits are headed.
    Overview,
    /// A chapter a theme: what is strong, what is not, what is next.
    Thematic,
}

use Chapter::{
    About, Appendices, Areas, Change, Groups, Headlines, Impact, LastActions, Method, Panels, Plan, Response,
    Results, Strengths, Told, Voices,
};

const FULL: [Part; 16] = [
    ("About this report", &[About]),
    ("Headlines", &[Headlines]),
    ("Review of actions from the last round", &[LastActions]),
    ("How it was done", &[Method]),
    ("Response", &[Response]),
    ("Results overall and by standard", &[Results]),
    ("Results by phase, status and area", &[Groups]),
    ("Change since the last round", &[Change]),
    ("Strengths and good practice", &[Strengths]),
    ("Areas for improvement", &[Areas]),
    ("What we were told", &[Told]),
    ("Panel sessions", &[Panels]),
    ("Voices beside the self-ratings", &[Voices]),
    ("Impact of earlier actions", &[Impact]),
    ("Recommendations and action plan", &[Plan]),
    ("Appendices", &[Appendices]),
];

const OVERVIEW: [Part; 9] = [
    ("Introduction", &[About]),
    ("Methodology", &[Method]),
    ("Contributors", &[Response]),
    ("Summary of findings", &[Headlines, Results]),
    ("Analysis", &[Groups, Change, Panels]),
    ("Key points", &[Strengths, Areas, Told, Voices]),
    ("Progress since the last round", &[LastActions, Impact]),
    ("Next steps and action plan", &[Plan]),
    ("Appendices", &[Appendices]),
];

const THEMATIC: [Part; 7] = [
    ("Introduction", &[About, Headlines]),
    ("Who took part", &[Response]),
    ("What is working well", &[Strengths, Impact]),
    ("What needs to improve", &[Areas, Told, Voices]),
    ("The evidence in full", &[Results, Groups, Change, Panels]),
    ("What happens next", &[LastActions, Plan]),
    ("How it was done", &[Method, Appendices]),
];

impl Headings {
    /// Every set.
    pub const ALL: [Self; 3] = [Self::Full, Self::Overview, Self::Thematic];

    /// Its parts.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Self::Full => &FULL,
            Self::Overview => &OVERVIEW,
            Self::Thematic => &THEMATIC,
        }
    }

    /// Its word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Overview => "overview",
            Self::Thematic => "thematic",
        }
    }

    /// The set of a word; all sixteen where it is none.
    pub fn of(code: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.code() == code).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_holds_every_chapter_once() {
        for set in Headings::ALL {
            let held: Vec<Chapter> =
                set.parts().iter().flat_map(|(_, chapters)| chapters.iter().copied()).collect();
            let of_full = FULL.iter().flat_map(|(_, chapters)| chapters.iter());
            for chapter in of_full {
                assert_eq!(held.iter().filter(|one| *one == chapter).count(), 1, "{chapter:?} in {set:?}");
            }
            assert_eq!(Headings::of(set.code()), set);
        }
    }
}
