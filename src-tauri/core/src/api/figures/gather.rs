//! What tables need besides the grid: who returned, actions, findings, numbers.

use std::collections::BTreeMap;

use super::Ground;
use crate::analysis::group::By;
use crate::analysis::judged::caption_of;
use crate::analysis::numbers as numbered;
use crate::analysis::panels::{Agreed, Beside, Found};
use crate::analysis::response;
use crate::analysis::sharing::Shown;
use crate::analysis::table::Table;
use crate::api::chasing::Chasing;
use crate::api::round_papers::{asked, events};
use crate::api::table::in_words;
use crate::error::Result;
use crate::panel::finding::{self, Standing};
use crate::submission::action::{self, Planned};
use crate::submission::{self, SubmissionId};
use crate::template::{Meaning, Question, QuestionId, Template};

/// Who has returned, by group.
pub(super) fn response(ground: &Ground<'_>, by: By, shown: Shown<'_>) -> Result<Table> {
    let chasing = Chasing::of(ground.session, ground.file)?;
    let reader = ground.file.reader();
    let on = ground.caption.as_at;
    let lines = asked(&chasing, reader, by.into(), on, events(&chasing, reader)?)?;
    let (word, caption) = (by.word(), caption_of(ground.grid, ground.template, ground.caption));
    let heading = word[..1].to_uppercase() + &word[1..];
    Ok(response::table(&lines, on, &heading, &caption, shown))
}

/// The actions that came in with the returns that count.
pub(super) fn planned(ground: &Ground<'_>) -> Result<Vec<Planned>> {
    action::of_round(ground.file.reader(), ground.round.id)
}

/// What panels found.
pub(super) fn found(ground: &Ground<'_>) -> Result<Vec<Found>> {
    let reader = ground.file.reader();
    let mut places: BTreeMap<SubmissionId, usize> = BTreeMap::new();
    let mut all = Vec::new();
    for one in finding::of_round(reader, ground.round.id)? {
        let next = places.len();
        let of = *places.entry(one.submission).or_insert(next);
        let question = one.question.as_ref().and_then(|id| ground.template.question(id));
        let own = match question {
            Some(question) => {
                submission::answers(reader, one.submission)?.remove(&question.id).and_then(|it| it.value)
            }
            None => None,
        };
        let beside = question.zip(one.moderation.as_ref()).map(|(question, moderation)| Beside {
            question: (question.number.clone(), question.text.clone()),
            own: meant(ground.template, question, own.as_deref().unwrap_or_default()),
            panel: meant(ground.template, question, moderation.level.as_str()),
            reason: moderation.reason.clone(),
            agreed: match moderation.standing {
                Standing::Agreed => Agreed::Yes,
                Standing::Dissent => Agreed::No,
            },
        });
        all.push(Found { kind: one.kind, agency: in_words(&one.agency), of, beside });
    }
    Ok(all)
}

/// A rating in its words, and what it means; a blank one means nothing.
fn meant(template: &Template, question: &Question, code: &str) -> (String, Meaning) {
    match template.level(question, code) {
        Some(level) => (level.label.clone(), level.meaning),
        None if code.is_empty() => ("Blank".to_owned(), Meaning::None),
        None => (code.to_owned(), Meaning::None),
    }
}

/// The numbers that were given.
pub(super) fn numbers(ground: &Ground<'_>) -> Result<BTreeMap<QuestionId, Vec<f64>>> {
    let mut given = BTreeMap::new();
    for question in numbered::asked(ground.template) {
        let values = submission::given(ground.file.reader(), ground.round.id, &question.id)?;
        let numbers = values.iter().filter_map(|(_, value)| value.parse::<f64>().ok());
        given.insert(question.id.clone(), numbers.filter(|number| number.is_finite()).collect());
    }
    Ok(given)
}
