//! Whose a workbook is, and the three sides of it: what both began from, what the file has, what the workbook says.
//!
//! A workbook of another setting, another tool or another version is refused with a sentence. Refuses to know: screens.

use std::sync::Arc;

use crate::error::{Error, Result};
use crate::round::{self, Round};
use crate::setting::{self, Setting};
use crate::store::Reader;
use crate::submission::content::Content;
use crate::submission::{self, Submission, SubmissionId, exported};
use crate::template::{self, Template};
use crate::text::folded;
use crate::workbook::{ExportKind, Found, Return};

/// An audit of this file and the workbook that belongs to it.
pub(super) struct Sides {
    pub submission: Submission,
    pub setting: Setting,
    pub round: Round,
    pub template: Arc<Template>,
    /// What both began from, where this file wrote the workbook.
    pub base: Option<Content>,
    pub mine: Content,
    pub theirs: Content,
}

impl Sides {
    /// The audit that a workbook belongs to: the one whose id it bears, else the one that is looked at, if it is of the
    /// same setting.
    pub fn of(reader: Reader<'_>, looked_at: SubmissionId, found: &Found) -> Result<Self> {
        let returned = &found.returned;
        let born = submission::begun(reader)?;
        let own = born.into_iter().find(|one| one.id.0 == returned.identity.submission);
        let is_own = own.is_some();
        let submission = own.map_or_else(|| submission::load(reader, looked_at), Ok)?;
        let setting = setting::load(reader, submission.setting)?;
        let round = round::load(reader, submission.round)?;
        let template = template::load(reader, &submission.template)?;
        same_tool(&template, &found.template)?;
        if !is_own {
            same_setting(&setting, returned)?;
        }
        let theirs = returned.content();
        let base = exported::held(reader, submission.id, returned.identity.export)?;
        let base = base.map(|base| part(base, returned));
        let mine = Content::with(reader, &submission, &template, &theirs.facts)?;
        Ok(Self { setting, round, base, mine, theirs, template, submission })
    }
}

/// What the workbook held of what its export held: a part holds some questions alone.
fn part(base: Content, returned: &Return) -> Content {
    match returned.identity.kind {
        ExportKind::Return => base,
        ExportKind::Section | ExportKind::FixBack => {
            let questions: Vec<_> = returned.answers.iter().map(|answer| answer.question.clone()).collect();
            base.only(&questions)
        }
    }
}

fn same_tool(own: &Template, other: &Template) -> Result<()> {
    if own.key() == other.key() {
        return Ok(());
    }
    if own.id == other.id {
        return Err(Error::input(format!(
            "This workbook follows version {} of the audit tool; this audit follows version {}.",
            other.version, own.version
        ))
        .hint("Ask for the workbook of the same version; answers of another one are carried over when the next audit is begun."));
    }
    Err(Error::input(format!(
        "This workbook is of the audit tool \u{201c}{}\u{201d}; this audit follows \u{201c}{}\u{201d}.",
        other.title, own.title
    ))
    .hint("Open the file whose audit it belongs to, then read it back there."))
}

/// Refuses a workbook of another setting: none of its numbers and not its name are this one's.
fn same_setting(setting: &Setting, returned: &Return) -> Result<()> {
    let bare = |value: &str| value.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let numbered = returned
        .identifiers
        .iter()
        .any(|(scheme, value)| setting.identifiers.get(scheme).is_some_and(|own| bare(own) == bare(value)));
    if numbered || folded(&setting.details.name) == folded(&returned.setting) {
        return Ok(());
    }
    let theirs = if returned.setting.is_empty() { "another setting" } else { &returned.setting };
    Err(Error::input(format!(
        "This workbook is from {theirs}, and this audit is of {}.",
        setting.details.name
    ))
    .hint("Choose the workbook of this audit, or open the file that it belongs to."))
}
