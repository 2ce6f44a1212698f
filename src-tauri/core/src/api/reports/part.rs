//! A table or charts that were shared by themselves, made again from their recipe, as a paper of their own.
//!
//! Refuses to know: whether the same figures come out.

use super::gather::{Gathered, again, people};
use crate::analysis::judged::day;
use crate::api::figures::again::{made_again, named, table};
use crate::api::figures::{Readers, ResultsTable};
use crate::api::session::Session;
use crate::error::Result;
use crate::partnership;
use crate::publication::{Added, Recipe, Wrote};
use crate::report::Document;
use crate::report::account::{Picture, slides};
use crate::report::document::Section;
use crate::report::recipe::Printed;
use crate::round::base::base;
use crate::store::{AuditFile, Moment};

/// Something that was shared by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alone {
    Table(ResultsTable),
    Chart(Picture),
    /// Every chart that there was.
    Charts,
}

impl Alone {
    /// What was written; none where it was a paper, or a list as it stood on the screen.
    pub fn of(wrote: &Wrote) -> Option<Self> {
        if let Some(table) = table(wrote) {
            return Some(Self::Table(table));
        }
        let part = wrote.recipe.part.as_ref().filter(|_| wrote.paper == "charts")?;
        if part.name.is_empty() { Some(Self::Charts) } else { named(&part.name).map(Self::Chart) }
    }

    /// Whether all of it can be made again, as far as it is known what is another one now.
    pub fn can_be(self, then: &Recipe, now: &Recipe) -> bool {
        match self {
            Self::Table(table) if !table.has_past() => then.against(now).is_empty(),
            Self::Table(_) | Self::Chart(_) => again::left_out(then, now).is_empty(),
            Self::Charts => true,
        }
    }

    /// It again, as the file stood at a moment; none where there is nothing to be seen.
    pub fn again(
        self,
        session: &Session,
        file: &AuditFile,
        (wrote, then): (&Wrote, Moment),
    ) -> Result<Option<Document>> {
        let section = match self {
            Self::Table(table) => {
                let table = made_again(session, file, (wrote, table), then)?;
                Some(Section::new(table.title.clone()).table(table))
            }
            Self::Chart(_) | Self::Charts => drawn(self, session, file, wrote)?,
        };
        let Some(section) = section else { return Ok(None) };
        let (round, template) = crate::api::round::current(session, file)?;
        let recipe = &wrote.recipe;
        let as_at = recipe.as_at.parse().map_or_else(|_| recipe.as_at.clone(), day);
        let partnership = partnership::name_at(file, then)?;
        let shared = Readers::of(&recipe.readers) == Readers::Others;
        let frozen = base(file, round.id, then)?.frozen;
        let printed = Printed { recipe, people: people(&template), frozen: frozen.as_ref(), shared };
        Ok(Some(Document {
            title: section.name.clone(),
            about: vec![partnership.clone(), format!("Round {}, as at {as_at}", recipe.round)],
            draft: format!("Figures made again as at {as_at}"),
            author: if partnership.is_empty() { "Attest".to_owned() } else { partnership },
            code: recipe.head.clone(),
            sections: vec![section, printed.section()],
            ..Document::default()
        }))
    }
}

fn drawn(of: Alone, session: &Session, file: &AuditFile, wrote: &Wrote) -> Result<Option<Section>> {
    let Some(past) = Gathered::again(session, file, wrote)? else { return Ok(None) };
    let added = Added::default();
    let ground = past.ground(&added);
    let charts = match of {
        Alone::Chart(picture) => picture.drawn(&ground).into_iter().collect(),
        Alone::Charts => slides(&ground),
        Alone::Table(_) => Vec::new(),
    };
    let name = if charts.len() == 1 { "Chart" } else { "Charts" };
    let drawn = !charts.is_empty();
    let section = charts.into_iter().fold(Section::new(name), Section::chart);
    Ok(drawn.then_some(section))
}
