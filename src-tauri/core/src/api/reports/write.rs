//! Papers as files, each kept with the recipe of its figures.

use super::gather::{Gathered, readers_of};
use super::state;
use super::views::{ReportState, ReportWanted};
use crate::api::leaving::Leaving;
use crate::api::paper_format;
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::report::account::{Leaves, compose};

/// `report.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: ReportWanted) -> Result<Option<Written>> {
    let readers = readers_of(wanted.paper, wanted.readers);
    let (document, leaving) = session.file(|file| {
        let gathered = Gathered::of(session, file, readers)?;
        let added = gathered.added(file, wanted.paper)?;
        if wanted.paper.leaves() == Leaves::Approved
            && state(&gathered.recipe, wanted.paper, &added) != ReportState::Approved
        {
            return Err(Error::state(format!(
                "The {} is locked until it is approved as it stands.",
                wanted.paper.title()
            ))
            .hint("Write every part, have it approved, and then save it."));
        }
        let gathered = gathered.made_into(wanted.paper, &added)?;
        let document = compose(wanted.paper, &gathered.ground(&added));
        let leaving = Leaving::of_paper(gathered, wanted.paper, &document.title)?;
        Ok((document, leaving))
    })?;
    let name = save::file_name(&[&document.title, &leaving.round.label], wanted.format.ending());
    let written = paper_format::offer(session, ("Save the paper", &name), &document, wanted.format)?;
    if written.is_some() {
        leaving.kept(session, wanted.format.ending())?;
    }
    Ok(written)
}
