//! The audit tool that a mapping comes to: a draft with its own scales, standards and questions.
//!
//! Refuses to know: the workbook itself. The same mapping gives the same tool, to the letter.

use std::collections::BTreeSet;

use super::mapping::{Asked, ColumnRole, Divided, LevelMap, Mapping, ScaleMap};
use super::questions::slug;
use crate::problem::{Problem, Read, Severity};
use crate::template::{
    Duty, ExtraField, Level, LevelCode, Meaning, Question, QuestionId, QuestionKind, Scale, ScaleId,
    Standard, StandardId, Status, Template, propose, toml,
};
use crate::text::short;

/// The tool of a mapping, if it is sound, with everything there is to say; `earlier` is the mapping it follows.
pub fn template(mapping: &Mapping, earlier: Option<&Mapping>) -> Read<Option<Template>> {
    let mut made = plain(mapping);
    if let Some(earlier) = earlier {
        let before = plain(earlier);
        made.follows = Some(before.version.clone());
        made.lineage = propose::lineage(&before, &made).into_iter().map(|proposal| proposal.row).collect();
    }
    let mut problems = unconfirmed(mapping);
    match toml::read_with_remarks(&toml::write(&made)) {
        Ok(read) => {
            problems.extend(read.problems.into_iter().map(without_line));
            Read { value: Some(read.value), problems }
        }
        Err(faults) => {
            problems.extend(faults.into_iter().map(without_line));
            Read { value: None, problems }
        }
    }
}

/// The line of a text that nobody has seen helps nobody.
fn without_line(problem: Problem) -> Problem {
    Problem { place: "The audit tool".to_owned(), ..problem }
}

fn plain(mapping: &Mapping) -> Template {
    let tool = &mapping.tool;
    let follows = tool.follows.clone().filter(|before| *before != tool.version);
    Template {
        id: tool.id.clone(),
        version: tool.version.clone(),
        title: tool.title.clone(),
        publisher: or(&tool.publisher, "Our partnership"),
        audience: tool.audience,
        edition: "As the workbook has it".to_owned(),
        legal_position: tool.made,
        status: Status::Draft,
        status_note: "made from the partnership\u{2019}s own workbook".to_owned(),
        follows: None,
        changes: follows.map(|before| format!("The workbook after version {before}.")).unwrap_or_default(),
        introduction:
            "The questions, the scales and their words are those of the partnership\u{2019}s own workbook."
                .to_owned(),
        scales: mapping.scales.iter().filter(|scale| used(mapping, scale)).map(scale).collect(),
        facts: Vec::new(),
        fields: fields(mapping),
        standards: standards(mapping),
        checks: Vec::new(),
        sign_off: Vec::new(),
        lineage: Vec::new(),
        scale_maps: Vec::new(),
    }
}

fn or(text: &str, otherwise: &str) -> String {
    let text = text.trim();
    if text.is_empty() { otherwise.to_owned() } else { text.to_owned() }
}

fn used(mapping: &Mapping, scale: &ScaleMap) -> bool {
    mapping.questions.iter().any(|one| one.scale == scale.id)
}

fn scale(map: &ScaleMap) -> Scale {
    let words: Vec<&str> = map.levels.iter().map(|level| level.word.as_str()).collect();
    let best = map.levels.iter().position(|level| level.meaning == Some(Meaning::Met));
    Scale {
        id: ScaleId(map.id.clone()),
        title: short(&words.join(", ")),
        instead_of: None,
        levels: map.levels.iter().enumerate().map(|(place, one)| level(one, best == Some(place))).collect(),
    }
}

fn level(map: &LevelMap, target: bool) -> Level {
    Level {
        code: LevelCode(map.code.clone()),
        label: map.word.clone(),
        definition: map.word.clone(),
        meaning: map.meaning.unwrap_or(Meaning::None),
        asks: Vec::new(),
        target,
        synonyms: Vec::new(),
    }
}

/// The texts that the workbook asks for and that every answer does not have anyway.
fn fields(mapping: &Mapping) -> Vec<ExtraField> {
    let mut fields: Vec<ExtraField> = Vec::new();
    let columns = mapping.sheets.iter().flat_map(|sheet| sheet.with(ColumnRole::Extra));
    for column in columns {
        let field = ExtraField { name: field_name(&column.heading), label: short(&column.heading) };
        if !field.name.is_empty() && !fields.iter().any(|one| one.name == field.name) {
            fields.push(field);
        }
    }
    fields
}

