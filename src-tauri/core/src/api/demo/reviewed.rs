//! The workshops of the sample: organisations review each other and are challenged, safeguarding leads meet.
//!
//! Refuses to know: what panels found.

use chrono::NaiveDate;

use super::school_year::{Plan as Year, days_before};
use crate::api::panel::workshop::sessions;
use crate::error::Result;
use crate::panel::FindingKind;
use crate::panel::finding::{NewFinding, Standing};
use crate::panel::further::{Further, Whom};
use crate::panel::session::{self, PanelSession, Person, Plan, Presence};
use crate::panel::view::{self, Sees, View};
use crate::panel::workshop::{self, WorkshopId, WorkshopKind, WorkshopPlan};
use crate::panel::{drawing, record};
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::setting::contact::{self, Answerable, Answering};
use crate::store::AuditFile;
use crate::submission::{self, SubmissionId};
use crate::template::{LevelCode, QuestionId, Template};

/// Who answers for the return of an organisation, and who stands in.
const ANSWERING: [[&str; 2]; 3] =
    [["Robin Sample", "Jo Pattern"], ["Max Example", "Kim Specimen"], ["Lee Instance", "Pat Model"]];

/// A return that is reviewed in a session, and its place in the workshop, which decides what is said.
struct Review<'a> {
    met: &'a PanelSession,
    submission: SubmissionId,
    template: &'a Template,
    place: usize,
}

/// The organisations of a Section 11 round review each other, and some are challenged.
pub(super) fn organisations(
    file: &mut AuditFile,
    round: RoundId,
    (asked, accepted): (&[SettingId], &[SubmissionId]),
    year: &Year,
) -> Result<()> {
    let on = days_before(year.today, 6);
    answered_by(file, asked)?;
    peer_review(file, round, (asked, accepted), year.section_11, on)?;
    let plan = WorkshopPlan {
        starts: "13:30".to_owned(),
        theme: "What changed since the last Section 11 audit".to_owned(),
        ..planned(WorkshopKind::ChallengeEvent, "Section 11 challenge event", on, asked)
    };
    let id = saved(file, round, &plan)?;
    let put = [
        (
            "How do you know that staff who joined in the summer were trained?",
            "A list goes to the board each month; \
          two people were late and have been trained since.",
        ),
        ("What did you change because of what a child told you?", ""),
    ];
    challenged(file, id, asked, "Kit Instance", &put, on)
}

/// Who wrote the return of each organisation, and who stands in.
fn answered_by(file: &mut AuditFile, asked: &[SettingId]) -> Result<()> {
    let person = |name: &str, role: &str| Answering {
        name: name.to_owned(),
        role: role.to_owned(),
        ..Answering::default()
    };
    for (setting, [author, substitute]) in asked.iter().zip(ANSWERING.iter().cycle()) {
        let people = Answerable {
            author: person(author, "Safeguarding lead"),
            substitute: person(substitute, "Deputy"),
        };
        file.transact(contact::SAVE, author, |tx| contact::save(tx, *setting, &people))?;
    }
    Ok(())
}

/// The safeguarding leads of some schools meet, show what works and are asked.
pub(super) fn leads(
    file: &mut AuditFile,
    round: RoundId,
    accepted: &[SubmissionId],
    year: &Year,
) -> Result<()> {
    let of = |id: &SubmissionId| submission::load(file.reader(), *id).map(|one| one.setting);
    let takers = accepted.iter().take(4).map(of).collect::<Result<Vec<_>>>()?;
    if takers.len() < 2 {
        return Ok(());
    }
    let on = days_before(year.today, 1);
    let plan = WorkshopPlan {
        starts: "09:30".to_owned(),
        theme: "Filtering and monitoring: what we tried, and what we would do again".to_owned(),
        ..planned(WorkshopKind::ChallengeEvent, "Workshop of safeguarding leads", on, &takers)
    };
    let id = saved(file, round, &plan)?;
    let put = [
        ("Who looks at what the filter stopped, and how often?", "The lead and her deputy, every Friday."),
        ("Have pupils been asked how they get round it?", ""),
    ];
    challenged(file, id, &takers, "Alex Example", &put, on)
}

/// A peer review that was held with those whose return counts; the others are still to come.
pub(super) fn peer_review(
    file: &mut AuditFile,
    round: RoundId,
    (takers, accepted): (&[SettingId], &[SubmissionId]),
    template: &Template,
    on: NaiveDate,
) -> Result<()> {
    let plan = WorkshopPlan {
        theme: "Listening to children, and safe recruitment".to_owned(),
        each: if takers.len() > 3 { 2 } else { 1 },
        ..planned(WorkshopKind::PeerReview, "Peer review of Section 11 returns", on, takers)
    };
    let id = saved(file, round, &plan)?;
    sessions::planned_all(file, id)?;
    let reviewed = workshop::load(file.reader(), id)?.sessions;
    for (place, submission) in accepted.iter().take(3).copied().enumerate() {
        let setting = submission::load(file.reader(), submission)?.setting;
        for id in &reviewed {
            let met = session::load(file.reader(), *id)?;
            if met.setting == setting {
                held(file, &Review { met: &met, submission, template, place })?;
            }
        }
    }
    Ok(())
}

