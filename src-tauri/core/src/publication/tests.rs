//! What was written is held against what is there now.

use super::*;
use uuid::Uuid;

fn recipe(returns: &[(u128, u32, &str)], expected: u32) -> Recipe {
    let one = |(id, revision, ratings): &(u128, u32, &str)| Returned {
        submission: crate::submission::SubmissionId(Uuid::from_u128(*id)),
        revision: *revision,
        ratings: (*ratings).to_owned(),
        groups: Vec::new(),
        file: String::new(),
    };
    Recipe {
        round: "2026/27".into(),
        tool: "Tool, version 1".into(),
        tool_digest: "abc".into(),
        as_at: "2026-11-21".into(),
        readers: "officers".into(),
        threshold: 5,
        expected,
        returns: returns.iter().map(one).collect(),
        earlier: Vec::new(),
        hidden: Default::default(),
        digest: String::new(),
        sources: Sources::new(),
        part: None,
        head: String::new(),
        program: String::new(),
    }
}

#[test]
fn what_differs_is_said_and_the_same_says_nothing() {
    let then = recipe(&[(1, 1, "aa"), (2, 1, "bb"), (3, 1, "cc")], 10);
    assert!(then.against(&then.clone()).is_empty());
    let now = recipe(&[(1, 1, "aa"), (2, 2, "bx"), (4, 1, "dd"), (5, 1, "ee")], 11);
    assert_eq!(
        then.against(&now),
        [Differs::Came(2), Differs::Went(1), Differs::Rated(1), Differs::Expected(11)]
    );
    assert_eq!(Differs::Rated(1).sentence().split(" with").next(), Some("1 return"));
}

#[test]
fn a_return_that_stands_elsewhere_is_gone_from_where_it_was() {
    use crate::analysis::naive_tests::random_grid;
    use rand::SeedableRng as _;
    let mut grid = random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(4), 9);
    let shared = recipe::returned(&grid, &|_, _| recipe::Came { revision: 1, file: String::new() });
    assert_eq!(shared_before(&shared, &grid).same.len(), 9);
    let (moved, rated) = (grid.rows[2].submission, grid.rows[3].submission);
    let phase = std::mem::replace(&mut grid.rows[2].who.phase, "Moved".into());
    grid.rows[3].ratings[0] ^= 1;
    let gone = grid.rows.remove(5).submission;
    let before = shared_before(&shared, &grid);
    assert_eq!(before.same.len(), 6);
    assert!(!before.same.contains(&moved) && !before.same.contains(&rated));
    assert_eq!(before.rated, [rated].into());
    let mut from: Vec<_> =
        before.gone.iter().map(|(id, who)| (*id, who.clone().expect("kept").phase)).collect();
    from.sort();
    let mut wanted =
        vec![(moved, phase), (gone, from.iter().find(|one| one.0 == gone).expect("gone").1.clone())];
    wanted.sort();
    assert_eq!(from, wanted);
    let old: Vec<Returned> =
        shared.iter().map(|one| Returned { groups: Vec::new(), ..one.clone() }).collect();
    assert!(
        !shared_before(&old, &grid).gone.iter().any(|(id, _)| *id == moved),
        "what was not kept is not guessed"
    );
}
