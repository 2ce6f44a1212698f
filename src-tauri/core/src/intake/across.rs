//! A return that was made from another version of the audit tool, as one of the version that the round uses.
//!
//! A question that is the same takes its answer over; what was reworded is taken and asked about; split and merged
//! questions bring their texts alone; what has no counterpart is said with what was answered. Pure. Refuses to know:
//! whether the officer takes such returns at all.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::problem::{Problem, Severity};
use crate::submission::{Answer, carry};
use crate::template::{Came, Origin, Question, QuestionId, Template, Way};
use crate::text::short;
use crate::workbook::{Return, Templates};

type Answers = BTreeMap<QuestionId, Answer>;

/// Turns the answers to one version into answers to another; whatever is not simply the same is said.
pub fn across(
    returned: &mut Return,
    from: &Arc<Template>,
    to: &Arc<Template>,
    known: &Templates,
) -> Vec<Problem> {
    if from.id != to.id || from.version == to.version {
        return Vec::new();
    }
    let find = |version: &str| known.find(&to.id, version).map(|known| Arc::clone(&known.template));
    let before: Answers =
        returned.answers.drain(..).map(|answer| (answer.question.clone(), answer)).collect();
    let over = || Way::over(vec![Arc::clone(from), Arc::clone(to)]);
    let (road, way) = match (Way::between(from, to, find), Way::between(to, from, find)) {
        (None, Some(way)) => (Road::Back, way),
        (way, _) => (Road::On, way.unwrap_or_else(over)),
    };
    let mut step = Step { from, to, way: &way, before: &before, problems: Vec::new() };
    returned.answers = match road {
        Road::On => step.on(),
        Road::Back => step.back(),
    };
    let problems = step.problems;
    let links = returned.actions.iter_mut().map(|action| &mut action.questions);
    for questions in links.chain(returned.evidence.iter_mut().map(|item| &mut item.questions)) {
        *questions = match road {
            Road::On => carry::became(&way, questions),
            Road::Back => questions.iter().filter_map(|id| alone(&way, id)).map(|it| it.0).collect(),
        };
    }
    returned.facts = carry::facts(to, &returned.facts);
    problems
}

/// Which way the versions lie.
#[derive(Clone, Copy)]
enum Road {
    /// The round uses a later one.
    On,
    /// The round uses an earlier one.
    Back,
}

struct Step<'a> {
    from: &'a Template,
    to: &'a Template,
    way: &'a Way,
    before: &'a Answers,
    problems: Vec<Problem>,
}

impl Step<'_> {
    /// From an earlier version to the round’s.
    fn on(&mut self) -> Vec<Answer> {
        let mut used = BTreeSet::new();
        let mut answers = carry::answers(self.way, "", self.before);
        for answer in &mut answers {
            answer.carried_from = None;
            let came = answer.carried_how.take().unwrap_or(Came::Reworded);
            let origin = self.way.origin(&answer.question);
            let sources: Vec<QuestionId> = origin.into_iter().flat_map(|it| it.from).collect();
            let first = sources.iter().find_map(|id| self.before.get(id));
            answer.source = first.map(|it| it.source.clone()).unwrap_or_default();
            let lost = first.and_then(|it| it.value.clone()).filter(|_| answer.value.is_none());
            self.changed(answer, came, lost.as_deref());
            used.extend(sources);
        }
        self.left_out(&used);
        self.not_asked_there();
        answers
    }

    /// From a later version to the round’s.
    fn back(&mut self) -> Vec<Answer> {
        let mut used = BTreeSet::new();
        let mut answers = Vec::new();
        for (id, answer) in self.before {
            let Some((then, origin)) = alone(self.way, id) else { continue };
            let Some(question) = self.to.question(&then) else { continue };
            used.insert(id.clone());
            let value = answer.value.as_deref().and_then(|value| self.earlier(question, &origin, value));
            let lost = answer.value.clone().filter(|_| value.is_none());
            let mut taken = Answer { question: then, value, ..answer.clone() };
            taken.extra.retain(|name, _| self.to.fields.iter().any(|field| field.name == *name));
            if taken.says_something() || lost.is_some() {
                self.changed(&taken, origin.came, lost.as_deref());
                answers.push(taken);
            }
        }
        self.left_out(&used);
        answers
    }

    /// The one value of the earlier question that became this one.
    fn earlier(&self, question: &Question, origin: &Origin, value: &str) -> Option<String> {
        let levels = self.to.scale_of(question).into_iter().flat_map(|scale| &scale.levels);
        let codes: Vec<String> = levels.map(|level| level.code.to_string()).collect();
        let tried = if codes.is_empty() { vec![value.to_owned()] } else { codes };
        let mut fitting =
            tried.into_iter().filter(|code| self.way.value(origin, code).as_deref() == Some(value));
        let only = fitting.next()?;
        fitting.next().is_none().then_some(only)
    }

    /// Says of a question that changed how, and of a value that cannot be said any more what it was.
    fn changed(&mut self, answer: &Answer, came: Came, lost: Option<&str>) {
        let Some(question) = self.to.question(&answer.question) else { return };
        let (number, there) = (&question.number, &self.from.version);
        let mut words = match came {
            Came::Same => String::new(),
            Came::Reworded => format!(
                "Question {number} may be worded otherwise in version {there}, from which this answer comes; it was taken over."
            ),
            Came::Split => format!(
                "Question {number} is part of one question of version {there}; only what was written was taken over."
            ),
            Came::Merged => format!(
                "Question {number} is made of several questions of version {there}; only what was written was taken over."
            ),
        };
        if let (Some(value), true) = (lost, came.alone()) {
            let also = format!(
                "The answer \u{201c}{}\u{201d} of version {there} to question {number} has no one counterpart here; it was taken as blank.",
                short(value)
            );
            words = if words.is_empty() { also } else { format!("{words} {also}") };
        }
        if !words.is_empty() {
            let said = Problem::new(Severity::Question, answer.source.clone(), words);
            self.problems
                .push(said.hint("Look whether the answer holds for the question as this round asks it."));
        }
    }

    /// Says every answer that no question of the other version takes.
    fn left_out(&mut self, used: &BTreeSet<QuestionId>) {
        let left = self.before.values().filter(|it| it.says_something() && !used.contains(&it.question));
        for answer in left {
            let question = self.from.question(&answer.question);
            let level = |value: &String| question.and_then(|it| self.from.level(it, value));
            let value = answer.value.as_ref().map(|it| level(it).map_or(it.as_str(), |level| &level.label));
            let said: Vec<&str> = value.into_iter().chain([answer.note.as_str()]).collect();
            let message = format!(
                "Question {} of version {} is not asked in this form by version {}; its answer, \u{201c}{}\u{201d}, was left out.",
                question.map_or(answer.question.as_str(), |it| &it.number),
                self.from.version,
                self.to.version,
                short(said.join(" \u{2013} ").trim_end_matches([' ', '\u{2013}']))
            );
            let problem = Problem::new(Severity::Repaired, answer.source.clone(), message);
            self.problems.push(problem.hint("The file is kept whole, so that it can be looked up there."));
        }
    }

    fn not_asked_there(&mut self) {
        let new = self.to.questions().filter(|question| self.way.origin(&question.id).is_none());
        let numbers: Vec<&str> = new.map(|question| question.number.as_str()).collect();
        if !numbers.is_empty() {
            let message = format!(
                "Version {} does not ask what this round asks in question {}; there is no answer.",
                self.from.version,
                numbers.join(", ")
            );
            let problem = Problem::new(Severity::Repaired, "The workbook", message);
            self.problems.push(problem.hint("Ask the setting where an answer is needed."));
        }
    }
}

