//! What is hidden cannot be worked out, not even by trying every way in which settings can have answered.

use proptest::prelude::*;

use super::*;

/// Everyone, then the groups of each table, of settings that said one of some things.
fn published(said: &[usize], tables: &[Vec<usize>]) -> (Parts, Figures) {
    let mut parts = vec![(0, (0..said.len()).collect::<Vec<_>>())];
    for (table, groups) in tables.iter().enumerate() {
        let last = groups.iter().max().copied().unwrap_or(0);
        for group in 0..=last {
            let places: Vec<usize> = (0..said.len()).filter(|place| groups[*place] == group).collect();
            if !places.is_empty() {
                parts.push((table + 1, places));
            }
        }
    }
    let count = |places: &Vec<usize>| {
        let mut counts = vec![0; 3];
        places.iter().for_each(|place| counts[said[*place]] += 1);
        counts
    };
    let size = |places: &[usize]| u32::try_from(places.len()).expect("few");
    let known = Parts::new(&parts);
    let figures = Figures {
        said: parts.iter().map(|(_, places)| count(places)).collect(),
        settings: parts.iter().map(|(_, places)| size(places)).collect(),
        atoms: vec![known.by_atom(size)],
        kinds: THINGS,
    };
    (known, figures)
}

/// What is hidden, with nothing worked out before.
fn shut(parts: &Parts, figures: &Figures, threshold: u32) -> Vec<bool> {
    hidden(parts, figures, threshold, &mut Follows::new(parts))
}

/// Tries every way in which the settings can have answered: by part and thing said, whether only one count is possible.
fn attacked(
    said: &[usize],
    tables: &[Vec<usize>],
    shown: &Figures,
    hidden: &[bool],
) -> Vec<Vec<Option<u32>>> {
    let mut seen: Vec<Vec<Option<Option<u32>>>> = vec![vec![None; 3]; hidden.len()];
    for way in 0..3_usize.pow(u32::try_from(said.len()).expect("few")) {
        let tried: Vec<usize> = (0..said.len()).map(|at| way / 3_usize.pow(at as u32) % 3).collect();
        let (_, figures) = published(&tried, tables);
        if (0..hidden.len()).any(|part| !hidden[part] && figures.said[part] != shown.said[part]) {
            continue;
        }
        for (seen, counts) in seen.iter_mut().zip(&figures.said) {
            for (seen, count) in seen.iter_mut().zip(counts) {
                *seen = match *seen {
                    None => Some(Some(*count)),
                    Some(Some(one)) if one == *count => Some(Some(one)),
                    Some(_) => Some(None),
                };
            }
        }
    }
    seen.into_iter().map(|counts| counts.into_iter().map(Option::flatten).collect()).collect()
}