fn planned(kind: WorkshopKind, name: &str, on: NaiveDate, takers: &[SettingId]) -> WorkshopPlan {
    WorkshopPlan {
        kind,
        name: name.to_owned(),
        on: Some(on),
        starts: "09:30".to_owned(),
        place: "Sampleton Town Hall".to_owned(),
        theme: String::new(),
        each: 1,
        takers: takers.to_vec(),
        apart: Vec::new(),
    }
}

fn saved(file: &mut AuditFile, round: RoundId, plan: &WorkshopPlan) -> Result<WorkshopId> {
    let seed = drawing::seed_of(file.world().random());
    file.transact(workshop::SAVE, &plan.name, |tx| workshop::save(tx, round, None, plan, seed))
}

fn challenged(
    file: &mut AuditFile,
    id: WorkshopId,
    to: &[SettingId],
    by: &str,
    put: &[(&str, &str)],
    on: NaiveDate,
) -> Result<()> {
    for (setting, (text, reply)) in to.iter().zip(put) {
        let replied = (!reply.is_empty()).then_some(on);
        file.transact(workshop::CHALLENGE, by, |tx| {
            workshop::put(tx, id, None, (*setting, by, text, reply), replied)
        })?;
    }
    Ok(())
}

/// Reviewers looked at four ratings and said what they saw.
fn held(file: &mut AuditFile, review: &Review<'_>) -> Result<()> {
    let Review { met, submission, template, place } = *review;
    let present = |one: &Person| Person { presence: Presence::Present, ..one.clone() };
    let came: Vec<Person> = met.people.iter().map(present).collect();
    let questions: Vec<QuestionId> = scored(template).skip(place * 5).step_by(7).take(4).collect();
    let plan = Plan { questions: questions.clone(), ..met.plan.clone() };
    file.transact(session::PLAN, "sample", |tx| session::plan(tx, met, &plan))?;
    file.transact(session::PEOPLE, "sample", |tx| session::people(tx, met, &came))?;
    let own = submission::answers(file.reader(), submission)?;
    file.transact(view::VIEW, "sample", |tx| {
        let met = session::load(tx.reader(), met.id)?;
        for (at, question) in questions.iter().enumerate() {
            let said = own.get(question).and_then(|one| one.value.clone()).unwrap_or_default();
            let view = seen(template, question, &said, at);
            view::record(tx, &met, Some(submission), template, &view)?;
        }
        Ok(())
    })?;
    found(file, review)?;
    file.transact(session::HOLD, "sample", |tx| {
        let met = session::load(tx.reader(), met.id)?;
        session::hold(tx, &met)
    })
}

fn scored(template: &Template) -> impl Iterator<Item = QuestionId> {
    let standards = template.standards.iter().filter(|one| one.scored).flat_map(|one| &one.questions);
    standards.filter(|one| one.scale.is_some()).map(|one| one.id.clone())
}

/// Three ratings as they were given; of every second organisation one is lower, by one level.
fn seen(template: &Template, question: &QuestionId, said: &str, at: usize) -> View {
    let scale = template.question(question).and_then(|one| template.scale_of(one));
    let levels: Vec<&LevelCode> = scale.map_or_else(Vec::new, |scale| {
        scale.levels.iter().filter(|level| level.meaning.judged()).map(|level| &level.code).collect()
    });
    let own = levels.iter().position(|level| level.as_str() == said);
    let lower = own.and_then(|own| levels.get(own + 1)).filter(|_| at == 2);
    View {
        question: question.clone(),
        sees: if lower.is_some() { Sees::Lower } else { Sees::Agrees },
        level: lower.map(|&level| level.clone()),
        reason: lower.map_or("", |_| "Said to be in place; what was shown is of last year.").to_owned(),
        dissent: Vec::new(),
        agreed: Standing::Agreed,
    }
}

fn found(file: &mut AuditFile, review: &Review<'_>) -> Result<()> {
    let Review { met, submission, template, place } = *review;
    let good = place.is_multiple_of(2);
    let text = if good {
        "New staff meet a young adviser in their first month and hear what listening means."
    } else {
        "References are asked for; who looks at gaps between jobs is not said."
    };
    let new = NewFinding {
        submission,
        round: met.round,
        question: None,
        kind: if good { FindingKind::GoodPractice } else { FindingKind::AreaForDevelopment },
        text: text.to_owned(),
        agency: "all".to_owned(),
        moderation: None,
        further: Further { session: Some(met.id), whom: Whom::Setting, ..Further::default() },
    };
    record(file, template, &new).map(drop)
}
