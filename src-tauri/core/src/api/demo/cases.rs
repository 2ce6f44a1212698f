//! The case audits of the sample: one on neglect that is done, with what came of it, and one that looks at it again.
//!
//! Refuses to know: its words, and how papers are composed.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::case_words::{
    AGENCIES, AUTHORS, DISCUSSED, FED_BACK, FOCUS, HEARD, LEARNT, RECOMMENDED, TEXTS, VOICES,
};
use super::desk::Desk;
use super::school_year::days_before;
use super::{people, tracked};
use crate::case_audit::case::{self, Agreed, AuditedCase, Discussed, Dissent};
use crate::case_audit::fed_back::{self, FedBack};
use crate::case_audit::{
    self, Attendance, Begun, CaseAudit, CaseAuditId, CaseNote, Focus, Item, Plan, Point, Sitting, came_of,
    note,
};
use crate::error::{Error, Result};
use crate::intake::Lends;
use crate::panel::session::Presence;
use crate::plan::action::Stage;
use crate::plan::recommendation::{self, RecommendationTyped, Stance};
use crate::round::RoundId;
use crate::store::{AuditFile, Tx};
use crate::template::{LevelCode, library};

/// The tool of both.
const TOOL: &str = "case_audit_neglect@2026.1";
const TITLE: &str = "Neglect";
const AGAIN: &str = "Neglect, looked at again";
const GROUP: &str = "Quality and Learning Subgroup";

/// Last year's: from its beginning to what the agencies took back to their people.
pub(super) fn looked(desk: &Desk, round: RoundId, today: NaiveDate) -> Result<()> {
    let before = |days: u64| days_before(today, days);
    desk.world.turn_to(before(280));
    let id = desk.file(|file| begun(file, TITLE, None, ["C-01", "C-02", "C-03"].as_slice(), before(210)))?;
    desk.world.turn_to(before(255));
    desk.file(|file| forms(file, id, &[0, 1, 2, 3]))?;
    desk.world.turn_to(before(226));
    desk.file(|file| met(file, id, [before(240), before(226)]))?;
    desk.world.turn_to(before(210));
    desk.file(|file| learnt(file, id, round))?;
    desk.world.turn_to(before(185));
    desk.file(|file| fed(file, id, before(190)))
}

/// What came of it: the recommendation is accepted, and an action for it has begun.
pub(super) fn followed(desk: &Desk, round: RoundId, today: NaiveDate) -> Result<()> {
    desk.file(|file| {
        let all = recommendation::all(file.reader())?.into_iter();
        let (Some(group), Some(made)) =
            (people::schools_group(file)?, all.rev().find(|one| one.said.text == RECOMMENDED))
        else {
            return Ok(());
        };
        let typed = RecommendationTyped { stance: Stance::Accepted, theme: TITLE.to_owned(), ..made.said };
        file.transact(recommendation::SAVE, "sample", |tx| {
            recommendation::save(tx, round, Some(made.id), &typed)
        })?;
        let what = ("Train one person in each team in the graded tool", "Named nurse", tracked::HEALTH);
        let action = tracked::act(file, made.id, group, what, today + Days::new(60))?;
        tracked::say(file, action, Stage::UnderWay, "Five of eight teams have somebody who is trained.", "")
    })
}

/// This year's: begun after it, with two forms back and a meeting to come.
pub(super) fn look_again(desk: &Desk, today: NaiveDate) -> Result<()> {
    desk.world.turn_to(days_before(today, 96));
    let due = today + Days::new(40);
    let id = desk.file(|file| {
        let earlier = case_audit::all(file.reader())?.first().map(|one| one.id);
        begun(file, AGAIN, earlier, ["C-21", "C-22"].as_slice(), due)
    })?;
    desk.world.turn_to(days_before(today, 80));
    desk.file(|file| forms(file, id, &[0, 3]))?;
    let sitting = Sitting { on: Some(today + Days::new(12)), ..Sitting::default() };
    desk.file(|file| {
        change(file, id, case_audit::SITTINGS, |tx, audit| case_audit::sittings(tx, audit, &[sitting]))?;
        let said = Discussed { voice: HEARD[0].to_owned(), ..Discussed::default() };
        change(file, id, case::DISCUSS, |tx, audit| {
            let first = case::of_audit(tx.reader(), id)?;
            first.first().map_or(Ok(()), |one| case::discuss(tx, audit, one, &said))
        })
    })
}

