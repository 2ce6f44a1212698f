//! A table taken along with the numbers that are on the screen: saved as a workbook, or copied.

use super::again::of_table;
use super::before::Compared;
use super::make::Ground;
use super::{FiguresWanted, Readers, made, shared};
use crate::api::leaving::{Leaving, Place, What};
use crate::api::save;
use crate::api::session::Session;
use crate::api::table::table_view;
use crate::api::views::{TableView, Written};
use crate::error::Result;
use crate::publication::{self, Of};
use crate::report::table_book;

/// `table.save`: none where the dialog was dismissed.
pub fn save(session: &Session, wanted: FiguresWanted) -> Result<Option<Written>> {
    let (table, code, leaving) =
        made(session, &wanted, |ground, table| Ok((table, ground.file.head()?, leaving(ground, &wanted)?)))?;
    let name = save::file_name(&[&table.title, &leaving.round.label], "xlsx");
    let place = Place { title: "Save the table", name: &name, ending: "xlsx", job: "table.save" };
    let saved = leaving.saved(session, &place, |_, progress| table_book::write(&table, &code, progress))?;
    let sentence = "Saved as a workbook: numerator, base and share each in a cell of its own.";
    Ok(saved.map(|path| save::written(&path, sentence, Vec::new())))
}

/// `table.copy`: the table as it may be copied or printed; of one for others it is kept that it was.
pub fn copy(session: &Session, wanted: FiguresWanted) -> Result<TableView> {
    let (table, leaving) = made(session, &wanted, |ground, table| Ok((table, leaving(ground, &wanted)?)))?;
    leaving.copied(session)?;
    Ok(table_view(table))
}

/// What was made from a ground, as it may leave; refuses what may not be shared.
pub(super) fn leaving(ground: &Ground<'_>, wanted: &FiguresWanted) -> Result<Leaving> {
    let (what, round) = (What::Tables, ground.round.clone());
    match wanted.readers {
        Readers::Officers => Ok(Leaving::to_officers(what, round)),
        Readers::Others => {
            shared::may_be(ground.sharing, ground.round)?;
            let of = Of {
                round: ground.round,
                template: ground.template,
                grid: ground.grid,
                earlier: ground.beside.map(Compared::grid),
            };
            let day = (ground.then, ground.caption.as_at);
            let recipe = publication::of(ground.file, of, wanted.readers.code(), day)?;
            let recipe = of_table(shared::hiding(recipe, ground.sharing), wanted, ground.then);
            Ok(Leaving::to_others(what, round, recipe))
        }
    }
}
