//! The papers of a round through the gateway: read, put in other words, approved, written, and made again from their recipe.

use serde_json::{Value, json};

use crate::gateway::accepted;
use crate::gateway::seat::Seat;
use crate::pdf_text::text_of_pdf;

const PAPERS: [&str; 11] = [
    "full",
    "executive",
    "dsl_briefing",
    "governors",
    "public",
    "assurance",
    "method",
    "seven_points",
    "learning",
    "decisions",
    "scrutineer",
];

fn shown(seat: &Seat, paper: &str) -> Value {
    seat.done("report.show", json!({ "paper": paper }))
}

/// Every figure that a view's tables hold, as it is read.
fn figures(document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for block in document["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .flat_map(|one| one["blocks"].as_array())
        .flatten()
    {
        let table = match block["block"].as_str() {
            Some("table") => &block["content"],
            Some("chart") => &block["content"]["table"],
            _ => continue,
        };
        for cell in table["rows"].as_array().into_iter().flatten().flat_map(|row| row.as_array()).flatten() {
            if cell["count"].is_number() {
                found.push(cell["text"].as_str().expect("text").to_owned());
            }
        }
    }
    found
}

#[test]
fn every_paper_is_composed_and_ends_with_its_recipe() {
    let seat = Seat::new();
    accepted(&seat);
    let listed = seat.done("report.list", json!({}));
    let names: Vec<&str> =
        listed.as_array().expect("papers").iter().filter_map(|one| one["paper"].as_str()).collect();
    assert_eq!(names, PAPERS);
    for paper in PAPERS {
        let view = shown(&seat, paper);
        let text = view["document"].to_string();
        assert!(view["document"]["sections"].as_array().is_some_and(|all| !all.is_empty()), "{paper}");
        if !["seven_points", "learning"].contains(&paper) {
            assert!(text.contains("igest"), "{paper} has a recipe");
            assert!(text.contains("elf-assessed"), "{paper} says whose judgement it is");
        }
    }
    let full = shown(&seat, "full");
    assert!(figures(&full["document"]).len() > 20);
    // One setting has returned: nothing of it is told to others.
    let shared = seat.done("report.show", json!({ "paper": "full", "readers": "others" }));
    assert!(shared["document"].to_string().contains("hidden"));
    let told = shared["headlines"].as_array().expect("headlines");
    assert!(told.iter().all(|one| one["key"] != "overall"), "{told:?}");
}

#[test]
fn the_same_figures_stand_in_every_format() {
    let seat = Seat::new();
    accepted(&seat);
    let wanted = figures(&shown(&seat, "full")["document"]);
    let mut read = Vec::new();
    for format in ["html", "docx", "xlsx", "pdf"] {
        seat.next_dialog(&format!("report.{format}"));
        seat.done("report.write", json!({ "paper": "full", "format": format }));
        let bytes = std::fs::read(seat.path(&format!("report.{format}"))).expect("written");
        read.push((format, text_of(&seat, format, &bytes)));
    }
    for figure in &wanted {
        for (format, text) in &read {
            let plain = squeezed(figure.split(" (n").next().unwrap_or_default());
            assert!(text.contains(&plain), "{figure} is not in the {format}");
        }
    }
    let written = shown(&seat, "full")["writings"].clone();
    assert_eq!(written.as_array().map(Vec::len), Some(4));
    assert_eq!(written[0]["format"], "pdf");
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The words of a file: of a PDF as poppler reads them, of a package its text parts, of a workbook with percentages as read.
fn text_of(seat: &Seat, format: &str, bytes: &[u8]) -> String {
    match format {
        "html" => squeezed(&String::from_utf8_lossy(bytes)),
        "pdf" => squeezed(&text_of_pdf(&seat.path("report.pdf"))),
        "docx" => squeezed(&part(bytes, "word/document.xml")),
        _ => {
            use calamine::{Data, Reader as _};
            let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes.to_vec())).expect("a workbook");
            let mut text = String::new();
            for sheet in book.sheet_names() {
                let mut cells = book.worksheet_cells_reader(&sheet).expect("a sheet");
                while let Some(cell) = cells.next_cell().expect("a cell") {
                    let data: Data = cell.get_value().clone().into();
                    match data {
                        Data::Float(number) if number.fract() != 0.0 || number <= 1.0 => {
                            text.push_str(&format!(
                                "|{:.1}%|{number}|",
                                (number * 1000.0 + 1e-9).round() / 10.0
                            ));
                        }
                        Data::Float(number) => text.push_str(&format!("|{number}|")),
                        Data::Int(number) => text.push_str(&format!("|{number}|")),
                        Data::String(words) => text.push_str(&squeezed(&words)),
                        Data::Bool(_)
                        | Data::DateTime(_)
                        | Data::DateTimeIso(_)
                        | Data::DurationIso(_)
                        | Data::Error(_)
                        | Data::Empty => {}
                    }
                }
            }
            text
        }
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    use std::io::Read as _;
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    package.by_name(name).expect("the part").read_to_string(&mut text).expect("read");
    // What stands between the tags.
    let mut inside = false;
    text.chars()
        .filter(|letter| {
            match letter {
                '<' => inside = true,
                '>' => {
                    inside = false;
                    return false;
                }
                _ => {}
            }
            !inside
        })
        .collect()
}

#[test]
fn a_sentence_in_other_words_stays_and_is_marked_when_its_figure_changes() {
    let seat = Seat::new();
    accepted(&seat);
    let put = json!({ "paper": "full", "key": "response", "words": "Nearly everybody answered." });
    let view = seat.done("report.sentence", put);
    let found = |view: &Value| {
        let all = view["headlines"].as_array().expect("headlines").clone();
        all.into_iter().find(|one| one["key"] == "response").expect("the sentence")
    };
    assert_eq!(
        (&found(&view)["put"], &found(&view)["stale"]),
        (&json!("Nearly everybody answered."), &json!(false))
    );
    assert!(view["document"].to_string().contains("Nearly everybody answered."));
    let shared = json!({ "paper": "public", "key": "response", "words": "Most of those asked answered." });
    seat.done("report.sentence", shared);
    seat.done("register.add", json!({ "name": "Another School", "kind": "school", "phase": "Primary" }));
    let view = shown(&seat, "full");
    assert_eq!(found(&view)["stale"], json!(true), "the base behind it is another one now");
    assert!(view["document"].to_string().contains("Nearly everybody answered."), "it stays as it was put");
    let listed = seat.done("report.list", json!({}));
    let stale = |paper: &str| {
        let line = listed.as_array().and_then(|all| all.iter().find(|one| one["paper"] == paper));
        line.expect("every paper is listed")["stale"].clone()
    };
    assert_eq!(["full", "public", "executive"].map(stale), [json!(1), json!(1), json!(0)]);
    let view = seat.done("report.sentence", json!({ "paper": "full", "key": "response", "words": null }));
    assert_eq!(found(&view)["put"], json!(null));
}

#[test]
fn a_briefing_is_locked_until_it_is_whole_and_approved_and_again_when_it_moves() {
    let seat = Seat::new();
    accepted(&seat);
    let wanted = json!({ "paper": "learning", "format": "docx" });
    assert!(seat.refused("report.write", wanted.clone()).message.contains("locked"));
    let approve = json!({ "paper": "learning", "by": "The Executive" });
    assert!(seat.refused("report.approve", approve.clone()).message.contains("not written yet"));
    for key in ["good_practice", "areas_for_development", "happened_since"] {
        seat.done(
            "report.text",
            json!({ "paper": "learning", "key": key, "words": "- One thing\n- Another" }),
        );
    }
    let view = seat.done("report.approve", approve.clone());
    assert_eq!((&view["state"], &view["approved_by"]), (&json!("approved"), &json!("The Executive")));
    let text = json!({ "paper": "learning", "key": "good_practice", "words": "Other words" });
    assert!(seat.refused("report.text", text).message.contains("approved"));
    seat.next_dialog("learning.docx");
    seat.done("report.write", wanted.clone());
    for heading in
        ["Summary of Good Practice", "Summary of Areas for Development", "What\u{2019}s happened since?"]
    {
        assert!(
            part(&std::fs::read(seat.path("learning.docx")).expect("written"), "word/document.xml")
                .contains(heading)
        );
    }
    seat.done("register.add", json!({ "name": "Another School", "kind": "school", "phase": "Primary" }));
    assert_eq!(shown(&seat, "learning")["state"], json!("moved"));
    assert!(seat.refused("report.write", wanted).message.contains("locked"));
    assert_eq!(
        seat.done("report.approve", json!({ "paper": "learning", "by": null }))["state"],
        json!("locked")
    );
}

#[test]
fn the_recipe_says_whether_the_same_figures_come_out_and_what_changed() {
    let seat = Seat::new();
    accepted(&seat);
    seat.next_dialog("executive.pdf");
    seat.done("report.write", json!({ "paper": "executive", "format": "pdf" }));
    let written = shown(&seat, "executive")["writings"][0].clone();
    let check = || seat.done("report.check", json!({ "publication": written["id"] }));
    assert_eq!(check()["same"], json!(true), "{}", check());
    seat.done("register.add", json!({ "name": "Another School", "kind": "school", "phase": "Primary" }));
    let changed = check();
    assert_eq!(changed["same"], json!(false));
    assert!(
        changed["changed"][0].as_str().is_some_and(|it| it.contains("2 settings are asked")),
        "{changed}"
    );
    // As the file stood when the paper was written they come out still, and are made again.
    assert_eq!(changed["again"], json!(true), "{changed}");
    assert!(changed["sentence"].as_str().is_some_and(|it| it.contains("As it stood then")), "{changed}");
    seat.next_dialog("again.xlsx");
    seat.done("report.again", json!({ "publication": written["id"], "format": "xlsx" }));
    let again = std::fs::read(seat.path("again.xlsx")).expect("written");
    seat.next_dialog("again.html");
    seat.done("report.again", json!({ "publication": written["id"], "format": "html" }));
    let told = std::fs::read_to_string(seat.path("again.html")).expect("written");
    assert!(
        told.contains("the accepted return of the one asked") && !told.contains("of 2 schools"),
        "{told}"
    );
    assert_eq!(&again[..2], b"PK");
}

#[test]
fn charts_slides_and_feedback_sheets_are_written() {
    let seat = Seat::new();
    accepted(&seat);
    let charts = seat.done("chart.list", json!({}));
    assert!(charts.as_array().is_some_and(|all| all.len() >= 5), "{charts}");
    let chart = seat.done("chart.show", json!({ "picture": "standards" }));
    assert!(chart["chart"]["svg"].as_str().is_some_and(|it| it.starts_with("<svg ")));
    for format in ["png", "svg"] {
        seat.next_dialog(&format!("chart.{format}"));
        seat.done("chart.write", json!({ "picture": "standards", "format": format }));
    }
    assert_eq!(&std::fs::read(seat.path("chart.png")).expect("written")[1..4], b"PNG");
    std::fs::create_dir_all(seat.path("slides")).expect("made");
    seat.next_dialog("slides");
    seat.done("report.slides", json!({}));
    assert!(std::fs::read_dir(seat.path("slides")).expect("there").count() >= 10);
    std::fs::create_dir_all(seat.path("sheets")).expect("made");
    let view = seat.done("feedback.show", json!({}));
    assert_eq!(view["count"], json!(1));
    assert!(
        view["example"].to_string().contains("nothing stands beside yours yet"),
        "the others are too few"
    );
    seat.next_dialog("sheets");
    seat.done("feedback.write", json!({}));
    let job = seat.ended();
    assert_eq!(job["state"], "done", "{job}");
    let mut names: Vec<String> = std::fs::read_dir(seat.path("sheets"))
        .expect("there")
        .filter_map(|one| Some(one.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    let endings: Vec<&str> = names.iter().filter_map(|name| name.rsplit('.').next()).collect();
    assert_eq!(endings, ["docx", "pdf", "xlsx"]);
    // The school's own app opens the third; nothing goes into its plan by itself.
    let school = seat.beside("Robin School");
    school.begin_setting("another.attest");
    school.next_dialog(&format!("sheets/{}", names[2]));
    let taken = school.done("feedback.take", json!({}));
    assert_eq!((&taken["sheet"]["title"], &taken["taken"]), (&json!("Feedback sheet"), &json!([])));
    let blocks = taken["sheet"]["sections"].to_string();
    assert!(
        blocks.contains("Beside others") && blocks.contains("nothing stands beside yours yet"),
        "{blocks}"
    );
    assert!(!blocks.contains("<svg"), "a drawing is not taken from a file");
}

#[test]
fn a_return_outside_the_base_has_its_feedback_sheet_too() {
    let seat = Seat::new();
    accepted(&seat);
    let setting = seat.done("round.show", json!({}))["settings"][0]["setting"].clone();
    let sheet = || {
        let view = seat.done("feedback.show", json!({}));
        assert_eq!(view["count"], json!(1), "{view}");
        view["example"].to_string()
    };
    assert!(sheet().contains("Yours is the only one asked for."), "{}", sheet());
    seat.done("register.exempt", json!({ "setting": setting, "reason": "Opened this term." }));
    assert!(sheet().contains("your setting is not asked to return in this round"), "{}", sheet());
    seat.done("register.freeze", json!({ "label": "Report to the Executive" }));
    seat.done("register.ask", json!({ "setting": setting }));
    let why = "(Report to the Executive), on which your setting was not asked to return. It counts from the next cut-off on.";
    assert!(sheet().contains(why) && sheet().contains("You rated met or exceeds"), "{}", sheet());
    std::fs::create_dir_all(seat.path("sheets")).expect("made");
    seat.next_dialog("sheets");
    seat.done("feedback.write", json!({}));
    let job = seat.ended();
    assert!(
        job["message"]
            .as_str()
            .is_some_and(|it| it.contains("1 of them is of a return that is in no figure yet")),
        "{job}"
    );
    assert_eq!(std::fs::read_dir(seat.path("sheets")).expect("there").count(), 3);
    seat.world.pass(86_400);
    seat.done("register.freeze", json!({ "label": "Supplement" }));
    assert!(
        sheet().contains("Yours is the only one asked for."),
        "from the next cut-off on it counts: {}",
        sheet()
    );
}

#[test]
fn nothing_shared_names_a_setting_that_did_not_give_permission() {
    let seat = Seat::new();
    accepted(&seat);
    let round = seat.done("round.show", json!({}));
    let (submission, name) =
        (round["settings"][0]["submission"].clone(), round["settings"][0]["name"].clone());
    let name = name.as_str().expect("a name");
    let practice = "Pupils chair a group that reports to governors each term.";
    for permission in ["not_asked", "asked", "refused"] {
        let further = json!({ "permission": permission, "themes": [format!("As at {name}")] });
        let finding = json!({
            "submission": submission, "kind": "good_practice", "text": format!("{practice} {permission}"),
            "agency": "police", "further": further,
        });
        seat.done("finding.record", finding);
    }
    for paper in PAPERS {
        let shared = seat.done("report.show", json!({ "paper": paper, "readers": "others" }));
        let text = shared["document"].to_string();
        assert!(!text.contains(name), "{paper} names {name}");
        assert!(!text.contains(practice), "{paper} tells what was found without permission");
    }
}
