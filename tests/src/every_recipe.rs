//! The recipe of every paper of the sample partnership: whatever changes what a paper says, its recipe says so; and when the
//! change is taken back, the same figures come out again.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::every_report::{rows_in, says, squeezed};
use crate::every_table::sample;
use crate::gateway::seat::Seat;

const PAPERS: [&str; 9] = [
    "full",
    "executive",
    "dsl_briefing",
    "governors",
    "public",
    "assurance",
    "method",
    "decisions",
    "scrutineer",
];

/// What a paper says, for whom: all of it but its recipe.
fn said(seat: &Seat, (paper, readers): (&str, &str)) -> String {
    let mut document = match paper {
        "feedback" => seat.done("feedback.show", json!({}))["example"].take(),
        "response" | "non_return" => seat.done("round_paper.show", json!({ "paper": paper })),
        _other => seat.done("report.show", json!({ "paper": paper, "readers": readers }))["document"].take(),
    };
    let sections = document["sections"].as_array_mut().expect("sections");
    let all = sections.len();
    sections.retain(|one| one["name"] != "Recipe");
    let mut recipes = all - sections.len();
    for block in sections.iter_mut().filter_map(|one| one["blocks"].as_array_mut()).flatten() {
        if block["block"] == "text" {
            let (rest, lines) = without_recipe(block["content"].as_str().expect("a text"));
            block["content"] = Value::from(rest);
            recipes += lines;
        }
    }
    assert_eq!(recipes, 1, "{paper} for {readers} has one recipe");
    // The log code stands at the foot of every page, and the log goes on with whatever is done.
    document["code"] = Value::Null;
    document.to_string()
}

/// A text without the line of a recipe, and how many it had: from its first word to the version of the program.
pub fn without_recipe(text: &str) -> (String, usize) {
    let ends = concat!("; Attest ", env!("CARGO_PKG_VERSION"), ".");
    match text.split_once("Recipe: ").and_then(|(before, rest)| Some((before, rest.split_once(ends)?))) {
        Some((before, (_, after))) => (format!("{before}{after}"), 1),
        None => (text.to_owned(), 0),
    }
}

/// What was written, with its id and all that it said.
type Papers = BTreeMap<(&'static str, &'static str), (Value, String)>;

