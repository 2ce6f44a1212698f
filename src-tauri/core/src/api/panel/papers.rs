//! The papers of a session: gathered from the return and the session, composed, written where the person says.
//!
//! Refuses to know: how a paper is laid out.

use serde::Deserialize;

use super::ground::Ground;
use super::stands_out::{meaning, proposed, signals};
use crate::analysis::Grid;
use crate::analysis::judged::day;
use crate::api::paper_format::{self, PaperFormat};
use crate::api::session::Session;
use crate::api::table::in_words;
use crate::api::views::{ReturnLine, ReturnStandard, Written};
use crate::api::{chasing, save};
use crate::error::{Error, Result};
use crate::issue::name;
use crate::panel::session::{self, PanelSession, PanelSessionId, Person, Presence, SessionState, Side};
use crate::partnership::{self, contact};
use crate::report::Document;
use crate::report::panel::{self as paper, Meeting, OutLine, Pack, Run, StandardLine};
use crate::setting;
use crate::store::AuditFile;
use crate::submission::action::ActionState;
use crate::template::{Meaning, QuestionId};
use crate::text::short;

/// A paper of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PanelPaper {
    /// To the setting, beforehand.
    Invitation,
    /// For members, beforehand.
    Pack,
    /// For a member to write on.
    NoteForm,
}

/// A paper that is asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PanelPaperWanted {
    pub session: PanelSessionId,
    pub paper: PanelPaper,
    /// For whom, of a note form and of a member's pack; a conflict of interest refuses it.
    #[serde(default)]
    pub member: Option<String>,
    pub format: PaperFormat,
}

/// A member's pack over all sessions of the round.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct MemberPackWanted {
    pub member: String,
    pub format: PaperFormat,
}

/// `panel.paper`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: PanelPaperWanted) -> Result<Option<Written>> {
    let document = document(session, wanted.session, wanted.paper, wanted.member.as_deref())?;
    saved(session, &document, wanted.member.as_deref().unwrap_or_default(), wanted.format)
}

/// `panel.member_pack`: the settings with which the member has a conflict of interest are left out, unnamed.
pub fn member_pack(session: &Session, wanted: MemberPackWanted) -> Result<Option<Written>> {
    let mut figures = session.figures();
    let document = session.file(|file| {
        let (round, template) = crate::api::round::current(session, file)?;
        let grid = figures.grid(file, round.id, &template)?;
        let all = session::of_round(file.reader(), round.id)?;
        let sits = |one: &&PanelSession| {
            one.people.iter().any(|person| person.side == Side::Panel && person.name == wanted.member)
        };
        let theirs: Vec<&PanelSession> = all.iter().filter(sits).collect();
        let (may, conflicted): (Vec<&PanelSession>, Vec<&PanelSession>) =
            theirs.into_iter().partition(|one| one.member(&wanted.member).is_ok());
        let mut packs = Vec::new();
        for met in may {
            let pack = pack(file, grid, met)?;
            packs.push(paper::under(&Ground::of(file.reader(), met)?.setting.details.name, pack));
        }
        joined(packs, &wanted.member, conflicted.len())
    })?;
    drop(figures);
    saved(session, &document, &wanted.member, wanted.format)
}

fn joined(packs: Vec<Document>, member: &str, hidden: usize) -> Result<Document> {
    let mut packs = packs.into_iter();
    let mut whole = packs.next().ok_or_else(|| {
        Error::missing(format!("There is no session for which {} may have a pack.", short(member)))
            .hint("Add the person to the panel of a session; a conflict of interest leaves a setting out.")
    })?;
    for pack in packs {
        let mut sections = pack.sections.into_iter();
        whole.sections.extend(sections.next().map(crate::report::Section::on_new_page));
        whole.sections.extend(sections);
    }
    whole.title = format!("Panel pack for {member}");
    if hidden > 0 {
        let what = if hidden == 1 { "One setting is" } else { "Some settings are" };
        whole.about.push(format!("{what} left out: a conflict of interest was declared."));
    }
    Ok(whole)
}

fn saved(
    session: &Session,
    document: &Document,
    whose: &str,
    format: PaperFormat,
) -> Result<Option<Written>> {
    let name = save::file_name(&[&document.title, whose], format.ending());
    paper_format::offer(session, ("Save the paper", &name), document, format)
}

