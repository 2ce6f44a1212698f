//! Sessions as screens are given them: a line in the list, and one with everything.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::Ground;
use super::stands_out;
use crate::analysis::grid::Kept as Figures;
use crate::api::returns_view::{finding_view, self_rating};
use crate::api::views::{FindingView, ReturnLine, view};
use crate::error::Result;
use crate::panel::agreed::{self, AgreedId};
use crate::panel::finding::Standing;
use crate::panel::note::{NoteId, Rated, ratings};
use crate::panel::session::{
    self, AskedFrom, CameOf, Enquiry, MetBecause, Outcome, PanelSession, PanelSessionId, Person, Plan, Seen,
    SessionState, Side,
};
use crate::panel::view::{Dissent, Sees};
use crate::round::Round;
use crate::setting::{self, SettingId};
use crate::store::{AuditFile, Reader};
use crate::submission::action::ActionState;
use crate::submission::{self, SubmissionId};
use crate::template::{LevelCode, QuestionId, StandardId, Template};

view! {
    /// The sessions of a round, and everybody who sits on a panel of it.
    PanelList { sessions: Vec<PanelLine>, members: Vec<String>, }
    /// A session in the list.
    PanelLine {
        id: PanelSessionId,
        setting: SettingId,
        name: String,
        state: SessionState,
        on: Option<String>,
        starts: String,
        because: MetBecause,
        members: u32,
        /// Agencies that must be there and are not.
        missing: Vec<String>,
        result: Option<CameOf>,
        findings: u32,
        actions: u32,
        feedback_sent: Option<String>,
        comments_by: Option<String>,
    }
    /// A setting that is met.
    MetSetting { id: SettingId, name: String, phase: String, status: String, locality: String, trust: String, identifiers: BTreeMap<String, String>, submission: Option<SubmissionId>, }
    /// A session with everything.
    PanelView {
        id: PanelSessionId,
        round: String,
        setting: MetSetting,
        state: SessionState,
        plan: Plan,
        people: Vec<Person>,
        missing: Vec<String>,
        enquiries: Vec<Enquiry>,
        /// What may be asked: the audit tool's bank, and what stands out.
        bank: Vec<BankLine>,
        seen: Vec<Seen>,
        /// Evidence that the return names, to be looked at.
        named: Vec<String>,
        notes: String,
        outcome: Outcome,
        revealed: Option<String>,
        /// Whether what members rate alone is hidden.
        blind: bool,
        questions: Vec<PanelQuestion>,
        /// Questions that stand out, in the order printed.
        proposed: Vec<QuestionId>,
        member_notes: Vec<PanelNoteLine>,
        findings: Vec<FindingView>,
        themes: Vec<String>,
        standards: Vec<PanelStandard>,
        actions: Vec<AgreedLine>,
        known_people: Vec<KnownPerson>,
    }
    /// A standard of the audit tool.
    PanelStandard { id: StandardId, title: String, }
    /// A line of enquiry that may be chosen.
    BankLine { enquiry: Enquiry, standard: String, }
    /// A question of the return, with what the panel says of it.
    PanelQuestion {
        line: ReturnLine,
        standard: String,
        evidence: Vec<String>,
        stands_out: Vec<String>,
        view: Option<PanelViewLine>,
        /// Who has rated it alone.
        rated_by: Vec<String>,
        /// How, once that may be seen.
        ratings: Vec<MemberRatingLine>,
    }
    /// The panel's view of a question.
    PanelViewLine { sees: Sees, level: Option<LevelCode>, reason: String, dissent: Vec<Dissent>, agreed: bool, }
    /// How a member rates a question: in one way, or in several that nobody has settled.
    MemberRatingLine { member: String, agency: String, levels: Vec<LevelCode>, }
    /// What a member noted.
    PanelNoteLine { id: NoteId, question: Option<QuestionId>, member: String, agency: String, level: Option<LevelCode>, text: String, source: String, }
    /// What was agreed.
    AgreedLine { id: AgreedId, question: Option<QuestionId>, title: String, owner: String, by_whom: String, due: Option<String>, progress: Option<ActionState>, outcome: String, progress_round: String, }
    /// Somebody who sat on a panel before.
    KnownPerson { name: String, agency: String, role: String, }
}

