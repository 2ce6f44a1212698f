//! Reading an agency's form: whose it is, what was said and graded; what is not understood is said with its cell.

use chrono::NaiveDate;

use super::{AGENCY, AUTHOR, HEADS};
use crate::case_audit::{CaseAudit, CaseAuditId, CaseNote, CaseNumber, Item};
use crate::panel::form::{REFERENCE, beside};
use crate::panel::noted::Noted;
use crate::problem::{Problem, Severity};
use crate::sheet::{Book, Place, Sheet};
use crate::submission::personal;
use crate::template::LevelCode;
use crate::text::{folded, normal, short};

/// Whose form it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The audit.
    pub audit: CaseAuditId,
    /// The agency, as it stands there.
    pub agency: String,
    /// Who filled it in; blank where nobody is named.
    pub author: String,
}

/// What a form says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormRead {
    /// What was said, without blank lines.
    pub notes: Vec<CaseNote>,
    /// What was not understood, or must not stand here.
    pub problems: Vec<Problem>,
}

/// Whose form a workbook is; none where it is no form of a case audit.
pub fn whose(book: &Book) -> Option<Whose> {
    book.sheets.iter().find_map(|sheet| {
        let audit = beside(sheet, REFERENCE)?.parse().ok()?;
        columns(sheet)?;
        let author = beside(sheet, AUTHOR).unwrap_or_default();
        Some(Whose { audit, agency: beside(sheet, AGENCY)?, author })
    })
}

/// Where the columns of a form stand.
struct Columns {
    row: u32,
    case: u32,
    area: u32,
    grade: u32,
    saw: u32,
    good: u32,
    develop: u32,
}

fn columns(sheet: &Sheet) -> Option<Columns> {
    sheet.rows.iter().find_map(|(row, cells)| {
        let at = |head: &str| {
            cells.iter().find(|(_, cell)| folded(&cell.shown()) == folded(head)).map(|(column, _)| *column)
        };
        let [case, area, _, grade, saw, good, develop] = HEADS.map(at);
        Some(Columns {
            row: *row,
            case: case?,
            area: area?,
            grade: grade?,
            saw: saw?,
            good: good?,
            develop: develop?,
        })
    })
}

/// Reads what an agency says, against the audit and the cases that it holds.
pub fn read(
    book: &Book,
    (audit, cases): (&CaseAudit, &[CaseNumber]),
    whose: &Whose,
    source: &str,
    today: NaiveDate,
) -> FormRead {
    let mut found = FormRead::default();
    let Some((sheet, columns)) = book.sheets.iter().find_map(|sheet| Some((sheet, columns(sheet)?))) else {
        return found;
    };
    let ground = Ground { sheet, columns, audit, cases, whose, source, today };
    for (row, _) in ground.sheet.rows.iter().filter(|(row, _)| **row > ground.columns.row) {
        match ground.line(*row) {
            Ok((note, remark)) => {
                found.notes.extend(note);
                found.problems.extend(remark);
            }
            Err(problem) => found.problems.push(*problem),
        }
    }
    if whose.author.is_empty() && !found.notes.is_empty() {
        let said = "The form does not say who filled it in.".to_owned();
        found.problems.push(problem(
            String::new(),
            said,
            "It stands under the agency alone; ask who it was.",
        ));
    }
    found
}

/// What the lines of a form are read against.
struct Ground<'a> {
    sheet: &'a Sheet,
    columns: Columns,
    audit: &'a CaseAudit,
    cases: &'a [CaseNumber],
    whose: &'a Whose,
    source: &'a str,
    today: NaiveDate,
}

impl Ground<'_> {
    fn cell(&self, row: u32, column: u32) -> String {
        normal(&self.sheet.text(Place::new(row, column))).trim().to_owned()
    }

    fn at(&self, row: u32, column: u32) -> String {
        self.sheet.at(Place::new(row, column))
    }

    /// What stands in one line, with a remark on it; or why nothing of it was taken.
    fn line(&self, row: u32) -> Result<(Option<CaseNote>, Option<Problem>), Box<Problem>> {
        let columns = &self.columns;
        let grade = self.cell(row, columns.grade);
        let texts =
            [columns.saw, columns.good, columns.develop].map(|column| (column, self.cell(row, column)));
        if grade.is_empty() && texts.iter().all(|(_, text)| text.is_empty()) {
            return Ok((None, None));
        }
        let (case, item) = (self.case(row)?, self.item(row)?);
        self.named(row, &texts)?;
        let (level, remark) = self.graded(row, &grade);
        let [saw, good, develop] = texts.map(|(_, text)| text);
        let note = CaseNote {
            case,
            item,
            agency: self.whose.agency.clone(),
            author: self.whose.author.clone(),
            grade: level,
            saw,
            good,
            develop,
            source: self.source.to_owned(),
        };
        Ok((Some(note).filter(CaseNote::says_something), remark))
    }

    fn case(&self, row: u32) -> Result<CaseNumber, Box<Problem>> {
        let typed = self.cell(row, self.columns.case);
        let at = self.at(row, self.columns.case);
        let read = CaseNumber::read(&typed, self.today)
            .map_err(|error| Box::new(problem(at.clone(), error.message, &error.hint)))?;
        let known = self.cases.iter().find(|one| one.is(&read));
        known.cloned().ok_or_else(|| {
            let said = format!("Case {} is not one of this audit.", read.as_str());
            let hint = "Ask the agency which case is meant; nothing of the line was taken.";
            Box::new(problem(at, said, hint))
        })
    }

    fn item(&self, row: u32) -> Result<Item, Box<Problem>> {
        let typed = self.cell(row, self.columns.area);
        let item =
            self.audit.items().into_iter().find(|item| folded(&self.audit.called(item)) == folded(&typed));
        item.ok_or_else(|| {
            let said = format!("\u{201c}{}\u{201d} is no area of this audit.", short(&typed));
            let hint = "Ask the agency which area is meant; nothing of the line was taken.";
            Box::new(problem(self.at(row, self.columns.area), said, hint))
        })
    }

    /// Refuses a line in which something looks like personal data of a child.
    fn named(&self, row: u32, texts: &[(u32, String)]) -> Result<(), Box<Problem>> {
        for (column, text) in texts {
            if let Some(seen) = personal::find(text, self.today).first() {
                let seen = short(&text[seen.start..seen.end]);
                let said = format!(
                    "\u{201c}{seen}\u{201d} looks like personal data of a child or family, so the line was not taken."
                );
                let hint = "Ask the agency for the line without it, and delete this form.";
                return Err(Box::new(problem(self.at(row, *column), said, hint)));
            }
        }
        Ok(())
    }

    fn graded(&self, row: u32, typed: &str) -> (Option<LevelCode>, Option<Problem>) {
        if typed.is_empty() {
            return (None, None);
        }
        let said = folded(typed);
        let named = |name: &str| folded(name) == said;
        let level = self.audit.scale.iter().find(|level| level.names().any(named));
        if let Some(level) = level {
            return (Some(level.code.clone()), None);
        }
        let said = format!("\u{201c}{}\u{201d} is not a grade of this audit.", short(typed));
        let hint = "What stands beside it was taken; ask the agency for the grade.";
        (None, Some(problem(self.at(row, self.columns.grade), said, hint)))
    }
}

fn problem(place: String, message: String, hint: &str) -> Problem {
    Problem::new(Severity::Question, place, message).hint(hint)
}
