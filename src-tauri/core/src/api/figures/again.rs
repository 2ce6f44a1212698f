//! A table that was saved or copied for others, made again from its recipe: what it is made of besides ratings, and the same
//! table as it stood then.
//!
//! Refuses to know: whether the same figures come out.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{FiguresWanted, Readers, ResultsTable, table_of};
use crate::analysis::grid::Kept;
use crate::analysis::table::Table;
use crate::api::session::Session;
use crate::error::Result;
use crate::publication::{Recipe, Single, Source, Wrote};
use crate::store::{AuditFile, Moment};

/// The word of something by itself, as it stands in the file.
pub(in crate::api) fn word(of: impl Serialize) -> String {
    match serde_json::to_value(of) {
        Ok(Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// What a word in the file stands for; none where it stands for nothing any more.
pub(in crate::api) fn named<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(Value::from(word)).ok()
}

/// The recipe of a table: of everything that figures may be made of, what this one is.
pub(super) fn of_table(mut recipe: Recipe, wanted: &FiguresWanted, then: Option<Moment>) -> Recipe {
    recipe.sources.retain(|source, _| wanted.table.draws_on(*source));
    let as_at = then.map(|then| then.at.to_rfc3339());
    Recipe { part: Some(Single { name: word(wanted.table), by: wanted.by, as_at }), ..recipe }
}

/// Which table was saved or copied; none where it was something else.
pub(in crate::api) fn table(wrote: &Wrote) -> Option<ResultsTable> {
    wrote.recipe.part.as_ref().filter(|_| wrote.paper == "tables").and_then(|part| named(&part.name))
}

/// The table as the file stood at a moment; as it stands where what it is made of has no past.
pub(in crate::api) fn made_again(
    session: &Session,
    file: &AuditFile,
    (wrote, table): (&Wrote, ResultsTable),
    then: Moment,
) -> Result<Table> {
    let by = wrote.recipe.part.as_ref().map(|part| part.by).unwrap_or_default();
    let readers = Readers::of(&wrote.recipe.readers);
    let wanted = FiguresWanted { table, by, readers, as_at: None };
    let then = Some(then).filter(|_| table.has_past());
    table_of(session, (&mut Kept::default(), file), &wanted, (then, Some(wrote)), |_, table| Ok(table))
}

impl ResultsTable {
    /// Whether it is made of something besides ratings.
    fn draws_on(self, source: Source) -> bool {
        use ResultsTable::{
            ActionPlan, Actions, AskedFor, Breaks, Changes, EarlierActions, Ends, FindingTypes, GoodPractice,
            Matched, NonReturn, Numbers, OverTime, Quality, Questions, QuestionsBy, Response, Sample,
            SelfAndPanel, Settings, Standards, StandardsBy, Support, Surveys, Themes,
        };
        let of: &[Source] = match self {
            StandardsBy | QuestionsBy | Ends | Numbers | Actions => &[],
            Standards | Questions | Changes | Matched | Breaks => &[Source::Comparisons],
            Response | OverTime | Quality => &[Source::Response],
            NonReturn => &[Source::Response, Source::Settings],
            Settings => &[Source::Settings, Source::Panels],
            Support | Sample | SelfAndPanel | FindingTypes => &[Source::Panels],
            GoodPractice => &[Source::Panels, Source::Settings],
            Themes | AskedFor => &[Source::Themes],
            Surveys => &[Source::Surveys, Source::Panels],
            ActionPlan | EarlierActions => &[Source::Plan],
        };
        source == Source::Names || of.contains(&source)
    }
}
