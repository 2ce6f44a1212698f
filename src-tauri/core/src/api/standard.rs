//! One standard with all the questions that are asked of this setting.

use serde::Deserialize;

use super::audit::Audit;
use super::session::Session;
use super::views::StandardView;
use crate::error::{Error, Result};
use crate::template::StandardId;

/// Which standard.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Which {
    /// Its id.
    pub standard: StandardId,
}

/// `standard.show`.
pub fn show(session: &Session, which: Which) -> Result<StandardView> {
    let (audit, today) =
        session.audit(|file, audit| Ok((Audit::load(file.reader(), audit)?, file.world().today())))?;
    let asked = audit.asked();
    let place = asked.iter().position(|(standard, _)| standard.id == which.standard).ok_or_else(|| {
        Error::missing("That standard is not part of this audit.").hint("Go back to the list of standards.")
    })?;
    let (standard, questions) = &asked[place];
    let id_at =
        |place: Option<usize>| place.and_then(|place| asked.get(place)).map(|(other, _)| other.id.clone());
    Ok(StandardView {
        id: standard.id.clone(),
        number: standard.number.clone(),
        title: standard.title.clone(),
        introduction: standard.introduction.clone(),
        governors: standard.governors.clone(),
        questions: questions.iter().map(|question| audit.question(question, today)).collect(),
        previous: id_at(place.checked_sub(1)),
        next: id_at(Some(place + 1)),
    })
}