/// The question of the earliest version that became this one alone.
fn alone(way: &Way, now: &QuestionId) -> Option<(QuestionId, Origin)> {
    let origin = way.origin(now)?;
    match (origin.came.alone(), origin.from.first(), origin.from.len()) {
        (true, Some(only), 1) => Some((only.clone(), origin)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::toml;

    fn version(text: &str) -> Arc<Template> {
        Arc::new(toml::read(text).expect("the fixture is sound"))
    }

    fn read(from: &Arc<Template>, to: &Arc<Template>, said: &[(&str, &str, &str)]) -> (Return, Vec<Problem>) {
        let answer = |(id, value, note): &(&str, &str, &str)| {
            let mut answer = Answer::blank((*id).into());
            answer.value = (!value.is_empty()).then(|| (*value).to_owned());
            answer.note = (*note).to_owned();
            answer
        };
        let mut returned = Return { answers: said.iter().map(answer).collect(), ..Return::default() };
        let known = Templates::new([Arc::clone(from), Arc::clone(to)]);
        let problems = across(&mut returned, from, to, &known);
        (returned, problems)
    }

    fn shown(returned: &Return) -> Vec<(&str, Option<&str>, &str)> {
        let answers = returned.answers.iter();
        answers.map(|it| (it.question.as_str(), it.value.as_deref(), it.note.as_str())).collect()
    }

    fn first() -> Arc<Template> {
        version(include_str!("../submission/carry/first.toml"))
    }

    fn second() -> Arc<Template> {
        version(include_str!("../submission/carry/second.toml"))
    }

    #[test]
    fn an_earlier_version_is_read_by_lineage_and_what_changed_is_asked() {
        let said = [
            ("sample.same", "met", "Minutes."),
            ("sample.old", "partly", "Log."),
            ("sample.whole", "met", "Kept in the office."),
            ("sample.gone", "met", "Lost."),
        ];
        let (returned, problems) = read(&first(), &second(), &said);
        let mut answers = shown(&returned);
        answers.sort_unstable();
        assert_eq!(
            answers,
            [
                ("sample.kept", None, "Kept in the office."),
                ("sample.reworded", Some("partly"), "Log."),
                ("sample.same", Some("met"), "Minutes."),
                ("sample.sent", None, "Kept in the office."),
            ]
        );
        let asked = problems.iter().filter(|it| it.severity == Severity::Question).count();
        assert_eq!(asked, 3, "{problems:?}");
        assert!(problems.iter().any(|it| it.message.contains("Lost.") && it.message.contains("left out")));
        assert!(problems.iter().any(|it| it.message.contains("does not ask what this round asks")));
        assert!(returned.answers.iter().all(|it| it.carried_from.is_none() && it.carried_how.is_none()));
    }

    #[test]
    fn a_later_version_is_read_back_where_one_question_became_one() {
        let said = [
            ("sample.same", "met", "Minutes."),
            ("sample.reworded", "partly", "Log."),
            ("sample.kept", "met", "In the office."),
            ("sample.new", "met", "Begun."),
        ];
        let (returned, problems) = read(&second(), &first(), &said);
        let mut answers = shown(&returned);
        answers.sort_unstable();
        assert_eq!(
            answers,
            [("sample.old", Some("partly"), "Log."), ("sample.same", Some("met"), "Minutes.")]
        );
        let left = problems.iter().filter(|it| it.message.contains("left out")).count();
        assert_eq!((left, problems.len()), (2, 3), "{problems:?}");
    }

    #[test]
    fn the_same_version_is_left_as_it_is() {
        let (returned, problems) = read(&first(), &first(), &[("sample.same", "met", "Minutes.")]);
        assert_eq!((shown(&returned), problems.len()), (vec![("sample.same", Some("met"), "Minutes.")], 0));
    }
}
