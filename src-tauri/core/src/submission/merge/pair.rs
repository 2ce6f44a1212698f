//! Which action or item of evidence on one side is which on the other: by its title, else by everything but its title.
//!
//! Refuses to know: what they say.

use super::fields::Text;
use crate::text::folded;

/// An action or item of evidence with its other sides.
pub(super) enum Thing<'a, T> {
    /// Both sides have it; `base` is what both began from, where that is known and held it.
    Both { place: usize, base: Option<Option<&'a T>>, mine: &'a T, theirs: &'a T },
    /// Only the other side has it.
    Theirs { place: usize, base: Option<Option<&'a T>>, theirs: &'a T },
    /// Only this side has it, though the other side was given it.
    Gone { mine: &'a T },
}

/// A list of one side, with the ids of its things where they are known.
pub(super) struct Side<'a, T> {
    pub list: &'a [T],
    pub ids: &'a [String],
}

impl<T> Clone for Side<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Side<'_, T> {}

/// Sets the lists of the three sides beside one another, in the order of the other side.
pub(super) fn things<'a, T: Text>(
    base: Option<Side<'a, T>>,
    mine: Side<'a, T>,
    theirs: &'a [T],
) -> Vec<Thing<'a, T>> {
    let links = places(base, mine, theirs);
    let began = |place: usize| base.map(|base| links[place].0.map(|at| &base.list[at]));
    let pair = |(place, theirs): (usize, &'a T)| match links[place].1 {
        Some(at) => Thing::Both { place, base: began(place), mine: &mine.list[at], theirs },
        None => Thing::Theirs { place, base: began(place), theirs },
    };
    let given = base.map(|base| here(base, mine));
    let gone = |(place, mine): (usize, &'a T)| {
        let was_given = given.as_ref().is_none_or(|given| given.contains(&Some(place)));
        let taken = links.iter().any(|(_, at)| *at == Some(place));
        (was_given && !taken).then_some(Thing::Gone { mine })
    };
    let gone: Vec<Thing<'a, T>> = mine.list.iter().enumerate().filter_map(gone).collect();
    theirs.iter().enumerate().map(pair).chain(gone).collect()
}

/// The place of a thing of the other side in what both began from, and here.
pub(super) type Link = (Option<usize>, Option<usize>);

/// Whether two things are held to be one.
type Alike<'a, A, B> = dyn Fn(A, B) -> bool + 'a;

/// The link of each thing of the other side: what is the same here, else through what both began from, else the title.
pub(super) fn places<T: Text>(base: Option<Side<'_, T>>, mine: Side<'_, T>, theirs: &[T]) -> Vec<Link> {
    let began = base.map_or_else(|| vec![None; theirs.len()], |base| paired(theirs, base.list));
    let kept = base.map_or_else(Vec::new, |base| here(base, mine));
    let mut links: Vec<Link> = began.into_iter().map(|at| (at, None)).collect();
    let same = |(place, at): (usize, usize), _| theirs[place] == mine.list[at];
    let through = |(_, at), base: Option<usize>| base.is_some_and(|base| kept[base] == Some(at));
    let titled = |(place, at): (usize, usize), _| titles(&theirs[place], &mine.list[at]);
    let rounds: [&Alike<'_, (usize, usize), Option<usize>>; 3] = [&same, &through, &titled];
    for alike in rounds {
        for place in 0..links.len() {
            if links[place].1.is_none() {
                let mut free =
                    (0..mine.list.len()).filter(|at| links.iter().all(|(_, here)| *here != Some(*at)));
                let found = free.find(|at| alike((place, *at), links[place].0));
                links[place].1 = found;
            }
        }
    }
    links
}

/// The place here of each thing that both began from: by its id, where ids are known.
fn here<T: Text>(base: Side<'_, T>, mine: Side<'_, T>) -> Vec<Option<usize>> {
    if base.ids.len() != base.list.len() || mine.ids.len() != mine.list.len() {
        return paired(base.list, mine.list);
    }
    base.ids.iter().map(|id| mine.ids.iter().position(|it| it == id)).collect()
}

fn titles<T: Text>(one: &T, other: &T) -> bool {
    folded(one.title()) == folded(other.title())
}

/// For each thing of one list, its place in the other: titles in their order, then what differs in its title alone.
fn paired<T: Text>(these: &[T], those: &[T]) -> Vec<Option<usize>> {
    let mut found = vec![None; these.len()];
    let likeness = |one: &T, other: &T| one.clone().titled("") == other.clone().titled("");
    let same = |one: &T, other: &T| one == other;
    let rounds: [&Alike<'_, &T, &T>; 3] = [&same, &titles::<T>, &likeness];
    for alike in rounds {
        for place in 0..these.len() {
            if found[place].is_none() {
                let free = (0..those.len()).filter(|at| !found.contains(&Some(*at)));
                found[place] = free.into_iter().find(|at| alike(&these[place], &those[*at]));
            }
        }
    }
    found
}
