//! What each paper is made of besides ratings: when that changes, its figures may.
//!
//! Refuses to know: how it is told that something changed.

use super::Paper;
use crate::publication::Source;

impl Paper {
    /// Whether it is made of something, for officers or for others.
    pub fn draws_on(self, source: Source, shared: bool) -> bool {
        use Source::{Comparisons, Panels, Plan, Response, Surveys, Themes, Words};
        match (self, source) {
            (Self::Full, Panels) => true,
            (_, Panels) if shared => false,
            (Self::Full, _) => true,
            (Self::Scrutineer | Self::Assurance, Response | Comparisons | Panels | Plan | Words)
            | (Self::Executive, Response | Comparisons | Panels | Plan | Words)
            | (Self::DslBriefing, Response | Comparisons | Themes | Words)
            | (Self::Governors | Self::Public, Response | Comparisons | Words)
            | (Self::Method, Response)
            | (Self::Decisions, Plan | Words)
            | (Self::SevenPoints | Self::Learning, Words) => true,
            (Self::Scrutineer | Self::Assurance | Self::Executive, Surveys | Themes)
            | (Self::DslBriefing, Panels | Plan | Surveys)
            | (Self::Governors | Self::Public, Panels | Plan | Surveys | Themes)
            | (Self::Method, Comparisons | Panels | Plan | Surveys | Themes | Words)
            | (Self::Decisions, Response | Comparisons | Panels | Surveys | Themes)
            | (
                Self::SevenPoints | Self::Learning,
                Response | Comparisons | Panels | Plan | Surveys | Themes,
            ) => false,
        }
    }
}
