//! The round before the one in view, read to be set beside it.

use std::collections::BTreeMap;

use crate::analysis::Grid;
use crate::analysis::between::Earlier;
use crate::error::{Error, Result};
use crate::round::Round;
use crate::store::{AuditFile, Reader};
use crate::template::{self, Came, QuestionId, Template, Way};

/// The round before, read.
pub(super) struct Compared {
    label: String,
    grid: Grid,
    same: BTreeMap<QuestionId, QuestionId>,
}

impl Compared {
    pub(super) fn of(file: &AuditFile, round: &Round, template: &std::sync::Arc<Template>) -> Result<Self> {
        let earlier = before(file.reader(), round)?.ok_or_else(|| {
            Error::missing("There is no earlier round of this audit tool in the file.")
                .hint("Begin the next round from this one; then the two stand side by side.")
        })?;
        let then = template::load(file.reader(), &earlier.template)?;
        let way = template::way(file.reader(), &earlier.template, template)?;
        Ok(Self {
            grid: Grid::read(file.reader(), earlier.id, &then)?,
            same: way.map(|way| same(&way, template)).unwrap_or_default(),
            label: earlier.label,
        })
    }

    pub(super) fn earlier(&self) -> Earlier<'_> {
        Earlier { label: &self.label, grid: &self.grid, same: &self.same }
    }
}

/// The questions that are the same in both, on the same words.
fn same(way: &Way, template: &Template) -> BTreeMap<QuestionId, QuestionId> {
    let from = |id: &QuestionId| {
        let origin = way.origin(id).filter(|origin| origin.came == Came::Same && origin.from.len() == 1)?;
        Some((id.clone(), origin.from.first()?.clone()))
    };
    template.questions().filter_map(|question| from(&question.id)).collect()
}

/// The round before one, if it is in the file.
pub(super) fn before(reader: Reader<'_>, round: &Round) -> Result<Option<Round>> {
    round.earlier.map(|id| crate::round::load(reader, id)).transpose()
}
