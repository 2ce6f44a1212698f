//! A report as headings, text, tables and figures, in sections: what every writer is given.
//!
//! Refuses to know: the format it is written in, and what it is about.

use serde::{Deserialize, Serialize};

use super::bars::Bars;
use super::chart::Chart;
use crate::analysis::Table;

/// What stands in the place of a chart or table of which nothing may be shown.
const HIDDEN: &str = "hidden, since each figure would speak of too few settings.";

/// A whole report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[cfg_attr(test, ts(rename = "PaperDocument"))]
pub struct Document {
    /// Whether it is a report or a letter.
    #[serde(default)]
    pub form: Form,
    /// Its title; of a letter, what it is about.
    pub title: String,
    /// Whose it is, in lines under the title.
    pub about: Vec<String>,
    /// What every page says of it while it is not final; empty where it is.
    pub draft: String,
    /// Who may read it, at the head of every page: `Restricted`; empty where anybody may.
    #[serde(default)]
    pub marking: String,
    /// Who made it; never a login name.
    pub author: String,
    /// The code of the head of the log when it was made, for the foot of every page.
    pub code: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// What a document is laid out as.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A title, and chapters below it.
    #[default]
    Report,
    /// To whom it goes first, what it is about below; a name between « and » is a field of a mail merge.
    Letter,
}

/// A part of a report: a sheet, or a chapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Section {
    /// A short name.
    pub name: String,
    /// Whether it begins on a page of its own when printed.
    pub begins: Begins,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Where a section begins when it is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Begins {
    /// Where there is room.
    #[default]
    Here,
    /// On a new page.
    NewPage,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "block", content = "content", rename_all = "snake_case")]
pub enum Block {
    /// A heading of the section.
    Heading(String),
    /// A heading below it.
    Subheading(String),
    /// A paragraph.
    Text(String),
    /// A list in no order.
    List(Vec<String>),
    /// Names with what is said of each.
    Pairs(Vec<Pair>),
    /// What must not be overlooked.
    Notice(Notice),
    /// A few figures that stand out, each with its base.
    Figures(Vec<Figure>),
    /// A table with its title, caption and notes.
    Table(Table),
    /// A stacked bar a row, with the same figures beside it.
    Bars(Bars),
    /// A chart over its figures.
    Chart(Box<Chart>),
    /// Places to sign, signed or not.
    Signatures(Vec<SignaturePlace>),
}

/// A name with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Pair {
    /// What it is.
    pub name: String,
    /// What is said of it.
    pub said: String,
}

/// What must not be overlooked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Notice {
    /// How pressing it is.
    pub tone: Tone,
    /// In a sentence or two.
    pub text: String,
}

/// How pressing a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// To be known.
    Plain,
    /// All is well.
    Good,
    /// To be looked at.
    Warning,
}

/// A figure that stands out, with its base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Figure {
    /// With its base: `96 of 126`.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// What must be known to read it; may be empty.
    pub note: String,
}

/// A place to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignaturePlace {
    /// Who signs here.
    pub role: String,
    /// For which body; may be empty.
    pub body: String,
    /// What they state.
    pub statement: String,
    /// Who signed, when and where it is minuted; none where nobody has.
    pub signed: Option<Vec<Pair>>,
}

impl Section {
    /// A section with a name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), begins: Begins::Here, blocks: Vec::new() }
    }

    /// The same section, on a page of its own.
    #[must_use]
    pub fn on_new_page(mut self) -> Self {
        self.begins = Begins::NewPage;
        self
    }

    /// The same section with one more piece.
    #[must_use]
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// The same section with a heading.
    #[must_use]
    pub fn heading(self, text: impl Into<String>) -> Self {
        self.with(Block::Heading(text.into()))
    }

    /// The same section with a heading below its heading.
    #[must_use]
    pub fn subheading(self, text: impl Into<String>) -> Self {
        self.with(Block::Subheading(text.into()))
    }

    /// The same section with a paragraph.
    #[must_use]
    pub fn text(self, text: impl Into<String>) -> Self {
        self.with(Block::Text(text.into()))
    }

    /// The same section with something not to be overlooked.
    #[must_use]
    pub fn notice(self, tone: Tone, text: impl Into<String>) -> Self {
        self.with(Block::Notice(Notice { tone, text: text.into() }))
    }

    /// The same section with a chart; one with nothing to be seen in it is left out.
    #[must_use]
    pub fn chart(self, chart: Chart) -> Self {
        match chart {
            empty if empty.is_empty() => self,
            hidden if hidden.is_hidden() => self.text(format!("{}: {HIDDEN}", hidden.title)),
            seen => self.with(Block::Chart(Box::new(seen))),
        }
    }

    /// The same section with a table, or a sentence where every figure of it is hidden; right below a heading that says its title, that is not said again.
    #[must_use]
    pub fn table(self, table: Table) -> Self {
        if table.is_hidden() {
            return self.text(format!("{}: {HIDDEN}", table.title));
        }
        let said = match self.blocks.last() {
            Some(Block::Heading(text) | Block::Subheading(text)) => *text == table.title,
            _ => false,
        };
        let title = if said { String::new() } else { table.title.clone() };
        self.with(Block::Table(Table { title, ..table }))
    }
}

impl Pair {
    /// A name with what is said of it.
    pub fn new(name: impl Into<String>, said: impl Into<String>) -> Self {
        Self { name: name.into(), said: said.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_said_once_where_heading_and_table_have_the_same() {
        let table = || Table {
            title: "What was decided".into(),
            caption: String::new(),
            as_at: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        };
        let titled = |section: Section| match section.table(table()).blocks.pop() {
            Some(Block::Table(table)) => table.title,
            _ => String::new(),
        };
        assert_eq!(titled(Section::new("S").heading("What was decided")), "");
        assert_eq!(titled(Section::new("S").subheading("What was decided")), "");
        assert_eq!(titled(Section::new("S").heading("Decisions")), "What was decided");
        assert_eq!(titled(Section::new("S").heading("What was decided").text("Words.")), "What was decided");
    }
}
