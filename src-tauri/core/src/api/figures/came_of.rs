//! The returns that each action of the partnership's plan came of: those that speak of the theme of its recommendation;
//! where there is none, all of the self-audit, or those that panels met.
//!
//! Refuses to know: how an action stands.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::make::Ground;
use crate::analysis::Grid;
use crate::analysis::behind::{Behind, Elsewhere, How, Of};
use crate::analysis::table::Table;
use crate::error::Result;
use crate::panel::finding;
use crate::plan::recommendation::{self, Recommendation, Source};
use crate::plan::standing::Standing;
use crate::round::{self, RoundId};
use crate::submission::SubmissionId;
use crate::template;
use crate::text::folded;
use crate::theme::{self, coding};

/// A table with a row for each action, by its reference, in which a column opens the returns that the action came of.
pub(super) fn opened(
    ground: &Ground<'_>,
    mut table: Table,
    (label, actions): (&str, &[Standing]),
) -> Result<Table> {
    let Some(column) = table.columns.iter().position(|column| column.label == label) else {
        return Ok(table);
    };
    let reader = ground.file.reader();
    let known = recommendation::all(reader)?;
    let mut rounds: BTreeMap<RoundId, Raised> = BTreeMap::new();
    let came_of: BTreeMap<&str, &Recommendation> = actions
        .iter()
        .filter_map(|action| {
            let of = known.iter().find(|one| format!("R{}", one.number) == action.recommendation)?;
            Some((action.reference.as_str(), of))
        })
        .collect();
    for of in came_of.values() {
        if let Entry::Vacant(place) = rounds.entry(of.round) {
            place.insert(Raised::of(ground, of.round)?);
        }
    }
    for row in &mut table.rows {
        let of = came_of.get(row[0].text.as_str());
        let behind = of.and_then(|of| rounds.get(&of.round)?.behind(of));
        row[column].behind = behind;
    }
    table.notes.push(format!(
        "\u{201c}{label}\u{201d} opens the returns that an action came of: of the round in which it was recommended those that speak of the theme of its recommendation; where there is none, all of the self-audit, or those that panels met."
    ));
    Ok(table)
}

/// Which returns of a round speak of what.
struct Raised {
    grid: Arc<Grid>,
    /// By theme, however it is written.
    themes: BTreeMap<String, BTreeSet<SubmissionId>>,
    /// Those that panels found something in.
    met: BTreeSet<SubmissionId>,
}

impl Raised {
    fn of(ground: &Ground<'_>, round: RoundId) -> Result<Self> {
        let reader = ground.file.reader();
        let grid = if round == ground.round.id {
            ground.grid.clone()
        } else {
            let template = template::load(reader, &round::load(reader, round)?.template)?;
            Grid::read(reader, round, &template)?
        };
        let mut themes: BTreeMap<String, BTreeSet<SubmissionId>> = BTreeMap::new();
        let mut met = BTreeSet::new();
        for found in finding::of_round(reader, round)? {
            met.insert(found.submission);
            for theme in &found.further.themes {
                themes.entry(folded(theme)).or_default().insert(found.submission);
            }
        }
        let names: BTreeMap<_, _> =
            theme::all(reader)?.into_iter().map(|one| (one.id, folded(&one.name))).collect();
        for one in coding::of_round(reader, round)? {
            if let Some(name) = names.get(&one.theme) {
                themes.entry(name.clone()).or_default().insert(one.submission);
            }
        }
        Ok(Self { grid: Arc::new(grid), themes, met })
    }

    /// What a recommendation came of; none where it came of no return.
    fn behind(&self, of: &Recommendation) -> Option<Behind> {
        let every: BTreeSet<SubmissionId> = self.grid.rows.iter().map(|row| row.submission).collect();
        let theme = folded(&of.said.theme);
        let themed = self.themes.get(&theme).filter(|_| !theme.is_empty());
        let speak = match (themed, of.said.source) {
            (Some(returns), _) => returns,
            (None, Source::SelfAudit) => &every,
            (None, Source::Panel) => &self.met,
            (
                None,
                Source::CaseAudit | Source::Survey | Source::Inspection | Source::Review | Source::Other,
            ) => return None,
        };
        let how = |id: &SubmissionId| if speak.contains(id) { How::Counted } else { How::InBase };
        let named = every.union(speak).map(|id| (Of::Return(*id), how(id))).collect();
        (!speak.is_empty())
            .then(|| Behind::Elsewhere(Box::new(Elsewhere { grid: Arc::clone(&self.grid), named })))
    }
}
