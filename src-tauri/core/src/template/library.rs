//! The templates that ship with Attest.
//!
//! Refuses to know: which of them anybody chose.

use std::sync::LazyLock;

use super::{Template, toml};

/// A template that ships, with its canonical text.
#[derive(Debug, Clone, PartialEq)]
pub struct Shipped {
    /// `school@2025.1`
    pub key: String,
    /// The template.
    pub template: Template,
    /// Digest of its canonical text.
    pub digest: String,
}

const TEXTS: &[&str] = &[include_str!("../../../../audit-templates/school-2025.1.toml")];

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    TEXTS
        .iter()
        .map(|text| {
            let template = toml::read(text).expect("every shipped template is sound: a test reads each");
            Shipped { key: template.key(), digest: super::digest(&template), template }
        })
        .collect()
});

/// Every template that ships.
pub fn shipped() -> &'static [Shipped] {
    &SHIPPED
}

/// The shipped template with a key (`school@2025.1`).
pub fn find(key: &str) -> Option<&'static Template> {
    shipped().iter().find(|shipped| shipped.key == key).map(|shipped| &shipped.template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_template_is_sound() {
        for text in TEXTS {
            let problems = toml::read_with_remarks(text).map_or_else(|faults| faults, |read| read.problems);
            let said: Vec<_> =
                problems.iter().map(|it| format!("{}: {} {}", it.place, it.message, it.hint)).collect();
            assert!(said.is_empty(), "{}", said.join("\n"));
        }
        assert!(find("school@2025.1").is_some_and(|template| template.questions().count() > 0));
        assert!(find("school@1").is_none());
    }
}
