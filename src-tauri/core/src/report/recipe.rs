//! The recipe at the end of a paper: from which files and with which filters its figures were made, by which versions, so
//! that the same can be made again.
//!
//! Refuses to know: what the figures say.

use std::collections::BTreeSet;

use super::document::{Block, Pair, Section};
use super::pages::short_code;
use crate::analysis::judged::day;
use crate::publication::{Recipe, Returned};
use crate::round::base::Since;
use crate::text::digest;

/// A recipe with what a reader has to know to read it.
#[derive(Debug, Clone, Copy)]
pub struct Printed<'r> {
    /// From what the figures are made.
    pub recipe: &'r Recipe,
    /// How settings are spoken of: `schools`.
    pub people: &'r str,
    /// The register that was frozen last, where one was.
    pub frozen: Option<&'r Since>,
    /// Whether small numbers are hidden.
    pub shared: bool,
}

impl Printed<'_> {
    /// As a section of its own.
    pub fn section(&self) -> Section {
        let recipe = self.recipe;
        let mut pairs = vec![
            Pair::new("Round", recipe.round.as_str()),
            Pair::new("Filters", self.filters()),
            Pair::new("Readers", self.readers()),
            Pair::new("Smallest number shown to others", recipe.threshold.to_string()),
            Pair::new("As at", self.as_at()),
            Pair::new("Audit tool", format!("{} ({})", recipe.tool, recipe.tool_digest)),
            Pair::new("Files", self.files()),
            Pair::new("Digest of these returns", recipe.digest.as_str()),
        ];
        if !recipe.earlier.is_empty() {
            pairs.push(Pair::new("Round before", returns(&recipe.earlier)));
        }
        if !recipe.sources.is_empty() {
            pairs.push(Pair::new("Besides ratings", self.besides()));
        }
        pairs.push(Pair::new("Log code", short_code(&recipe.head)));
        pairs.push(Pair::new("Made with", format!("Attest {}", recipe.program)));
        Section::new("Recipe").heading("How to make these figures again").text(
            "Open the partnership\u{2019}s file in Attest and find this paper under Reports. Its list of what was written says whether the same figures come out; where they do not, it says what changed.",
        ).with(Block::Pairs(pairs))
    }

    /// In a line, for a paper of a page or two.
    pub fn line(&self) -> String {
        let recipe = self.recipe;
        format!(
            "Recipe: {}, as at {}; {}, digest {}; {} ({}); log code {}; Attest {}.",
            self.filters(),
            self.as_at(),
            self.files(),
            recipe.digest,
            recipe.tool,
            recipe.tool_digest,
            short_code(&recipe.head),
            recipe.program
        )
    }

    fn as_at(&self) -> String {
        self.recipe.as_at.parse().map_or_else(|_| self.recipe.as_at.clone(), day)
    }

    fn filters(&self) -> String {
        let register = match self.frozen {
            Some(since) => {
                format!("the register frozen on {} ({})", day(since.on), since.label)
            }
            None => "the register as it stood that day".to_owned(),
        };
        match self.recipe.expected {
            1 => format!("the accepted return of the one asked, by {register}"),
            many => format!("accepted returns of all {many} {} asked, by {register}", self.people),
        }
    }

    fn readers(&self) -> &'static str {
        match self.shared {
            true => "others: small numbers are hidden",
            false => "officers: nothing is hidden",
        }
    }

    /// How many returns, and from which files they came.
    fn files(&self) -> String {
        let counted = returns(&self.recipe.returns);
        let files: BTreeSet<&str> = self.recipe.returns.iter().map(|one| one.file.as_str()).collect();
        let files: Vec<&str> = files.into_iter().filter(|one| !one.is_empty()).collect();
        match files.as_slice() {
            [] => counted,
            [one] => format!("{counted} from 1 file ({one})"),
            many => {
                let all: String = digest(many.join("\n").as_bytes()).chars().take(16).collect();
                format!("{counted} from {} files ({all})", many.len())
            }
        }
    }

    fn besides(&self) -> String {
        let told = self.recipe.sources.iter().map(|(source, code)| format!("{} {code}", source.name()));
        told.collect::<Vec<_>>().join(", ")
    }
}

fn returns(all: &[Returned]) -> String {
    if all.len() == 1 { "1 return".to_owned() } else { format!("{} returns", all.len()) }
}
