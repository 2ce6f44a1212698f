//! Ids, versions, and what may be there only once.

use super::{Remark, twice};
use crate::template::Template;
use crate::template::expression::Part;
use crate::template::slug::is_slug;

pub(super) fn remarks(template: &Template, found: &mut Vec<Remark>) {
    slugs(template, found);
    family(template, found);
    version(template, found);
    let fault: fn(&str, String) -> Remark = Remark::fault;
    let note: fn(&str, String) -> Remark = Remark::note;
    twice("scale", places("scales", "id", template.scales.iter().map(|it| it.id.as_str())), fault, found);
    twice("fact", places("facts", "name", template.facts.iter().map(|it| it.name.as_str())), fault, found);
    twice("field", places("fields", "name", template.fields.iter().map(|it| it.name.as_str())), fault, found);
    twice(
        "standard",
        places("standards", "id", template.standards.iter().map(|it| it.id.as_str())),
        fault,
        found,
    );
    twice("check", places("checks", "id", template.checks.iter().map(|it| it.id.as_str())), fault, found);
    twice(
        "sign-off step",
        places("sign_off", "id", template.sign_off.iter().map(|it| it.id.as_str())),
        fault,
        found,
    );
    twice("question id", questions(template, "id", |it| it.id.as_str()), fault, found);
    twice("printed number", questions(template, "number", |it| &it.number), fault, found);
    twice("statement", questions(template, "text", |it| &it.text), note, found);
}

/// A key of every item of a list, each with its place.
fn places<'a>(
    list: &str,
    key: &str,
    texts: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = (String, &'a str)> {
    texts.enumerate().map(move |(n, text)| (format!("{list}.{n}.{key}"), text))
}

/// A key of every question, each with its place.
fn questions<'a>(
    template: &'a Template,
    key: &str,
    text: fn(&'a crate::template::Question) -> &'a str,
) -> impl Iterator<Item = (String, &'a str)> {
    super::questions::placed(template).map(move |(at, question)| (format!("{at}.{key}"), text(question)))
}

fn slugs(template: &Template, found: &mut Vec<Remark>) {
    let mut all = vec![("id".to_owned(), template.id.as_str())];
    all.extend(places("scales", "id", template.scales.iter().map(|it| it.id.as_str())));
    all.extend(places("facts", "name", template.facts.iter().map(|it| it.name.as_str())));
    all.extend(places("fields", "name", template.fields.iter().map(|it| it.name.as_str())));
    all.extend(places("standards", "id", template.standards.iter().map(|it| it.id.as_str())));
    all.extend(places("checks", "id", template.checks.iter().map(|it| it.id.as_str())));
    all.extend(places("sign_off", "id", template.sign_off.iter().map(|it| it.id.as_str())));
    all.extend(questions(template, "id", |it| it.id.as_str()));
    for (at, text) in all.into_iter().filter(|(_, text)| !is_slug(text)) {
        found.push(
            Remark::fault(&at, format!("\u{201c}{text}\u{201d} cannot be an id."))
                .hint("Use small letters and figures, with - or _ inside and dots between parts."),
        );
    }
    for (at, name) in places("facts", "name", template.facts.iter().map(|it| it.name.as_str())) {
        if name.contains('.') || RESERVED.contains(&name) {
            found.push(
                Remark::fault(&at, format!("A fact cannot be called \u{201c}{name}\u{201d}."))
                    .hint("Use one word without dots that is not a word of conditions."),
            );
        }
    }
}

/// Words that mean something in a condition.
const RESERVED: &[&str] = &[
    "and", "or", "not", "in", "is", "blank", "yes", "no", "true", "false", "today", "due", "answer", "fact",
    "day", "days", "month", "months", "year", "years",
];

/// Every question's id begins with the template's own, or with `local` for what a partnership added.
fn family(template: &Template, found: &mut Vec<Remark>) {
    for (at, id) in questions(template, "id", |it| it.id.as_str()) {
        let (family, rest) = id.split_once('.').unwrap_or((id, ""));
        if family != template.id && family != "local" {
            found.push(Remark::fault(&at, format!("Question {id} is not of the family {}.", template.id))
                .hint(format!("Let its id begin with \u{201c}{}.\u{201d}, or with \u{201c}local.\u{201d} for an addition of your own.", template.id)));
        }
        if rest.rsplit('.').next().is_some_and(|last| Part::of(last).is_some()) {
            found.push(
                Remark::fault(&at, format!("The last part of {id} is a word of conditions."))
                    .hint("Give the question another id, such as a letter and a number."),
            );
        }
    }
}

fn version(template: &Template, found: &mut Vec<Remark>) {
    let figures = |part: &str| part.len() <= 6 && part.chars().all(|c| c.is_ascii_digit());
    let named = |part: &str| part.len() <= 24 && !part.contains('.') && is_slug(part);
    let well_formed = |version: &str| {
        let mut parts = version.split('.');
        let first = parts.next().is_some_and(|part| !part.is_empty() && figures(part));
        first
            && version.split('.').count() <= 5
            && parts.all(|part| !part.is_empty() && (figures(part) || named(part)))
    };
    let versions = [("version", Some(&template.version)), ("follows", template.follows.as_ref())];
    for (at, version) in versions.into_iter().filter_map(|(at, version)| Some((at, version?))) {
        if !well_formed(version) {
            found.push(
                Remark::fault(at, format!("\u{201c}{version}\u{201d} is not a version."))
                    .hint("Write figures with dots between them, such as 2025.1, and perhaps a name at the end, such as 2025.1.sampleton."),
            );
        }
    }
    if template.follows.as_ref() == Some(&template.version) {
        found.push(
            Remark::fault("follows", "A version cannot follow itself.").hint("Name the version before it."),
        );
    }
}