#[test]
fn one_small_group_takes_another_with_it() {
    // Twelve settings: six, four and two; the two would follow from the others.
    let groups = vec![0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
    let (parts, figures) = published(&[0, 1, 0, 1, 0, 2, 0, 1, 1, 0, 0, 1], &[groups]);
    assert_eq!(shut(&parts, &figures, 3), [false, false, true, true]);
    assert_eq!(shut(&parts, &figures, 1), [false; 4]);
}

#[test]
fn what_two_tables_say_together_is_seen() {
    // The two of the one table are the two of the other under another name.
    let phases = vec![0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
    let places = vec![0, 0, 1, 1, 0, 0, 1, 1, 2, 2];
    let (parts, figures) = published(&[0, 1, 0, 1, 0, 2, 0, 1, 0, 1], &[phases, places]);
    let hidden = shut(&parts, &figures, 3);
    let shown = (0..hidden.len()).filter(|part| !hidden[*part]).count();
    assert!(hidden[3] && hidden[6], "{hidden:?}");
    assert!(shown >= 2, "no more than needs be: {hidden:?}");
}

#[test]
fn the_few_by_which_two_groups_differ_are_not_told() {
    // Nobody is in a small group, but all of the first table's first group and two more are in the second's.
    let tables = [vec![0, 0, 0, 0, 1, 1, 1, 1, 1, 1], vec![0, 0, 0, 0, 0, 0, 1, 1, 1, 1]];
    let (parts, figures) = published(&[0, 1, 0, 1, 0, 2, 0, 1, 0, 1], &tables);
    let hidden = shut(&parts, &figures, 3);
    assert!(tells(&parts, &figures, &[false; 5], 3) && !tells(&parts, &figures, &hidden, 3), "{hidden:?}");
    assert!(!hidden[0], "the figure for all stands: {hidden:?}");
}

#[test]
fn one_part_more_tells_the_few_that_it_leaves_out() {
    let (parts, figures) = published(&[0, 1, 0, 1, 0, 2, 0, 1, 0, 1], &[]);
    let with = |places: &[usize]| {
        let parts = parts.and(places);
        let size = |places: &[usize]| u32::try_from(places.len()).expect("few");
        let figures = Figures { atoms: vec![parts.by_atom(size)], ..figures.clone() };
        tells(&parts, &figures, &[false; 2], 3)
    };
    assert!(with(&[0, 1, 2, 3, 4, 5, 6, 7]) && with(&[1]));
    assert!(!with(&[0, 1, 2, 3, 4]) && !with(&(0..10).collect::<Vec<_>>()));
}

#[test]
fn what_two_groups_did_not_say_tells_on_the_rest() {
    // All said one thing but one, who is in neither of the two groups that are shown; so the two left hold that one.
    let tables = [vec![0, 2, 2, 1, 0, 0, 0, 0], vec![1, 1, 0, 0, 1, 1, 2, 1]];
    let said = [0, 0, 0, 2, 0, 0, 0, 0];
    let (parts, figures) = published(&said, &tables);
    let hidden = shut(&parts, &figures, 3);
    let found = attacked(&said, &tables, &figures, &hidden);
    for part in (0..hidden.len()).filter(|part| figures.settings[*part] < 3) {
        for (thing, count) in
            found[part].iter().enumerate().filter(|(_, count)| count.is_some_and(|it| it > 0))
        {
            assert!(
                is_unanimous(&parts, &figures, &hidden, (&parts.of[part], thing)),
                "{part}: {count:?} with {hidden:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_small_group_is_worked_out_by_trying_everything(
        said in prop::collection::vec(0..3_usize, 8),
        one in prop::collection::vec(0..3_usize, 8),
        two in prop::collection::vec(0..3_usize, 8),
        threshold in 2..4_u32,
    ) {
        let tables = [one, two];
        let (parts, figures) = published(&said, &tables);
        let hidden = shut(&parts, &figures, threshold);
        let found = attacked(&said, &tables, &figures, &hidden);
        for part in (0..hidden.len()).filter(|part| figures.settings[*part] < threshold) {
            prop_assert!(hidden[part]);
            for (thing, count) in found[part].iter().enumerate() {
                let open = count.is_some_and(|count| count > 0);
                prop_assert!(
                    !open || is_unanimous(&parts, &figures, &hidden, (&parts.of[part], thing)),
                    "part {part} of {tables:?} said {said:?}: {count:?} with {hidden:?}"
                );
            }
        }
    }
}

/// Two of now are told apart from all others by two tables; a part of then is all but those of one of its groups.
#[test]
fn what_two_groups_tell_apart_does_not_follow_from_what_was_shown_then() {
    let parts = Parts::new(&[
        (0, (0..12).collect()),
        (1, (0..8).collect()),
        (1, (8..12).collect()),
        (2, (0..6).chain(8..11).collect()),
        (2, vec![6, 7, 11]),
        (3, (0..6).collect()),
    ]);
    let size = |set: &[usize]| set.iter().map(|atom| parts.atoms[*atom].len()).sum::<usize>();
    let is_few = |set: &[usize]| (1..3).contains(&size(set));
    let found = |then: bool| {
        let hidden = vec![false, false, false, false, false, then];
        hidden_from_sums((&parts, 5), hidden, is_few, &mut Combinations::default())
    };
    assert_eq!(found(true), [false; 5], "what was hidden then tells nothing");
    let hidden: Vec<bool> = found(false).into_iter().chain([false]).collect();
    assert!(hidden.contains(&true) && !hidden[0], "{hidden:?}");
    let mut known = Combinations::default();
    let told = known.of(&parts, &hidden);
    for few in [vec![6, 7], vec![11]] {
        assert!(!told.has(&parts, &parts.atoms_of(&few)), "{few:?} follow: {hidden:?}");
    }
}