pub(super) fn list(reader: Reader<'_>, round: &Round) -> Result<PanelList> {
    let names = setting::all(reader)?;
    let line = |met: PanelSession| -> Result<PanelLine> {
        Ok(PanelLine {
            name: names.get(&met.setting).map(|one| one.details.name.clone()).unwrap_or_default(),
            on: met.plan.on.map(|day| day.to_string()),
            starts: met.plan.starts.clone(),
            because: met.plan.because,
            members: count(met.people.iter().filter(|one| one.side == Side::Panel).count()),
            missing: met.missing(),
            result: met.outcome.result,
            findings: count(crate::panel::finding::of_session(reader, met.id)?.len()),
            actions: count(agreed::of_session(reader, met.id)?.len()),
            feedback_sent: met.outcome.feedback_sent.map(|day| day.to_string()),
            comments_by: met.outcome.comments_by.map(|day| day.to_string()),
            id: met.id,
            setting: met.setting,
            state: met.state,
        })
    };
    let all = session::of_round(reader, round.id)?;
    let people = all.iter().flat_map(|one| &one.people).filter(|one| one.side == Side::Panel);
    let members: BTreeSet<String> = people.map(|one| one.name.clone()).collect();
    let sessions = all.into_iter().map(line).collect::<Result<_>>()?;
    Ok(PanelList { sessions, members: members.into_iter().collect() })
}

pub(super) fn view(file: &AuditFile, figures: &mut Figures, met: &PanelSession) -> Result<PanelView> {
    let reader = file.reader();
    let ground = Ground::of(reader, met)?;
    let signals = match &ground.returned {
        Some(returned) => {
            let grid = figures.grid(file, met.round, &ground.template)?;
            stands_out::signals(&ground.template, returned, grid)
        }
        None => BTreeMap::new(),
    };
    let answers = match &ground.returned {
        Some(returned) => submission::answers(reader, returned.submission)?,
        None => BTreeMap::new(),
    };
    let template = &ground.template;
    let finding =
        |found| finding_view(found, &ground.setting, template, self_rating(template, &answers, found));
    let proposed =
        ground.returned.as_ref().map(|returned| stands_out::proposed(returned, &signals)).unwrap_or_default();
    Ok(PanelView {
        id: met.id,
        round: ground.round.label.clone(),
        setting: met_setting(&ground),
        state: met.state,
        plan: met.plan.clone(),
        people: met.people.clone(),
        missing: met.missing(),
        enquiries: met.enquiries.clone(),
        bank: bank(template, &ground, &signals),
        seen: met.seen.clone(),
        named: named(&ground),
        notes: met.notes.clone(),
        outcome: met.outcome.clone(),
        revealed: met.revealed.clone(),
        blind: ground.is_blind(),
        questions: questions(&ground, &signals),
        proposed,
        member_notes: member_notes(&ground),
        findings: ground.findings.iter().map(finding).collect(),
        themes: themes(reader, met)?,
        standards: standards(template),
        actions: agreed_lines(reader, &ground)?,
        known_people: known_people(reader, met)?,
    })
}

fn met_setting(ground: &Ground) -> MetSetting {
    let details = ground.setting.details.clone();
    MetSetting {
        id: ground.setting.id,
        name: details.name,
        phase: details.phase,
        status: details.status,
        locality: details.locality,
        trust: details.trust,
        identifiers: ground.setting.identifiers.clone(),
        submission: ground.returned.as_ref().map(|returned| returned.submission),
    }
}

/// What the audit tool offers to ask, and what stands out in this return; what is asked already is left out.
fn bank(template: &Template, ground: &Ground, signals: &BTreeMap<QuestionId, Vec<String>>) -> Vec<BankLine> {
    let asked: BTreeSet<&str> = ground.met.enquiries.iter().map(|one| one.text.as_str()).collect();
    let mut bank = Vec::new();
    for standard in &template.standards {
        let title = format!("{} {}", standard.number, standard.title);
        let line = |agency: &str, text: String, from: AskedFrom| BankLine {
            enquiry: Enquiry {
                agency: agency.to_owned(),
                text,
                standard: Some(standard.id.clone()),
                from,
                said: String::new(),
            },
            standard: title.clone(),
        };
        for question in &standard.questions {
            for why in signals.get(&question.id).into_iter().flatten() {
                let text = format!("{}: {why}. How do you see it?", question.number);
                bank.push(line("all", text, AskedFrom::Signal));
            }
        }
        let asks = standard.enquiries.iter().flat_map(|one| one.ask.iter().map(|ask| (&one.agency, ask)));
        bank.extend(asks.map(|(agency, ask)| line(agency, ask.clone(), AskedFrom::Bank)));
    }
    bank.retain(|line| !asked.contains(line.enquiry.text.as_str()));
    bank
}

fn named(ground: &Ground) -> Vec<String> {
    let items = ground.returned.iter().flat_map(|returned| &returned.beside.evidence);
    let mut named: Vec<String> = items.map(|item| item.title.clone()).collect();
    named.sort();
    named.dedup();
    named
}

