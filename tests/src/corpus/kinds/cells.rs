//! Answers typed in other ways: words, formulas, errors, merged and hidden cells, texts beside the table.

use attest::sheet::Place;
use attest::template::{QuestionKind, Scale};

use super::{Kind, kind};
use crate::corpus::desk::{Desk, NOTE, RATING, STATEMENT};
use crate::corpus::package::escaped;

pub const KINDS: &[Kind] = &[
    kind("ratings in capitals with spaces", |desk| {
        retyped(desk, |label| format!("  {} \u{a0}", label.to_uppercase()))
    }),
    kind("ratings with no-break and zero-width spaces", |desk| {
        retyped(desk, |label| format!("\u{200b}{}\u{feff}", label.replace(' ', "\u{202f}")));
    }),
    kind("ratings as codes", codes),
    kind("ratings as the scale's other words", synonyms),
    kind("ratings in words of their own", own_words),
    kind("ratings with a remark behind", |desk| asked(desk, |label| format!("{label} - see the policy"))),
    kind("two ratings in a cell", |desk| asked(desk, |label| format!("{label} / Red"))),
    kind("a question mark behind a rating", |desk| asked(desk, |label| format!("{label}?"))),
    kind("ratings as formulas", |desk| {
        raw_asked(desk, RATING, "str", |text| format!("<f>\"{text}\"</f><v>{text}</v>"))
    }),
    kind("ratings that point at a cell, cached stale", |desk| {
        raw_asked(desk, RATING, "str", |text| format!("<f>C4</f><v>{text}</v>"));
    }),
    kind("commentary as a formula", |desk| {
        raw_asked(desk, NOTE, "str", |_| "<f>A1&amp;B1</f><v>Seen</v>".to_owned())
    }),
    kind("ratings that are errors", |desk| raw_asked(desk, RATING, "e", |_| "<v>#REF!</v>".to_owned())),
    kind("commentary that is an error", |desk| raw_asked(desk, NOTE, "e", |_| "<v>#NAME?</v>".to_owned())),
    kind("yes and no as truth", truths),
    kind("ratings as rich text", rich),
    kind("commentary as rich text", rich_notes),
    kind("ratings merged over three rows", |desk| merged(desk, false)),
    kind("an answer under the cover of a merge", |desk| merged(desk, true)),
    kind("rating and commentary merged", merged_across),
    kind("rows hidden", hidden_rows),
    kind("spaces typed into empty cells", spaces),
    kind("dashes and apostrophes of statements changed", statements_respelt),
    kind("statements reworded", |desk| reworded(desk, false)),
    kind("statements reworded, their keys gone", |desk| reworded(desk, true)),
    kind("a key typed over with another's", wrong_key),
    kind("a statement typed over with another's", wrong_statement),
    kind("remarks typed to the right of the table", beside),
    kind("remarks typed below the table", below),
    kind("remarks typed above the table", above),
    kind("a date typed into the commentary", date_in_note),
    kind("a number typed into the commentary", number_in_note),
    kind("texts with line ends of Windows", windows_lines),
    kind("a text longer than a cell holds", too_long),
    kind("a text far longer than a cell holds", far_too_long),
];

fn retyped(desk: &mut Desk<'_>, with: impl Fn(&str) -> String) {
    for (question, row) in desk.rated() {
        let label = desk.label(question);
        desk.write(row, RATING, &with(&label));
    }
}

fn codes(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated() {
        let code = desk.base.answer(&question.id).value.clone().unwrap_or_default();
        desk.write(row, RATING, &code);
    }
}

fn synonyms(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated() {
        let template = &desk.base.template;
        let code = desk.base.answer(&question.id).value.clone().unwrap_or_default();
        let other = template.level(question, &code).and_then(|level| level.synonyms.first().cloned());
        if let Some(other) = other {
            desk.write(row, RATING, &other.to_lowercase());
        }
    }
}

