//! What is shared of random rounds: no small group stands there, and none follows by taking the others from all.

mod over_lines;
mod settings;

use super::super::group::Who;
use super::*;
use crate::analysis::matrix;
use crate::analysis::naive_tests::{caption, random_grid, template};
use crate::analysis::table::Table;
use crate::submission::ratings::BLANK;
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

const THRESHOLD: u32 = 5;

/// The share met and its base, where it is shown.
fn shown(cell: &Cell) -> Option<(u32, u32)> {
    cell.count.zip(cell.base)
}

fn tables(grid: &Grid, shown: Shown<'_>) -> Vec<Table> {
    By::ALL.map(|by| matrix::questions(grid, &template(), &caption(), by, shown)).into()
}

#[test]
fn small_groups_are_hidden_and_do_not_follow_from_the_rest() {
    let mut hidden = 0;
    for seed in 0..40 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let grid = random_grid(&mut random, 14);
        let sharing = Sharing::of(&grid, THRESHOLD);
        let whole = tables(&grid, Shown::ToOfficers);
        for (open, whole) in tables(&grid, Shown::ToOthers(&sharing)).iter().zip(&whole) {
            said_where_it_is_so(open, &sharing);
            for (row, known) in open.rows.iter().zip(&whole.rows) {
                hidden += attacked(&row[2..], &known[2..], &sizes(whole));
            }
        }
    }
    assert!(hidden > 100, "{hidden} cells were hidden");
}

/// Takes what is shown of groups from what is shown of all; gives how many cells are hidden.
fn attacked(row: &[Cell], known: &[Cell], sizes: &[u32]) -> usize {
    for (cell, known) in row.iter().zip(known) {
        let (_, base) = shown(known).expect("officers see all");
        assert!(shown(cell).is_none() || !(1..THRESHOLD).contains(&base), "{cell:?} speaks of {base}");
    }
    let all = row.len() - 1;
    let closed: Vec<usize> = (0..all).filter(|at| shown(&row[*at]).is_none()).collect();
    let whole = shown(&row[all]).map(|cell| things(cell, sizes[all]));
    let Some(whole) = whole.filter(|_| !closed.is_empty()) else { return closed.len() };
    let open = (0..all).filter_map(|at| Some(things(shown(&row[at])?, sizes[at])));
    let left = open.fold(whole, |left, it| std::array::from_fn(|thing| left[thing] - it[thing]));
    let settings: u32 = left.iter().sum();
    for at in closed.iter().filter(|at| (1..THRESHOLD).contains(&shown(&known[**at]).expect("seen").1)) {
        assert!(left[0] + left[1] >= THRESHOLD, "{left:?} are left of {whole:?}");
        for (thing, count) in left.iter().enumerate() {
            let (least, most) = ((sizes[*at] + count).saturating_sub(settings), sizes[*at].min(*count));
            let told = least == most && least > 0 && whole[thing] != sizes[all];
            assert!(!told, "{least} of group {at} follow from {row:?}");
        }
    }
    closed.len()
}

/// How many met it, judged otherwise, and did not judge.
fn things((met, base): (u32, u32), settings: u32) -> [u32; 3] {
    [met, base - met, settings - base]
}

/// The number of returns that stands in a heading, before that of those asked.
fn sizes(table: &Table) -> Vec<u32> {
    let size = |label: &str| label.rsplit_once('(')?.1.split([' ', ')']).next()?.parse().ok();
    table.columns.iter().filter_map(|column| size(&column.label)).collect()
}

/// That figures are hidden is said below a table in which one is, and which questions are in none below every table of ratings.
fn said_where_it_is_so(table: &Table, sharing: &Sharing) {
    let says = |begins: &str| table.notes.iter().filter(|note| note.starts_with(begins)).count();
    let hides = table.rows.iter().flatten().any(Cell::is_hidden);
    assert_eq!(says("Hidden: "), usize::from(hides), "{}: {:?}", table.title, table.notes);
    assert_eq!(says("Left out: "), usize::from(sharing.left_out() > 0), "{}", table.title);
}

#[test]
fn what_is_hidden_and_left_out_is_said_once_below_a_table_of_which_it_is_true() {
    use crate::analysis::{questions, standards};
    let mut hidden = [0, 0];
    for seed in 0..40 {
        let grid = random_grid(&mut ChaCha8Rng::seed_from_u64(seed), if seed % 2 == 0 { 190 } else { 12 });
        let sharing = Sharing::of(&grid, THRESHOLD);
        let others = Shown::ToOthers(&sharing);
        let (template, caption) = (template(), caption());
        let made = [
            standards::results(&grid, &template, &caption, others),
            questions::results(&grid, &template, &caption, others),
            questions::ends(&grid, &template, &caption, others),
            matrix::standards(&grid, &template, &caption, By::Locality, others),
        ];
        for table in &made {
            said_where_it_is_so(table, &sharing);
            hidden[usize::from(table.rows.iter().flatten().any(Cell::is_hidden))] += 1;
        }
        assert!(others.notes(&[vec![Cell::count(3)]], Vec::new()).is_empty());
    }
    assert!(hidden[0] > 10 && hidden[1] > 10, "{hidden:?}");
}

