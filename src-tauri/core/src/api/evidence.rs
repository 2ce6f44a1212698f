//! Evidence on screen: the setting's list, which answers each item backs, and what has gone stale.

use chrono::NaiveDate;
use serde::Deserialize;

use super::answer;
use super::audit::{Audit, date};
use super::call::Nothing;
use super::session::Session;
use super::views::{QuestionView, view};
use crate::error::Result;
use crate::store::AuditFile;
use crate::submission::SubmissionId;
use crate::submission::evidence::{self, EvidenceId, Item, Kept};
use crate::template::QuestionId;

view! {
    /// The setting's list of evidence, beside one of its audits.
    EvidenceView {
        items: Vec<EvidenceLine>,
        /// How many have gone stale.
        stale: u32,
        /// Rated at target with no item behind them.
        unbacked: Vec<QuestionLine>,
    }
    EvidenceLine {
        id: EvidenceId,
        title: String,
        place: String,
        owner: String,
        dated: Option<String>,
        review: Option<String>,
        stale: bool,
        /// No longer used since.
        retired: Option<String>,
        questions: Vec<QuestionLine>,
    }
    /// A question as a link names it.
    QuestionLine { question: QuestionId, number: String, text: String, }
    /// An item as it stands beside a question.
    EvidenceItem { id: EvidenceId, title: String, place: String, review: Option<String>, stale: bool, }
}

/// An item as it is typed; empty dates are none.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EvidenceTyped {
    #[serde(default)]
    pub id: Option<EvidenceId>,
    pub title: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub owner: String,
    #[serde(default)]
    pub dated: Option<String>,
    #[serde(default)]
    pub review: Option<String>,
    #[serde(default)]
    pub questions: Vec<QuestionId>,
}

/// An item and a question.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Backing {
    pub id: EvidenceId,
    pub question: QuestionId,
}

/// An item.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EvidenceChosen {
    pub id: EvidenceId,
}

/// `evidence.list`.
pub fn list(session: &Session, _: Nothing) -> Result<EvidenceView> {
    session.audit(|file, audit| listed(file, audit))
}

/// `evidence.save`.
pub fn save(session: &Session, typed: EvidenceTyped) -> Result<EvidenceView> {
    let item = Item {
        title: typed.title,
        place: typed.place,
        owner: typed.owner,
        dated: date(typed.dated.as_deref())?,
        review: date(typed.review.as_deref())?,
        questions: typed.questions,
    };
    session.submission(|file, submission| {
        evidence::save(file, submission, typed.id, &item)?;
        listed(file, submission.id)
    })
}

/// `evidence.link`.
pub fn link(session: &Session, backing: Backing) -> Result<QuestionView> {
    session.submission(|file, submission| {
        evidence::link(file, submission, backing.id, &backing.question)?;
        answer::question(file, submission.id, &backing.question)
    })
}

/// `evidence.unlink`.
pub fn unlink(session: &Session, backing: Backing) -> Result<QuestionView> {
    session.submission(|file, submission| {
        evidence::unlink(file, submission, backing.id, &backing.question)?;
        answer::question(file, submission.id, &backing.question)
    })
}

/// `evidence.retire`.
pub fn retire(session: &Session, chosen: EvidenceChosen) -> Result<EvidenceView> {
    session.submission(|file, submission| {
        evidence::retire(file, submission, chosen.id)?;
        listed(file, submission.id)
    })
}

/// `evidence.restore`.
pub fn restore(session: &Session, chosen: EvidenceChosen) -> Result<EvidenceView> {
    session.submission(|file, submission| {
        evidence::restore(file, submission, chosen.id)?;
        listed(file, submission.id)
    })
}

fn listed(file: &AuditFile, id: SubmissionId) -> Result<EvidenceView> {
    let (audit, today) = (Audit::load(file.reader(), id)?, file.world().today());
    let items: Vec<EvidenceLine> = audit.evidence.iter().map(|kept| line(&audit, kept, today)).collect();
    let stale = items.iter().filter(|item| item.stale).count();
    Ok(EvidenceView { stale: u32::try_from(stale).unwrap_or(u32::MAX), unbacked: unbacked(&audit), items })
}

fn line(audit: &Audit, kept: &Kept, today: NaiveDate) -> EvidenceLine {
    let text = |date: Option<NaiveDate>| date.map(|date| date.to_string());
    EvidenceLine {
        id: kept.id,
        title: kept.item.title.clone(),
        place: kept.item.place.clone(),
        owner: kept.item.owner.clone(),
        dated: text(kept.item.dated),
        review: text(kept.item.review),
        stale: kept.is_stale(today),
        retired: text(kept.retired),
        questions: question_lines(audit, &kept.item.questions),
    }
}

/// The questions that are asked, rated at target, with no item of evidence behind them.
fn unbacked(audit: &Audit) -> Vec<QuestionLine> {
    let backed = |id: &QuestionId| {
        let used = audit.evidence.iter().filter(|kept| kept.retired.is_none());
        used.into_iter().any(|kept| kept.item.questions.contains(id))
    };
    let at_target = |question: &&crate::template::Question| {
        let answer = audit.answers.get(&question.id).filter(|answer| answer.is_answered());
        let code = answer.and_then(|answer| answer.value.as_deref());
        code.and_then(|code| audit.template.level(question, code)).is_some_and(|level| level.target)
    };
    let asked = audit.template.asked(&audit.submission.facts);
    let bare = asked.into_iter().filter(at_target).filter(|question| !backed(&question.id));
    bare.map(question_line).collect()
}

/// Questions as links name them, in the order printed.
pub(super) fn question_lines(audit: &Audit, ids: &[QuestionId]) -> Vec<QuestionLine> {
    audit.template.questions().filter(|question| ids.contains(&question.id)).map(question_line).collect()
}

fn question_line(question: &crate::template::Question) -> QuestionLine {
    QuestionLine {
        question: question.id.clone(),
        number: question.number.clone(),
        text: question.text.clone(),
    }
}

/// The items behind one question, as they stand beside it.
pub(super) fn beside(audit: &Audit, question: &QuestionId, today: NaiveDate) -> Vec<EvidenceItem> {
    let mine = audit.evidence.iter().filter(|kept| kept.item.questions.contains(question));
    mine.map(|kept| EvidenceItem {
        id: kept.id,
        title: kept.item.title.clone(),
        place: kept.item.place.clone(),
        review: kept.item.review.map(|date| date.to_string()),
        stale: kept.is_stale(today),
    })
    .collect()
}
