//! The audit programme: what is planned, beside what stands in the file, over all kinds.

use serde_json::{Value, json};

use super::ground::{planned, printed};

fn lines(view: &Value) -> Vec<(String, String)> {
    let word = |line: &Value, field: &str| line[field].as_str().unwrap_or_default().to_owned();
    view["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| (word(line, "title"), word(line, "stands")))
        .collect()
}

#[test]
fn what_is_planned_stands_beside_what_became_of_it() {
    let (seat, audit) = planned();
    let year = json!({ "from": "2026-09-01" });
    let view = seat.done("programme.show", year.clone());
    let loose =
        view["loose"].as_array().expect("a list").iter().filter(|one| one["kind"] == "case_audit").count();
    assert_eq!(loose, 1, "the audit is in no entry yet");
    let entry = |title: &str, kind: &str, on: &str, became: Value| json!({ "said": { "kind": kind, "title": title, "on": on, "lead": "Quality lead", "became": became } });
    seat.done("programme.save", entry("Neglect", "case_audit", "2026-12-01", audit.clone()));
    let mut repeated = entry("Front door dip", "dip_sample", "2026-10-10", Value::Null);
    repeated["every_months"] = json!(3);
    repeated["times"] = json!(4);
    let view = seat.done("programme.save", repeated);
    let all = lines(&view);
    let of = |title: &str| {
        all.iter().filter(|line| line.0 == title).map(|line| line.1.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        of("Front door dip"),
        ["late", "planned", "planned", "planned"],
        "the first was in October, and today is in November"
    );
    assert_eq!(of("Neglect").len(), 1, "one line for the entry and the audit");
    assert_eq!(of("Neglect, autumn"), [""; 0]);
    let audit_line = view["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .find(|line| line["title"] == "Neglect")
        .expect("it is there");
    assert_eq!((&audit_line["said"], &audit_line["of"]), (&json!("0 of 3 cases closed"), &audit));
    assert!(
        seat.refused("programme.save", entry(" ", "other", "2026-12-01", Value::Null))
            .message
            .contains("no name")
    );
    let id = audit_line["entry"].clone();
    let view = seat.done("programme.remove", json!({ "id": id }));
    assert!(lines(&view).iter().any(|line| line.0 == "Neglect, autumn"), "what it became stays");
    for format in ["docx", "xlsx"] {
        seat.next_dialog(&format!("programme.{format}"));
        seat.done("programme.paper", json!({ "format": format }));
        assert!(seat.path(&format!("programme.{format}")).exists());
    }
    assert_eq!(lines(&seat.done("programme.show", json!({ "from": "2030-04-01" }))), []);
}

#[test]
fn the_command_line_writes_forms_reads_them_and_writes_papers() {
    let (seat, _) = planned();
    seat.done("file.close", json!({}));
    let path = |name: &str| seat.path(name).to_str().expect("a path").to_owned();
    let file = path("partnership.attest");
    let listed = printed(&seat, &["case", "list", &file], 0);
    assert_eq!(listed["audits"][0]["title"], "Neglect, autumn");
    printed(&seat, &["case", "forms", &file, "Neglect, autumn", &path("out"), "--agency", "Police"], 0);
    let form = path("out/Case-audit-form_Neglect-autumn_Police.xlsx");
    let read = printed(&seat, &["case", "read", &file, &form], 0);
    assert_eq!(
        (&read[0]["agency"], &read[0]["new"]),
        (&json!("Police"), &json!(0)),
        "a blank form says nothing"
    );
    printed(&seat, &["case", "paper", &file, "Neglect, autumn", "record", "--out", &path("record.docx")], 0);
    printed(&seat, &["case", "programme", &file, "--format", "xlsx", "--out", &path("year.xlsx")], 0);
    assert!(seat.path("record.docx").exists() && seat.path("year.xlsx").exists());
    printed(&seat, &["case", "paper", &file, "Nothing", "record"], 2);
}
