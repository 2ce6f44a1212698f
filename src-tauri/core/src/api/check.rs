//! The list of what is still open, each a link; and what looks like a child's personal data, each with its place.

use chrono::NaiveDate;

use super::audit::Audit;
use super::call::Nothing;
use super::session::Session;
use super::views::view;
use crate::error::Result;
use crate::submission::check::{self, Gap, GapKind};
use crate::submission::personal::What;
use crate::submission::places::{self, Place, PlaceKind};
use crate::template::check::{Occasion, Remark, run_one};
use crate::template::{Question, QuestionId, StandardId, Weight};

view! {
    /// Everything that is still open.
    CheckView { gaps: Vec<GapLine>, personal: Vec<PersonalLine>, counts: GapCounts, }
    /// How many must be put right before sign-off, and how many are worth a look.
    GapCounts { must: u32, look: u32, }
    GapLine {
        kind: GapKind,
        check: Option<String>,
        question: Option<QuestionId>,
        standard: Option<StandardId>,
        number: Option<String>,
        weight: Weight,
        message: String,
        hint: String,
    }
    /// Text that looks like a child's personal data, with a little of what stands around it.
    PersonalLine {
        what: What,
        excerpt_before: String,
        #[serde(rename = "match")]
        #[cfg_attr(test, ts(rename = "match"))]
        found: String,
        excerpt_after: String,
        #[serde(rename = "where")]
        #[cfg_attr(test, ts(rename = "where"))]
        place: PersonalPlace,
    }
    PersonalPlace { kind: PlaceKind, question: Option<QuestionId>, number: Option<String>, id: Option<String>, field: String, }
    /// What a check of the template says of a question.
    RemarkLine { check: String, weight: Weight, message: String, hint: String, }
}

/// `check.show`.
pub fn show(session: &Session, _: Nothing) -> Result<CheckView> {
    session.audit(|file, id| Ok(shown(&Audit::load(file.reader(), id)?, file.world().today())))
}

/// How many gaps must be put right, and how many are worth a look.
pub(super) fn counts(audit: &Audit, today: NaiveDate) -> GapCounts {
    shown(audit, today).counts
}

fn shown(audit: &Audit, today: NaiveDate) -> CheckView {
    let gaps: Vec<GapLine> =
        check::gaps(&audit.ground(today)).into_iter().map(|gap| line(audit, gap)).collect();
    let personal: Vec<PersonalLine> =
        places::personal(&texts(audit), today).into_iter().map(|sighted| personal(audit, sighted)).collect();
    let count = |weight| gaps.iter().filter(|gap| gap.weight == weight).count();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let counts =
        GapCounts { must: number(count(Weight::Gap)), look: number(count(Weight::Look) + personal.len()) };
    CheckView { gaps, personal, counts }
}

/// Every text that people typed here.
fn texts(audit: &Audit) -> Vec<places::Text<'_>> {
    let mut all = places::of_answers(&audit.answers);
    all.extend(places::of_evidence(&audit.evidence));
    all.extend(places::of_actions(&audit.actions));
    all.extend(places::of_challenges(&audit.challenges));
    all
}

fn line(audit: &Audit, gap: Gap) -> GapLine {
    let question = gap.question.as_ref();
    GapLine {
        standard: question.and_then(|id| audit.template.standard_of(id)).map(|standard| standard.id.clone()),
        number: question.and_then(|id| audit.template.question(id)).map(|question| question.number.clone()),
        kind: gap.kind,
        check: gap.check,
        question: gap.question,
        weight: gap.weight,
        message: gap.message,
        hint: gap.hint,
    }
}

fn personal(audit: &Audit, sighted: places::Sighted) -> PersonalLine {
    let Place { kind, question, id, field } = sighted.place;
    let number = question.as_ref().and_then(|id| audit.template.question(id)).map(|one| one.number.clone());
    PersonalLine {
        what: sighted.what,
        excerpt_before: sighted.before,
        found: sighted.found,
        excerpt_after: sighted.after,
        place: PersonalPlace { kind, question, number, id, field },
    }
}

/// What the template's checks say of one question.
pub(super) fn remarks(audit: &Audit, question: &Question, occasion: &Occasion) -> Vec<RemarkLine> {
    let said = run_one(&audit.template, occasion, question);
    said.into_iter().map(remark).collect()
}

fn remark(said: Remark) -> RemarkLine {
    let Remark { check, question: _, weight, message, hint } = said;
    RemarkLine { check, weight, message, hint }
}
