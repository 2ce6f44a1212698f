//! Draws as they are kept: made once, never changed; who declined and why; picks by risk beside them.
//!
//! Refuses to know: how a draw is made, and what a frame is gathered from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::sample::{self, Drawing, Frame, Refusal, Rules};
use crate::error::{Error, Result};
use crate::id::row_id;
use crate::round::RoundId;
use crate::setting::SettingId;
use crate::store::{Operation, Reader, Row, Tx, params};
use crate::text;

row_id! {
    /// The id of a draw.
    SampleId
}

row_id! {
    /// The id of a setting's refusal.
    RefusalId
}

row_id! {
    /// The id of a pick.
    PickId
}

/// A sample was drawn; a fence, so that nobody draws until a list suits.
pub const DRAW: Operation = Operation::fence("draw.make");
/// A setting that was drawn will not be met.
pub const DECLINE: Operation = Operation::ordinary("draw.decline");
/// A setting was picked for what is known of it.
pub const PICK: Operation = Operation::ordinary("draw.pick");
/// A pick was taken back.
pub const UNPICK: Operation = Operation::ordinary("draw.unpick");

/// The largest seed: twelve digits, short enough to be read out and minuted.
pub const LARGEST_SEED: u64 = 999_999_999_999;

/// A draw as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: SampleId,
    /// What it is called.
    pub name: String,
    /// The frame.
    pub frame: Frame,
    /// The rules.
    pub rules: Rules,
    /// The seed.
    pub seed: u64,
    /// Digest of the list when it was drawn.
    pub list: String,
    /// The instant at which it was drawn.
    pub at: String,
    /// Who drew it.
    pub who: String,
}

/// Why a setting was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PickedFor {
    /// It did not return.
    NonReturn,
    /// It rated everything at the top.
    AllTop,
    /// It rated much as not met.
    Low,
    /// It differs much from those like it.
    Outlier,
    /// Something is known to a partner.
    Concern,
    /// It asked to be met.
    Asked,
    /// Something else.
    Other,
}

/// A setting picked for what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Its id.
    pub id: PickId,
    /// Which setting.
    pub setting: SettingId,
    /// What kind of reason.
    pub why: PickedFor,
    /// The reason in words.
    pub reason: String,
    /// On which day.
    pub on: NaiveDate,
    /// By whom.
    pub who: String,
}

impl PickedFor {
    const ALL: [Self; 7] =
        [Self::NonReturn, Self::AllTop, Self::Low, Self::Outlier, Self::Concern, Self::Asked, Self::Other];

    fn code(self) -> &'static str {
        match self {
            Self::NonReturn => "non_return",
            Self::AllTop => "all_top",
            Self::Low => "low",
            Self::Outlier => "outlier",
            Self::Concern => "concern",
            Self::Asked => "asked",
            Self::Other => "other",
        }
    }

    /// The words for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::NonReturn => "Did not return",
            Self::AllTop => "Everything at the top",
            Self::Low => "Much rated as not met",
            Self::Outlier => "Far from those like it",
            Self::Concern => "Known to a partner",
            Self::Asked => "Asked to be met",
            Self::Other => "Another reason",
        }
    }
}

/// A seed from random bytes, of at most twelve digits.
pub fn seed_of(random: [u8; 10]) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&random[..8]);
    u64::from_le_bytes(bytes) % (LARGEST_SEED + 1)
}

/// Draws, and keeps frame, rules, seed and the digest of the list.
pub fn make(
    tx: &mut Tx<'_>,
    round: RoundId,
    name: &str,
    frame: &Frame,
    rules: &Rules,
    seed: u64,
) -> Result<SampleId> {
    if seed > LARGEST_SEED {
        return Err(Error::input("The seed has more than twelve digits.").hint("Type a shorter number."));
    }
    let name = said("name of the sample", name, 200)?;
    let drawing = sample::draw(frame, rules, seed)?;
    let id = SampleId::new(tx.world());
    let row = Row::new("sample", id).text("round_id", round).text("name", name).text("on_date", frame.on);
    let row = row.text("frame", json(frame)?).text("rules", json(rules)?).text("seed", seed);
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    tx.put(row.text("list", digest(&drawing)?).text("at", at).text("who", who))?;
    Ok(id)
}

/// The digest by which a list that is drawn again is known.
pub fn digest(drawing: &Drawing) -> Result<String> {
    let list = json(&(&drawing.strata, &drawing.left_out))?;
    Ok(text::digest(list.as_bytes()))
}

