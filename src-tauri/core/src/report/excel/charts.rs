//! Charts that the workbook draws itself, from the cells of the table below them.
//!
//! Refuses to know: what is counted. What cannot be drawn by a workbook stays a table.

use rust_xlsxwriter::{
    Chart as Drawn, ChartFont, ChartFormat, ChartLine, ChartLineDashType, ChartPatternFill,
    ChartPatternFillType, ChartSolidFill, ChartType, Color, XlsxError,
};

use super::{LINE_HIGH, Sheet, column, rows};
use crate::analysis::table::{Cell, ColumnKind};
use crate::report::bars::Fill;
use crate::report::chart::{Chart, Native, NativeKind};

/// So many rows of the sheet a chart takes for itself, and for each row of its table.
const ROWS: u32 = 10;
const LEAST: u32 = 16;
const HIGH: u32 = 20;
/// No axis of so few has steps between whole numbers.
const FEW: u32 = 10;

impl Sheet<'_> {
    /// A table with its title, and the chart of its figures below it.
    pub(super) fn charted(&mut self, chart: &Chart) -> std::result::Result<(), XlsxError> {
        if chart.is_empty() {
            return self.titled(&chart.table);
        }
        self.above(&chart.table)?;
        let top = self.table(&chart.table)?;
        self.drawn(chart, top)?;
        chart.table.notes.iter().try_for_each(|note| self.paragraph(note))
    }

    fn drawn(&mut self, chart: &Chart, top: u32) -> std::result::Result<(), XlsxError> {
        // Where everything is hidden there is nothing to draw.
        let Some(native) = chart.native.as_ref().filter(|native| !native.columns.is_empty()) else {
            return Ok(());
        };
        let sheet = self.sheet.name();
        let mut drawn = Drawn::new(kind(native.kind));
        let last = top + rows(chart.table.rows.len());
        let names = column(names_of(chart));
        for (place, at) in native.columns.iter().enumerate() {
            drawn
                .add_series()
                .set_name((sheet.as_str(), top, *at))
                .set_categories((sheet.as_str(), top + 1, names, last, names))
                .set_values((sheet.as_str(), top + 1, *at, last, *at))
                .set_format(&mut looks(native, place));
        }
        drawn.title().set_name(&chart.title).set_font(ChartFont::new().set_size(12));
        if native.columns.len() == 1 {
            drawn.legend().set_hidden();
        }
        self.axes(chart, native, &mut drawn);
        // Excel holds 255 characters; the whole stands in the table.
        drawn.set_alt_text(chart.said.chars().take(250).collect::<String>());
        let taken = (ROWS + rows(chart.table.rows.len())).clamp(LEAST, 40);
        self.needs(f64::from(taken) * LINE_HIGH);
        self.down(f64::from(taken + 1) * LINE_HIGH);
        drawn.set_width(760).set_height(taken * HIGH - 10);
        self.sheet.insert_chart(self.row, column(0), &drawn)?;
        self.row += taken + 1;
        Ok(())
    }

    /// The first row at the top, and shares as percentages of the whole.
    fn axes(&self, chart: &Chart, native: &Native, drawn: &mut Drawn) {
        let first = native.columns.first().and_then(|at| chart.table.columns.get(usize::from(*at)));
        let shares = first.is_some_and(|column| column.kind == ColumnKind::Share);
        let values = if native.kind == NativeKind::Lines {
            drawn.y_axis()
        } else {
            drawn.y_axis().set_reverse();
            drawn.x_axis()
        };
        if shares {
            values.set_min(0).set_max(1).set_num_format("0%");
        } else if native.kind != NativeKind::StackedWhole && most(chart, native) <= FEW {
            values.set_min(0).set_major_unit(1);
        }
    }
}

/// The most that a row comes to, of all series together.
fn most(chart: &Chart, native: &Native) -> u32 {
    let count = |row: &Vec<Cell>, at: u16| row.get(usize::from(at)).and_then(|cell| cell.count).unwrap_or(0);
    let rows = chart.table.rows.iter();
    rows.map(|row| native.columns.iter().map(|at| count(row, *at)).sum()).max().unwrap_or(0)
}

/// The column that names the rows: the number of a question rather than its words, which no chart has room for, else the first.
fn names_of(chart: &Chart) -> usize {
    chart.table.columns.iter().position(|one| one.label == "No.").unwrap_or(0)
}

const NAVY: u32 = 0x0b_25_45;

/// How a series looks: the fill of the drawing, or by its place; all told apart in greyscale.
fn looks(native: &Native, place: usize) -> ChartFormat {
    let mut format = ChartFormat::new();
    if native.kind == NativeKind::Lines {
        let (colour, dash) = if place == 0 {
            (0x1d_4e_89, ChartLineDashType::Solid)
        } else {
            (0x50_5a_5f, ChartLineDashType::Dash)
        };
        format.set_line(ChartLine::new().set_color(Color::RGB(colour)).set_width(2.25).set_dash_type(dash));
        return format;
    }
    let fill = native.fills.get(place).copied().unwrap_or(match (native.columns.len(), place) {
        (2, 0) => Fill::Light,
        (_, 0) | (2, 1) => Fill::Deep,
        (_, 1) => Fill::Middle,
        (_, 2) => Fill::Light,
        _ => Fill::Empty,
    });
    filled(&mut format, fill);
    format.set_border(ChartLine::new().set_color(Color::RGB(NAVY)).set_width(0.75));
    format
}

fn filled(format: &mut ChartFormat, fill: Fill) {
    let pattern = match fill {
        Fill::Deepest => return solid(format, 0x06_16_30),
        Fill::Deep => return solid(format, 0x1d_4e_89),
        Fill::Middle => return solid(format, 0x8f_b4_d9),
        Fill::Light => return solid(format, 0xdb_e8_f5),
        Fill::Empty => return solid(format, 0xff_ff_ff),
        Fill::Hatched => ChartPatternFillType::DiagonalStripesWideUpwards,
        Fill::Dotted => ChartPatternFillType::Dotted20Percent,
    };
    let mut patterned = ChartPatternFill::new();
    patterned.set_pattern(pattern);
    patterned.set_foreground_color(Color::RGB(NAVY)).set_background_color(Color::White);
    format.set_pattern_fill(&patterned);
}

fn solid(format: &mut ChartFormat, colour: u32) {
    format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour)));
}

fn kind(kind: NativeKind) -> ChartType {
    match kind {
        NativeKind::StackedWhole => ChartType::BarPercentStacked,
        NativeKind::Stacked => ChartType::BarStacked,
        NativeKind::Bars => ChartType::Bar,
        NativeKind::Lines => ChartType::Line,
    }
}
