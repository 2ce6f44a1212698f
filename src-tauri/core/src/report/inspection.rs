//! The pack for the day an inspection is announced: ratings, what changed, evidence with its age, what is still to be
//! done, who signed and when.
//!
//! Pure. Refuses to know: the format, and what an inspector will say.

use super::changes;
use super::document::{Block, Document, Pair, Section, Tone};
use super::evidence;
use super::measure;
use super::plan::{self, Which};
use super::signed;
use super::year::Year;

/// Composes the pack.
pub fn compose(year: &Year<'_>) -> Document {
    let mut document = year.document("Inspection pack");
    document.sections.push(ratings(year));
    let duties = Section::new("Duties").on_new_page().heading("Duties not met");
    document.sections.push(measure::duties(year, duties));
    if let Some(before) = &year.before {
        let section = Section::new("What changed").heading("What changed").text(changes::counted(before));
        document.sections.push(section.table(changes::ratings(year, before)));
    }
    document
        .sections
        .push(Section::new("Evidence").on_new_page().heading("Evidence").table(evidence::index(year)));
    let actions = plan::actions(year, Which::Live);
    document.sections.push(Section::new("Actions").heading("Actions").table(actions));
    document.sections.push(who_signed(year));
    document
}

fn ratings(year: &Year<'_>) -> Section {
    Section::new("Ratings")
        .heading("Ratings")
        .with(Block::Figures(measure::figures(year)))
        .with(Block::Bars(measure::bars(year)))
}

fn who_signed(year: &Year<'_>) -> Section {
    let tone = if year.is_draft() { Tone::Warning } else { Tone::Good };
    let section =
        Section::new("Signatures").heading("Who signed, and when").notice(tone, signed::sentence(year));
    let section = match signed::code(year) {
        Some(code) => section.with(Block::Pairs(vec![Pair::new("Sign-off code", code)])),
        None => section,
    };
    signed::places(year).into_iter().fold(section, |section, place| {
        let said = place.signed.unwrap_or_else(|| vec![Pair::new("Signed by", "Nobody yet")]);
        section.subheading(place.role).with(Block::Pairs(said))
    })
}