/// Keeps that a setting that was drawn will not be met, and why.
pub fn decline(tx: &mut Tx<'_>, sample: SampleId, setting: SettingId, reason: &str) -> Result<()> {
    let reason = said("reason", reason, 1_000)
        .map_err(|error| error.hint("Say why it will not be met, in a sentence."))?;
    let row = Row::new("sample_refusal", RefusalId::new(tx.world())).text("sample_id", sample);
    let row = row.text("setting_id", setting).text("reason", reason).text("on_date", tx.world().today());
    let (at, who) = (tx.world().now().to_rfc3339(), tx.world().who());
    tx.put(row.text("at", at).text("who", who))
}

/// Picks a setting for what is known of it.
pub fn pick(tx: &mut Tx<'_>, round: RoundId, setting: SettingId, why: PickedFor, reason: &str) -> Result<()> {
    if picks(tx.reader(), round)?.iter().any(|pick| pick.setting == setting) {
        return Err(Error::state("This setting is picked already.").hint("Take the pick back first."));
    }
    let reason = said("reason", reason, 1_000)
        .map_err(|error| error.hint("Say what is known that makes it worth a meeting, in a sentence."))?;
    let row = Row::new("pick", PickId::new(tx.world())).text("round_id", round).text("setting_id", setting);
    let row = row.text("why", why.code()).text("reason", reason).text("on_date", tx.world().today());
    let who = tx.world().who();
    tx.put(row.text("who", who))
}

/// Takes a pick back.
pub fn unpick(tx: &mut Tx<'_>, id: PickId) -> Result<()> {
    tx.remove("pick", id)
}

/// Whether any sample was drawn in a round.
pub fn any(reader: Reader<'_>, round: RoundId) -> Result<bool> {
    let sql = "SELECT 1 FROM sample WHERE round_id = ?1 LIMIT 1";
    Ok(reader.one(sql, params![round], |row| row.get::<_, i64>(0))?.is_some())
}

/// The draws of a round, newest first.
pub fn of_round(reader: Reader<'_>, round: RoundId) -> Result<Vec<Kept>> {
    let sql = "SELECT id, name, frame, rules, seed, list, at, who FROM sample WHERE round_id = ?1
      ORDER BY at DESC, rowid DESC";
    let rows = reader.all(sql, params![round], |row| {
        let texts: [String; 3] = [row.get(2)?, row.get(3)?, row.get(4)?];
        Ok(((row.get(0)?, row.get(1)?, row.get(5)?, row.get(6)?, row.get(7)?), texts))
    })?;
    rows.into_iter()
        .map(|((id, name, list, at, who), texts)| {
            let [frame, rules, seed] = texts;
            let seed = seed.parse().map_err(|_| unread())?;
            Ok(Kept { id, name, frame: value(&frame)?, rules: value(&rules)?, seed, list, at, who })
        })
        .collect()
}

/// Who declined, in the order in which they did.
pub fn refusals(reader: Reader<'_>, sample: SampleId) -> Result<Vec<Refusal>> {
    let sql = "SELECT setting_id, reason FROM sample_refusal WHERE sample_id = ?1 ORDER BY at, rowid";
    reader.all(sql, params![sample], |row| Ok(Refusal { setting: row.get(0)?, reason: row.get(1)? }))
}

/// The picks of a round, oldest first.
pub fn picks(reader: Reader<'_>, round: RoundId) -> Result<Vec<Pick>> {
    let sql = "SELECT id, setting_id, why, reason, on_date, who FROM pick WHERE round_id = ?1 ORDER BY rowid";
    reader.all(sql, params![round], |row| {
        let why: String = row.get(2)?;
        let why = PickedFor::ALL.into_iter().find(|one| one.code() == why).unwrap_or(PickedFor::Other);
        let on: String = row.get(4)?;
        let on = on.parse().map_err(|_| rusqlite::Error::InvalidQuery)?;
        Ok(Pick { id: row.get(0)?, setting: row.get(1)?, why, reason: row.get(3)?, on, who: row.get(5)? })
    })
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::fault("The sample could not be written down."))
}

fn value<T: for<'de> Deserialize<'de>>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|_| unread())
}

fn unread() -> Error {
    Error::fault("A sample in this file cannot be read.")
}

fn said(what: &str, typed: &str, most: usize) -> Result<String> {
    let text = text::normal(typed).trim().to_owned();
    if text.is_empty() {
        return Err(Error::input(format!("The {what} is blank.")).hint("Type a few words."));
    }
    if text.chars().count() > most {
        return Err(Error::input(format!("The {what} is over {most} characters long."))
            .hint("Say it in a few words."));
    }
    Ok(text)
}