fn document(
    session: &Session,
    id: PanelSessionId,
    wanted: PanelPaper,
    member: Option<&str>,
) -> Result<Document> {
    let mut figures = session.figures();
    session.file(|file| {
        let met = super::known(file, id)?;
        let person = member.map(|name| met.member(name)).transpose()?;
        let template = Ground::of(file.reader(), &met)?.template;
        let grid = figures.grid(file, met.round, &template)?;
        match wanted {
            PanelPaper::Invitation => Ok(paper::invitation(&meeting(file, &met)?)),
            PanelPaper::Pack => pack(file, grid, &met),
            PanelPaper::NoteForm => {
                let (name, agency) =
                    person.map(|one| (one.name.clone(), in_words(&one.agency))).unwrap_or_default();
                let ground = Ground::of(file.reader(), &met)?;
                let lines = questions(&ground, grid);
                Ok(paper::note_form(&meeting(file, &met)?, &name, &agency, &lines))
            }
        }
    })
}

/// The pack of a session.
pub(super) fn pack(file: &AuditFile, grid: &Grid, met: &PanelSession) -> Result<Document> {
    let ground = Ground::of(file.reader(), met)?;
    Ok(paper::pack(&meeting(file, met)?, &content(&ground, grid)))
}

/// A session as its papers say it.
pub(super) fn meeting(file: &AuditFile, met: &PanelSession) -> Result<Meeting> {
    let reader = file.reader();
    let ground = Ground::of(reader, met)?;
    let partnership = partnership::load(reader)?;
    let reach = setting::reaches(reader)?.remove(&met.setting).unwrap_or_default();
    let details = &ground.setting.details;
    let about = [
        ("Phase", &details.phase),
        ("Status", &details.status),
        ("Locality", &details.locality),
        ("Trust", &details.trust),
    ];
    let times = [met.plan.starts.as_str(), &met.plan.ends];
    let times: Vec<&str> = times.into_iter().filter(|text| !text.is_empty()).collect();
    // Of a session that was held, those who were missing met nobody.
    let was_there = |one: &&Person| met.state == SessionState::Planned || one.presence != Presence::Absent;
    let of = |side: Side| met.people.iter().filter(move |one| one.side == side).filter(was_there);
    let panel = of(Side::Panel).filter(|one| one.conflict.is_empty());
    Ok(Meeting {
        partnership: if partnership.name.is_empty() {
            "Your safeguarding children partnership".to_owned()
        } else {
            partnership.name
        },
        address: partnership.address,
        round: ground.round.label.clone(),
        tool: ground.template.title.clone(),
        setting: details.name.clone(),
        number: number(&ground),
        about: about
            .into_iter()
            .filter(|(_, said)| !said.is_empty())
            .map(|(name, said)| (name.to_owned(), said.clone()))
            .collect(),
        head: reach.head,
        post: reach.address,
        run: run(&details.kind),
        returned: ground.returned.is_some(),
        contact: asked_at(file)?,
        on: met.plan.on.map(chasing::in_words).unwrap_or_default(),
        times: times.join(" to "),
        mode: met.plan.mode.words().to_owned(),
        place: met.plan.place.clone(),
        panel: panel.map(|one| [one.name.clone(), in_words(&one.agency), one.role.clone()]).collect(),
        theirs: of(Side::Setting).map(|one| [one.name.clone(), one.role.clone()]).collect(),
        enquiries: met.enquiries.iter().map(|one| (agency(&one.agency), one.text.clone())).collect(),
        evidence: met.seen.iter().map(|one| one.what.clone()).collect(),
        today: day(file.world().today()),
        code: file.head()?,
    })
}

/// As what a setting of some kind is run.
fn run(kind: &str) -> Run {
    match kind {
        "school" => Run::School,
        "early_years" => Run::EarlyYears,
        _ => Run::Organisation,
    }
}

/// A setting's number as people say it.
fn number(ground: &Ground) -> String {
    match ground.setting.identifiers.get("urn") {
        Some(urn) => format!("URN {urn}"),
        None => name::identifier(&ground.setting).unwrap_or_default(),
    }
}

/// Whom a setting may ask: the first contact of the partnership, in a line.
fn asked_at(file: &AuditFile) -> Result<String> {
    let first = contact::all(file.reader())?.into_iter().next();
    let parts = first.map(|(_, one)| [one.name, one.telephone, one.email]).unwrap_or_default();
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join(", "))
}

