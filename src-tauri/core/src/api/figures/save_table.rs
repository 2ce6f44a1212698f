//! A table saved as a workbook, with the numbers that are on the screen; one for others is kept as shared.

use super::before::Compared;
use super::{FiguresWanted, Readers, made, shared};
use crate::api::session::Session;
use crate::api::views::Written;
use crate::api::{job, save};
use crate::error::Result;
use crate::publication::{self, Of};
use crate::report::table_book;

/// `table.save`: none where the dialog was dismissed; watched and stopped as a job while it is written.
pub fn save(session: &Session, wanted: FiguresWanted) -> Result<Option<Written>> {
    let (table, code, name, round, recipe) = made(session, &wanted, |ground, table| {
        shared::may_be(ground.sharing, ground.round)?;
        let name = save::file_name(&[&table.title, &ground.round.label], "xlsx");
        let of = Of {
            round: ground.round,
            template: ground.template,
            grid: ground.grid,
            earlier: ground.beside.map(Compared::grid),
        };
        let recipe = publication::now(ground.file, of, wanted.readers.code(), ground.caption.as_at)?;
        Ok((table, ground.file.head()?, name, ground.round.clone(), recipe))
    })?;
    let Some(path) = session.desktop().pick_save("Save the table", &name) else { return Ok(None) };
    let path = path.with_extension("xlsx");
    job::beside(session, "table.save", |progress| {
        save::whole(&path, &table_book::write(&table, &code, progress)?)
    })?;
    if wanted.readers == Readers::Others {
        session.file(|file| shared::keep(file, &round, ("tables", "Tables", "xlsx"), &recipe))?;
    }
    let sentence = "Saved as a workbook: numerator, base and share each in a cell of its own.";
    Ok(Some(save::written(&path, sentence, Vec::new())))
}
