//! The account that a round gives of itself: every paper of it, composed from one ground of values into a `Document`.
//!
//! Pure. The same figures stand in every paper, because all are made from the same tables. Refuses to know: the file, and
//! the format.

pub mod chapter;
mod chapters;
mod drawn_on;
mod every_question;
pub mod feedback;
mod governing;
mod ground;
pub mod headlines;
pub(in crate::report) mod learning;
mod method;
pub mod own;
pub mod pictures;
mod short;
mod tables;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use chapter::Headings;
pub use drawn_on::sheets_draw_on;
pub use ground::{Asked, Before, Ground};
pub use headlines::Headline;
pub use own::Own;
pub use pictures::Picture;

use super::document::{Block, Document, Section};
use crate::template::Audience;

/// A paper of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// Everything, in sixteen chapters.
    Full,
    /// Two pages for the Executive.
    Executive,
    /// What goes back to those who did the work.
    DslBriefing,
    /// For governors of every setting.
    Governors,
    /// For anybody.
    Public,
    /// A year's activity, themes, concerns and open actions.
    Assurance,
    /// How it was done, and nothing else.
    Method,
    /// Seven points on a page.
    SevenPoints,
    /// Good practice, areas for development, what happened since.
    Learning,
    /// What the Executive is asked to decide, and what became of what it decided.
    Decisions,
    /// Everything that scrutiny asks for.
    Scrutineer,
}

/// How a paper may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaves {
    /// Whenever it is written.
    Freely,
    /// Only once it is approved.
    Approved,
}

/// Who reads a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// Officers, who know each return.
    Officers,
    /// Anybody else: small numbers are hidden.
    Others,
}

impl Paper {
    /// Every paper.
    pub const ALL: [Self; 11] = [
        Self::Full,
        Self::Executive,
        Self::DslBriefing,
        Self::Governors,
        Self::Public,
        Self::Assurance,
        Self::Method,
        Self::SevenPoints,
        Self::Learning,
        Self::Decisions,
        Self::Scrutineer,
    ];

    /// Its word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Executive => "executive",
            Self::DslBriefing => "dsl_briefing",
            Self::Governors => "governors",
            Self::Public => "public",
            Self::Assurance => "assurance",
            Self::Method => "method",
            Self::SevenPoints => "seven_points",
            Self::Learning => "learning",
            Self::Decisions => "decisions",
            Self::Scrutineer => "scrutineer",
        }
    }

    /// Its title.
    pub fn title(self) -> &'static str {
        match self {
            Self::Full => "Report of the round",
            Self::Executive => "Paper for the Executive",
            Self::DslBriefing => "Briefing for safeguarding leads",
            Self::Governors => "Pack for governors",
            Self::Public => "Public summary",
            Self::Assurance => "Annual assurance report",
            Self::Method => "How the figures are made",
            Self::SevenPoints => "7-point briefing",
            Self::Learning => "Learning summary",
            Self::Decisions => "Decisions of the Executive",
            Self::Scrutineer => "Pack for the scrutineer",
        }
    }

    /// Its title in a round of those who answer this kind of tool: who governs a school are governors.
    pub fn titled(self, audience: Audience) -> &'static str {
        if self == Self::Governors && audience != Audience::School { "Pack for boards" } else { self.title() }
    }

    /// Whether anybody but officers may read it, so that small numbers are always hidden in it.
    pub fn is_for_others(self) -> bool {
        match self {
            Self::DslBriefing | Self::Governors | Self::Public | Self::SevenPoints | Self::Learning => true,
            Self::Full
            | Self::Executive
            | Self::Assurance
            | Self::Method
            | Self::Decisions
            | Self::Scrutineer => false,
        }
    }

    /// Whether it is never made with hidden figures: it is for those who govern.
    pub fn is_in_full(self) -> bool {
        match self {
            Self::Decisions | Self::Scrutineer => true,
            Self::Full
            | Self::Executive
            | Self::DslBriefing
            | Self::Governors
            | Self::Public
            | Self::Assurance
            | Self::Method
            | Self::SevenPoints
            | Self::Learning => false,
        }
    }

    /// Who reads it where nobody says: the Executive is not the officers.
    pub fn unless_said(self) -> Reads {
        match self {
            Self::Full | Self::Assurance | Self::Method | Self::Decisions | Self::Scrutineer => {
                Reads::Officers
            }
            Self::Executive
            | Self::DslBriefing
            | Self::Governors
            | Self::Public
            | Self::SevenPoints
            | Self::Learning => Reads::Others,
        }
    }

    /// How it may leave.
    pub fn leaves(self) -> Leaves {
        match self {
            Self::SevenPoints | Self::Learning => Leaves::Approved,
            Self::Full
            | Self::Executive
            | Self::DslBriefing
            | Self::Governors
            | Self::Public
            | Self::Assurance
            | Self::Method
            | Self::Decisions
            | Self::Scrutineer => Leaves::Freely,
        }
    }

    /// Whether its sentences are made from data and can be put in other words.
    pub fn has_headlines(self) -> bool {
        match self {
            Self::Full
            | Self::Executive
            | Self::DslBriefing
            | Self::Governors
            | Self::Public
            | Self::Assurance
            | Self::Scrutineer => true,
            Self::Method | Self::SevenPoints | Self::Learning | Self::Decisions => false,
        }
    }

    /// Whether any figure of ratings stands in it, and be it how many questions are left out of them.
    pub fn holds_ratings(self) -> bool {
        self == Self::Method || self.has_headlines()
    }

    /// The texts that only a person can write, in their order, by key.
    pub fn texts(self) -> &'static [&'static str] {
        match self {
            Self::Full => &[
                "introduction",
                "last_actions",
                "strengths",
                "areas",
                "told",
                "panels",
                "voices",
                "impact",
                "recommendations",
                "next_steps",
                "sample",
            ],
            Self::Executive => &["introduction", "strengths", "areas", "recommendations"],
            Self::DslBriefing => &["introduction", "strengths", "areas", "next_steps"],
            Self::Governors => &["introduction", "next_steps"],
            Self::Public => &["introduction", "next_steps"],
            Self::Assurance => &["introduction", "concerns", "impact", "recommendations"],
            Self::Method => &[],
            Self::Decisions => &["introduction"],
            Self::Scrutineer => &["introduction", "panels", "sample"],
            Self::SevenPoints => learning::POINTS,
            Self::Learning => learning::SUMMARY,
        }
    }
}

