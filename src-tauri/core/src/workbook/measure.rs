//! How many lines a text takes in a column: what row heights and the cutting of long texts go by.
//!
//! Refuses to know: cells and sheets.

use std::sync::LazyLock;

/// Pixels of a character of column width.
const PIXELS: f64 = 7.0;
/// Programs without Excel's own font set text a little wider.
const ROOM: f64 = 0.97;
/// The most UTF-16 units of a part, well below what a cell holds.
const MOST_UNITS: usize = 30_000;
/// Signs beyond Latin: as wide as the widest.
const WIDE: u32 = 15;

static LATIN: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let width = |letter: u32| {
        let letter = char::from_u32(letter).filter(|it| !it.is_control()).unwrap_or('n');
        rust_xlsxwriter::cell_autofit_width(&letter.to_string()).saturating_sub(7)
    };
    (0..0x250).map(width).collect()
});

/// Lines that a text takes in a column of a width in characters.
pub fn lines(text: &str, width: f64) -> u32 {
    let mut walk = Walk::new(width);
    text.chars().for_each(|letter| walk.letter(letter));
    walk.line
}

/// How much of a text, in bytes, stands in so many lines of a column, broken where a line breaks.
pub fn fitting(text: &str, width: f64, most: u32) -> usize {
    let (mut walk, mut units, mut safe) = (Walk::new(width), 0, 0);
    for (at, letter) in text.char_indices() {
        let (before, word) = (walk.line, walk.word);
        walk.letter(letter);
        units += letter.len_utf16();
        if walk.line > most || units > MOST_UNITS {
            let inside = before > most.saturating_sub(1) && word > walk.room / 2;
            return if safe == 0 || inside { at } else { safe };
        }
        if letter.is_whitespace() {
            safe = at;
        }
    }
    text.len()
}

/// A pen going over a text: the line it is in, what is used of it, and the word that may still move on.
struct Walk {
    room: u32,
    line: u32,
    used: u32,
    word: u32,
}

impl Walk {
    fn new(width: f64) -> Self {
        Self { room: ((width * PIXELS * ROOM) as u32).max(20), line: 1, used: 0, word: 0 }
    }

    fn letter(&mut self, letter: char) {
        let wide = pixels(letter);
        if letter == '\n' {
            (self.line, self.used, self.word) = (self.line + 1, 0, 0);
            return;
        }
        if letter.is_whitespace() {
            (self.used, self.word) = (self.used + wide, 0);
            return;
        }
        self.used += wide;
        self.word += wide;
        if self.used > self.room {
            // A word longer than the column breaks inside; any other moves on whole.
            self.word = if self.word > self.room { wide } else { self.word };
            (self.line, self.used) = (self.line + 1, self.word);
        }
    }
}

fn pixels(letter: char) -> u32 {
    match letter {
        '\t' => 24,
        '\u{2010}'..='\u{2027}' => 8,
        _ => LATIN.get(letter as usize).copied().unwrap_or(WIDE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_words_and_line_ends() {
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("a\n\nb", 10.0), 3);
        assert_eq!(lines(&"word ".repeat(40), 25.0), 10);
        assert!(lines(&"x".repeat(400), 20.0) > 15, "a long word breaks inside");
    }

    #[test]
    fn what_fits_ends_where_a_word_ends() {
        let text = "several words of some length ".repeat(20);
        let end = fitting(&text, 30.0, 4);
        assert!(text[end..].starts_with(' ') && lines(&text[..end], 30.0) <= 4);
        assert_eq!(fitting("short", 30.0, 1), 5);
        let word = "x".repeat(500);
        assert!((40..400).contains(&fitting(&word, 20.0, 4)));
        assert!(fitting(&"\u{1f600}".repeat(20_000), 5000.0, 27) * 2 / 4 <= MOST_UNITS);
    }
}
