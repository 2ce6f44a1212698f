//! The hidden sheet: identity, setting, facts, a digest of each answer, and the template itself.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::look;
use crate::template;
use crate::workbook::layout::{self, KEPT, MARK, PIECE};
use crate::workbook::{LAYOUT, identity};

/// The hidden sheet, as rows of a word and up to two values.
pub fn sheet(page: &Page<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(KEPT)?.set_very_hidden(true);
    let look = look::plain().set_num_format("@");
    for (row, values) in (0..).zip(rows(page)) {
        for (column, value) in (0..).zip(values) {
            put(&mut sheet, (row, column), &value, &look)?;
        }
    }
    Ok(sheet)
}

fn rows(page: &Page<'_>) -> Vec<Vec<String>> {
    let returned = page.returned;
    let row = |word: &str, values: &[&str]| {
        [word].into_iter().chain(values.iter().copied()).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut rows = vec![row(MARK, &[&LAYOUT.to_string()])];
    let words = identity::WORDS.iter().zip(identity::spoken(&returned.identity));
    rows.extend(words.filter(|(_, value)| !value.is_empty()).map(|(word, value)| row(word.kept, &[&value])));
    rows.push(row("setting", &[&returned.setting]));
    rows.extend(returned.identifiers.iter().map(|(scheme, value)| row("identifier", &[scheme, value])));
    rows.extend(returned.facts.iter().map(|(name, value)| row("fact", &[name, value])));
    let digest = |answer| row("answer", &[answer_id(answer), &layout::answer_digest(answer)]);
    rows.extend(returned.answers.iter().map(digest));
    rows.extend(pieces(&template::toml::write(page.template)).iter().map(|piece| row("copy", &[piece])));
    rows
}

fn answer_id(answer: &crate::submission::Answer) -> &str {
    answer.question.as_str()
}

/// A text in pieces that fit into cells; each stands between bars, so that no program trims it.
fn pieces(text: &str) -> Vec<String> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE));
        pieces.push(format!("|{piece}|"));
        rest = after;
    }
    pieces
}
