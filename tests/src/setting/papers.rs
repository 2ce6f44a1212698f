//! The papers of a year: composed of what stands in the file, written as pages and workbooks, marked while drafts.

use std::sync::Arc;

use attest::api::{Session, dispatch};
use attest::world::FixedWorld;
use serde_json::{Value, json};

use super::desk::{Desk, Nobody};
use super::signing::{ready, sign};

/// The sample school, half way through its second year.
fn sample(folder: &tempfile::TempDir) -> Session {
    let world = Arc::new(FixedWorld::new("2026-11-21T12:00:00Z".parse().expect("a time"), 5));
    let session =
        Session::with_preferences(world, Arc::new(Nobody), folder.path().join("own/preferences.json"));
    dispatch(&session, "sample.open", json!({})).expect("the sample opens");
    session
}

fn shown(session: &Session, paper: &str) -> Value {
    match dispatch(session, "papers.show", json!({"paper": paper})) {
        Ok(reply) => reply.value,
        Err(failure) => panic!("{paper}: {}", failure.message),
    }
}

/// The pieces of a kind in a paper, in order.
fn pieces(paper: &Value, kind: &str) -> Vec<Value> {
    let sections = paper["sections"].as_array().expect("sections");
    let blocks = sections.iter().flat_map(|section| section["blocks"].as_array().expect("blocks"));
    blocks.filter(|block| block["block"] == kind).map(|block| block["content"].clone()).collect()
}

fn written(desk: &Desk, paper: &str, format: &str) -> (String, Vec<u8>) {
    let written = desk.told("papers.write", json!({"paper": paper, "format": format}));
    let name = written["name"].as_str().expect("a name").to_owned();
    let bytes = std::fs::read(desk.folder.path().join(&name)).expect("it stands there");
    (name, bytes)
}

#[test]
fn the_governor_pack_tells_the_year_on_a_page_then_in_full() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = sample(&folder);
    let home = dispatch(&session, "home.show", json!({})).expect("home").value;
    let pack = shown(&session, "governor_pack");
    assert_eq!(pack["title"], "Governor pack");
    assert_eq!(pack["draft"], "Draft, not signed off");
    let figures = &pieces(&pack, "figures")[0];
    let looked = format!("{} of {}", home["progress"]["answered"], home["progress"]["asked"]);
    assert_eq!(figures[0]["value"], json!(looked), "the same figure as on the home screen");
    for figure in figures.as_array().expect("figures") {
        assert!(
            figure["value"].as_str().is_some_and(|value| value.contains(" of ")),
            "no figure without its base"
        );
    }
    let headings: Vec<Value> = pieces(&pack, "heading");
    let wanted = [
        "Summary",
        "Duties not met",
        "Actions",
        "Changes since last round",
        "Questions to ask",
        "Challenges and replies",
        "Sign-off",
    ];
    assert_eq!(headings, wanted.map(Value::from));
    let overdue = home["overdue_actions"].as_u64().expect("a count");
    let said = pieces(&pack, "table").iter().any(|table| {
        table["caption"]
            .as_str()
            .is_some_and(|caption| caption.contains(&format!("{overdue} of them overdue")))
    });
    assert!(overdue > 0 && said);
}

#[test]
fn every_figure_is_said_to_be_self_assessed() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = sample(&folder);
    for paper in ["governor_pack", "inspection_pack", "what_changed"] {
        let paper = shown(&session, paper);
        let rated = |table: &&Value| {
            let columns = table["columns"].as_array().expect("columns");
            columns.iter().any(|column| column["label"] == "Self-rating" || column["label"] == "Moved")
        };
        let tables = pieces(&paper, "table");
        let captions = tables.iter().filter(rated).chain(&[]).map(|table| &table["caption"]);
        let bars = pieces(&paper, "bars");
        for caption in captions.chain(bars.iter().map(|bars| &bars["caption"])) {
            assert!(
                caption.as_str().is_some_and(|caption| caption.starts_with("Self-assessed.")),
                "{caption}"
            );
        }
    }
}