/// The name of the text field of a column.
pub(super) fn field_name(heading: &str) -> String {
    let name = slug(heading, 5);
    if name.is_empty() && !heading.trim().is_empty() { "text".to_owned() } else { name }
}

fn standards(mapping: &Mapping) -> Vec<Standard> {
    let mut standards: Vec<(String, Standard)> = Vec::new();
    let mut ids = BTreeSet::new();
    for one in &mapping.questions {
        let title = title(mapping, one);
        let key = format!("{} {title}", if mapping.divided == Divided::Section { one.sheet } else { 0 });
        let place = standards.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            let id = standard_id(mapping, &title, &mut ids);
            standards.push((key, standard(id, standards.len() + 1, &title)));
            standards.len() - 1
        });
        standards[place].1.questions.push(question(one));
    }
    standards.into_iter().map(|(_, standard)| standard).collect()
}

/// What the standard of a question is called.
fn title(mapping: &Mapping, one: &Asked) -> String {
    let sheet = mapping.sheets.get(one.sheet).map(|sheet| sheet.name.trim()).unwrap_or_default();
    let asking: BTreeSet<usize> = mapping.questions.iter().map(|other| other.sheet).collect();
    match (mapping.divided, one.section.trim()) {
        (Divided::Sheet, _) | (Divided::Section, "") => or(sheet, "Questions"),
        (Divided::Section, section) if asking.len() == 1 || section == sheet => section.to_owned(),
        (Divided::Section, section) => format!("{sheet}: {section}"),
    }
}

fn standard_id(mapping: &Mapping, title: &str, used: &mut BTreeSet<String>) -> StandardId {
    let base = format!("{}.{}", mapping.tool.id, or(&slug(title, 5), "standard"));
    let id = (1..)
        .map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") })
        .find(|id| !used.contains(id));
    let id = id.unwrap_or(base);
    used.insert(id.clone());
    StandardId(id)
}

fn standard(id: StandardId, number: usize, title: &str) -> Standard {
    Standard {
        id,
        number: number.to_string(),
        title: title.to_owned(),
        introduction: String::new(),
        governors: Vec::new(),
        enquiries: Vec::new(),
        applies: String::new(),
        scored: true,
        questions: Vec::new(),
    }
}

fn question(one: &Asked) -> Question {
    Question {
        id: QuestionId(one.id.clone()),
        number: one.number.clone(),
        earlier_number: String::new(),
        text: statement(one),
        kind: QuestionKind::Rating,
        scale: Some(ScaleId(one.scale.clone())),
        choices: Vec::new(),
        duty: Duty::Should,
        references: Vec::new(),
        guidance: one.guidance.clone(),
        evidence: Vec::new(),
        looks_like: Vec::new(),
        applies: String::new(),
        priority: false,
    }
}

/// The statement as it is asked: with the name of its score where the row has several.
pub(super) fn statement(one: &Asked) -> String {
    if one.score.is_empty() { one.text.clone() } else { format!("{} \u{2013} {}", one.text, one.score) }
}

/// Scales whose meanings no person has confirmed yet.
fn unconfirmed(mapping: &Mapping) -> Vec<Problem> {
    let open = mapping.scales.iter().filter(|scale| !scale.confirmed && used(mapping, scale));
    let problem = |scale: &ScaleMap| {
        let words: Vec<&str> = scale.levels.iter().map(|level| level.word.as_str()).collect();
        let unsaid: Vec<&str> = scale
            .levels
            .iter()
            .filter(|level| level.meaning.is_none())
            .map(|level| level.word.as_str())
            .collect();
        let message = match unsaid[..] {
            [] => format!("Nobody has confirmed yet what \u{201c}{}\u{201d} mean.", words.join(", ")),
            _ => format!(
                "Nobody has said yet what \u{201c}{}\u{201d} means.",
                unsaid.join("\u{201d}, \u{201c}")
            ),
        };
        Problem::new(Severity::Question, "The scale", message).hint(
            "Say of each word whether it is met, mostly, partly or not met, not applicable, or no judgement.",
        )
    };
    open.map(problem).collect()
}
