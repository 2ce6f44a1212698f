//! Which figures are hidden in what is shared, so that nothing about a handful of settings can be worked out.
//!
//! A figure that speaks of fewer settings than the round's smallest number is hidden, and so is whatever else one
//! would need to work it out: by subtraction, over two tables, or because all the others said one thing.
//! What is said by everybody alike follows from the figure for all and is no secret. Refuses to know: tables and words.

mod bounds;
#[cfg(test)]
mod tests;

pub use bounds::Bounds;

/// The parts of the returns that figures speak of, and what they have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// How many settings are in each atom: settings that no part tells apart.
    atoms: Vec<u32>,
    /// The atoms of each part.
    of: Vec<Vec<usize>>,
    /// Which parts stand in one table, beside each other.
    facet: Vec<usize>,
}

impl Parts {
    /// Parts by the table in which they stand and the places of their settings; those of one table do not overlap.
    pub fn new(parts: &[(usize, Vec<usize>)]) -> Self {
        let most = parts.iter().flat_map(|(_, places)| places).max().map_or(0, |place| place + 1);
        let mut signs: Vec<Vec<usize>> = vec![Vec::new(); most];
        for (at, (_, places)) in parts.iter().enumerate() {
            for place in places {
                signs[*place].push(at);
            }
        }
        signs.retain(|sign| !sign.is_empty());
        signs.sort_unstable();
        let mut atoms: Vec<(Vec<usize>, u32)> = Vec::new();
        for sign in signs {
            match atoms.last_mut() {
                Some((last, count)) if *last == sign => *count += 1,
                _ => atoms.push((sign, 1)),
            }
        }
        let within =
            |part: usize| (0..atoms.len()).filter(|atom| atoms[*atom].0.contains(&part)).collect::<Vec<_>>();
        Self {
            of: (0..parts.len()).map(within).collect(),
            facet: parts.iter().map(|(facet, _)| *facet).collect(),
            atoms: atoms.into_iter().map(|(_, count)| count).collect(),
        }
    }

    fn meets(&self, one: usize, other: usize) -> bool {
        self.facet[one] == self.facet[other] || self.of[one].iter().any(|atom| self.of[other].contains(atom))
    }
}

/// A line of figures over the parts: one question, or one standard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// By part, how often each thing was said; the last of them is that nothing was.
    pub said: Vec<Vec<u32>>,
    /// By part, how many settings that speaks of.
    pub settings: Vec<u32>,
    /// How often one setting counts: the questions of a standard.
    pub each: u32,
}

/// Which parts are hidden in a line.
pub fn hidden(parts: &Parts, figures: &Figures, threshold: u32) -> Vec<bool> {
    let small: Vec<usize> = (0..figures.settings.len())
        .filter(|part| (1..threshold).contains(&figures.settings[*part]))
        .collect();
    let mut hidden: Vec<bool> = (0..figures.settings.len()).map(|part| small.contains(&part)).collect();
    while let Some(part) = exposed(parts, figures, &hidden, &small, threshold) {
        match cover(parts, figures, &hidden, &small, (part, threshold)) {
            Some(cover) => hidden[cover] = true,
            None => break,
        }
    }
    hidden
}

/// A small part that can be worked out from what is shown.
fn exposed(
    parts: &Parts,
    figures: &Figures,
    hidden: &[bool],
    small: &[usize],
    threshold: u32,
) -> Option<usize> {
    if small.is_empty() {
        return None;
    }
    let alone = |part: &&usize| {
        let beside = (0..hidden.len()).filter(|it| hidden[*it] && parts.facet[*it] == parts.facet[**part]);
        let rest: u32 = beside.map(|it| figures.settings[it]).sum();
        let shown = (0..hidden.len()).any(|it| !hidden[it] && covers(parts, it, **part));
        shown && rest < threshold
    };
    if let Some(part) = small.iter().find(alone) {
        return Some(*part);
    }
    let bounds = Bounds::of(parts, figures, hidden);
    let known = |part: &&usize| {
        let found = bounds.of_part(parts, **part);
        found.iter().enumerate().any(|(said, (least, most))| {
            least == most && *least > 0 && !is_unanimous(parts, figures, hidden, (**part, said))
        })
    };
    small.iter().find(known).copied()
}

/// Whether a part lies within another.
fn covers(parts: &Parts, whole: usize, part: usize) -> bool {
    whole != part && parts.of[part].iter().all(|atom| parts.of[whole].contains(atom))
}

/// Whether everybody in a larger part that is shown said one thing, so that it is said of each.
fn is_unanimous(parts: &Parts, figures: &Figures, hidden: &[bool], (part, said): (usize, usize)) -> bool {
    let all = |whole: usize| {
        let total: u32 = figures.said[whole].iter().sum();
        !hidden[whole] && covers(parts, whole, part) && figures.said[whole][said] == total
    };
    (0..hidden.len()).any(all)
}

/// What is best hidden besides: the smallest that closes the gap, else the smallest that has to do with it.
fn cover(
    parts: &Parts,
    figures: &Figures,
    hidden: &[bool],
    small: &[usize],
    (part, threshold): (usize, u32),
) -> Option<usize> {
    let mut open: Vec<usize> =
        (0..hidden.len()).filter(|it| !hidden[*it] && parts.meets(*it, part)).collect();
    open.sort_by_key(|it| (parts.facet[*it] != parts.facet[part], figures.settings[*it], *it));
    let closes = |it: &&usize| {
        let mut with = hidden.to_vec();
        with[**it] = true;
        exposed(parts, figures, &with, small, threshold).is_none()
    };
    open.iter().find(closes).or(open.first()).copied()
}
