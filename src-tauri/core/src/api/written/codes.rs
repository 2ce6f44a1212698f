//! The code frame, and coding by it.
//!
//! Refuses to know: how many settings speak of a theme.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::api::call::Nothing;
use crate::api::round;
use crate::api::session::Session;
use crate::error::{Error, Result};
use crate::submission::written::WrittenAt;
use crate::submission::{self, State, SubmissionId};
use crate::theme::coding::{self, Speaks};
use crate::theme::{self, ThemeId, ThemeKind, ThemeTyped};

/// A theme in the list.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct ThemeLine {
    pub id: ThemeId,
    pub name: String,
    pub meaning: String,
    pub kind: ThemeKind,
    pub response: String,
    /// Texts of this round that speak of it.
    pub texts: u32,
    /// Returns of this round that do.
    pub returns: u32,
}

/// A theme as it is typed.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ThemeSaved {
    pub id: Option<ThemeId>,
    pub name: String,
    #[serde(default)]
    pub meaning: String,
    #[serde(default)]
    pub kind: ThemeKind,
    #[serde(default)]
    pub response: String,
}

/// One of the themes.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ThemeChosen {
    pub id: ThemeId,
}

/// Whether a text speaks of a theme.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TextCoded {
    pub submission: SubmissionId,
    pub place: String,
    pub theme: ThemeId,
    pub speaks: Speaks,
}

/// The code frame, with how often each theme is spoken of in the round.
pub fn list(session: &Session, _: Nothing) -> Result<Vec<ThemeLine>> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let reader = file.reader();
        let mut counts: BTreeMap<ThemeId, (u32, std::collections::BTreeSet<SubmissionId>)> = BTreeMap::new();
        for one in coding::of_round(reader, round.id)? {
            if submission::find(reader, one.submission)?.is_some_and(|it| it.state == State::Accepted) {
                let (texts, returns) = counts.entry(one.theme).or_default();
                *texts += 1;
                returns.insert(one.submission);
            }
        }
        let line = |theme: theme::Theme| {
            let (texts, returns) = counts.remove(&theme.id).unwrap_or_default();
            ThemeLine {
                id: theme.id,
                name: theme.name,
                meaning: theme.meaning,
                kind: theme.kind,
                response: theme.response,
                texts,
                returns: u32::try_from(returns.len()).unwrap_or(u32::MAX),
            }
        };
        Ok(theme::all(reader)?.into_iter().map(line).collect())
    })
}

/// Adds a theme, or changes one.
pub fn save(session: &Session, typed: ThemeSaved) -> Result<Vec<ThemeLine>> {
    let ThemeSaved { id, name, meaning, kind, response } = typed;
    session.file(|file| {
        round::partnership(file)?;
        let target = id.map(|id| id.to_string()).unwrap_or_default();
        let typed = ThemeTyped { name, meaning, kind, response };
        file.transact(theme::SAVE, &target, |tx| theme::save(tx, id, &typed))
    })?;
    list(session, Nothing {})
}

/// Takes a theme out, with what was coded by it.
pub fn remove(session: &Session, chosen: ThemeChosen) -> Result<Vec<ThemeLine>> {
    session.file(|file| {
        round::partnership(file)?;
        file.transact(theme::REMOVE, &chosen.id.to_string(), |tx| theme::remove(tx, chosen.id))
    })?;
    list(session, Nothing {})
}

/// Says whether a text speaks of a theme.
pub fn code(session: &Session, coded: TextCoded) -> Result<Vec<ThemeLine>> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let at = place(coded.submission, &coded.place)?;
        let known = submission::load(file.reader(), coded.submission)?;
        if known.round != round.id || known.state != State::Accepted {
            return Err(Error::state("Only texts of accepted returns of this round are coded.")
                .hint("Accept the return first."));
        }
        file.transact(coding::CODE, &coded.theme.to_string(), |tx| {
            coding::set(tx, round.id, &at, coded.theme, coded.speaks)
        })
    })?;
    list(session, Nothing {})
}

/// The place that the page names.
pub(super) fn place(submission: SubmissionId, key: &str) -> Result<WrittenAt> {
    WrittenAt::of(submission, key)
        .ok_or_else(|| Error::missing("That place is not one of a return.").hint("Look for the text again."))
}
