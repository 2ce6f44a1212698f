//! The cover: what this is, whose it is, how it stands, how to fill it in, and the return's id to be read out.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::Page;
use super::cells::{fitted, put};
use super::lists::{self, Lists};
use super::look;
use crate::problem::Problem;
use crate::submission::signoff::{Signature, Standing};
use crate::template::Status;
use crate::workbook::{ExportKind, identity, layout};

const LABELS: f64 = 28.0;
const VALUES: f64 = 96.0;
const CHOICES: f64 = 20.0;

const HOW: [&str; 8] = [
    "Fill in the cream cells only. The other cells are locked as guidance, without a password.",
    "Choose each rating from the list in its cell. Leave it empty where you have not yet looked: blank, \u{201c}not applicable\u{201d} and \u{201c}no\u{201d} are three different things.",
    "Say under \u{201c}Evidence and commentary\u{201d} what shows it. An orange cell still wants something: evidence, a reason, an owner or a date.",
    "A long text goes on in the row below, marked \u{201c}continued\u{201d}; write on wherever there is room.",
    "Add actions and evidence in the empty rows of their sheets. If something does not apply, say why.",
    "Name no child anywhere.",
    "Without Attest, sign by filling in the sheet \u{201c}Sign-off\u{201d}. With Attest, take the answers in there and sign there.",
    "Save it as an Excel workbook (.xlsx) and send it back as you were asked. The sheet \u{201c}Guidance\u{201d} says what is meant.",
];

/// The cover sheet.
pub fn sheet(page: &Page<'_>, lists: &Lists, problems: &mut Vec<Problem>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name("Cover")?;
    look::paper(&mut sheet, page);
    sheet.set_portrait().set_print_fit_to_pages(1, 1);
    sheet.set_column_width(0, LABELS)?.set_column_width(1, VALUES)?.set_column_width(2, CHOICES)?;
    let mut cover = Cover { sheet, row: 0 };
    cover.line(&page.template.title, &look::title(), 22.0)?;
    cover.line(&edition(page), &look::remark(), 19.0)?;
    cover.gap();
    cover.standing(page)?;
    cover.asked(page)?;
    cover.whose(page, problems)?;
    cover.signed(page)?;
    cover.texts("From your partnership", page.returned.calendar.instructions.split('\n'))?;
    cover.texts("What this is", page.template.introduction.split('\n'))?;
    cover.facts(page, lists)?;
    cover.texts("How to fill it in", how(page))?;
    cover.reference(page)?;
    let mut sheet = cover.sheet;
    look::guard(&mut sheet);
    Ok(sheet)
}

