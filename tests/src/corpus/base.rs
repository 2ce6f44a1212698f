//! The returns that the corpus damages: of every tool that ships, written as a setting would have them back.

use attest::submission::Answer;
use attest::template::{Question, QuestionId, Template, library};
use attest::workbook::{self, Return};

use crate::returns::{Length, full};

/// A return, its template and its workbook.
#[derive(Debug, Clone)]
pub struct Base {
    /// What it is called in the table.
    pub name: String,
    /// The template.
    pub template: Template,
    /// What was answered.
    pub returned: Return,
    /// The workbook.
    pub bytes: Vec<u8>,
}

impl Base {
    /// A return of a tool that ships.
    pub fn of(key: &str, length: Length) -> Self {
        let template = library::find(key).expect("it ships").clone();
        let mut returned = Return { last_round: Default::default(), ..full(&template, length) };
        let asked: Vec<QuestionId> =
            template.asked(&returned.facts).iter().map(|question| question.id.clone()).collect();
        returned.answers.retain(|answer| asked.contains(&answer.question));
        Self::written(key, template, returned)
    }

    /// A return written as a workbook.
    pub fn written(name: &str, template: Template, returned: Return) -> Self {
        let bytes = workbook::write(&returned, &template).expect("it can be written").value;
        Self { name: name.to_owned(), template, returned, bytes }
    }

    /// The same tool answered by another setting, otherwise.
    pub fn other(&self) -> Self {
        let mut returned = self.returned.clone();
        returned.setting = "Sample Academy".to_owned();
        returned.identifiers.insert("urn".to_owned(), "100001".to_owned());
        returned.identity.submission = uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0091);
        returned.identity.issue = Some(uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0092));
        returned.identity.export = uuid::Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0093);
        let values: Vec<Option<String>> = returned.answers.iter().map(|it| it.value.clone()).collect();
        for (place, answer) in returned.answers.iter_mut().enumerate() {
            let question = self.template.question(&answer.question).expect("it is asked");
            if let Some(scale) = self.template.scale_of(question) {
                let level = scale.levels.get((place + 1) % scale.levels.len()).map(|it| it.code.to_string());
                answer.value = if values[place] == level { values[place].clone() } else { level };
            }
            answer.note = format!("Theirs, number {place}.");
        }
        Self::written(&self.name, self.template.clone(), returned)
    }

    /// What was answered to a question.
    pub fn answer(&self, id: &QuestionId) -> &Answer {
        self.returned.answers.iter().find(|it| it.question == *id).expect("it is asked")
    }

    /// A question by its id.
    pub fn question(&self, id: &QuestionId) -> &Question {
        self.template.question(id).expect("it is asked")
    }
}

/// One tool that is read quickly and has questions of most kinds.
pub fn one() -> Vec<Base> {
    vec![Base::of("section11@2026.1", Length::Usual)]
}

/// Every length and the largest tool.
pub fn all() -> Vec<Base> {
    let mut bases = one();
    bases.push(Base::of("early_years@2026.1", Length::Usual));
    bases.push(Base::of("school@2025.1", Length::Usual));
    bases.push(Base::of("voluntary@2026.1", Length::Long));
    bases
}
