//! The letters after sessions, to head and chair, with the feedback file: one job for as many sessions as are chosen.
//!
//! Nothing is sent. A letter that is written is not yet sent: the officer says when it was.

use std::path::Path;

use serde::Deserialize;

use super::ground::Ground;
use super::{known, papers};
use crate::analysis::judged::day;
use crate::api::session::Session;
use crate::api::table::in_words;
use crate::api::views::JobView;
use crate::api::{job, save};
use crate::error::{Error, Kind, Result};
use crate::panel::FindingKind;
use crate::panel::agreed::{Agreed, SETTING};
use crate::panel::feedback::{self, Feedback, FeedbackAction};
use crate::panel::finding::Finding;
use crate::panel::session::{CameOf, PanelSessionId, SessionState};
use crate::panel::view::Sees;
use crate::progress::{Progress, count};
use crate::report::panel::{Afterwards, Meeting, To, letter};
use crate::report::word;
use crate::store::AuditFile;

/// Letters that are asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelLettersWanted {
    pub sessions: Vec<PanelSessionId>,
}

/// `panel.letters`: starts the job; none where the dialog was dismissed.
pub fn write(session: &Session, wanted: PanelLettersWanted) -> Result<Option<JobView>> {
    session.refuse_while_working()?;
    session.file(|file| ready(file, &wanted.sessions))?;
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the letters") else {
        return Ok(None);
    };
    let work = move |session: &Session, progress: &Progress| written(session, progress, &folder, &wanted);
    job::start(session, "panel.letters", work).map(Some)
}

fn ready(file: &AuditFile, sessions: &[PanelSessionId]) -> Result<()> {
    if sessions.is_empty() {
        return Err(Error::input("No session was chosen.").hint("Choose one or more that were held."));
    }
    for id in sessions {
        if known(file, *id)?.state == SessionState::Planned {
            return Err(Error::state("A session that was chosen was not held yet.")
                .hint("Mark it as held, or choose only those that were."));
        }
    }
    Ok(())
}

fn written(
    session: &Session,
    progress: &Progress,
    folder: &Path,
    wanted: &PanelLettersWanted,
) -> Result<String> {
    progress.expect(count(wanted.sessions.len()));
    let mut done = 0_usize;
    for id in &wanted.sessions {
        let files = session.file(|file| of_one(file, *id))?;
        files.iter().try_for_each(|(name, bytes)| save::whole(&folder.join(name), bytes))?;
        done += 1;
        progress.step(1).map_err(|_| {
            Error::new(Kind::Stopped, format!("Stopped. The letters of {done} sessions are written."))
                .hint("Choose the rest in the list and write to them.")
        })?;
    }
    let settings = if done == 1 { "one setting".to_owned() } else { format!("{done} settings") };
    Ok(format!(
        "Letters to head and chair of {settings} are written, each with its feedback file. Nothing was sent: read them, \
         attach them to your own e-mail, and enter the day on which they went."
    ))
}

/// The three files of a session.
fn of_one(file: &AuditFile, id: PanelSessionId) -> Result<Vec<(String, Vec<u8>)>> {
    let met = known(file, id)?;
    let ground = Ground::of(file.reader(), &met)?;
    let meeting = papers::meeting(file, &met)?;
    let on = met.plan.on.map(|day| day.to_string()).unwrap_or_default();
    let named =
        |what: &str, ending: &str| save::file_name(&[&meeting.setting, &meeting.number, what, &on], ending);
    let feedback = named("Feedback", "xlsx");
    let said = Afterwards {
        feedback: if ground.agreed.is_empty() { String::new() } else { feedback.clone() },
        ..afterwards(&ground)
    };
    let mut files = vec![
        (named("Letter head", "docx"), word::write(&letter(&meeting, To::Head, &said))?),
        (named("Letter chair", "docx"), word::write(&letter(&meeting, To::Chair, &said))?),
    ];
    if !ground.agreed.is_empty() {
        files.push((feedback, feedback::write(&feedback_of(&ground, &meeting, &on))?));
    }
    Ok(files)
}

