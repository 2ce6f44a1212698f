//! The workbook that lies open, with every step that was taken on it, and those that tools were made of.
//!
//! Refuses to know: sessions and screens.

use chrono::NaiveDate;

use crate::error::Result;
use crate::own_workbook::OwnWorkbook;
use crate::problem::{Problem, Read};
use crate::sheet::Seen;
use crate::workbook::foreign::{self, Carried, Correction, Difference, Mapping};

/// The most steps that can be taken back.
const MOST_STEPS: usize = 200;

/// What lies on the bench.
#[derive(Default)]
pub struct Bench {
    /// The workbook that lies open.
    pub(super) open: Option<Opened>,
    /// The workbooks that tools were made of since Attest was started, by the key of the tool.
    pub(super) made: Vec<(String, OwnWorkbook)>,
}

/// A workbook that lies open.
pub(super) struct Opened {
    pub name: String,
    pub seen: Seen,
    /// What was said of it in reading.
    pub problems: Vec<Problem>,
    /// The mapping that it goes on from.
    pub earlier: Option<Mapping>,
    pub differences: Vec<Difference>,
    pub moved: Vec<String>,
    bytes: Vec<u8>,
    steps: Vec<Mapping>,
}

impl Opened {
    /// A workbook with its guess, or with the mapping of an earlier one that it is nearly the same as.
    pub fn new(name: String, bytes: Vec<u8>, read: Read<Seen>, known: &[Mapping], today: NaiveDate) -> Self {
        let mut opened = Self {
            name,
            seen: read.value,
            problems: read.problems,
            earlier: None,
            differences: Vec::new(),
            moved: Vec::new(),
            bytes,
            steps: Vec::new(),
        };
        match known
            .iter()
            .find_map(|one| Some((one, foreign::apply(one, &opened.seen, &opened.name, today)?)))
        {
            Some((one, carried)) => opened.take(one, carried),
            None => opened.afresh(today),
        }
        opened
    }

    fn take(&mut self, earlier: &Mapping, carried: Carried) {
        let Carried { mapping, differences, moved } = carried;
        self.earlier = (mapping.tool.version != earlier.tool.version).then(|| earlier.clone());
        (self.differences, self.moved, self.steps) = (differences, moved, vec![mapping]);
    }

    /// Guesses without what was known before.
    pub fn afresh(&mut self, today: NaiveDate) {
        self.earlier = None;
        self.differences.clear();
        self.moved.clear();
        self.steps = vec![foreign::guess(&self.seen, &self.name, today)];
    }

    /// How it is understood now.
    pub fn mapping(&self) -> &Mapping {
        self.steps.last().expect("a workbook lies open with its first guess")
    }

    /// Takes one step.
    pub fn correct(&mut self, step: &Correction) -> Result<()> {
        let mut next = self.mapping().clone();
        foreign::correct(&self.seen, &mut next, step)?;
        if self.steps.len() > MOST_STEPS {
            self.steps.remove(0);
        }
        self.steps.push(next);
        Ok(())
    }

    /// Takes the last step back, if there is one.
    pub fn undo(&mut self) {
        if self.steps.len() > 1 {
            self.steps.pop();
        }
    }

    /// How many steps can be taken back.
    pub fn steps(&self) -> usize {
        self.steps.len() - 1
    }

    /// The workbook as a file keeps it.
    pub fn workbook(&self) -> OwnWorkbook {
        OwnWorkbook { name: self.name.clone(), bytes: self.bytes.clone(), mapping: self.mapping().clone() }
    }
}
