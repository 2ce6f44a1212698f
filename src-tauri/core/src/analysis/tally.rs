//! Ratings counted by what they mean; a share never goes without its base.
//!
//! Not applicable, blank and not asked are three different things and in no base. Codes are never averaged.

use std::sync::LazyLock;

use smol_str::{SmolStr, ToSmolStr as _, format_smolstr};

use crate::template::Meaning;

/// Below this base a percentage is shown with its base beside it.
pub const SMALL_BASE: u32 = 50;

/// One cell of the grid, read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The question was not asked of this setting.
    NotAsked,
    /// No answer, or one carried over that nobody confirmed.
    Blank,
    /// It does not apply, said as such.
    NotApplicable,
    /// A level with this meaning.
    Level(Meaning),
}

/// How many ratings there are of each meaning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// More than is asked.
    pub exceeds: u32,
    /// What is asked is there.
    pub met: u32,
    /// Most of it is there.
    pub mostly: u32,
    /// Some of it is there.
    pub partly: u32,
    /// It is not there.
    pub not_met: u32,
    /// It does not apply.
    pub not_applicable: u32,
    /// Answered by a value that is no judgement.
    pub other: u32,
    /// No answer.
    pub blank: u32,
    /// Not asked.
    pub not_asked: u32,
}

impl Tally {
    /// Counts some cells.
    pub fn of(marks: impl IntoIterator<Item = Mark>) -> Self {
        let mut tally = Self::default();
        marks.into_iter().for_each(|mark| *tally.place(mark) += 1);
        tally
    }

    /// Counts several cells of one kind.
    pub fn add(&mut self, mark: Mark, count: u32) {
        *self.place(mark) += count;
    }

    fn place(&mut self, mark: Mark) -> &mut u32 {
        match mark {
            Mark::NotAsked => &mut self.not_asked,
            Mark::Blank => &mut self.blank,
            Mark::NotApplicable | Mark::Level(Meaning::NotApplicable) => &mut self.not_applicable,
            Mark::Level(Meaning::Exceeds) => &mut self.exceeds,
            Mark::Level(Meaning::Met) => &mut self.met,
            Mark::Level(Meaning::Mostly) => &mut self.mostly,
            Mark::Level(Meaning::Partly) => &mut self.partly,
            Mark::Level(Meaning::NotMet) => &mut self.not_met,
            Mark::Level(Meaning::None) => &mut self.other,
        }
    }

    /// Both counts together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            exceeds: self.exceeds + other.exceeds,
            met: self.met + other.met,
            mostly: self.mostly + other.mostly,
            partly: self.partly + other.partly,
            not_met: self.not_met + other.not_met,
            not_applicable: self.not_applicable + other.not_applicable,
            other: self.other + other.other,
            blank: self.blank + other.blank,
            not_asked: self.not_asked + other.not_asked,
        }
    }

    /// How many there are of a meaning.
    pub fn count(mut self, meaning: Meaning) -> u32 {
        *self.place(Mark::Level(meaning))
    }

    /// Exceeds and met.
    pub fn at_least_met(self) -> u32 {
        self.exceeds + self.met
    }

    /// Every judgement: what "% met" is out of.
    pub fn base(self) -> u32 {
        self.exceeds + self.met + self.mostly + self.partly + self.not_met
    }
}

/// A percentage to one place of decimals, half up; nothing where there is no base.
pub fn percent(count: u32, base: u32) -> Option<SmolStr> {
    let base = u64::from(base);
    let tenths = (u64::from(count) * 2000 + base).checked_div(base * 2)?;
    let known = usize::try_from(tenths).ok().and_then(|tenths| SHARES.get(tenths));
    Some(known.cloned().unwrap_or_else(|| shown_tenths(tenths)))
}

/// A number as it is read.
pub fn shown_number(number: u32) -> SmolStr {
    let known = usize::try_from(number).ok().and_then(|number| NUMBERS.get(number));
    known.cloned().unwrap_or_else(|| number.to_smolstr())
}

/// What a table of many thousand rows is full of, written once: small numbers, and shares by their tenths of a percent.
static NUMBERS: LazyLock<Vec<SmolStr>> =
    LazyLock::new(|| (0..1000_u32).map(|number| number.to_smolstr()).collect());
