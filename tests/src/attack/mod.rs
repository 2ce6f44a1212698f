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
//! Over several days the attacker knows besides which returns came, went or changed, and has all the papers together. By bounds
//! are looked for the cells of each day and those who came or changed, as far as the papers of the days before do not tell it
//! alone. What those who went or changed had said before is looked for by sums and differences: where nobody says something on a
//! later day, the earlier figure tells how many of them had said it, and that is not hidden.
//!
//! That none of a few said something is no secret: it follows wherever nobody in the whole round said it.

mod files;
mod ground;
mod known;
mod markup;
mod read;
mod truth;
mod words;

use std::collections::BTreeSet;

use attest::analysis::group::By;
use attest::analysis::sharing::{SharedBefore, Sharing, Shown};
use attest::publication::shared_before;
use attest::report::Document;

use ground::{Dice, Round, THRESHOLD, grid, one};
use known::{Fact, JUDGED, Known, MET, Rows, THINGS, What};
use read::Reader;
use truth::{BLANK, State, THEMES, THEN, Truth};

/// What was found out, in words.
type Found = Vec<String>;

/// Everybody, each group, what any two of them have in common or not, and those whom all groups together tell apart.
fn sets(state: &State<'_>) -> BTreeSet<Rows> {
    let mut groups = vec![state.everyone()];
    groups.extend(cells(state).into_iter().map(|(_, rows)| rows));
    let mut atoms = vec![state.everyone()];
    for group in &groups {
        atoms =
            atoms.iter().flat_map(|atom| [atom & group, atom & !group]).filter(|rows| *rows != 0).collect();
    }
    let pairs =
        groups.iter().flat_map(|one| groups.iter().flat_map(move |other| [one & other, one & !other]));
    pairs.chain(atoms).filter(|rows| *rows != 0).collect()
}

/// Every group, by name.
fn cells(state: &State<'_>) -> Vec<(String, Rows)> {
    let mut all = BTreeSet::new();
    for row in &state.round.grid.rows {
        for by in By::ALL {
            let name = by.of(&row.who);
            all.insert((format!("{} {name}", by.word()), state.group(by, name)));
        }
    }
    all.into_iter().collect()
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
                found.push(format!("by sums: {} of {line:?} of {rows:b}", truth.judged(&of)));
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

/// What few said, where only one number of it is possible.
fn by_bounds(truth: &Truth, known: &Known, cells: &[(String, Rows)], lines: Lines) -> Found {
    by_bounds_but(truth, known, (cells, lines), &|_, _| false)
}

/// The same but of what is not looked for.
fn by_bounds_but(
    truth: &Truth,
    known: &Known,
    (cells, lines): (&[(String, Rows)], Lines),
    but: &dyn Fn(usize, What) -> bool,
) -> Found {
    let kinds: Vec<What> = THINGS.into_iter().chain((0..9).map(|rating| 1 << rating)).collect();
    let mut found = Vec::new();
    for line in truth.whole().into_keys().filter(|line| lines.holds(*line)) {
        for (name, rows) in cells.iter().filter(|(_, rows)| few(truth, &[(line, *rows)])) {
            for kind in kinds.iter().filter(|kind| !but(line, **kind)) {
                let (least, most) = known.of_cell(line, *rows, *kind);
                let is = truth.count(&[(line, *rows)], *kind);
                assert!(least <= is && is <= most, "{name}, {line}: {is} is not from {least} to {most}");
                if least == most && least > 0 && !known.is_of_one_mind(line, *rows, *kind) {
                    found.push(format!("by bounds: {least} of {name} said {kind:b} of {line}"));
                }
            }
        }
    }
    found
}

/// A round that overlaps in its groups, with one before it.
fn round(dice: &mut Dice) -> Round {
    let (many, then) = (12 + dice.below(29), 12 + dice.below(29));
    let (now, before) = (grid(dice, many), grid(dice, then));
    Round::new(dice, now, before)
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
        let sharing = Sharing::of(&round.grid, THRESHOLD);
        let (found, shut, told) = attacked(&round, Shown::ToOthers(&sharing), Vec::new());
        assert!(found.is_empty(), "seed {seed}: {found:#?}");
        (hidden, read) = (hidden + shut, read + told);
    }
    assert!(hidden > 2_000 && read > 3_000, "{hidden} cells hidden, {read} figures read");
}

#[test]
fn the_attack_finds_what_officers_read() {
    let round = round(&mut Dice::new(3));
    let nothing = Sharing::of(&round.grid, 1);
    let (found, ..) = attacked(&round, Shown::ToOthers(&nothing), Vec::new());
    let by = |way: &str| found.iter().filter(|one| one.starts_with(way)).count();
    assert!(by("by sums") > 100 && by("by bounds") > 20, "the attack is blind");
}

