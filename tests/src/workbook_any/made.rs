//! Made-up templates and returns: every kind of question, two scales with a word in common, lists of every sort.

use attest::submission::Answer;
use attest::submission::action::{Action, ActionState, Origin};
use attest::submission::evidence::Item;
use attest::template::{
    self, ExtraField, Level, LevelCode, Meaning, Question, QuestionKind, Scale, Template, library,
};
use attest::text::normal;
use attest::workbook::Return;
use attest_tests::returns::{Length, full, signed};
use chrono::NaiveDate;
use proptest::prelude::*;

/// A template and a return of it.
#[derive(Debug, Clone)]
pub struct Made {
    /// The template.
    pub template: Template,
    /// What was answered.
    pub returned: Return,
}

/// A question's kind, a number to choose by, and the texts beside it.
type Drawn = (u8, u8, [String; 5]);

/// Any return of any template.
pub fn anything() -> impl Strategy<Value = Made> {
    let question = (0..7_u8, proptest::num::u8::ANY, [text(), text(), text(), text(), text()]);
    let actions = prop::collection::vec((proptest::num::u8::ANY, [text(), text(), text()]), 0..6);
    (prop::collection::vec(question, 1..24), actions, proptest::num::u8::ANY).prop_map(
        |(drawn, actions, how)| {
            let template = template(&drawn);
            let mut returned = full(&template, Length::Usual);
            returned.answers =
                drawn.iter().zip(template.questions()).map(|it| answer(it.0, it.1, &template)).collect();
            returned.actions = actions.iter().map(|it| action(it, &template)).collect();
            returned.evidence = actions.iter().map(|it| item(it, &template)).collect();
            let returned = if how.is_multiple_of(3) { signed(&template, returned) } else { returned };
            Made { template, returned }
        },
    )
}

/// Texts that programs like to change.
pub const AWKWARD: [&str; 9] = [
    "=1+1",
    "+44 is no formula",
    "-5 and @here",
    "\u{2018}quoted\u{2019} \"twice\" 'once'",
    "\u{1f600}\u{1f468}\u{200d}\u{1f393} smile",
    "first\r\nsecond\rthird\n\nfifth",
    "_x000D_ stays as typed",
    "  spaces before, \u{2026} and dots",
    "\u{2026} starts with dots",
];

fn text() -> impl Strategy<Value = String> {
    let texts = prop_oneof![
        2 => Just(String::new()),
        2 => prop::sample::select(&AWKWARD[..]).prop_map(str::to_owned),
        1 => "(?s).{0,60}",
        1 => "[=+@\t-].{0,20}",
        2 => "([a-z\u{e9}\u{2026}]{1,9}[ .\n\t]{1,2}){0,300}",
    ];
    texts.prop_map(|text| normal(&text.replace(['\u{fffe}', '\u{ffff}'], "")))
}

fn template(drawn: &[Drawn]) -> Template {
    let mut template = library::find("school@2025.1").expect("it ships").clone();
    let base = template.standards[0].clone();
    template.scales = vec![scale("one", "Met", Meaning::Met), scale("two", "Not yet", Meaning::NotMet)];
    template.fields = ["Rating", "Action", "By when"].map(field).to_vec();
    template.checks = Vec::new();
    template.lineage = Vec::new();
    template.scale_maps = Vec::new();
    let questions: Vec<Question> =
        drawn.iter().enumerate().map(|(place, drawn)| question(&base.questions[0], place, drawn)).collect();
    let standard = |(place, questions): (usize, &[Question])| template::Standard {
        id: format!("s{place}").as_str().into(),
        number: place.to_string(),
        title: format!("Summary / part {place}"),
        questions: questions.to_vec(),
        ..base.clone()
    };
    template.standards = questions.chunks(7).enumerate().map(standard).collect();
    template
}

fn field(label: &str) -> ExtraField {
    ExtraField { name: label.to_lowercase().replace(' ', "_"), label: label.to_owned() }
}

/// Two scales share the word "Partly, so far", which means two things.
fn scale(id: &str, best: &str, meaning: Meaning) -> Scale {
    let level = |code: &str, label: &str, meaning| Level {
        code: LevelCode(code.to_owned()),
        label: label.to_owned(),
        definition: "What it is.".to_owned(),
        meaning,
        asks: vec![template::Asks::Evidence],
        target: false,
        synonyms: Vec::new(),
    };
    let shared = if meaning == Meaning::Met { Meaning::Partly } else { Meaning::Met };
    let levels = vec![
        level("a", best, meaning),
        level("b", "Partly, so far", shared),
        level("c", "\"Quoted\"?*", Meaning::None),
    ];
    Scale { id: id.into(), title: format!("Scale {id}"), levels, instead_of: None }
}

