//! What figures are made of besides ratings: who was asked, what was compared, coded, asked in surveys, found and planned,
//! and how settings, rounds and the partnership are called; each with a digest, so that it can be told whether it is as it was.
//!
//! Refuses to know: what is made of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Added;
use crate::analysis::grid;
use crate::error::{Error, Result};
use crate::intake::original;
use crate::partnership::contact;
use crate::round::register::Frozen;
use crate::round::{Round, RoundId, comparison, stood};
use crate::store::{AuditFile, Moment};
use crate::survey::kept;
use crate::{chase, issue, panel, partnership, plan, round, setting, text, theme};

/// Something that figures are made of besides ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Who was asked to return, when, what came on which day, and what was done about the rest.
    Response,
    /// Which workbooks were issued, to whom and on which day.
    Issued,
    /// What the settings of the register are called, of which phase and size they are, and who of them is asked at the moment.
    Settings,
    /// What the partnership and the rounds are called, and who signs.
    Names,
    /// What a person said about setting questions beside the last round.
    Comparisons,
    /// Themes, and what was coded by them.
    Themes,
    /// Surveys, and what their questions are set beside.
    Surveys,
    /// Samples, sessions, findings and ratings of panels.
    Panels,
    /// Recommendations, actions, meetings and what they decided.
    Plan,
    /// What people wrote in a paper.
    Words,
    /// People of the partnership.
    Contacts,
    /// What was done lately, whatever it was.
    Steps,
    /// Files that wait for an answer.
    Waiting,
}

/// A digest of each; of a paper alone, its words too.
pub type Sources = BTreeMap<Source, String>;

/// What a round had besides ratings at a moment.
pub(super) fn sources(file: &AuditFile, round: &Round, then: Moment) -> Result<Sources> {
    let told = [
        (Source::Comparisons, comparison::ROWS),
        (Source::Themes, theme::ROWS),
        (Source::Surveys, kept::ROWS),
        (Source::Panels, panel::ROWS),
        (Source::Plan, plan::ROWS),
    ];
    let owner = round.id.to_string();
    let mut sources = Sources::from([
        (Source::Response, coded(&[response(file, round.id, then)?, before(file, round, then)?])),
        (Source::Issued, coded(&issue::days(file.reader(), round.id, then.at)?)),
        (Source::Settings, settings(file, round.id, then)?),
        (Source::Names, names(file, round, then)?),
    ]);
    for (source, rows) in told {
        sources.insert(source, short(&file.digest_at(rows, &owner, then)?));
    }
    Ok(sources)
}

/// What a handover is made of besides: people, what was done last, and how many files wait. That a paper was written or
/// copied is no such step, else writing it would change it.
pub fn handed_over(file: &AuditFile, round: RoundId, then: Moment) -> Result<Sources> {
    let but = [super::WRITE, super::COPY];
    Ok(Sources::from([
        (Source::Contacts, short(&file.digest_at(contact::ROWS, "", then)?)),
        (Source::Steps, short(&file.last_but(&but, then)?)),
        (Source::Waiting, coded(&[original::needing(file.reader(), round)?.to_string()])),
    ]))
}

/// The register that counts, with what happened to each return, what was done about it, and when the round began and ended.
/// What settings are called is no part of it.
fn response(file: &AuditFile, round: RoundId, then: Moment) -> Result<String> {
    let register = grid::asked(file, round, then)?;
    let frozen = register.frozen.as_ref().map(|since| (since.on, &since.label, since.more, since.fewer));
    let mut lines = vec![
        file.digest_at(chase::ROWS, &round.to_string(), then)?,
        json(&(stood::days(file, round, then)?, frozen))?,
    ];
    for one in register.asked {
        let line = Frozen { name: String::new(), ..one.line };
        let came = one.events.iter().map(|event| (event.on, event.came as u8));
        lines.push(json(&(&line, came.collect::<Vec<_>>()))?);
    }
    Ok(coded(&lines))
}

/// The same of the round before; nothing where there is none.
fn before(file: &AuditFile, round: &Round, then: Moment) -> Result<String> {
    round.earlier.map_or_else(|| Ok(String::new()), |earlier| response(file, earlier, then))
}

