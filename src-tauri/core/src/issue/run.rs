//! Writing what waits: gathered a few at a time while the file is held, written on all the cores, then marked.
//!
//! What is written stays; a run that was stopped goes on with the rest. Refuses to know: where the files go.

use rayon::prelude::*;

use super::content::Ground;
use super::{Issued, WRITE};
use crate::error::Result;
use crate::intake::Lends;
use crate::problem::Problem;
use crate::progress::{Progress, count};
use crate::round::Round;
use crate::store::Row;
use crate::workbook::{self, Return};

/// So many are gathered and written before they are marked.
const CHUNK: usize = 24;

/// What a run came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// How many workbooks were written.
    pub written: u32,
    /// What no cell could hold, with the name of the file.
    pub problems: Vec<Problem>,
}

/// Writes what waits; `put` is given each file's name and its bytes.
pub fn run(
    lends: &impl Lends,
    round: &Round,
    waiting: &[Issued],
    progress: &Progress,
    put: &(dyn Fn(&str, &[u8]) -> Result<()> + Sync),
) -> Result<Outcome> {
    progress.expect(count(waiting.len()));
    let mut ground = lends.file(|file| Ground::of(file.reader(), round.clone()))?;
    let mut outcome = Outcome::default();
    for chunk in waiting.chunks(CHUNK) {
        let contents = lends.file(|file| {
            chunk.iter().map(|one| ground.content(file.reader(), one)).collect::<Result<Vec<Return>>>()
        })?;
        let done: Vec<Result<Vec<Problem>>> = chunk
            .par_iter()
            .zip(&contents)
            .map(|(one, content)| write(&ground, one, content, put).inspect(|_| drop(progress.step(1))))
            .collect();
        keep(lends, round, chunk, done, &mut outcome)?;
        progress.go_on()?;
    }
    Ok(outcome)
}

fn write(
    ground: &Ground,
    issued: &Issued,
    content: &Return,
    put: &(dyn Fn(&str, &[u8]) -> Result<()> + Sync),
) -> Result<Vec<Problem>> {
    let written = workbook::write(content, &ground.template)?;
    put(&issued.name, &written.value)?;
    let named = |mut problem: Problem| {
        problem.place = format!("{}: {}", issued.name, problem.place);
        problem
    };
    Ok(written.problems.into_iter().map(named).collect())
}

/// Marks what stands on the disk; the first that failed is said after that.
fn keep(
    lends: &impl Lends,
    round: &Round,
    chunk: &[Issued],
    done: Vec<Result<Vec<Problem>>>,
    outcome: &mut Outcome,
) -> Result<()> {
    let mut failed = None;
    let mut stand = Vec::new();
    for (one, done) in chunk.iter().zip(done) {
        match done {
            Ok(problems) => {
                outcome.problems.extend(problems);
                stand.push(one);
            }
            Err(error) => failed = failed.or(Some(error)),
        }
    }
    lends.file(|file| {
        file.transact(WRITE, &round.label, |tx| {
            let now = tx.world().now().to_rfc3339();
            stand.iter().try_for_each(|one| tx.put(Row::new("issued", one.export).text("written", &now)))
        })
    })?;
    outcome.written += u32::try_from(stand.len()).unwrap_or(u32::MAX);
    failed.map_or(Ok(()), Err)
}
