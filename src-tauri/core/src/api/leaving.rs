//! What leaves a screen or the command line: a paper, a workbook, a picture, a copy. One way out for all of it.
//!
//! Looking is no sharing, taking away is. What is for others is refused where too few returns differ from what was shared
//! before, is watched while it is written, and is kept as shared once it is out. Refuses to know: what is in it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::figures::{Readers, shared};
use super::reports::gather::Gathered;
use super::session::Session;
use super::{job, round, save};
use crate::error::Result;
use crate::progress::Progress;
use crate::publication::{self, Recipe};
use crate::report::account::Paper;
use crate::round::Round;

/// What stands for the format of figures that were copied, or printed by the command line.
const COPIED: &str = "copied";

/// What it is that leaves, as it is kept and as the history tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A paper of the round, which is kept each time that it is written, also of officers.
    Paper(Paper),
    Tables,
    Charts,
    /// Something of what is on the screen.
    Screen,
}

/// Something that may leave, with the recipe that is kept of it where it is for others.
pub(super) struct Leaving {
    pub round: Round,
    what: What,
    title: String,
    recipe: Option<Recipe>,
}

/// Where it is saved: the title of the dialog, a name for the file, how that ends, and as which job it is seen.
pub(super) struct Place<'p> {
    pub title: &'p str,
    pub name: &'p str,
    pub ending: &'static str,
    pub job: &'static str,
}

/// Figures on the screen that are copied.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CopyWanted {
    /// For whom they were made.
    #[serde(default)]
    pub readers: Readers,
}

/// That figures may be copied.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Copied {
    /// For whom they are, which is kept where they are for others.
    pub readers: Readers,
}

impl Leaving {
    /// What officers keep.
    pub fn to_officers(what: What, round: Round) -> Self {
        Self { round, what, title: String::new(), recipe: None }
    }

    /// What others are to have, which was seen to be such as may be shared.
    pub fn to_others(what: What, round: Round, recipe: Recipe) -> Self {
        Self { round, what, title: String::new(), recipe: Some(recipe) }
    }

    /// What is made of the round in view as it stands now; refuses what may not be shared.
    pub fn of_now(session: &Session, what: What, readers: Readers) -> Result<Self> {
        session.file(|file| match readers {
            Readers::Officers => Ok(Self::to_officers(what, round::current(session, file)?.0)),
            Readers::Others => Self::of(Gathered::of(session, file, readers)?, what, readers),
        })
    }

    /// The same, of a round that was read; refuses what may not be shared.
    pub fn of(gathered: Gathered, what: What, readers: Readers) -> Result<Self> {
        gathered.may_be_shared()?;
        Ok(match readers {
            Readers::Officers => Self::to_officers(what, gathered.round),
            Readers::Others => Self::to_others(what, gathered.round, gathered.recipe),
        })
    }

    /// A paper of a round, by its title; refuses one with figures of ratings that may not be shared.
    pub fn of_paper(gathered: Gathered, paper: Paper, title: &str) -> Result<Self> {
        if paper.holds_ratings() {
            gathered.may_be_shared()?;
        }
        let (what, title) = (What::Paper(paper), title.to_owned());
        Ok(Self { round: gathered.round, what, title, recipe: Some(gathered.recipe) })
    }

    /// Asks where it is to be saved and writes it there; none where the dialog was dismissed.
    pub fn saved(
        &self,
        session: &Session,
        place: &Place<'_>,
        write: impl FnOnce(&Path, &Progress) -> Result<Vec<u8>>,
    ) -> Result<Option<PathBuf>> {
        let Some(path) = session.desktop().pick_save(place.title, place.name) else { return Ok(None) };
        let path = path.with_extension(place.ending);
        job::beside(session, place.job, |progress| {
            let bytes = write(path.parent().unwrap_or(&path), progress)?;
            progress.go_on()?;
            save::whole(&path, &bytes)
        })?;
        self.kept(session, place.ending)?;
        Ok(Some(path))
    }

    /// Keeps that it was copied, before it is.
    pub fn copied(&self, session: &Session) -> Result<()> {
        self.kept(session, COPIED)
    }

    /// Keeps that it is out; of what officers keep nothing is kept but papers.
    pub fn kept(&self, session: &Session, format: &str) -> Result<()> {
        let Some(recipe) = &self.recipe else { return Ok(()) };
        let (kind, title) = match self.what {
            What::Paper(paper) => {
                let kind = (paper.code(), self.title.as_str(), format);
                return session.file(|file| shared::keep_each(file, &self.round, kind, recipe));
            }
            What::Tables => ("tables", "Tables"),
            What::Charts => ("charts", "Charts"),
            What::Screen => ("screen", "From the screen"),
        };
        let how = if format == COPIED { publication::COPY } else { publication::WRITE };
        session.file(|file| shared::keep(file, &self.round, (how, kind, title, format), recipe))
    }
}

/// `shown.copy`: asked before what is on the screen is copied; refused where it may not be shared, else kept as shared.
pub fn copy(session: &Session, wanted: CopyWanted) -> Result<Copied> {
    Leaving::of_now(session, What::Screen, wanted.readers)?.copied(session)?;
    Ok(Copied { readers: wanted.readers })
}
