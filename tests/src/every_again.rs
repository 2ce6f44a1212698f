//! Every kind of paper made again from its recipe: at once the same words come out, and after something of it changed either the
//! same words as then, or a sentence that names what changed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::every_recipe::{changes, without_recipe};
use crate::every_table::sample;
use crate::gateway::seat::Seat;
use crate::pdf_text::text_of_pdf;

/// Something that was written: its line among the writings, and what stood in it.
struct Wrote {
    name: String,
    line: Value,
    said: String,
}

/// All that stands in a sheet: the words of a PDF, every part of a package.
fn whole(path: &Path) -> String {
    if path.extension().is_some_and(|ending| ending == "pdf") {
        return text_of_pdf(path);
    }
    let mut package = zip::ZipArchive::new(std::fs::File::open(path).expect("there")).expect("a package");
    let mut text = String::new();
    for part in 0..package.len() {
        let mut part = package.by_index(part).expect("a part");
        let name = part.name().expect("a name").into_owned();
        // When a file was written is no part of what it says.
        if name.ends_with(".xml") && name != "docProps/core.xml" {
            part.read_to_string(&mut text).expect("read");
        }
    }
    text
}

/// What stands in a file that was written, without marks, without its recipe and without what says that it was made again.
pub fn said(seat: &Seat, file: &str) -> String {
    let path = seat.path(file);
    if path.is_dir() {
        let all = std::fs::read_dir(path).expect("a folder").map(|one| one.expect("a file"));
        let one = |one: std::fs::DirEntry| (one.file_name(), whole(&one.path()));
        let all: BTreeMap<_, _> = all.map(one).collect();
        return format!("{all:?}");
    }
    let bytes = std::fs::read(path).expect("written");
    if file.ends_with("attestpack") {
        return format!("{bytes:?}");
    }
    let page = String::from_utf8(bytes).expect("a page");
    let body = page.split_once("<body").expect("a body").1;
    let body = match body.split_once("<p class=\"draft\"") {
        Some((before, rest)) => format!("{before}{}", rest.split_once("</p>").expect("ends").1),
        None => body.to_owned(),
    };
    let body = body.split("How to make these figures again").next().unwrap_or_default().to_owned();
    let text: String = body.split('<').map(|piece| piece.split_once('>').map_or(piece, |it| it.1)).collect();
    let text = without_recipe(&text).0.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_start_matches("DRAFT ").to_owned()
}

/// Writes something and finds its line.
fn wrote(seat: &Seat, kind: &str, file: &str, command: &str, input: Value) -> Wrote {
    seat.next_dialog(file);
    seat.done(command, input);
    if command == "feedback.write" {
        assert_eq!(seat.ended()["state"], "done");
    }
    let line = seat.done("report.writings", json!({}))[0].clone();
    assert_eq!(line["kind"], kind);
    let readers = line["readers"].as_str().expect("readers");
    Wrote { name: format!("{kind} for {readers}"), said: said(seat, file), line }
}

/// Puts words into a paper that is made of nothing else, and has it approved.
fn approved(seat: &Seat, paper: &str) {
    let view = seat.done("report.show", json!({ "paper": paper }));
    for text in view["texts"].as_array().expect("texts") {
        let words = json!({ "paper": paper, "key": text["key"], "words": "- One thing\n- Another" });
        seat.done("report.text", words);
    }
    seat.done("report.approve", json!({ "paper": paper, "by": "The Executive" }));
}

/// Every paper of a round, those that wait for it approved.
pub fn papers(seat: &Seat) -> Vec<String> {
    let papers = seat.done("report.list", json!({}));
    let lines = papers.as_array().expect("papers").iter();
    let open = |line: &Value| {
        let paper = line["paper"].as_str().expect("a paper").to_owned();
        if line["state"] == "locked" {
            approved(seat, &paper);
        }
        paper
    };
    lines.map(open).collect()
}

