//! Papers of a session: what stands in them, and what never does.

use super::*;
use crate::analysis::table::ColumnKind;
use crate::report::Document;

fn meeting() -> Meeting {
    Meeting {
        partnership: "Sampleton Partnership".into(),
        round: "2026/27".into(),
        tool: "School audit".into(),
        setting: "Example Primary School".into(),
        on: "Tuesday 2 March 2027".into(),
        times: "10:00 to 11:30".into(),
        mode: "In person".into(),
        panel: vec![["Alex Sample".into(), "Police".into(), "Sergeant".into()]],
        theirs: vec![["Sam Example".into(), "Headteacher".into()]],
        enquiries: vec![
            ("All".into(), "What are you proud of?".into()),
            ("Police".into(), "How do you hear of incidents?".into()),
        ],
        today: "1 February 2027".into(),
        ..Meeting::default()
    }
}

fn words(document: &Document) -> String {
    serde_json::to_string(document).expect("json")
}

#[test]
fn every_paper_says_that_an_immediate_concern_goes_the_normal_way() {
    let papers = [
        invitation(&meeting()),
        pack(&meeting(), &Pack::default()),
        note_form(&meeting(), "Alex Sample", "Police", &[]),
        letter(&meeting(), To::Head, &Afterwards::default()),
    ];
    for paper in papers {
        assert!(words(&paper).contains("normal referral route now"), "{}", paper.title);
    }
}

#[test]
fn a_letter_keeps_both_ratings_and_asks_whether_it_is_accurate() {
    let said = Afterwards {
        ratings: vec![["A1 Policy".into(), "Met".into(), "Partly".into(), "It is of 2023.".into()]],
        comments_by: "16 March 2027".into(),
        feedback: "Feedback.xlsx".into(),
        ..Afterwards::default()
    };
    let text = words(&letter(&meeting(), To::Chair, &said));
    for part in ["Dear chair", "Your own rating stays as it is", "by 16 March 2027", "Feedback.xlsx"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn a_note_form_on_paper_has_ticks_and_room_to_write() {
    let line = OutLine {
        number: "A1".into(),
        text: "Policy".into(),
        levels: vec!["Met".into(), "Partly met".into()],
        ..OutLine::default()
    };
    let form = note_form(&meeting(), "Alex Sample", "Police", &[line]);
    let tables: Vec<_> = form
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None })
        .collect();
    assert_eq!(tables.len(), 2, "questions, and lines of enquiry");
    assert_eq!(tables[0].rows[0][3].text, "\u{2610}\u{a0}Met\n\u{2610}\u{a0}Partly\u{a0}met");
    assert_eq!(tables[0].columns[3].kind, ColumnKind::Short, "no choice is torn");
    assert_eq!(tables[0].rows[1][1].text, "On the whole");
    for row in tables.iter().flat_map(|table| &table.rows) {
        let room = &row[row.len() - 1].text;
        assert!(room.lines().count() >= 3 && room.trim().is_empty(), "there is room to write");
    }
}

#[test]
fn an_organisation_has_a_chief_officer_and_a_board_and_is_thanked_for_what_it_sent() {
    let organisation =
        Meeting { run: Run::Organisation, contact: "Sam Sample, 01632 960101".into(), ..meeting() };
    for to in [To::Head, To::Chair] {
        let text = words(&letter(&organisation, to, &Afterwards::default()));
        assert!(text.contains("chief officer") && text.contains("chair of the board"), "{text}");
        assert!(!text.contains("governors") && !text.contains("headteacher"), "{text}");
    }
    let text = words(&invitation(&organisation));
    assert!(text.contains("taking part in") && !text.contains("headteacher"), "{text}");
    assert!(text.contains("Questions: Sam Sample, 01632 960101"), "whom to tell is said");
    let setting = Meeting { run: Run::EarlyYears, ..meeting() };
    for to in [To::Head, To::Chair] {
        let text = words(&letter(&setting, to, &Afterwards::default()));
        assert!(text.contains("manager") && text.contains("registered person"), "{text}");
        assert!(!text.contains("chief officer") && !text.contains("chair"), "{text}");
    }
    assert!(words(&invitation(&setting)).contains("the manager and whoever answers for the setting"));
    let returned = Meeting { returned: true, ..meeting() };
    assert!(words(&invitation(&returned)).contains("your return in 2026/27"));
}

#[test]
fn a_pack_shortens_long_texts_and_says_so() {
    let long = "word ".repeat(200);
    let pack_of = Pack {
        standards: vec![StandardLine {
            title: "A Leadership".into(),
            met: (3, 4),
            ..StandardLine::default()
        }],
        areas: (0..20).map(|at| (format!("A{at}"), long.clone())).collect(),
        ..Pack::default()
    };
    let text = words(&pack(&meeting(), &pack_of));
    assert_eq!(text.matches("more in the return").count(), 8);
    assert!(text.contains("3 of 4") && text.contains("no earlier figure"));
}
