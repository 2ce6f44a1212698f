//! The heatmap as it stands on the screen, saved: whole as a workbook, as a picture as far as one can be read.
//!
//! Refuses to know: colours. What is shown to others is made of the tables in which small numbers are hidden.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::save_table::leaving;
use super::{FiguresWanted, HeatWanted, Readers, ResultsTable, made};
use crate::analysis::group::By;
use crate::analysis::heat::{self, Chosen, HeatChoice, HeatColumns, HeatOrder, HeatRows};
use crate::analysis::matrix::BASE_BESIDE;
use crate::api::leaving::{Leaving, Place, What};
use crate::api::paper_format::PaperFormat;
use crate::api::reports::views::PictureFormat;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::api::{round, save};
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::report::heat_map::{self, HeatMap, MOST_COLUMNS, MOST_ROWS};

/// How a heatmap is saved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HeatFormat {
    /// With every row.
    #[default]
    Xlsx,
    /// A picture for a slide or a letter.
    Png,
    /// A picture that is sharp at any size.
    Svg,
}

/// Which heatmap, for whom, and how.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HeatSaved {
    #[serde(default)]
    pub choice: HeatChoice,
    #[serde(default)]
    pub readers: Readers,
    #[serde(default)]
    pub as_at: Option<String>,
    #[serde(default)]
    pub format: HeatFormat,
}

/// `heat.save`: none where the dialog was dismissed; watched and stopped as a job while it is written.
pub fn save(session: &Session, wanted: HeatSaved) -> Result<Option<Written>> {
    let (map, leaving) = match wanted.readers {
        Readers::Officers => for_officers(session, &wanted)?,
        Readers::Others => for_others(session, &wanted)?,
    };
    if map.shown.lines.is_empty() || map.shown.heads.is_empty() {
        return Err(Error::state("No row of the heatmap is shown, so there is nothing to save.")
            .hint("Show more of it, then save it."));
    }
    let ending = ending(wanted.format);
    let name = save::file_name(&[&map.title, &leaving.round.label], ending);
    let place = Place { title: "Save the heatmap", name: &name, ending, job: "heat.save" };
    let written = |folder: &Path, progress: &Progress| bytes(&map, wanted.format, folder, progress);
    let saved = leaving.saved(session, &place, written)?;
    Ok(saved.map(|path| save::written(&path, sentence(&map, wanted.format), Vec::new())))
}

fn bytes(map: &HeatMap, format: HeatFormat, folder: &Path, progress: &Progress) -> Result<Vec<u8>> {
    match format {
        HeatFormat::Xlsx => heat_map::write(map, folder, progress),
        HeatFormat::Png => heat_map::png(map, progress),
        HeatFormat::Svg => Ok(heat_map::svg(map).into_bytes()),
    }
}

fn ending(format: HeatFormat) -> &'static str {
    match format {
        HeatFormat::Xlsx => PaperFormat::Xlsx.ending(),
        HeatFormat::Png => PictureFormat::Png.ending(),
        HeatFormat::Svg => PictureFormat::Svg.ending(),
    }
}

fn sentence(map: &HeatMap, format: HeatFormat) -> String {
    let (rows, columns) = (map.shown.lines.len(), map.shown.heads.len());
    match format {
        HeatFormat::Xlsx => {
            "Saved as a workbook with every row that is shown; the wording of the columns is on a sheet of its own."
                .to_owned()
        }
        HeatFormat::Png | HeatFormat::Svg if rows > MOST_ROWS || columns > MOST_COLUMNS => format!(
            "Saved as a picture of the first {} of {rows} rows and {} of {columns} columns, which it says. Save it as Excel to have all of it.",
            rows.min(MOST_ROWS),
            columns.min(MOST_COLUMNS)
        ),
        HeatFormat::Png | HeatFormat::Svg => "Saved as a picture, with its title, its key and what it is of.".to_owned(),
    }
}

fn for_officers(session: &Session, wanted: &HeatSaved) -> Result<(HeatMap, Leaving)> {
    let heat = super::heat(session, HeatWanted { as_at: wanted.as_at.clone() })?;
    let shown = heat::chosen(&heat, &wanted.choice)?;
    session.file(|file| {
        let (round, _) = round::current(session, file)?;
        let caption = format!("{}. {}", stopless(&heat.caption), restricted(&shown));
        let what = (caption, Vec::new(), file.head()?);
        Ok((map(shown, wanted, what), Leaving::to_officers(What::Tables, round)))
    })
}

