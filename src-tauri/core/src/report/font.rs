//! The letters of papers and drawings: Noto Sans, upright and bold, and how wide words are in it.
//!
//! Refuses to know: what is written. What the letters lack is shown as an empty box, and counted by nobody.

use std::sync::LazyLock;

use ttf_parser::Face;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As text is.
    Plain,
    /// As headings are.
    Bold,
}

/// A letter as it is drawn: its number in the font, its width for a size of one, and its bytes in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    /// Its number in the font.
    pub glyph: u16,
    /// How far the next one is, for a size of one.
    pub advance: f32,
    /// Its bytes in the text.
    pub range: std::ops::Range<usize>,
}

/// What stands for a letter that the font lacks: an empty box.
pub const MISSING: char = '\u{25a1}';

impl Weight {
    /// The font as it is in a file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Plain => notosans::REGULAR_TTF,
            Self::Bold => notosans::BOLD_TTF,
        }
    }

    fn face(self) -> Option<&'static Face<'static>> {
        static PLAIN: LazyLock<Option<Face<'static>>> =
            LazyLock::new(|| Face::parse(notosans::REGULAR_TTF, 0).ok());
        static BOLD: LazyLock<Option<Face<'static>>> =
            LazyLock::new(|| Face::parse(notosans::BOLD_TTF, 0).ok());
        match self {
            Self::Plain => PLAIN.as_ref(),
            Self::Bold => BOLD.as_ref(),
        }
    }
}

/// The letters of a text.
pub fn letters(text: &str, weight: Weight) -> Vec<Letter> {
    let Some(face) = weight.face() else { return Vec::new() };
    let em = f32::from(face.units_per_em());
    let letter = |(at, letter): (usize, char)| {
        let glyph = face.glyph_index(letter).or_else(|| face.glyph_index(MISSING)).unwrap_or_default();
        let advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or(600)) / em;
        Letter { glyph: glyph.0, advance, range: at..at + letter.len_utf8() }
    };
    text.char_indices().map(letter).collect()
}

/// How wide a text is.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    letters(text, weight).iter().map(|letter| letter.advance).sum::<f32>() * size
}

/// A text in which every letter that the fonts lack is an empty box, and nothing is a control character.
pub fn writable(text: &str) -> String {
    let known = |letter: char| {
        [Weight::Plain, Weight::Bold]
            .into_iter()
            .all(|weight| weight.face().is_some_and(|face| face.glyph_index(letter).is_some()))
    };
    let fit = |letter: char| match letter {
        '\n' => letter,
        '\t' => ' ',
        '\u{2011}' => '-',
        letter if known(letter) => letter,
        _ if known(MISSING) => MISSING,
        _ => '?',
    };
    text.chars()
        .filter(|letter| *letter == '\n' || *letter == '\t' || !letter.is_control())
        .map(fit)
        .collect()
}

/// A text broken at spaces into lines no wider than this; a longer word is broken where it has to be.
pub fn lines(text: &str, size: f32, weight: Weight, most: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for part in text.split('\n') {
        let mut line = String::new();
        for word in part.split(' ') {
            let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if line.is_empty() || width(&joined, size, weight) <= most {
                line = joined;
            } else {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            }
            while width(&line, size, weight) > most && line.chars().count() > 1 {
                let fits = fitting(&line, size, weight, most);
                let rest = line.split_off(fits);
                lines.push(std::mem::replace(&mut line, rest));
            }
        }
        lines.push(line);
    }
    lines
}

/// How many bytes of a text fit into a width: one letter at the least.
fn fitting(text: &str, size: f32, weight: Weight, most: f32) -> usize {
    let mut wide = 0.0;
    let mut fits = 0;
    for letter in letters(text, weight) {
        wide += letter.advance * size;
        if wide > most && fits > 0 {
            break;
        }
        fits = letter.range.end;
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_broken_at_spaces_and_long_words_where_they_end_the_line() {
        let broken = lines("Safeguarding records are kept apart", 10.0, Weight::Plain, 90.0);
        assert!(broken.len() >= 2 && broken.iter().all(|line| width(line, 10.0, Weight::Plain) <= 90.0));
        assert_eq!(broken.join(" "), "Safeguarding records are kept apart");
        let word = "a".repeat(60);
        let broken = lines(&word, 10.0, Weight::Plain, 90.0);
        assert!(broken.len() > 2 && broken.concat() == word);
    }

    #[test]
    fn a_letter_that_is_not_there_is_shown_as_missing_and_bold_is_wider() {
        assert_eq!(writable("Caf\u{e9} \u{4e2d}\u{7}"), format!("Caf\u{e9} {}", shown()));
        assert!(width("met", 10.0, Weight::Bold) > width("met", 10.0, Weight::Plain));
        assert_eq!(writable("a\tb\u{2011}c"), "a b-c");
    }

    fn shown() -> char {
        if Weight::Plain.face().is_some_and(|face| face.glyph_index(MISSING).is_some()) {
            MISSING
        } else {
            '?'
        }
    }
}
