//! A round of random ratings, and what its papers say of it.

mod alone;
mod few;
mod ratings;
mod read_back;

use super::*;
use crate::analysis::between::{Beside, Earlier};
use crate::analysis::grid::Grid;
use crate::analysis::judged::Caption;
use crate::analysis::response::{Came, Event, Line};
use crate::analysis::returns::{self, Returns};
use crate::analysis::sharing::{Sharing, Shown};
use crate::analysis::themes::Spoken;
use crate::analysis::triangle::{self, Surveys};
use crate::publication::{Added, Recipe};
use crate::report::document::Block;
use crate::template::{QuestionId, Template};
use std::collections::{BTreeMap, BTreeSet};

struct Round {
    grid: Grid,
    before: Grid,
    template: Template,
    caption: Caption,
    asked: Vec<Asked>,
    same: BTreeMap<QuestionId, Beside>,
    spoken: Vec<Spoken>,
    surveys: Surveys,
    added: Added,
    own: Own,
    recipe: Recipe,
    files: BTreeMap<crate::submission::SubmissionId, crate::intake::kept::CameFrom>,
}

/// Those who were asked, with the same round a year before.
fn asked(lines: Vec<Line>, caption: &Caption) -> Asked {
    let now = Returns { lines, day: caption.as_at, due: Some(caption.as_at), ..Returns::default() };
    let before = returns::Before { label: "2025/26".into(), returns: now.clone() };
    Asked { word: "Phase".into(), now, before: Some(before) }
}

/// Every question is the same in both rounds.
fn same(template: &Template) -> BTreeMap<QuestionId, Beside> {
    let with = |one: &crate::template::Question| Beside::With {
        then: one.id.clone(),
        number: one.number.clone(),
        said: String::new(),
    };
    template.questions().map(|one| (one.id.clone(), with(one))).collect()
}

/// A round of so many settings, each with random ratings, and one before it.
fn round(settings: usize) -> Round {
    use rand::SeedableRng as _;
    let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(7);
    let (template, caption) =
        (crate::analysis::naive_tests::template(), crate::analysis::naive_tests::caption());
    let grid = crate::analysis::naive_tests::random_grid(&mut random, u32::try_from(settings).expect("few"));
    let before =
        crate::analysis::naive_tests::random_grid(&mut random, u32::try_from(settings).expect("few"));
    let line = |place: usize| Line {
        group: if place.is_multiple_of(3) { "Secondary" } else { "Primary" }.to_owned(),
        due: Some(caption.as_at),
        setting: None,
        events: vec![Event { on: caption.as_at, came: Came::Accepted }],
    };
    let lines: Vec<Line> = (0..settings).map(line).collect();
    let same = same(&template);
    let recipe = Recipe {
        earlier: Vec::new(),
        round: "2026/27".into(),
        tool: "Tool, version 1".into(),
        tool_digest: "t".into(),
        as_at: caption.as_at.to_string(),
        readers: String::new(),
        threshold: 5,
        expected: grid.expected,
        returns: Vec::new(),
        hidden: BTreeMap::new(),
        told: BTreeMap::new(),
        digest: "d".into(),
        sources: BTreeMap::new(),
        part: None,
        head: "HEAD".into(),
        program: "0".into(),
    };
    Round {
        asked: vec![asked(lines, &caption)],
        grid,
        before,
        template,
        caption,
        same,
        spoken: Vec::new(),
        surveys: Surveys::default(),
        added: Added::default(),
        own: Own::default(),
        recipe,
        files: BTreeMap::new(),
    }
}

impl Round {
    fn ground<'g>(&'g self, shown: Shown<'g>) -> Ground<'g> {
        Ground {
            partnership: "Sampleton partnership",
            round: "2026/27",
            template: &self.template,
            grid: shown.grid(&self.grid),
            caption: &self.caption,
            shown,
            asked: &self.asked,
            first: self.caption.as_at - chrono::Duration::days(30),
            due: None,
            signs: "",
            chased: [1, 0, 0, 2],
            earlier: Some(Before {
                earlier: Earlier { label: "2025/26", grid: &self.before, questions: &self.same, shared: &[] },
                planned: &[],
            }),
            planned: &[],
            found: &[],
            rated: &[],
            spoken: &self.spoken,
            asked_for: &[],
            surveys: &self.surveys,
            own: &self.own,
            added: &self.added,
            recipe: &self.recipe,
            files: &self.files,
            people: "schools",
        }
    }
}

