//! The places of the strongest and weakest questions, and of rises and falls, against a second, slow count.

use super::*;
use crate::analysis::rises::changes;

/// A question with the numbers of which its share and its bounds are made.
struct Asked {
    number: String,
    /// Met and base, now and then.
    now: (f64, f64),
    then: (f64, f64),
}

/// Numbers of each question that counts, one mark at a time.
fn asked(now: &Grid, then: &Grid) -> Vec<Asked> {
    let of = |grid: &Grid, column: usize| {
        let (mut met, mut base) = (0.0, 0.0);
        for height in grid.rows.iter().filter_map(|row| height(grid.mark(row, column))) {
            base += 1.0;
            met += f64::from(u8::from(height >= 3));
        }
        (met, base)
    };
    let counts = |column: &usize| now.columns[*column].standard < 4;
    let numbers = template().questions().map(|one| one.number.clone()).collect::<Vec<_>>();
    let one = |column: usize| Asked {
        number: numbers[column].clone(),
        now: of(now, column),
        then: of(then, column),
    };
    (0..numbers.len()).filter(counts).map(one).collect()
}

/// The least and the most that a share can be if so many settings more had judged.
fn reach((met, base): (f64, f64), gone: f64) -> (f64, f64) {
    (met / (base + gone), (met + gone) / (base + gone))
}

fn gone(grid: &Grid) -> f64 {
    f64::from(number(grid.absent.len()).expect("few"))
}

/// The place of one among all: as many before it as surely lie higher, as many after it as surely lie lower.
fn place(all: &[(f64, f64)], mine: (f64, f64)) -> String {
    let before = all.iter().filter(|other| other.0 > mine.1 + 1e-9).count();
    let after = all.iter().filter(|other| other.1 < mine.0 - 1e-9).count();
    let (first, last) = (before + 1, all.len() - after);
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// Whether the places of a table are these; where one range is every question's, it stands in a note.
fn agree(table: &Table, places: &BTreeMap<String, String>, seed: u64) {
    let at = |label: &str| table.columns.iter().position(|column| column.label == label);
    let question = at("No.").expect("numbers");
    for row in &table.rows {
        let wanted = &places[row[question].text.as_str()];
        match at("Place") {
            Some(place) => assert_eq!(&row[place].text, wanted, "{}, seed {seed}", row[question].text),
            None => assert!(table.notes[0].contains(&format!("from {wanted}:")), "{wanted}, seed {seed}"),
        }
    }
    assert!(!table.rows.is_empty(), "seed {seed}");
}

/// So few are missing that some places are certain, and some not.
fn rounds(seed: u64) -> (Grid, Grid) {
    let mut random = random(seed);
    let [mut now, mut then] = [80, 80].map(|rows| random_grid(&mut random, rows));
    for grid in [&mut now, &mut then] {
        let kept = random.random_range(0..4);
        grid.absent.truncate(kept);
        // Ratings lean one way in some questions, or every range would overlap with every other.
        for row in &mut grid.rows {
            for (place, rating) in row.ratings.iter_mut().enumerate() {
                if place % 3 == 0 && random.random_range(0..3) > 0 {
                    *rating = 4;
                } else if place % 5 == 0 && random.random_range(0..3) > 0 {
                    *rating = 6;
                }
            }
        }
    }
    (now, then)
}

#[test]
fn the_place_of_each_question() {
    for seed in 0..12 {
        let (now, then) = rounds(seed);
        let asked = asked(&now, &then);
        let all: Vec<(f64, f64)> = asked.iter().map(|one| reach(one.now, gone(&now))).collect();
        let places: BTreeMap<String, String> =
            asked.iter().zip(&all).map(|(one, reach)| (one.number.clone(), place(&all, *reach))).collect();
        agree(&questions::ends(&now, &template(), &caption(), Shown::ToOfficers), &places, seed);
    }
}

#[test]
fn what_rose_and_what_fell_and_in_which_place() {
    let same: BTreeMap<QuestionId, Then> = template()
        .questions()
        .map(|one| {
            (one.id.clone(), Then::With { then: one.id.clone(), number: String::new(), said: String::new() })
        })
        .collect();
    for seed in 0..12 {
        let (now, then) = rounds(seed);
        let earlier = Earlier { label: "2025/26", grid: &then, questions: &same, shared: &[] };
        let table = changes(&now, &template(), &caption(), &earlier, Shown::ToOfficers);
        let asked = asked(&now, &then);
        let share = |(met, base): (f64, f64)| met / base;
        let moved = |one: &Asked| 100.0 * (share(one.now) - share(one.then));
        let range = |one: &Asked| {
            let (is, was) = (reach(one.now, gone(&now)), reach(one.then, gone(&then)));
            (is.0 - was.1, is.1 - was.0)
        };
        let all: Vec<(f64, f64)> = asked.iter().map(range).collect();
        let places = asked.iter().zip(&all).map(|(one, range)| (one.number.clone(), place(&all, *range)));
        agree(&table, &places.collect(), seed);
        let of = |row: &[Cell]| {
            let wanted = &column(&table, row, "No.").text;
            asked.iter().find(|one| one.number == *wanted).expect("its question")
        };
        for row in &table.rows {
            let one = of(row);
            for (label, (met, base)) in [("2025/26", one.then), ("This round", one.now)] {
                let cell = column(&table, row, label);
                assert_eq!((cell.count.map(f64::from), cell.base.map(f64::from)), (Some(met), Some(base)));
            }
            let told = column(&table, row, "Change").text.replace('\u{2212}', "-").replace(" points", "");
            let told: f64 = told.parse().expect("points");
            assert!((told - moved(one)).abs() < 0.051, "{told} beside {}, seed {seed}", moved(one));
        }
        let order: Vec<f64> = table.rows.iter().map(|row| moved(of(row))).collect();
        assert!(order.is_sorted_by(|one, other| *one >= other - 1e-3), "{order:?}, seed {seed}");
        let most = asked.iter().map(moved).fold(f64::MIN, f64::max);
        assert!((order[0] - most).abs() < 1e-3, "the largest rise stands first, seed {seed}");
    }
}
