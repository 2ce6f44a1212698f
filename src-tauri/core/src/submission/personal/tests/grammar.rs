//! Texts made up from grammars: slots in angle brackets are filled from made-up parts, marks say what is to be found.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::score::{Labelled, marked};

const FIRST: &[&str] =
    &["Sam", "Mia", "Amina", "Jaxon", "Leila", "Bertie", "Kezia", "Noah", "Priya", "Zac", "Tamsin", "Owen"];
const RARE: &[&str] = &["Zebulon", "Tovin", "Ysolde", "Marvik", "Ondine", "Brisa"];
const LAST: &[&str] = &[
    "Example",
    "Mumbleford",
    "Quince",
    "Thistle",
    "Wobbleby",
    "Oakenshaw",
    "Trumpington",
    "Samplewood",
    "O'Plain",
    "Plain-View",
];
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// Draws from lists and makes numbers with right and wrong checks.
pub struct Draw(ChaCha8Rng);

impl Draw {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.0.next_u64() % u64::try_from(end).expect("small")).expect("small")
    }

    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// A text with its slots filled, and its marks read.
    pub fn fill(&mut self, template: &str) -> Labelled {
        let mut text = template.to_owned();
        while let Some((start, end)) =
            text.find('<').and_then(|start| Some((start, start + text[start..].find('>')?)))
        {
            let part = self.part(&text[start + 1..end]);
            text.replace_range(start..=end, &part);
        }
        marked(&text)
    }

    fn part(&mut self, slot: &str) -> String {
        match slot {
            "first" => self.one(FIRST).to_owned(),
            "rare" => self.one(RARE).to_owned(),
            "last" => self.one(LAST).to_owned(),
            "name" => format!("{} {}", self.one(FIRST), self.one(LAST)),
            "odd" => format!("{} {}", self.one(RARE), self.one(LAST)),
            "letter" => self.one(&["A", "B", "C", "D", "F", "K", "M", "X", "Y"]).to_owned(),
            "initial" => self.one(&["A", "J", "K", "S", "T"]).to_owned(),
            "staff" => self
                .one(&[
                    "DSL",
                    "Deputy DSL",
                    "SENCO",
                    "Headteacher",
                    "Chair of governors",
                    "Year 5 teacher",
                    "School nurse",
                ])
                .to_owned(),
            "honorific" => self.one(&["Mr", "Mrs", "Ms", "Miss", "Dr", "Cllr", "Revd"]).to_owned(),
            "shared" => self
                .one(&[
                    "office",
                    "admin",
                    "safeguarding",
                    "head",
                    "senco",
                    "enquiries",
                    "dsl.team",
                    "mash",
                    "lado",
                    "clerk",
                ])
                .to_owned(),
            "child" => {
                self.one(&["pupil", "child", "student", "boy", "girl", "learner", "young person"]).to_owned()
            }
            "Child" => self.one(&["Pupil", "Child", "Student"]).to_owned(),
            "kin" => self.one(&["mother", "father", "mum", "carer", "parents", "family"]).to_owned(),
            "case" => self
                .one(&["Referral", "Early help plan", "Chronology", "Strategy meeting", "EHCP review"])
                .to_owned(),
            other => self.number(other),
        }
    }

    fn number(&mut self, slot: &str) -> String {
        match slot {
            "upn" => self.upn(0),
            "not_upn" => self.upn(1),
            "nhs" => self.nhs(0),
            "not_nhs" => self.nhs(1),
            "year" => (1 + self.below(13)).to_string(),
            "class" => format!("{}{}", 1 + self.below(6), self.one(&["B", "M", "T"])),
            "count" => (2 + self.below(60)).to_string(),
            "birth" => self.date(2010, 2020),
            "recent" => self.date(2024, 2027),
            "past" => self.date(2010, 2024),
            "post" => self.postcode(),
            "mobile" => format!("07700 900{:03}", self.below(1000)),
            "close_mobile" => format!("07700900{:03}", self.below(1000)),
            "fixed" => format!("01632 960{:03}", self.below(1000)),
            other => panic!("the grammar has no slot {other}"),
        }
    }

    fn digits(&mut self, count: usize) -> Vec<usize> {
        (0..count).map(|_| self.below(10)).collect()
    }

    /// A UPN of an authority that there is none of; `off` puts its check letter wrong.
    fn upn(&mut self, off: usize) -> String {
        let digits: Vec<usize> = [9, 9, 9, 0, 0, 0].into_iter().chain(self.digits(6)).collect();
        let sum: usize = digits.iter().zip(2..).map(|(digit, weight)| digit * weight).sum();
        let letter = char::from(LETTERS[(sum + off) % LETTERS.len()]);
        format!("{letter}{}", digits.iter().map(ToString::to_string).collect::<String>())
    }

    /// An NHS number of the range kept for tests; `off` puts its check digit wrong.
    fn nhs(&mut self, off: usize) -> String {
        loop {
            let digits: Vec<usize> = [9, 9, 9].into_iter().chain(self.digits(6)).collect();
            let sum: usize = digits.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
            let check = (11 - sum % 11) % 11;
            if check < 10 {
                let whole: String = digits.iter().map(ToString::to_string).collect();
                let whole = format!("{whole}{}", (check + off) % 10);
                let spaced = format!("{} {} {}", &whole[..3], &whole[3..6], &whole[6..]);
                return if self.below(2) == 0 { whole } else { spaced };
            }
        }
    }

    fn date(&mut self, from: usize, until: usize) -> String {
        let (year, month, day) = (from + self.below(until - from), 1 + self.below(12), 1 + self.below(28));
        let name = [
            "January", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "October", "Nov",
            "December",
        ][month - 1];
        match self.below(5) {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{day} {name} {year}"),
            2 => format!("{day}.{month}.{year}"),
            3 => format!("{day}/{month}/{:02}", year % 100),
            _ => format!("{day:02}/{month:02}/{year}"),
        }
    }

    fn postcode(&mut self) -> String {
        let area = self.one(&["B99", "LS99", "M99", "SA99", "BS98", "NE99", "E98"]);
        let end = self.one(&["9AA", "4QX", "7DD", "2TB", "1LN"]);
        format!("{area} {end}")
    }
}
