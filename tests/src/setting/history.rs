//! The history as a person reads it: whose answer, which question, before and after in words; page by page.

use serde_json::{Value, json};

use super::desk::Desk;

fn lines(desk: &Desk) -> Vec<Value> {
    desk.told("file.history", json!({})).as_array().expect("lines").clone()
}

fn change(what: &str, before: &str, after: &str) -> Value {
    json!({"what": what, "before": before, "after": after})
}

#[test]
fn an_answer_s_steps_are_told_in_words() {
    let desk = Desk::begun();
    desk.rate("school.a1", "met");
    desk.rate("school.a1", "partly");
    desk.write("school.a1", "note", "Minutes");
    desk.told("file.undo", json!({}));
    desk.told("home.facts", json!({"facts": {"boarding": "yes"}}));
    desk.told("home.dates", json!({"governors": "2027-01-20", "due": "2027-02-01"}));
    let lines = lines(&desk);
    let done: Vec<&str> = lines.iter().map(|line| line["done"].as_str().expect("words")).collect();
    let expected =
        ["Dates", "Facts about the setting", "Text, undone", "Text", "Rating", "Rating", "Audit begun"];
    assert_eq!(done, expected);
    assert_eq!(
        lines[0]["changes"],
        json!([change("Governors\u{2019} meeting", "14 January 2027", "20 January 2027")])
    );
    let fact = lines[1]["changes"][0]["what"].as_str().expect("the question of the fact");
    assert!(fact.to_lowercase().contains("board"), "{fact}");
    assert_eq!(lines[2]["changes"], json!([change("Evidence and commentary", "Minutes", "")]));
    assert_eq!((&lines[3]["number"], &lines[3]["undone"]), (&json!("A1"), &json!(true)));
    assert_eq!(lines[4]["changes"], json!([change("Answer", "Met", "Partly met")]));
    assert_eq!(lines[5]["changes"], json!([change("Answer", "", "Met")]));
    for line in &lines[1..6] {
        assert_eq!(line["setting"], "Example Primary School");
    }
}

#[test]
fn evidence_and_actions_are_told_by_their_titles() {
    let desk = Desk::begun();
    let item = json!({"title": "Policy", "place": "Office", "owner": "", "questions": ["school.a1"]});
    let listed = desk.told("evidence.save", item);
    let id = listed["items"][0]["id"].clone();
    desk.told("evidence.unlink", json!({"id": id, "question": "school.a1"}));
    desk.told("evidence.retire", json!({"id": id}));
    let lines = lines(&desk);
    assert_eq!(lines[0]["done"], "Evidence no longer used");
    assert_eq!(lines[0]["text"], "Policy");
    assert_eq!(lines[0]["changes"], json!([change("No longer used since", "", "11 January 2027")]));
    assert_eq!(
        (&lines[1]["number"], &lines[1]["done"]),
        (&json!("A1"), &json!("Evidence taken from an answer"))
    );
    assert_eq!(lines[1]["changes"], json!([change("Evidence behind the answer", "Policy", "")]));
    assert!(lines[2]["changes"].as_array().is_some_and(|all| all.contains(&change(
        "Where it is kept",
        "",
        "Office"
    ))));
    assert_eq!(lines[2]["setting"], "Example Primary School");
}

#[test]
fn a_long_history_comes_in_pages_and_a_long_text_is_cut() {
    let desk = Desk::begun();
    desk.write("school.a1", "note", &"x".repeat(2_000));
    let long = lines(&desk)[0]["changes"][0]["after"].as_str().expect("a text").chars().count();
    assert_eq!(long, 401);
    desk.session
        .audit(|file, id| {
            for turn in 0..230 {
                let level = if turn % 2 == 0 { "met" } else { "partly" };
                attest::submission::answer::rate(file, id, &"school.a2".into(), Some(level))?;
            }
            Ok(())
        })
        .expect("rated");
    let first = lines(&desk);
    assert_eq!(first.len(), 200);
    let rest = desk.told("file.history", json!({"before_seq": first[199]["seq"]}));
    let rest = rest.as_array().expect("lines");
    assert_eq!((rest.len(), &rest[31]["done"]), (32, &json!("Audit begun")));
    assert_eq!(rest[0]["seq"].as_u64().map(|seq| seq + 1), first[199]["seq"].as_u64());
}
