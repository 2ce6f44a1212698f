//! The history of the open file as people read it: a page at a time on screen, whole for a paper.

mod tell;
mod words;

use serde::Deserialize;

use super::session::Session;
use super::views::HistoryLine;
use crate::error::Result;
use crate::store::AuditFile;
use tell::Teller;

/// Lines on a page.
const PAGE: usize = 200;
/// The longest text that a line on screen shows.
const LONGEST: usize = 400;

/// Where in the history to go on: before an operation; none is from the newest.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Before {
    /// The number of the last line that was shown.
    #[serde(default)]
    pub before_seq: Option<u32>,
}

/// `file.history`: a page, newest first; fewer lines than a page holds is the end. Long texts are cut.
pub fn show(session: &Session, from: Before) -> Result<Vec<HistoryLine>> {
    session.file(|file| Ok(lines(file, from.before_seq, PAGE)?.into_iter().map(cut).collect()))
}

/// So many lines of the history with their whole texts, newest first: what a paper is made of.
pub(super) fn lines(file: &AuditFile, before: Option<u32>, most: usize) -> Result<Vec<HistoryLine>> {
    let mut teller = Teller::of(file);
    let past = file.history()?.into_iter().filter(|past| before.is_none_or(|before| past.seq < before));
    past.take(most).map(|past| teller.line(past)).collect()
}

fn cut(mut line: HistoryLine) -> HistoryLine {
    for change in &mut line.changes {
        for text in [&mut change.before, &mut change.after] {
            if let Some((end, _)) = text.char_indices().nth(LONGEST) {
                text.truncate(end);
                text.push('\u{2026}');
            }
        }
    }
    line
}
