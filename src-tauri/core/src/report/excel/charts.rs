//! Charts that the workbook draws itself, from the cells of the table below them.
//!
//! Refuses to know: what is counted. What cannot be drawn by a workbook stays a table.

use rust_xlsxwriter::{Chart as Native, ChartType, XlsxError};

use super::{Sheet, column, rows};
use crate::analysis::table::ColumnKind;
use crate::report::chart::{Chart, NativeKind};

/// So many rows of the sheet a chart takes for itself, and for each row of its table.
const ROWS: u32 = 10;
const LEAST: u32 = 16;
const HIGH: u32 = 20;

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
        let mut drawn = Native::new(kind(native.kind));
        let last = top + rows(chart.table.rows.len());
        let names = chart.table.columns.iter().position(|one| one.kind == ColumnKind::Text);
        let names = column(names.unwrap_or(0));
        for at in &native.columns {
            let colour = FILLS[drawn_so_far(native.columns.as_slice(), *at) % FILLS.len()];
            drawn
                .add_series()
                .set_name((sheet.as_str(), top, *at))
                .set_categories((sheet.as_str(), top + 1, names, last, names))
                .set_values((sheet.as_str(), top + 1, *at, last, *at))
                .set_format(rust_xlsxwriter::ChartFormat::new().set_solid_fill(
                    rust_xlsxwriter::ChartSolidFill::new().set_color(rust_xlsxwriter::Color::RGB(colour)),
                ));
        }
        drawn.title().set_name(&chart.title);
        if native.kind != NativeKind::Lines {
            drawn.y_axis().set_reverse();
        }
        // Excel holds 255 characters; the whole stands in the table.
        drawn.set_alt_text(chart.said.chars().take(250).collect::<String>());
        let taken = (ROWS + rows(chart.table.rows.len())).clamp(LEAST, 40);
        drawn.set_width(760).set_height(taken * HIGH - 10);
        self.sheet.insert_chart(self.row, column(0), &drawn)?;
        self.row += taken + 1;
        Ok(())
    }
}

/// From dark to light, to be told apart in greyscale.
const FILLS: [u32; 7] = [0x06_16_30, 0x1d_4e_89, 0x8f_b4_d9, 0xdb_e8_f5, 0xc2_5b_1c, 0xb1_b4_b6, 0xff_ff_ff];

fn drawn_so_far(columns: &[u16], at: u16) -> usize {
    columns.iter().position(|one| *one == at).unwrap_or(0)
}

fn kind(kind: NativeKind) -> ChartType {
    match kind {
        NativeKind::StackedWhole => ChartType::BarPercentStacked,
        NativeKind::Stacked => ChartType::BarStacked,
        NativeKind::Bars => ChartType::Bar,
        NativeKind::Lines => ChartType::Line,
    }
}