/// What to do with it: a part goes back to whoever shared it, and is not signed.
fn how(page: &Page<'_>) -> impl Iterator<Item = &'static str> {
    let part = page.returned.identity.kind != ExportKind::Return;
    HOW.into_iter().filter(move |line| !(part && line.contains("Sign-off")))
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
    fn line(&mut self, text: &str, look: &Format, height: f64) -> Result<(), XlsxError> {
        put(&mut self.sheet, (self.row, 0), text, look)?;
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }

    fn pair(&mut self, label: &str, value: &str, look: &Format) -> Result<(), XlsxError> {
        put(&mut self.sheet, (self.row, 0), label, &look::boxed().set_bold())?;
        put(&mut self.sheet, (self.row, 1), value, look)?;
        let lines = look::lines(value, VALUES).max(look::lines(label, LABELS - 3.0));
        look::height(&mut self.sheet, self.row, lines)?;
        self.row += 1;
        Ok(())
    }

    fn standing(&mut self, page: &Page<'_>) -> Result<(), XlsxError> {
        let said = match (page.returned.standing, look::mark(page.returned.standing)) {
            (Standing::Draft, Some(mark)) => mark,
            (Standing::Draft, None) | (Standing::SignedOff, _) => "Signed off",
        };
        self.line(said, &look::standing(page.returned.standing), 20.0)?;
        self.gap();
        Ok(())
    }

    /// What a part is for, and to whom it goes back.
    fn asked(&mut self, page: &Page<'_>) -> Result<(), XlsxError> {
        let returned = page.returned;
        let by = returned.asked.by.map(layout::spoken_day).unwrap_or_default();
        let (title, said) = match returned.identity.kind {
            ExportKind::Return => return Ok(()),
            ExportKind::Section => ("A section to fill in", layout::SECTION),
            ExportKind::FixBack => ("Questions sent back", layout::SENT_BACK),
        };
        self.texts(title, said.iter().copied())?;
        let pairs = [(layout::FOR_LABEL, returned.asked.to.clone()), (layout::BACK_LABEL, by)];
        for (label, value) in pairs.iter().filter(|(_, value)| !value.is_empty()) {
            self.pair(label, value, &look::boxed())?;
        }
        Ok(())
    }

    fn whose(&mut self, page: &Page<'_>, problems: &mut Vec<Problem>) -> Result<(), XlsxError> {
        let returned = page.returned;
        let label = layout::setting_label(page.template.audience);
        let setting = fitted(&returned.setting, label.to_owned(), problems);
        self.pair(label, &setting, &look::answer())?;
        for (scheme, value) in &returned.identifiers {
            self.pair(&scheme.to_uppercase(), value, &look::answer())?;
        }
        self.pair("Round", &returned.identity.round, &look::boxed())?;
        let calendar = &returned.calendar;
        let days = [(layout::GOVERNORS_LABEL, calendar.governors), (layout::DUE_LABEL, calendar.due)];
        for (label, day) in days.into_iter().filter_map(|(label, day)| day.map(|day| (label, day))) {
            self.pair(label, &layout::spoken_day(day), &look::boxed())?;
        }
        if !calendar.return_to.is_empty() {
            let address = fitted(&calendar.return_to, layout::RETURN_LABEL.to_owned(), problems);
            self.pair(layout::RETURN_LABEL, &address, &look::boxed())?;
        }
        self.gap();
        Ok(())
    }

    fn signed(&mut self, page: &Page<'_>) -> Result<(), XlsxError> {
        let Some(sign_off) = page.returned.sign_off.as_ref() else { return Ok(()) };
        let lines: Vec<String> = sign_off.signatures.iter().map(signature).collect();
        let title = match page.returned.standing {
            Standing::Draft => "Signed so far",
            Standing::SignedOff => "Signed by",
        };
        self.texts(title, lines.iter().map(String::as_str))?;
        if let Some(code) = sign_off.code {
            self.row -= u32::from(!lines.is_empty());
            self.pair(layout::CODE_LABEL, &code.to_string(), &look::boxed().set_bold())?;
            self.gap();
        }
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

    fn facts(&mut self, page: &Page<'_>, lists: &Lists) -> Result<(), XlsxError> {
        if page.template.facts.is_empty() {
            return Ok(());
        }
        put(&mut self.sheet, (self.row, 0), "About you", &look::subtitle())?;
        for fact in &page.template.facts {
            let value = page.returned.facts.get(fact.name.as_str()).map_or("", String::as_str);
            put(&mut self.sheet, (self.row, 1), &fact.question, &look::boxed())?;
            put(&mut self.sheet, (self.row, 2), &shown(value), &look::answer())?;
            let lines = look::lines(&fact.question, VALUES).max(look::lines(value, CHOICES - 1.0));
            look::height(&mut self.sheet, self.row, lines)?;
            if let Some(list) = lists.rule(&lists::of_fact(fact)) {
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
                self.pair(word.cover, &value, &look::aside())?;
            }
        }
        Ok(())
    }
}

/// Who signed, in a sentence.
fn signature(signed: &Signature) -> String {
    let body = if signed.body.is_empty() { String::new() } else { format!(" for {}", signed.body) };
    let meeting =
        signed.meeting.map(|day| format!("; meeting of {}", layout::spoken_day(day))).unwrap_or_default();
    let minute = if signed.minute.is_empty() { String::new() } else { format!(", minute {}", signed.minute) };
    let on = layout::spoken_day(signed.on);
    format!("{}, {}{body}{meeting}{minute}; signed on {on}", signed.name, signed.role)
}

/// `yes` and `no` as people write them.
fn shown(value: &str) -> String {
    match value {
        "yes" => "Yes".to_owned(),
        "no" => "No".to_owned(),
        other => other.to_owned(),
    }
}
