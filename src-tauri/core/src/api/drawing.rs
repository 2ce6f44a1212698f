//! Drawing a sample of settings for panels to meet, who declined, and picks by risk on a list of their own.
//!
//! Refuses to know: how a draw is made.

pub(super) mod gather;
mod view;

use serde::{Deserialize, Serialize};

use super::call::Nothing;
use super::chasing::Chasing;
use super::paper_format::{self, PaperFormat};
use super::round;
use super::save;
use super::session::Session;
use super::views::Written;
use crate::error::{Error, Result};
use crate::panel::drawing::{self, PickId, PickedFor, SampleId};
use crate::panel::sample::{self, Rules};
use crate::setting::{self, SettingId};
use gather::frame;
pub use view::{DrawView, PickView, PreviewView, SampleView, StratumView, TraitChoice, TraitValue};
pub(super) use view::{balances, papers};

/// Rules to be tried.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RulesTried {
    pub rules: Rules,
}

/// A draw that is asked for.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DrawWanted {
    pub name: String,
    pub rules: Rules,
    /// A whole number; one is taken at random where none is given.
    #[serde(default)]
    pub seed: Option<String>,
}

/// A setting that will not be met.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Declined {
    pub sample: SampleId,
    pub setting: SettingId,
    pub reason: String,
}

/// A setting picked for what is known of it.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Picked {
    pub setting: SettingId,
    pub why: PickedFor,
    pub reason: String,
}

/// A pick that is taken back.
#[derive(Debug, Clone, Copy, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PickChosen {
    pub pick: PickId,
}

/// The paper of a sample.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SamplePaperWanted {
    pub sample: SampleId,
    pub format: PaperFormat,
}

/// `draw.show`: the samples of the round in view, newest first, its picks, and what can be chosen.
pub fn show(session: &Session, _: Nothing) -> Result<DrawView> {
    view::show(session)
}

/// `draw.preview`: the groups and their places; nobody is drawn.
pub fn preview(session: &Session, tried: RulesTried) -> Result<PreviewView> {
    let frame = frame(session)?;
    sample::draw(&frame, &tried.rules, 0).map(|drawing| view::preview(&drawing))
}

/// `draw.make`.
pub fn make(session: &Session, wanted: DrawWanted) -> Result<DrawView> {
    let frame = frame(session)?;
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let seed = match wanted.seed.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
            None => drawing::seed_of(file.world().random()),
            Some(typed) => typed.replace([' ', ','], "").parse().map_err(|_| {
                Error::input("The seed is not a whole number.")
                    .hint("Type up to twelve digits, or leave it blank and one is taken at random.")
            })?,
        };
        file.transact(drawing::DRAW, &wanted.name, |tx| {
            drawing::make(tx, round.id, &wanted.name, &frame, &wanted.rules, seed)
        })
    })?;
    view::show(session)
}

/// `draw.decline`: the next reserve of its group takes its place.
pub fn decline(session: &Session, said: Declined) -> Result<DrawView> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let reader = file.reader();
        let kept = drawing::of_round(reader, round.id)?.into_iter().find(|one| one.id == said.sample);
        let kept = kept.ok_or_else(|| Error::missing("That sample is not in this round."))?;
        let drawn = sample::draw(&kept.frame, &kept.rules, kept.seed)?;
        let chosen = sample::standing(&drawn, &drawing::refusals(reader, kept.id)?);
        let seat = chosen.iter().find(|one| one.setting == said.setting);
        match seat.map(|one| &one.seat) {
            Some(sample::Seat::Drawn | sample::Seat::Reserve(_)) => {}
            Some(sample::Seat::Declined(..)) => {
                return Err(Error::state("This setting has declined already."));
            }
            None => {
                return Err(Error::state("This setting was not drawn.").hint("Choose one of the sample."));
            }
        }
        let name = setting::load(reader, said.setting)?.details.name;
        file.transact(drawing::DECLINE, &name, |tx| {
            drawing::decline(tx, said.sample, said.setting, &said.reason)
        })
    })?;
    view::show(session)
}

/// `draw.pick`.
pub fn pick(session: &Session, picked: Picked) -> Result<DrawView> {
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let name = setting::load(file.reader(), picked.setting)?.details.name;
        file.transact(drawing::PICK, &name, |tx| {
            drawing::pick(tx, round.id, picked.setting, picked.why, &picked.reason)
        })
    })?;
    view::show(session)
}

/// `draw.unpick`.
pub fn unpick(session: &Session, chosen: PickChosen) -> Result<DrawView> {
    session.file(|file| {
        round::current(session, file)?;
        file.transact(drawing::UNPICK, "pick", |tx| drawing::unpick(tx, chosen.pick))
    })?;
    view::show(session)
}

/// `draw.write`: the paper of a sample; none where the dialog was dismissed.
pub fn write(session: &Session, wanted: SamplePaperWanted) -> Result<Option<Written>> {
    let (document, label) = session.file(|file| {
        let of = Chasing::of(session, file)?;
        let document = view::paper(file, &of, wanted.sample)?;
        Ok((document, of.round.label))
    })?;
    let name = save::file_name(&[&document.title, &label], wanted.format.ending());
    paper_format::offer(session, ("Save the sample", &name), &document, wanted.format)
}
