//! Terms that the round's returns use more than last round's, with the sentences in which they stand.
//!
//! Refuses to know: how much more is more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::worded;
use crate::analysis::terms::{Sentences, Term, Usage, more_than_before};
use crate::api::call::Nothing;
use crate::api::figures::before::before;
use crate::api::round;
use crate::api::session::Session;
use crate::error::{Error, Result};
use crate::round::Round;
use crate::store::Reader;
use crate::submission::SubmissionId;
use crate::submission::written;
use crate::template::{self, Template};

/// Terms that are used more than before.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TermsView {
    pub now: String,
    pub then: String,
    /// Words that were written in each.
    pub words_now: u32,
    pub words_then: u32,
    pub terms: Vec<TermLine>,
}

/// A term that is used more than before.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TermLine {
    pub term: String,
    pub now: u32,
    pub returns_now: u32,
    pub then: u32,
    pub returns_then: u32,
    /// Log-likelihood, to one place.
    pub likelihood: String,
    pub sentences: Vec<TermSentence>,
}

/// A sentence in which a term stands.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct TermSentence {
    pub submission: SubmissionId,
    pub setting: String,
    pub text: String,
}

/// Compares what was written with what was written in the round before.
pub fn show(session: &Session, _: Nothing) -> Result<TermsView> {
    let mut figures = session.figures();
    session.file(|file| {
        let (round, template) = round::current(session, file)?;
        let reader = file.reader();
        let earlier = before(reader, &round)?.ok_or_else(|| {
            Error::missing("There is no earlier round of this audit tool in the file.")
                .hint("Begin the next round from this one; then the words of the two stand side by side.")
        })?;
        let now = usage(reader, &round, &template)?;
        let then = usage(reader, &earlier, &*template::load(reader, &earlier.template)?)?;
        let terms = more_than_before(&now, &then);
        let mut sentences = Sentences::of(&terms);
        written::each(reader, round.id, &worded(&template), |at, text| {
            sentences.hear(&now, at.submission, text);
            Ok(())
        })?;
        let grid = figures.grid(file, round.id, &template)?;
        let named = grid.rows.iter().map(|row| (row.submission, row.who.name.as_str()));
        let names: Names<'_> = named.collect();
        let (words_now, words_then) = (now.words(), then.words());
        let terms = terms.into_iter().map(|term| line(term, &mut sentences, &names)).collect();
        Ok(TermsView { now: round.label, then: earlier.label, words_now, words_then, terms })
    })
}

type Names<'n> = BTreeMap<SubmissionId, &'n str>;

fn usage(reader: Reader<'_>, round: &Round, template: &Template) -> Result<Usage> {
    let mut usage = Usage::new();
    written::each(reader, round.id, &worded(template), |at, text| {
        usage.hear(at.submission, text);
        Ok(())
    })?;
    Ok(usage)
}

fn line(term: Term, sentences: &mut Sentences, names: &Names<'_>) -> TermLine {
    let sentence = |(submission, text): (SubmissionId, String)| TermSentence {
        setting: names.get(&submission).copied().unwrap_or_default().to_owned(),
        submission,
        text,
    };
    TermLine {
        sentences: sentences.take(&term.term).into_iter().map(sentence).collect(),
        now: term.now.0,
        returns_now: term.now.1,
        then: term.then.0,
        returns_then: term.then.1,
        likelihood: format!("{:.1}", term.likelihood),
        term: term.term,
    }
}