/// Types something into some ratings that a person has to look at.
fn asked(desk: &mut Desk<'_>, with: impl Fn(&str) -> String) {
    for (question, row) in desk.rated().into_iter().take(4) {
        let label = desk.label(question);
        desk.write(row, RATING, &with(&label));
        desk.asked(question);
    }
}

fn own_words(desk: &mut Desk<'_>) {
    let words = ["sort of", "tbc", "1", "see below", "\u{2713}"];
    for ((question, row), word) in desk.rated().into_iter().zip(words) {
        let known = |scale: &Scale| scale.read(word).is_some();
        if !desk.base.template.scale_of(question).is_some_and(known) {
            desk.write(row, RATING, word);
            desk.asked(question);
        }
    }
}

fn raw_asked(desk: &mut Desk<'_>, column: u32, kind: &str, inner: impl Fn(&str) -> String) {
    for (question, row) in desk.rated().into_iter().take(4) {
        let label = escaped(&desk.label(question));
        desk.raw(desk.main, (row, column), kind, &inner(&label));
        desk.asked(question);
    }
}

fn truths(desk: &mut Desk<'_>) {
    for (question, sheet, row) in desk.of_kind(QuestionKind::YesNo) {
        let label = desk.label(question).to_lowercase();
        let truth = if label == "yes" { "1" } else { "0" };
        if ["yes", "no"].contains(&label.as_str()) {
            desk.raw(sheet, (row, RATING), "b", &format!("<v>{truth}</v>"));
        }
    }
}

fn rich(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated() {
        let label = desk.label(question);
        let (one, other) = label.split_at(label.floor_char_boundary(2));
        let run =
            |text: &str| format!("<r><rPr><b/></rPr><t xml:space=\"preserve\">{}</t></r>", escaped(text));
        desk.raw(desk.main, (row, RATING), "inlineStr", &format!("<is>{}{}</is>", run(one), run(other)));
    }
}

fn rich_notes(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated() {
        let text = "Signed for; looked at each term.";
        let runs = "<is><r><t xml:space=\"preserve\">Signed for; </t></r><r><rPr><i/></rPr><t>looked at each term.</t></r></is>";
        desk.raw(desk.main, (row, NOTE), "inlineStr", runs);
        desk.expect(question, |answer| answer.note = text.to_owned());
    }
}

/// What is meant for three rows stands in one.
fn merged(desk: &mut Desk<'_>, covered: bool) {
    let here = desk.rated();
    let at = here.windows(3).position(|it| it[2].1 == it[0].1 + 2).unwrap_or(0);
    let three = &here[at..at + 3];
    let (from, to) = (Place::new(three[0].1, RATING), Place::new(three[2].1, RATING));
    desk.package.edit(desk.main, |grid, _| {
        if !covered {
            (from.row + 1..=to.row).for_each(|row| grid.clear(Place::new(row, RATING)));
        }
        grid.merge(from, to);
    });
    for (question, _) in &three[1..] {
        desk.asked(question);
    }
}

fn merged_across(desk: &mut Desk<'_>) {
    let (question, row) = desk.rated()[0];
    desk.package.edit(desk.main, |grid, _| {
        grid.clear(Place::new(row, NOTE));
        grid.merge(Place::new(row, RATING), Place::new(row, NOTE));
    });
    desk.expect(question, |answer| answer.note.clear());
    desk.package.edit(desk.main, |grid, _| grid.clear(Place::new(row, NOTE)));
}

fn hidden_rows(desk: &mut Desk<'_>) {
    let rows: Vec<u32> = desk.rated().iter().skip(1).step_by(2).map(|it| it.1).collect();
    desk.package.edit(desk.main, |grid, _| {
        rows.iter().for_each(|row| grid.rows.entry(*row).or_default().own.push_str(" hidden=\"1\""));
    });
}

