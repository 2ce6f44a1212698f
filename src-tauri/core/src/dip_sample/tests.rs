//! The draw of a dip sample stays the same for ever; counts hold every case once.

use super::*;

fn numbers(of: std::ops::Range<u32>) -> Vec<CaseNumber> {
    let today = "2027-03-02".parse().expect("a date");
    of.map(|number| CaseNumber::read(&format!("C-{number:03}"), today).expect("a number")).collect()
}

#[test]
fn the_same_list_and_seed_draw_the_same_cases_for_ever() {
    let list = numbers(1..31);
    let drawn: Vec<String> = ordered(&list, 402_118).iter().take(5).map(ToString::to_string).collect();
    assert_eq!(drawn, ["C-021", "C-018", "C-002", "C-009", "C-012"]);
    let mut other_way: Vec<CaseNumber> = list.clone();
    other_way.reverse();
    assert_eq!(ordered(&other_way, 402_118), ordered(&list, 402_118), "however the list was typed");
    assert_ne!(ordered(&list, 402_119), ordered(&list, 402_118));
}

#[test]
fn every_case_has_the_same_chance() {
    let list = numbers(1..11);
    let mut times = BTreeMap::new();
    for seed in 0..4_000 {
        for one in ordered(&list, seed).into_iter().take(3) {
            *times.entry(one).or_insert(0_u32) += 1;
        }
    }
    assert!(
        times.len() == 10 && times.values().all(|count| (1_080..=1_320).contains(count)),
        "about 1,200 each of 4,000"
    );
}

#[test]
fn counts_hold_every_case_once() {
    let case = |number: &CaseNumber, answer: Option<Answer>| DipCase {
        id: DipCaseId(crate::id::derived("case", number.as_str())),
        number: number.clone(),
        chosen: Chosen::Drawn,
        answers: answer.map(|answer| ("q1".to_owned(), answer)).into_iter().collect(),
        note: String::new(),
    };
    let list = numbers(1..6);
    let answers =
        [Some(Answer::Yes), Some(Answer::Yes), Some(Answer::Partly), Some(Answer::NotApplicable), None];
    let cases: Vec<DipCase> = list.iter().zip(answers).map(|(number, answer)| case(number, answer)).collect();
    assert_eq!(count("q1", &cases), Count { yes: 2, partly: 1, no: 0, not_applicable: 1, blank: 1 });
    assert_eq!(count("q2", &cases).blank, 5);
}