/// The words for whoever asks.
pub(super) fn agency(code: &str) -> String {
    if code == "all" { "Everybody".to_owned() } else { in_words(code) }
}

/// The questions of a session as papers show them: its own, else those that stand out.
pub(super) fn questions(ground: &Ground, grid: &Grid) -> Vec<OutLine> {
    let Some(returned) = &ground.returned else { return Vec::new() };
    let signals = signals(&ground.template, returned, grid);
    let chosen = chosen(ground, grid);
    let lines = returned.standards.iter().flat_map(|standard| &standard.lines);
    let lines: Vec<&ReturnLine> = lines.collect();
    let out = |id: &QuestionId| {
        let line = lines.iter().find(|line| line.question == *id)?;
        Some(OutLine {
            number: line.number.clone(),
            text: line.text.clone(),
            own: own(line),
            before: line.last_round.as_ref().and_then(|last| last.label.clone()).unwrap_or_default(),
            why: signals.get(id).cloned().unwrap_or_default(),
            levels: line.levels.iter().map(|level| level.label.clone()).collect(),
        })
    };
    chosen.iter().filter_map(out).collect()
}

/// The ids of the questions of a session.
pub(super) fn chosen(ground: &Ground, grid: &Grid) -> Vec<QuestionId> {
    if !ground.met.plan.questions.is_empty() {
        return ground.met.plan.questions.clone();
    }
    let returned = ground.returned.as_ref();
    returned
        .map(|returned| proposed(returned, &signals(&ground.template, returned, grid)))
        .unwrap_or_default()
}

/// A setting's own rating in words.
pub(super) fn own(line: &ReturnLine) -> String {
    let level = line.self_rating.as_ref().and_then(|code| line.levels.iter().find(|one| one.code == *code));
    level.map_or_else(|| "Not answered".to_owned(), |level| level.label.clone())
}

/// What a return says, as papers show it.
pub(super) fn content(ground: &Ground, grid: &Grid) -> Pack {
    let Some(returned) = &ground.returned else { return Pack::default() };
    let lines: Vec<&ReturnLine> = returned.standards.iter().flat_map(|standard| &standard.lines).collect();
    let texts = |text: fn(&ReturnLine) -> &str| -> Vec<(String, String)> {
        let some = lines.iter().filter(|line| !text(line).trim().is_empty());
        some.map(|line| (line.number.clone(), text(line).to_owned())).collect()
    };
    let signed = returned.sign_off.iter().flat_map(|signed| &signed.signatures);
    let actions = returned.beside.actions.iter().map(|one| {
        let due = one.due.map(day).unwrap_or_default();
        [one.title.clone(), one.owner.clone(), due, state(one.state).to_owned()]
    });
    Pack {
        signed: signed.map(|one| format!("{}, {}, {}", one.name, one.role, day(one.on))).collect(),
        standards: returned.standards.iter().map(standard).collect(),
        questions: questions(ground, grid),
        strengths: texts(|line| &line.impact),
        areas: texts(|line| &line.area),
        actions: actions.collect(),
    }
}

fn state(state: ActionState) -> &'static str {
    match state {
        ActionState::Open => "Open",
        ActionState::UnderWay => "Under way",
        ActionState::Done => "Done",
        ActionState::Dropped => "Dropped",
    }
}

fn standard(standard: &ReturnStandard) -> StandardLine {
    let rated: Vec<&ReturnLine> = standard.lines.iter().filter(|line| !line.levels.is_empty()).collect();
    let judged = |of: &dyn Fn(&ReturnLine) -> Option<Meaning>| {
        let meanings: Vec<Meaning> = rated.iter().filter_map(|line| of(line)).collect();
        let is = |wanted: &[Meaning]| meanings.iter().filter(|one| wanted.contains(one)).count();
        let met = is(&[Meaning::Exceeds, Meaning::Met]);
        (count(met), count(met + is(&[Meaning::Mostly, Meaning::Partly, Meaning::NotMet])))
    };
    let before = judged(&|line| line.last_round.as_ref().and_then(|last| last.meaning));
    let blank = rated.iter().filter(|line| line.self_rating.is_none()).count();
    let not_applicable = rated.iter().filter(|line| meaning(line) == Some(Meaning::NotApplicable)).count();
    StandardLine {
        title: format!("{} {}", standard.number, standard.title),
        met: judged(&|line| meaning(line)),
        not_applicable: count(not_applicable),
        blank: count(blank),
        before: (before.1 > 0).then_some(before),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