fn spaces(desk: &mut Desk<'_>) {
    for (question, row) in desk.here() {
        let answer = desk.base.answer(&question.id);
        if answer.value.is_none() {
            desk.write(row, RATING, "   ");
        }
        if answer.area.is_empty() {
            desk.write(row, NOTE + 2, " \u{a0} ");
        }
        desk.write(row, 25, " ");
    }
}

fn statements_respelt(desk: &mut Desk<'_>) {
    let key = desk.key;
    for (question, row) in desk.here() {
        let text = question.text.replace('\u{2019}', "'").replace(['\u{2013}', '\u{2014}'], "-");
        desk.write(row, STATEMENT, &format!("{} ", text.replace(", ", ",  ").to_uppercase()));
        desk.package.edit(desk.main, |grid, _| grid.clear(Place::new(row, key)));
    }
}

fn reworded(desk: &mut Desk<'_>, keyless: bool) {
    let key = desk.key;
    for (question, row) in desk.here().into_iter().take(3) {
        desk.write(row, STATEMENT, "Everybody here knows what to do.");
        if keyless {
            desk.package.edit(desk.main, |grid, _| grid.clear(Place::new(row, key)));
            desk.gone(question);
        }
    }
}

fn wrong_key(desk: &mut Desk<'_>) {
    let [(_, row), (other, _)] = [desk.rated()[0], desk.rated()[3]];
    let (key, id) = (desk.key, other.id.to_string());
    desk.write(row, key, &id);
}

fn wrong_statement(desk: &mut Desk<'_>) {
    let [(_, row), (other, _)] = [desk.rated()[0], desk.rated()[3]];
    desk.write(row, STATEMENT, &other.text);
    desk.says("are of two questions");
}

fn beside(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated().into_iter().take(3) {
        let column = desk.key + 4;
        desk.write(row, column, "Please look at this one");
        desk.says("Please look at this one");
        desk.asked(question);
    }
}

/// Every answer is as it was; what was typed has to be said, which a test of its own looks at.
fn below(desk: &mut Desk<'_>) {
    let last = desk.last();
    desk.write(last + 3, 0, "We also began a new rota.");
    desk.write(last + 4, NOTE, "It is kept in the office.");
    desk.says("We also began a new rota.");
    desk.says("It is kept in the office.");
}

fn above(desk: &mut Desk<'_>) {
    desk.write(1, NOTE, "Filled in by the deputy");
    desk.says("Filled in by the deputy");
}

fn date_in_note(desk: &mut Desk<'_>) {
    let style = desk
        .package
        .grid(desk.main)
        .rows
        .values()
        .flat_map(|line| line.cells.values())
        .next()
        .map(|it| it.style.clone());
    assert!(style.is_some(), "cells have a look");
    for (question, row) in desk.rated().into_iter().take(2) {
        desk.raw(desk.main, (row, NOTE), "d", "<v>2027-04-03T00:00:00</v>");
        desk.asked(question);
    }
}

fn number_in_note(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated().into_iter().take(2) {
        desk.raw(desk.main, (row, NOTE), "", "<v>2027</v>");
        desk.expect(question, |answer| answer.note = "2027".to_owned());
    }
}

fn windows_lines(desk: &mut Desk<'_>) {
    for (question, row) in desk.rated().into_iter().take(3) {
        desk.raw(desk.main, (row, NOTE), "inlineStr", "<is><t>one_x000D_\ntwo&#13;&#10;three</t></is>");
        desk.expect(question, |answer| answer.note = "one\ntwo\nthree".to_owned());
    }
}

fn too_long(desk: &mut Desk<'_>) {
    let (question, row) = desk.rated()[0];
    desk.write(row, NOTE, &"Looked at each term. ".repeat(2_000));
    desk.asked(question);
}

/// Far more than anybody wrote: one such cell does not cost the other answers.
fn far_too_long(desk: &mut Desk<'_>) {
    let (question, row) = desk.rated()[0];
    desk.write(row, NOTE, &"Looked at each term. ".repeat(20_000));
    desk.asked(question);
}
