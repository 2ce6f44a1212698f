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
        told: Default::default(),
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

#[test]
fn what_was_rated_then_is_taken_from_the_round_as_it_stood_where_the_recipe_knows_it() {
    use crate::analysis::naive_tests::random_grid;
    use rand::SeedableRng as _;
    let mut stood = random_grid(&mut rand_chacha::ChaCha8Rng::seed_from_u64(4), 9);
    let shared = recipe::returned(&stood, &|_, _| recipe::Came { revision: 1, file: String::new() });
    let mut grid = stood.clone();
    let (rated, unknown) = (grid.rows[3].submission, grid.rows[4].submission);
    grid.rows[3].ratings[0] ^= 1;
    grid.rows[4].ratings[0] ^= 1;
    let gone = grid.rows.remove(5).submission;
    stood.rows[4].ratings[1] ^= 1;
    let then = rated_then(&shared, &shared_before(&shared, &grid), &stood);
    let of = |id| stood.rows.iter().find(|row| row.submission == id).expect("there").ratings.clone();
    assert_eq!(
        then,
        [(rated, of(rated)), (gone, of(gone))].into(),
        "not {unknown:?}: it was shared otherwise"
    );
}

#[test]
fn a_recipe_that_cannot_be_read_is_a_line_with_its_sentence_and_nothing_is_worked_out_from_the_rest() {
    use crate::store::FileKind;
    let folder = tempfile::tempdir().expect("a folder");
    let noon = "2026-11-21T12:00:00Z".parse().expect("a time");
    let world = std::sync::Arc::new(crate::world::FixedWorld::new(noon, 1));
    let path = folder.path().join("p.attest");
    let mut file = crate::store::AuditFile::create(&path, FileKind::Partnership, world).expect("created");
    let template = crate::template::library::find("school@2025.1").expect("it ships");
    let made = file.transact(WRITE, "", |tx| {
        let round = crate::round::create(
            tx,
            template,
            &crate::round::NewRound { label: "2026/27".into(), ..Default::default() },
        )?;
        record(tx, round, ("public", "pdf"), &recipe(&[], 1)).map(|()| round)
    });
    let round = made.expect("a round");
    let newer = |from: &str| format!("{{\"program\":\"{from}\",\"made_of\":[]}}");
    let not_read = [
        (String::new(), "is damaged", "copy of the file"),
        ("{\"round\":".to_owned(), "is damaged", "copy of the file"),
        ("{}".to_owned(), "is damaged", "copy of the file"),
        (newer(env!("CARGO_PKG_VERSION")), "is damaged", "copy of the file"),
        (newer("9.9.9"), "is of Attest 9.9.9", "with that version or a later one"),
    ];
    for (json, why, what_to_do) in not_read {
        let id = PublicationId::new(&**file.world());
        let row = Row::new("publication", id).text("round_id", round).text("kind", "full");
        let row = row.text("format", "pdf").text("at", "2026-11-21T12:00:00Z").text("who", "Alex Example");
        file.transact(WRITE, "", |tx| tx.put(row.text("recipe", json))).expect("written");
        let lines = listed(file.reader(), round).expect("listed");
        let read = |one: &Listed| one.recipe.is_ok();
        assert_eq!((lines.len(), lines.iter().filter(|one| read(one)).count()), (2, 1));
        let error = lines.iter().find_map(|one| one.recipe.clone().err()).expect("one that is not read");
        assert!(error.message.contains("written on 2026-11-21") && error.message.contains(why), "{error:?}");
        assert!(
            error.hint.contains(what_to_do) && error.hint.contains("nothing more is shared"),
            "{error:?}"
        );
        assert_eq!(writings(file.reader(), round), Err(error), "whoever hides by them is refused");
        file.transact(WRITE, "", |tx| tx.remove("publication", id)).expect("removed");
    }
    assert_eq!(writings(file.reader(), round).expect("read").len(), 1);
}