#[test]
fn headlines_say_their_bases_and_an_edited_one_is_marked_when_its_figures_move() {
    let mut round = round(60);
    let told = headlines::headlines(&round.ground(Shown::ToOfficers));
    let of =
        |told: &[Headline], key: &str| told.iter().find(|one| one.key == key).cloned().expect("a sentence");
    assert!(of(&told, "response").made.starts_with("60 of 60 schools (100.0%) returned"), "{told:?}");
    let overall = of(&told, "overall");
    let every: Vec<usize> = round.grid.scored().collect();
    let tally = round.ground(Shown::ToOfficers).tally(&every);
    assert!(overall.made.contains(&format!("{} of {} judgements", tally.at_least_met(), tally.base())));
    let put = crate::publication::Sentence {
        text: "Mine.".into(),
        figures: overall.figures.clone(),
        who: String::new(),
    };
    round.added.sentences.insert("overall".into(), put);
    let told = headlines::headlines(&round.ground(Shown::ToOfficers));
    assert_eq!((of(&told, "overall").words(), of(&told, "overall").is_stale()), ("Mine.", false));
    round.grid.rows.truncate(40);
    let told = headlines::headlines(&round.ground(Shown::ToOfficers));
    assert_eq!((of(&told, "overall").words(), of(&told, "overall").is_stale()), ("Mine.", true));
}

#[test]
fn words_over_figures_for_officers_are_not_shared_and_words_for_others_wait_when_theirs_move() {
    let mut round = round(60);
    let put = |round: &mut Round, key: &str, figures: &str| {
        let (text, figures, who) = ("Mine.".to_owned(), figures.to_owned(), String::new());
        round.added.sentences.insert(key.to_owned(), crate::publication::Sentence { text, figures, who });
    };
    put(&mut round, "overall", "1/2");
    let sharing = Sharing::of(&round.grid, 5);
    let told = |round: &Round| {
        let told = headlines::headlines(&round.ground(Shown::ToOthers(&sharing)));
        told.into_iter().find(|one| one.key == "overall").expect("a sentence")
    };
    let without = told(&round);
    assert_eq!((without.words(), without.put.as_deref()), (without.made.as_str(), None));
    put(&mut round, &headlines::kept_as("overall", true), &without.figures);
    assert_eq!((told(&round).words(), told(&round).waits()), ("Mine.", false));
    put(&mut round, &headlines::kept_as("overall", true), "1/2");
    assert_eq!((told(&round).words(), told(&round).waits()), (without.made.as_str(), true));
    put(&mut round, "overall", &without.figures);
    round.added.sentences.remove(&headlines::kept_as("overall", true));
    assert_eq!(told(&round).words(), "Mine.", "the same figures are for all");
}

#[test]
fn where_ranges_overlap_neither_standard_is_said_to_be_ahead() {
    let mut round = round(60);
    round.grid.expected = 6_000;
    let told = headlines::headlines(&round.ground(Shown::ToOfficers));
    let standards = told.iter().find(|one| one.key == "standards").expect("a sentence");
    assert!(standards.made.contains("neither is said to be ahead"), "{}", standards.made);
}

#[test]
fn few_settings_are_told_to_officers_and_to_nobody_else() {
    let round = round(3);
    let sharing = Sharing::of(&round.grid, 5);
    let officers = headlines::headlines(&round.ground(Shown::ToOfficers));
    let others = headlines::headlines(&round.ground(Shown::ToOthers(&sharing)));
    assert!(officers.iter().any(|one| one.key == "overall"));
    assert!(others.iter().all(|one| one.key == "response"), "{others:?}");
    for paper in Paper::ALL {
        let document = compose(paper, &round.ground(Shown::ToOthers(&sharing)));
        crate::report::excel::write(&document).expect("written, also where everything is hidden");
        crate::report::pdf::write(&document).expect("written, also where everything is hidden");
        let shares = document.sections.iter().flat_map(|one| &one.blocks).filter_map(|block| match block {
            Block::Chart(chart) if chart.code == "C1" => Some(&chart.table),
            _ => None,
        });
        for table in shares {
            assert!(table.rows.iter().all(|row| row[1].count.is_none()), "{paper:?}");
        }
    }
}

