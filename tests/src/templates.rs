//! Templates at the gateway: opened, tried out, compared, made into a partnership's own version, begun with.

use serde_json::{Value, json};

use crate::gateway::seat::{Seat, new_setting};

const SCHOOL: &str = "school@2025.1";
const PREVIEW: &str = "school@2026.0";

fn questions(sheet: &Value) -> Vec<&Value> {
    let standards = sheet["standards"].as_array().expect("standards");
    standards.iter().flat_map(|standard| standard["questions"].as_array().expect("questions")).collect()
}

#[test]
fn a_template_is_read_tried_out_and_compared_without_a_file() {
    let seat = Seat::new();
    let sheet = seat.done("template.show", json!({ "key": SCHOOL }));
    assert!(sheet["figures"]["questions"].as_u64().is_some_and(|count| count > 126) && sheet["own"] == false);
    let asked = |facts: Value| {
        let tried = seat.done("template.try_out", json!({ "key": SCHOOL, "facts": facts }));
        tried["asked"].as_array().expect("questions").len()
    };
    assert!(asked(json!({ "boarding": "yes" })) > asked(json!({ "boarding": "no" })));
    let tried = json!({ "key": SCHOOL, "answers": { "school.c14": "2099-01-01" } });
    let remarks = seat.done("template.try_out", tried)["remarks"].to_string();
    assert!(remarks.contains("date_in_future"), "{remarks}");
    let compared = seat.done("template.compare", json!({ "earlier": SCHOOL, "now": PREVIEW }));
    assert_eq!(compared["told"], true);
    for change in ["same", "reworded", "split", "merged", "new", "dropped"] {
        let rows = compared["rows"].as_array().expect("rows");
        assert!(rows.iter().any(|row| row["change"] == change), "no question is {change}");
    }
    assert!(seat.refused("template.show", json!({ "key": "school@1" })).message.contains("school@1"));
}

#[test]
fn an_edited_workbook_becomes_a_version_of_the_partnerships_own() {
    let seat = Seat::new();
    seat.next_dialog("school.xlsx");
    seat.done("template.save", json!({ "key": SCHOOL, "form": "workbook" }));
    seat.next_dialog("school.xlsx");
    let adopted = seat.done("template.adopt", json!({ "base": SCHOOL, "partnership": "sampleton" }));
    let key = adopted["sheet"]["choice"]["key"].as_str().expect("a version").to_owned();
    assert_eq!(key, "school@2025.1.sampleton");
    let compared = seat.done("template.compare", json!({ "earlier": SCHOOL, "now": key }));
    let row = |row: &Value| {
        let ids = |side: &str| {
            row[side].as_array().expect("ids").iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
        };
        json!({ "change": row["change"], "from": ids("from"), "to": ids("to"), "note": "" })
    };
    let mut rows: Vec<Value> = compared["rows"].as_array().expect("rows").iter().map(row).collect();
    rows[0]["change"] = json!("reworded");
    rows[0]["note"] = json!("Said more plainly.");
    let confirmed = seat.done("template.confirm", json!({ "key": key, "rows": rows }));
    assert!(confirmed["sheet"].is_object(), "{confirmed}");
    let again = seat.done("template.compare", json!({ "earlier": SCHOOL, "now": key }));
    assert!(again["told"] == true && again["rows"][0]["change"] == "reworded");
    rows.remove(0);
    let unsaid = seat.done("template.confirm", json!({ "key": key, "rows": rows }));
    assert!(unsaid["sheet"].is_null() && unsaid["problems"].to_string().contains("says nothing of question"));
    seat.next_dialog("own.toml");
    seat.done("template.save", json!({ "key": key, "form": "text" }));
    let own = seat.beside("Sam Sample");
    own.next_dialog("own.toml");
    assert_eq!(own.done("template.open", json!({}))["sheet"]["own"], true);
    own.next_dialog("begun.attest");
    let mut new = new_setting();
    new["template"] = json!(key);
    assert!(!own.done("start.new_setting", new).is_null(), "an audit is begun with what was opened");
}

#[test]
fn a_faulty_file_is_said_with_every_fault_and_changes_nothing() {
    let seat = Seat::new();
    let before = seat.done("template.list", json!({}));
    let text = include_str!("../../audit-templates/school-2025.1.toml").replacen("duty = ", "dty = ", 2);
    std::fs::write(seat.path("faulty.toml"), text).expect("written");
    std::fs::write(seat.path("letter.xlsx"), b"Dear all").expect("written");
    std::fs::write(
        seat.path("edited.toml"),
        include_str!("../../audit-templates/school-2025.1.toml").replacen("title = \"", "title = \"Our ", 1),
    )
    .expect("written");
    seat.next_dialog("faulty.toml");
    let opened = seat.done("template.open", json!({}));
    assert!(
        opened["sheet"].is_null() && opened["problems"].as_array().is_some_and(|it| it.len() == 4),
        "{opened}"
    );
    for (file, said) in [
        ("letter.xlsx", "not an Excel"),
        ("gone.toml", "could not be read"),
        ("edited.toml", "ships with Attest"),
    ] {
        seat.next_dialog(file);
        let failure = seat.refused("template.open", json!({}));
        assert!(failure.message.contains(said) && !failure.hint.is_empty(), "{}", failure.message);
    }
    assert_eq!(seat.done("template.open", json!({})), Value::Null, "a dismissed dialog is nothing");
    assert_eq!(seat.done("template.list", json!({})), before);
}

#[test]
fn a_preview_is_never_begun_unawares_and_another_scale_can_be_chosen() {
    let seat = Seat::new();
    let mut new = new_setting();
    new["template"] = json!(PREVIEW);
    let failure = seat.refused("start.new_setting", new.clone());
    assert!(failure.message.contains("preview"), "{}", failure.message);
    new["understood"] = json!("preview");
    seat.next_dialog("preview.attest");
    assert!(!seat.done("start.new_setting", new).is_null());
    let sheet = seat.done("template.show", json!({ "key": SCHOOL }));
    let scale = sheet["scales"].as_array().expect("scales").iter().find(|it| it["instead_of"].is_string());
    let scale = scale.expect("the school form offers another scale");
    let mut new = new_setting();
    new["scale"] = scale["id"].clone();
    seat.next_dialog("scale.attest");
    let home = seat.done("start.new_setting", new);
    assert_eq!(home["template"]["key"], format!("{SCHOOL}.{}", scale["id"].as_str().expect("an id")));
    assert_eq!(questions(&sheet).len() as u64, home["template"]["questions"].as_u64().expect("a count"));
}
