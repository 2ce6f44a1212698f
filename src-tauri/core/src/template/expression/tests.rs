//! Conditions and checks: what they say, and what they refuse.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::template::{FactName, Facts, QuestionId};

fn holds(text: &str) -> bool {
    let facts: Facts =
        [("boarding", "Yes"), ("phase", "primary"), ("pupils", "210"), ("opened", "2024-02-29")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .into();
    Expression::parse(text).unwrap_or_else(|mistake| panic!("{text}: {mistake:?}")).holds(&facts)
}

#[test]
fn conditions_say_what_they_say() {
    for text in [
        "boarding",
        "boarding = yes",
        "fact.boarding and not academy",
        "phase in (\"primary\", \"all-through\")",
        "phase = \u{201c}Primary\u{201d}",
        "pupils >= 200 and pupils < 210.5",
        "opened + 1 year = 2025-02-28",
        "opened < 2024-03-01 - 0 days",
        "academy is blank and phase is not blank",
        "not (academy = yes)",
        "no or yes and yes",
    ] {
        assert!(holds(text), "{text}");
    }
    for text in [
        "academy",
        "academy != yes",
        "academy = no",
        "phase > 3",
        "opened - 10000 years = today",
        "pupils + boarding",
    ] {
        assert!(!holds(text), "{text}");
    }
}

#[test]
fn a_mistake_says_where_and_what_to_do() {
    for (text, at) in [
        ("boarding and", 13),
        ("phase = \"x", 9),
        ("a ? b", 3),
        ("a b", 3),
        ("x in yes", 6),
        ("answer.colour", 1),
        ("", 1),
        ("2026-13-01", 1),
    ] {
        let mistake = Expression::parse(text).expect_err(text);
        assert_eq!(mistake.at, at, "{text}: {}", mistake.message);
        assert!(!mistake.hint.is_empty());
    }
    assert!(Expression::parse(&"(".repeat(1_000)).is_err());
}

fn leaf() -> impl Strategy<Value = Expression> {
    prop_oneof![
        any::<bool>().prop_map(Expression::Flag),
        (0u32..100_000).prop_map(|n| Expression::Number(f64::from(n) / 4.0)),
        (0u32..9_999).prop_map(|n| Expression::Span(n, Unit::Months)),
        (1990i32..2050, 1u32..366)
            .prop_map(|(y, d)| Expression::Date(NaiveDate::from_yo_opt(y, d).expect("a day of a year"))),
        "[a-z ,()']{0,8}".prop_map(Expression::Text),
        Just(Expression::Name(Name::Due)),
        Just(Expression::Name(Name::Today)),
        "[a-z][a-z0-9_]{0,6}".prop_map(|name| Expression::Name(Name::Fact(FactName(name)))),
        (proptest::option::of("[a-z]{1,4}\\.[a-z][0-9]"), 0..Part::WORDS.len())
            .prop_map(|(id, n)| Expression::Name(Name::Answer(id.map(QuestionId), Part::WORDS[n].1))),
    ]
}

fn tree() -> impl Strategy<Value = Expression> {
    leaf().prop_recursive(5, 40, 3, |inner| {
        let two = (inner.clone(), inner.clone()).prop_map(|(a, b)| (Box::new(a), Box::new(b)));
        prop_oneof![
            two.clone().prop_map(|(a, b)| Expression::Or(a, b)),
            two.clone().prop_map(|(a, b)| Expression::And(a, b)),
            two.clone().prop_map(|(a, b)| Expression::Plus(a, b)),
            two.clone().prop_map(|(a, b)| Expression::Minus(a, b)),
            (two, 0..6usize).prop_map(|((a, b), n)| Expression::Compare(a, Comparison::SIGNS[n].1, b)),
            inner.clone().prop_map(|a| Expression::Not(Box::new(a))),
            inner.clone().prop_map(|a| Expression::Blank(Box::new(a))),
            (inner.clone(), proptest::collection::vec(inner, 1..4))
                .prop_map(|(a, list)| Expression::In(Box::new(a), list)),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same_tree(tree in tree()) {
        let text = tree.to_string();
        if text.chars().count() <= 2_000 {
            prop_assert_eq!(Expression::parse(&text), Ok(tree), "{}", text);
        }
    }

    #[test]
    fn no_text_brings_it_down(text in "\\PC{0,60}") {
        if let Ok(tree) = Expression::parse(&text) {
            tree.holds(&Facts::new());
        }
    }

    #[test]
    fn no_row_of_words_brings_it_down(words in proptest::collection::vec(
        prop_oneof!["and", "or", "not", "in", "is", "blank", "\\(", "\\)", ",", "-", "\\+", "=", "9", "9 years", "due", "a\\.b", "'x'", "2026-01-01"], 0..12)
    ) {
        if let Ok(tree) = Expression::parse(&words.join(" ")) {
            tree.holds(&Facts::new());
        }
    }
}
