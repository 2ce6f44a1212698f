//! A heatmap by itself: as a workbook with every row, and as a picture with as many as can be read.
//!
//! Pure. Letters and numbers stand in every cell, so that no colour stands alone. Refuses to know: the file, and who reads it.

mod book;
mod drawn;
#[cfg(test)]
mod tests;

pub use book::write;
pub use drawn::{MOST_COLUMNS, MOST_ROWS, png, svg};

use crate::analysis::heat::{Chosen, Share};

/// A heatmap with what is said of it.
pub struct HeatMap {
    /// Its title.
    pub title: String,
    /// Whose figures, of which round, from how many returns, as at when.
    pub caption: String,
    /// What was chosen to be shown, in sentences.
    pub said: Vec<String>,
    /// What a row is called.
    pub row: &'static str,
    /// What must be known to read it.
    pub notes: Vec<String>,
    /// The code of the head of the log.
    pub code: String,
    /// What is shown.
    pub shown: Chosen,
}

/// The letters with their words.
pub const LETTERS: [(char, &str); 9] = [
    ('E', "Exceeds"),
    ('M', "Met"),
    ('O', "Mostly met"),
    ('P', "Partly met"),
    ('N', "Not met"),
    ('-', "Not applicable"),
    ('.', "Blank"),
    (' ', "Not asked"),
    ('*', "No judgement"),
];

/// The steps of a share, from so many hundredths on.
const STEPS: [(u32, char); 5] = [(95, 'E'), (85, 'M'), (70, 'O'), (50, 'P'), (0, 'N')];

impl HeatMap {
    /// Whether a letter stands in each cell; else a share.
    fn is_letters(&self) -> bool {
        self.shown.lines.iter().all(|line| line.shares.is_empty())
    }

    /// What stands for each thing in a cell.
    fn key(&self) -> Vec<(char, String)> {
        let rating = || LETTERS.map(|(letter, word)| (letter, word.to_owned())).to_vec();
        if self.is_letters() { rating() } else { steps() }
    }
}

fn steps() -> Vec<(char, String)> {
    let mut above = 101;
    let step = |(from, letter): (u32, char)| {
        let words = match (from, above) {
            (_, 101) => format!("{from}% or more"),
            (0, above) => format!("under {above}%"),
            (from, above) => format!("{from}% to under {above}%"),
        };
        above = from;
        (letter, words)
    };
    STEPS.into_iter().map(step).collect()
}

/// How a letter is drawn.
fn drawn_letter(letter: char) -> &'static str {
    match letter {
        'E' => "E",
        'M' => "M",
        'O' => "O",
        'P' => "P",
        'N' => "N",
        '-' => "\u{2013}",
        '.' => "\u{b7}",
        '*' => "*",
        _ => "",
    }
}

/// The letter whose colours a share has: five steps, so that its number is read and not only its shade.
fn step_of(share: Share) -> char {
    if share.hidden || share.base == 0 {
        return ' ';
    }
    let reaches =
        |(from, _): &&(u32, char)| u64::from(share.met) * 100 >= u64::from(*from) * u64::from(share.base);
    STEPS.iter().find(reaches).map_or('N', |(_, letter)| *letter)
}

/// A share in a narrow cell: a whole percentage, 100 and 0 only where it is all or nothing.
fn narrow(share: Share) -> String {
    match share {
        Share { hidden: true, .. } => "\u{d7}".to_owned(),
        Share { base: 0, .. } => "\u{b7}".to_owned(),
        Share { met: 0, .. } => "0".to_owned(),
        Share { met, base, .. } if met == base => "100".to_owned(),
        Share { met, base, .. } => {
            let (met, base) = (u64::from(met), u64::from(base));
            ((200 * met + base) / (2 * base)).clamp(1, 99).to_string()
        }
    }
}

/// The two colours of a letter: what it stands on, and its ink.
fn colours(letter: char) -> (u32, u32) {
    match letter {
        'E' => (0xe6_ee_fb, 0x1d_4f_a3),
        'M' => (0xe3_f4_e9, 0x17_66_3a),
        'O' => (0xef_f5_dc, 0x4b_63_12),
        'P' => (0xfc_f0_dc, 0x86_50_0a),
        'N' => (0xfc_e8_e8, 0xa3_26_2f),
        '-' | '*' => (0xea_ee_f4, 0x4b_5a_70),
        _ => (0xff_ff_ff, 0x17_23_3a),
    }
}
