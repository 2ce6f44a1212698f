//! A report as headings, text and tables, in sections: what every writer is given.
//!
//! Refuses to know: the format it is written in, and what it is about.

use crate::analysis::Table;

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// Who made it; never a login name.
    pub author: String,
    /// The code of the head of the log when it was made, for the foot of every page.
    pub code: String,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A part of a report: a sheet, or a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// A short name.
    pub name: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// A table, without its title and notes, which are blocks of their own.
    Table(Table),
}

impl Section {
    /// A section with a name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), blocks: Vec::new() }
    }

    /// The same section with a heading.
    #[must_use]
    pub fn heading(mut self, text: impl Into<String>) -> Self {
        self.blocks.push(Block::Heading(text.into()));
        self
    }

    /// The same section with a paragraph.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.blocks.push(Block::Text(text.into()));
        self
    }

    /// The same section with a table under its title and caption, and its notes below.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        self = self.heading(&table.title).text(&table.caption);
        let notes = table.notes.clone();
        self.blocks.push(Block::Table(table));
        notes.into_iter().fold(self, Self::text)
    }
}
