//! How members agree with one another and panels with settings: tables over the sessions of the round in view.
//!
//! Ratings that were not revealed yet are in none of them.

use std::collections::BTreeMap;

use super::ground::Ground;
use crate::analysis::agreement::{RatedAlone, by_member, by_question};
use crate::analysis::calibration::calibration;
use crate::analysis::panels::{Agreed, Beside};
use crate::api::call::Nothing;
use crate::api::session::Session;
use crate::api::table::table_view;
use crate::api::views::{ReturnLine, TableView};
use crate::error::Result;
use crate::panel::finding::{self, Finding, Standing};
use crate::panel::note::{Rated, ratings};
use crate::panel::session::{self, RatedBy};
use crate::round::Round;
use crate::store::Reader;
use crate::submission::SubmissionId;
use crate::template::{Meaning, Question, Template};

/// `panel.agreement`: per question, per member, and the calibration map.
pub fn show(session: &Session, _: Nothing) -> Result<Vec<TableView>> {
    session.file(|file| {
        let (round, template) = crate::api::round::current(session, file)?;
        let (alone, seen) = alone(file.reader(), &round)?;
        let beside = beside(file.reader(), &round, &template)?;
        let today = file.world().today();
        let caption = format!(
            "Round {}, {seen} {}",
            round.label,
            if seen == 1 {
                "session in which members rated alone"
            } else {
                "sessions in which members rated alone"
            }
        );
        let order: Vec<String> = template.questions().map(|question| question.number.clone()).collect();
        let panels = format!("Round {}, ratings by panels beside settings\u{2019} own", round.label);
        Ok([
            by_question(&alone, &caption, today),
            by_member(&alone, &caption, today),
            calibration(&beside, &order, &panels, today),
        ]
        .map(table_view)
        .into())
    })
}

/// What members rated alone, once it was revealed; and at how many sessions.
fn alone(reader: Reader<'_>, round: &Round) -> Result<(Vec<RatedAlone>, usize)> {
    let (mut all, mut seen) = (Vec::new(), 0);
    for met in session::of_round(reader, round.id)? {
        if met.plan.rated_by != RatedBy::AloneFirst || met.revealed.is_none() {
            continue;
        }
        seen += 1;
        let ground = Ground::of(reader, &met)?;
        for (id, members) in ratings(&ground.notes) {
            let Some(question) = ground.template.question(&id) else { continue };
            let Some(scale) = ground.template.scale_of(question) else { continue };
            let levels: Vec<_> =
                scale.levels.iter().filter(|level| level.meaning != Meaning::NotApplicable).collect();
            let place = |rated: &Rated| match rated {
                Rated::One(code) => levels.iter().position(|level| level.code == *code),
                Rated::Several(_) => None,
            };
            let by = members.iter().filter_map(|(name, rated)| Some((name.clone(), place(rated)?)));
            all.push(RatedAlone {
                question: (question.number.clone(), question.text.clone()),
                levels: levels.len(),
                by: by.collect(),
            });
        }
    }
    all.sort_by(|one, other| one.question.cmp(&other.question));
    Ok((all, seen))
}

/// Every rating of a panel beside the setting's own: of findings, and of views in the room; the latest of each.
pub(in crate::api) fn beside(reader: Reader<'_>, round: &Round, template: &Template) -> Result<Vec<Beside>> {
    let mut all: BTreeMap<(String, String), Beside> = BTreeMap::new();
    for found in finding::of_round(reader, round.id)? {
        if let Some(one) = of_finding(reader, template, &found)? {
            all.insert((found.submission.to_string(), one.question.0.clone()), one);
        }
    }
    for met in session::of_round(reader, round.id)? {
        let ground = Ground::of(reader, &met)?;
        let Some(returned) = &ground.returned else { continue };
        for line in returned.standards.iter().flat_map(|standard| &standard.lines) {
            let view = ground.views.get(&line.question).filter(|view| view.level.is_some());
            let of = returned.submission;
            if let Some(one) = view.and_then(|view| of_view(template, (of, line), view)) {
                all.insert((returned.submission.to_string(), one.question.0.clone()), one);
            }
        }
    }
    Ok(all.into_values().collect())
}

fn of_view(
    template: &Template,
    (of, line): (SubmissionId, &ReturnLine),
    view: &crate::panel::view::View,
) -> Option<Beside> {
    let question = template.question(&line.question)?;
    let own = line.self_rating.as_ref().map(|code| code.0.as_str()).unwrap_or_default();
    Some(Beside {
        of,
        question: (question.number.clone(), question.text.clone()),
        own: meant(template, question, own),
        panel: meant(template, question, view.level.as_ref()?.as_str()),
        reason: view.reason.clone(),
        agreed: stands(view.agreed),
    })
}

fn of_finding(reader: Reader<'_>, template: &Template, found: &Finding) -> Result<Option<Beside>> {
    let question = found.question.as_ref().and_then(|id| template.question(id));
    let (Some(question), Some(given)) = (question, &found.moderation) else { return Ok(None) };
    let own = crate::submission::answers(reader, found.submission)?.remove(&question.id);
    let own = own.and_then(|answer| answer.value).unwrap_or_default();
    Ok(Some(Beside {
        of: found.submission,
        question: (question.number.clone(), question.text.clone()),
        own: meant(template, question, &own),
        panel: meant(template, question, given.level.as_str()),
        reason: given.reason.clone(),
        agreed: stands(given.standing),
    }))
}

fn stands(standing: Standing) -> Agreed {
    match standing {
        Standing::Agreed => Agreed::Yes,
        Standing::Dissent => Agreed::No,
    }
}

/// A rating in its words, and what it means; a blank one means nothing.
fn meant(template: &Template, question: &Question, code: &str) -> (String, Meaning) {
    match template.level(question, code) {
        Some(level) => (level.label.clone(), level.meaning),
        None if code.is_empty() => ("Blank".to_owned(), Meaning::None),
        None => (code.to_owned(), Meaning::None),
    }
}
