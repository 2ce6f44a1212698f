//! What a made-up school answers in a year: a character of its own, the county's strong and weak standards, and a trend.
//!
//! Refuses to know: workbooks, and what becomes of the return.

use chrono::{Days, NaiveDate};

use super::chance::Chance;
use super::settings::School;
use super::wording;
use crate::submission::Answer;
use crate::template::{Facts, Level, Meaning, Question, QuestionKind, Template};

/// How a school goes about its audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// As it is.
    Honest,
    /// Everything at the top, with next to nothing to show for it.
    OverRates,
    /// Not at all: the workbook comes back as it went out.
    Blank,
    /// Half of it, and then the term was over.
    Begun,
}

/// The year that a school answers for.
#[derive(Debug, Clone, Copy)]
pub struct Year {
    /// The day it answers on.
    pub on: NaiveDate,
    /// How much better the county is than in its first year, in thousandths.
    pub gain: i32,
}

/// Standards that the county finds hard, by the last part of their id, and by how much.
const HARD: [(&str, i32); 7] =
    [("e", -150), ("g", -90), ("i", -110), ("n", -60), ("o", -130), ("p", -80), ("r", -100)];
/// Standards that it finds easy.
const EASY: [(&str, i32); 4] = [("b", 90), ("c", 110), ("f", 80), ("d", 60)];

/// The answers of a school, in the template's order.
pub fn answers(
    template: &Template,
    school: &School,
    facts: &Facts,
    manner: Manner,
    year: Year,
    seed: u64,
) -> Vec<Answer> {
    let mut chance = Chance::of(seed, &format!("answers {} {}", school.name, year.gain));
    let mut character = Chance::of(seed, &format!("character {}", school.name));
    let quality = character.between(470, 900) + year.gain + character.between(-40, 40);
    let asked = template.asked(facts);
    let most = asked.len();
    let mut counted = Counted { pupils: school.pupils, last: 0 };
    let answer = |(place, question): (usize, &&Question)| {
        let left_out = match manner {
            Manner::Honest => chance.in_a_hundred(2),
            Manner::OverRates => false,
            Manner::Blank => true,
            Manner::Begun => place * 2 > most,
        };
        if left_out {
            return Answer::blank(question.id.clone());
        }
        match question.kind {
            QuestionKind::Rating | QuestionKind::YesNo => match manner {
                Manner::OverRates => top(template, question, &mut chance),
                Manner::Honest | Manner::Begun | Manner::Blank => {
                    rated(template, question, quality + bent(template, question, seed), &mut chance)
                }
            },
            QuestionKind::Number => valued(question, counted.number(&question.text, &mut chance).to_string()),
            QuestionKind::Date => valued(question, day(year.on, &mut chance)),
            QuestionKind::OneChoice | QuestionKind::ManyChoices => {
                valued(question, choice(question, &mut chance))
            }
            QuestionKind::Text => valued(question, text(template, question, &mut chance)),
        }
    };
    asked.iter().enumerate().map(answer).collect()
}

/// How easy or hard a question is found in the whole county, in thousandths.
fn bent(template: &Template, question: &Question, seed: u64) -> i32 {
    let standard = template
        .standard_of(&question.id)
        .map_or("", |standard| standard.id.0.rsplit('.').next().unwrap_or(""));
    let of = |list: &[(&str, i32)]| list.iter().find(|(id, _)| *id == standard).map_or(0, |(_, by)| *by);
    of(&HARD) + of(&EASY) + Chance::of(seed, &question.id.0).between(-140, 140)
}

fn rated(template: &Template, question: &Question, quality: i32, chance: &mut Chance) -> Answer {
    let Some(scale) = template.scale_of(question) else { return Answer::blank(question.id.clone()) };
    let words = wording::words(template);
    if chance.in_a_hundred(2)
        && let Some(level) = scale.levels.iter().find(|level| level.meaning == Meaning::NotApplicable)
    {
        let mut answer = valued(question, level.code.0.clone());
        answer.reason = format!("Does not arise in this {}: nobody here to whom it applies.", words.place);
        return answer;
    }
    let wanted = match quality + chance.between(-260, 260) {
        ..330 => 1,
        330..480 => 2,
        480..630 => 3,
        630..1040 => 4,
        1040.. => 5,
    };
    let nearest =
        scale.levels.iter().filter(|level| rank(level) > 0).min_by_key(|level| (rank(level) - wanted).abs());
    let Some(level) = nearest else { return Answer::blank(question.id.clone()) };
    let mut answer = valued(question, level.code.0.clone());
    if rank(level) >= 4 || chance.in_a_hundred(80) {
        answer.note = wording::note(words, question, &level.code.0, chance);
    }
    match rank(level) {
        4.. => answer.impact = wording::impact(words, chance),
        _ => answer.area = wording::area(words, question, chance),
    }
    answer
}