#[test]
fn the_attack_finds_one_table_that_slipped_out() {
    let round = round(&mut Dice::new(2));
    let sharing = Sharing::of(&round.grid, THRESHOLD);
    let (found, ..) = attacked(&round, Shown::ToOthers(&sharing), vec![round.slip()]);
    assert!(found.iter().any(|one| one.starts_with("by sums")), "the attack is blind");
}

/// A round after some days: some came, some rated otherwise, some went, some are told apart otherwise; by its places, what
/// every return of it is.
fn later(dice: &mut Dice, round: &Round, (places, next): (&[usize], &mut usize)) -> (Round, Vec<usize>) {
    let (mut now, mut places) = (round.grid.clone(), places.to_vec());
    let mut new = |places: &mut Vec<usize>, at: usize| {
        places[at] = *next;
        *next += 1;
    };
    for _ in 0..dice.below(3) {
        let at = dice.below(now.rows.len());
        now.rows.remove(at);
        places.remove(at);
    }
    for _ in 0..dice.below(5) {
        let at = dice.below(now.rows.len());
        let was = now.rows[at].ratings.clone();
        for _ in 0..1 + dice.below(6) {
            let column = dice.below(16);
            now.rows[at].ratings[column] = u8::try_from(1 + dice.below(7)).expect("few");
        }
        if now.rows[at].ratings != was {
            new(&mut places, at);
        }
    }
    if dice.below(3) == 0 {
        let at = dice.below(now.rows.len());
        if now.rows[at].who.locality != "South" {
            now.rows[at].who.locality = "South".into();
            new(&mut places, at);
        }
    }
    for _ in 0..dice.below(8) {
        let number = 200 + places.len() + dice.below(10_000);
        now.rows.push(one(dice, number));
        places.push(0);
        let last = places.len() - 1;
        new(&mut places, last);
    }
    now.expected = u32::try_from(now.rows.len() + now.absent.len()).expect("few");
    (round.later(dice, now), places)
}

/// Of two days: who is there in the second alone and in the first alone, of all and of each group.
fn between(first: &State<'_>, second: &State<'_>) -> Vec<(String, Rows, Rows)> {
    let (was, is) = (first.everyone(), second.everyone());
    let mut all = vec![("all".to_owned(), is & !was, was & !is)];
    let (then, now) = (cells(first), cells(second));
    for (name, rows) in &now {
        let before = then.iter().find(|(one, _)| one == name).map_or(0, |(_, rows)| *rows);
        all.push((name.clone(), rows & !before, before & !rows));
    }
    all.extend(
        then.into_iter()
            .filter(|(name, _)| !now.iter().any(|(one, _)| one == name))
            .map(|(name, rows)| (name, 0, rows)),
    );
    all
}

/// What two days say of few who came, went or changed between them.
fn by_days(truth: &Truth, known: &Known, (first, second): (&State<'_>, &State<'_>)) -> Found {
    let met = known.combined(MET);
    let mut found = Vec::new();
    for (name, came, went) in between(first, second) {
        for line in 0..16 {
            let (of, less) = ([(line, came)], [(line, went)]);
            let mut all = second.settings(came);
            all.extend(first.settings(went));
            let settings = u32::try_from(all.len()).expect("few");
            let said = truth.judged(&of) + truth.judged(&less) > 0;
            if said && (1..THRESHOLD).contains(&settings) && met.follows(&of, &less) {
                found.push(format!("by days: {line} of {name}, of {settings} who came, went or changed"));
            }
        }
        let both = [(format!("{name}, new"), came), (format!("{name}, old"), went)];
        let both: Vec<(String, Rows)> = both.into_iter().filter(|(_, rows)| *rows != 0).collect();
        found.extend(by_sums(truth, known, &both.iter().map(|(_, rows)| *rows).collect()));
    }
    found
}

/// A day of several, and what was read before each of them and after the last.
#[derive(Clone, Copy)]
struct Days<'d> {
    out: &'d [State<'d>],
    until: &'d [BTreeSet<Fact>],
    day: usize,
}

