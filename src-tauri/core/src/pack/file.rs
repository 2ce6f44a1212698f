//! A pack as a file: a zip of a versioned manifest, lines of JSON and the audit tools; read behind the same guard as
//! workbooks, whole or not at all.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::{Naming, PackRound, sound};
use crate::error::{Error, Result};
use crate::round::RoundId;
use crate::sheet::guard;

/// What the manifest of a pack is known by.
const FORMAT: &str = "attest-pack";
/// The form that is written, and the newest that is read.
const VERSION: u32 = 1;

/// What a pack is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Rounds of one partnership for another.
    Exchange,
}

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What it is.
    pub format: String,
    /// Which form it has.
    pub version: u32,
    /// What it is for.
    pub purpose: Purpose,
    /// The partnership that wrote it.
    pub partnership: String,
    /// The day on which it was written.
    pub written: NaiveDate,
    /// Whether names are in it.
    pub naming: Naming,
}

/// A whole pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Its rounds.
    pub rounds: Vec<PackRound>,
}

/// A line of a part: of which round, and what.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<T> {
    round: RoundId,
    is: T,
}

impl Manifest {
    /// That of a pack of rounds for other partnerships.
    pub fn exchange(partnership: &str, written: NaiveDate, naming: Naming) -> Self {
        let (format, partnership) = (FORMAT.to_owned(), partnership.to_owned());
        Self { format, version: VERSION, purpose: Purpose::Exchange, partnership, written, naming }
    }
}

/// Writes a pack; the same pack is the same bytes.
pub fn write(pack: &Pack) -> Result<Vec<u8>> {
    zipped(pack).map_err(|error| Error::fault(format!("The pack could not be written: {error}.")))
}

fn zipped(pack: &Pack) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, content: &[u8]| -> ZipResult<()> {
        zip.start_file(name, SimpleFileOptions::default().last_modified_time(zip::DateTime::default()))?;
        Ok(zip.write_all(content)?)
    };
    put("manifest.json", &serde_json::to_vec_pretty(&pack.manifest).unwrap_or_default())?;
    let mut tools: BTreeMap<&str, (String, &str)> = BTreeMap::new();
    for round in &pack.rounds {
        let next = format!("tool{}", tools.len() + 1);
        tools.entry(&round.template).or_insert((next, &round.tool));
    }
    let heads = pack.rounds.iter().map(|round| PackRound {
        tool: tools.get(round.template.as_str()).map(|(name, _)| name.clone()).unwrap_or_default(),
        ..head(round)
    });
    let heads: String = heads.map(|head| line(&head)).collect();
    put("rounds.jsonl", heads.as_bytes())?;
    put("returns.jsonl", lines(pack, |round| &round.returns).as_bytes())?;
    put("counts.jsonl", lines(pack, |round| &round.counts).as_bytes())?;
    put("views.jsonl", lines(pack, |round| &round.views).as_bytes())?;
    put("seen.jsonl", lines(pack, |round| &round.seen).as_bytes())?;
    put("findings.jsonl", lines(pack, |round| &round.findings).as_bytes())?;
    for (name, text) in tools.values() {
        put(&format!("templates/{name}.toml"), text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A round without what stands in parts of its own.
fn head(round: &PackRound) -> PackRound {
    PackRound {
        tool: String::new(),
        returns: Vec::new(),
        counts: Vec::new(),
        views: Vec::new(),
        seen: Vec::new(),
        findings: Vec::new(),
        ..round.clone()
    }
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default() + "\n"
}

fn lines<T: Serialize>(pack: &Pack, of: impl Fn(&PackRound) -> &Vec<T>) -> String {
    let each = |round: &PackRound| {
        let lines = of(round).iter().map(|is| line(&Line { round: round.round, is }));
        lines.collect::<String>()
    };
    pack.rounds.iter().map(each).collect()
}

/// Reads a pack: whole, or a sentence says why not.
pub fn read(bytes: &[u8]) -> Result<Pack> {
    let parts = guard::parcel(bytes)?;
    let manifest = manifest(&parts)?;
    let mut rounds: Vec<PackRound> = values(&parts, "rounds.jsonl")?;
    for round in &mut rounds {
        let tool = parts.get(&format!("templates/{}.toml", round.tool));
        let text = tool.and_then(|bytes| String::from_utf8(bytes.clone()).ok());
        round.tool = text.ok_or_else(|| unread("The audit tool of a round is missing in this pack."))?;
    }
    place(&parts, "returns.jsonl", &mut rounds, |round| &mut round.returns)?;
    place(&parts, "counts.jsonl", &mut rounds, |round| &mut round.counts)?;
    place(&parts, "views.jsonl", &mut rounds, |round| &mut round.views)?;
    place(&parts, "seen.jsonl", &mut rounds, |round| &mut round.seen)?;
    place(&parts, "findings.jsonl", &mut rounds, |round| &mut round.findings)?;
    let pack = Pack { manifest, rounds };
    sound::check(&pack)?;
    Ok(pack)
}

type Parts = BTreeMap<String, Vec<u8>>;

/// The first thing that is looked at: is it a pack, of a form that is known, for this?
fn manifest(parts: &Parts) -> Result<Manifest> {
    #[derive(Deserialize)]
    struct First {
        format: String,
        version: u32,
    }
    let bytes = parts.get("manifest.json").ok_or_else(|| unread("This is not a pack that Attest wrote."))?;
    let first: First =
        serde_json::from_slice(bytes).map_err(|_| unread("The manifest of this pack cannot be read."))?;
    if first.format != FORMAT {
        return Err(unread("This is not a pack that Attest wrote."));
    }
    if first.version > VERSION {
        return Err(Error::input("This pack was written by a newer Attest.")
            .hint("Install the newer version, or ask for the pack in the older form."));
    }
    serde_json::from_slice(bytes).map_err(|_| unread("The manifest of this pack cannot be read."))
}

/// The lines of a part.
fn values<T: DeserializeOwned>(parts: &Parts, name: &str) -> Result<Vec<T>> {
    let bytes = parts.get(name).map(Vec::as_slice).unwrap_or_default();
    let text = std::str::from_utf8(bytes).map_err(|_| unread("This pack is not in UTF-8."))?;
    let read = |(at, line): (usize, &str)| {
        serde_json::from_str(line)
            .map_err(|_| unread(&format!("Line {} of {name} in this pack cannot be read.", at + 1)))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

/// Puts the lines of a part to their rounds.
fn place<T: DeserializeOwned>(
    parts: &Parts,
    name: &str,
    rounds: &mut [PackRound],
    list: impl Fn(&mut PackRound) -> &mut Vec<T>,
) -> Result<()> {
    for Line { round, is } in values::<Line<T>>(parts, name)? {
        let of = rounds.iter_mut().find(|one| one.round == round);
        let of = of.ok_or_else(|| unread(&format!("A line of {name} is of no round of this pack.")))?;
        list(of).push(is);
    }
    Ok(())
}

pub(super) fn unread(message: &str) -> Error {
    Error::input(message).hint("Ask whoever sent it to write the pack again; nothing of it was taken.")
}
