//! Charts of the round in view: each to look at, to save as a picture, and all of them for slides.

use std::path::{Path, PathBuf};

use super::gather::Gathered;
use super::views::{ChartChosen, ChartShown, ChartWanted, PictureFormat, ReadBy};
use crate::api::leaving::{Leaving, Place, What};
use crate::api::session::Session;
use crate::api::views::Written;
use crate::api::{job, save};
use crate::error::{Error, Result};
use crate::progress::{Progress, count};
use crate::publication::Added;
use crate::report::account::{Picture, slides};
use crate::report::chart::{Chart, png, svg};

/// Twice as many dots as the drawing says: sharp on a slide.
const TIMES: f32 = 2.0;

/// `chart.list`: those in which there is anything to be seen.
pub fn list(session: &Session, wanted: ReadBy) -> Result<Vec<Picture>> {
    session.file(|file| {
        let gathered = Gathered::of(session, file, wanted.readers)?;
        let added = Added::default();
        let ground = gathered.ground(&added);
        Ok(Picture::ALL.into_iter().filter(|picture| picture.drawn(&ground).is_some()).collect())
    })
}

/// `chart.show`.
pub fn show(session: &Session, chosen: ChartChosen) -> Result<ChartShown> {
    drawn(session, chosen).map(|chart| ChartShown { chart })
}

/// `chart.write`: none where the dialog was dismissed.
pub fn write(session: &Session, wanted: ChartWanted) -> Result<Option<Written>> {
    let (chart, leaving) = session.file(|file| {
        let gathered = Gathered::of(session, file, wanted.readers)?;
        let chart = wanted.picture.drawn(&gathered.ground(&Added::default()));
        let gathered = gathered.made_into_charts(Some(wanted.picture));
        Ok((chart, Leaving::of(gathered, What::Charts, wanted.readers)?))
    })?;
    let chart = chart.ok_or_else(|| {
        Error::missing("There is nothing to be seen in that chart yet.").hint("Accept returns first.")
    })?;
    if chart.is_hidden() {
        return Err(Error::state(
            "Every figure of that chart is hidden: each would speak of too few settings.",
        )
        .hint("Save it when more returns are accepted, or save it for officers."));
    }
    let ending = wanted.format.ending();
    let name = save::file_name(&[&chart.code, &chart.title, &leaving.round.label], ending);
    let place = Place { title: "Save the chart", name: &name, ending, job: "charts.write" };
    let saved = leaving.saved(session, &place, |_, _| picture(&chart, wanted.format))?;
    let sentence = "Saved as a picture, with its title and what it says in words.";
    Ok(saved.map(|path| save::written(&path, sentence, Vec::new())))
}

/// `report.slides`: every chart as PNG and SVG into a folder; none where the dialog was dismissed.
pub fn slides_written(session: &Session, wanted: ReadBy) -> Result<Option<Written>> {
    let (charts, leaving) = session.file(|file| {
        let gathered = Gathered::of(session, file, wanted.readers)?;
        let charts = slides(&gathered.ground(&Added::default()));
        Ok((charts, Leaving::of(gathered.made_into_charts(None), What::Charts, wanted.readers)?))
    })?;
    let Some(folder) = session.desktop().pick_folder("Choose a folder for the charts") else {
        return Ok(None);
    };
    if charts.is_empty() {
        return Err(
            Error::missing("There is nothing to be seen in any chart yet.").hint("Accept returns first.")
        );
    }
    let mut last = None;
    let ended =
        job::beside(session, "charts.write", |progress| into(&folder, &charts, (&mut last, progress)));
    let Some(last) = last else { return ended.map(|()| None) };
    // What stands in the folder shares its figures, also where the rest was stopped.
    leaving.kept(session, "png, svg")?;
    ended?;
    let sentence = match charts.len() {
        1 => "1 chart is saved, as PNG and as SVG.".to_owned(),
        many => format!("{many} charts are saved, each as PNG and as SVG."),
    };
    Ok(Some(save::written(&last, sentence, Vec::new())))
}

/// Saves every chart as PNG and SVG into a folder, and tells the last file that stands.
fn into(folder: &Path, charts: &[Chart], (last, progress): (&mut Option<PathBuf>, &Progress)) -> Result<()> {
    progress.expect(2 * count(charts.len()));
    for chart in charts {
        for format in [PictureFormat::Svg, PictureFormat::Png] {
            let path = folder.join(save::file_name(&[&chart.code, &chart.title], format.ending()));
            save::whole(&path, &picture(chart, format)?)?;
            *last = Some(path);
            progress.step(1)?;
        }
    }
    Ok(())
}

fn drawn(session: &Session, chosen: ChartChosen) -> Result<Option<Chart>> {
    session.file(|file| {
        let gathered = Gathered::of(session, file, chosen.readers)?;
        Ok(chosen.picture.drawn(&gathered.ground(&Added::default())))
    })
}

fn picture(chart: &Chart, format: PictureFormat) -> Result<Vec<u8>> {
    match format {
        PictureFormat::Svg => Ok(svg::alone(chart).into_bytes()),
        PictureFormat::Png => png::png(&svg::alone(chart), TIMES),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::Table;
    use crate::error::Kind;
    use crate::report::chart::{Whole, stacked};

    fn chart(code: &str) -> Chart {
        let table = Table {
            title: "Standards".into(),
            caption: String::new(),
            as_at: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        };
        stacked(code, "Standards", &table, &[], (Whole::Each, None))
    }

    #[test]
    fn charts_that_stand_are_told_also_where_the_rest_is_stopped() {
        let folder = tempfile::tempdir().expect("a folder");
        let charts = [chart("C1"), chart("C2")];
        let (mut last, progress) = (None, Progress::default());
        into(folder.path(), &charts, (&mut last, &progress)).expect("drawn");
        assert_eq!(progress.seen(), (4, 4));
        let (mut last, progress) = (None, Progress::default());
        progress.stop();
        let kind = into(folder.path(), &charts, (&mut last, &progress)).map_err(|error| error.kind);
        assert_eq!(kind, Err(Kind::Stopped));
        assert!(last.is_some_and(|path| path.exists()));
    }
}
