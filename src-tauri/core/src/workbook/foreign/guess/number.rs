//! Printed numbers: in a column of their own, or at the beginning of a statement.
//!
//! Refuses to know: whether a number is used twice.

/// Whether a text is a printed number: `1.2`, `A4`, `V2.10`, `12a`, `Q3`.
pub fn is(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ')', ':']);
    let letters = text.chars().take_while(|c| c.is_alphabetic()).count();
    let rest: String = text.chars().skip(letters).collect();
    let rest = rest.trim_start_matches(['.', '-', ' ']);
    let plain = |c: char| c.is_ascii_digit() || c == '.' || c == '-' || c.is_ascii_lowercase();
    text.chars().count() <= 12
        && letters <= 4
        && rest.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().all(plain)
        && rest.split(|c: char| !c.is_ascii_digit()).all(|figures| figures.len() <= 3)
        && rest.chars().filter(|c| c.is_ascii_lowercase()).count() <= 1
}

/// A number at the beginning of a statement, and the statement without it: `[A1] Text`, `1.2 Text`, `A1: Text`.
pub fn split(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    if let Some(inside) = text.strip_prefix(['[', '(']) {
        let (number, rest) = inside.split_once([']', ')'])?;
        return said(number, rest);
    }
    let (number, rest) = text.split_once(|c: char| c.is_whitespace() || c == ':')?;
    said(number, rest)
}

fn said(number: &str, rest: &str) -> Option<(String, String)> {
    let rest = rest
        .trim_start_matches([':', '.', ')', '-', '\u{2013}', '\u{2014}', ' ', '\u{a0}', '\n', '\t'])
        .trim();
    let number = number.trim().trim_end_matches(['.', ')', ':', '-']);
    (is(number) && rest.chars().count() >= 3).then(|| (number.to_owned(), rest.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_from_words() {
        for text in ["1", "1.2.3", "A4", "V2.10", "12a", "Q3", "3.", "A-4"] {
            assert!(is(text), "{text}");
        }
        for text in ["", "A", "Governance", "1 of the", "2027-03-04x", "Level one", "1,2"] {
            assert!(!is(text), "{text}");
        }
        let pair = |number: &str, rest: &str| Some((number.to_owned(), rest.to_owned()));
        assert_eq!(split("[A1] The gate is shut."), pair("A1", "The gate is shut."));
        assert_eq!(split("1.2) The gate is shut."), pair("1.2", "The gate is shut."));
        assert_eq!(split("A1: The gate is shut."), pair("A1", "The gate is shut."));
        assert_eq!(split("The gate is shut."), None);
        assert_eq!(split("2 keys"), pair("2", "keys"));
    }
}
