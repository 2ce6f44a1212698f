//! Rounds of one organisation and of none: one is said as one, and what is not there is a sentence.

use super::*;
use crate::analysis::group::{By, named};
use crate::submission::action::{ActionState, Planned};

const ONE: [&str; 12] = [
    "returns",
    "schools",
    "settings",
    "organisations",
    "ratings",
    "questions",
    "standards",
    "panels",
    "actions",
    "judgements",
    "findings",
    "others",
];

/// What is said as of many while it is of one: `1 returns`, `of 1 schools`.
fn misspoken(words: &str) -> Vec<String> {
    let words: Vec<&str> =
        words.split(|letter: char| !letter.is_alphanumeric() && letter != '.' && letter != ',').collect();
    let two =
        words.windows(2).filter(|two| two[0] == "1" && ONE.contains(&two[1].trim_end_matches(['.', ','])));
    two.map(|two| two.join(" ")).collect()
}

/// Every text of a paper: sentences, captions, heads, cells and notes.
fn texts(document: &crate::report::Document) -> Vec<String> {
    fn walk(value: &serde_json::Value, texts: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) if !text.starts_with("<svg") => texts.push(text.clone()),
            serde_json::Value::Array(all) => all.iter().for_each(|one| walk(one, texts)),
            serde_json::Value::Object(all) => all.values().for_each(|one| walk(one, texts)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    walk(&serde_json::to_value(document).expect("words"), &mut all);
    all
}

#[test]
fn one_is_said_as_one_in_every_paper() {
    assert_eq!(
        misspoken("of 1 schools, 11 returns, 0.1 actions and 1 ratings."),
        ["1 schools,", "1 ratings."]
    );
    let mut random = 0;
    for settings in [1, 2] {
        let mut round = round(settings);
        round.grid.rows.truncate(1);
        round.before.rows.truncate(1);
        round.recipe.expected = 1;
        round.grid.expected = u32::try_from(settings).expect("few");
        let submission = round.grid.rows[0].submission;
        let action =
            Planned { submission, owned: true, due: None, state: ActionState::Open, questions: Vec::new() };
        let planned = [action];
        let sharing = Sharing::of(&round.grid, 5);
        for shown in [Shown::ToOfficers, Shown::ToOthers(&sharing)] {
            let ground = Ground { people: "organisations", planned: &planned, ..round.ground(shown) };
            for paper in Paper::ALL {
                assert!(
                    compose(paper, &ground).sections.iter().all(says_something),
                    "{paper:?}: a heading alone"
                );
                for text in texts(&compose(paper, &ground)) {
                    assert!(misspoken(&text).is_empty(), "{paper:?}: {text}");
                    random += 1;
                }
            }
            let (sizes, asked) = (BTreeMap::new(), BTreeSet::new());
            let sheets = feedback::Sheets::new(&ground, &round.grid, (&sizes, &asked));
            for text in texts(&sheets.sheet(sheets.all()[0])) {
                assert!(misspoken(&text).is_empty(), "{text}");
                assert!(
                    !ground.is_shared() || !text.starts_with("Figures of the others"),
                    "nobody stands beside it"
                );
            }
        }
    }
    assert!(random > 500, "{random}");
}

#[test]
fn a_round_without_returns_says_so_in_place_of_results() {
    let mut round = round(12);
    round.grid.rows.clear();
    let sharing = Sharing::of(&round.grid, 5);
    for shown in [Shown::ToOfficers, Shown::ToOthers(&sharing)] {
        let ground = round.ground(shown);
        let full = compose(Paper::Full, &ground);
        let said = texts(&full).iter().filter(|text| *text == "No return counts yet.").count();
        assert_eq!(said, 1);
        let ratings =
            tables(&full).into_iter().filter(|table| table.columns.iter().any(|one| one.label == "% met"));
        assert_eq!(ratings.count(), 0);
        for paper in
            [Paper::Executive, Paper::DslBriefing, Paper::Governors, Paper::Public, Paper::Scrutineer]
        {
            let document = compose(paper, &ground);
            assert!(texts(&document).iter().any(|text| text == "No return counts yet."), "{paper:?}");
            assert!(
                document.sections.iter().all(|section| section.blocks.len() > 1),
                "{paper:?}: a heading alone"
            );
        }
    }
}

#[test]
fn settings_of_which_no_phase_is_known_are_told_apart_by_what_is() {
    let mut round = round(12);
    for row in round.grid.rows.iter_mut() {
        row.who.phase = "".into();
    }
    round.asked[0].now.lines.iter_mut().for_each(|line| line.group = "Not said".to_owned());
    let titles = |round: &Round| -> Vec<String> {
        let document = compose(Paper::Full, &round.ground(Shown::ToOfficers));
        tables(&document).into_iter().map(|table| table.title.clone()).collect()
    };
    let none = titles(&round);
    let chapters = |round: &Round| -> Vec<String> {
        let document = compose(Paper::Full, &round.ground(Shown::ToOfficers));
        document.sections.iter().map(|section| section.name.clone()).collect()
    };
    let told_apart = |round: &Round| [By::Status, By::Locality, By::Trust].map(|by| named(&round.grid, by));
    let (has, apart) =
        (chapters(&round).iter().any(|name| name.starts_with("Results by")), told_apart(&round));
    assert_eq!(
        has,
        apart.iter().any(|groups| *groups > 1),
        "a chapter only where something tells them apart"
    );
    for row in round.grid.rows.iter_mut() {
        (row.who.status, row.who.locality, row.who.trust) = Default::default();
    }
    assert!(chapters(&round).iter().all(|name| !name.starts_with("Results by")), "{:?}", chapters(&round));
    assert!(none.iter().all(|title| !title.to_lowercase().ends_with("by phase")), "{none:?}");
    round.asked[0].word = "Status".to_owned();
    round.asked[0].now.lines.iter_mut().for_each(|line| line.group = "Health".to_owned());
    assert!(titles(&round).iter().any(|title| title == "Response by status"), "{:?}", titles(&round));
    round.template.audience = crate::template::Audience::Agency;
    let title = |paper: Paper| compose(paper, &round.ground(Shown::ToOfficers)).title;
    assert_eq!(
        (title(Paper::Governors).as_str(), title(Paper::Public).as_str()),
        ("Pack for boards", "Public summary")
    );
}
