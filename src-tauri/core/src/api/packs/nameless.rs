//! A round that is given to others as counts: beside all that was shared of it before, and kept as shared.
//!
//! Refuses to know: the form of a pack.

use std::collections::BTreeSet;

use crate::analysis::Grid;
use crate::analysis::sharing::Sharing;
use crate::api::figures::{Readers, shared};
use crate::error::Result;
use crate::pack::{PackRound, compose};
use crate::publication::{self, Of, Recipe};
use crate::round::{self, Round, RoundId};
use crate::store::{AuditFile, Operation};
use crate::template::{self, QuestionId};

/// A round with what may be shared of it.
pub(in crate::api) struct Nameless {
    round: Round,
    grid: Grid,
    sharing: Sharing,
    /// Of what its counts are made.
    pub recipe: Recipe,
}

impl Nameless {
    /// Refuses where too few returns differ from what was shared of it before.
    pub fn of(file: &AuditFile, id: RoundId) -> Result<Self> {
        let seen = Self::seen(file, id)?;
        shared::may_be(Some(&seen.sharing), &seen.round)?;
        Ok(seen)
    }

    /// The same to look at, which is no sharing.
    pub fn seen(file: &AuditFile, id: RoundId) -> Result<Self> {
        let round = round::load(file.reader(), id)?;
        let template = template::load(file.reader(), &round.template)?;
        let grid = Grid::read(file.reader(), id, &template)?;
        let sharing = shared::beside(file, (&grid, &round), None)?;
        let of = Of { round: &round, template: &template, grid: &grid, earlier: None };
        let recipe = publication::now(file, of, Readers::Others.code(), file.world().today())?;
        let recipe = shared::hiding(recipe, Some(&sharing));
        Ok(Self { round, grid, sharing, recipe })
    }

    /// The round as it goes into a pack.
    pub fn round(&self, file: &AuditFile) -> Result<PackRound> {
        compose::nameless(file, self.round.id, (&self.grid, &self.sharing))
    }

    /// The questions of which no figure may be shared.
    pub fn shut(&self) -> BTreeSet<QuestionId> {
        let shut = |column: &usize| self.sharing.line(*column).hides_all();
        self.grid.scored().filter(shut).map(|column| self.grid.columns[column].question.clone()).collect()
    }

    /// Keeps that it was shared: how, as what, by which title and in which format.
    pub fn keep(&self, file: &mut AuditFile, what: (Operation, &str, &str, &str)) -> Result<()> {
        shared::keep(file, &self.round, what, &self.recipe)
    }
}
