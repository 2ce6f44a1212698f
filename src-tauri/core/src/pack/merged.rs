//! Rounds of several partnerships in one set of figures; every figure keeps whose it is.
//!
//! A return that goes to several partnerships counts in each of them, and once among all. Pure. Refuses to know: files
//! and papers.

use std::collections::{BTreeMap, BTreeSet};

use super::joined::{Joined, Link, joined};
use super::{Moved, Naming, PackFinding, PackReturn, PackRound};
use crate::analysis::Tally;
use crate::analysis::disclose::{Figures, Follows, Parts, THINGS, hidden};
use crate::analysis::tally::Mark;
use crate::error::Result;
use crate::round::RoundId;
use crate::submission::SubmissionId;
use crate::template::{LevelCode, Meaning, QuestionId};

/// Some rounds of some partnerships, joined.
pub struct Merged<'r> {
    /// The rounds, by partnership and label.
    pub rounds: Vec<&'r PackRound>,
    /// How their tools are joined.
    pub joined: Joined,
    shut: Shut,
}

/// By round, the questions of its own tool that may not be shared of it.
pub type Shut = BTreeMap<RoundId, BTreeSet<QuestionId>>;

/// A figure of one partnership, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Ratings, counted.
    Shown(Tally),
    /// It would speak of too few.
    Few,
    /// The question is not joined there.
    NotJoined,
}

/// A question over all rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// All together, each return once.
    pub all: Figure,
    /// By round.
    pub by: Vec<Figure>,
}

/// A return, and every partnership that has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin<'r> {
    /// The later of its revisions.
    pub one: &'r PackReturn,
    /// The places of the rounds that it is in.
    pub rounds: Vec<usize>,
}

impl<'r> Merged<'r> {
    /// Joins rounds, in whatever order they are given.
    pub fn of(rounds: impl IntoIterator<Item = &'r PackRound>) -> Result<Self> {
        let mut rounds: Vec<&PackRound> = rounds.into_iter().collect();
        rounds.sort_by(|one, other| {
            let key = |round: &&PackRound| (round.partnership.clone(), round.label.clone(), round.round);
            key(one).cmp(&key(other))
        });
        let joined = joined(&rounds)?;
        Ok(Self { rounds, joined, shut: Shut::new() })
    }

    /// The same where these questions are in no figure, since they may not be shared of their round.
    #[must_use]
    pub fn without(self, shut: Shut) -> Self {
        Self { shut, ..self }
    }