fn question(base: &Question, place: usize, (kind, pick, _): &Drawn) -> Question {
    let kind = KINDS[usize::from(*kind)];
    let rated = matches!(kind, QuestionKind::Rating | QuestionKind::YesNo);
    let chosen = matches!(kind, QuestionKind::OneChoice | QuestionKind::ManyChoices);
    Question {
        id: format!("made.q{place}").as_str().into(),
        number: format!("{}.{place}", place / 7),
        text: format!("Statement {place}"),
        kind,
        scale: rated.then(|| if pick.is_multiple_of(2) { "one" } else { "two" }.into()),
        choices: if chosen { choices(*pick) } else { Vec::new() },
        applies: String::new(),
        looks_like: Vec::new(),
        ..base.clone()
    }
}

const KINDS: [QuestionKind; 7] = [
    QuestionKind::Rating,
    QuestionKind::YesNo,
    QuestionKind::OneChoice,
    QuestionKind::ManyChoices,
    QuestionKind::Number,
    QuestionKind::Date,
    QuestionKind::Text,
];

/// Short lists, lists longer than 255 characters, and choices with commas and quotes.
fn choices(pick: u8) -> Vec<String> {
    match pick % 3 {
        0 => ["Walk", "Bus", "Car"].map(str::to_owned).to_vec(),
        1 => (0..30).map(|place| format!("Choice number {place} of thirty")).collect(),
        _ => ["One, or \"two\"", "=Three", "Four"].map(str::to_owned).to_vec(),
    }
}

fn answer((_, pick, texts): &Drawn, question: &Question, template: &Template) -> Answer {
    let mut answer = Answer::blank(question.id.clone());
    let [note, impact, area, reason, extra] = texts.clone();
    answer.value = value(*pick, question, template, &note);
    (answer.note, answer.impact, answer.area, answer.reason) = (note, impact, area, reason);
    if !extra.is_empty() {
        answer.extra.insert("action".to_owned(), extra);
    }
    answer
}

fn value(pick: u8, question: &Question, template: &Template, text: &str) -> Option<String> {
    if pick % 5 == 4 {
        return None;
    }
    let at = usize::from(pick);
    match question.kind {
        QuestionKind::Rating | QuestionKind::YesNo => {
            let levels = &template.scale_of(question)?.levels;
            Some(levels[at % levels.len()].code.to_string())
        }
        QuestionKind::OneChoice => Some(question.choices[at % question.choices.len()].clone()),
        QuestionKind::ManyChoices => Some(question.choices[..1 + at % question.choices.len()].join("\n")),
        QuestionKind::Number => Some(["0", "412", "-3.5", "007", "12.50", "0.1"][at % 6].to_owned()),
        QuestionKind::Date => Some(["2026-09-14", "1900-01-31", "2199-12-31"][at % 3].to_owned()),
        QuestionKind::Text => Some(text.to_owned()).filter(|text| !text.trim().is_empty()),
    }
}

fn action((pick, [title, owner, outcome]): &(u8, [String; 3]), template: &Template) -> Action {
    let at = usize::from(*pick);
    Action {
        title: named(title),
        owner: owner.clone(),
        due: day(*pick).filter(|_| at % 4 > 0),
        state: ActionState::ALL[at % 4],
        done_on: day(*pick).filter(|_| at % 4 == 2),
        outcome: outcome.clone(),
        origin: Origin::ALL[at % 3],
        created: day(*pick).expect("a day"),
        questions: template.questions().take(at % 9).map(|it| it.id.clone()).collect(),
    }
}

fn item((pick, [title, owner, place]): &(u8, [String; 3]), template: &Template) -> Item {
    let at = usize::from(*pick);
    Item {
        title: named(title),
        place: place.clone(),
        owner: owner.clone(),
        dated: day(*pick).filter(|_| at % 2 > 0),
        review: day(*pick).filter(|_| at % 3 > 0),
        questions: template.questions().skip(at % 5).take(3).map(|it| it.id.clone()).collect(),
    }
}

/// A title always says something.
fn named(title: &str) -> String {
    if title.trim().is_empty() { "Do it".to_owned() } else { title.to_owned() }
}

fn day(pick: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 1 + u32::from(pick % 12), 1 + u32::from(pick % 28))
}
