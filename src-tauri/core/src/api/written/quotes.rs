//! Quotations: words of a setting with the setting hidden, and what in them looks like personal data.
//!
//! Refuses to know: in which paper a quotation stands.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::codes::place;
use crate::analysis::group::Who;
use crate::analysis::themes::without_names;
use crate::api::call::Nothing;
use crate::api::round;
use crate::api::session::Session;
use crate::error::Result;
use crate::submission::SubmissionId;
use crate::submission::personal::{self, What};
use crate::theme::coding;
use crate::theme::{self, ThemeId};

/// What of a text may be quoted.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct QuoteChosen {
    pub submission: SubmissionId,
    pub place: String,
    pub theme: ThemeId,
    /// The words, as they stand in the text; nothing takes the choice back.
    pub words: String,
}

/// A quotation.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct QuoteLine {
    pub theme: String,
    /// The words, with the names that would tell whose they are taken out.
    pub shown: String,
    /// Who is said to speak: the phase alone.
    pub speaker: String,
    /// What in it looks like a child's personal data; it is not shown to others while there is any.
    pub personal: Vec<PersonalWords>,
    /// For officers: the return, and its setting.
    pub submission: SubmissionId,
    pub setting: String,
    pub place: String,
    pub theme_id: ThemeId,
}

/// Words that look like personal data.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct PersonalWords {
    pub what: What,
    pub words: String,
}

/// The quotations of the round, by theme.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<QuoteLine>> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let grid = figures.grid(file, round.id, &template)?;
        let who: BTreeMap<SubmissionId, &Who> =
            grid.rows.iter().map(|row| (row.submission, &row.who)).collect();
        let today = file.world().today();
        let names: BTreeMap<ThemeId, String> =
            theme::all(file.reader())?.into_iter().map(|theme| (theme.id, theme.name)).collect();
        let line = |one: coding::Coding| {
            let who = who.get(&one.submission).filter(|_| !one.quote.is_empty())?;
            let shown = hidden(&one.quote, who);
            let sightings = personal::find(&shown, today);
            let words = |it: personal::Sighting| PersonalWords {
                what: it.what,
                words: shown[it.start..it.end].to_owned(),
            };
            Some(QuoteLine {
                theme: names.get(&one.theme).cloned().unwrap_or_default(),
                speaker: who.phase.to_string(),
                personal: sightings.into_iter().map(words).collect(),
                submission: one.submission,
                setting: who.name.to_string(),
                place: one.place,
                theme_id: one.theme,
                shown,
            })
        };
        Ok(coding::of_round(file.reader(), round.id)?.into_iter().filter_map(line).collect())
    })
}

/// Chooses what of a coded text may be quoted.
pub fn choose(session: &Session, chosen: QuoteChosen) -> Result<Vec<QuoteLine>> {
    session.file(|file| {
        round::partnership(file)?;
        let at = place(chosen.submission, &chosen.place)?;
        file.transact(coding::QUOTE, &chosen.theme.to_string(), |tx| {
            coding::quote(tx, &at, chosen.theme, &chosen.words)
        })
    })?;
    list(session, Nothing {})
}

/// Words with the names of their setting taken out: as it is called, the first word of that where it stands alone,
/// its trust and its locality.
pub(in crate::api) fn hidden(words: &str, who: &Who) -> String {
    let first = who.name.split_whitespace().next().unwrap_or_default();
    let short: Vec<&str> = who.name.split_whitespace().take(2).collect();
    let short = short.join(" ");
    let common = ["the", "great", "little", "upper", "lower", "north", "south", "east", "west", "saint"];
    let first = if common.contains(&first.to_lowercase().as_str()) { "" } else { first };
    without_names(words, &[&who.name, &short, first, &who.trust, &who.locality])
}