#[test]
fn what_is_large_stays_as_it_is() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let grid = random_grid(&mut random, 190);
    let sharing = Sharing::of(&grid, THRESHOLD);
    let (open, whole) = (tables(&grid, Shown::ToOthers(&sharing)), tables(&grid, Shown::ToOfficers));
    assert_eq!(open[0].rows, whole[0].rows);
}

/// Shares a round, then shares it again after some more returned: what does the second say of those few, beside the first?
#[test]
fn what_few_said_since_does_not_follow_from_two_papers() {
    let (mut hidden, mut shown_still) = (0, 0);
    for seed in 0..40 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let whole = random_grid(&mut random, 60);
        let later = usize::try_from(seed % 9).expect("few") + 1;
        let mut first = whole.clone();
        let late = first.rows.split_off(whole.rows.len() - later);
        let before = SharedBefore {
            same: first.rows.iter().map(|row| row.submission).collect(),
            ..SharedBefore::default()
        };
        let sharing = Sharing::of(&whole, THRESHOLD).beside(&whole, &[before]);
        assert_eq!(sharing.too_few_since(), Some(count(later)).filter(|many| *many < THRESHOLD));
        let names = |grid: &Grid, by| -> Vec<String> {
            shown_groups(grid, by).into_iter().map(|(name, _)| name).collect()
        };
        for column in 0..4 {
            let line = sharing.line(column);
            let first_time = Sharing::of(&first, THRESHOLD);
            let was = first_time.line(column);
            for by in By::ALL {
                let (now_names, then_names) = (names(&whole, by), names(&first, by));
                let judged = |group: &str| {
                    let of = late.iter().filter(|row| by.of(&row.who) == group);
                    count(of.filter(|row| Tally::of([whole.mark(row, column)]).base() > 0).count())
                };
                // What both papers show of all, less what both show of groups, is what the closed groups said.
                let open = |(at, name): (usize, &String)| {
                    let then = then_names.iter().position(|one| one == name);
                    !line.hides(by, at) && then.is_none_or(|then| !was.hides(by, then))
                };
                let all = !line.hides_all() && !was.hides_all();
                let (shut, said): (Vec<u32>, Vec<bool>) =
                    now_names.iter().enumerate().map(|one| (judged(one.1), open(one))).unzip();
                for (few, is_open) in shut.iter().zip(&said) {
                    assert!(!is_open || !(1..THRESHOLD).contains(few), "seed {seed}: {few} are told alone");
                    hidden += usize::from(!is_open);
                    shown_still += usize::from(*is_open);
                }
                let closed: u32 =
                    shut.iter().zip(&said).filter(|(_, open)| !**open).map(|(few, _)| few).sum();
                assert!(
                    !all || closed == 0 || closed >= THRESHOLD,
                    "seed {seed}: {closed} follow from two papers"
                );
            }
        }
    }
    assert!(hidden > 100 && shown_still > 100, "{hidden} hidden, {shown_still} shown");
}

#[test]
fn the_round_before_is_shown_beside_what_was_shared_of_it() {
    let earlier = random_grid(&mut ChaCha8Rng::seed_from_u64(8), 60);
    let sharing = Sharing::of(&random_grid(&mut ChaCha8Rng::seed_from_u64(9), 60), THRESHOLD);
    let mut before = SharedBefore {
        same: earlier.rows.iter().map(|row| row.submission).collect(),
        ..SharedBefore::default()
    };
    let open = |shared: &[SharedBefore]| {
        let hiding = Shown::ToOthers(&sharing).of_earlier(&earlier, shared).expect("it is for others");
        (0..4).filter(|column| !hiding.line(*column).hides_all()).count()
    };
    assert_eq!(open(std::slice::from_ref(&before)), open(&[]));
    before.same.pop_last();
    assert!(open(&[]) > 0 && open(&[before]) < open(&[]), "one came since and judged");
}