fn afterwards(ground: &Ground) -> Afterwards {
    let of = |kind: FindingKind| -> Vec<String> {
        ground.findings.iter().filter(|one| one.kind == kind).map(|one| one.text.clone()).collect()
    };
    let voices = ground.findings.iter().map(|one: &Finding| one.further.voice.clone());
    let by = |setting: bool| -> Vec<[String; 3]> {
        let some = ground.agreed.iter().filter(|one| (one.typed.by_whom == SETTING) == setting);
        some.map(|one| [one.typed.title.clone(), who(one), one.typed.due.map(day).unwrap_or_default()])
            .collect()
    };
    let outcome = &ground.met.outcome;
    Afterwards {
        strengths: of(FindingKind::GoodPractice),
        areas: of(FindingKind::AreaForDevelopment),
        challenges: [of(FindingKind::Challenge), of(FindingKind::SupportRequest)].concat(),
        voices: voices.filter(|voice| !voice.is_empty()).collect(),
        ratings: ratings(ground),
        actions: by(true),
        promised: by(false),
        outcome: outcome.result.map(|result| sentence(result, outcome)).unwrap_or_default(),
        comments_by: outcome.comments_by.map(day).unwrap_or_default(),
        ..Afterwards::default()
    }
}

fn who(one: &Agreed) -> String {
    match (one.typed.by_whom.as_str(), one.typed.owner.as_str()) {
        (SETTING, owner) => owner.to_owned(),
        (agency, "") => in_words(agency),
        (agency, owner) => format!("{} ({owner})", in_words(agency)),
    }
}

fn sentence(result: CameOf, outcome: &crate::panel::session::Outcome) -> String {
    let by = outcome.by.map(|on| format!(" by {}", day(on))).unwrap_or_default();
    let words = match result {
        CameOf::Confirmed => "The panel confirms your self-assessment.".to_owned(),
        CameOf::ConfirmedWithActions => {
            "The panel confirms your self-assessment, with the actions above.".to_owned()
        }
        CameOf::FurtherInformation => format!("The panel asks for further information{by}."),
        CameOf::SecondVisit => format!("The panel would like to meet you a second time{by}."),
        CameOf::Escalate => "The panel takes this matter a step higher in the partnership.".to_owned(),
    };
    format!("{words} {}", outcome.note).trim_end().to_owned()
}

/// Ratings of the panel that differ from the setting's own.
fn ratings(ground: &Ground) -> Vec<[String; 4]> {
    let Some(returned) = &ground.returned else { return Vec::new() };
    let lines = returned.standards.iter().flat_map(|standard| &standard.lines);
    let row = |line: &crate::api::views::ReturnLine| {
        let view = ground.views.get(&line.question)?;
        let panel = view.level.as_ref().and_then(|code| line.levels.iter().find(|one| one.code == *code));
        let panel = match (panel, view.sees) {
            (Some(level), Sees::Higher | Sees::Lower) => level.label.clone(),
            (None, Sees::Higher | Sees::Lower) => view.sees.words().to_owned(),
            (_, Sees::Agrees | Sees::NotTested) => return None,
        };
        Some([format!("{} {}", line.number, line.text), papers::own(line), panel, view.reason.clone()])
    };
    lines.filter_map(row).collect()
}

fn feedback_of(ground: &Ground, meeting: &Meeting, on: &str) -> Feedback {
    let number = |id: &Option<crate::template::QuestionId>| {
        let question = id.as_ref().and_then(|id| ground.template.question(id));
        question.map(|question| question.number.clone()).unwrap_or_default()
    };
    let own = ground.agreed.iter().filter(|one| one.typed.by_whom == SETTING);
    Feedback {
        partnership: meeting.partnership.clone(),
        round: meeting.round.clone(),
        setting: meeting.setting.clone(),
        number: meeting.number.clone(),
        on: on.to_owned(),
        findings: ground.findings.iter().map(|one| (one.kind.label().to_owned(), one.text.clone())).collect(),
        actions: own
            .map(|one| FeedbackAction {
                id: one.id,
                question: one.typed.question.clone(),
                number: number(&one.typed.question),
                title: one.typed.title.clone(),
                owner: one.typed.owner.clone(),
                due: one.typed.due,
            })
            .collect(),
    }
}
