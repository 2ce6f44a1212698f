//! Every paper of the sample partnership as a PDF, held against what the Matterhorn protocol lets a machine check of PDF/UA-1, on
//! the bytes that were written and not by the word of the writer.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::every_again::papers;
use crate::every_pdf_rounds;
use crate::every_table::sample;
use crate::gateway::seat::Seat;
use crate::pdf_parts::{Parts, after, referred};

/// The name of a PDF and its bytes, one of every kind.
fn all(seat: &Seat) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    let mut one = |name: String, command: &str, input: serde_json::Value| {
        seat.next_dialog("paper.pdf");
        seat.done(command, input);
        all.push((name, std::fs::read(seat.path("paper.pdf")).expect("written")));
    };
    for paper in papers(seat) {
        for readers in ["officers", "others"] {
            let asked = json!({ "paper": paper, "readers": readers, "format": "pdf" });
            one(format!("{paper} for {readers}"), "report.write", asked);
        }
    }
    for paper in ["response", "non_return", "handover"] {
        one(paper.to_owned(), "round_paper.write", json!({ "paper": paper, "format": "pdf" }));
    }
    for (name, command, input) in of_the_work(seat) {
        one(name, command, input);
    }
    std::fs::create_dir(seat.path("sheets")).expect("a folder");
    seat.next_dialog("sheets");
    seat.done("feedback.write", json!({}));
    assert_eq!(seat.ended()["state"], "done");
    for sheet in std::fs::read_dir(seat.path("sheets")).expect("there").map(|one| one.expect("one").path()) {
        if sheet.extension().is_some_and(|ending| ending == "pdf") {
            all.push((sheet.display().to_string(), std::fs::read(&sheet).expect("read")));
        }
    }
    all
}

/// Every paper of panels, case audits, samples and workshops, the tracker and a report over rounds.
fn of_the_work(seat: &Seat) -> Vec<(String, &'static str, serde_json::Value)> {
    let first = |command: &str, list: &str| {
        let all = seat.done(command, json!({}));
        all.pointer(&format!("{list}/0/id")).cloned()
    };
    let rounds = seat.done("pack.list", json!({}))["rounds"].clone();
    let of_schools = |one: &&serde_json::Value| one["own"] == true && one["family"] == "school";
    let rounds = rounds.as_array().expect("rounds").iter().filter(of_schools);
    let rounds: Vec<_> = rounds.map(|one| one["round"].clone()).collect();
    let mut all = vec![
        ("tracker".to_owned(), "plan.tracker", json!({ "meeting": null, "format": "pdf" })),
        ("merged".to_owned(), "merged.write", json!({ "rounds": rounds, "format": "pdf" })),
        ("programme".to_owned(), "programme.paper", json!({ "format": "pdf" })),
    ];
    let round = seat.done("round.show", json!({}));
    let mut settings = round["settings"].as_array().expect("settings").iter();
    let returned = settings.find(|one| one["submission"].is_string()).expect("one that returned");
    let plan = json!({ "on": "2026-12-01", "quorum": [] });
    let met = seat.done("panel.begin", json!({ "setting": returned["setting"], "plan": plan }));
    for paper in ["invitation", "pack", "note_form"] {
        let asked = json!({ "session": met["id"], "paper": paper, "format": "pdf" });
        all.push((format!("panel {paper}"), "panel.paper", asked));
    }
    if let Some(audit) = first("case_audit.list", "/audits") {
        let asked = json!({ "audit": audit, "paper": "record", "format": "pdf" });
        all.push(("record".to_owned(), "case_audit.paper", asked));
    }
    if let Some(sample) = first("dip_sample.list", "/samples") {
        all.push(("dip".to_owned(), "dip_sample.paper", json!({ "sample": sample, "format": "pdf" })));
    }
    all
}

