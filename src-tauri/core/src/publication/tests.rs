//! What was written is held against what is there now.

use super::*;
use uuid::Uuid;

fn recipe(returns: &[(u128, u32, &str)], expected: u32) -> Recipe {
    let one = |(id, revision, ratings): &(u128, u32, &str)| Returned {
        submission: crate::submission::SubmissionId(Uuid::from_u128(*id)),
        revision: *revision,
        ratings: (*ratings).to_owned(),
    };
    Recipe {
        round: "2026/27".into(),
        tool: "Tool, version 1".into(),
        tool_digest: "abc".into(),
        as_at: "2026-11-21".into(),
        readers: "officers".into(),
        threshold: 5,
        expected,
        returns: returns.iter().map(one).collect(),
        digest: String::new(),
        head: String::new(),
        program: String::new(),
    }
}

#[test]
fn what_differs_is_said_and_the_same_says_nothing() {
    let then = recipe(&[(1, 1, "aa"), (2, 1, "bb"), (3, 1, "cc")], 10);
    assert!(then.against(&then.clone()).is_empty());
    let now = recipe(&[(1, 1, "aa"), (2, 2, "bx"), (4, 1, "dd"), (5, 1, "ee")], 11);
    assert_eq!(
        then.against(&now),
        [Differs::Came(2), Differs::Went(1), Differs::Rated(1), Differs::Expected(11)]
    );
    assert_eq!(Differs::Rated(1).sentence().split(" with").next(), Some("1 return"));
}
