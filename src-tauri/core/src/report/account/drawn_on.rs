//! What each paper is made of besides ratings: when that changes, its figures may.
//!
//! Refuses to know: how it is told that something changed.

use super::{Paper, Picture};
use crate::publication::Source;

impl Paper {
    /// Whether it is made of something, for officers or for others.
    pub fn draws_on(self, source: Source, shared: bool) -> bool {
        use Source::{Comparisons, Names, Panels, Plan, Response, Settings, Surveys, Themes, Words};
        match (self, source) {
            // Its head says whose it is, and of which round.
            (_, Names) => true,
            // No paper of figures says which workbooks went out, nor what only a handover says.
            (_, Source::Issued | Source::Contacts | Source::Steps | Source::Waiting) => false,
            (Self::Full, Panels) => true,
            (_, Panels) if shared => false,
            (Self::Full, _) => true,
            (Self::Scrutineer, Response | Settings | Comparisons | Panels | Plan | Words)
            | (Self::Assurance, Response | Comparisons | Panels | Plan | Words)
            | (Self::Executive, Response | Comparisons | Panels | Plan | Words)
            | (Self::DslBriefing, Response | Comparisons | Themes | Words)
            | (Self::Governors | Self::Public, Response | Comparisons | Words)
            | (Self::Method, Response)
            | (Self::Decisions, Plan | Words)
            | (Self::SevenPoints | Self::Learning, Words) => true,
            (Self::Scrutineer, Surveys | Themes)
            | (Self::Assurance | Self::Executive, Settings | Surveys | Themes)
            | (Self::DslBriefing, Settings | Panels | Plan | Surveys)
            | (Self::Governors | Self::Public, Settings | Panels | Plan | Surveys | Themes)
            | (Self::Method, Settings | Comparisons | Panels | Plan | Surveys | Themes | Words)
            | (Self::Decisions, Response | Settings | Comparisons | Panels | Surveys | Themes)
            | (
                Self::SevenPoints | Self::Learning,
                Response | Settings | Comparisons | Panels | Plan | Surveys | Themes,
            ) => false,
        }
    }
}

/// Whether feedback sheets are made of something: they say nothing of single others, and nothing of when returns came.
pub fn sheets_draw_on(source: Source) -> bool {
    match source {
        Source::Settings | Source::Names | Source::Comparisons | Source::Words => true,
        Source::Response
        | Source::Issued
        | Source::Themes
        | Source::Surveys
        | Source::Panels
        | Source::Plan
        | Source::Contacts
        | Source::Steps
        | Source::Waiting => false,
    }
}

impl Picture {
    /// Whether it is drawn of something besides ratings.
    pub fn draws_on(self, source: Source) -> bool {
        match (self, source) {
            (_, Source::Names)
            | (Self::Response | Self::OverTime, Source::Response)
            | (Self::Between, Source::Comparisons)
            | (Self::Panels | Self::Themes, Source::Panels)
            | (Self::Spoken, Source::Themes) => true,
            (
                _,
                Source::Response
                | Source::Issued
                | Source::Settings
                | Source::Comparisons
                | Source::Themes
                | Source::Surveys
                | Source::Panels
                | Source::Plan
                | Source::Words
                | Source::Contacts
                | Source::Steps
                | Source::Waiting,
            ) => false,
        }
    }
}
