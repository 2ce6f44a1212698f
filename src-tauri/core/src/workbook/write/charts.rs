//! The charts of the summary: a stacked bar for each standard, and a ring for all of them.
//!
//! Colours are those of the meanings; the legend and the table above say the words.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartLine,
    ChartPoint, ChartSolidFill, ChartType, Worksheet, XlsxError,
};

use super::cells::put;
use super::summary::{Counts, FIRST, MEANING, SAID};
use super::{Page, look};

/// The row at which the charts begin.
const TOP: u32 = 3;
/// Pixels of a standard's bar with its space.
const BAR: u32 = 34;
/// Numbers without the noughts.
const NO_NOUGHTS: &str = "0;;;";

/// The sheet of the charts, on one page: below a table they would be cut at the end of a page.
pub fn sheet(page: &Page<'_>, counts: &Counts<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Charts")?;
    look::paper(&mut sheet, page);
    sheet.set_print_fit_to_pages(1, 1);
    put(&mut sheet, (0, 0), "Charts", &look::title())?;
    sheet.set_row_height(0, 24)?;
    put(&mut sheet, (1, 0), SAID, &look::remark())?;
    let bars = u32::try_from(counts.sheets.len()).unwrap_or(1);
    let height = (bars * BAR + 130).clamp(300, 900);
    let mut stacked = bars_of(counts);
    stacked.set_width(800).set_height(height);
    sheet.insert_chart(TOP, 0, &stacked)?;
    let mut ring = ring_of(counts);
    ring.set_width(460).set_height(height.min(420));
    sheet.insert_chart_with_offset(TOP, 0, &ring, 820, 0)?;
    look::guard(&mut sheet);
    Ok(sheet)
}

fn bars_of(counts: &Counts<'_>) -> Chart {
    let mut chart = Chart::new(ChartType::BarPercentStacked);
    let last = counts.total() - 1;
    let colours = counts.meanings.iter().map(|(meaning, _)| look::chart(*meaning)).chain([look::BLANK]);
    for (column, colour) in (MEANING..).zip(colours) {
        let series = chart.add_series();
        series
            .set_name(("Summary", FIRST - 1, column))
            .set_categories(("Summary", FIRST, 0, last, 0))
            .set_values(("Summary", FIRST, column, last, column))
            .set_format(ChartFormat::new().set_solid_fill(&filled(colour)).set_border(&edge()))
            .set_gap(40)
            .set_overlap(100)
            .set_data_label(&label());
    }
    title(&mut chart, "How each standard was rated");
    chart.set_alt_text("Stacked bars: for each standard the share of its questions at each rating and still blank, as in the table above.");
    // The first standard stands at the top, as in the table.
    chart.y_axis().set_reverse().set_font(&font(9));
    chart.x_axis().set_font(&font(9)).set_num_format("0%").set_label_position(ChartAxisLabelPosition::High);
    chart.x_axis().set_major_gridlines_line(ChartLine::new().set_color("#E3E6EC"));
    chart.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(9));
    chart
}

fn ring_of(counts: &Counts<'_>) -> Chart {
    let mut chart = Chart::new(ChartType::Doughnut);
    let (row, last) = (counts.total(), counts.blank());
    let colours = counts.meanings.iter().map(|(meaning, _)| look::chart(*meaning)).chain([look::BLANK]);
    let points: Vec<ChartPoint> = colours
        .map(|colour| {
            ChartPoint::new()
                .set_format(ChartFormat::new().set_solid_fill(&filled(colour)).set_border(&edge()))
        })
        .collect();
    let series = chart.add_series();
    series
        .set_name("All standards that count")
        .set_categories(("Summary", FIRST - 1, MEANING, FIRST - 1, last))
        .set_values(("Summary", row, MEANING, row, last))
        .set_points(&points)
        .set_data_label(&label());
    title(&mut chart, "All standards that count");
    chart.set_hole_size(55);
    chart.set_alt_text("Ring: how many questions of all standards that count are at each rating and still blank, as in the last row of the table above.");
    chart.legend().set_position(ChartLegendPosition::Right).set_font(&font(9));
    chart
}

fn title(chart: &mut Chart, text: &str) {
    chart.title().set_name(text).set_font(font(12).set_bold().set_color(look::NAVY));
    chart.chart_area().set_format(ChartFormat::new().set_border(ChartLine::new().set_color("#D5D9E2")));
}

fn font(size: u8) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name("Calibri").set_size(size).set_color("#333A47");
    font
}

fn filled(colour: &str) -> ChartSolidFill {
    let mut fill = ChartSolidFill::new();
    fill.set_color(colour);
    fill
}

/// A white line between neighbours, so that they are told apart without their colours.
fn edge() -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color("#FFFFFF").set_width(1);
    line
}

fn label() -> ChartDataLabel {
    let mut label = ChartDataLabel::new();
    label.show_value().set_num_format(NO_NOUGHTS).set_font(&font(9));
    label
}