#[test]
fn the_inspection_pack_has_evidence_with_its_age_and_what_is_stale() {
    let folder = tempfile::tempdir().expect("a folder");
    let session = sample(&folder);
    let home = dispatch(&session, "home.show", json!({})).expect("home").value;
    let text = shown(&session, "inspection_pack").to_string();
    assert!(text.contains("months old") && text.contains("Stale since"));
    let stale = format!("{} of them past their review date", home["stale_evidence"]);
    assert!(text.contains(&stale), "{stale}");
}

#[test]
fn every_paper_is_written_in_every_format_under_a_name_that_survives_email() {
    let desk = Desk::begun();
    let papers = desk.told("papers.list", json!({}));
    let mut names = Vec::new();
    for line in papers.as_array().expect("papers") {
        for format in line["formats"].as_array().expect("formats") {
            let (name, bytes) =
                written(&desk, line["paper"].as_str().expect("a name"), format.as_str().expect("a format"));
            let sound = if name.ends_with(".xlsx") || name.ends_with(".docx") {
                bytes.starts_with(b"PK")
            } else if name.ends_with(".pdf") {
                bytes.starts_with(b"%PDF-")
            } else {
                bytes.starts_with(b"<!DOCTYPE")
            };
            assert!(sound, "{name}");
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{name}");
            names.push(name);
        }
    }
    assert!(
        names.contains(&"Governor-pack_Example-Primary-School_2026-27_DRAFT.html".to_owned()),
        "{names:?}"
    );
    assert_eq!(names.len(), 22);
    let failure = desk.refused("papers.write", json!({"paper": "governor_pack", "format": "xlsx"}));
    assert!(!failure.hint.is_empty());
}

#[test]
fn a_draft_says_so_until_everybody_has_signed_and_the_code_stands_on_the_page() {
    let desk = ready();
    let draft = String::from_utf8(written(&desk, "governor_pack", "html").1).expect("text");
    assert!(draft.contains("DRAFT") && draft.contains("Draft, not signed off"));
    for step in ["dsl", "headteacher", "board"] {
        assert!(shown(&desk.session, "governor_pack")["draft"] != "", "a draft before {step} has signed");
        sign(&desk, step);
    }
    let (name, bytes) = written(&desk, "governor_pack", "html");
    let (page, code) =
        (String::from_utf8(bytes).expect("text"), desk.told("sign_off.show", json!({}))["code"].clone());
    assert!(!page.contains("DRAFT") && !name.contains("DRAFT"), "{name}");
    assert!(
        page.contains(code.as_str().expect("a code"))
            && page.contains("Matches: what stands here is what was signed.")
    );
    assert_eq!(page.matches("Alex Example").count(), 3);
}

#[test]
fn an_organisation_reads_of_its_board_and_no_school_word_of_ours() {
    let desk = Desk::bare();
    desk.told(
        "start.new_setting",
        json!({
            "template": "section11@2026.1", "name": "Sampleton Housing", "kind": "organisation",
            "identifiers": {}, "round_label": "2026/27", "governors": "2027-01-14", "due": "2027-02-01",
        }),
    );
    let pack = shown(&desk.session, "governor_pack");
    assert_eq!(pack["title"], "Board pack");
    let text = pack.to_string();
    assert!(text.contains("Board meeting: 14 January 2027.") && !text.contains("overnor"), "{text}");
    desk.told("home.dates", json!({"governors": "2027-01-20", "due": "2027-02-01"}));
    let history = desk.told("file.history", json!({})).to_string();
    assert!(history.contains("\"Board meeting\"") && !history.contains("overnor"), "{history}");
}

#[test]
fn what_people_typed_stays_text_on_the_page() {
    let desk = Desk::begun();
    desk.rate("school.a1", "not_met");
    desk.write("school.a1", "area", "<script>alert(1)</script> & \"more\"");
    let page = String::from_utf8(written(&desk, "governor_pack", "html").1).expect("text");
    assert!(
        !page.contains("<script")
            && page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;")
    );
}
