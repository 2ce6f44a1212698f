//! The panel season of the sample: a draw with one refusal, a pick, sessions that were held and one to come.

use super::panel_words::{FOUND, LOWER, PANEL, came, people, seen};
use super::school_year::{Plan as Year, days_before};
use crate::analysis::Grid;
use crate::api::drawing::gather;
use crate::error::Result;
use crate::panel::FindingKind;
use crate::panel::drawing::{self, PickedFor, seed_of};
use crate::panel::finding::{NewFinding, Standing};
use crate::panel::further::{Further, Permission, Whom};
use crate::panel::note::{self, Note};
use crate::panel::sample::{Base, Rules, Seat, Size, draw, standing};
use crate::panel::session::{
    self, AskedFrom, CameOf, Enquiry, MetBecause, Mode, Outcome, PanelSessionId, Person, Plan, RatedBy,
};
use crate::panel::view::{self, Dissent, Sees, View};
use crate::panel::{agreed, record};
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{AuditFile, Tx};
use crate::submission::{self, State, SubmissionId};
use crate::template::{Level, LevelCode, Meaning, QuestionId, Template};

const QUORUM: [&str; 3] = ["police", "health", "local_authority"];
/// So many sessions there are at most; the last of them is still to come.
const SESSIONS: usize = 6;

/// Makes the season; where too little was accepted, there is none.
pub(super) fn season(
    file: &mut AuditFile,
    round: RoundId,
    year: &Year,
    accepted: &[SubmissionId],
) -> Result<()> {
    if accepted.len() < 3 {
        return Ok(());
    }
    let places = u32::try_from(accepted.len() / 2).unwrap_or(2).clamp(2, 11);
    let met = sample(file, round, year, Size::Number(places))?;
    let sessions = met.len().min(SESSIONS);
    for (place, (setting, because)) in met.into_iter().take(sessions).enumerate() {
        let all = submission::of_setting(file.reader(), round, setting)?;
        let Some(submission) = all.iter().find(|one| one.state == State::Accepted) else { continue };
        let is_to_come = place > 0 && place + 1 == sessions;
        let on = if is_to_come {
            Some(year.today + chrono::Days::new(9))
        } else {
            Some(days_before(year.today, 1))
        };
        let asked = Met { round, setting, submission: submission.id, template: year.template, place };
        let id = asked.prepared(file, Plan { on, because, ..planned(place) })?;
        if !is_to_come {
            asked.held(file, id, place)?;
        }
    }
    Ok(())
}

/// Draws, has one decline, and picks one by hand; those to be met, drawn ones first.
fn sample(
    file: &mut AuditFile,
    round: RoundId,
    year: &Year,
    size: Size,
) -> Result<Vec<(SettingId, MetBecause)>> {
    let grid = Grid::read(file.reader(), round, year.template)?;
    let frame = gather::of(file, round, &grid)?;
    let rules = Rules { base: Base::Returned, size, merge_below: 10, ..Rules::default() };
    let seed = seed_of(file.world().random());
    let name = format!("Audit panels {}", year.now);
    let id =
        file.transact(drawing::DRAW, &name, |tx| drawing::make(tx, round, &name, &frame, &rules, seed))?;
    let drawing = draw(&frame, &rules, seed)?;
    if let Some(first) = drawing.strata.first().and_then(|stratum| stratum.order.first()) {
        let reason = "Inspected in the week of the panels.";
        file.transact(drawing::DECLINE, &first.name, |tx| drawing::decline(tx, id, first.setting, reason))?;
    }
    let chosen = standing(&drawing, &drawing::refusals(file.reader(), id)?);
    let met = chosen.iter().filter(|one| !matches!(one.seat, Seat::Declined(..)));
    let met: Vec<SettingId> = met.map(|one| one.setting).collect();
    if let Some(other) = grid.rows.iter().rev().find(|row| !met.contains(&row.setting)) {
        let reason = "Every question at the top, with hardly a word of evidence.";
        file.transact(drawing::PICK, &other.who.name, |tx| {
            drawing::pick(tx, round, other.setting, PickedFor::AllTop, reason)
        })?;
    }
    Ok(met.into_iter().map(|setting| (setting, MetBecause::Drawn)).collect())
}

fn planned(place: usize) -> Plan {
    let (mode, room) = match place % 3 {
        0 => (Mode::InPerson, "Sampleton Town Hall, room 2"),
        1 => (Mode::Online, ""),
        _ => (Mode::Visit, "At the school"),
    };
    Plan {
        starts: "10:00".to_owned(),
        ends: "11:30".to_owned(),
        mode,
        place: room.to_owned(),
        quorum: QUORUM.map(String::from).to_vec(),
        rated_by: if place == 1 { RatedBy::AloneFirst } else { RatedBy::Together },
        ..Plan::default()
    }
}