/// One of every kind, for everybody whom it is written for.
fn every_kind(seat: &Seat) -> Vec<Wrote> {
    let mut all = Vec::new();
    // Sheets and counts first: they share what other papers hold, which is then nothing new.
    for paper in papers(seat) {
        for readers in ["officers", "others"] {
            let asked = json!({ "paper": paper, "readers": readers, "format": "html" });
            let file = format!("{paper} {readers}.html");
            all.push(wrote(seat, &paper, &file, "report.write", asked));
        }
    }
    std::fs::create_dir(seat.path("sheets")).expect("a folder");
    all.push(wrote(seat, "feedback", "sheets", "feedback.write", json!({})));
    for paper in ["response", "non_return", "handover"] {
        let asked = json!({ "paper": paper, "format": "html", "by": "locality" });
        all.push(wrote(seat, paper, &format!("{paper}.html"), "round_paper.write", asked));
    }
    let label = seat.done("round.settings", json!({}))["label"].clone();
    let rounds = seat.done("pack.list", json!({}))["rounds"].clone();
    let is_in_view = |one: &&Value| one["own"] == true && one["label"] == label && one["family"] == "school";
    let own = rounds.as_array().and_then(|all| all.iter().find(is_in_view));
    let round = own.expect("the round in view")["round"].clone();
    let asked = json!({ "rounds": [round], "naming": "nameless", "to": "Another Partnership" });
    all.push(wrote(seat, "pack", "counts.attestpack", "pack.write", asked));
    all
}

/// Makes something again; the sentence and its hint where that is refused.
fn again(seat: &Seat, wrote: &Wrote, place: &str) -> Result<String, String> {
    let kind = wrote.line["kind"].as_str().expect("a kind");
    let file = match kind {
        "feedback" => place.to_owned(),
        "pack" => format!("{place}.attestpack"),
        _paper => format!("{place}.html"),
    };
    if kind == "feedback" {
        std::fs::create_dir(seat.path(&file)).expect("a folder");
    }
    seat.next_dialog(&file);
    match seat.call("report.again", json!({ "publication": wrote.line["id"], "format": "html" })) {
        Ok(_) => Ok(said(seat, &file)),
        Err(failure) => Err(format!("{failure:?}")),
    }
}

/// The same words; else from where on they differ.
fn is_as_it_was(one: &Wrote, made: &Result<String, String>, when: &str) {
    let made = made.as_ref().unwrap_or_else(|why| panic!("{when}: {}: {why}", one.name));
    let differ = one.said.chars().zip(made.chars()).position(|(was, is)| was != is);
    let from = |text: &str| -> String {
        text.chars().skip(differ.unwrap_or_default().saturating_sub(40)).take(200).collect()
    };
    assert!(*made == one.said, "{when}: {}:\n{}\n{}", one.name, from(&one.said), from(made));
}

#[test]
fn every_kind_of_paper_is_made_again_at_once_and_after_everything_that_may_change_it() {
    let seat = sample();
    let all = every_kind(&seat);
    let kinds: BTreeSet<&str> = all.iter().filter_map(|one| one.line["kind"].as_str()).collect();
    assert!(kinds.len() >= 16, "{kinds:?}");
    let lines = seat.done("report.writings", json!({}));
    let listed = lines.as_array().expect("lines").iter();
    assert!(listed.clone().all(|one| one["again"] == json!(true)), "{lines}");
    for (number, one) in all.iter().enumerate() {
        let made = again(&seat, one, &format!("at once {number}"));
        is_as_it_was(one, &made, "at once");
    }
    // One upon the other: what stood then is found below all of it.
    for (_, command, input) in changes(&seat) {
        seat.done(command, input);
    }
    for (number, one) in all.iter().enumerate() {
        let check = seat.done("report.check", json!({ "publication": one.line["id"] }));
        assert!(check["same"] == json!(false) && check["again"] == json!(true), "{}: {check}", one.name);
        is_as_it_was(one, &again(&seat, one, &format!("after {number}")), "after all changes");
    }
}

