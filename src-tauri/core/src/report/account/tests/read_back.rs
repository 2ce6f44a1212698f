//! Every table of every paper, read back from the tree of its PDF: row by row and cell by cell what the paper says.

use super::*;
use crate::report::pdf::rows_of;

/// The letters of a cell, without what breaks its lines.
fn letters(text: &str) -> String {
    crate::report::font::writable(text).chars().filter(|letter| !letter.is_whitespace()).collect()
}

#[test]
fn every_cell_of_every_paper_stands_in_its_row_of_the_pdf() {
    let round = round(60);
    let sharing = Sharing::of(&round.grid, 5);
    let mut cells = 0;
    for paper in Paper::ALL {
        for shown in [Shown::ToOfficers, Shown::ToOthers(&sharing)] {
            if paper.is_in_full() && matches!(shown, Shown::ToOthers(_)) {
                continue;
            }
            let document = compose(paper, &round.ground(shown));
            let mut read = rows_of(&document).into_iter();
            let whole =
                document.sections.iter().flat_map(|one| &one.blocks).filter_map(|block| match block {
                    Block::Table(table) => Some(table),
                    _ => None,
                });
            for row in whole.flat_map(|table| table.rows.iter()) {
                let wanted: Vec<String> = row.iter().map(|cell| letters(&cell.text)).collect();
                assert!(read.any(|row| row == wanted), "{paper:?}: {wanted:?} does not stand in the PDF");
                cells += wanted.len();
            }
        }
    }
    assert!(cells > 2_000, "{cells} cells were read back");
}
