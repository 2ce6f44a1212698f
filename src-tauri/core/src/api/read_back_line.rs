//! The differences between a workbook and the file as lines that people read: question, field, both sides, sheet and cell.
//!
//! Refuses to know: what is done with them.

use std::collections::BTreeMap;

use super::read_back::{ReadBackLine, ReadBackSaid, SentBackLine};
use super::whose::Sides;
use crate::problem::Problem;
use crate::submission::answer::Field;
use crate::submission::merge::{ActionField, Difference, ItemField, Merge, Spot, Text as _};
use crate::template::{QuestionId, Template};
use crate::workbook::{spoken_day, state_word};

/// The name of a place, by which it is chosen.
pub(super) fn key(spot: &Spot) -> String {
    match spot {
        Spot::Fact(name) => format!("fact/{name}"),
        Spot::Answer(question, field) => format!("answer/{question}/{}", field_name(field)),
        Spot::Action(place, field) => format!("action/{place}/{}", action_name(*field)),
        Spot::NewAction(place) => format!("action/{place}"),
        Spot::Item(place, field) => format!("evidence/{place}/{}", item_name(*field)),
        Spot::NewItem(place) => format!("evidence/{place}"),
    }
}

/// Every difference as a line, in the order of the audit.
pub(super) fn lines(sides: &Sides, merge: &Merge, problems: &[Problem]) -> Vec<ReadBackLine> {
    let mut lines: Vec<(usize, ReadBackLine)> = Vec::new();
    for difference in merge.differences() {
        let clash = merge.clashes.contains(difference);
        lines.push((order(sides, &difference.spot), line(sides, difference, clash, problems)));
    }
    lines.sort_by_key(|(order, _)| *order);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Facts first, then the questions in their order, then actions and evidence.
fn order(sides: &Sides, spot: &Spot) -> usize {
    let count = sides.template.questions().count();
    match spot {
        Spot::Fact(_) => 0,
        Spot::Answer(question, _) => {
            1 + sides.template.questions().position(|one| one.id == *question).unwrap_or(count)
        }
        Spot::Action(place, _) | Spot::NewAction(place) => 2 + count + place,
        Spot::Item(place, _) | Spot::NewItem(place) => 100_000 + place,
    }
}

fn line(sides: &Sides, one: &Difference, clash: bool, problems: &[Problem]) -> ReadBackLine {
    let head = Head::of(sides, &one.spot);
    let said = |text: &str| said(sides, &one.spot, text);
    let beside = |problem: &&Problem| !head.place.is_empty() && row(&problem.place) == row(&head.place);
    ReadBackLine {
        key: key(&one.spot),
        before: said(&one.mine),
        theirs: said(&one.theirs),
        base: one.base.as_deref().filter(|_| clash).map(said),
        clash,
        both: one.is_text(),
        problems: problems.iter().filter(beside).cloned().collect(),
        group: head.group,
        question: head.question,
        standard: head.standard,
        number: head.number,
        about: head.about,
        field: head.field,
        place: stands(&one.spot, &head.place),
    }
}

/// Where a field stands: the cell of a rating is known, of the texts beside it the row.
fn stands(spot: &Spot, source: &str) -> String {
    match (spot, source.rsplit_once(", cell ")) {
        (Spot::Answer(_, field), Some((sheet, _))) if *field != Field::Value => {
            format!("{sheet}, row {}", row(source).1)
        }
        (_, _) => source.to_owned(),
    }
}

/// What a line is about.
#[derive(Default)]
struct Head {
    group: String,
    question: Option<QuestionId>,
    standard: Option<crate::template::StandardId>,
    number: String,
    about: String,
    field: String,
    place: String,
}

impl Head {
    fn of(sides: &Sides, spot: &Spot) -> Self {
        match spot {
            Spot::Fact(name) => {
                let fact = sides.template.facts.iter().find(|fact| fact.name.0 == *name);
                let about = fact.map_or_else(|| name.clone(), |fact| fact.question.clone());
                Self { group: "facts".to_owned(), about, field: "fact".to_owned(), ..Self::default() }
            }
            Spot::Answer(question, field) => Self::answer(sides, question, field),
            Spot::Action(place, field) => Self::thing(
                "actions",
                sides.theirs.actions.get(*place).map(|it| it.title()),
                action_name(*field),
            ),
            Spot::NewAction(place) => {
                Self::thing("actions", sides.theirs.actions.get(*place).map(|it| it.title()), "new")
            }
            Spot::Item(place, field) => Self::thing(
                "evidence",
                sides.theirs.evidence.get(*place).map(|it| it.title()),
                item_name(*field),
            ),
            Spot::NewItem(place) => {
                Self::thing("evidence", sides.theirs.evidence.get(*place).map(|it| it.title()), "new")
            }
        }
    }

    fn answer(sides: &Sides, id: &QuestionId, field: &Field) -> Self {
        let question = sides.template.question(id);
        let standard = sides.template.standard_of(id);
        let source = sides.theirs.answer(id).map(|answer| answer.source.clone());
        Self {
            group: standard.map(|one| format!("{} {}", one.number, one.title)).unwrap_or_default(),
            question: Some(id.clone()),
            standard: standard.map(|one| one.id.clone()),
            number: sides.number(id),
            about: question.map(|one| one.text.clone()).unwrap_or_default(),
            field: match field {
                Field::Extra(name) => extra(&sides.template, name),
                Field::Value | Field::Note | Field::Impact | Field::Area | Field::Reason => {
                    field_name(field).to_owned()
                }
            },
            place: source.unwrap_or_default(),
        }
    }

    fn thing(group: &str, title: Option<&str>, field: &str) -> Self {
        let about = title.unwrap_or_default().to_owned();
        Self { group: group.to_owned(), about, field: field.to_owned(), ..Self::default() }
    }
}

/// The heading of a field of the template's own.
fn extra(template: &Template, name: &str) -> String {
    let field = template.fields.iter().find(|field| field.name == name);
    field.map_or_else(|| name.to_owned(), |field| field.label.clone())
}

/// What a side says, as people read it.
fn said(sides: &Sides, spot: &Spot, text: &str) -> ReadBackSaid {
    let plain = |text: String| ReadBackSaid { text, meaning: None };
    match spot {
        Spot::Answer(id, Field::Value) => {
            let level = sides.template.question(id).and_then(|one| sides.template.level(one, text));
            ReadBackSaid {
                text: level.map_or_else(|| text.replace('\n', ", "), |level| level.label.clone()),
                meaning: level.map(|level| level.meaning),
            }
        }
        Spot::Action(_, ActionField::State) => plain(state_word(text).unwrap_or(text).to_owned()),
        Spot::Action(_, ActionField::Due | ActionField::DoneOn)
        | Spot::Item(_, ItemField::Dated | ItemField::Review) => plain(day(text)),
        Spot::Action(_, ActionField::Questions) | Spot::Item(_, ItemField::Questions) => {
            let numbers = text.split(", ").map(|id| sides.number(&QuestionId(id.to_owned())));
            plain(numbers.filter(|number| !number.is_empty()).collect::<Vec<_>>().join(", "))
        }
        Spot::NewAction(place) if !text.is_empty() => {
            let owner = sides.theirs.actions.get(*place).map(|it| it.owner.clone()).unwrap_or_default();
            let due = sides.theirs.actions.get(*place).and_then(|it| it.due).map(spoken_day);
            plain(
                [owner, due.unwrap_or_default()]
                    .into_iter()
                    .filter(|it| !it.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        }
        Spot::NewItem(place) if !text.is_empty() => {
            plain(sides.theirs.evidence.get(*place).map(|it| it.place.clone()).unwrap_or_default())
        }
        Spot::Fact(_)
        | Spot::Answer(..)
        | Spot::Action(..)
        | Spot::NewAction(_)
        | Spot::Item(..)
        | Spot::NewItem(_) => plain(text.to_owned()),
    }
}

fn day(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), spoken_day)
}

/// The questions that were sent back, in the order of the audit.
pub(super) fn sent_back(template: &Template, reasons: &BTreeMap<QuestionId, String>) -> Vec<SentBackLine> {
    let asked = template.questions().filter_map(|one| reasons.get(&one.id).map(|reason| (one, reason)));
    let line = |(question, reason): (&crate::template::Question, &String)| SentBackLine {
        question: question.id.clone(),
        standard: template.standard_of(&question.id).map(|one| one.id.clone()),
        number: question.number.clone(),
        text: question.text.clone(),
        reason: reason.clone(),
    };
    asked.map(line).collect()
}

/// The sheet and the row of a place: `Sheet 'A', cell D14` without its column.
fn row(place: &str) -> (String, String) {
    let (sheet, cell) = place.rsplit_once(' ').unwrap_or((place, ""));
    (sheet.to_owned(), cell.chars().filter(char::is_ascii_digit).collect())
}

fn field_name(field: &Field) -> &str {
    match field {
        Field::Value => "value",
        Field::Note => "note",
        Field::Impact => "impact",
        Field::Area => "area",
        Field::Reason => "reason",
        Field::Extra(name) => name,
    }
}

fn action_name(field: ActionField) -> &'static str {
    match field {
        ActionField::Title => "title",
        ActionField::Owner => "owner",
        ActionField::Due => "due",
        ActionField::State => "state",
        ActionField::DoneOn => "done_on",
        ActionField::Outcome => "outcome",
        ActionField::Questions => "questions",
    }
}

fn item_name(field: ItemField) -> &'static str {
    match field {
        ItemField::Title => "title",
        ItemField::Place => "place",
        ItemField::Owner => "kept_by",
        ItemField::Dated => "dated",
        ItemField::Review => "review",
        ItemField::Questions => "questions",
    }
}
