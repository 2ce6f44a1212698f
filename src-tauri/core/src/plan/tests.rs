//! The plan from a recommendation to a closed action, its colours, its snapshots and the replies of agencies.

use std::sync::Arc;

use chrono::NaiveDate;

use super::action::{self, Action, ActionTyped, Stage, Visibility};
use super::matter::{self, Level, MatterTyped};
use super::meeting::{self, MeetingTyped};
use super::progress;
use super::rag::{Rag, follow_up};
use super::recommendation::{self, RecommendationTyped, Source, Stance};
use super::standing::standing;
use super::*;
use crate::partnership::group::{self, GroupKind, GroupTyped};
use crate::round::{self, NewRound, RoundId};
use crate::store::{AuditFile, FileKind};
use crate::template::library;
use crate::world::FixedWorld;

pub(super) struct Ground {
    _folder: tempfile::TempDir,
    pub(super) world: Arc<FixedWorld>,
    pub(super) file: AuditFile,
    round: RoundId,
}

pub(super) fn ground() -> Ground {
    let folder = tempfile::tempdir().expect("a folder");
    let world = Arc::new(FixedWorld::new("2026-11-21T12:00:00Z".parse().expect("a time"), 3));
    let path = folder.path().join("p.attest");
    let mut file = AuditFile::create(&path, FileKind::Partnership, world.clone()).expect("created");
    let template = library::find("school@2025.1").expect("it ships");
    let new = NewRound { label: "2026/27".into(), ..NewRound::default() };
    let round = file.transact(round::CREATE, "", |tx| round::create(tx, template, &new)).expect("a round");
    Ground { _folder: folder, world, file, round }
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(super) fn recommended(stance: Stance, reason: &str) -> RecommendationTyped {
    let text = "Give every setting a session on online harm.".to_owned();
    RecommendationTyped {
        text,
        source: Source::Panel,
        theme: String::new(),
        stance,
        reason: reason.to_owned(),
    }
}

pub(super) fn planned(due: Option<&str>) -> ActionTyped {
    ActionTyped {
        title: "Hold three sessions".to_owned(),
        owner: "Training lead".to_owned(),
        agency: "Health".to_owned(),
        groups: Vec::new(),
        visibility: Visibility::Internal,
        due: due.map(day),
        rag: None,
        rag_reason: String::new(),
    }
}

impl Ground {
    pub(super) fn recommend(&mut self, typed: &RecommendationTyped) -> Result<RecommendationId> {
        let round = self.round;
        self.file.transact(recommendation::SAVE, "", |tx| recommendation::save(tx, round, None, typed))
    }

    pub(super) fn act(&mut self, of: RecommendationId, typed: &ActionTyped) -> Result<ActionId> {
        self.file.transact(action::SAVE, "", |tx| action::save(tx, of, None, typed))
    }

    pub(super) fn go(&mut self, id: ActionId, stage: Stage, impact: &str) -> Result<()> {
        self.file.transact(progress::UPDATE, "", |tx| progress::update(tx, id, stage, "Said.", impact))
    }

    pub(super) fn action(&self, id: ActionId) -> Action {
        action::load(self.file.reader(), id).expect("there")
    }

    pub(super) fn meeting(&mut self, on: &str) -> MeetingId {
        let typed = GroupTyped {
            kind: GroupKind::Subgroup,
            name: format!("Example Subgroup {on}"),
            chair: String::new(),
            from: None,
            to: None,
        };
        self.file.transact(group::SAVE, "", |tx| group::save(tx, None, &typed)).expect("a group");
        let group = group::all(self.file.reader()).expect("read")[0].id;
        let typed = MeetingTyped { group, on: day(on), agenda: "The plan".to_owned() };
        self.file.transact(meeting::SAVE, "", |tx| meeting::save(tx, None, &typed)).expect("a meeting")
    }
}

#[test]
fn what_is_not_accepted_has_a_reason_and_no_actions() {
    let mut ground = ground();
    let refused = ground.recommend(&recommended(Stance::NotAccepted, " ")).expect_err("no reason");
    assert!(refused.message.contains("reason"), "{}", refused.message);
    let id = ground.recommend(&recommended(Stance::NotAccepted, "Another group does it.")).expect("kept");
    assert!(ground.act(id, &planned(None)).expect_err("not accepted").message.contains("accepted"));
    let yes = ground.recommend(&recommended(Stance::Accepted, "")).expect("kept");
    ground.act(yes, &planned(None)).expect("an action");
    ground.act(yes, &planned(None)).expect("and another");
    let remove = |ground: &mut Ground, id| {
        ground.file.transact(recommendation::REMOVE, "", |tx| recommendation::remove(tx, id))
    };
    assert!(remove(&mut ground, yes).expect_err("it has actions").message.contains("stays"));
    let no = recommended(Stance::NotAccepted, "Not now.");
    let round = ground.round;
    let turned =
        ground.file.transact(recommendation::SAVE, "", |tx| recommendation::save(tx, round, Some(yes), &no));
    assert!(turned.expect_err("it has actions").message.contains("stays accepted"));
    remove(&mut ground, id).expect("taken out");
    let third = ground.recommend(&recommended(Stance::Waiting, "")).expect("kept");
    let number = recommendation::load(ground.file.reader(), third).expect("there").number;
    assert_eq!(number, 3, "a number is given once");
}

#[test]
fn an_action_is_closed_by_the_chain_with_its_difference_and_followed_up_after_six_months() {
    let mut ground = ground();
    let of = ground.recommend(&recommended(Stance::Accepted, "")).expect("kept");
    let id = ground.act(of, &planned(Some("2026-12-31"))).expect("an action");
    assert!(ground.go(id, Stage::Closed, "All held").is_err(), "not done yet");
    assert!(ground.go(id, Stage::Dropped, "").is_err(), "no reason");
    ground.go(id, Stage::UnderWay, "").expect("begun");
    ground.go(id, Stage::Done, "").expect("done");
    assert!(ground.go(id, Stage::Closed, " ").is_err(), "no difference said");
    ground.go(id, Stage::Closed, "Nine of ten say that they know whom to ask.").expect("closed");
    let closed = ground.action(id);
    assert_eq!((closed.ended, closed.follow_up), (Some(day("2026-11-21")), Some(day("2027-05-21"))));
    assert!(!closed.wants_follow_up(day("2027-05-20")) && closed.wants_follow_up(day("2027-05-21")));
    assert_eq!(closed.updates.len(), 3);
    ground.go(id, Stage::Closed, "It still holds.").expect("followed up");
    let seen = ground.action(id);
    assert_eq!(
        (seen.followed_up.as_str(), seen.wants_follow_up(day("2027-06-01"))),
        ("It still holds.", false)
    );
    assert!(seen.impact.starts_with("Nine of ten"));
    assert_eq!(follow_up(day("2026-08-31")), day("2027-02-28"));
}

#[test]
fn a_colour_is_worked_out_and_a_person_may_say_otherwise_with_a_reason() {
    let mut ground = ground();
    let of = ground.recommend(&recommended(Stance::Accepted, "")).expect("kept");
    let colour = |ground: &mut Ground, due: Option<&str>| {
        let id = ground.act(of, &planned(due)).expect("an action");
        Rag::shown(&ground.action(id), day("2026-11-21"))
    };
    assert_eq!(colour(&mut ground, Some("2026-11-20")), Rag::Red);
    assert_eq!(colour(&mut ground, Some("2026-11-21")), Rag::Amber, "due means until the end of the day");
    assert_eq!(colour(&mut ground, Some("2026-12-20")), Rag::Green);
    assert_eq!(colour(&mut ground, None), Rag::Amber);
    let mut said = planned(Some("2026-11-20"));
    said.rag = Some(Rag::Amber);
    assert!(ground.act(of, &said).is_err(), "no reason");
    said.rag_reason = "The venue is booked for next week.".to_owned();
    let id = ground.act(of, &said).expect("an action");
    assert_eq!(Rag::shown(&ground.action(id), day("2026-11-21")), Rag::Amber);
    assert_eq!(Rag::worked_out(&ground.action(id), day("2026-11-21")), Rag::Red);
    ground.go(id, Stage::Dropped, "Overtaken.").expect("dropped");
    assert_eq!(Rag::shown(&ground.action(id), day("2026-11-21")), Rag::Grey);
}

#[test]
fn a_meeting_keeps_the_plan_as_it_stood() {
    let mut ground = ground();
    let of = ground.recommend(&recommended(Stance::Accepted, "")).expect("kept");
    let id = ground.act(of, &planned(Some("2026-11-20"))).expect("an action");
    let meeting = ground.meeting("2026-11-21");
    let hold = |ground: &mut Ground| ground.file.transact(meeting::HOLD, "", |tx| meeting::hold(tx, meeting));
    hold(&mut ground).expect("held");
    assert!(hold(&mut ground).is_err(), "once");
    ground.go(id, Stage::Done, "").expect("done");
    let kept = meeting::load(ground.file.reader(), meeting).expect("there").snapshot.expect("a snapshot");
    let stood = &kept.actions[0];
    assert_eq!(kept.written, day("2026-11-21"));
    assert_eq!((stood.stage, stood.rag, stood.reference.as_str()), (Stage::NotBegun, Rag::Red, "A1"));
    let now = standing(ground.file.reader(), day("2026-11-21")).expect("read");
    assert_eq!(now[0].stage, Stage::Done);
    let later = ground.meeting("2026-11-22");
    let hold = |ground: &mut Ground| ground.file.transact(meeting::HOLD, "", |tx| meeting::hold(tx, later));
    assert!(hold(&mut ground).expect_err("tomorrow").message.contains("not come yet"));
    let last = |before: &str| {
        let last = meeting::last_held(ground.file.reader(), day(before)).expect("read");
        last.map(|one| one.id)
    };
    assert_eq!((last("2026-11-21"), last("2026-11-22")), (None, Some(meeting)));
    let remove =
        |ground: &mut Ground, id| ground.file.transact(meeting::REMOVE, "", |tx| meeting::remove(tx, id));
    assert!(remove(&mut ground, meeting).is_err(), "it was held");
    remove(&mut ground, later).expect("taken out");
}

#[test]
fn a_challenge_goes_to_somebody_an_escalation_to_a_level_and_each_has_its_reply() {
    let mut ground = ground();
    let of = ground.recommend(&recommended(Stance::Accepted, "")).expect("kept");
    let id = ground.act(of, &planned(Some("2026-11-20"))).expect("an action");
    let meeting = ground.meeting("2026-11-21");
    let put = |ground: &mut Ground, kind, (to, level): (&str, Option<Level>), reply: &str| {
        let typed = MatterTyped {
            meeting,
            action: Some(id),
            kind,
            level,
            text: "Why is it late?".to_owned(),
            to: to.to_owned(),
            due: Some(day("2026-11-20")),
            reply: reply.to_owned(),
            replied_on: None,
        };
        ground.file.transact(matter::MATTER, "", |tx| matter::put(tx, None, &typed))
    };
    assert!(put(&mut ground, MatterKind::Challenge, ("", None), "").is_err(), "to nobody");
    assert!(put(&mut ground, MatterKind::Escalation, ("Chair", None), "").is_err(), "to no level");
    put(&mut ground, MatterKind::Escalation, ("", Some(Level::Executive)), "").expect("kept");
    put(&mut ground, MatterKind::Challenge, ("Health", Some(Level::Chairs)), "Staff were ill.")
        .expect("kept");
    put(&mut ground, MatterKind::GoodPractice, ("", None), "").expect("kept");
    let matters = matter::all(ground.file.reader()).expect("read");
    let told: Vec<(String, bool)> =
        matters.iter().map(|it| (it.goes_to(), it.is_overdue(day("2026-11-21")))).collect();
    assert_eq!(told, [("Executive".to_owned(), true), ("Health".to_owned(), false), (String::new(), true)]);
    assert_eq!(matters[1].said.replied_on, Some(day("2026-11-21")));
    assert!(matters[1].is_open(day("2026-11-20")), "it had not come the day before");
    let remove = ground.file.transact(action::REMOVE, "", |tx| action::remove(tx, id));
    assert!(remove.expect_err("a meeting spoke of it").message.contains("stays"));
}

#[test]
fn a_theme_is_known_by_its_words_over_the_rounds() {
    let mut ground = ground();
    let mut typed = recommended(Stance::Waiting, "");
    typed.theme = "Online harm".to_owned();
    ground.recommend(&typed).expect("kept");
    let template = library::find("school@2025.1").expect("it ships");
    let new = NewRound { label: "2027/28".into(), ..NewRound::default() };
    ground.world.pass(60);
    ground.round =
        ground.file.transact(round::CREATE, "", |tx| round::create(tx, template, &new)).expect("a round");
    typed.theme = "online  HARM".to_owned();
    ground.recommend(&typed).expect("kept");
    typed.theme = "Attendance".to_owned();
    ground.recommend(&typed).expect("kept");
    let raised = raised::all(ground.file.reader()).expect("read");
    let told: Vec<(&str, bool, Vec<&str>)> = raised
        .iter()
        .map(|one| {
            let rounds = one.rounds.iter().map(|it| it.round.as_str()).collect();
            (one.name.as_str(), one.comes_again(), rounds)
        })
        .collect();
    assert_eq!(
        told,
        [("Online harm", true, vec!["2026/27", "2027/28"]), ("Attendance", false, vec!["2027/28"])]
    );
    assert_eq!(raised[0].rounds[1].recommendations, ["R2"]);
}
