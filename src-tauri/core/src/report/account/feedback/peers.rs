//! Whom a setting stands beside on its sheet: others of its phase and size, as far as they are enough, and what they rated.
//!
//! Refuses to know: what is said of it.

use super::{Sheets, Whose};
use crate::analysis::grid::GridRow;
use crate::report::account::ground::count;

/// Settings like one: who they are, in words, and their rows.
pub(super) struct Peers {
    pub who: String,
    pub rows: Vec<usize>,
}

impl Sheets<'_> {
    /// Settings of the same phase and size where they are enough, else of the phase, else all.
    pub(super) fn peers(&self, whose: Whose<'_>) -> Peers {
        let ground = self.ground;
        let own = whose.row;
        let others = |fits: &dyn Fn(&GridRow) -> bool| -> Vec<usize> {
            (0..ground.grid.rows.len())
                .filter(|place| Some(*place) != whose.place && fits(&ground.grid.rows[*place]))
                .collect()
        };
        let enough = |rows: &Vec<usize>| !rows.is_empty() && !ground.shown.hides_base(count(rows.len()));
        let band = self.sizes.get(&own.setting).map(|size| band(*size));
        if let (Some((low, high, words)), false) = (band, own.who.phase.is_empty()) {
            let like = |other: &GridRow| {
                other.who.phase == own.who.phase
                    && self.sizes.get(&other.setting).is_some_and(|size| (low..=high).contains(size))
            };
            let rows = others(&like);
            if enough(&rows) {
                let who = format!("{} others: {}, {words}", rows.len(), own.who.phase.to_lowercase());
                return Peers { who, rows };
            }
        }
        let phase = others(&|other| other.who.phase == own.who.phase);
        if enough(&phase) && !own.who.phase.is_empty() {
            let who = format!("{} others: {}, of every size", phase.len(), own.who.phase.to_lowercase());
            return Peers { who, rows: phase };
        }
        let all = others(&|_| true);
        let who = match all.len() {
            0 => "nobody yet: no other return is in the figures".to_owned(),
            1 => "1 other of every phase".to_owned(),
            many => format!("{many} others of every phase"),
        };
        Peers { who, rows: all }
    }

    /// The quartiles of the others' shares in thousandths, each to the next twentieth, so that none is what one setting
    /// said; none where too few of them rated anything.
    pub(super) fn quartiles(&self, standard: usize, rows: &[usize]) -> Option<[u32; 3]> {
        let mut shares: Vec<u32> = rows
            .iter()
            .map(|row| self.shares[*row][standard])
            .filter(|(_, base)| *base > 0)
            .map(|(met, base)| (met * 1000 + base / 2) / base)
            .collect();
        if shares.is_empty() || self.ground.shown.hides_base(count(shares.len())) {
            return None;
        }
        shares.sort_unstable();
        let at = |quarter: usize| (shares[(shares.len() - 1) * quarter / 4] + 25) / 50 * 50;
        Some([at(1), at(2), at(3)])
    }
}

/// A band of sizes, with its words.
fn band(size: u32) -> (u32, u32, &'static str) {
    match size {
        0..=100 => (0, 100, "up to 100 on roll"),
        101..=250 => (101, 250, "101 to 250 on roll"),
        251..=500 => (251, 500, "251 to 500 on roll"),
        501..=1000 => (501, 1000, "501 to 1,000 on roll"),
        1001.. => (1001, u32::MAX, "over 1,000 on roll"),
    }
}