/// The papers of a school, its pack for governors among them.
fn of_a_school() -> Vec<(String, Vec<u8>)> {
    let seat = Seat::new();
    seat.done("sample.open", json!({}));
    let papers = seat.done("papers.list", json!({}));
    let has_pdf = |line: &&serde_json::Value| line["formats"].to_string().contains("\"pdf\"");
    let papers = papers.as_array().expect("papers").iter().filter(has_pdf);
    let written = |line: &serde_json::Value| {
        seat.next_dialog("paper.pdf");
        seat.done("papers.write", json!({ "paper": line["paper"], "format": "pdf" }));
        (line["paper"].to_string(), std::fs::read(seat.path("paper.pdf")).expect("written"))
    };
    papers.map(written).collect()
}

/// A structure element: its number, kind, what is below it.
struct Tree<'p> {
    parts: &'p Parts,
    /// In the order in which they are read, with their kind and the number of the one above.
    elements: Vec<(u32, String, u32)>,
    kinds: BTreeMap<u32, String>,
}

impl<'p> Tree<'p> {
    fn of(parts: &'p Parts) -> Self {
        let (root, said) = parts.with("/Type/StructTreeRoot").next().expect("a tree");
        let mut tree = Self { parts, elements: Vec::new(), kinds: BTreeMap::new() };
        for top in referred(between(said, "/K")) {
            tree.walk(top, root);
        }
        tree
    }

    fn walk(&mut self, number: u32, above: u32) {
        let said = &self.parts.objects[&number];
        if !said.contains("/Type/StructElem") {
            return;
        }
        assert_eq!(
            referred(&format!("{} ", after(said, "/P ")))[..],
            [above],
            "{said} says what it stands in"
        );
        let kind = after(said, "/S/").to_owned();
        self.kinds.insert(number, kind.clone());
        self.elements.push((number, kind, above));
        for below in referred(between(said, "/K")) {
            self.walk(below, number);
        }
    }

    fn kind(&self, number: u32) -> &str {
        self.kinds.get(&number).map_or("", String::as_str)
    }
}

/// The array or the one thing behind a name.
fn between<'o>(object: &'o str, name: &str) -> &'o str {
    let Some((_, rest)) = object.split_once(name) else { return "" };
    match rest.strip_prefix('[') {
        Some(inside) => inside.split_once(']').map_or(inside, |(inside, _)| inside),
        None => rest.split(['/', '>']).next().unwrap_or_default(),
    }
}

/// 01: what is painted is read or adorns, never both, never neither; each piece is once on its page and in the tree.
fn content(name: &str, parts: &Parts, tree: &Tree<'_>) -> usize {
    let (_, root) = parts.with("/Type/StructTreeRoot").next().expect("a tree");
    let nums = between(root, "/Nums");
    let entries = referred(nums);
    let keys: Vec<u32> =
        nums.split(" 0 R").filter_map(|one| one.trim().split(' ').next()?.parse().ok()).collect();
    let by_key: BTreeMap<u32, u32> = keys.into_iter().zip(entries).collect();
    let known: BTreeSet<u32> = tree.elements.iter().map(|one| one.0).collect();
    let mut pieces = 0;
    for (number, page) in parts.with("/Type/Page/") {
        let painted = parts.painted(page);
        for one in &painted {
            assert!(
                one.piece.is_some() != one.adorns,
                "{name}, page {number}: {one:?} is not one of read and adorning"
            );
        }
        let found: BTreeSet<u32> = painted.iter().filter_map(|one| one.piece).collect();
        let key: u32 = after(page, "/StructParents").parse().expect("a page has its place in the tree");
        let owners = referred(&parts.objects[&by_key[&key]]);
        assert!(
            found.iter().all(|piece| (*piece as usize) < owners.len()),
            "{name}: {found:?} of {owners:?}"
        );
        for (piece, owner) in owners.iter().enumerate() {
            let said = &parts.objects[owner];
            assert!(known.contains(owner), "{name}: {said} is not reached from the tree");
            assert!(said.contains(&format!("/Pg {number} 0 R")), "{name}: {said} is not of page {number}");
            let holds =
                between(said, "/K").split([' ', '[', ']', '<', '>']).any(|it| it == piece.to_string());
            assert!(holds || said.contains(&format!("/MCID {piece}")), "{name}: {said} holds {piece}");
        }
        pieces += found.len();
    }
    pieces
}