/// Every table of a paper: those that stand alone and those below charts.
fn tables(document: &crate::report::Document) -> Vec<&crate::analysis::table::Table> {
    let blocks = document.sections.iter().flat_map(|one| &one.blocks);
    let of = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Chart(chart) => Some(&chart.table),
        _ => None,
    });
    of.collect()
}

/// A standard that three settings answered is hidden; nothing that is the sum of all standards may hold it.
#[test]
fn what_few_judged_is_in_no_sum_of_any_paper() {
    let mut round = round(60);
    let few: Vec<usize> = round.grid.scored().filter(|it| round.grid.columns[*it].standard == 2).collect();
    for (place, row) in round.grid.rows.iter_mut().enumerate() {
        few.iter().for_each(|column| row.ratings[*column] = if place < 3 { 4 } else { 1 });
    }
    let whole = round.grid.tallies(&round.grid.everyone());
    let open = round.grid.scored().filter(|column| !few.contains(column));
    let wanted = open.fold(crate::analysis::Tally::default(), |sum, column| sum.plus(whole[column]));
    let sharing = Sharing::of(&round.grid, 5);
    let ground = round.ground(Shown::ToOthers(&sharing));
    let told = headlines::headlines(&ground);
    let overall = told.iter().find(|one| one.key == "overall").expect("a sentence");
    assert_eq!(overall.figures, format!("{}/{}", wanted.at_least_met(), wanted.base()));
    let mut sums = 0;
    for paper in Paper::ALL {
        let document = compose(paper, &ground);
        for table in tables(&document) {
            let share = table.columns.iter().position(|column| column.label == "% met");
            for row in &table.rows {
                let cell = share.and_then(|share| row.get(share));
                if row[0].text == "All standards" {
                    let shown = cell.map(|cell| (cell.count, cell.base));
                    assert_eq!(shown, Some((Some(wanted.at_least_met()), Some(wanted.base()))), "{paper:?}");
                    assert!(table.notes.iter().any(|note| note.contains("4 questions")), "{paper:?}");
                    sums += 1;
                } else if row[0].text.starts_with("2 Standard") {
                    let numbers = row.iter().skip(1).filter(|cell| cell.base.is_some()).count();
                    assert_eq!(numbers, 0, "{paper:?}: {}", table.title);
                }
            }
        }
    }
    assert!(sums >= 4, "{sums}");
    // A setting's own sheet has its own answers in full.
    let (sizes, asked) = (BTreeMap::new(), BTreeSet::new());
    let sheets = feedback::Sheets::new(&ground, &round.grid, (&sizes, &asked));
    let sheet = format!("{:?}", sheets.sheet(sheets.all()[0]));
    let own = round.grid.tally_of(&round.grid.rows[0]);
    assert!(sheet.contains(&format!("{} of {}", own.at_least_met(), own.base())));
    assert!(sheet.contains("4 questions are left out of both"), "{sheet}");
}

#[test]
fn a_chapter_with_nothing_to_say_is_left_out_and_headings_can_be_chosen() {
    let mut round = round(60);
    let names = |round: &Round| -> Vec<String> {
        let document = compose(Paper::Full, &round.ground(Shown::ToOfficers));
        document.sections.into_iter().map(|section| section.name).collect()
    };
    let all = names(&round);
    assert!(all.contains(&"Results overall and by standard".to_owned()), "{all:?}");
    assert!(!all.contains(&"What we were told".to_owned()) && !all.contains(&"Panel sessions".to_owned()));
    assert_eq!(all.last().map(String::as_str), Some("Recipe"));
    round.added.texts.insert("told".into(), "- One theme\n- Another".into());
    assert!(names(&round).contains(&"What we were told".to_owned()));
    let text = "I know whom to tell".to_owned();
    let (topic, survey) = ("A".to_owned(), "Staff".to_owned());
    let asked = triangle::Asked {
        topic,
        columns: vec![0],
        survey,
        text,
        share: (30, 40),
        before: None,
        panel: (0, 0),
        seen: 0,
    };
    round.surveys = Surveys { asked: vec![asked], earlier: None };
    assert!(names(&round).contains(&"Voices beside the self-ratings".to_owned()));
    round.added.texts.clear();
    assert!(!names(&round).contains(&"What we were told".to_owned()));
    let returns = round.grid.rows.iter().take(20).map(|row| row.submission).collect();
    round.spoken = vec![Spoken { name: "One".into(), returns, ..Spoken::default() }];
    assert!(
        names(&round).contains(&"What we were told".to_owned()),
        "coded texts are a chapter of their own"
    );
    round.added.headings = "overview".into();
    assert!(names(&round).contains(&"Contributors".to_owned()));
}