impl Days<'_> {
    /// What the figures of all days leave one number for: in a cell of this day, and of those who came or changed until then.
    fn by_bounds(self, truth: &Truth, known: &Known) -> Found {
        let state = &self.out[self.day];
        let since = |first: &State<'_>| {
            let new = between(first, state).into_iter().filter(|(_, came, _)| *came != 0);
            new.map(|(name, came, _)| (format!("{name}, new since {}", first.day), came)).collect::<Vec<_>>()
        };
        let new: Vec<(String, Rows)> = self.out[..self.day].iter().flat_map(since).collect();
        let of_cells = self.of_sets(truth, known, (&cells(state), Lines::OfDay(state.day)));
        [of_cells, self.of_sets(truth, known, (&new, Lines::Questions))].concat()
    }

    /// The same of some sets. What the papers of the days before tell alone is told whatever the paper of this day hides. What
    /// nobody says on a later day is not looked for in a set of which any changed until then, nor are single ratings of then used.
    fn of_sets(self, truth: &Truth, known: &Known, (sets, lines): (&[(String, Rows)], Lines)) -> Found {
        let later = &self.out[self.day + 1..];
        let stays = |rows: Rows| later.iter().all(|later| rows & !later.everyone() == 0);
        let (same, other): (Vec<_>, Vec<_>) = sets.iter().cloned().partition(|(_, rows)| stays(*rows));
        let with = |facts: BTreeSet<Fact>| Known::of(&truth.whole(), facts, &known.atoms());
        let mut found = by_bounds(truth, known, &same, lines);
        if !by_bounds(truth, known, &other, lines).is_empty() {
            let all = self.until[self.out.len()].iter().filter(|fact| THINGS.contains(&fact.what));
            let plain = with(all.chain(&self.until[self.day + 1]).cloned().collect());
            let gone =
                |line, kind| later.iter().any(|day| known.of_cell(line, day.everyone(), kind) == (0, 0));
            found.extend(by_bounds_but(truth, &plain, (&other, lines), &gone));
        }
        if !found.is_empty() {
            let before = by_bounds(truth, &with(self.until[self.day].clone()), sets, lines);
            found.retain(|one| !before.contains(one));
        }
        found
    }
}

/// Shares a round, and again on two later days where that is not refused, and attacks all of it together; gives also how often
/// it was shared.
fn attacked_over_days(seed: u64, days: usize) -> (Found, usize) {
    let mut dice = Dice::new(seed);
    let mut rounds = vec![round(&mut dice)];
    let mut places: Vec<Vec<usize>> = vec![(0..rounds[0].grid.rows.len()).collect()];
    let mut next = places[0].len();
    for day in 0..days - 1 {
        let (round, held) = later(&mut dice, &rounds[day], (&places[day], &mut next));
        rounds.push(round);
        places.push(held);
    }
    let mut sharings: Vec<(usize, Sharing)> = Vec::new();
    for (day, round) in rounds.iter().enumerate() {
        let before = |(was, sharing): &(usize, Sharing)| SharedBefore {
            hidden: sharing.hidden(),
            ..shared_before(&rounds[*was].returned(), &round.grid)
        };
        let before: Vec<SharedBefore> = sharings.iter().map(before).collect();
        let sharing = Sharing::of(&round.grid, THRESHOLD).beside(&round.grid, &before);
        sharings.extend(sharing.too_few_since().is_none().then_some((day, sharing)));
    }
    let mut truth = Truth::default();
    let state = |(day, sharing): &(usize, Sharing)| {
        State::new(&rounds[*day], places[*day].clone(), (*day, sharing.open()), &mut truth)
    };
    let out: Vec<State<'_>> = sharings.iter().map(state).collect();
    let mut reader = Reader::new(&truth);
    let mut until = Vec::new();
    for (state, (_, sharing)) in out.iter().zip(&sharings) {
        until.push(reader.facts.clone());
        reader.read(state, &state.round.shared(Shown::ToOthers(sharing), &[]));
    }
    until.push(reader.facts.clone());
    let sets: BTreeSet<Rows> = out.iter().flat_map(|state| sets(state)).collect();
    let mut asked: Vec<Rows> = sets.iter().copied().collect();
    asked.extend(out.iter().map(|state| state.everyone()));
    let known = Known::of(&truth.whole(), reader.facts, &asked);
    let mut found = by_sums(&truth, &known, &sets);
    for (place, second) in out.iter().enumerate() {
        for first in &out[..place] {
            found.extend(by_days(&truth, &known, (first, second)));
        }
    }
    for day in 0..out.len() {
        found.extend(Days { out: &out, until: &until, day }.by_bounds(&truth, &known));
    }
    (found, out.len())
}

#[test]
fn no_hidden_cell_follows_from_what_was_shared_on_several_days() {
    let mut shared = 0;
    for seed in [3, 23, 34] {
        let (found, times) = attacked_over_days(seed, 3);
        assert!(found.is_empty(), "seed {seed}: {found:#?}");
        shared += times;
    }
    assert!(shared > 8, "shared {shared} times: most was refused");
}