/// 09, 13, 14, 15, 16, 17: what stands in what; figures have words, heads say of what they are, levels leave none out.
fn structure(name: &str, parts: &Parts, tree: &Tree<'_>) {
    const KINDS: [&str; 21] = [
        "Document", "Sect", "H1", "H2", "H3", "H4", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH",
        "TD", "Caption", "Figure", "TOC", "TOCI", "Link", "Span",
    ];
    let mut level = 0;
    for (number, kind, above) in &tree.elements {
        let (said, above) = (&parts.objects[number], tree.kind(*above));
        assert!(KINDS.contains(&kind.as_str()), "{name}: {kind} is no kind that we write");
        let wanted: &[&str] = match kind.as_str() {
            "TR" => &["Table"],
            "TH" | "TD" => &["TR"],
            "LI" => &["L"],
            "Lbl" | "LBody" => &["LI"],
            "TOCI" => &["TOC"],
            _other => &[],
        };
        assert!(wanted.is_empty() || wanted.contains(&above), "{name}: {kind} in {above}");
        match kind.as_str() {
            "Figure" => assert!(
                said.contains("/Alt(") || said.contains("/Alt<"),
                "{name}: a figure without words: {said}"
            ),
            "Table" => assert!(heads(tree, *number) > 0, "{name}: a table without heads: {said}"),
            "TH" => assert!(
                said.contains("/Scope/Row") || said.contains("/Scope/Column"),
                "{name}: a head of nothing"
            ),
            "H1" | "H2" | "H3" | "H4" => {
                let this: u32 = kind[1..].parse().expect("a level");
                assert!(this <= level + 1, "{name}: {kind} after level {level}");
                level = this;
            }
            _other => {}
        }
    }
}

/// How many heads a table has.
fn heads(tree: &Tree<'_>, table: u32) -> usize {
    let below = |above: u32, kind: &'static str| {
        tree.elements.iter().filter(move |one| one.2 == above && one.1 == kind).map(|one| one.0)
    };
    below(table, "TR").map(|row| below(row, "TH").count()).sum()
}

/// 06, 07, 10, 11, 28, 31: what the file says of itself, letters that are in it with what they mean, links that are in the tree.
fn whole(name: &str, parts: &Parts, tree: &Tree<'_>) {
    let (_, catalog) = parts.with("/Type/Catalog").next().expect("a catalog");
    for part in ["/Lang(en-GB)", "/Marked true", "/Suspects false", "/DisplayDocTitle true", "/Metadata"] {
        assert!(catalog.contains(part), "{name}: {part} is not in {catalog}");
    }
    let metadata =
        String::from_utf8_lossy(parts.stream(referred(&format!("{} ", after(catalog, "/Metadata")))[0]))
            .into_owned();
    assert!(metadata.contains("<pdfuaid:part>1<") && metadata.contains("<dc:title>"), "{name}: {metadata}");
    let mut fonts = 0;
    for (_, font) in parts.with("/Type/Font/").filter(|(_, one)| one.contains("/Subtype/Type0")) {
        assert!(font.contains("/ToUnicode"), "{name}: letters without a meaning: {font}");
        for below in referred(between(font, "/DescendantFonts")) {
            let below = &parts.objects[&below];
            let descriptor = &parts.objects[&referred(&format!("{} ", after(below, "/FontDescriptor")))[0]];
            assert!(
                descriptor.contains("/FontFile2") || descriptor.contains("/FontFile3"),
                "{name}: {descriptor}"
            );
            fonts += 1;
        }
    }
    assert!(fonts > 0, "{name} has letters");
    assert_eq!(
        parts
            .with("/Type/Font/")
            .filter(|(_, one)| !one.contains("Type0") && !one.contains("CIDFont"))
            .count(),
        0,
        "{name}"
    );
    let links: Vec<_> = parts.with("/Subtype/Link").collect();
    for (_, link) in &links {
        assert!(
            (link.contains("/Contents(") || link.contains("/Contents<")) && link.contains("/StructParent"),
            "{name}: {link}"
        );
    }
    assert_eq!(
        tree.elements.iter().filter(|one| one.1 == "Link").count(),
        links.len(),
        "{name}: links in the tree"
    );
    for (_, page) in parts.with("/Type/Page/") {
        assert!(!page.contains("/Annots") || page.contains("/Tabs/S"), "{name}: {page}");
    }
    // Nothing is painted from elsewhere than its page, where nobody would look whether it is read.
    assert!(parts.with("/Subtype/Form").next().is_none(), "{name}: a form");
    // 03 to 05, 12, 18, 20, 21, 23 to 27, 29, 30: nothing that moves, sounds, is filled in, is laid over, attached, locked or comes from elsewhere.
    for banned in [
        "/JavaScript",
        "/AcroForm",
        "/XFA",
        "/Encrypt",
        "/OCProperties",
        "/EmbeddedFiles",
        "/Subtype/Movie",
        "/Subtype/Sound",
        "/Subtype/Screen",
        "/Subtype/Widget",
        "/Subtype/TrapNet",
        "/Subtype/PrinterMark",
        "/Ref ",
        "/S/Formula",
        "/S/Note",
    ] {
        assert!(parts.with(banned).next().is_none(), "{name}: {banned}");
    }
}

