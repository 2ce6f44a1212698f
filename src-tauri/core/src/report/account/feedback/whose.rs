//! For whom feedback sheets are: every setting whose return is accepted, also where it is in no figure yet.
//!
//! Refuses to know: what stands on a sheet.

use super::Sheets;
use crate::analysis::grid::GridRow;
use crate::report::account::ground::Ground;
use crate::round::base::Since;

/// A setting that gets a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Whose<'g> {
    /// Its return.
    pub row: &'g GridRow,
    /// Its place among the returns that count; none where it is in no figure.
    pub place: Option<usize>,
}

impl<'g> Sheets<'g> {
    /// Every setting that gets a sheet: first those whose return counts, then those of which it is in no figure yet.
    pub fn all(&self) -> Vec<Whose<'g>> {
        let counts = self.whole.rows.iter().enumerate().map(|(place, row)| Whose { row, place: Some(place) });
        let outside = self.whole.outside.iter().map(|row| Whose { row, place: None });
        counts.chain(outside).collect()
    }

    /// What is said of a return: of how many it is one, or why it is in no figure yet.
    pub(super) fn counts(&self, whose: Whose<'_>) -> String {
        let ground: &Ground<'_> = self.ground;
        if whose.place.is_some() {
            let returns = match ground.grid.rows.len() {
                1 => "the only accepted return".to_owned(),
                many => format!("one of {many} accepted returns"),
            };
            return match ground.grid.expected {
                1 => "Thank you for your return. Yours is the only one asked for.".to_owned(),
                asked => {
                    format!("Thank you for your return. It is {returns} of {asked} {} asked.", ground.people)
                }
            };
        }
        let frozen = ground.asked.first().and_then(|asked| asked.now.frozen.as_ref());
        let is_asked = self.asked.contains(&whose.row.setting);
        format!(
            "Thank you for your return. It is accepted, and it is not in the figures of the others yet: {}",
            why(frozen, is_asked)
        )
    }
}

/// Why a return is in no figure: by the register that was frozen, or since its setting is not asked.
fn why(frozen: Option<&Since>, is_asked: bool) -> String {
    let not_asked = "your setting is not asked to return in this round: it is exempt, covered by another\u{2019}s return, or closed.";
    let Some(since) = frozen.filter(|_| is_asked) else { return not_asked.to_owned() };
    format!(
        "they are of the register that was frozen on {} ({}), on which your setting was not asked to return. It counts from the next cut-off on.",
        since.on.format("%-d %B %Y"),
        since.label
    )
}
