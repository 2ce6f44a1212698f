//! A chart as a picture with its words, and its figures as a table below it.
//!
//! Refuses to know: what is counted.

use super::bars::drawing;
use super::body::Body;
use super::run::paragraph;
use super::table::{self, caption};
use crate::error::Result;
use crate::report::chart::{Chart, png};
use crate::report::drawing::WIDTH;
use crate::report::pages::twin;

/// So many dots for each of the drawing's own: sharp in print.
const TIMES: f32 = 2.0;
/// No picture is wider or higher than this, in twentieths of a point: an upright page with its caption.
const WIDE: u32 = 9638;
const HIGH: u32 = 12_400;

/// Writes a chart.
pub(super) fn chart(body: &mut Body, chart: &Chart) -> Result<()> {
    caption(&mut body.xml, &chart.title, &chart.caption);
    let picture = body.picture(png::png(&chart.svg, TIMES)?);
    let number = body.shown;
    let high = u32::try_from(chart.drawing.height.max(1)).unwrap_or(1);
    let across = u32::try_from(WIDTH).unwrap_or(1000);
    let wide = WIDE.min(HIGH * across / high);
    let size = (wide * 635, wide * 635 / across * high);
    paragraph(&mut body.xml, "Normal", |one| drawing(one, picture, number, &chart.said, size));
    if !chart.table.columns.is_empty() {
        table::table(body, &twin(chart));
    }
    Ok(())
}