#[test]
fn a_feedback_sheet_shows_own_figures_in_full_and_others_only_where_they_are_enough() {
    let round = round(60);
    let sharing = Sharing::of(&round.grid, 5);
    let ground = round.ground(Shown::ToOthers(&sharing));
    let (sizes, asked) = (BTreeMap::new(), BTreeSet::new());
    let sheets = feedback::Sheets::new(&ground, &round.grid, (&sizes, &asked));
    let chart = |row: usize| {
        let sheet = sheets.sheet(sheets.all()[row]);
        let blocks = sheet.sections.into_iter().flat_map(|section| section.blocks);
        blocks.into_iter().find_map(|block| match block {
            Block::Chart(chart) => Some(*chart),
            _ => None,
        })
    };
    let chart = chart(3).expect("a chart");
    let own = round.grid.tally_of(&round.grid.rows[3]);
    let met: u32 = chart.table.rows.iter().filter_map(|row| row[1].count).sum();
    assert_eq!(met, own.at_least_met(), "own figures are those of the return");
    for row in &chart.table.rows {
        if let (Some(low), Some(middle), Some(high)) = (row[2].count, row[3].count, row[4].count) {
            assert!(low <= middle && middle <= high, "{row:?}");
        }
    }
    assert!(chart.table.rows.iter().any(|row| row[3].count.is_some()));
    for document in [sheets.sheet(sheets.all()[0]), compose(Paper::Full, &ground)] {
        assert_eq!(&crate::report::pdf::write(&document).expect("it keeps to PDF/UA-1")[..5], b"%PDF-");
        assert_eq!(&crate::report::word::write(&document).expect("written")[..2], b"PK");
    }
}

/// T4, T10, T15 and T23 stand in the full report; what speaks of single settings not where others read it.
#[test]
fn the_full_report_has_quality_matched_settings_the_sample_and_numbers() {
    use crate::analysis::quality::Quality;
    let mut round = round(60);
    let known = round.grid.rows.iter().map(|row| (row.submission, Quality::default()));
    round.own.quality = known.collect();
    let mut drawn =
        crate::analysis::numbers::table(&round.grid, &round.template, &round.caption, |_| Vec::new());
    drawn.title = "Sample and population".to_owned();
    round.own.drawn = Some(drawn);
    let asked = round.template.standards[4].questions.first_mut().expect("a question");
    asked.kind = crate::template::QuestionKind::Number;
    round.own.numbers = [(asked.id.clone(), vec![(round.grid.rows[0].submission, 7.0)])].into();
    let titles = |round: &Round, shown: Shown<'_>| -> Vec<String> {
        let document = compose(Paper::Full, &round.ground(shown));
        let mut titles: Vec<String> = tables(&document).iter().map(|table| table.title.clone()).collect();
        titles.retain(|title| {
            ["Quality", "Matched", "Sample", "Numbers"].iter().any(|it| title.starts_with(it))
        });
        titles
    };
    assert_eq!(
        titles(&round, Shown::ToOfficers),
        [
            "Quality of the returns",
            "Numbers in returns",
            "Sample and population",
            "Matched settings: this round beside 2025/26"
        ]
    );
    let sharing = Sharing::of(&round.grid, 5);
    assert_eq!(
        titles(&round, Shown::ToOthers(&sharing)),
        ["Quality of the returns", "Matched settings: this round beside 2025/26"]
    );
    round.own.quality.clear();
    assert_eq!(titles(&round, Shown::ToOthers(&sharing)).len(), 1, "a past paper does not know it");
}
