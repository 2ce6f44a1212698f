//! An attacker who has every paper for others of a round, of one day or of several, and a program to work out what is hidden.
//!
//! Every figure of every paper, table, chart, sheet and heatmap is read into what it counts; a table that cannot be read, and a
//! sentence with a figure that stands in no table, fail the test. What is recovered, and so a leak, is
//!
//! - anything about few (1 to the smallest number less one who judged) that is a sum or a difference of figures, whatever the
//!   figures are: for each question, standard and all, of each group, of what two groups have in common or not, and of the
//!   returns that came, went or changed between two days;
//! - of a hidden cell of few: that so many, more than none, met it, judged otherwise, did not judge, or gave any one rating, by
//!   the least and the most that all the figures leave; but not where all of a larger group that is shown said the same, which
//!   the method page says is shown.
//!
//! Over several days the attacker knows besides which returns came, went or changed, and has all the papers together: looked for
//! are the cells of each day and those who came, went or changed between two, as far as the papers of the days before do not tell
//! it alone.
//!
//! That none of a few said something is no secret: it follows wherever nobody in the whole round said it.

mod days;
mod files;
mod ground;
mod known;
mod markup;
mod read;
mod rows;
mod truth;
mod words;

use std::collections::BTreeSet;

use attest::analysis::group::By;
use attest::analysis::sharing::{Sharing, Shown};
use attest::report::Document;

use days::attacked_over_days;
use ground::{Dice, FEW, Groups, MANY, Round, THRESHOLD, grid};
use known::{JUDGED, Known, MET, THINGS, What};
use read::Reader;
use rows::Rows;
use truth::{BLANK, State, THEMES, THEN, Truth};

/// What was found out, in words.
type Found = Vec<String>;

/// Everybody, each group, what any two of them have in common or not, and those whom all groups together tell apart.
fn sets(state: &State<'_>) -> BTreeSet<Rows> {
    let mut groups = vec![state.everyone()];
    groups.extend(cells(state).into_iter().map(|(_, rows)| rows));
    // Those too that stand together with others.
    let rows = state.round.grid.rows.iter();
    groups.extend(rows.flat_map(|row| By::ALL.map(|by| state.group(by, by.of(&row.who)))));
    groups.sort_unstable();
    groups.dedup();
    let mut atoms = vec![state.everyone()];
    for group in &groups {
        let halves = atoms.iter().flat_map(|atom| [*atom & *group, *atom & !*group]);
        atoms = halves.filter(|rows| !rows.is_empty()).collect();
    }
    let pairs =
        groups.iter().flat_map(|one| groups.iter().flat_map(move |other| [*one & *other, *one & !*other]));
    pairs.chain(atoms).filter(|rows| !rows.is_empty()).collect()
}

/// Every group that has a column, by name.
fn cells(state: &State<'_>) -> Vec<(String, Rows)> {
    state.shown().map(|(by, name)| (format!("{} {name}", by.word()), state.group(by, name))).collect()
}

/// Questions one by one and by standard, and what is known of returns besides.
fn lines(truth: &Truth) -> Vec<Vec<usize>> {
    let mut lines: Vec<Vec<usize>> =
        truth.whole().into_keys().filter(|one| !(100..200).contains(one)).map(|one| vec![one]).collect();
    lines.extend((0..4).map(|standard| (standard * 4..standard * 4 + 4).collect()));
    lines.push((0..16).collect());
    lines
}

/// Whether a line speaks of few of these.
fn few(truth: &Truth, of: &[(usize, Rows)]) -> bool {
    let is_few = |count: u32| (1..THRESHOLD).contains(&count);
    let said = of.iter().all(|(line, _)| *line >= THEMES);
    let holds = || u32::try_from(truth.count(of, MET)).expect("few");
    is_few(truth.judged(of)) || said && is_few(holds())
}

/// What is a sum or a difference of figures and speaks of few.
fn by_sums(truth: &Truth, known: &Known, sets: &BTreeSet<Rows>) -> Found {
    let combined = [(MET, known.combined(MET)), (JUDGED & !MET, known.combined(JUDGED & !MET))];
    let mut found = Vec::new();
    for line in lines(truth) {
        for rows in sets {
            let of: Vec<(usize, Rows)> = line.iter().map(|one| (*one, *rows)).collect();
            if few(truth, &of) && combined.iter().any(|(_, all)| all.follows(&of, &[])) {
                found.push(format!("by sums: {} of {line:?} of {rows}", truth.judged(&of)));
            }
        }
    }
    found
}

