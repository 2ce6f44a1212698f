//! The dropdown lists of a sheet: which cells have one, and which words stand in it.
//!
//! A list may be written into its rule, stand in cells (of another sheet, far right, hidden), go by a name, or
//! lie in the extension that newer programs use. Refuses to know: which list is a scale.

use quick_xml::Reader;
use quick_xml::events::Event;
use serde::{Deserialize, Serialize};

use super::parts::{attribute, resolved};
use super::{Area, Book, Content, Place};

/// The most words that are taken of one list; a longer one is no scale.
const MOST_WORDS: usize = 200;
/// The most lists of a sheet.
const MOST_LISTS: usize = 2_000;
/// The longest rule that is read.
const LONGEST: usize = 10_000;

/// A dropdown list, and the cells that have it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// The cells, in one or more areas.
    pub areas: Vec<Area>,
    /// The words to choose from.
    pub words: Vec<Word>,
    /// The sheet and area in which the words stand; none where they stand in the rule itself.
    pub source: Option<(String, Area)>,
}

/// A word of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// As it is read.
    pub text: String,
    /// As it is stored, where Excel stores a number.
    pub number: Option<f64>,
}

impl Word {
    /// A word that was written in a rule: Excel takes figures for a number.
    fn typed(text: &str) -> Self {
        let text = text.trim().to_owned();
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
        Self { text, number }
    }
}

/// A rule as it stands in the XML.
#[derive(Default)]
struct Rule {
    list: bool,
    areas: String,
    formula: String,
}

/// The lists of a sheet; a rule whose words cannot be found is left out.
pub(super) fn of(xml: &str, book: &Book, sheet: &str) -> Vec<List> {
    rules(xml).into_iter().filter_map(|rule| list(&rule, book, sheet)).take(MOST_LISTS).collect()
}

fn rules(xml: &str) -> Vec<Rule> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut open, mut inside) = (Vec::new(), None::<Rule>, String::new());
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "dataValidation" => {
                let list = attribute(&element, "type").is_some_and(|kind| kind == "list");
                let areas = attribute(&element, "sqref").unwrap_or_default();
                open = Some(Rule { list, areas, ..Rule::default() });
            }
            Ok(Event::Start(element)) => inside = element.local_name().as_ref().to_owned(),
            Ok(Event::Text(text)) => said(&mut open, &inside, &text),
            Ok(Event::GeneralRef(reference)) => said(&mut open, &inside, &resolved(&reference)),
            Ok(Event::End(element)) => {
                let name = element.local_name();
                if name.as_ref() == "dataValidation" {
                    found.extend(open.take().filter(|rule| rule.list));
                }
                // A formula of the extension holds an element of its own.
                if ["f", "sqref", "formula1", "formula2"].contains(&name.as_ref()) {
                    inside.clear();
                }
            }
            Ok(Event::Eof) | Err(_) => return found,
            Ok(_) => {}
        }
    }
}

/// Text inside a rule: of its first formula, or of the cells it holds for.
fn said(open: &mut Option<Rule>, inside: &str, text: &str) {
    let Some(rule) = open else { return };
    let kept = match inside {
        "formula1" | "f" if rule.formula.len() < LONGEST => &mut rule.formula,
        "sqref" if rule.areas.len() < LONGEST => &mut rule.areas,
        _ => return,
    };
    kept.push_str(text);
}

fn list(rule: &Rule, book: &Book, sheet: &str) -> Option<List> {
    let areas: Vec<Area> = rule.areas.split_whitespace().filter_map(Area::parse).collect();
    let (words, source) = words(rule.formula.trim().trim_start_matches('='), book, sheet)?;
    (!areas.is_empty() && !words.is_empty()).then_some(List { areas, words, source })
}

type Words = (Vec<Word>, Option<(String, Area)>);

/// The words of a formula: written in it, in cells, or behind a name.
fn words(formula: &str, book: &Book, sheet: &str) -> Option<Words> {
    if let Some(written) = formula.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        let written = written.replace("\"\"", "\"");
        let words = written.split(',').map(Word::typed).filter(|word| !word.text.is_empty());
        return Some((words.take(MOST_WORDS).collect(), None));
    }
    let (name, area) = referred(formula, sheet).or_else(|| {
        let named = book.names.iter().find(|one| one.name.eq_ignore_ascii_case(formula))?;
        Some((named.sheet.clone(), named.area))
    })?;
    Some((in_cells(book, &name, area), Some((name, area))))
}