#[test]
fn what_has_no_past_is_named_where_it_changed() {
    let seat = sample();
    let mut all = Vec::new();
    for paper in ["response", "non_return", "handover"] {
        let asked = json!({ "paper": paper, "format": "html" });
        all.push(wrote(&seat, paper, &format!("{paper}.html"), "round_paper.write", asked));
    }
    let missing = seat.done("chase.show", json!({}))["lines"][0]["setting"].clone();
    std::fs::create_dir(seat.path("workbooks")).expect("a folder");
    seat.next_dialog("workbooks");
    seat.world.pass(2 * 86_400);
    let issued =
        json!({ "whom": "these", "settings": [missing], "answers": "blank", "understood": "unreviewed" });
    seat.done("issue.write", issued);
    assert_eq!(seat.ended()["state"], "done");
    let check = |one: &Wrote| seat.done("report.check", json!({ "publication": one.line["id"] }));
    for one in &all {
        let (check, made) = (check(one), again(&seat, one, &format!("again {}", one.name)));
        match one.line["kind"].as_str() {
            Some("handover") => {
                let why = made.expect_err("a page of what was done lately");
                assert!(why.contains("Other workbooks were issued"), "{why}");
                assert!(why.contains("of which a file keeps no past"), "{why}");
                assert_eq!((&check["same"], &check["again"]), (&json!(false), &json!(false)), "{check}");
            }
            Some("non_return") => {
                assert!(check["changed"].to_string().contains("Other workbooks were issued"), "{check}");
                is_as_it_was(one, &made, "issued since");
            }
            _response => is_as_it_was(one, &made, "issued since"),
        }
    }
}

/// The drawings of a page, in their order.
fn drawings(page: &str) -> Vec<String> {
    let inside = |one: &str| Some(format!("<svg {}</svg>", one.split_once("</svg>")?.0));
    page.split("<svg ").skip(1).filter_map(inside).collect()
}

#[test]
fn charts_are_made_again_each_as_it_was_drawn() {
    let seat = sample();
    let pictures = seat.done("chart.list", json!({ "readers": "others" }));
    let drawn = |picture: &Value| {
        let chart = seat.done("chart.show", json!({ "picture": picture, "readers": "others" }));
        chart["chart"]["svg"].as_str().expect("a drawing").trim_end().to_owned()
    };
    let pictures = pictures.as_array().expect("charts");
    let before: Vec<String> = pictures.iter().map(drawn).collect();
    let line = || seat.done("report.writings", json!({}))[0]["id"].clone();
    seat.next_dialog("standards.svg");
    seat.done("chart.write", json!({ "picture": "standards", "format": "svg", "readers": "others" }));
    let standards = pictures.iter().position(|one| one == "standards").expect("a chart");
    let alone = (line(), vec![before[standards].clone()]);
    std::fs::create_dir(seat.path("slides")).expect("a folder");
    seat.next_dialog("slides");
    seat.done("report.slides", json!({ "readers": "others" }));
    let files = std::fs::read_dir(seat.path("slides")).expect("there").map(|one| one.expect("a file").path());
    let many = files.filter(|path| path.extension().is_some_and(|ending| ending == "svg")).count();
    let all = line();
    // What has a past in a file; charts of what has none are left out.
    let has_past =
        |one: &&str| !["Themes", "Surveys", "Samples", "The partnership\u{2019}s plan"].contains(one);
    for (_, command, input) in changes(&seat).into_iter().filter(|(sentence, ..)| has_past(sentence)) {
        seat.done(command, input);
    }
    let again = |id: &Value| {
        seat.next_dialog("again.html");
        seat.done("report.again", json!({ "publication": id, "format": "html" }));
        drawings(&std::fs::read_to_string(seat.path("again.html")).expect("written"))
    };
    assert_eq!(again(&alone.0), alone.1);
    let made = again(&all);
    assert!(many > 1 && made.len() == many, "{} of {many} charts", made.len());
    assert!(made.iter().all(|one| before.contains(one)), "each as it was drawn then");
}
