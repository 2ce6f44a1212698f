//! The same text in the returns of several settings.
//!
//! Compared without case and white space. Refuses to know: which of the settings wrote it first.

use std::collections::{BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{Heard, Signal, SignalCell, SignalKind, counted};
use crate::setting::SettingId;
use crate::text::folded;

/// Shorter texts are the same by chance: "See policy".
const LONG_ENOUGH: usize = 40;
/// So much of a text is shown.
const SHOWN: usize = 160;

/// The texts heard so far.
#[derive(Debug, Default)]
pub(super) struct Texts(HashMap<u64, Told>);

/// Where a text was heard.
#[derive(Debug)]
struct Told {
    text: String,
    settings: BTreeSet<SettingId>,
    trusts: BTreeSet<String>,
    cells: Vec<SignalCell>,
}

impl Texts {
    pub(super) fn hear(&mut self, text: &str, heard: &Heard<'_>, cell: SignalCell) {
        let folded = folded(text);
        if folded.chars().count() < LONG_ENOUGH {
            return;
        }
        let mut hasher = DefaultHasher::new();
        folded.hash(&mut hasher);
        let told = self.0.entry(hasher.finish()).or_insert_with(|| Told {
            text: String::new(),
            settings: BTreeSet::new(),
            trusts: BTreeSet::new(),
            cells: Vec::new(),
        });
        told.settings.insert(heard.setting);
        told.trusts.insert(heard.who.trust.to_string());
        told.cells.push(cell);
        if told.settings.len() > 1 && told.text.is_empty() {
            told.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
    }

    /// A signal for each text that stands in the returns of more than one setting, the most first.
    pub(super) fn end(self) -> Vec<Signal> {
        let mut told: Vec<Told> = self.0.into_values().filter(|told| told.settings.len() > 1).collect();
        told.sort_by(|one, other| (other.settings.len(), &one.text).cmp(&(one.settings.len(), &other.text)));
        told.into_iter().map(Told::signal).collect()
    }
}

impl Told {
    fn signal(mut self) -> Signal {
        self.cells.sort_by(|one, other| {
            (&one.setting, one.submission, &one.number).cmp(&(
                &other.setting,
                other.submission,
                &other.number,
            ))
        });
        let trust = match self.trusts.first() {
            Some(trust) if self.trusts.len() == 1 && !trust.is_empty() => {
                format!(", all of one trust ({trust})")
            }
            Some(_) | None => String::new(),
        };
        let settings = counted(self.settings.len(), "setting", "settings");
        let said =
            format!("\u{201c}{}\u{201d} stands in the returns of {settings}{trust}.", shown(&self.text));
        Signal { kind: SignalKind::SameText, said, cells: self.cells }
    }
}

fn shown(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}\u{2026}", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