/// Which lines are looked at.
#[derive(Clone, Copy)]
enum Lines {
    /// What is said of a round on a day.
    OfDay(usize),
    /// Its questions alone.
    Questions,
    /// The questions of the round before.
    Before,
}

impl Lines {
    fn holds(self, line: usize) -> bool {
        match self {
            Self::Before => (THEN..THEMES).contains(&line),
            Self::Questions => line < THEN,
            Self::OfDay(day) => !(THEN..THEMES).contains(&line) && (line < BLANK || line == BLANK + day),
        }
    }
}

/// What few said, where only one number of it is possible, but where all of a larger group that is shown said the same.
fn by_bounds(truth: &Truth, known: &Known, cells: &[(String, Rows)], lines: Lines) -> Found {
    let plain = |(line, rows, kind): &(usize, Rows, What)| known.is_of_one_mind(*line, *rows, *kind);
    let told = told(truth, known, cells, lines).into_iter();
    told.filter(|(of, _)| !plain(of)).map(|(_, found)| found).collect()
}

/// Everything of which only one number above none is possible: of which line, whom, and what it is.
fn told(
    truth: &Truth,
    known: &Known,
    cells: &[(String, Rows)],
    lines: Lines,
) -> Vec<((usize, Rows, What), String)> {
    let kinds: Vec<What> = THINGS.into_iter().chain((0..9).map(|rating| 1 << rating)).collect();
    let mut told = Vec::new();
    for line in truth.whole().into_keys().filter(|line| lines.holds(*line)) {
        for (name, rows) in cells.iter().filter(|(_, rows)| few(truth, &[(line, *rows)])) {
            for kind in &kinds {
                let (least, most) = known.of_cell(line, *rows, *kind);
                let is = truth.count(&[(line, *rows)], *kind);
                assert!(least <= is && is <= most, "{name}, {line}: {is} is not from {least} to {most}");
                let found = || format!("by bounds: {least} of {name} said {kind:b} of {line}");
                told.extend((least == most && least > 0).then(|| ((line, *rows, *kind), found())));
            }
        }
    }
    told
}

/// A round that overlaps in its groups, with one before it.
fn round(dice: &mut Dice) -> Round {
    let (many, then) = (12 + dice.below(29), 12 + dice.below(29));
    round_of(dice, FEW, (many, then))
}

/// The same of some hundred.
fn large_round(dice: &mut Dice) -> Round {
    let (many, then) = (60 + dice.below(320), 60 + dice.below(320));
    round_of(dice, MANY, (many, then))
}

fn round_of(dice: &mut Dice, groups: Groups, (many, then): (usize, usize)) -> Round {
    let (now, before) = (grid(dice, many, groups), grid(dice, then, groups));
    Round::new(dice, groups, now, before)
}

/// Reads all that is shared of a round, and attacks it; tells what was found and how many cells are hidden and read.
fn attacked(round: &Round, shown: Shown<'_>, besides: Vec<Document>) -> (Found, usize, usize) {
    let mut truth = Truth::default();
    let places = (0..round.grid.rows.len()).collect();
    let state = State::new(round, places, (0, shown.grid(&round.grid)), &mut truth);
    let mut reader = Reader::new(&truth);
    let papers = [round.shared(shown, &[]), besides].concat();
    reader.read(&state, &papers);
    assert!(reader.unread.is_empty(), "tables that the attack cannot read: {:#?}", reader.unread);
    assert!(reader.unexplained.is_empty(), "figures in no table: {:#?}", reader.unexplained);
    let (hidden, read, sets) = (reader.hidden, reader.facts.len(), sets(&state));
    let asked: Vec<Rows> = sets.iter().copied().chain([state.in_both().0, state.in_both().1]).collect();
    let known = Known::of(&truth.whole(), reader.facts, &asked);
    let mut found = by_sums(&truth, &known, &sets);
    found.extend(by_bounds(&truth, &known, &cells(&state), Lines::OfDay(0)));
    let (_, twice) = state.in_both();
    let once = truth.whole()[&THEN] & !twice;
    let then = [("those who returned twice", twice), ("those who did not again", once)];
    found.extend(by_bounds(&truth, &known, &then.map(|(name, rows)| (name.to_owned(), rows)), Lines::Before));
    (found, hidden, read)
}

