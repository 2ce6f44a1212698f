//! Partnerships' own workbooks in many layouts: guessed, mapped, filled in, compared part by part, read back.

mod app;
mod layouts;
mod office;
mod parts;
mod raw;
mod sheets;

use std::collections::BTreeMap;
use std::sync::Arc;

use attest::sheet::{self, Seen};
use attest::submission::Answer;
use attest::template::{Meaning, Template};
use attest::workbook::Return;
use attest::workbook::foreign::{self, Correction, Mapping};
use chrono::NaiveDate;

/// A made-up workbook, and what is known of it.
pub struct Layout {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// Every statement that it asks, in order; a row with several scores asks as many times.
    pub asks: Vec<String>,
    /// What a person puts right.
    pub steps: Vec<Correction>,
}

pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day")
}

pub fn seen(bytes: &[u8]) -> Seen {
    sheet::see(bytes).expect("it passes the guard").value
}

/// The mapping after a person looked at it: the layout's own steps, and every meaning said.
pub fn mapped(layout: &Layout) -> Mapping {
    let seen = seen(&layout.bytes);
    let mut mapping = foreign::guess(&seen, &format!("{}.xlsx", layout.name), day());
    let step = |mapping: &mut Mapping, step: &Correction| {
        foreign::correct(&seen, mapping, step).unwrap_or_else(|error| panic!("{}: {error}", layout.name));
    };
    layout.steps.iter().for_each(|one| step(&mut mapping, one));
    for scale in mapping.scales.clone() {
        let order = [Meaning::NotMet, Meaning::Partly, Meaning::Mostly, Meaning::Met];
        for (level, meaning) in
            scale.levels.iter().zip(order.iter().cycle()).filter(|(level, _)| level.meaning.is_none())
        {
            let (scale, code) = (scale.id.clone(), level.code.clone());
            step(&mut mapping, &Correction::Level { scale, code, meaning: *meaning });
        }
        step(&mut mapping, &Correction::Confirm { scale: scale.id });
    }
    mapping
}

pub fn tool(layout: &Layout, mapping: &Mapping) -> Arc<Template> {
    let made = foreign::template(mapping, None);
    let Some(template) = made.value else { panic!("{}: {:?}", layout.name, made.problems) };
    Arc::new(template)
}

/// A return with every second question answered, and texts wherever the workbook takes them.
pub fn answered(mapping: &Mapping, template: &Template) -> Return {
    let answers = template.questions().enumerate().map(|(place, question)| {
        let mut answer = Answer::blank(question.id.clone());
        if place % 2 == 0 {
            let levels = &template.scale_of(question).expect("rated").levels;
            answer.value = Some(levels[place / 2 % levels.len()].code.to_string());
            let asked = mapping.questions.iter().find(|one| one.id == question.id.as_str()).expect("asked");
            let has = |role| mapping.sheets[asked.sheet].beside(asked.rating, role).is_some();
            if has(foreign::ColumnRole::Note) {
                answer.note = format!("Kept in <folder> {place} & \u{201c}box\u{201d}\nsecond line");
            }
            if has(foreign::ColumnRole::Area) {
                answer.area = format!("Do this next {place}");
            }
        }
        answer
    });
    let answers = answers.collect();
    let identifiers = if mapping.urn_at.is_some() {
        BTreeMap::from([("urn".to_owned(), "100001".to_owned())])
    } else {
        BTreeMap::new()
    };
    let setting = if mapping.name_at.is_some() { "Example Primary School".to_owned() } else { String::new() };
    Return { answers, identifiers, setting, ..Return::default() }
}

#[test]
fn every_layout_is_guessed_and_makes_a_sound_tool() {
    let layouts = layouts::all();
    assert!(layouts.len() >= 20, "{}", layouts.len());
    for layout in &layouts {
        let mapping = mapped(layout);
        let asked: Vec<&str> = mapping.questions.iter().map(|one| one.text.as_str()).collect();
        assert_eq!(asked, layout.asks, "{}", layout.name);
        let template = tool(layout, &mapping);
        assert_eq!(template.questions().count(), layout.asks.len(), "{}", layout.name);
        let again =
            foreign::apply(&mapping, &seen(&layout.bytes), "again.xlsx", day()).expect("the same workbook");
        assert_eq!((again.mapping, again.differences.len()), (mapping, 0), "{}", layout.name);
    }
}

#[test]
fn only_the_intended_cells_of_a_filled_workbook_differ_and_it_reads_back() {
    for layout in &layouts::all() {
        let mapping = mapped(layout);
        let template = tool(layout, &mapping);
        let returned = answered(&mapping, &template);
        let filled = foreign::fill(&layout.bytes, &mapping, &returned).expect("filled");
        assert_eq!(filled.problems, [], "{}", layout.name);
        parts::compare(layout, &mapping, &returned, &filled.value);
        let book = sheet::open(&filled.value).expect("it opens").value;
        let read = foreign::read(&book, &mapping, &template)
            .unwrap_or_else(|| panic!("{}: not known again", layout.name));
        for (back, sent) in read.value.returned.answers.iter().zip(&returned.answers) {
            assert_eq!((&back.question, &back.value), (&sent.question, &sent.value), "{}", layout.name);
            if !layout.name.starts_with("merged-evidence") {
                assert_eq!(
                    (&back.note, &back.area),
                    (&sent.note, &sent.area),
                    "{}: {}",
                    layout.name,
                    sent.question
                );
            }
        }
        assert_eq!(read.value.returned.setting, returned.setting, "{}", layout.name);
        assert_eq!(read.value.returned.identifiers, returned.identifiers, "{}", layout.name);
    }
}

#[test]
fn an_answer_in_the_wrong_cell_is_found_by_the_comparison() {
    let layout = layouts::all().remove(0);
    let mapping = mapped(&layout);
    let returned = answered(&mapping, &tool(&layout, &mapping));
    let mut wrong = mapping.clone();
    wrong.questions[0].row += 1;
    let filled = foreign::fill(&layout.bytes, &wrong, &returned).expect("filled").value;
    let found = std::panic::catch_unwind(|| parts::compare(&layout, &mapping, &returned, &filled));
    assert!(found.is_err(), "a cell that was not meant to change did");
}