/// Whether a paper that has to be approved is written in every part.
pub fn is_whole(paper: Paper, ground: &Ground<'_>) -> bool {
    match paper.leaves() {
        Leaves::Approved => learning::is_whole(ground, paper.texts()),
        Leaves::Freely => true,
    }
}

/// Composes a paper.
pub fn compose(paper: Paper, ground: &Ground<'_>) -> Document {
    let sections = match paper {
        Paper::Full => full(ground),
        Paper::Executive => short::executive(ground),
        Paper::DslBriefing => short::briefing(ground),
        Paper::Governors => short::governors(ground),
        Paper::Public => short::public(ground),
        Paper::Assurance => short::assurance(ground),
        Paper::Method => {
            let section = method::method(Section::new("Method").heading("How it was done"), ground);
            vec![section.table(method::definitions(ground)), method::recipe(ground)]
        }
        Paper::SevenPoints => learning::seven_points(ground),
        Paper::Learning => learning::summary(ground),
        Paper::Decisions => governing::decisions(ground),
        Paper::Scrutineer => governing::scrutineer(ground),
    };
    let sections = sections.into_iter().filter(says_something).collect();
    let draft = match (&ground.added.approved, paper.leaves()) {
        (None, Leaves::Approved) => "Draft: not approved".to_owned(),
        (Some(_), _) | (None, Leaves::Freely) => String::new(),
    };
    let marking = if ground.is_shared() { "" } else { restricted(paper) };
    Document {
        title: paper.titled(ground.template.audience).to_owned(),
        about: about(ground),
        draft,
        marking: marking.to_owned(),
        author: if ground.partnership.is_empty() {
            "Attest".to_owned()
        } else {
            ground.partnership.to_owned()
        },
        code: ground.recipe.head.clone(),
        sections,
        ..Document::default()
    }
}

/// Whether more stands in a section than its heading.
fn says_something(section: &Section) -> bool {
    section.blocks.iter().any(|block| !matches!(block, Block::Heading(_) | Block::Subheading(_)))
}

/// For whom a paper is in which nothing is hidden.
fn restricted(paper: Paper) -> &'static str {
    match paper {
        Paper::Decisions => "Restricted: for the Executive",
        Paper::Scrutineer => "Restricted: for the independent scrutineer",
        Paper::Full
        | Paper::Executive
        | Paper::DslBriefing
        | Paper::Governors
        | Paper::Public
        | Paper::Assurance
        | Paper::Method
        | Paper::SevenPoints
        | Paper::Learning => "Restricted: for officers of the partnership",
    }
}

fn about(ground: &Ground<'_>) -> Vec<String> {
    let lines = [
        ground.partnership.to_owned(),
        format!("{}, {}", ground.template.title, ground.round),
        format!("As at {}. Self-assessed.", ground.as_at()),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// All chapters under the headings that were chosen; one with nothing to say is left out.
fn full(ground: &Ground<'_>) -> Vec<Section> {
    let mut sections = Vec::new();
    for (heading, held) in Headings::of(&ground.added.headings).parts() {
        let empty = Section::new(*heading).heading(*heading);
        let before = empty.blocks.len();
        let section = held.iter().fold(empty, |section, one| chapters::in_full(section, *one, ground));
        if section.blocks.len() > before {
            sections.push(section);
        }
    }
    sections.push(method::whole_recipe(ground));
    sections
}

/// The charts of a round, for slides.
pub fn slides(ground: &Ground<'_>) -> Vec<super::chart::Chart> {
    let drawn = Picture::ALL.into_iter().filter_map(|picture| picture.drawn(ground));
    drawn.filter(|chart| !chart.is_hidden()).collect()
}