/// Every paper as it is written, for officers and for others, the sheets, and the papers of the response.
fn written(seat: &Seat) -> Papers {
    let mut all = BTreeMap::new();
    for (paper, readers) in PAPERS.into_iter().flat_map(|paper| [(paper, "officers"), (paper, "others")]) {
        seat.next_dialog("paper.html");
        let asked = json!({ "paper": paper, "readers": readers, "format": "html" });
        seat.done("report.write", asked);
        let wrote = seat.done("report.show", json!({ "paper": paper, "readers": readers }));
        all.insert((paper, readers), (wrote["writings"][0]["id"].clone(), said(seat, (paper, readers))));
    }
    std::fs::create_dir(seat.path("sheets")).expect("a folder");
    seat.next_dialog("sheets");
    seat.done("feedback.write", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    for paper in ["response", "non_return"] {
        seat.next_dialog("paper.html");
        seat.done("round_paper.write", json!({ "paper": paper, "format": "html" }));
    }
    let lines = seat.done("report.writings", json!({}));
    for (paper, readers) in [("feedback", "others"), ("response", "officers"), ("non_return", "officers")] {
        let line = lines.as_array().expect("lines").iter().find(|one| one["kind"] == paper).expect("kept");
        all.insert((paper, readers), (line["id"].clone(), said(seat, (paper, readers))));
    }
    all
}

/// Something that is done to the file, and how the check begins to say so.
pub type Change = (&'static str, &'static str, Value);

/// Something that changes each of what papers are made of besides ratings.
pub fn changes(seat: &Seat) -> Vec<Change> {
    let first = |command: &str, at: &str| {
        seat.done(command, json!({})).pointer(at).unwrap_or_else(|| panic!("{command} has no {at}")).clone()
    };
    let compared = seat.done("comparison.list", json!({}));
    let compared = compared.as_array().expect("questions").iter().find(|one| one["compared"] == json!(true));
    let theme = seat.done("theme.list", json!({}));
    let theme = theme.as_array().expect("themes").iter().find(|one| one["returns"] != json!(0)).expect("one");
    let round = seat.done("round.show", json!({}));
    let returned =
        round["settings"].as_array().expect("settings").iter().find(|one| one["submission"].is_string());
    let mut all = vec![
        (
            "Who is asked",
            "chase.spoken",
            json!({ "setting": first("chase.show", "/lines/0/setting"), "note": "On its way." }),
        ),
        (
            "Other questions",
            "comparison.say",
            json!({ "question": compared.expect("one")["question"], "verdict": "leave_out", "reason": "Asked otherwise." }),
        ),
        (
            "Themes",
            "theme.save",
            json!({ "id": theme["id"], "name": "Another name", "kind": theme["kind"], "response": theme["response"] }),
        ),
        ("Surveys", "survey.remove", json!({ "id": first("survey.list", "/surveys/0/id") })),
        (
            "Samples",
            "finding.record",
            json!({
                "submission": returned.expect("one")["submission"], "kind": "challenge", "text": "Said by the panel.",
                "agency": "health",
            }),
        ),
        (
            "The partnership\u{2019}s plan",
            "recommendation.save",
            json!({
                "id": null,
                "said": { "text": "Train everybody.", "source": "panel", "theme": "Training", "stance": "waiting" },
            }),
        ),
    ];
    all.extend(of_the_round(seat));
    all.extend(of_settings(seat, &round));
    all
}

/// What a round says of itself.
fn of_the_round(seat: &Seat) -> Vec<Change> {
    let was = seat.done("round.settings", json!({}));
    let saved = |said: Value| {
        let fields =
            ["label", "opens", "due", "return_to", "instructions", "signs", "threshold", "replacing"];
        let of = |field: &str| said.get(field).unwrap_or(&was[field]).clone();
        fields.map(|field| (field.to_owned(), of(field))).into_iter().collect()
    };
    vec![
        (
            "The partnership or a round",
            "partnership.save",
            json!({ "name": "Another Partnership", "short_name": "another" }),
        ),
        (
            "The partnership or a round",
            "round.save",
            saved(json!({ "label": "Another round", "signs": "The bursar" })),
        ),
        ("Who is asked", "round.save", saved(json!({ "opens": "2026-09-01", "due": "2026-12-24" }))),
        ("The smallest number", "round.save", saved(json!({ "threshold": 7 }))),
    ]
}

/// What settings are called, and how large they are.
fn of_settings(seat: &Seat, round: &Value) -> Vec<Change> {
    let missing = seat.done("chase.show", json!({}))["lines"][0]["setting"].clone();
    let example = seat.done("feedback.show", json!({}))["example"]["about"][0].clone();
    let lines = round["settings"].as_array().expect("settings");
    let renamed = |line: &Value| {
        let mut typed = json!({ "setting": line["setting"], "name": "Another name" });
        for field in ["phase", "status", "locality", "trust"] {
            typed[field] = line[field].clone();
        }
        ("Names, phases", "register.edit", typed)
    };
    let mut all: Vec<Change> = lines
        .iter()
        .filter(|line| line["setting"] == missing || line["name"] == example)
        .map(renamed)
        .collect();
    assert_eq!(all.len(), 2, "one that returned and one that did not");
    all.push(("Names, phases", "register.take", resized(seat, lines)));
    all
}

/// A list on which every setting has one child: the settings beside which another stands are others then.
fn resized(seat: &Seat, lines: &[Value]) -> Value {
    let mut list = "URN,EstablishmentName,NumberOfPupils\r\n".to_owned();
    for line in lines.iter().filter(|line| line["urn"].is_string()) {
        let text = |field: &str| line[field].as_str().unwrap_or_default();
        list.push_str(&format!("{},\"{}\",1\r\n", text("urn"), text("name")));
    }
    crate::register::ground::read(seat, "list.csv", list.as_bytes());
    let columns = json!({ "urn": ["URN"], "name": ["EstablishmentName"], "pupils": ["NumberOfPupils"] });
    seat.done("register.columns", json!({ "columns": columns }));
    assert_eq!(seat.ended()["state"], "done");
    seat.done("register.list", json!({ "filter": {}, "kind": null }));
    let difference = seat.done("register.difference", json!({}));
    let changes = difference["changes"].as_array().expect("changes").iter();
    let sized = changes.filter(|one| one.to_string().contains("Pupils")).map(|one| one["id"].clone());
    json!({ "changes": sized.collect::<Vec<_>>() })
}

#[test]
fn whatever_changes_what_a_paper_says_its_recipe_says_so() {
    let seat = sample();
    let papers = written(&seat);
    let mut moved: BTreeMap<String, [BTreeSet<&str>; 2]> = BTreeMap::new();
    for (sentence, command, input) in changes(&seat) {
        seat.done(command, input.clone());
        let named = format!("{command} {input}");
        let [all_told, all_changed] = moved.entry(named.clone()).or_default();
        for ((paper, readers), (id, before)) in &papers {
            let check = seat.done("report.check", json!({ "publication": id }));
            let told = check["changed"].to_string().contains(sentence);
            let changed = said(&seat, (paper, readers)) != *before;
            assert!(told || !changed, "{named} changes {paper} for {readers}, and nobody says so: {check}");
            assert_eq!(told, check["same"] == json!(false), "{named}, {paper} for {readers}: {check}");
            // As the file stood then the ratings come out, whatever else has moved.
            assert!(!told || check["again"] == json!(true), "{named}, {paper} for {readers}: {check}");
            all_told.extend(told.then_some(paper));
            all_changed.extend(changed.then_some(paper));
        }
        seat.done("file.undo", json!({}));
    }
    for ((paper, readers), (id, before)) in &papers {
        let check = seat.done("report.check", json!({ "publication": id }));
        assert_eq!(check["same"], json!(true), "{paper} for {readers}: {check}");
        assert_eq!(said(&seat, (paper, readers)), *before, "{paper} for {readers}");
    }
    // So few have returned here that all of them stand beside each, of whatever size.
    let shows = |(named, [told, changed]): (&String, &[BTreeSet<&str>; 2])| {
        !told.is_empty() && (!changed.is_empty() || named.starts_with("register.take"))
    };
    assert!(moved.iter().all(shows), "each of them changes a paper: {moved:#?}");
}

#[test]
fn figures_are_made_again_with_all_that_is_as_it_was() {
    let seat = sample();
    seat.next_dialog("full.html");
    seat.done("report.write", json!({ "paper": "full", "readers": "officers", "format": "html" }));
    let id = seat.done("report.writings", json!({}))[0]["id"].clone();
    let made_again = || {
        seat.next_dialog("again.html");
        seat.done("report.again", json!({ "publication": id, "format": "html" }));
        std::fs::read_to_string(seat.path("again.html")).expect("written")
    };
    seat.done("register.add", json!({ "name": "Another School", "kind": "school", "phase": "Primary" }));
    let whole = made_again();
    for part in ["Voices beside the self-ratings", "Panel sessions", "Recommendations"] {
        assert!(whole.contains(part), "{part} is as it was");
    }
    assert!(!whole.contains("Left out, since changed"));
    let survey = seat.done("survey.list", json!({}))["surveys"][0]["id"].clone();
    seat.done("survey.remove", json!({ "id": survey }));
    let check = seat.done("report.check", json!({ "publication": id }));
    let told = check["sentence"].as_str().is_some_and(|it| it.contains("the same figures come out"));
    assert!(told && check["changed"].to_string().contains("Surveys, or what"), "{check}");
    assert_eq!(made_again(), whole, "what was taken away since stands in it all the same");
}

#[test]
fn everything_that_was_written_is_listed_and_can_be_checked() {
    let seat = sample();
    for (command, input) in [
        ("round_paper.write", json!({ "paper": "response", "format": "html" })),
        ("round_paper.write", json!({ "paper": "non_return", "format": "html" })),
        ("round_paper.write", json!({ "paper": "handover", "format": "html" })),
        ("table.save", json!({ "table": "standards", "readers": "others" })),
        ("report.write", json!({ "paper": "public", "format": "html" })),
    ] {
        seat.next_dialog("out.html");
        seat.done(command, input);
    }
    let lines = seat.done("report.writings", json!({}));
    let kinds: Vec<&str> =
        lines.as_array().expect("lines").iter().filter_map(|one| one["kind"].as_str()).collect();
    assert_eq!(kinds, ["public", "tables", "handover", "non_return", "response"]);
    let check = |at: usize| seat.done("report.check", json!({ "publication": lines[at]["id"] }));
    assert!((0..kinds.len()).all(|at| check(at)["same"] == json!(true)), "{}", check(4));
    let line = seat.done("chase.show", json!({}))["lines"][0]["setting"].clone();
    seat.done("chase.spoken", json!({ "setting": line, "note": "On its way." }));
    assert_eq!((check(4)["same"].clone(), check(4)["again"].clone()), (json!(false), json!(true)));
    let page = std::fs::read_to_string(seat.path("out.html")).expect("written");
    assert!(page.contains("How to make these figures again"), "{page}");
}

#[test]
fn tables_that_were_shared_are_made_again() {
    let seat = sample();
    let shared = copied(&seat);
    let theme = seat.done("theme.list", json!({}))[0].clone();
    seat.done(
        "theme.save",
        json!({ "id": theme["id"], "name": "Another name", "kind": theme["kind"], "response": theme["response"] }),
    );
    seat.done("partnership.save", json!({ "name": "Another Partnership", "short_name": "another" }));
    let compared = seat.done("comparison.list", json!({}));
    let compared = compared.as_array().expect("questions").iter().find(|one| one["compared"] == json!(true));
    let said =
        json!({ "question": compared.expect("one")["question"], "verdict": "leave_out", "reason": "Other." });
    seat.done("comparison.say", said);
    for (table, line, shown) in shared {
        let check = seat.done("report.check", json!({ "publication": line["id"] }));
        assert_eq!(check["same"], json!(false), "{table}: {check}");
        seat.next_dialog("again.html");
        let again = json!({ "publication": line["id"], "format": "html" });
        assert_eq!(check["again"], json!(true), "{table}: {check}");
        seat.done("report.again", again);
        stands_in(&seat, table, &shown);
    }
}

/// Tables that were copied for others: the name of each, its line among what was written, and what it showed.
fn copied(seat: &Seat) -> Vec<(&'static str, Value, Value)> {
    let tables = [("standards", "phase"), ("standards_by", "locality"), ("response", "status")];
    let copied = |(table, by): (&'static str, &str)| {
        let wanted = json!({ "table": table, "by": by, "readers": "others" });
        let shown = seat.done("table.copy", wanted);
        let line = seat.done("report.writings", json!({}))[0].clone();
        assert_eq!(line["part"], json!({ "name": table, "by": by, "as_at": null }));
        (table, line, shown)
    };
    tables.into_iter().map(copied).collect()
}

/// Every row that a table showed stands in the page that was made again, with a recipe.
fn stands_in(seat: &Seat, table: &str, shown: &Value) {
    let page = std::fs::read_to_string(seat.path("again.html")).expect("written");
    let found = rows_in(&page, "tr", ["td", "th"]);
    let rows = shown["rows"].as_array().expect("rows");
    assert!(!rows.is_empty() && page.contains("How to make these figures again"), "{table}");
    assert!(!page.contains("<h1>Table</h1>"), "{table}: it is called what it is");
    for row in rows {
        let cells = row.as_array().expect("cells").iter().map(|cell| {
            squeezed(cell["text"].as_str().expect("a text").split(" (n").next().unwrap_or_default())
        });
        let wanted: Vec<String> = cells.filter(|text| !text.is_empty()).collect();
        assert!(found.iter().any(|row| says(row, &wanted)), "{table}: {wanted:?} is not in {found:?}");
    }
}

/// Every table that there is, by the name that a request has for it.
const TABLES: [&str; 25] = [
    "response",
    "over_time",
    "quality",
    "standards",
    "questions",
    "standards_by",
    "questions_by",
    "ends",
    "changes",
    "matched",
    "breaks",
    "numbers",
    "actions",
    "support",
    "sample",
    "self_and_panel",
    "finding_types",
    "themes",
    "asked_for",
    "surveys",
    "good_practice",
    "action_plan",
    "earlier_actions",
    "non_return",
    "settings",
];

#[test]
fn every_table_that_may_be_shared_is_made_again_as_a_workbook_and_no_other_is_shared() {
    let seat = sample();
    let mut kept = Vec::new();
    for table in TABLES {
        let wanted = json!({ "table": table, "by": "phase", "readers": "others" });
        if seat.call("table.copy", wanted).is_err() {
            kept.push(table);
            continue;
        }
        let line = seat.done("report.writings", json!({}))[0].clone();
        assert_eq!(line["part"]["name"], table);
        seat.next_dialog("again.xlsx");
        seat.done("report.again", json!({ "publication": line["id"], "format": "xlsx" }));
    }
    let of_settings = [
        "numbers",
        "actions",
        "support",
        "sample",
        "self_and_panel",
        "finding_types",
        "non_return",
        "settings",
    ];
    assert_eq!(kept, of_settings, "what speaks of single settings is not shared");
}