fn questions(ground: &Ground, signals: &BTreeMap<QuestionId, Vec<String>>) -> Vec<PanelQuestion> {
    let Some(returned) = &ground.returned else { return Vec::new() };
    let rated = ratings(&ground.notes);
    let mut questions = Vec::new();
    for standard in &returned.standards {
        for line in standard.lines.iter().filter(|line| !line.levels.is_empty()) {
            let items = returned.beside.evidence.iter();
            let backing = items.filter(|item| item.questions.contains(&line.question));
            let members = rated.get(&line.question);
            questions.push(PanelQuestion {
                standard: format!("{} {}", standard.number, standard.title),
                evidence: backing.map(|item| item.title.clone()).collect(),
                stands_out: signals.get(&line.question).cloned().unwrap_or_default(),
                view: ground.views.get(&line.question).map(view_line),
                rated_by: members.into_iter().flatten().map(|(name, _)| name.clone()).collect(),
                ratings: members
                    .into_iter()
                    .flatten()
                    .filter(|_| !ground.is_blind())
                    .map(|(name, rated)| member_rating(ground, name, rated))
                    .collect(),
                line: line.clone(),
            });
        }
    }
    questions
}

fn view_line(view: &crate::panel::view::View) -> PanelViewLine {
    PanelViewLine {
        sees: view.sees,
        level: view.level.clone(),
        reason: view.reason.clone(),
        dissent: view.dissent.clone(),
        agreed: view.agreed == Standing::Agreed,
    }
}

fn member_rating(ground: &Ground, name: &str, rated: &Rated) -> MemberRatingLine {
    let agency = ground.notes.iter().find(|note| note.member == name).map(|note| note.agency.clone());
    let levels = match rated {
        Rated::One(level) => vec![level.clone()],
        Rated::Several(levels) => levels.iter().cloned().collect(),
    };
    MemberRatingLine { member: name.to_owned(), agency: agency.unwrap_or_default(), levels }
}

/// What members noted; while they rate alone, nobody's.
fn member_notes(ground: &Ground) -> Vec<PanelNoteLine> {
    let seen = ground.notes.iter().filter(|_| !ground.is_blind());
    let line = |note: &crate::panel::note::Note| PanelNoteLine {
        id: note.id(ground.met.id),
        question: note.question.clone(),
        member: note.member.clone(),
        agency: note.agency.clone(),
        level: note.level.clone(),
        text: note.text.clone(),
        source: note.source.clone(),
    };
    seen.map(line).collect()
}

fn standards(template: &Template) -> Vec<PanelStandard> {
    let named = |one: &crate::template::Standard| PanelStandard {
        id: one.id.clone(),
        title: format!("{} {}", one.number, one.title),
    };
    template.standards.iter().map(named).collect()
}

/// The themes that findings of any round carry, so that the same thing is called the same.
fn themes(reader: Reader<'_>, met: &PanelSession) -> Result<Vec<String>> {
    let findings = crate::panel::finding::of_round(reader, met.round)?;
    let themes: BTreeSet<String> = findings.into_iter().flat_map(|one| one.further.themes).collect();
    Ok(themes.into_iter().collect())
}

/// What was agreed, with how far the setting says it is.
fn agreed_lines(reader: Reader<'_>, ground: &Ground) -> Result<Vec<AgreedLine>> {
    let mut progress = agreed::progress(reader, ground.met.setting)?;
    let line = |one: &agreed::Agreed| -> Result<AgreedLine> {
        let said = progress.remove(&one.id);
        let round = said.as_ref().map(|said| crate::round::load(reader, said.round)).transpose()?;
        Ok(AgreedLine {
            id: one.id,
            question: one.typed.question.clone(),
            title: one.typed.title.clone(),
            owner: one.typed.owner.clone(),
            by_whom: one.typed.by_whom.clone(),
            due: one.typed.due.map(|day| day.to_string()),
            progress: said.as_ref().map(|said| said.state),
            outcome: said.map(|said| said.outcome).unwrap_or_default(),
            progress_round: round.map(|round| round.label).unwrap_or_default(),
        })
    };
    ground.agreed.iter().map(line).collect()
}

/// Members of other panels of the round who are not on this one.
fn known_people(reader: Reader<'_>, met: &PanelSession) -> Result<Vec<KnownPerson>> {
    let here: BTreeSet<&str> = met.people.iter().map(|one| one.name.as_str()).collect();
    let all = session::of_round(reader, met.round)?;
    let people = all.into_iter().flat_map(|one| one.people);
    let others = people.filter(|one| one.side == Side::Panel && !here.contains(one.name.as_str()));
    let others: BTreeMap<String, Person> = others.map(|one| (one.name.clone(), one)).collect();
    let known = |one: Person| KnownPerson { name: one.name, agency: one.agency, role: one.role };
    Ok(others.into_values().map(known).collect())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
