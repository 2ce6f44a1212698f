//! What a person puts right in a guess: one step each, and everything that follows from it is worked out again.
//!
//! Refuses to know: screens, and how the guess was made.

use serde::{Deserialize, Serialize};

use super::guess;
use super::mapping::{ColumnMap, ColumnRole, Divided, Mapping, RowRole, SheetRole, Spot};
use super::{scales, words};
use crate::error::{Error, Result};
use crate::sheet::{Seen, Word};
use crate::template::{Audience, Meaning};
use crate::text::{folded, normal, short};

/// One step of putting a guess right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
pub enum Correction {
    /// What a sheet is for.
    Sheet {
        /// Its place.
        sheet: u32,
        /// What it is for.
        role: SheetRole,
    },
    /// What a column is for, on every sheet that has the same heading there.
    Column {
        /// The sheet it is said on.
        sheet: u32,
        /// The column, from 0.
        column: u32,
        /// What it is for.
        role: ColumnRole,
    },
    /// Of several scores in a row only this one is asked.
    OnlyScore {
        /// The sheet it is said on.
        sheet: u32,
        /// The column, from 0.
        column: u32,
    },
    /// What a row is for.
    Row {
        /// The sheet.
        sheet: u32,
        /// The row, from 0.
        row: u32,
        /// What it is for.
        role: RowRole,
    },
    /// What a word of a scale means.
    Level {
        /// The scale.
        scale: String,
        /// The level.
        code: String,
        /// What it means.
        meaning: Meaning,
    },
    /// The meanings of a scale are right as they are.
    Confirm {
        /// The scale.
        scale: String,
    },
    /// The words of a scale that stands in no list.
    Words {
        /// A word a line, in order.
        words: Vec<String>,
    },
    /// What the tool is called.
    Tool {
        /// Its title.
        title: String,
        /// Who publishes it.
        publisher: String,
        /// Who answers it.
        audience: Audience,
    },
    /// What becomes a standard.
    Divided {
        /// Each section, or each sheet.
        by: Divided,
    },
    /// The cell for the setting's name.
    NameAt {
        /// The cell; none where there is none.
        #[serde(default)]
        spot: Option<CellPointed>,
    },
    /// The cell for the setting's URN.
    UrnAt {
        /// The cell; none where there is none.
        #[serde(default)]
        spot: Option<CellPointed>,
    },
}

/// A cell that a person points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct CellPointed {
    /// The sheet.
    pub sheet: u32,
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

/// Takes one step.
pub fn correct(seen: &Seen, mapping: &mut Mapping, correction: &Correction) -> Result<()> {
    match correction {
        Correction::Sheet { sheet, role } => set_sheet(seen, mapping, place(mapping, *sheet)?, *role),
        Correction::Column { sheet, column, role } => {
            set_column(seen, mapping, place(mapping, *sheet)?, *column, *role)
        }
        Correction::OnlyScore { sheet, column } => only_score(mapping, place(mapping, *sheet)?, *column),
        Correction::Row { sheet, row, role } => set_row(mapping, place(mapping, *sheet)?, *row, *role),
        Correction::Level { scale, code, meaning } => set_meaning(mapping, scale, code, *meaning)?,
        Correction::Confirm { scale } => confirm(mapping, scale)?,
        Correction::Words { words } => set_words(mapping, words),
        Correction::Tool { title, publisher, audience } => name(mapping, title, publisher, *audience)?,
        Correction::Divided { by } => mapping.divided = *by,
        Correction::NameAt { spot } => mapping.name_at = spot_of(mapping, *spot)?,
        Correction::UrnAt { spot } => mapping.urn_at = spot_of(mapping, *spot)?,
    }
    guess::renew(seen, mapping);
    Ok(())
}

fn place(mapping: &Mapping, sheet: u32) -> Result<usize> {
    let place = usize::try_from(sheet).unwrap_or(usize::MAX);
    (place < mapping.sheets.len()).then_some(place).ok_or_else(|| {
        Error::missing(format!("The workbook has no sheet number {}.", u64::from(sheet) + 1))
            .hint("Open the workbook again.")
    })
}

fn spot_of(mapping: &Mapping, cell: Option<CellPointed>) -> Result<Option<Spot>> {
    let spot = |cell: CellPointed| {
        Ok(Spot { sheet: place(mapping, cell.sheet)?, row: cell.row, column: cell.column })
    };
    cell.map(spot).transpose()
}

fn set_sheet(seen: &Seen, mapping: &mut Mapping, sheet: usize, role: SheetRole) {
    if role == SheetRole::Questions && mapping.sheets[sheet].rows.is_empty() {
        let made = guess::forced(seen, sheet);
        mapping.sheets[sheet] = made.unwrap_or_else(|| mapping.sheets[sheet].clone());
    }
    mapping.sheets[sheet].role = role;
    mapping.sheets[sheet].doubts.clear();
}

