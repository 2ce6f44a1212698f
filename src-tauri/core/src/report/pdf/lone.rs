//! What is short at the end of upright pages and would stand nearly alone on one before lying pages lies with those.
//!
//! Refuses to know: what it says.

use super::page::{Laid, Page, What};
use crate::error::Result;
use crate::report::document::{Begins, Section};
use crate::report::pages::{Lies, Run, is_short};

/// A page that is written on less than this stands nearly empty.
const FEW: f32 = 0.35;
/// So many pieces, and no more, lie with what follows them.
const PIECES: usize = 3;

/// The same pieces, some of them lying with the wide table below, where `lay` then needs fewer pages; and how they are laid.
pub(super) fn lying_too(
    mut pieces: Vec<Run>,
    mut laid: Laid,
    lay: impl Fn(&[Run]) -> Result<Laid>,
) -> Result<(Vec<Run>, Laid)> {
    for at in (0..pieces.len()).rev() {
        for many in 1..=PIECES {
            let Some(moved) = moved(&pieces, &laid, (at, many)) else { break };
            let then = lay(&moved)?;
            if then.pages.len() < laid.pages.len() {
                (pieces, laid) = (moved, then);
                break;
            }
        }
    }
    Ok((pieces, laid))
}

/// The pieces with the last so many of an upright run lying; none where that run ends as a page may, or what ends it is long.
fn moved(pieces: &[Run], laid: &Laid, (at, many): (usize, usize)) -> Option<Vec<Run>> {
    let (run, next) = (&pieces[at], pieces.get(at + 1)?);
    let led = run.lies == Lies::Upright && next.lies == Lies::Sideways && next.section.begins == Begins::Here;
    let (begun, ended) = (*laid.runs.get(at)?, laid.runs.get(at + 1)?.checked_sub(1)?);
    let blocks = &run.section.blocks;
    let kept = blocks.len().checked_sub(many).filter(|kept| *kept > 0)?;
    if !led || ended <= begun || is_written_on(&laid.pages[ended]) || !blocks[kept..].iter().all(is_short) {
        return None;
    }
    let part = |lies, begins, blocks: &[_]| Run {
        place: run.place,
        lies,
        section: Section { begins, blocks: blocks.to_vec(), ..run.section.clone() },
    };
    let mut moved = pieces.to_vec();
    let parts = [
        part(Lies::Upright, run.section.begins, &blocks[..kept]),
        part(Lies::Sideways, Begins::Here, &blocks[kept..]),
    ];
    moved.splice(at..=at, parts);
    Some(moved)
}

/// Whether enough stands on a page.
fn is_written_on(page: &Page) -> bool {
    let down = page.items.iter().filter(|item| item.leaf.is_some()).map(|item| match &item.what {
        What::Words(line) => line.y,
        What::Rule { y, .. } | What::Link { y, .. } => *y,
        What::Drawing { y, times, drawing, .. } => y + super::flow::pixels(drawing.height) * times,
    });
    down.fold(0.0_f32, f32::max) > page.lie.size().1 * FEW
}

#[cfg(test)]
mod tests {
    use super::super::{laid, page::Lie};
    use super::*;
    use crate::analysis::table::{Cell, Column, ColumnKind, Table};
    use crate::progress::Progress;
    use crate::report::document::{Block, Document};

    fn table(columns: usize, rows: usize) -> Table {
        let text = "Some words that need room";
        Table {
            title: "A table".into(),
            caption: String::new(),
            as_at: String::new(),
            columns: (0..columns).map(|_| Column::new("Characteristics", ColumnKind::Text)).collect(),
            rows: vec![vec![Cell::text(text); columns]; rows],
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_short_table_is_never_alone_on_a_page_before_lying_ones() {
        let mut lies = 0;
        for before in 5..60 {
            let long = Block::List(vec!["A point.".to_owned(); 12]);
            let first = Section::new("First").heading("First").with(long);
            let first = (0..before).fold(first, |one, _| one.text("Words."));
            let plan = Section::new("Plan").heading("Plan").table(table(12, 6));
            let sections = vec![first.table(table(2, 2)), plan];
            let document = Document { title: "A paper".into(), sections, ..Document::default() };
            let laid = laid(&document, &Progress::default()).expect("laid");
            let at = laid.pages.iter().position(|page| page.lie == Lie::Sideways).expect("a lying page");
            let said = |what: &What| matches!(what, What::Words(line) if line.text == "Words.");
            let words = |page: &Page| page.items.iter().filter(|item| said(&item.what)).count();
            assert!(words(&laid.pages[at - 1]) > 0, "{before}");
            let has_title = |what: &What| matches!(what, What::Words(line) if line.text == "A table");
            let titles = laid.pages[at].items.iter().filter(|item| has_title(&item.what)).count();
            lies += usize::from(titles == 2);
        }
        assert!((1..30).contains(&lies), "it lies only where it would stand alone: {lies}");
    }
}