/// The register as it stands at the moment, whether or not another was frozen, with the size and the numbers of each setting;
/// when its return is due is part of the response.
fn settings(file: &AuditFile, round: RoundId, then: Moment) -> Result<String> {
    let known = setting::all_at(file, then)?;
    let line = |line: Frozen| {
        let known = known.get(&line.setting).map(|one| (one.pupils, &one.setting.identifiers));
        json(&(Frozen { due: None, ..line }, known))
    };
    let lines = stood::lines(file, round, then)?;
    Ok(coded(&lines.into_iter().map(line).collect::<Result<Vec<_>>>()?))
}

fn names(file: &AuditFile, round: &Round, then: Moment) -> Result<String> {
    let stood = |round: Round| stood::round(file, round, then);
    let now = stood(round.clone())?;
    let earlier = round.earlier.map(|earlier| stood(round::load(file.reader(), earlier)?)).transpose()?;
    let earlier = earlier.map(|earlier| earlier.label);
    Ok(coded(&[json(&(partnership::name_at(file, then)?, now.label, now.signs, earlier))?]))
}

fn coded(lines: &[String]) -> String {
    short(&text::digest(lines.join("\n").as_bytes()))
}

/// What people wrote in a paper.
pub fn words(added: &Added) -> Result<String> {
    Ok(short(&text::digest(json(&(&added.headings, &added.sentences, &added.texts))?.as_bytes())))
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value)
        .map_err(|fault| Error::fault(format!("What the figures are made of could not be read: {fault}.")))
}

/// So much of a digest is enough to tell two apart.
pub(super) fn short(digest: &str) -> String {
    digest.chars().take(16).collect()
}

impl Source {
    /// Everything, in the order in which it is told.
    pub const ALL: [Self; 13] = [
        Self::Response,
        Self::Issued,
        Self::Settings,
        Self::Names,
        Self::Comparisons,
        Self::Themes,
        Self::Surveys,
        Self::Panels,
        Self::Plan,
        Self::Words,
        Self::Contacts,
        Self::Steps,
        Self::Waiting,
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Response => "response",
            Self::Issued => "issued",
            Self::Settings => "settings",
            Self::Names => "names",
            Self::Comparisons => "comparisons",
            Self::Themes => "themes",
            Self::Surveys => "surveys",
            Self::Panels => "panels",
            Self::Plan => "plan",
            Self::Words => "words",
            Self::Contacts => "contacts",
            Self::Steps => "steps",
            Self::Waiting => "waiting files",
        }
    }

    /// Whether a file keeps its past, so that it can be read again as it stood.
    pub fn has_past(self) -> bool {
        match self {
            Self::Response | Self::Issued | Self::Settings | Self::Names | Self::Comparisons => true,
            Self::Themes
            | Self::Surveys
            | Self::Panels
            | Self::Plan
            | Self::Words
            | Self::Contacts
            | Self::Steps
            | Self::Waiting => false,
        }
    }

    /// That it is another one now, in a sentence.
    pub(super) fn changed(self) -> &'static str {
        match self {
            Self::Response => {
                "Who is asked to return, when, what came, or what was done about the rest is another now."
            }
            Self::Issued => "Other workbooks were issued, or on another day.",
            Self::Settings => {
                "Names, phases, sizes or numbers of settings, or who of them is asked at the moment, are others now."
            }
            Self::Names => "The partnership or a round is called otherwise now, or others sign.",
            Self::Comparisons => "Other questions are set beside the last round now.",
            Self::Themes => "Themes, or what was coded by them, are others now.",
            Self::Surveys => "Surveys, or what their questions are set beside, are others now.",
            Self::Panels => "Samples, sessions, findings or ratings of panels are others now.",
            Self::Plan => "The partnership\u{2019}s plan, its meetings or what they decided is another now.",
            Self::Words => "Words that people wrote in the paper, or its headings, are others now.",
            Self::Contacts => "The people of the partnership, or how to reach them, are others now.",
            Self::Steps => "What was done lately is another list now.",
            Self::Waiting => "More or fewer files wait for an answer now.",
        }
    }
}
