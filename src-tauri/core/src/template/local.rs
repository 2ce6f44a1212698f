//! A partnership's own version of a template: the core as it was published, with additions marked as local.
//!
//! Refuses to know: which partnership, beyond its short name.

use std::collections::BTreeSet;

use super::{Question, Template, propose, slug};
use crate::problem::{Problem, Severity};

/// What begins the id of a question that a partnership added.
pub const FAMILY: &str = "local";

/// Whether a question was added by a partnership.
pub fn is_local(question: &Question) -> bool {
    question.id.as_str().split('.').next() == Some(FAMILY)
}

/// The ids that additions get, in turn; none was ever used by the version before.
pub fn ids(base: &Template, partnership: &str) -> impl Iterator<Item = String> {
    let prefix = format!("{FAMILY}.{partnership}.");
    let current = base.questions().map(|question| question.id.as_str());
    let past = base.lineage.iter().flat_map(|row| row.from.iter().chain(&row.to)).map(|id| id.as_str());
    let used = current.chain(past).filter_map(|id| id.strip_prefix(&prefix)?.parse::<u32>().ok());
    let last = used.max().unwrap_or(0);
    (last + 1..).map(move |n| format!("{prefix}{n}"))
}

/// The edited template as a version of its own after the base, with its lineage proposed; or what keeps it from one.
pub fn version(base: &Template, edited: Template, partnership: &str) -> Result<Template, Vec<Problem>> {
    let problems = locked(base, &edited, partnership);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut made = edited;
    made.id.clone_from(&base.id);
    made.version = next_version(&base.version, partnership);
    made.follows = Some(base.version.clone());
    made.lineage = propose::lineage(base, &made).into_iter().map(|proposal| proposal.row).collect();
    made.scale_maps.clear();
    Ok(made)
}

/// `2025.1` becomes `2025.1.sampleton`, and that `2025.1.sampleton.2`.
fn next_version(base: &str, partnership: &str) -> String {
    match base.split_once(&format!(".{partnership}")) {
        Some((core, "")) => format!("{core}.{partnership}.2"),
        Some((core, rest)) => {
            let last: u32 = rest.trim_start_matches('.').parse().unwrap_or(1);
            format!("{core}.{partnership}.{}", last + 1)
        }
        None => format!("{base}.{partnership}"),
    }
}

/// Whatever of the core was changed or left out, and additions that are not marked.
fn locked(base: &Template, edited: &Template, partnership: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if !slug::is_slug(partnership) || partnership.contains('.') {
        let message = format!("\u{201c}{partnership}\u{201d} cannot be a short name.");
        problems.push(fault("the short name", message, "Use small letters and figures, such as sampleton."));
    }
    for question in base.questions().filter(|question| !is_local(question)) {
        problems.extend(changed(question, edited.question(&question.id)));
    }
    let core: BTreeSet<&str> = base.questions().map(|question| question.id.as_str()).collect();
    for question in edited.questions().filter(|question| !core.contains(question.id.as_str())) {
        if !question.id.as_str().starts_with(&format!("{FAMILY}.{partnership}.")) {
            problems.push(fault(
                &format!("question {}", question.number),
                format!(
                    "Question {} is an addition, and its id {} does not say so.",
                    question.number, question.id
                ),
                &format!("Leave its id empty, or begin it with {FAMILY}.{partnership}."),
            ));
        }
    }
    problems
}

fn changed(core: &Question, edited: Option<&Question>) -> Option<Problem> {
    let place = format!("question {}", core.number);
    let Some(edited) = edited else {
        let message = format!("Question {} of the core is missing.", core.number);
        return Some(fault(
            &place,
            message,
            "Put its row back: the core stays whole, so that rounds can be compared.",
        ));
    };
    let what = [
        ("statement", edited.text != core.text),
        ("duty", edited.duty != core.duty),
        ("kind", edited.kind != core.kind),
        ("scale", edited.scale != core.scale),
        ("references", edited.references != core.references),
        ("condition", edited.applies != core.applies),
    ];
    let what: Vec<&str> = what.into_iter().filter_map(|(name, differs)| differs.then_some(name)).collect();
    (!what.is_empty()).then(|| {
        let message = format!("Question {} of the core was changed: its {}.", core.number, what.join(", "));
        fault(
            &place,
            message,
            "Put it back as it was, and ask what you want to know in a question of your own.",
        )
    })
}

fn fault(place: &str, message: String, hint: &str) -> Problem {
    Problem::new(Severity::Fault, place, message).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{Change, sound, toml};

    fn fixture() -> Template {
        toml::read(include_str!("fixture.toml")).expect("the fixture is sound")
    }

    fn added(mut template: Template, id: &str) -> Template {
        let mut question = template.standards[0].questions[0].clone();
        question.id = id.into();
        question.number = "L1".to_owned();
        question.text = "Our own question for Sampleton".to_owned();
        template.standards[0].questions.push(question);
        template
    }

    #[test]
    fn an_addition_makes_a_version_of_its_own_and_the_core_stays() {
        let base = fixture();
        let id = ids(&base, "sampleton").next().expect("one");
        assert_eq!(id, "local.sampleton.1");
        let made = version(&base, added(base.clone(), &id), "sampleton").expect("a version");
        assert_eq!((made.version.as_str(), made.follows.as_deref()), ("2.sampleton", Some("2")));
        let faults = sound::remarks(&made).into_iter().filter(|it| it.severity == Severity::Fault);
        assert_eq!(faults.collect::<Vec<_>>(), []);
        let new: Vec<_> = made.lineage.iter().filter(|row| row.change != Change::Same).collect();
        assert_eq!(new.len(), 1);
        assert_eq!(ids(&made, "sampleton").next().as_deref(), Some("local.sampleton.2"));
        let again = version(&made, made.clone(), "sampleton").expect("a version");
        assert_eq!(again.version, "2.sampleton.2");
    }

    #[test]
    fn a_changed_core_is_refused_by_name() {
        let base = fixture();
        let mut edited = added(base.clone(), "sample.z9");
        edited.standards[0].questions[0].text.push('!');
        edited.standards[0].questions.remove(1);
        let problems = version(&base, edited, "sampleton").expect_err("refused");
        let said: String = problems.iter().map(|it| it.message.as_str()).collect();
        for part in ["its statement", "of the core is missing", "does not say so"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(version(&base, base.clone(), "Sampleton!").is_err());
    }
}
