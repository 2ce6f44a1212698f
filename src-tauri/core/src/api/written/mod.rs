//! What settings wrote in the round in view: looked through, coded by theme, quoted, beside what was written before.
//!
//! Refuses to know: how words are found and how themes are counted.

pub mod codes;
pub mod find;
pub mod quotes;
pub mod terms;

pub use codes::{code, list as themes, remove as remove_theme, save as save_theme};
pub use find::find;
pub use quotes::{choose as quote, list as quotations};
pub use terms::show as more_used;

use std::collections::{BTreeMap, BTreeSet};

use super::session::Session;
use crate::analysis::Grid;
use crate::error::Result;
use crate::round::{Round, RoundId};
use crate::store::{AuditFile, Words};
use crate::submission::SubmissionId;
use crate::submission::written::{self, WrittenAt};
use crate::template::{QuestionId, QuestionKind, Template};

/// The index of the round that was looked through last, kept while its returns are the same.
#[derive(Default)]
pub struct KeptWords(Option<Index>);

/// An index of all that the accepted returns of a round hold, and where each text stands.
pub(super) struct Index {
    of: (RoundId, Vec<SubmissionId>, u32),
    pub(super) words: Words,
    pub(super) places: Vec<WrittenAt>,
}

impl KeptWords {
    /// The index of a round, built again only where other returns count or something was redacted.
    fn index(&mut self, file: &AuditFile, round: &Round, template: &Template, grid: &Grid) -> Result<&Index> {
        let returns = grid.rows.iter().map(|row| row.submission).collect();
        let of = (round.id, returns, file.redactions()?);
        let index = match self.0.take().filter(|kept| kept.of == of) {
            Some(kept) => kept,
            None => build(file, of, template)?,
        };
        Ok(self.0.insert(index))
    }
}

fn build(file: &AuditFile, of: (RoundId, Vec<SubmissionId>, u32), template: &Template) -> Result<Index> {
    let (mut words, mut places) = (Words::open()?, Vec::new());
    written::each(file.reader(), of.0, &worded(template), |at, text| {
        words.add(text)?;
        places.push(at);
        Ok(())
    })?;
    Ok(Index { of, words: words.close()?, places })
}

/// The questions that are answered in words.
fn worded(template: &Template) -> BTreeSet<QuestionId> {
    let worded = template.questions().filter(|question| question.kind == QuestionKind::Text);
    worded.map(|question| question.id.clone()).collect()
}

/// The round in view with its template and grid, and the index of what was written in it.
fn with_index<T>(
    session: &Session,
    work: impl FnOnce(&mut AuditFile, &Ground<'_>, &Index) -> Result<T>,
) -> Result<T> {
    let (mut figures, mut kept) = (session.figures(), session.words());
    session.file(|file| {
        let (round, template) = super::round::current(session, file)?;
        let grid = figures.grid(file, round.id, &template)?;
        let index = kept.index(file, &round, &template, grid)?;
        let rows = grid.rows.iter().enumerate().map(|(place, row)| (row.submission, place)).collect();
        let ground = Ground { round: &round, template: &template, grid, rows };
        work(file, &ground, index)
    })
}

/// What texts are shown with.
struct Ground<'g> {
    round: &'g Round,
    template: &'g Template,
    grid: &'g Grid,
    rows: BTreeMap<SubmissionId, usize>,
}

impl Ground<'_> {
    fn who(&self, submission: SubmissionId) -> Option<&crate::analysis::group::Who> {
        Some(&self.grid.rows.get(*self.rows.get(&submission)?)?.who)
    }
}
