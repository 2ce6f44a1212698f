//! A template as it is read on the screen: everything in it, and its figures.

use std::path::Path;

use super::super::views::{TemplateChoice, view};
use super::super::{save, start};
use super::Said;
use crate::template::style::{self, Figures};
use crate::template::{
    Duty, Fact, Level, LooksLike, Question, QuestionId, QuestionKind, Reference, Scale, ScaleId, SignOffStep,
    Standard, StandardId, Template, Weight, local,
};

view! {
    /// A template's file was read: its sheet if it is sound, and every fault or remark with its place.
    TemplateOpened { name: String, sheet: Option<TemplateSheet>, problems: Said, }
    /// A template, whole.
    TemplateSheet {
        choice: TemplateChoice, publisher: String, follows: Option<String>, changes: String, introduction: String,
        facts: Vec<Fact>, scales: Vec<ScaleLine>, standards: Vec<TemplateStandard>, checks: Vec<CheckLine>,
        sign_off: Vec<SignOffStep>, figures: Figures, remarks: Said, own: bool,
    }
    /// A scale, and the one that it can be chosen instead of.
    ScaleLine { id: ScaleId, title: String, instead_of: Option<ScaleId>, levels: Vec<Level>, }
    /// A standard of a template.
    TemplateStandard {
        id: StandardId, number: String, title: String, introduction: String, governors: Vec<String>, applies: String,
        scored: bool, questions: Vec<TemplateQuestion>,
    }
    /// A question of a template.
    TemplateQuestion {
        id: QuestionId, number: String, text: String, kind: QuestionKind, duty: Duty, priority: bool,
        scale: Option<ScaleId>, choices: Vec<String>, references: Vec<String>, guidance: String,
        evidence: Vec<String>, looks_like: Vec<LooksLike>, applies: String, local: bool,
    }
    /// A check of a template.
    CheckLine { id: String, message: String, hint: String, weight: Weight, when: String, each: bool, }
}

/// What a read file comes to.
pub fn opened(path: &Path, template: Option<&Template>, problems: Said) -> TemplateOpened {
    let name = save::written(path, "", Vec::new()).name;
    TemplateOpened { name, sheet: template.map(|template| sheet(template, true)), problems }
}

/// A template as it is read on the screen.
pub fn sheet(template: &Template, own: bool) -> TemplateSheet {
    TemplateSheet {
        choice: start::choice(template),
        publisher: template.publisher.clone(),
        follows: template.follows.clone(),
        changes: template.changes.clone(),
        introduction: template.introduction.clone(),
        facts: template.facts.clone(),
        scales: template.scales.iter().map(scale).collect(),
        standards: template.standards.iter().map(standard).collect(),
        checks: template.checks.iter().map(check).collect(),
        sign_off: template.sign_off.clone(),
        figures: style::figures(template),
        remarks: style::remarks(template),
        own,
    }
}

fn scale(scale: &Scale) -> ScaleLine {
    let Scale { id, title, instead_of, levels } = scale.clone();
    ScaleLine { id, title, instead_of, levels }
}

fn check(check: &crate::template::Check) -> CheckLine {
    let crate::template::Check { id, message, hint, weight, when, each } = check.clone();
    CheckLine { id, message, hint, weight, when, each }
}

fn standard(standard: &Standard) -> TemplateStandard {
    TemplateStandard {
        id: standard.id.clone(),
        number: standard.number.clone(),
        title: standard.title.clone(),
        introduction: standard.introduction.clone(),
        governors: standard.governors.clone(),
        applies: standard.applies.clone(),
        scored: standard.scored,
        questions: standard.questions.iter().map(question).collect(),
    }
}

fn question(question: &Question) -> TemplateQuestion {
    TemplateQuestion {
        id: question.id.clone(),
        number: question.number.clone(),
        text: question.text.clone(),
        kind: question.kind,
        duty: question.duty,
        priority: question.priority,
        scale: question.scale.clone(),
        choices: question.choices.clone(),
        references: question.references.iter().map(Reference::printed).collect(),
        guidance: question.guidance.clone(),
        evidence: question.evidence.clone(),
        looks_like: question.looks_like.clone(),
        applies: question.applies.clone(),
        local: local::is_local(question),
    }
}