/// Where there are more groups than columns: a group that came out of those that stand together, in place of another that
/// went in, would leave the rest of them to be worked out from the two papers.
#[test]
fn no_group_moves_in_or_out_of_those_that_stand_together() {
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut whole = random_grid(&mut random, 160);
    // Eleven trusts of ten, one of nine, and one of three: the last two stand together; then the one of nine is the larger.
    for (place, row) in whole.rows.iter_mut().enumerate() {
        let trust = match place {
            0..110 => format!("Trust {:02}", place / 10),
            110..119 => "Trust that grows".to_owned(),
            119..122 => "Trust of three".to_owned(),
            _later => "Trust that grows".to_owned(),
        };
        row.who.trust = trust.into();
    }
    let mut first = whole.clone();
    first.rows.truncate(122);
    whole.rows.truncate(122 + 8);
    let named = |grid: &Grid| -> Vec<String> {
        shown_groups(grid, By::Trust).into_iter().map(|(name, _)| name).collect()
    };
    let (then, unkept) = (named(&first), named(&whole));
    let moved = then.iter().find(|name| !unkept.contains(name)).expect("one went in").clone();
    assert!(unkept.contains(&"Trust that grows".to_owned()) && moved.starts_with("Trust "), "{unkept:?}");
    let before = SharedBefore {
        same: first.rows.iter().map(|row| row.submission).collect(),
        whose: first.rows.iter().map(|row| row.who.clone()).collect(),
        ..SharedBefore::default()
    };
    let sharing = Sharing::of(&whole, THRESHOLD).beside(&whole, std::slice::from_ref(&before));
    assert_eq!(named(sharing.open()), then, "the same columns, the same trusts together");
    // A second paper after the first keeps to the columns of the first, and so does one with a trust that is new.
    let again = SharedBefore {
        same: whole.rows.iter().map(|row| row.submission).collect(),
        whose: whole.rows.iter().map(|row| row.who.clone()).collect(),
        ..SharedBefore::default()
    };
    let mut third = whole.clone();
    third.rows[0].who.trust = "A new trust".into();
    let sharing = Sharing::of(&third, THRESHOLD).beside(&third, &[before, again]);
    let sorted = |mut names: Vec<String>| {
        names.sort();
        names
    };
    assert_eq!(sorted(named(sharing.open())), sorted(then));
    let table = matrix::questions(&third, &template(), &caption(), By::Trust, Shown::ToOthers(&sharing));
    assert!(table.columns.iter().all(|column| !column.label.starts_with("A new trust")));
}

/// A small locality is hidden, and another with it; when that one has grown, the third would be hidden in its place, which the
/// first paper shows: all less the second, less the third of then, is the small one.
#[test]
fn what_was_shown_then_is_no_cover_now() {
    let mut random = ChaCha8Rng::seed_from_u64(4);
    let mut whole = random_grid(&mut random, 23);
    for (place, row) in whole.rows.iter_mut().enumerate() {
        let locality = match place {
            0..3 => "Small",
            3..10 | 18.. => "That grows",
            _rest => "That stays",
        };
        row.who = Who { locality: locality.into(), ..row.who.clone() };
        row.who.phase = "Primary".into();
        row.ratings.fill(if place % 2 == 0 { 4 } else { 6 });
    }
    let mut first = whole.clone();
    first.rows.truncate(18);
    let then = Sharing::of(&first, THRESHOLD);
    let before = SharedBefore {
        same: first.rows.iter().map(|row| row.submission).collect(),
        whose: first.rows.iter().map(|row| row.who.clone()).collect(),
        hidden: then.hidden(),
        ..SharedBefore::default()
    };
    let open = |sharing: &Sharing| -> Vec<String> {
        let groups = shown_groups(sharing.open(), By::Locality).into_iter().enumerate();
        let open = groups.filter(|(at, _)| !sharing.line(0).hides(By::Locality, *at));
        open.map(|(_, (name, _))| name).collect()
    };
    assert_eq!(open(&then), ["That stays"]);
    assert_eq!(open(&Sharing::of(&whole, THRESHOLD)), ["That grows"], "by itself it would be");
    let beside = Sharing::of(&whole, THRESHOLD).beside(&whole, std::slice::from_ref(&before));
    assert!(!beside.line(0).hides_all() && open(&beside) != ["That grows"], "{:?}", open(&beside));
}

/// A round of which nothing changed says what it said, however often it is shared and whatever was shared before.
#[test]
fn what_is_shared_again_unchanged_is_the_same() {
    let mut hidden = 0;
    for (seed, (many, went)) in (0..40).zip([(12, 0), (16, 0), (22, 0), (26, 0), (40, 7)].into_iter().cycle())
    {
        let whole = random_grid(&mut ChaCha8Rng::seed_from_u64(seed), many);
        let mut first = whole.clone();
        first.rows.truncate(whole.rows.len().saturating_sub(went));
        let kept = |grid: &Grid, before: &[SharedBefore]| SharedBefore {
            same: grid.rows.iter().map(|row| row.submission).collect(),
            whose: grid.rows.iter().map(|row| row.who.clone()).collect(),
            hidden: Sharing::of(grid, THRESHOLD).beside(grid, before).hidden(),
            ..SharedBefore::default()
        };
        let mut before = vec![kept(&first, &[])];
        for _ in 0..3 {
            before.push(kept(&whole, &before));
        }
        assert!(went > 0 || before[0].hidden == before[1].hidden, "seed {seed}");
        assert_eq!(before[1].hidden, before[2].hidden, "seed {seed}");
        assert_eq!(before[1].hidden, before[3].hidden, "seed {seed}");
        hidden += before[1].hidden.len();
    }
    assert!(hidden > 40, "{hidden} lines have something hidden");
}

#[test]
fn what_a_few_said_of_whom_nobody_judged_is_hidden_but_not_that_nobody_was_asked() {
    let mut grid = random_grid(&mut ChaCha8Rng::seed_from_u64(3), 20);
    grid.rows.truncate(3);
    grid.rows.iter_mut().for_each(|row| row.ratings.fill(BLANK));
    assert!(Sharing::of(&grid, THRESHOLD).line(0).hides_all());
    grid.rows.iter_mut().for_each(|row| row.ratings.fill(NOT_ASKED));
    assert!(!Sharing::of(&grid, THRESHOLD).line(0).hides_all());
}
