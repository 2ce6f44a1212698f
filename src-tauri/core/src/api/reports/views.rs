//! What the screen of reports is given.

use serde::{Deserialize, Serialize};

use crate::api::figures::Readers;
use crate::api::paper_format::PaperFormat;
use crate::api::views::view;
use crate::publication::{PublicationId, Single};
use crate::report::Document;
use crate::report::account::{Headings, Paper, Picture};
use crate::report::chart::Chart;

/// A paper, for whom.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportChosen {
    pub paper: Paper,
    /// As the paper is read where nothing is said.
    #[serde(default)]
    pub readers: Option<Readers>,
}

/// A paper, for whom, and how it is to be written.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportWanted {
    pub paper: Paper,
    /// As the paper is read where nothing is said.
    #[serde(default)]
    pub readers: Option<Readers>,
    pub format: PaperFormat,
}

/// Words of a paper that are put in the place of others.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportWords {
    pub paper: Paper,
    /// As the paper is read where nothing is said.
    #[serde(default)]
    pub readers: Option<Readers>,
    pub key: String,
    /// The words; none lets a sentence made from data stand again.
    pub words: Option<String>,
}

/// To whom a paper goes, and under which headings it stands.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportArranged {
    pub paper: Paper,
    /// As the paper is read where nothing is said.
    #[serde(default)]
    pub readers: Option<Readers>,
    pub circulation: Vec<String>,
    pub headings: Headings,
}

/// That a paper is approved by somebody, or with nobody opened again.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportApproved {
    pub paper: Paper,
    /// As the paper is read where nothing is said.
    #[serde(default)]
    pub readers: Option<Readers>,
    pub by: Option<String>,
}

/// A paper that was written before.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportWritten {
    pub publication: PublicationId,
}

/// A paper that was written before, whose figures are to be made again.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportAgain {
    pub publication: PublicationId,
    pub format: PaperFormat,
}

/// A chart, for whom.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChartChosen {
    pub picture: Picture,
    #[serde(default)]
    pub readers: Readers,
}

/// A chart, for whom, and as what kind of picture.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChartWanted {
    pub picture: Picture,
    #[serde(default)]
    pub readers: Readers,
    pub format: PictureFormat,
}

/// For whom.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReadBy {
    #[serde(default)]
    pub readers: Readers,
}

/// A kind of picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PictureFormat {
    /// Dots, for slides and papers.
    Png,
    /// Lines, sharp at every size.
    Svg,
}

impl PictureFormat {
    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// How far a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// It can be written; nobody has approved it.
    Draft,
    /// It cannot leave before it is approved.
    Locked,
    /// It is approved as it stands.
    Approved,
    /// It was approved, and its figures or words are others now.
    Moved,
}

view! {
    /// A paper among the others.
    ReportLine {
        paper: Paper,
        state: ReportState,
        /// Whether only officers may read it.
        restricted: bool,
        /// Whether small numbers are always hidden in it.
        shared: bool,
        /// How many sentences somebody put in other words while their figures have changed.
        stale: u32,
        /// When it was written last, and as what.
        written: Option<WritingLine>,
    }

    /// Something that was written: a paper, a table, a chart.
    WritingLine {
        id: PublicationId,
        /// The word of what was written.
        kind: String,
        /// As a person calls it.
        name: String,
        at: String,
        who: String,
        format: String,
        readers: String,
        returns: u32,
        head: String,
        /// Which table or chart it is, where it is one by itself.
        part: Option<Single>,
        /// Whether its figures are made again as it stood: a paper of figures, a table, a chart.
        again: bool,
        /// Why its recipe cannot be read, and what to do; nothing where it can.
        unread: Option<String>,
    }

    /// Whether the same figures can still be made.
    RecipeView {
        /// Whether they come out as the file stands.
        same: bool,
        /// Whether they come out as the file stood then, where they do not now.
        again: bool,
        sentence: String,
        changed: Vec<String>,
    }

    /// A sentence made from data.
    HeadlineView {
        key: String,
        made: String,
        put: Option<String>,
        /// Whether the figures behind it have changed since it was put so.
        stale: bool,
        /// Whether the paper has the sentence as it is made until somebody reads it again: it is shared.
        waits: bool,
    }

    /// A text that only a person can write.
    ReportText { key: String, words: String, }

    /// A paper with all that can be done to it.
    ReportView {
        paper: Paper,
        readers: Readers,
        state: ReportState,
        approved_by: String,
        approved_on: Option<String>,
        headings: Headings,
        circulation: Vec<String>,
        headlines: Vec<HeadlineView>,
        texts: Vec<ReportText>,
        writings: Vec<WritingLine>,
        document: Document,
    }

    /// Feedback sheets: for how many, and the first of them to look at.
    FeedbackView { count: u32, example: Option<Document>, }

    /// A chart to look at; none where there is nothing to be seen in it.
    ChartShown { chart: Option<Chart>, }
}
