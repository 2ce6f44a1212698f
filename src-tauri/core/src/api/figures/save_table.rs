//! A table saved as a workbook, with the numbers that are on the screen.

use super::{FiguresWanted, made};
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::Result;
use crate::report::table_book;

/// `table.save`: none where the dialog was dismissed.
pub fn save(session: &Session, wanted: FiguresWanted) -> Result<Option<Written>> {
    let (bytes, name) = made(session, &wanted, |ground, table| {
        let name = save::file_name(&[&table.title, &ground.round.label], "xlsx");
        Ok((table_book::write(&table, &ground.file.head()?)?, name))
    })?;
    let Some(path) = session.desktop().pick_save("Save the table", &name) else { return Ok(None) };
    let path = path.with_extension("xlsx");
    save::whole(&path, &bytes)?;
    let sentence = "Saved as a workbook: numerator, base and share each in a cell of its own.";
    Ok(Some(save::written(&path, sentence, Vec::new())))
}
