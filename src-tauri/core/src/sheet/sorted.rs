//! Rows and cells by their number, in order: a sorted list, because a sheet arrives in order and is read in order.
//!
//! Refuses to know: what stands in it.

use std::ops::{Index, RangeBounds};

/// Things by number, in the order of the numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorted<T>(Vec<(u32, T)>);

/// By number, in order.
pub type Iter<'a, T> = std::iter::Map<std::slice::Iter<'a, (u32, T)>, fn(&'a (u32, T)) -> (&'a u32, &'a T)>;

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Sorted<T> {
    /// Things in any order; what has a number twice is joined, in the order in which it came.
    pub fn of(mut things: Vec<(u32, T)>, mut join: impl FnMut(&mut T, T)) -> Self {
        if things.windows(2).any(|pair| pair[0].0 >= pair[1].0) {
            things.sort_by_key(|(number, _)| *number);
            let mut joined: Vec<(u32, T)> = Vec::with_capacity(things.len());
            for (number, thing) in things {
                match joined.last_mut() {
                    Some((last, first)) if *last == number => join(first, thing),
                    Some(_) | None => joined.push((number, thing)),
                }
            }
            return Self(joined);
        }
        Self(things)
    }

    /// The same numbers with something else.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Sorted<U> {
        Sorted(self.0.into_iter().map(|(number, thing)| (number, change(thing))).collect())
    }

    /// What has this number.
    pub fn get(&self, number: &u32) -> Option<&T> {
        self.place(*number).ok().map(|place| &self.0[place].1)
    }

    /// The same, to change it.
    pub fn get_mut(&mut self, number: &u32) -> Option<&mut T> {
        self.place(*number).ok().map(|place| &mut self.0[place].1)
    }

    /// Whether anything has this number.
    pub fn contains_key(&self, number: &u32) -> bool {
        self.place(*number).is_ok()
    }

    /// Puts something in; gives what had the number before.
    pub fn insert(&mut self, number: u32, thing: T) -> Option<T> {
        match self.place(number) {
            Ok(place) => Some(std::mem::replace(&mut self.0[place].1, thing)),
            Err(place) => {
                self.0.insert(place, (number, thing));
                None
            }
        }
    }

    /// Takes something out.
    pub fn remove(&mut self, number: &u32) -> Option<T> {
        self.place(*number).ok().map(|place| self.0.remove(place).1)
    }

    /// The numbers, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &u32> {
        self.0.iter().map(|(number, _)| number)
    }

    /// What there is, in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.0.iter().map(|(_, thing)| thing)
    }

    /// The same, to change it.
    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, thing)| thing)
    }

    /// Numbers with what they have, in order.
    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter().map(|(number, thing)| (number, thing))
    }

    /// So much of it as has numbers within these bounds.
    pub fn range(&self, bounds: impl RangeBounds<u32>) -> impl DoubleEndedIterator<Item = (&u32, &T)> {
        let from = self.0.partition_point(|(number, _)| below(*number, &bounds));
        let to = self.0.partition_point(|(number, _)| below(*number, &bounds) || bounds.contains(number));
        self.0[from..to.max(from)].iter().map(|(number, thing)| (number, thing))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts something at a number where there is nothing yet, and gives what is there.
    pub fn or_insert_with(&mut self, number: u32, make: impl FnOnce() -> T) -> &mut T {
        let place = match self.place(number) {
            Ok(place) => place,
            Err(place) => {
                self.0.insert(place, (number, make()));
                place
            }
        };
        &mut self.0[place].1
    }

    /// Where a number stands; nearly always it is the last one, or comes after it.
    fn place(&self, number: u32) -> Result<usize, usize> {
        match self.0.last() {
            None => Err(0),
            Some((last, _)) if *last < number => Err(self.0.len()),
            Some((last, _)) if *last == number => Ok(self.0.len() - 1),
            Some(_) => self.0.binary_search_by_key(&number, |(number, _)| *number),
        }
    }
}

fn below(number: u32, bounds: &impl RangeBounds<u32>) -> bool {
    match bounds.start_bound() {
        std::ops::Bound::Included(start) => number < *start,
        std::ops::Bound::Excluded(start) => number <= *start,
        std::ops::Bound::Unbounded => false,
    }
}

impl<T> Index<&u32> for Sorted<T> {
    type Output = T;

    fn index(&self, number: &u32) -> &T {
        self.get(number).expect("a number that is there")
    }
}

impl<T> FromIterator<(u32, T)> for Sorted<T> {
    fn from_iter<I: IntoIterator<Item = (u32, T)>>(things: I) -> Self {
        let mut sorted = Self::default();
        things.into_iter().for_each(|(number, thing)| drop(sorted.insert(number, thing)));
        sorted
    }
}

impl<T, const N: usize> From<[(u32, T); N]> for Sorted<T> {
    fn from(things: [(u32, T); N]) -> Self {
        things.into_iter().collect()
    }
}

impl<T> IntoIterator for Sorted<T> {
    type Item = (u32, T);
    type IntoIter = std::vec::IntoIter<(u32, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Sorted<T> {
    type Item = (&'a u32, &'a T);
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Sorted;

    proptest! {
        #[test]
        fn it_is_a_map_in_order(steps in proptest::collection::vec((0_u32..40, any::<bool>()), 0..80), from in 0_u32..40) {
            let (mut sorted, mut map) = (Sorted::default(), BTreeMap::new());
            for (place, (number, puts)) in steps.into_iter().enumerate() {
                if puts {
                    prop_assert_eq!(sorted.insert(number, place), map.insert(number, place));
                } else {
                    prop_assert_eq!(sorted.remove(&number), map.remove(&number));
                }
            }
            prop_assert!(sorted.iter().eq(map.iter()));
            prop_assert!(sorted.range(from + 1..).eq(map.range(from + 1..)));
            prop_assert!(sorted.range(from..from + 9).eq(map.range(from..from + 9)));
            prop_assert_eq!(sorted.get(&from), map.get(&from));
            prop_assert_eq!((sorted.len(), sorted.is_empty()), (map.len(), map.is_empty()));
        }
    }
}
