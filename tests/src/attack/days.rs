//! The same over several days: who came, went or changed between them is known, and every paper of every day is read together.

use std::collections::BTreeSet;

use attest::analysis::sharing::{SharedBefore, Sharing, Shown};
use attest::publication::{rated_then, shared_before};

use super::ground::{Dice, Round, THRESHOLD, one};
use super::known::{Fact, Known, MET, THINGS};
use super::read::Reader;
use super::rows::Rows;
use super::truth::{State, Truth};
use super::{Found, Lines, by_bounds, by_sums, cells, sets, told};

/// A round after some days: some came, some rated otherwise, some went, some are told apart otherwise; by its places, what
/// every return of it is.
fn later(dice: &mut Dice, round: &Round, (places, next): (&[usize], &mut usize)) -> (Round, Vec<usize>) {
    let (mut now, mut places) = (round.grid.clone(), places.to_vec());
    let more = now.rows.len() / 50;
    let mut new = |places: &mut Vec<usize>, at: usize| {
        places[at] = *next;
        *next += 1;
    };
    for _ in 0..dice.below(3 + more) {
        let at = dice.below(now.rows.len());
        now.rows.remove(at);
        places.remove(at);
    }
    for _ in 0..dice.below(5 + more) {
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
    for _ in 0..dice.below(8 + more) {
        let number = 200 + places.len() + dice.below(10_000);
        now.rows.push(one(dice, number, round.groups));
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
        let before = then.iter().find(|(one, _)| one == name).map_or(Rows::NONE, |(_, rows)| *rows);
        all.push((name.clone(), *rows & !before, before & !*rows));
    }
    all.extend(
        then.into_iter()
            .filter(|(name, _)| !now.iter().any(|(one, _)| one == name))
            .map(|(name, rows)| (name, Rows::NONE, rows)),
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
        let both: Vec<(String, Rows)> = both.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
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
    /// What the figures of all days leave one number for: in a cell of this day, and of those who came, went or changed until
    /// then. What the papers of the days before tell alone is told whatever the paper of this day hides.
    fn by_bounds(self, truth: &Truth, known: &Known) -> Found {
        let state = &self.out[self.day];
        let (cells, between) = (cells(state), self.between());
        let of_cells = by_bounds(truth, known, &cells, Lines::OfDay(state.day));
        let mut found = [of_cells, by_bounds(truth, known, &between, Lines::Questions)].concat();
        if !found.is_empty() {
            let mut facts = self.until[self.day].clone();
            let before = Known::of(&truth.whole(), facts.clone(), &known.atoms());
            facts.extend(self.out.iter().flat_map(|state| self.settled(&before, state)));
            let before = Known::of(&truth.whole(), facts, &known.atoms());
            let of_cells = told(truth, &before, &cells, Lines::OfDay(state.day));
            let told = [of_cells, told(truth, &before, &between, Lines::Questions)].concat();
            found.retain(|one| !told.iter().any(|(_, told)| told == one));
        }
        found
    }

    /// Who came, went or changed since each of the days before, of all and of each group.
    fn between(self) -> Vec<(String, Rows)> {
        let since = |first: &State<'_>| {
            let names = |(name, came, went): (String, Rows, Rows)| {
                let day = first.day;
                [(format!("{name}, new since {day}"), came), (format!("{name}, gone since {day}"), went)]
            };
            between(first, &self.out[self.day]).into_iter().flat_map(names).collect::<Vec<_>>()
        };
        self.out[..self.day].iter().flat_map(since).filter(|(_, rows)| !rows.is_empty()).collect()
    }

    /// What is known for certain, more than none, of every set that is told apart on a day and of those who came, went or changed
    /// until then, as figures of their own.
    fn settled(self, known: &Known, state: &State<'_>) -> Vec<Fact> {
        let day = self.out.iter().position(|one| one.day == state.day).expect("one of them");
        let between = Days { day, ..self }.between().into_iter().map(|(_, rows)| rows);
        let sets: BTreeSet<Rows> = sets(state).into_iter().chain(between).collect();
        let of = sets.iter().flat_map(|rows| (0..16).flat_map(|line| THINGS.map(|what| (line, *rows, what))));
        let settled = of.filter_map(|(line, rows, what)| {
            let (least, most) = known.of_cell(line, rows, what);
            let is_settled = least == most && least > 0;
            is_settled.then(|| Fact { of: vec![(line, rows)], what, count: least, more: false })
        });
        settled.collect()
    }
}

/// Shares a round, and again on later days where that is not refused, and attacks all of it together; gives also how often
/// it was shared.
pub fn attacked_over_days(mut dice: Dice, first: Round, days: usize) -> (Found, usize) {
    let mut rounds = vec![first];
    let mut places: Vec<Vec<usize>> = vec![(0..rounds[0].grid.rows.len()).collect()];
    let mut next = places[0].len();
    for day in 0..days - 1 {
        let (round, held) = later(&mut dice, &rounds[day], (&places[day], &mut next));
        rounds.push(round);
        places.push(held);
    }
    let mut sharings: Vec<(usize, Sharing)> = Vec::new();
    for (day, round) in rounds.iter().enumerate() {
        let before = |(was, sharing): &(usize, Sharing)| {
            let (was, hidden) = (&rounds[*was], sharing.hidden());
            let before = shared_before(&was.returned(), &round.grid);
            let then = rated_then(&was.returned(), &before, &was.grid);
            SharedBefore { hidden, then, told: vec![sharing.told()], ..before }
        };
        let before: Vec<SharedBefore> = sharings.iter().map(before).collect();
        let sharing = round.counting(Sharing::of(&round.grid, THRESHOLD).beside(&round.grid, &before));
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