    /// The returns that are told apart, each once, with every round that has it.
    pub fn returns(&self) -> Vec<Origin<'r>> {
        let mut found: BTreeMap<SubmissionId, Origin<'r>> = BTreeMap::new();
        for (place, round) in self.rounds.iter().enumerate() {
            for one in &round.returns {
                let origin =
                    found.entry(one.submission).or_insert_with(|| Origin { one, rounds: Vec::new() });
                origin.rounds.push(place);
                if one.revision > origin.one.revision {
                    origin.one = one;
                }
            }
        }
        let mut all: Vec<Origin<'r>> = found.into_values().collect();
        all.sort_by(|one, other| {
            (&one.one.name, one.one.submission).cmp(&(&other.one.name, other.one.submission))
        });
        all
    }

    /// A question over all rounds, to those who know each return.
    pub fn line(&self, question: &QuestionId) -> Line {
        let by: Vec<Figure> = (0..self.rounds.len()).map(|place| self.figure(place, question)).collect();
        let mut all = Tally::default();
        let mut seen: BTreeMap<SubmissionId, (u32, Mark)> = BTreeMap::new();
        for (place, figure) in by.iter().enumerate() {
            let (Figure::Shown(tally), Some(link)) = (figure, self.link(place, question)) else { continue };
            match self.rounds[place].naming {
                Naming::Nameless => all = all.plus(*tally),
                Naming::Named => {
                    for one in &self.rounds[place].returns {
                        let mark = mark(one, link);
                        let known = seen.entry(one.submission).or_insert((one.revision, mark));
                        if one.revision > known.0 {
                            *known = (one.revision, mark);
                        }
                    }
                }
            }
        }
        seen.into_values().for_each(|(_, mark)| all.add(mark, 1));
        let any = by.iter().any(|figure| matches!(figure, Figure::Shown(_)));
        Line { all: shown(any.then_some(all), by.contains(&Figure::Few)), by }
    }

    /// The same for anybody: no figure that speaks of a few, and none from which one could be worked out; of a round with
    /// few returns none at all, also where nobody judged.
    pub fn line_to_share(&self, question: &QuestionId, threshold: u32) -> Line {
        let mut line = self.line(question);
        let shown: Vec<usize> =
            (0..line.by.len()).filter(|place| matches!(line.by[*place], Figure::Shown(_))).collect();
        let parts = self.parts(&shown);
        let tallies: Vec<Tally> = std::iter::once(line.all)
            .chain(shown.iter().map(|place| line.by[*place]))
            .map(tally_of)
            .collect();
        let said = |(tally, (_, of)): (&Tally, &(usize, Vec<usize>))| {
            let all = u32::try_from(of.len()).unwrap_or(u32::MAX);
            vec![tally.at_least_met(), tally.base() - tally.at_least_met(), all.saturating_sub(tally.base())]
        };
        let known = Parts::new(&parts);
        let judged = self.judged(question, &shown);
        let figures = Figures {
            said: tallies.iter().zip(&parts).map(said).collect(),
            settings: tallies.iter().map(|tally| tally.base()).collect(),
            atoms: vec![known.by_atom(|places| places.iter().filter_map(|place| judged.get(place)).sum())],
            kinds: THINGS,
        };
        let mut hides = hidden(&known, &figures, threshold, &mut Follows::new(&known)).into_iter();
        if hides.next() == Some(true) {
            line.all = Figure::Few;
        }
        for (place, _) in shown.into_iter().zip(hides).filter(|(_, hides)| *hides) {
            line.by[place] = Figure::Few;
        }
        let few = |round: &PackRound| (1..threshold).contains(&round.returned);
        for (figure, _) in line.by.iter_mut().zip(&self.rounds).filter(|(_, round)| few(round)) {
            if matches!(figure, Figure::Shown(_)) {
                *figure = Figure::Few;
            }
        }
        line
    }

    /// Everybody, and each of some rounds, by the places of their returns: one that is told apart has one place.
    fn parts(&self, shown: &[usize]) -> Vec<(usize, Vec<usize>)> {
        let (mut places, mut known) = (0_usize, BTreeMap::new());
        let mut next = || {
            places += 1;
            places - 1
        };
        let mut parts = Vec::new();
        for place in shown {
            let round = self.rounds[*place];
            let of: Vec<usize> = match round.naming {
                Naming::Nameless => (0..round.returned).map(|_| next()).collect(),
                Naming::Named => {
                    let one = |one: &PackReturn| *known.entry(one.submission).or_insert_with(&mut next);
                    round.returns.iter().map(one).collect()
                }
            };
            parts.push((1, of));
        }
        parts.insert(0, (0, (0..places).collect()));
        parts
    }

    /// By the places of their returns, how many judged a question; of a round that tells none apart, at its first.
    fn judged(&self, question: &QuestionId, shown: &[usize]) -> BTreeMap<usize, u32> {
        let mut judged = BTreeMap::new();
        for (round, (_, of)) in shown.iter().zip(self.parts(shown).into_iter().skip(1)) {
            let Some(link) = self.link(*round, question) else { continue };
            let round = self.rounds[*round];
            match round.naming {
                Naming::Nameless => {
                    let base = tally_of(counted(round, link)).base();
                    judged.extend(of.first().map(|place| (*place, base)));
                }
                Naming::Named => judged.extend(
                    of.into_iter()
                        .zip(&round.returns)
                        .map(|(place, one)| (place, Tally::of([mark(one, link)]).base())),
                ),
            }
        }
        judged
    }

    /// What reviewers said of a question: among all, and by round.
    pub fn moved(&self, question: &QuestionId) -> (Moved, Vec<Moved>) {
        let by: Vec<Moved> = (0..self.rounds.len()).map(|place| self.moved_in(place, question)).collect();
        (by.iter().copied().fold(Moved::default(), Moved::plus), by)
    }

    /// The findings with the places of their rounds, and the return of each where it is told.
    pub fn findings(&self) -> Vec<(usize, &'r PackFinding, Option<&'r PackReturn>)> {
        let mut all = Vec::new();
        for (place, round) in self.rounds.iter().enumerate() {
            for found in &round.findings {
                let of = round.returns.iter().find(|one| Some(one.submission) == found.of);
                all.push((place, found, of));
            }
        }
        all
    }

    fn link(
        &self,
        place: usize,
        question: &QuestionId,
    ) -> Option<(&QuestionId, &BTreeMap<LevelCode, Meaning>)> {
        match self.joined.links[place].get(question)? {
            Link::With(own, levels) => Some((own, levels)),
            Link::Not(_) => None,
        }
    }

    fn figure(&self, place: usize, question: &QuestionId) -> Figure {
        let Some(link) = self.link(place, question) else { return Figure::NotJoined };
        let round = self.rounds[place];
        if self.shut.get(&round.round).is_some_and(|shut| shut.contains(link.0)) {
            return Figure::Few;
        }
        match round.naming {
            Naming::Named => Figure::Shown(Tally::of(round.returns.iter().map(|one| mark(one, link)))),
            Naming::Nameless => counted(round, link),
        }
    }

    fn moved_in(&self, place: usize, question: &QuestionId) -> Moved {
        let Some((own, _)) = self.link(place, question) else { return Moved::default() };
        let round = self.rounds[place];
        let mut moved = Moved::default();
        round.views.iter().filter(|one| one.question == *own).for_each(|one| moved.count(one.sees));
        let seen = round.seen.iter().filter(|one| one.question == *own);
        seen.fold(moved, |moved, one| moved.plus(one.moved))
    }
}

