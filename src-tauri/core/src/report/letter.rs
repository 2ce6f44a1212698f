//! A letter: to whom, what about, its paragraphs.
//!
//! Refuses to know: who is written to, and how a round is worded.

use super::document::{Document, Form, Section};

/// What a letter is made of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letter {
    /// To whom it goes, in lines.
    pub to: Vec<String>,
    /// Its date, in words.
    pub date: String,
    /// What it is about.
    pub subject: String,
    /// Its paragraphs, an empty line between them.
    pub text: String,
}

/// Composes a letter.
pub fn compose(letter: &Letter) -> Document {
    let mut about: Vec<String> = letter.to.iter().filter(|line| !line.trim().is_empty()).cloned().collect();
    if !letter.date.is_empty() {
        about.push(String::new());
        about.push(letter.date.clone());
    }
    let paragraphs = letter.text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    let section = paragraphs.fold(Section::new("Letter"), |section, text| section.text(text));
    Document {
        form: Form::Letter,
        title: letter.subject.clone(),
        about,
        author: "Attest".to_owned(),
        sections: vec![section],
        ..Document::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_paragraph_stands_alone_and_empty_lines_of_an_address_go() {
        let letter = Letter {
            to: vec!["Example Primary School".into(), String::new()],
            date: "1 March 2027".into(),
            subject: "Reminder".into(),
            text: "Dear Head\n\nPlease return it.\nThank you.\n\n".into(),
        };
        let document = compose(&letter);
        assert_eq!(document.about, ["Example Primary School", "", "1 March 2027"]);
        assert_eq!(document.sections[0].blocks.len(), 2);
    }
}
