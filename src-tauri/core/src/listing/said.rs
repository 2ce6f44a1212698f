//! What there is to say of a list, by line: a sentence and what to do.

use crate::problem::{Problem, Severity};
use crate::text;

/// Headings that stand more than once: the first one counts.
pub(super) fn twice(headings: &[String]) -> Vec<Problem> {
    let again = |(at, heading): &(usize, &String)| {
        let folded = text::folded(heading);
        !folded.is_empty() && headings[..*at].iter().any(|other| text::folded(other) == folded)
    };
    let remark = |(_, heading): (usize, &String)| {
        let message = format!(
            "The heading \u{201c}{}\u{201d} stands more than once; the first column counts.",
            text::short(heading)
        );
        Problem::new(Severity::Question, "headings", message)
            .hint("Give each column a heading of its own if the other one is meant.")
    };
    headings.iter().enumerate().filter(again).map(remark).collect()
}

/// A row with more or fewer cells than there are headings.
pub(super) fn out_of_step(word: &str, line: u32, cells: usize, headings: usize) -> Problem {
    let message = format!(
        "The row has {cells} cells under {headings} headings, so that nobody knows which is which; it was left out."
    );
    Problem::new(Severity::Question, format!("{word} {line}"), message).hint(
        "Look for a quotation mark or a comma too many, put the row right in the list, and read it again.",
    )
}

/// A row without a name.
pub(super) fn nameless(word: &str, line: u32) -> Problem {
    Problem::new(Severity::Question, format!("{word} {line}"), "The row has no name; it was left out.")
        .hint("Type the name in the list and read it again, or add the setting by hand.")
}

/// A URN that stood before.
pub(super) fn same_urn(word: &str, line: u32, urn: &str, first: u32) -> Problem {
    let urn = text::short(urn);
    let message = format!("URN {urn} stands on {word} {first} already; this row was left out.");
    Problem::new(Severity::Question, format!("{word} {line}"), message)
        .hint("Check which of the two rows is right.")
}

/// A text that was too long.
pub(super) fn cut(word: &str, line: u32) -> Problem {
    Problem::new(Severity::Repaired, format!("{word} {line}"), "A text of over 400 characters was cut there.")
        .hint("Shorten it in the list if its end matters.")
}

/// A quotation that ran on over many lines.
pub(super) fn runs_on(line: u32) -> Problem {
    let message = "A quotation mark that is opened there is closed only after more than a million characters; what it holds was left out.";
    Problem::new(Severity::Fault, format!("line {line}"), message)
        .hint("Close the quotation mark in the list, or save the list again from the program that made it.")
}

/// More of the same.
pub(super) fn more(unsaid: usize) -> Problem {
    let message = format!("There were {unsaid} more remarks of these kinds.");
    Problem::new(Severity::Question, "the list", message)
        .hint("Put right those that are told, and read the list again.")
}