#[test]
fn no_hidden_cell_follows_from_all_the_papers_of_a_round() {
    let (mut hidden, mut read) = (0, 0);
    for seed in 0..6 {
        let round = round(&mut Dice::new(seed));
        let sharing = round.counting(Sharing::of(&round.grid, THRESHOLD));
        let (found, shut, told) = attacked(&round, Shown::ToOthers(&sharing), Vec::new());
        assert!(found.is_empty(), "seed {seed}: {found:#?}");
        (hidden, read) = (hidden + shut, read + told);
    }
    assert!(hidden > 2_000 && read > 3_000, "{hidden} cells hidden, {read} figures read");
}

/// Of eighty returns in some twenty groups, where much is left of one without others.
#[test]
fn no_hidden_cell_follows_in_a_round_of_many_groups() {
    let round = large_round(&mut Dice::new(1_000));
    let sharing = round.counting(Sharing::of(&round.grid, THRESHOLD));
    let (found, hidden, read) = attacked(&round, Shown::ToOthers(&sharing), Vec::new());
    assert!(found.is_empty(), "{found:#?}");
    assert!(hidden > 500 && read > 1_000, "{hidden} cells hidden, {read} figures read");
}

#[test]
fn the_attack_finds_what_officers_read() {
    let round = round(&mut Dice::new(3));
    let nothing = round.counting(Sharing::of(&round.grid, 1));
    let (found, ..) = attacked(&round, Shown::ToOthers(&nothing), Vec::new());
    let by = |way: &str| found.iter().filter(|one| one.starts_with(way)).count();
    assert!(by("by sums") > 100 && by("by bounds") > 20, "the attack is blind");
}

#[test]
fn the_attack_finds_one_table_that_slipped_out() {
    let round = round(&mut Dice::new(2));
    let sharing = round.counting(Sharing::of(&round.grid, THRESHOLD));
    let (found, ..) = attacked(&round, Shown::ToOthers(&sharing), vec![round.slip()]);
    assert!(found.iter().any(|one| one.starts_with("by sums")), "the attack is blind");
}

fn history(seed: u64, days: usize) -> (Found, usize) {
    let mut dice = Dice::new(seed);
    let first = round(&mut dice);
    attacked_over_days(dice, first, days)
}

#[test]
fn no_hidden_cell_follows_from_what_was_shared_on_several_days() {
    // In the last two a cell follows where nobody knows what returns that changed had said.
    let mut shared = 0;
    for (seed, days) in [(3, 3), (23, 3), (34, 3), (42, 2), (63, 2)] {
        let (found, times) = history(seed, days);
        assert!(found.is_empty(), "seed {seed}: {found:#?}");
        shared += times;
    }
    assert!(shared > 12, "shared {shared} times: most was refused");
}

/// Attacks so many more rounds of one day, and of two to four days.
fn attack_more(many: u64, round: impl Fn(&mut Dice) -> Round) {
    let mut leaks = Vec::new();
    for seed in 0..many {
        let of_a_day = round(&mut Dice::new(1_000 + seed));
        let sharing = of_a_day.counting(Sharing::of(&of_a_day.grid, THRESHOLD));
        let (of_one, ..) = attacked(&of_a_day, Shown::ToOthers(&sharing), Vec::new());
        let mut dice = Dice::new(seed);
        let first = round(&mut dice);
        let (of_several, _) = attacked_over_days(dice, first, 2 + usize::try_from(seed % 3).expect("few"));
        leaks.extend([of_one, of_several].concat().into_iter().map(|one| format!("seed {seed}: {one}")));
        println!("{} rounds and histories, {} leaks", 2 * (seed + 1), leaks.len());
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
}

/// The same of many more rounds and histories: `make attack`.
#[test]
#[ignore = "takes a quarter of an hour"]
fn no_hidden_cell_follows_from_many_more() {
    attack_more(120, round);
}

/// The same of rounds of some hundred, and histories of those.
#[test]
#[ignore = "takes an hour"]
fn no_hidden_cell_follows_from_many_returns() {
    attack_more(20, large_round);
}
