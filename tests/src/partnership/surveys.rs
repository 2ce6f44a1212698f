//! A survey as an officer works with it: its export taken in, put to standards, remembered, beside the self-ratings.

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;

const FORMS: &str = "ID,Start time,Email,I know whom to tell,How safe do you feel?,Anything else?\n\
    1,x,a@example.org,Yes,5,\"Sam Sample, born 3 May 2015\"\n2,x,b@example.org,Yes,4,More\n\
    3,x,c@example.org,No,5,Less\n4,x,d@example.org,Don\u{2019}t know,4,None\n5,x,e@example.org,Yes,5,Words\n\
    6,x,f@example.org,Yes,5,Of\n";

fn take(seat: &Seat, name: &str, text: &str) -> Value {
    std::fs::write(seat.path(name), text).expect("written");
    seat.next_dialog(name);
    seat.done("survey.take", json!({ "answerers": "staff" }))
}

#[test]
fn an_export_is_counted_mapped_and_set_beside_the_self_rating() {
    let seat = Seat::new();
    accepted(&seat);
    let view = take(&seat, "Staff survey.csv", FORMS);
    let survey = &view["surveys"][0];
    assert_eq!((&survey["name"], &survey["people"]), (&json!("Staff survey"), &json!(6)));
    assert_eq!(survey["items"][0]["share"], json!([4, 6]), "who does not know is in the base");
    assert_eq!(survey["items"][1]["share"], Value::Null, "a number says nothing by itself");
    assert_eq!(view["passed_over"].as_array().map(Vec::len), Some(4));
    let kept = seat.session.file(|file| file.dump()).expect("read").join("\n");
    assert!(
        !kept.contains("born 3 May 2015") && !kept.contains("a@example.org"),
        "no row of a respondent is kept"
    );

    let standard = view["topics"][0]["about"].clone();
    let map = |item: &Value, about: Value, leanings: Value| {
        seat.done("survey.map", json!({ "item": item["id"], "about": about, "leanings": leanings }))
    };
    map(&survey["items"][0], standard.clone(), json!(["for", "against", "left_out"]));
    let shown = seat.done("table.show", json!({ "table": "surveys" }));
    let row = &shown["rows"][0];
    assert_eq!(shown["rows"].as_array().map(Vec::len), Some(1));
    assert_eq!((&row[3]["count"], &row[3]["base"]), (&json!(4), &json!(5)));
    assert_eq!(
        (&row[4]["count"], &row[4]["base"], &row[6]["text"]),
        (&json!(1), &json!(1), &json!("\u{2212}20.0"))
    );
    let shared = seat.done("table.show", json!({ "table": "surveys", "readers": "others" }));
    assert_eq!(shared["rows"][0][4]["text"], "hidden", "one setting alone judged it");

    let again = take(&seat, "Next term.csv", FORMS);
    let item = &again["surveys"][1]["items"][0];
    assert_eq!((&item["about"], &item["share"]), (&standard, &json!([4, 5])), "what was said is remembered");
    let id = again["surveys"][1]["id"].clone();
    assert_eq!(seat.done("survey.remove", json!({ "id": id }))["surveys"].as_array().map(Vec::len), Some(1));
}

#[test]
fn an_excel_export_goes_through_the_guard_and_what_is_none_is_refused() {
    let seat = Seat::new();
    accepted(&seat);
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in
        [["Question", "Answer", "Count"], ["Safe?", "Yes", "40"], ["Safe?", "No", "10"]].iter().enumerate()
    {
        for (column, text) in cells.iter().enumerate() {
            let (row, column) = (u32::try_from(row).expect("few"), u16::try_from(column).expect("few"));
            sheet.write_string(row, column, *text).expect("written");
        }
    }
    book.save(seat.path("Counts.xlsx")).expect("saved");
    seat.next_dialog("Counts.xlsx");
    let view = seat.done("survey.take", json!({ "answerers": "pupils" }));
    assert_eq!(view["surveys"][0]["items"][0]["share"], json!([40, 50]));
    std::fs::write(seat.path("letter.csv"), "Dear all,\nthanks\n").expect("written");
    seat.next_dialog("letter.csv");
    let refused = seat.refused("survey.take", json!({ "answerers": "pupils" }));
    assert!(refused.message.contains("No question"), "{}", refused.message);
    assert_eq!(
        seat.done("survey.take", json!({ "answerers": "pupils" })),
        Value::Null,
        "the dialog was dismissed"
    );
}
