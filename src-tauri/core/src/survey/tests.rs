//! Exports as people make them, read into counts.

use super::read::{Export, read};
use super::*;

fn rows(text: &str) -> Vec<Vec<String>> {
    text.lines().map(|line| line.split('|').map(ToOwned::to_owned).collect()).collect()
}

fn counts<'e>(export: &'e Export, text: &str) -> Vec<(&'e str, u32)> {
    let item = export.items.iter().find(|item| item.text == text);
    let item = item.unwrap_or_else(|| panic!("{text} is not among them"));
    item.answers.iter().map(|(answer, count)| (answer.as_str(), *count)).collect()
}

#[test]
fn a_forms_export_has_a_row_for_each_respondent() {
    let export = read(&rows(
        "ID|Start time|Completion time|Email|Name|I know who the lead is|Which did you use?|Anything else?\n\
         1|x|x|anonymous||Yes|Log;Phone;|It works well here\n\
         2|x|x|anonymous||yes |Log;|\n\
         3|x|x|anonymous||No||More time\n\
         4|x|x|anonymous||||More staff",
    ))
    .expect("an export");
    assert_eq!(export.people, Some(4));
    assert_eq!(counts(&export, "I know who the lead is"), [("Yes", 2), ("No", 1)]);
    assert_eq!(counts(&export, "Which did you use?"), [("Log", 2), ("Phone", 1)]);
    let over: Vec<&str> = export.passed_over.iter().map(|(heading, _)| heading.as_str()).collect();
    assert_eq!(over, ["ID", "Start time", "Completion time", "Email", "Name", "Anything else?"]);
}

#[test]
fn a_surveymonkey_export_has_a_second_row_of_headings_choices_and_grids() {
    let export = read(&rows(
        "Respondent ID|Collector ID|I feel safe|Who did you tell?||How sure are you that|\n\
         ||Response|Teacher|Parent|staff listen|staff act\n\
         11|5|Agree|Teacher||Very|Not very\n\
         12|5|Disagree|Teacher|Parent|Very|Very",
    ))
    .expect("an export");
    assert_eq!(export.people, Some(2));
    assert_eq!(counts(&export, "I feel safe"), [("Agree", 1), ("Disagree", 1)]);
    assert_eq!(counts(&export, "Who did you tell?"), [("Teacher", 2), ("Parent", 1)]);
    assert_eq!(counts(&export, "How sure are you that: staff listen"), [("Very", 2)]);
    assert_eq!(counts(&export, "How sure are you that: staff act"), [("Not very", 1), ("Very", 1)]);
}

#[test]
fn what_one_person_wrote_is_no_choice_and_is_not_kept() {
    let text = "Respondent ID,Do you feel safe?,,Anything else?\n,Response,Other (please specify),Open-Ended Response\n\
        1,Yes,,\n2,No,Tom Sample in 5B told me,Thank you\n3,Yes,Tom Sample in 5B told me,Thank you\n";
    let bars = |text: &str| rows(&text.replace(',', "|"));
    let export = read(&bars(text)).expect("read");
    assert_eq!(export.items.len(), 1, "{:?}", export.items);
    assert!(!format!("{:?}", export.items).contains("Tom"));
    assert_eq!(export.passed_over.len(), 3);
    let alone = "Respondent,Whom would you tell?\nA,My uncle Sam Sample\n";
    assert!(read(&bars(alone)).is_err(), "words given once are nobody's choice");
    let few = "Respondent,Do you feel safe?,How safe of 5?\nA,Yes,4\n";
    assert_eq!(read(&bars(few)).expect("read").items.len(), 2);
}

#[test]
fn a_long_list_is_counted_or_has_its_counts() {
    let answers = "Respondent|Question|Answer\n1|Safe?|Yes\n2|Safe?|Yes\n1|Heard?|No\n2|Heard?|Yes";
    let export = read(&rows(answers)).expect("an export");
    assert_eq!((counts(&export, "Safe?"), export.people), (vec![("Yes", 2)], None));
    let counted = "Staff survey|\nQuestion|Answer|Count\nSafe?|Yes|1,040\n|No|60\nHeard?|Yes|7";
    let export = read(&rows(counted)).expect("an export");
    assert_eq!(counts(&export, "Safe?"), [("Yes", 1040), ("No", 60)]);
    assert_eq!(counts(&export, "Heard?"), [("Yes", 7)]);
}

#[test]
fn an_export_with_nothing_to_count_is_refused_with_what_to_do() {
    for text in
        ["", "One\nTwo", "Name|Email\nA|B\nC|D", "Thoughts|More\nfirst of all|x1\nsecond|x2\nthird|x3"]
    {
        let refused = read(&rows(text)).expect_err("nothing to count");
        assert!(refused.hint.contains("Question, Answer and Count"), "{text}");
    }
}

#[test]
fn an_answer_leans_as_its_words_say_and_a_number_says_nothing() {
    let leans = |answers: &[&str], leaning: Leaning| {
        for answer in answers {
            assert_eq!(Leaning::guessed(answer), leaning, "{answer}");
        }
    };
    leans(&["Strongly agree", "Yes", "YES, always", "Very confident", "Often"], Leaning::For);
    leans(&["Disagree", "No", "Not at all", "Very dissatisfied", "Fairly unsafe", "Never"], Leaning::Against);
    leans(&["Neither agree nor disagree", "Don\u{2019}t know", "Sometimes"], Leaning::Neither);
    leans(&["N/A", "Prefer not to say"], Leaning::LeftOut);
    leans(&["5", "1", "Nobody", "Blue"], Leaning::NotKnown);
}

proptest::proptest! {
    #[test]
    fn whatever_the_rows_nobody_is_counted_twice(
        cells in proptest::collection::vec(proptest::collection::vec("[ab;1 ]{0,4}", 1..5), 0..8),
    ) {
        if let Ok(export) = read(&cells) {
            for item in &export.items {
                let mut answers: Vec<String> = item.answers.iter().map(|it| crate::text::folded(&it.0)).collect();
                let all = answers.len();
                answers.sort();
                answers.dedup();
                proptest::prop_assert_eq!(answers.len(), all);
            }
        }
    }
}
