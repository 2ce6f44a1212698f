//! The cover: what this is, whose it is, how to fill it in, and the return's id to be read out.

use rust_xlsxwriter::{DataValidation, Worksheet, XlsxError};

use super::Page;
use super::cells::put;
use super::look;
use crate::template::Status;
use crate::workbook::{identity, layout};

const LABELS: f64 = 26.0;
const VALUES: f64 = 96.0;
const CHOICES: f64 = 20.0;

const HOW: [&str; 6] = [
    "Fill in the cream cells only. The other cells are locked as guidance, without a password.",
    "Choose each rating from the list in its cell. Leave it empty where you have not yet looked: blank, \u{201c}not applicable\u{201d} and \u{201c}no\u{201d} are three different things.",
    "Say under \u{201c}Evidence and commentary\u{201d} what shows it and where it is kept.",
    "If something does not apply, say why.",
    "Name no child anywhere.",
    "Save it as an Excel workbook (.xlsx) and send it back as you were asked. The sheet \u{201c}Guidance\u{201d} says what is meant.",
];

/// The cover sheet.
pub fn sheet(page: &Page<'_>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Cover")?;
    look::paper(&mut sheet, page);
    sheet.set_print_fit_to_pages(1, 1);
    sheet.set_column_width(0, LABELS)?.set_column_width(1, VALUES)?.set_column_width(2, CHOICES)?;
    let mut cover = Cover { sheet, row: 0 };
    cover.line(&page.template.title, &look::title(), 22.0)?;
    cover.line(&edition(page), &look::plain(), 19.0)?;
    cover.gap();
    cover.whose(page)?;
    cover.texts("What this is", page.template.introduction.split('\n'))?;
    cover.facts(page)?;
    cover.texts("How to fill it in", HOW.into_iter())?;
    cover.reference(page)?;
    let mut sheet = cover.sheet;
    look::guard(&mut sheet);
    Ok(sheet)
}

fn edition(page: &Page<'_>) -> String {
    let template = page.template;
    let status = match template.status {
        Status::Draft => "Draft.",
        Status::Preview => "Preview.",
        Status::Unreviewed => "Not yet reviewed by a safeguarding professional.",
        Status::Reviewed => "",
    };
    let note =
        if template.status_note.is_empty() { String::new() } else { format!("({})", template.status_note) };
    let day = template.legal_position.format("%-d %B %Y");
    let text = format!("Written for {}; legal position at {day}. {status} {note}", template.edition);
    text.trim().to_owned()
}

struct Cover {
    sheet: Worksheet,
    row: u32,
}

impl Cover {
    fn line(&mut self, text: &str, look: &rust_xlsxwriter::Format, height: f64) -> Result<(), XlsxError> {
        put(&mut self.sheet, (self.row, 0), text, look)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }

    fn pair(&mut self, label: &str, value: &str, look: &rust_xlsxwriter::Format) -> Result<(), XlsxError> {
        put(&mut self.sheet, (self.row, 0), label, &look::boxed().set_bold())?;
        put(&mut self.sheet, (self.row, 1), value, look)?;
        let lines = look::lines(value, VALUES).max(look::lines(label, LABELS - 3.0));
        look::height(&mut self.sheet, self.row, lines)?;
        self.row += 1;
        Ok(())
    }

    fn whose(&mut self, page: &Page<'_>) -> Result<(), XlsxError> {
        let returned = page.returned;
        self.pair(layout::setting_label(page.template.audience), &returned.setting, &look::answer())?;
        for (scheme, value) in &returned.identifiers {
            self.pair(&scheme.to_uppercase(), value, &look::answer())?;
        }
        self.pair("Round", &returned.identity.round, &look::boxed())?;
        self.gap();
        Ok(())
    }

    fn texts<'t>(&mut self, title: &str, texts: impl Iterator<Item = &'t str>) -> Result<(), XlsxError> {
        let texts: Vec<&str> = texts.map(str::trim).filter(|text| !text.is_empty()).collect();
        if texts.is_empty() {
            return Ok(());
        }
        put(&mut self.sheet, (self.row, 0), title, &look::subtitle().set_text_wrap())?;
        for text in texts {
            put(&mut self.sheet, (self.row, 1), text, &look::plain().set_text_wrap())?;
            let lines = look::lines(text, VALUES);
            look::height(&mut self.sheet, self.row, lines)?;
            self.row += 1;
        }
        self.gap();
        Ok(())
    }

    fn facts(&mut self, page: &Page<'_>) -> Result<(), XlsxError> {
        if page.template.facts.is_empty() {
            return Ok(());
        }
        put(&mut self.sheet, (self.row, 0), "About you", &look::subtitle())?;
        for fact in &page.template.facts {
            let value = page.returned.facts.get(fact.name.as_str()).map_or("", String::as_str);
            put(&mut self.sheet, (self.row, 1), &fact.question, &look::boxed())?;
            put(&mut self.sheet, (self.row, 2), &shown(value), &look::answer())?;
            look::height(&mut self.sheet, self.row, look::lines(&fact.question, VALUES))?;
            if let Some(list) = list(&choices(fact)) {
                self.sheet.add_data_validation(self.row, 2, self.row, 2, &list)?;
            }
            self.row += 1;
        }
        self.gap();
        Ok(())
    }

    fn reference(&mut self, page: &Page<'_>) -> Result<(), XlsxError> {
        self.line("For reading this return", &look::subtitle(), 19.0)?;
        for (word, value) in identity::WORDS.iter().zip(identity::spoken(&page.returned.identity)) {
            if !value.is_empty() && word.kept != "round" {
                self.pair(word.cover, &value, &look::boxed().set_font_color("#6B7280"))?;
            }
        }
        Ok(())
    }
}

fn choices(fact: &crate::template::Fact) -> Vec<String> {
    if fact.choices.is_empty() { vec!["Yes".into(), "No".into()] } else { fact.choices.clone() }
}

/// `yes` and `no` as people write them.
fn shown(value: &str) -> String {
    match value {
        "yes" => "Yes".to_owned(),
        "no" => "No".to_owned(),
        other => other.to_owned(),
    }
}

/// A list to choose from, if Excel can hold it: 255 characters, no commas.
pub fn list(choices: &[String]) -> Option<DataValidation> {
    if choices.iter().any(|choice| choice.contains(',')) {
        return None;
    }
    let list = DataValidation::new().allow_list_strings(choices).ok()?;
    let list = list.set_error_title("Not in the list").ok()?;
    list.set_error_message("Please choose from the list, or leave the cell empty.").ok()
}