/// A setting that is met.
struct Met<'t> {
    round: RoundId,
    setting: SettingId,
    submission: SubmissionId,
    template: &'t Template,
    /// Which of the sessions it is.
    place: usize,
}

impl Met<'_> {
    /// Plans the session: people, questions, lines of enquiry.
    fn prepared(&self, file: &mut AuditFile, plan: Plan) -> Result<PanelSessionId> {
        let questions = self.questions();
        let plan = Plan { questions, ..plan };
        let id = file
            .transact(session::BEGIN, "sample", |tx| session::begin(tx, self.round, self.setting, &plan))?;
        let met = session::load(file.reader(), id)?;
        file.transact(session::PEOPLE, "sample", |tx| session::people(tx, &met, &people(self.place)))?;
        file.transact(session::ENQUIRIES, "sample", |tx| session::enquiries(tx, &met, &self.enquiries()))?;
        Ok(id)
    }

    /// The first rated question of six standards, others at each session.
    fn questions(&self) -> Vec<QuestionId> {
        let rated = |standard: &crate::template::Standard| {
            standard.questions.iter().find(|question| question.scale.is_some()).map(|one| one.id.clone())
        };
        self.template.standards.iter().cycle().skip(3 * self.place).filter_map(rated).take(6).collect()
    }

    fn enquiries(&self) -> Vec<Enquiry> {
        let standards = self.template.standards.iter().cycle().skip(3 * self.place).take(4);
        let lines = standards.flat_map(|standard| {
            let first =
                standard.enquiries.iter().find_map(|one| Some((one.agency.clone(), one.ask.first()?)));
            first.map(|(agency, text)| Enquiry {
                agency,
                text: text.clone(),
                standard: Some(standard.id.clone()),
                from: AskedFrom::Bank,
                said: String::new(),
            })
        });
        lines.collect()
    }

    /// Holds it: who came, what was seen, what the panel says, what was found and agreed.
    fn held(&self, file: &mut AuditFile, id: PanelSessionId, place: usize) -> Result<()> {
        let met = session::load(file.reader(), id)?;
        let came: Vec<Person> = people(place).into_iter().map(|one| came(one, place)).collect();
        file.transact(session::PEOPLE, "sample", |tx| session::people(tx, &met, &came))?;
        file.transact(session::SEEN, "sample", |tx| session::seen(tx, &met, &seen()))?;
        let notes = "The lead knows every family by name, and says where the records fall short.";
        file.transact(session::NOTES, "sample", |tx| session::notes(tx, &met, notes))?;
        file.transact(note::FORMS, "sample", |tx| note::add(tx, id, &self.notes()).map(drop))?;
        if place == 1 {
            file.transact(session::REVEAL, "sample", |tx| session::reveal(tx, &met))?;
        }
        file.transact(view::VIEW, "sample", |tx| self.views(tx, id))?;
        self.findings(file, id)?;
        file.transact(agreed::SAVE, "sample", |tx| self.agreed(tx, id))?;
        file.transact(session::HOLD, "sample", |tx| {
            let met = session::load(tx.reader(), id)?;
            session::hold(tx, &met)
        })?;
        file.transact(session::OUTCOME, "sample", |tx| outcome(tx, id))
    }

    fn level(&self, place: usize) -> Option<(QuestionId, LevelCode)> {
        let question = self.questions().get(place)?.clone();
        let scale = self.template.scale_of(self.template.question(&question)?)?;
        Some((question, scale.levels.get(place % 2)?.code.clone()))
    }

    /// Two members rated three questions each; they differ on one.
    fn notes(&self) -> Vec<Note> {
        let note = |member: usize, (question, level): (QuestionId, LevelCode), text: &str| Note {
            question: Some(question),
            member: PANEL[member][0].to_owned(),
            agency: PANEL[member][1].to_owned(),
            level: Some(level),
            text: text.to_owned(),
            source: format!("Note-form_{}.xlsx", PANEL[member][0].replace(' ', "-")),
        };
        let mut notes = Vec::new();
        for place in 0..3 {
            notes.extend(self.level(place).map(|one| note(0, one, "")));
            let other = self
                .level(place)
                .zip(self.level(place + 1))
                .map(|(one, next)| if place == 1 { (one.0, next.1) } else { one });
            notes.extend(
                other.map(|one| note(1, one, if place == 1 { "The log stops in spring." } else { "" })),
            );
        }
        notes
    }

    /// The panel agrees on two questions and sees one otherwise.
    fn views(&self, tx: &mut Tx<'_>, id: PanelSessionId) -> Result<()> {
        let met = session::load(tx.reader(), id)?;
        let own = submission::answers(tx.reader(), self.submission)?;
        for (place, question) in self.questions().into_iter().take(3).enumerate() {
            let said = own.get(&question).and_then(|answer| answer.value.clone()).unwrap_or_default();
            let seen = if place == 1 { self.otherwise(&question, &said) } else { None };
            let (sees, level) = seen.map_or((Sees::Agrees, None), |(sees, level)| (sees, Some(level)));
            let reason = match sees {
                Sees::Lower => LOWER[self.place % LOWER.len()],
                Sees::Higher => "The minutes show more than the school gave itself credit for.",
                Sees::Agrees | Sees::NotTested => "",
            };
            let dissent = Dissent {
                member: PANEL[0][0].to_owned(),
                text: "Would have waited for the summer term.".to_owned(),
            };
            let view = View {
                question,
                sees,
                dissent: if level.is_some() { vec![dissent] } else { Vec::new() },
                level,
                reason: reason.to_owned(),
                agreed: if self.place.is_multiple_of(3) { Standing::Dissent } else { Standing::Agreed },
            };
            view::record(tx, &met, Some(self.submission), self.template, &view)?;
        }
        Ok(())
    }

    /// A level beside the school's own: the next below, or above where there is none below.
    fn otherwise(&self, question: &QuestionId, said: &str) -> Option<(Sees, LevelCode)> {
        let scale = self.template.scale_of(self.template.question(question)?)?;
        let judged = |level: &&Level| !matches!(level.meaning, Meaning::NotApplicable | Meaning::None);
        let levels: Vec<&Level> = scale.levels.iter().filter(judged).collect();
        let own = levels.iter().position(|level| level.code.as_str() == said)?;
        let (sees, other) = match levels.get(own + 1) {
            Some(lower) => (Sees::Lower, lower),
            None => (Sees::Higher, levels.get(own.checked_sub(1)?)?),
        };
        Some((sees, other.code.clone()))
    }

    fn findings(&self, file: &mut AuditFile, id: PanelSessionId) -> Result<()> {
        let bank = &FOUND[self.place % FOUND.len()];
        for &(kind, text, theme, agency) in bank {
            let good = kind == FindingKind::GoodPractice;
            // Half of those asked have said that they may be named.
            let named = good && self.place.is_multiple_of(2);
            let further = Further {
                session: Some(id),
                themes: vec![theme.to_owned()],
                whom: if good { Whom::Setting } else { Whom::Partnership },
                permission: if named { Permission::Given } else { Permission::NotAsked },
                permission_by: if named { "Headteacher, at the session".to_owned() } else { String::new() },
                voice: if good {
                    "Pupils say they know whom to go to, and that it helps.".to_owned()
                } else {
                    String::new()
                },
                standard: None,
            };
            let new = NewFinding {
                submission: self.submission,
                round: self.round,
                question: None,
                kind,
                text: text.to_owned(),
                agency: agency.to_owned(),
                moderation: None,
                further,
            };
            record(file, self.template, &new)?;
        }
        Ok(())
    }

    fn agreed(&self, tx: &mut Tx<'_>, id: PanelSessionId) -> Result<()> {
        let met = session::load(tx.reader(), id)?;
        let due = tx.world().today() + chrono::Days::new(70);
        let own = agreed::Typed {
            question: self.questions().get(1).cloned(),
            title: "Bring the log up to date and have governors look at it each term".to_owned(),
            owner: "Designated safeguarding lead".to_owned(),
            by_whom: agreed::SETTING.to_owned(),
            due: Some(due),
        };
        let promised = agreed::Typed {
            question: None,
            title: "Name one contact for records of pupils who move in".to_owned(),
            owner: String::new(),
            by_whom: "local_authority".to_owned(),
            due: Some(due),
        };
        for typed in [own, promised] {
            agreed::save(tx, &met, None, &typed)?;
        }
        Ok(())
    }
}

fn outcome(tx: &mut Tx<'_>, id: PanelSessionId) -> Result<()> {
    let met = session::load(tx.reader(), id)?;
    let today = tx.world().today();
    let outcome = Outcome {
        result: Some(CameOf::ConfirmedWithActions),
        feedback_due: Some(today + chrono::Days::new(10)),
        comments_by: Some(today + chrono::Days::new(24)),
        follow_up: Some(today + chrono::Days::new(180)),
        useful: "Felt like a conversation; would do it again.".to_owned(),
        ..Outcome::default()
    };
    session::outcome(tx, &met, &outcome)
}
