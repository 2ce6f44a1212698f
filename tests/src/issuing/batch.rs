//! One workbook for each setting: named, numbered, written once, gone on with, and taken in again by its number.

use std::path::Path;

use attest::issue::{self, Answers, Whom};
use attest::progress::Progress;
use attest::workbook::{InProcess, Reads, Return};
use serde_json::{Value, json};

use super::ground::{files, issue, issue_to, school, seat};
use crate::gateway::seat::Seat;

fn read(path: &Path) -> Return {
    let bytes = std::fs::read(path).expect("a file");
    InProcess
        .read("issued.xlsx", &bytes, &attest::workbook::Templates::default())
        .expect("a return")
        .value
        .returned
}

fn identity(seat: &Seat, folder: &str, start: &str) -> attest::workbook::Identity {
    let name = files(seat, folder).into_iter().find(|name| name.starts_with(start)).expect("issued");
    read(&seat.path(folder).join(name)).identity
}

#[test]
fn everybody_asked_gets_a_workbook_with_a_sheet_and_a_covering_text() {
    let seat = seat();
    let job = issue(&seat, "out");
    assert_eq!(job["state"], "done", "{job}");
    assert!(job["message"].as_str().is_some_and(|said| said.contains("Nothing was sent")), "{job}");
    let names = files(&seat, "out");
    assert_eq!(
        names,
        [
            "100001_Example-Primary-School_2026-27.xlsx",
            "100002_Sampleton-High_2026-27.xlsx",
            "100003_St-Zoes-C-E-Junior_2026-27.xlsx",
            "Covering-text_2026-27.docx",
            "Covering-text_2026-27.html",
            "Mail-merge_2026-27.csv",
            "Mail-merge_2026-27.xlsx",
            "Plain-Nursery_2026-27.xlsx",
        ]
    );
    let one = read(&seat.path("out").join(&names[0]));
    assert_eq!((one.setting.as_str(), one.identity.revision), ("Example Primary School", 1));
    assert_eq!(one.calendar.due.map(|due| due.to_string()).as_deref(), Some("2026-12-18"));
    assert!(one.identity.issue.is_some() && !one.identity.submission.is_nil());
    let csv = std::fs::read_to_string(seat.path("out/Mail-merge_2026-27.csv")).expect("a sheet");
    assert!(csv.contains("\"Friday 18 December 2026\"") && csv.contains(&names[2]), "{csv}");
    let view = seat.done("issue.show", json!({}));
    assert_eq!((&view["issued"], &view["expected"]), (&json!(4), &json!(4)));
}

#[test]
fn a_template_that_nobody_reviewed_is_asked_about_first() {
    let seat = seat();
    let failure = seat.refused("issue.write", json!({ "whom": "not_yet", "answers": "blank" }));
    assert!(failure.message.contains("not been reviewed"), "{}", failure.message);
}

#[test]
fn a_second_run_writes_only_to_those_who_have_none_and_undo_stops_before_it() {
    let seat = seat();
    issue(&seat, "out");
    let first = identity(&seat, "out", "100001");
    seat.done("register.add", json!({
        "name": "New School", "kind": "school", "phase": "", "status": "", "locality": "", "identifiers": { "urn": "100009" },
    }));
    issue(&seat, "second");
    assert_eq!(files(&seat, "second").iter().filter(|name| name.starts_with("1000")).count(), 1);
    assert_eq!(identity(&seat, "out", "100001"), first);
    assert_eq!(
        seat.call("issue.show", json!({})).ok().and_then(|reply| reply.file).and_then(|file| file.undo),
        None
    );
    seat.next_dialog("second");
    seat.done("issue.write", json!({ "whom": "not_yet", "answers": "blank", "understood": "unreviewed" }));
    let job = seat.ended();
    assert!(job["message"].as_str().is_some_and(|said| said.contains("already")), "{job}");
}

#[test]
fn once_more_to_one_is_the_same_issue_and_return_in_a_new_export() {
    let seat = seat();
    issue(&seat, "out");
    let first = identity(&seat, "out", "100002");
    issue_to(&seat, "again", json!({ "whom": "these", "settings": [school(&seat, "Sampleton High")] }));
    let again = identity(&seat, "again", "100002");
    assert_eq!((first.issue, first.submission), (again.issue, again.submission));
    assert_eq!((first.revision, again.revision), (1, 2));
    assert_ne!(first.export, again.export);
    assert_eq!(files(&seat, "again").iter().filter(|name| name.starts_with("1000")).count(), 1);
}