/// One change of an audit.
fn change(
    file: &mut AuditFile,
    id: CaseAuditId,
    operation: crate::store::Operation,
    with: impl FnOnce(&mut Tx<'_>, &CaseAudit) -> Result<()>,
) -> Result<()> {
    let audit = case_audit::load(file.reader(), id)?;
    file.transact(operation, &id.to_string(), |tx| with(tx, &audit))
}

fn begun(
    file: &mut AuditFile,
    title: &str,
    earlier: Option<CaseAuditId>,
    numbers: &[&str],
    due: NaiveDate,
) -> Result<CaseAuditId> {
    let tool =
        library::find(TOOL).ok_or_else(|| Error::fault("An audit tool of the sample does not ship."))?;
    let agencies: Vec<String> = AGENCIES.map(str::to_owned).to_vec();
    let focus = (1..).zip(FOCUS).map(|(number, one)| Focus {
        id: format!("f{number}"),
        name: one[0].to_owned(),
        look_for: one[1].to_owned(),
    });
    let begun = Begun { earlier, agencies, focus: focus.collect(), ..case_audit::from_tool(title, tool) };
    let id = file.transact(case_audit::BEGIN, title, |tx| case_audit::begin(tx, &begun))?;
    let today = file.world().today();
    let plan = Plan {
        asked_by: "Executive".to_owned(),
        why: "Neglect is the reason that is named most often in plans.".to_owned(),
        scope: "Open cases of the last twelve months; not those before a court.".to_owned(),
        lead: "Kit Instance".to_owned(),
        group: GROUP.to_owned(),
        begins: Some(today),
        forms_by: Some(today + Days::new(28)),
        due: Some(due),
        cases: u32::try_from(numbers.len()).unwrap_or(0),
        sittings: if earlier.is_some() { 1 } else { 2 },
        briefing: "Seven points".to_owned(),
    };
    change(file, id, case_audit::PLAN, |tx, audit| {
        case_audit::plan(tx, audit, title, &plan, (&audit.focus, &audit.agencies))
    })?;
    let numbers: Vec<String> = numbers.iter().map(|&one| one.to_owned()).collect();
    change(file, id, case::ADD, |tx, audit| case::add(tx, audit, &numbers).map(drop))?;
    Ok(id)
}

/// The forms of some agencies, as they were read.
fn forms(file: &mut AuditFile, id: CaseAuditId, agencies: &[usize]) -> Result<()> {
    let audit = case_audit::load(file.reader(), id)?;
    let cases = case::of_audit(file.reader(), id)?;
    for &agency in agencies {
        let said = cases.iter().enumerate().flat_map(|(at, case)| {
            let items = audit.items().into_iter().enumerate();
            let audit = &audit;
            items.map(move |(place, item)| noted(audit, (at, case), (place, item), agency))
        });
        let said: Vec<CaseNote> = said.collect();
        file.transact(note::FORMS, AGENCIES[agency], |tx| note::add(tx, id, &said).map(drop))?;
    }
    Ok(())
}

/// What an agency says of an item of a case.
fn noted(
    audit: &CaseAudit,
    (at, case): (usize, &AuditedCase),
    (place, item): (usize, Item),
    agency: usize,
) -> CaseNote {
    let graded = grade(audit, at, place + agency);
    let good = graded.as_ref().is_some_and(|code| ["outstanding", "good"].contains(&code.0.as_str()));
    let saw = match FOCUS.get(place) {
        Some(words) => words[if good { 2 } else { 4 } + (agency + at) % 2],
        None if item == Item::voice() => VOICES[agency],
        None => "",
    };
    CaseNote {
        case: case.number.clone(),
        grade: graded.filter(|_| item != Item::voice()),
        item,
        agency: AGENCIES[agency].to_owned(),
        author: AUTHORS[agency].to_owned(),
        saw: saw.to_owned(),
        good: String::new(),
        develop: String::new(),
        source: format!("Case-audit-form_{}.xlsx", agency + 1),
    }
}

/// Places of grades, the best first, case by case: the first is mixed, the second good, the third drifted.
const GRADES: [[usize; 5]; 3] = [[2, 1, 2, 2, 1], [1, 1, 0, 1, 1], [2, 1, 2, 3, 2]];

/// The grade of an agency, or at its turn of them all.
fn grade(audit: &CaseAudit, case: usize, turn: usize) -> Option<LevelCode> {
    audit.scale.get(GRADES[case % 3][turn % 5]).map(|level| level.code.clone())
}

/// The agencies meet twice, agree on each case and close it.
fn met(file: &mut AuditFile, id: CaseAuditId, days: [NaiveDate; 2]) -> Result<()> {
    let sittings = days.map(|on| Sitting { on: Some(on), held: true, attendance: came(on == days[1]) });
    change(file, id, case_audit::SITTINGS, |tx, audit| case_audit::sittings(tx, audit, &sittings))?;
    for (at, one) in case::of_audit(file.reader(), id)?.into_iter().enumerate() {
        change(file, id, case::DISCUSS, |tx, audit| case::discuss(tx, audit, &one, &discussed(audit, at)))?;
        change(file, id, case::CLOSE, |tx, audit| {
            case::close(tx, audit, &case::load(tx.reader(), id, one.id)?)
        })?;
    }
    Ok(())
}

/// At the second meeting the police were missing.
fn came(second: bool) -> Vec<Attendance> {
    let one = |(place, agency): (usize, &str)| {
        let away = second && place == 1;
        Attendance {
            agency: agency.to_owned(),
            presence: if away { Presence::Absent } else { Presence::Present },
            note: if away { "A trial was moved to that day.".to_owned() } else { AUTHORS[place].to_owned() },
        }
    };
    AGENCIES.into_iter().enumerate().map(one).collect()
}

fn discussed(audit: &CaseAudit, at: usize) -> Discussed {
    let agreed = audit.items().into_iter().enumerate().filter(|(_, item)| *item != Item::voice());
    let agreed = agreed.map(|(place, item)| {
        let differ = at == 2 && item == Item::whole();
        let dissent = Dissent {
            agency: AGENCIES[3].to_owned(),
            text: "From school it looked better than that: the child came every day.".to_owned(),
        };
        let one = Agreed {
            grade: grade(audit, at, place),
            reason: if item == Item::whole() {
                "What most of the areas come to.".to_owned()
            } else {
                String::new()
            },
            dissent: if differ { vec![dissent] } else { Vec::new() },
        };
        (item, one)
    });
    let agreed: BTreeMap<Item, Agreed> = agreed.collect();
    Discussed { voice: HEARD[at % 3].to_owned(), discussion: DISCUSSED[at % 3].to_owned(), agreed }
}

/// What was learnt, recommended and approved.
fn learnt(file: &mut AuditFile, id: CaseAuditId, round: RoundId) -> Result<()> {
    let points = LEARNT.map(|(kind, text, focus, agencies)| Point {
        kind,
        text: text.to_owned(),
        focus: format!("f{}", focus + 1),
        agencies: agencies.iter().map(|&one| AGENCIES[one].to_owned()).collect(),
    });
    change(file, id, case_audit::POINTS, |tx, audit| case_audit::points(tx, audit, &points))?;
    for (key, words) in TEXTS {
        change(file, id, case_audit::WORDS, |tx, audit| case_audit::words(tx, audit, key, words))?;
    }
    change(file, id, came_of::RECOMMEND, |tx, audit| came_of::recommend(tx, round, audit, RECOMMENDED))?;
    change(file, id, case_audit::APPROVE, |tx, audit| case_audit::approve(tx, audit, Some(GROUP)))?;
    change(file, id, case_audit::FINISH, case_audit::finish)
}

fn fed(file: &mut AuditFile, id: CaseAuditId, on: NaiveDate) -> Result<()> {
    for (place, how) in FED_BACK.into_iter().enumerate() {
        let said = FedBack {
            agency: AGENCIES[place].to_owned(),
            on,
            by: AUTHORS[place].to_owned(),
            how: how.to_owned(),
        };
        change(file, id, fed_back::SAY, |tx, audit| fed_back::say(tx, audit, &said))?;
    }
    Ok(())
}