static SHARES: LazyLock<Vec<SmolStr>> = LazyLock::new(|| (0..=1000).map(shown_tenths).collect());

fn shown_tenths(tenths: u64) -> SmolStr {
    format_smolstr!("{}.{}%", tenths / 10, tenths % 10)
}

/// A percentage as it is shown: with its base where that is small, a dash where there is none.
pub fn shown_percent(count: u32, base: u32) -> SmolStr {
    match percent(count, base) {
        None => SmolStr::new_static("\u{2013}"),
        Some(text) if base < SMALL_BASE => format_smolstr!("{text} (n = {base})"),
        Some(text) => text,
    }
}

/// The range in which a share lies with 95 % confidence (Wilson), in percent; for small bases only.
pub fn range(count: u32, base: u32) -> Option<(f64, f64)> {
    if base == 0 || base >= SMALL_BASE {
        return None;
    }
    let (n, share, z) = (f64::from(base), f64::from(count) / f64::from(base), 1.959_963_985);
    let spread = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    let (middle, whole) = (share + z * z / (2.0 * n), 1.0 + z * z / n);
    let percent = |value: f64| (value * 100.0).clamp(0.0, 100.0);
    Some((percent((middle - spread) / whole), percent((middle + spread) / whole)))
}

/// That range as it is shown; empty where the base is large or there is none.
pub fn shown_range(count: u32, base: u32) -> String {
    range(count, base).map_or(String::new(), |(low, high)| format!("{low:.1}%\u{a0}to\u{a0}{high:.1}%"))
}

/// The lowest and the highest share that there could be if so many ratings more were at the worst or at the best.
pub fn with_missing(count: u32, base: u32, missing: u32) -> String {
    let all = base.saturating_add(missing);
    let share = |count: u32| percent(count, all).unwrap_or_else(|| SmolStr::new_static("\u{2013}"));
    format!("{}\u{a0}to\u{a0}{}", share(count), share(count.saturating_add(missing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_apply_or_is_blank_is_in_no_base() {
        let marks = [
            Mark::Level(Meaning::Exceeds),
            Mark::Level(Meaning::Met),
            Mark::Level(Meaning::NotMet),
            Mark::Level(Meaning::NotApplicable),
            Mark::NotApplicable,
            Mark::Level(Meaning::None),
            Mark::Blank,
            Mark::NotAsked,
        ];
        let tally = Tally::of(marks);
        assert_eq!((tally.at_least_met(), tally.base()), (2, 3));
        assert_eq!((tally.not_applicable, tally.other, tally.blank, tally.not_asked), (2, 1, 1, 1));
        assert_eq!(tally.count(Meaning::NotMet), 1);
    }

    #[test]
    fn the_range_of_a_small_share_is_wilsons() {
        // 7 of 10 and 0 of 5, as in published tables of the interval.
        assert_eq!(shown_range(7, 10), "39.7%\u{a0}to\u{a0}89.2%");
        assert_eq!(shown_range(0, 5), "0.0%\u{a0}to\u{a0}43.4%");
        assert_eq!((shown_range(0, 0).as_str(), shown_range(20, 50).as_str()), ("", ""));
    }

    #[test]
    fn who_is_missing_widens_a_share_both_ways() {
        assert_eq!(with_missing(6, 8, 2), "60.0%\u{a0}to\u{a0}80.0%");
        assert_eq!(with_missing(0, 0, 4), "0.0%\u{a0}to\u{a0}100.0%");
        assert_eq!(with_missing(0, 0, 0), "\u{2013}\u{a0}to\u{a0}\u{2013}");
    }

    #[test]
    fn percentages_have_one_decimal_and_show_a_small_base() {
        assert_eq!(shown_percent(2, 3), "66.7% (n = 3)");
        assert_eq!(shown_percent(1, 16), "6.3% (n = 16)");
        assert_eq!(shown_percent(50, 50), "100.0%");
        assert_eq!(shown_percent(0, 0), "\u{2013}");
        assert_eq!(percent(u32::MAX, u32::MAX).as_deref(), Some("100.0%"));
    }
}