#[test]
fn a_run_that_failed_half_way_goes_on_under_the_same_numbers() {
    let seat = seat();
    std::fs::create_dir_all(seat.path("out")).expect("made");
    let planned = seat
        .session
        .file(|file| {
            let round = seat.session.round(file)?;
            file.transact(issue::BEGIN, "", |tx| {
                issue::begin(tx, &round, &Whom::NotYet, Answers::Blank, "out")
            })
        })
        .expect("planned");
    let round = seat.session.file(|file| seat.session.round(file)).expect("a round");
    let (stop, folder) = (planned[2].name.clone(), seat.path("out"));
    let put = |name: &str, bytes: &[u8]| {
        if name == stop {
            return Err(attest::error::Error::input("The disk is full."));
        }
        std::fs::write(folder.join(name), bytes).map_err(|_| attest::error::Error::input("not written"))
    };
    let failed = issue::run(&seat.session, &round, &planned, &Progress::default(), &put);
    assert!(failed.is_err());
    let view = seat.done("issue.show", json!({}));
    assert_eq!((&view["issued"], &view["waiting"]), (&json!(3), &json!(1)));
    assert_eq!(issue(&seat, "out")["state"], "done");
    let late = read(&seat.path("out").join(&stop)).identity;
    assert_eq!((late.export, late.submission), (planned[2].export, planned[2].submission));
    assert_eq!(seat.done("issue.show", json!({}))["waiting"], json!(0));
}

#[test]
fn what_was_issued_is_known_by_its_number_when_it_comes_back() {
    let seat = seat();
    issue(&seat, "out");
    std::fs::create_dir_all(seat.path("in")).expect("made");
    let name = "100003_St-Zoes-C-E-Junior_2026-27.xlsx";
    std::fs::copy(seat.path("out").join(name), seat.path("in/return.xlsx")).expect("copied");
    seat.next_dialog("in");
    seat.done("intake.folder", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    let intake = seat.done("intake.latest", json!({}));
    assert_eq!(intake["lines"][0]["setting"], "St Zoë’s C/E Junior", "{intake}");
}

/// The text of the column in which last round's answers stand.
fn last_round(path: &Path) -> Vec<String> {
    let bytes = std::fs::read(path).expect("a file");
    let book = InProcess.book("issued.xlsx", &bytes).expect("a workbook").value;
    let rows = book.sheets.iter().flat_map(|sheet| sheet.rows.iter());
    let cells = rows.flat_map(|(_, row)| row.iter());
    cells.map(|(_, cell)| cell.text()).filter(|text| text.starts_with("2026/27:")).collect()
}

#[test]
fn last_rounds_answers_stand_beside_the_cells_if_wanted() {
    let seat = Seat::new();
    let accepted = crate::gateway::seat::new_school();
    crate::gateway::accepted(&seat);
    let setting = seat.done("round.show", json!({}))["settings"][0]["setting"].clone();
    assert_eq!(accepted["name"], "Example Primary School");
    next_round(&seat, &setting);
    let preview = seat.done("issue.preview", json!({ "setting": setting, "answers": "carried" }));
    assert_eq!((&preview["earlier"], &preview["carried"]), (&json!("2026/27"), &json!(1)), "{preview}");
    issue(&seat, "out");
    let name = &files(&seat, "out")[0];
    assert_eq!(last_round(&seat.path("out").join(name)).len(), 1);
    assert!(read(&seat.path("out").join(name)).answers.iter().all(|answer| answer.value.is_none()));
}

/// Begins another round in the open file, with a school on its register.
fn next_round(seat: &Seat, setting: &Value) {
    use attest::round::{self, NewRound, register};
    let setting: attest::setting::SettingId = serde_json::from_value(setting.clone()).expect("an id");
    let template = attest::template::library::find("school@2025.1").expect("it ships");
    let new = NewRound { label: "2028/29".into(), ..NewRound::default() };
    seat.world.pass(60);
    seat.session
        .file(|file| {
            file.transact(round::CREATE, "", |tx| {
                let round = round::create(tx, template, &new)?;
                register::expect(tx, round, setting)
            })
        })
        .expect("a round");
}
