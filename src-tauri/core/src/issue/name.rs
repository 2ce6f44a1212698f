//! File names that survive e-mail: plain letters, digits and hyphens, at most a hundred, no two alike.
//!
//! Pure. Refuses to know: folders.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::setting::Setting;

/// The longest name of a file, with its ending.
const LONGEST: usize = 100;
/// Identifiers by which a setting is told, the best first.
const SCHEMES: [&str; 6] = ["urn", "laestab", "ofsted", "ukprn", "charity", "local"];
const ENDING: &str = ".xlsx";

/// The name of a setting's workbook: number, name, round; a further number where two would be alike.
pub fn file(setting: &Setting, round: &str, taken: &mut BTreeSet<String>) -> String {
    let number = identifier(setting).unwrap_or_default();
    let (round, number) = (part(round, 16), part(&number, 20));
    let room = LONGEST - ENDING.len() - round.len() - number.len() - 8;
    let parts = [number, part(&setting.details.name, room.min(60)), round];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let stem = if parts.is_empty() { "Return".to_owned() } else { parts.join("_") };
    let names = std::iter::once(String::new()).chain((2..).map(|more: u32| format!("_{more}")));
    let mut names = names.map(|more| format!("{stem}{more}{ENDING}"));
    let name = names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default();
    taken.insert(name.to_lowercase());
    name
}

/// The number by which people know a setting.
pub fn identifier(setting: &Setting) -> Option<String> {
    SCHEMES.iter().find_map(|scheme| setting.identifiers.get(*scheme)).cloned()
}

/// A text in plain letters: accents taken off, everything else a hyphen.
pub fn part(text: &str, most: usize) -> String {
    let straight = text.replace(['\'', '\u{2018}', '\u{2019}'], "");
    let plain: String = straight
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| match c {
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        })
        .collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-").chars().take(most).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::setting::{Details, SettingId};

    fn setting(name: &str, identifiers: &[(&str, &str)]) -> Setting {
        let own = |(scheme, value): &(&str, &str)| ((*scheme).to_owned(), (*value).to_owned());
        Setting {
            id: SettingId(uuid::Uuid::nil()),
            details: Details { name: name.into(), ..Details::default() },
            identifiers: identifiers.iter().map(own).collect::<BTreeMap<_, _>>(),
        }
    }

    #[test]
    fn the_number_stands_first_and_accents_go() {
        let mut taken = BTreeSet::new();
        let school =
            setting("St Zo\u{eb}\u{2019}s C/E Primary", &[("urn", "123456"), ("laestab", "8153001")]);
        assert_eq!(file(&school, "2026/27", &mut taken), "123456_St-Zoes-C-E-Primary_2026-27.xlsx");
        assert_eq!(file(&school, "2026/27", &mut taken), "123456_St-Zoes-C-E-Primary_2026-27_2.xlsx");
        let nobody = setting("\u{4e2d}", &[]);
        assert_eq!(file(&nobody, "", &mut taken), "Return.xlsx");
    }

    proptest! {
        #[test]
        fn whatever_it_is_called_the_name_is_plain_short_and_its_own(names in prop::collection::vec("\\PC{0,200}", 1..20), round in "\\PC{0,80}") {
            let mut taken = BTreeSet::new();
            let made: Vec<String> =
                names.iter().map(|name| file(&setting(name, &[("urn", "123456")]), &round, &mut taken)).collect();
            let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
            prop_assert!(made.iter().all(|name| name.len() <= LONGEST && name.chars().all(plain)), "{:?}", made);
            let apart: BTreeSet<String> = made.iter().map(|name| name.to_lowercase()).collect();
            prop_assert_eq!(apart.len(), made.len());
        }
    }
}
