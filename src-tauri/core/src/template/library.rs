//! The templates that ship with Attest.
//!
//! Refuses to know: which of them anybody chose.

use std::sync::{Arc, LazyLock, OnceLock};

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Audience, Status, Template, key, toml};

/// A template that ships: what stands at its head, and the whole of it once somebody asks.
#[derive(Debug)]
pub struct Shipped {
    /// `school@2025.1`
    pub key: String,
    /// What stands at its head.
    pub head: Head,
    /// How many questions it has, asked of everybody or not.
    pub questions: u32,
    text: &'static str,
    whole: OnceLock<Arc<Template>>,
}

/// What stands at the head of a template: enough to choose it by.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Head {
    id: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// Who answers it.
    pub audience: Audience,
    /// The guidance edition it was written against.
    pub edition: String,
    /// The date of the legal position.
    pub legal_position: NaiveDate,
    /// How far it has been looked at.
    pub status: Status,
    /// What to say of its status; may be empty.
    #[serde(default)]
    pub status_note: String,
}

const TEXTS: &[&str] = &[
    include_str!("../../../../audit-templates/school-2025.1.toml"),
    include_str!("../../../../audit-templates/school-2026.preview.toml"),
    include_str!("../../../../audit-templates/section11-2026.1.toml"),
    include_str!("../../../../audit-templates/early-years-2026.1.toml"),
    include_str!("../../../../audit-templates/voluntary-2026.1.toml"),
    include_str!("../../../../audit-templates/case-audit-2026.1.toml"),
    include_str!("../../../../audit-templates/case-audit-neglect-2026.1.toml"),
    include_str!("../../../../audit-templates/practitioner-survey-2026.1.toml"),
];

// Only the heads are read at the start: reading every template whole would be felt.
static SHIPPED: LazyLock<Vec<Shipped>> =
    LazyLock::new(|| TEXTS.iter().map(|text| Shipped::of(text)).collect());

impl Shipped {
    fn of(text: &'static str) -> Self {
        let top = text.find("\n[").map_or(text, |end| &text[..=end]);
        let head: Head = ::toml::from_str(top).expect("every shipped template is sound: a test reads each");
        let questions = text.lines().filter(|line| line.trim() == "[[standards.questions]]").count();
        Self {
            key: key(&head.id, &head.version),
            head,
            questions: u32::try_from(questions).expect("a template has few questions"),
            text,
            whole: OnceLock::new(),
        }
    }

    /// The whole template.
    pub fn template(&self) -> &Template {
        self.shared()
    }

    /// The same, to be kept.
    pub fn shared(&self) -> &Arc<Template> {
        let read =
            || Arc::new(toml::read(self.text).expect("every shipped template is sound: a test reads each"));
        self.whole.get_or_init(read)
    }
}

/// Every template that ships.
pub fn shipped() -> &'static [Shipped] {
    &SHIPPED
}

/// The shipped template with a key (`school@2025.1`).
pub fn find(key: &str) -> Option<&'static Template> {
    shipped().iter().find(|shipped| shipped.key == key).map(Shipped::template)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::template::{Change, QuestionId, variant};

    #[test]
    fn every_shipped_template_is_sound() {
        for text in TEXTS {
            let problems = toml::read_with_remarks(text).map_or_else(|faults| faults, |read| read.problems);
            let said: Vec<_> =
                problems.iter().map(|it| format!("{}: {} {}", it.place, it.message, it.hint)).collect();
            assert!(said.is_empty(), "{}", said.join("\n"));
        }
        for shipped in shipped() {
            assert_eq!(shipped.key, shipped.template().key());
            assert_eq!(shipped.head.title, shipped.template().title);
            assert_eq!(shipped.questions as usize, shipped.template().questions().count());
        }
        assert!(find("school@2025.1").is_some_and(|template| template.questions().count() > 0));
        assert!(find("school@1").is_none());
    }

    #[test]
    fn every_shipped_template_is_well_written_and_sound_on_each_scale_that_it_offers() {
        for shipped in shipped() {
            let template = shipped.template();
            let said =
                |it: &crate::problem::Problem| format!("{}, {}: {}", shipped.key, it.place, it.message);
            let remarks: Vec<_> = super::super::style::remarks(template).iter().map(said).collect();
            assert!(remarks.is_empty(), "{}", remarks.join("\n"));
            for scale in variant::choices(template) {
                let other = variant::with_scale(template, &scale.id).expect("it is offered");
                assert!(toml::read(&toml::write(&other)).is_ok(), "{} on {}", shipped.key, scale.id);
            }
        }
    }

    /// An id is never used again: what has the same id in two versions is the same question, perhaps reworded.
    #[test]
    fn the_lineage_of_a_version_tells_of_every_question_of_both() {
        let followers = shipped().iter().map(Shipped::template).filter_map(|now| {
            let earlier = find(&key(&now.id, now.follows.as_ref()?))?;
            Some((earlier, now))
        });
        for (earlier, now) in followers {
            let told: BTreeSet<&QuestionId> = now.lineage.iter().flat_map(|row| &row.from).collect();
            let all: BTreeSet<&QuestionId> = earlier.questions().map(|question| &question.id).collect();
            assert_eq!(told, all, "{}", now.key());
            for row in &now.lineage {
                let alone = matches!(row.change, Change::Same | Change::Reworded) && row.from == row.to;
                let again = row.to.iter().filter(|id| earlier.question(id).is_some()).count();
                assert!(alone || again == 0, "{:?} uses an id again", row.to);
                if row.change == Change::Same {
                    let text =
                        |template: &Template| template.question(&row.to[0]).map(|one| one.text.clone());
                    assert_eq!(text(earlier), text(now));
                }
            }
        }
    }
}