/// Made of the table that others may see, as every table that is saved for them.
fn for_others(session: &Session, wanted: &HeatSaved) -> Result<(HeatMap, Leaving)> {
    let by = match wanted.choice.rows_by {
        HeatRows::Setting => {
            return Err(Error::state("A row for each setting is for officers alone.")
                .hint("Show phases, statuses, localities or trusts to share it."));
        }
        HeatRows::Phase => By::Phase,
        HeatRows::Status => By::Status,
        HeatRows::Locality => By::Locality,
        HeatRows::Trust => By::Trust,
    };
    let table = match wanted.choice.columns_by {
        HeatColumns::Question => ResultsTable::QuestionsBy,
        HeatColumns::Standard => ResultsTable::StandardsBy,
    };
    let figures = FiguresWanted { table, by, readers: Readers::Others, as_at: wanted.as_at.clone() };
    made(session, &figures, |ground, table| {
        let leaving = leaving(ground, &figures)?;
        let shown = heat::of_table(&table, &wanted.choice)?;
        // A cell of a map has no room for its base: the workbook has it on sheets of its own.
        let notes = table.notes.iter().filter(|note| *note != BASE_BESIDE).cloned();
        let what = (table.caption.clone(), notes.collect(), ground.file.head()?);
        Ok((map(shown, wanted, what), leaving))
    })
}

/// For whom it is: rows of groups name nobody, but nothing is hidden in them.
fn restricted(shown: &Chosen) -> &'static str {
    match shown.lines.iter().all(|line| line.shares.is_empty()) {
        true => "For officers only: it names settings.",
        false => "For officers only: small numbers are not hidden.",
    }
}

fn stopless(text: &str) -> &str {
    text.trim_end_matches('.')
}

fn map(shown: Chosen, wanted: &HeatSaved, (caption, notes, code): (String, Vec<String>, String)) -> HeatMap {
    let row = match wanted.choice.rows_by {
        HeatRows::Setting => "Setting",
        HeatRows::Phase => "Phase",
        HeatRows::Status => "Status",
        HeatRows::Locality => "Locality",
        HeatRows::Trust => "Trust",
    };
    let said = chosen_words(&shown, wanted);
    HeatMap { title: "Heatmap".to_owned(), caption, said, row, notes, code, shown }
}

/// What was chosen to be shown, in sentences.
fn chosen_words(shown: &Chosen, wanted: &HeatSaved) -> Vec<String> {
    let choice = &wanted.choice;
    let order = match choice.sort {
        HeatOrder::Name => "by name",
        HeatOrder::Best => "the largest share met first",
        HeatOrder::Worst => "the smallest share met first",
    };
    let (rows, all, columns) = (shown.lines.len(), shown.all, shown.heads.len());
    let of = if rows == all { String::new() } else { format!(" of {all}") };
    let column = match (choice.columns_by, columns) {
        (HeatColumns::Question, 1) => "question",
        (HeatColumns::Question, _) => "questions",
        (HeatColumns::Standard, 1) => "standard",
        (HeatColumns::Standard, _) => "standards",
    };
    let word = choice.rows_by.word(if rows == all { rows } else { all });
    let mut said = vec![format!("{rows}{of} {word}, {order}; {columns} {column}.")];
    // What narrows the officers' own heatmap does not narrow what is made for others.
    if wanted.readers == Readers::Others {
        return said;
    }
    let narrowed = [
        ("standard", &choice.standard),
        ("phase", &choice.only.phase),
        ("status", &choice.only.status),
        ("locality", &choice.only.locality),
        ("trust", &choice.only.trust),
        ("name with", &choice.find),
    ];
    let narrowed = narrowed.into_iter().map(|(what, is)| (what, is.trim())).filter(|(_, is)| !is.is_empty());
    let narrowed: Vec<String> = narrowed.map(|(what, is)| format!("{what} \u{201c}{is}\u{201d}")).collect();
    said.extend((!narrowed.is_empty()).then(|| format!("Only: {}.", narrowed.join(", "))));
    said
}