/// The highest level there is, with what somebody writes who has no time.
fn top(template: &Template, question: &Question, chance: &mut Chance) -> Answer {
    let levels = template.scale_of(question).map(|scale| scale.levels.as_slice()).unwrap_or_default();
    let Some(level) = levels.iter().max_by_key(|level| rank(level)) else {
        return Answer::blank(question.id.clone());
    };
    let mut answer = valued(question, level.code.0.clone());
    answer.note =
        chance.pick(&["In place.", "In place.", "Yes, see policy.", "Fully embedded.", ""]).to_owned();
    answer
}

/// A level's place among the judgements; none for what is no judgement.
fn rank(level: &Level) -> i32 {
    match level.meaning {
        Meaning::Exceeds => 5,
        Meaning::Met => 4,
        Meaning::Mostly => 3,
        Meaning::Partly => 2,
        Meaning::NotMet => 1,
        Meaning::NotApplicable | Meaning::None => 0,
    }
}

fn valued(question: &Question, value: String) -> Answer {
    let mut answer = Answer::blank(question.id.clone());
    answer.value = Some(value);
    answer
}

/// Numbers that fit each other: of so many, so many are trained.
struct Counted {
    pupils: i32,
    last: i32,
}

impl Counted {
    fn number(&mut self, asked: &str, chance: &mut Chance) -> i32 {
        if asked.contains("of them") || asked.contains("of those") {
            return self.last - chance.between(0, self.last / 6);
        }
        self.last = match asked {
            pupils if pupils.contains("pupils are on roll") => self.pupils,
            people if people.contains("people work") => self.pupils / 8 + chance.between(4, 12),
            governors if governors.contains("governors") => chance.between(8, 13),
            _ => chance.between(0, 4 + self.pupils / 200),
        };
        self.last
    }
}

/// A day of the twelve months before.
fn day(on: NaiveDate, chance: &mut Chance) -> String {
    let ago = u64::try_from(chance.between(12, 360)).unwrap_or(30);
    on.checked_sub_days(Days::new(ago)).unwrap_or(on).to_string()
}

fn choice(question: &Question, chance: &mut Chance) -> String {
    question.choices.get(chance.below(question.choices.len())).cloned().unwrap_or_default()
}

fn text(template: &Template, question: &Question, chance: &mut Chance) -> String {
    let words = wording::words(template);
    let asks_who = question.text.starts_with("Who ");
    if asks_who {
        return format!("{}, {}.", wording::person(chance), words.post);
    }
    format!(
        "We gave the {} a named owner last year, and {} notice: {}",
        wording::evidence(question, chance),
        words.people,
        "they say in the survey that adults act on what they hear."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo::settings::{facts, settings};
    use crate::template::library::find;

    fn shares(manner: Manner, gain: i32) -> (usize, usize, usize) {
        let template = find("school@2025.1").expect("it ships");
        let year = Year { on: "2027-01-20".parse().expect("a date"), gain };
        let (mut met, mut rated, mut answered) = (0, 0, 0);
        for school in settings(12, 9) {
            let said = answers(template, &school, &facts(&school, template, 9), manner, year, 9);
            for answer in said {
                let question = template.question(&answer.question).expect("it is asked");
                let level = answer.value.as_deref().and_then(|code| template.level(question, code));
                answered += usize::from(answer.value.is_some());
                rated += usize::from(level.is_some_and(|level| rank(level) > 0));
                met += usize::from(level.is_some_and(|level| rank(level) >= 4));
            }
        }
        (met, rated, answered)
    }

    #[test]
    fn honest_schools_are_neither_all_good_nor_all_bad_and_get_better() {
        let (met, rated, _) = shares(Manner::Honest, 0);
        assert!((45..80).contains(&(met * 100 / rated)), "{met} of {rated}");
        let (later, now_rated, _) = shares(Manner::Honest, 60);
        assert!(later * 100 / now_rated > met * 100 / rated, "{later} of {now_rated} after {met} of {rated}");
    }

    #[test]
    fn some_put_everything_at_the_top_and_some_nothing_at_all() {
        let (met, rated, _) = shares(Manner::OverRates, 0);
        assert_eq!(met, rated);
        assert_eq!(shares(Manner::Blank, 0).2, 0);
    }

    #[test]
    fn what_is_written_varies_and_is_as_asked_for() {
        let template = find("school@2025.1").expect("it ships");
        let year = Year { on: "2027-01-20".parse().expect("a date"), gain: 0 };
        let notes: Vec<String> = settings(12, 9)
            .iter()
            .flat_map(|school| {
                answers(template, school, &facts(school, template, 9), Manner::Honest, year, 9)
            })
            .map(|answer| answer.note)
            .filter(|note| !note.is_empty())
            .collect();
        let different: std::collections::BTreeSet<_> = notes.iter().collect();
        assert!(different.len() * 10 > notes.len() * 9, "{} of {} differ", different.len(), notes.len());
    }
}
