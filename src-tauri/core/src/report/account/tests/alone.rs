//! Sheets and pictures that leave by themselves say what must be known to read them.

use super::*;

#[test]
fn a_return_that_is_in_no_figure_yet_has_its_sheet_beside_all_that_count_and_it_says_why() {
    let mut round = round(60);
    let late = round.grid.rows.pop().expect("the last");
    round.grid.outside.push(late.clone());
    let sharing = Sharing::of(&round.grid, 5);
    let ground = round.ground(Shown::ToOthers(&sharing));
    let (sizes, asked) = (BTreeMap::new(), BTreeSet::new());
    let sheets = feedback::Sheets::new(&ground, &round.grid, (&sizes, &asked));
    let all = sheets.all();
    assert_eq!((all.len(), all[59].row, all[59].place), (60, &late, None));
    let sheet = format!("{:?}", sheets.sheet(all[59]));
    let own = round.grid.tally_of(&late);
    assert!(sheet.contains(&format!("{} of {}", own.at_least_met(), own.base())), "its own answers: {sheet}");
    assert!(sheet.contains("not in the figures of the others yet: your setting is not asked"), "{sheet}");
    assert!(!sheet.contains("It is one of"), "{sheet}");
    let like = round.grid.rows.iter().filter(|row| row.who.phase == late.who.phase).count();
    assert!(sheet.contains(&format!("Beside {like} others")), "all that count, and not one less: {sheet}");
}

#[test]
fn a_picture_of_questions_in_an_order_says_by_itself_what_their_places_bear() {
    let round = round(60);
    let sharing = Sharing::of(&round.grid, 5);
    for shown in [Shown::ToOfficers, Shown::ToOthers(&sharing)] {
        let ground = round.ground(shown);
        for picture in [Picture::Strongest, Picture::Weakest] {
            let chart = picture.drawn(&ground).expect("a chart");
            assert!(
                chart.note.contains("place") && chart.table.notes.contains(&chart.note),
                "{}",
                chart.note
            );
            let svg = crate::report::chart::svg::alone(&chart);
            let words: Vec<&str> = chart.note.split(' ').take(6).collect();
            assert!(svg.contains(&words.join(" ")), "{svg}");
        }
        let standards = Picture::Standards.drawn(&ground).expect("a chart");
        assert_eq!(standards.note, "", "the standards stand in the order of the tool");
    }
}

#[test]
fn a_return_without_a_rating_gets_one_sentence_and_what_was_not_asked_is_no_answer() {
    use crate::submission::ratings::{FIRST_LEVEL, NOT_ASKED};
    let mut round = round(60);
    let every = round.grid.rows[0].ratings.len();
    // Not asked, in both rounds.
    for grid in [&mut round.grid, &mut round.before] {
        grid.rows[0].ratings = vec![NOT_ASKED; every];
        grid.rows[1].ratings = vec![NOT_ASKED; every];
        grid.rows[1].ratings[..10].fill(FIRST_LEVEL);
        grid.rows[1].setting = crate::setting::SettingId(uuid::Uuid::from_u128(9_999));
    }
    let sharing = Sharing::of(&round.grid, 5);
    let ground = round.ground(Shown::ToOthers(&sharing));
    let (sizes, asked) = (BTreeMap::new(), BTreeSet::new());
    let sheets = feedback::Sheets::new(&ground, &round.grid, (&sizes, &asked));
    let told = serde_json::to_string(&sheets.sheet(sheets.all()[0])).expect("words");
    assert!(told.contains("Nothing in your return is rated"), "{told}");
    assert_eq!(told.matches("Recipe: ").count(), 1, "{told}");
    for gone in ["0 of 0", "None recorded", "as before", "You rated nothing below met"] {
        assert!(!told.contains(gone), "{gone}: {told}");
    }
    let told = serde_json::to_string(&sheets.sheet(sheets.all()[1])).expect("words");
    let asked = round.grid.scored().filter(|column| *column < 10).count();
    assert!(told.contains(&format!("0 differ, {asked} are as before")), "{told}");
}

#[test]
fn what_happens_next_stands_under_its_own_heading_at_the_end_of_the_plan() {
    let mut round = round(60);
    round.added.texts.insert("next_steps".into(), "- Panels meet the schools\n- The plan goes on".into());
    let paper = compose(Paper::Full, &round.ground(Shown::ToOfficers));
    let plan = paper.sections.iter().find(|one| one.name == "Recommendations and action plan");
    let blocks = &plan.expect("the plan").blocks;
    assert!(
        matches!(&blocks[blocks.len() - 2..], [Block::Subheading(next), Block::List(_)] if next == "What happens next"),
        "{blocks:?}"
    );
}