fn set_column(seen: &Seen, mapping: &mut Mapping, sheet: usize, column: u32, role: ColumnRole) {
    let heading = guess::heading_of(seen, &mapping.sheets[sheet], sheet, column);
    for (number, map) in mapping.sheets.iter_mut().enumerate() {
        let same = guess::heading_of(seen, map, number, column);
        let alike =
            map.role == SheetRole::Questions && !heading.is_empty() && folded(&same) == folded(&heading);
        if number != sheet && !alike {
            continue;
        }
        let single = [ColumnRole::Statement, ColumnRole::Number, ColumnRole::Section];
        map.columns.retain(|one| one.column != column && !(single.contains(&role) && one.role == role));
        if role != ColumnRole::Other {
            map.columns.push(ColumnMap { column, role, heading: same });
            map.columns.sort_by_key(|one| one.column);
        }
        map.doubts.clear();
    }
}

fn only_score(mapping: &mut Mapping, sheet: usize, column: u32) {
    let headings: Vec<String> =
        mapping.sheets[sheet].with(ColumnRole::Rating).map(|one| folded(&one.heading)).collect();
    let alike = |map: &super::mapping::SheetMap| {
        map.with(ColumnRole::Rating).map(|one| folded(&one.heading)).eq(headings.iter().cloned())
    };
    for map in
        mapping.sheets.iter_mut().filter(|map| map.role == SheetRole::Questions).filter(|map| alike(map))
    {
        let kept = map.beside(column, ColumnRole::Note).map(|one| one.column);
        if map.column(column) != ColumnRole::Rating {
            continue;
        }
        map.columns.retain(|one| match one.role {
            ColumnRole::Rating => one.column == column,
            ColumnRole::Note => Some(one.column) == kept || kept.is_none(),
            _ => true,
        });
        map.doubts.clear();
    }
}

fn set_row(mapping: &mut Mapping, sheet: usize, row: u32, role: RowRole) {
    let map = &mut mapping.sheets[sheet];
    match role {
        RowRole::Other => drop(map.rows.remove(&row)),
        RowRole::Heading => {
            map.heading = Some(map.heading.unwrap_or(row).min(row));
            map.rows.insert(row, role);
        }
        RowRole::Question | RowRole::Section | RowRole::Guidance => drop(map.rows.insert(row, role)),
    }
}

fn set_meaning(mapping: &mut Mapping, scale: &str, code: &str, meaning: Meaning) -> Result<()> {
    let scale = mapping.scales.iter_mut().find(|one| one.id == scale).ok_or_else(no_scale)?;
    let others =
        scale.levels.iter().any(|one| one.code != code && one.meaning == Some(Meaning::NotApplicable));
    if meaning == Meaning::NotApplicable && others {
        return Err(Error::input("Another word of this scale already says that a question does not apply.")
            .hint("Give that one another meaning first."));
    }
    let level = scale.levels.iter_mut().find(|one| one.code == code).ok_or_else(no_scale)?;
    level.meaning = Some(meaning);
    Ok(())
}

fn confirm(mapping: &mut Mapping, scale: &str) -> Result<()> {
    let scale = mapping.scales.iter_mut().find(|one| one.id == scale).ok_or_else(no_scale)?;
    let unsaid = scale.levels.iter().find(|level| level.meaning.is_none());
    if let Some(level) = unsaid {
        return Err(Error::input(format!(
            "Nobody has said yet what \u{201c}{}\u{201d} means.",
            short(&level.word)
        ))
        .hint("Choose a meaning for each word, then confirm them together."));
    }
    if !scale.levels.iter().any(|level| level.meaning.is_some_and(Meaning::judged)) {
        return Err(Error::input("No word of this scale is a judgement.")
            .hint("At least one has to be: from more than met to not met."));
    }
    scale.confirmed = true;
    Ok(())
}

fn no_scale() -> Error {
    Error::missing("That scale is no longer in the workbook.").hint("Open the workbook again.")
}

fn set_words(mapping: &mut Mapping, typed: &[String]) {
    let typed = typed.iter().map(|word| normal(word).trim().to_owned()).filter(|word| !word.is_empty());
    let words: Vec<Word> = typed.take(12).map(|text| Word { number: text.parse().ok(), text }).collect();
    let mut made = scales::scale(scales::TYPED.to_owned(), &words);
    for level in &mut made.levels {
        level.meaning = words::meaning(&level.word);
    }
    mapping.scales.retain(|scale| scale.id != scales::TYPED);
    mapping.scales.push(made);
}

fn name(mapping: &mut Mapping, title: &str, publisher: &str, audience: Audience) -> Result<()> {
    let title = normal(title).trim().to_owned();
    if title.is_empty() || title.chars().count() > 200 {
        return Err(Error::input("The audit tool needs a title of at most 200 characters.")
            .hint("Type what the partnership calls it."));
    }
    mapping.tool.title = title;
    mapping.tool.publisher = normal(publisher).trim().chars().take(200).collect();
    mapping.tool.audience = audience;
    Ok(())
}