#[test]
fn every_paper_keeps_to_what_pdf_ua_lets_a_machine_check() {
    let seat = sample();
    let mut all = all(&seat);
    all.extend(every_pdf_rounds::papers(&seat));
    all.extend(of_a_school());
    let names: BTreeSet<&str> = all.iter().map(|one| one.0.as_str()).collect();
    let further = [
        "drawn",
        "workshop allocation",
        "workshop programme",
        "workshop record",
        "workshop presentation",
        "forms",
        "member pack",
        "case summary",
        "case briefing",
        "case extract",
        "made again",
    ];
    assert!(names.len() > 48 && further.iter().all(|name| names.contains(name)), "{names:?}");
    let mut pieces = 0;
    for (name, bytes) in &all {
        pieces += checked(name, &Parts::of(bytes));
    }
    assert!(pieces > 5000, "{pieces} pieces are read");
    let (name, bytes) = all.iter().find(|one| one.0 == "full for officers").expect("the report of the round");
    broken(name, &Parts::of(bytes));
}

/// Everything that a machine can check; gives how many pieces are read.
fn checked(name: &str, parts: &Parts) -> usize {
    let tree = Tree::of(parts);
    structure(name, parts, &tree);
    whole(name, parts, &tree);
    content(name, parts, &tree)
}

/// Each of them is found where it is broken.
fn broken(name: &str, parts: &Parts) {
    let breaks = [
        ("/Artifact", "/Span"),
        ("/MCID 0", "/MCID 1"),
        ("/Tabs/S", ""),
        ("/StructParents ", "/StructParents 1"),
        ("/Alt(", "/Unsaid("),
        ("/Scope/", "/Of/"),
        ("/S/H2", "/S/H4"),
        ("/S/TR", "/S/P"),
        ("/S/TH", "/S/TD"),
        ("/S/LI", "/S/P"),
        ("/S/TOC", "/S/Index"),
        ("/S/Link", "/S/P"),
        ("/Lang(en-GB)", ""),
        ("/Marked true", "/Marked false"),
        ("/DisplayDocTitle true", "/DisplayDocTitle false"),
        ("<pdfuaid:part>1<", "<pdfuaid:part>2<"),
        ("/ToUnicode", "/Unknown"),
        ("/FontFile2", "/NoFile"),
        ("/Contents(", "/Said("),
        ("/Type/Catalog", "/Type/Catalog/AcroForm<<>>"),
    ];
    // What is looked at here is whether it fails, and not how: the messages are of no use.
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let fails = |(from, to): &(&str, &str)| {
        let altered = parts.altered(from, to);
        std::panic::catch_unwind(|| checked(name, &altered)).is_err()
    };
    let unseen: Vec<_> = breaks.iter().filter(|one| !fails(one)).collect();
    std::panic::set_hook(hook);
    assert!(unseen.is_empty(), "nobody sees {unseen:?}");
}
