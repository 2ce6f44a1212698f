//! What was read and worked out last, kept while the file stands as it did: grids, what stands out, terms.
//!
//! Refuses to know: how any of it is worked out.

use std::sync::Arc;

use chrono::NaiveDate;

use super::Grid;
use crate::analysis::signals::StandsOut;
use crate::analysis::terms::MoreUsed;
use crate::error::Result;
use crate::round::RoundId;
use crate::store::{AuditFile, Moment};
use crate::template::Template;

/// Of which round something was worked out, and on which day: what is overdue today was not so yesterday.
pub type Of = (RoundId, NaiveDate);

/// What was worked out last.
#[derive(Debug, Default)]
pub struct Kept {
    head: String,
    grids: Vec<(RoundId, Option<Moment>, Arc<Grid>)>,
    stands_out: Option<(Of, Arc<StandsOut>)>,
    more_used: Option<(Of, Arc<MoreUsed>)>,
}

/// So many grids are kept: this round's, the last one's, and both at a past moment.
const MOST_GRIDS: usize = 4;

impl Kept {
    /// The grid of a round, read again only if anything changed.
    pub fn grid(&mut self, file: &AuditFile, round: RoundId, template: &Template) -> Result<&Grid> {
        let place = self.place(file, round, template, None)?;
        Ok(&self.grids[place].2)
    }

    /// The same as it stood at a past moment, where one is named; it may be held while another is read.
    pub fn grid_at(
        &mut self,
        file: &AuditFile,
        round: RoundId,
        template: &Template,
        then: Option<Moment>,
    ) -> Result<Arc<Grid>> {
        let place = self.place(file, round, template, then)?;
        Ok(Arc::clone(&self.grids[place].2))
    }

    /// What stands out in a round; none where it was not worked out for the file as it is.
    pub fn stands_out(&mut self, file: &AuditFile, of: Of) -> Result<Option<Arc<StandsOut>>> {
        self.turn(file)?;
        Ok(still(self.stands_out.as_ref(), of))
    }

    /// Keeps what stands out, worked out from the file as it is.
    pub fn keep_stands_out(&mut self, file: &AuditFile, of: Of, found: &Arc<StandsOut>) -> Result<()> {
        self.turn(file)?;
        self.stands_out = Some((of, Arc::clone(found)));
        Ok(())
    }

    /// The terms of a round; none where they were not worked out for the file as it is.
    pub fn more_used(&mut self, file: &AuditFile, of: Of) -> Result<Option<Arc<MoreUsed>>> {
        self.turn(file)?;
        Ok(still(self.more_used.as_ref(), of))
    }

    /// Keeps terms, worked out from the file as it is.
    pub fn keep_more_used(&mut self, file: &AuditFile, of: Of, found: &Arc<MoreUsed>) -> Result<()> {
        self.turn(file)?;
        self.more_used = Some((of, Arc::clone(found)));
        Ok(())
    }

    fn place(
        &mut self,
        file: &AuditFile,
        round: RoundId,
        template: &Template,
        then: Option<Moment>,
    ) -> Result<usize> {
        self.turn(file)?;
        if let Some(place) = self.grids.iter().position(|kept| kept.0 == round && kept.1 == then) {
            return Ok(place);
        }
        let grid = match then {
            None => Grid::read(file.reader(), round, template)?,
            Some(then) => Grid::read_at(file, round, template, then)?,
        };
        if self.grids.len() == MOST_GRIDS {
            self.grids.remove(0);
        }
        self.grids.push((round, then, Arc::new(grid)));
        Ok(self.grids.len() - 1)
    }

    /// Lets everything go that was made from another file, or from this one as it was.
    fn turn(&mut self, file: &AuditFile) -> Result<()> {
        let head = file.head()?;
        if self.head != head {
            *self = Self { head, ..Self::default() };
        }
        Ok(())
    }
}

fn still<T>(kept: Option<&(Of, Arc<T>)>, of: Of) -> Option<Arc<T>> {
    kept.filter(|kept| kept.0 == of).map(|kept| Arc::clone(&kept.1))
}