/// The sheet and area of a reference: `$R$2:$R$4`, `status!$A$1:$A$6`, `'My sheet'!A:A`.
fn referred(formula: &str, sheet: &str) -> Option<(String, Area)> {
    let (name, area) = formula.rsplit_once('!').unwrap_or((sheet, formula));
    let name =
        name.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')).unwrap_or(name).replace("''", "'");
    Some((name, Area::parse(area).or_else(|| columns(area))?))
}

/// Whole columns, such as `$A:$B`.
fn columns(area: &str) -> Option<Area> {
    let plain = area.replace('$', "");
    let (from, to) = plain.split_once(':')?;
    Area::parse(&format!("{from}1:{to}{}", super::place::LAST_ROW + 1))
}

fn in_cells(book: &Book, sheet: &str, area: Area) -> Vec<Word> {
    let Some(sheet) = book.sheets.iter().find(|one| one.name.eq_ignore_ascii_case(sheet)) else {
        return Vec::new();
    };
    let rows = sheet.rows.range(area.from.row..=area.to.row);
    let cells = rows.flat_map(|(row, cells)| {
        cells
            .range(area.from.column..=area.to.column)
            .map(move |(column, cell)| (Place::new(*row, *column), cell))
    });
    let word = |(_, cell): (Place, &super::Cell)| {
        let number = if let Content::Number(number) = cell.content { Some(number) } else { None };
        Word { text: cell.text().trim().to_owned(), number }
    };
    let mut found: Vec<Word> = Vec::new();
    for word in cells.map(word).filter(|word| !word.text.is_empty()).take(MOST_WORDS) {
        if !found.contains(&word) {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::{Cell, Name, Sheet};

    fn book() -> Book {
        let mut lists = Sheet { name: "It's lists".to_owned(), hidden: true, ..Sheet::default() };
        for (row, text) in ["Yes", "No", "No"].into_iter().enumerate() {
            let cell = Cell { content: Content::Text(text.into()), formula: false };
            lists.rows.or_insert_with(u32::try_from(row).expect("few") + 1, Default::default).insert(2, cell);
        }
        let number = Cell { content: Content::Number(4.0), formula: false };
        lists.rows.or_insert_with(9, Default::default).insert(2, number);
        let area = Area::parse("C2:C3").expect("an area");
        let named = Name { name: "Ratings".to_owned(), sheet: lists.name.clone(), area };
        Book { sheets: vec![lists], names: vec![named], ..Book::default() }
    }

    fn said(formula: &str) -> String {
        let xml = format!(
            "<worksheet><dataValidations><dataValidation type=\"list\" sqref=\"B2:B3 D2\"><formula1>{formula}</formula1>\
             <formula2>9</formula2></dataValidation></dataValidations></worksheet>"
        );
        let lists = of(&xml, &book(), "It's lists");
        let words =
            lists.first().map(|list| list.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>());
        words.unwrap_or_default().join("|")
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        assert_eq!(said("&quot;Met, Partly &amp; so,,1&quot;"), "Met|Partly & so|1");
        assert_eq!(said("'It''s lists'!$C$2:$C$10"), "Yes|No|4");
        assert_eq!(said("$C$2:$C$3"), "Yes|No");
        assert_eq!(said("'It''s lists'!$C:$C"), "Yes|No|4");
        assert_eq!(said("ratings"), "Yes|No");
        assert_eq!(said("=Ratings"), "Yes|No");
        for unknown in ["OFFSET(A1,0,0,3)", "Nowhere!A1:A3", "", "\"\""] {
            assert_eq!(said(unknown), "", "{unknown}");
        }
    }

    #[test]
    fn the_extension_is_read_and_other_rules_are_not() {
        let xml = "<worksheet xmlns:x14=\"a\" xmlns:xm=\"b\"><x:dataValidation type=\"whole\" sqref=\"A1\"><formula1>1</formula1></x:dataValidation>\
                   <extLst><ext><x14:dataValidations><x14:dataValidation type=\"list\"><x14:formula1><xm:f>'It''s lists'!$C$2:$C$4</xm:f>\
                   </x14:formula1><xm:sqref>B11:B14 D11</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>";
        let lists = of(xml, &book(), "Any");
        assert_eq!(lists.len(), 1);
        assert_eq!(
            lists[0].areas,
            [Area::parse("B11:B14"), Area::parse("D11")].map(|it| it.expect("an area"))
        );
        assert_eq!(lists[0].words.len(), 2);
        assert_eq!(lists[0].words[0].number, None);
    }
}