/// What one return says of a question: what it agreed to after a review, else its own rating.
fn mark(one: &PackReturn, (own, levels): (&QuestionId, &BTreeMap<LevelCode, Meaning>)) -> Mark {
    match one.agreed.get(own).or_else(|| one.ratings.get(own)) {
        Some(level) => levels.get(level).map_or(Mark::Blank, |meaning| Mark::Level(*meaning)),
        None if one.blank.contains(own) => Mark::Blank,
        None => Mark::NotAsked,
    }
}

fn counted(round: &PackRound, (own, levels): (&QuestionId, &BTreeMap<LevelCode, Meaning>)) -> Figure {
    let Some(count) = round.counts.iter().find(|count| count.question == *own) else {
        return Figure::NotJoined;
    };
    let Some(given) = &count.levels else { return Figure::Few };
    let mut tally = Tally::default();
    for (level, times) in given {
        tally.add(levels.get(level).map_or(Mark::Blank, |meaning| Mark::Level(*meaning)), *times);
    }
    tally.add(Mark::Blank, count.blank);
    let known = tally.base() + tally.not_applicable + tally.other + tally.blank;
    tally.add(Mark::NotAsked, round.returned.saturating_sub(known));
    Figure::Shown(tally)
}

fn tally_of(figure: Figure) -> Tally {
    match figure {
        Figure::Shown(tally) => tally,
        Figure::Few | Figure::NotJoined => Tally::default(),
    }
}

/// Figures of several questions together: those that are shown; where nobody judged those, what is hidden stays hidden.
pub fn together(figures: impl IntoIterator<Item = Figure>) -> Figure {
    let (mut sum, mut few) = (None::<Tally>, false);
    for figure in figures {
        match figure {
            Figure::Shown(tally) => sum = Some(sum.unwrap_or_default().plus(tally)),
            Figure::Few => few = true,
            Figure::NotJoined => {}
        }
    }
    shown(sum, few)
}

/// What is shown of several; where nobody judged that, what is hidden besides stays hidden.
fn shown(sum: Option<Tally>, few: bool) -> Figure {
    match (sum, few) {
        (Some(tally), false) => Figure::Shown(tally),
        (Some(tally), true) if tally.base() > 0 => Figure::Shown(tally),
        (Some(_) | None, true) => Figure::Few,
        (None, false) => Figure::NotJoined,
    }
}
