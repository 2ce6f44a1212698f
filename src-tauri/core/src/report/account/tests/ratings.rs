//! Which papers hold figures of ratings: those that are made of words alone say the same whatever was rated.

use super::*;

/// What a paper says, without the recipe that it ends with.
fn said(paper: Paper, round: &Round) -> String {
    let sharing = Sharing::of(&round.grid, 5);
    let shown = if paper.is_in_full() { Shown::ToOfficers } else { Shown::ToOthers(&sharing) };
    format!("{:?}", compose(paper, &round.ground(shown)).sections)
}

#[test]
fn a_paper_that_holds_no_ratings_says_the_same_whatever_was_rated() {
    let mut round = round(40);
    let few: Vec<usize> = round.grid.scored().take(5).collect();
    let before: Vec<String> = Paper::ALL.iter().map(|paper| said(*paper, &round)).collect();
    for (place, row) in round.grid.rows.iter_mut().enumerate() {
        row.ratings.iter_mut().for_each(|rating| *rating = 13 - (*rating).min(9));
        few.iter().for_each(|column| row.ratings[*column] = if place < 3 { 4 } else { 1 });
    }
    for (paper, before) in Paper::ALL.into_iter().zip(before) {
        let same = said(paper, &round) == before;
        assert_eq!(same, !paper.holds_ratings(), "{paper:?}");
    }
}
