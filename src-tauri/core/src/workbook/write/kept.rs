//! The hidden sheet: identity, setting, facts, digests of what was said, and the template itself.

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

type Rows = Vec<Vec<String>>;

fn row(word: &str, values: &[&str]) -> Vec<String> {
    [word].into_iter().chain(values.iter().copied()).map(str::to_owned).collect()
}

fn rows(page: &Page<'_>) -> Rows {
    let returned = page.returned;
    let mut rows = vec![row(MARK, &[&LAYOUT.to_string()])];
    let words = identity::WORDS.iter().zip(identity::spoken(&returned.identity));
    rows.extend(words.filter(|(_, value)| !value.is_empty()).map(|(word, value)| row(word.kept, &[&value])));
    rows.push(row("setting", &[&returned.setting]));
    rows.extend(calendar(page));
    rows.extend(asked(page));
    let held = [("plan", returned.actions.len()), ("evidence", returned.evidence.len())];
    rows.extend(
        held.iter().filter(|(_, held)| *held > 0).map(|(word, held)| row(word, &[&held.to_string()])),
    );
    rows.extend(returned.identifiers.iter().map(|(scheme, value)| row("identifier", &[scheme, value])));
    rows.extend(returned.facts.iter().map(|(name, value)| row("fact", &[name, value])));
    let digest = |answer| row("answer", &[answer_id(answer), &layout::answer_digest(answer)]);
    rows.extend(returned.answers.iter().map(digest));
    rows.extend(signed(page));
    rows.extend(pieces(&template::toml::write(page.template)).iter().map(|piece| row("copy", &[piece])));
    rows
}

/// What is asked of whoever gets only a part.
fn asked(page: &Page<'_>) -> Rows {
    let asked = &page.returned.asked;
    let by = asked.by.map(|by| by.to_string()).unwrap_or_default();
    let words = [("asked_of", asked.to.as_str()), ("asked_by", by.as_str())];
    let words = words.iter().filter(|(_, value)| !value.is_empty()).map(|(word, value)| row(word, &[value]));
    let reasons = asked.reasons.iter().map(|(id, reason)| row("reason", &[id.as_str(), reason]));
    words.chain(reasons).collect()
}

fn calendar(page: &Page<'_>) -> Rows {
    let calendar = &page.returned.calendar;
    let day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let words = [
        ("governors", day(calendar.governors)),
        ("due", day(calendar.due)),
        ("return_to", calendar.return_to.clone()),
    ];
    words.iter().filter(|(_, value)| !value.is_empty()).map(|(word, value)| row(word, &[value])).collect()
}

/// The sign-off: how it stands, its code, and a digest of each part of what was signed.
fn signed(page: &Page<'_>) -> Rows {
    let Some(sign_off) = page.returned.sign_off.as_ref() else { return Rows::new() };
    let mut rows = vec![row("standing", &[layout::standing_word(page.returned.standing)])];
    rows.extend(sign_off.code.map(|code| row("code", &[&code.to_string()])));
    let signature = |it| row("signature", &[step_of(it), &layout::signature_digest(it)]);
    rows.extend(sign_off.signatures.iter().map(signature));
    rows.extend(sign_off.digests.pairs().iter().map(|(name, digest)| row("signed", &[name, digest])));
    rows
}

fn step_of(signature: &crate::submission::signoff::Signature) -> &str {
    &signature.step
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
