//! Papers as files, each kept with the recipe of its figures; and whether the same figures can still be made.

use super::gather::{Gathered, readers_of};
use super::state;
use super::views::{RecipeView, ReportState, ReportWanted, ReportWritten};
use crate::api::figures::Readers;
use crate::api::paper_format;
use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Kind, Result};
use crate::publication::{self, Recipe};
use crate::report::account::{Leaves, compose};

/// `report.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: ReportWanted) -> Result<Option<Written>> {
    let readers = readers_of(wanted.paper, wanted.readers);
    let (document, recipe, round, label) = session.file(|file| {
        let gathered = Gathered::of(session, file, readers)?;
        let added = gathered.added(file, wanted.paper)?;
        if wanted.paper.leaves() == Leaves::Approved
            && state(&gathered, wanted.paper, &added) != ReportState::Approved
        {
            return Err(Error::state(format!(
                "The {} is locked until it is approved as it stands.",
                wanted.paper.title()
            ))
            .hint("Write every part, have it approved, and then save it."));
        }
        let document = compose(wanted.paper, &gathered.ground(&added));
        Ok((document, gathered.recipe, gathered.round.id, gathered.round.label))
    })?;
    let name = save::file_name(&[&document.title, &label], wanted.format.ending());
    let Some(path) = session.desktop().pick_save("Save the paper", &name) else { return Ok(None) };
    let written = paper_format::save(&path, &document, wanted.format)?;
    session.file(|file| {
        let recorded = file.transact(publication::WRITE, wanted.paper.title(), |tx| {
            publication::record(tx, round, (wanted.paper.code(), wanted.format.ending()), &recipe)
        });
        match recorded {
            // A file that can only be read is still read from: then nobody keeps what was written.
            Err(error) if error.kind == Kind::ReadOnly => Ok(()),
            other => other,
        }
    })?;
    Ok(Some(written))
}

/// `report.check`: whether the figures of a paper that was written can be made again.
pub fn check(session: &Session, wanted: ReportWritten) -> Result<RecipeView> {
    session.file(|file| {
        let round = session.round(file)?.id;
        let all = publication::writings(file.reader(), round)?;
        let then = all.into_iter().find(|one| one.id == wanted.publication).ok_or_else(|| {
            Error::missing("That paper is not among those written in this round.")
                .hint("Look at the list again.")
        })?;
        let readers = if then.recipe.readers == "others" { Readers::Others } else { Readers::Officers };
        let now = Gathered::of(session, file, readers)?.recipe;
        Ok(compared(&then.recipe, &now))
    })
}

fn compared(then: &Recipe, now: &Recipe) -> RecipeView {
    let changed: Vec<String> = then.against(now).iter().map(publication::Differs::sentence).collect();
    let sentence = if changed.is_empty() {
        format!("The same figures come out: {} returns with the digest {}.", now.returns.len(), now.digest)
    } else {
        format!(
            "The same figures cannot be made as the file stands. Log code then: {}.",
            then.head.chars().take(16).collect::<String>()
        )
    };
    RecipeView { same: changed.is_empty(), sentence, changed }
}
