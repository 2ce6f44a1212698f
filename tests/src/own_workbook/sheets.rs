//! The sheets of the made-up workbooks, a function each.

use rust_xlsxwriter::{
    Chart, ChartType, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, Format,
    FormatPattern, Note, Table, TableColumn, Workbook, Worksheet,
};

pub const WORDS: &[&str] = &["Fully met", "Partly met", "Not met", "N/A"];
pub const STATEMENTS: &[&str] = &[
    "Everyone who works here has read the policy this year",
    "Governors ask about safeguarding at each meeting",
    "Two references are taken up before anybody starts",
    "The central register is looked at once a term",
    "Pupils can say whom they would talk to",
    "Visitors are met and signed in at the gate",
    "Staff know how to pass a worry on the same day",
    "The online filter is tried and its log is read",
];

fn list(words: &[&str]) -> DataValidation {
    DataValidation::new().allow_list_strings(words).expect("a short list")
}

fn row(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        sheet.write(row, u16::try_from(column).expect("few"), *text).expect("written");
    }
}

const HEADINGS: &[&str] = &["Ref", "Statement", "Rating", "Evidence", "Action required"];

/// Headings at a row and a question a row below; gives the rows.
fn asked(sheet: &mut Worksheet, from: u32) -> (u32, u32) {
    row(sheet, from, HEADINGS);
    for (place, text) in (from + 1..).zip(STATEMENTS) {
        row(sheet, place, &[&format!("{}.{}", 1 + (place - from - 1) / 4, 1 + (place - from - 1) % 4), text]);
    }
    (from + 1, from + 8)
}

pub fn plain(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet().set_name("Audit").expect("a name");
    let (first, last) = asked(sheet, 2);
    sheet.add_data_validation(first, 2, last, 2, &list(WORDS)).expect("added");
    sheet.set_column_width(1, 50).expect("set");
}

pub fn section_rows(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let bold = Format::new().set_bold();
    row(sheet, 0, HEADINGS);
    for (place, text) in STATEMENTS.iter().enumerate() {
        let (section, within) = (place as u32 / 4, place as u32 % 4);
        let top = 1 + section * 5;
        if within == 0 {
            sheet
                .merge_range(top, 0, top, 4, ["Leadership", "Safer recruitment"][section as usize], &bold)
                .expect("merged");
        }
        row(sheet, top + 1 + within, &[&format!("{}.{}", section + 1, within + 1), text]);
        sheet.add_data_validation(top + 1 + within, 2, top + 1 + within, 2, &list(WORDS)).expect("added");
    }
}

pub fn section_column(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["Area", "#", "Requirement", "Status", "Comments", "Tool used"]);
    for (place, text) in (1_u32..).zip(STATEMENTS) {
        row(sheet, place, &["", &format!("1.{place}"), text]);
    }
    sheet.merge_range(1, 0, 3, 0, "Leadership", &Format::new()).expect("merged");
    sheet.merge_range(4, 0, 8, 0, "Recruitment", &Format::new()).expect("merged");
    sheet.add_data_validation(1, 3, 8, 3, &list(&["Valid", "Non-valid", "Not applicable"])).expect("added");
}

pub fn ids_inside(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["Standard", "RAG", "How do you know?"]);
    for (place, text) in (1_u32..).zip(STATEMENTS) {
        row(sheet, place, &[&format!("A{place}: {text}")]);
    }
    sheet.add_data_validation(1, 1, 8, 1, &list(&["Red", "Amber", "Green"])).expect("added");
}

pub fn far_right(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let (first, last) = asked(sheet, 0);
    for (place, word) in (1_u32..).zip(WORDS) {
        sheet.write(place, 25, *word).expect("written");
    }
    let from_cells = DataValidation::new().allow_list_formula("$Z$2:$Z$5".into());
    sheet.add_data_validation(first, 2, last, 2, &from_cells).expect("added");
}

pub fn named_list(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let (first, last) = asked(sheet, 4);
    sheet
        .add_data_validation(first, 2, last, 2, &DataValidation::new().allow_list_formula("Ratings".into()))
        .expect("added");
    listed(workbook, "Lists");
    workbook.define_name("Ratings", "=Lists!$A$1:$A$4").expect("named");
}

fn listed(workbook: &mut Workbook, name: &str) {
    let lists = workbook.add_worksheet().set_name(name).expect("a name");
    lists.write_column(0, 0, WORDS.iter().copied()).expect("written");
}

pub fn hidden_list(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let (first, last) = asked(sheet, 1);
    let from = DataValidation::new().allow_list_formula("'Words here'!$A$1:$A$4".into());
    sheet.add_data_validation(first, 2, last, 2, &from).expect("added");
    listed(workbook, "Words here");
    workbook.worksheet_from_name("Words here").expect("there").set_hidden(true);
}

pub fn headings_again(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    for (section, four) in STATEMENTS.chunks(4).enumerate() {
        let top = section as u32 * 7;
        row(sheet, top, &[["Part one: leadership", "Part two: people"][section]]);
        row(sheet, top + 1, HEADINGS);
        for (place, text) in (top + 2..).zip(four) {
            row(sheet, place, &[&format!("{}.{}", section + 1, place - top - 1), text]);
        }
        sheet.add_data_validation(top + 2, 2, top + 5, 2, &list(WORDS)).expect("added");
    }
}

pub fn guidance_rows(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, HEADINGS);
    for (place, text) in STATEMENTS.iter().enumerate() {
        let at = 1 + place as u32 * 2;
        row(sheet, at, &[&format!("{}", place + 1), text]);
        let help = "Look at what was written down last year, ask two people who were not asked then, and say what is different now and why.";
        row(sheet, at + 1, &["", help]);
        sheet.add_data_validation(at, 2, at, 2, &list(WORDS)).expect("added");
    }
}

pub fn guidance_column(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["No.", "Statement", "Guidance", "Self-assessment", "Evidence", "Actions"]);
    for (place, text) in (1_u32..).zip(STATEMENTS) {
        let help = format!(
            "For number {place} you could look at minutes, at the register, at the log of concerns and at what was said by those who were asked."
        );
        row(sheet, place, &[&place.to_string(), text, &help]);
    }
    sheet.add_data_validation(1, 3, 8, 3, &list(WORDS)).expect("added");
}

pub fn summary(workbook: &mut Workbook) {
    let cover = workbook.add_worksheet().set_name("About").expect("a name");
    let long = "This workbook is for schools in Sampleton, which fill it in once a year and send it back by the end of term.";
    row(cover, 0, &["Safeguarding audit"]);
    row(cover, 2, &[long]);
    row(cover, 3, &[&format!("{long} Please read all of it first.")]);
    plain(workbook);
    let sheet = workbook.add_worksheet().set_name("Totals").expect("a name");
    for (place, word) in (0_u32..).zip(WORDS) {
        sheet.write(place, 0, *word).expect("written");
        sheet
            .write_formula(place, 1, format!("=COUNTIF(Audit!C4:C11,\"{word}\")").as_str())
            .expect("written");
    }
    let mut chart = Chart::new(ChartType::Column);
    chart.add_series().set_categories("Totals!$A$1:$A$4").set_values("Totals!$B$1:$B$4");
    sheet.insert_chart(6, 0, &chart).expect("inserted");
}

pub fn several_sheets(workbook: &mut Workbook) {
    for part in 1..=3 {
        let sheet = workbook.add_worksheet().set_name(format!("Part {part}")).expect("a name");
        row(sheet, 0, HEADINGS);
        for (place, text) in (1_u32..).zip(STATEMENTS) {
            row(sheet, place, &[&format!("{part}.{place}"), &format!("{text} in part {part}")]);
        }
        sheet.add_data_validation(1, 2, 8, 2, &list(WORDS)).expect("added");
    }
}

pub fn no_headings(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    for (place, text) in (0_u32..).zip(STATEMENTS) {
        row(sheet, place, &[text]);
    }
    sheet.add_data_validation(0, 1, 7, 1, &list(&["Yes", "No"])).expect("added");
    sheet.set_column_width(2, 40).expect("set");
}

pub fn whole_column(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["Sampleton safeguarding audit"]);
    asked(sheet, 3);
    sheet.add_data_validation(0, 2, 1_048_575, 2, &list(WORDS)).expect("added");
}

pub fn table(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let (first, last) = asked(sheet, 3);
    let columns: Vec<TableColumn> =
        HEADINGS.iter().map(|heading| TableColumn::new().set_header(*heading)).collect();
    sheet.add_table(3, 0, last, 4, &Table::new().set_columns(&columns)).expect("added");
    for (place, text) in (first..).zip(STATEMENTS) {
        row(sheet, place, &[&format!("T{place}"), text]);
    }
    sheet.add_data_validation(first, 2, last, 2, &list(WORDS)).expect("added");
}

pub fn protected(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let cream = Format::new()
        .set_background_color("FFF4D6")
        .set_pattern(FormatPattern::Solid)
        .set_unlocked()
        .set_text_wrap();
    let (first, last) = asked(sheet, 2);
    for place in first..=last {
        for column in 2..5 {
            sheet.write_blank(place, column, &cream).expect("written");
        }
    }
    sheet.add_data_validation(first, 2, last, 2, &list(WORDS)).expect("added");
    let red = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::EqualTo("Not met"))
        .set_format(Format::new().set_bold());
    sheet.add_conditional_format(first, 2, last, 2, &red).expect("added");
    sheet.insert_note(first, 1, &Note::new("Ask the business manager.")).expect("added");
    sheet.set_freeze_panes(3, 2).expect("frozen");
    sheet.protect_with_password("sampleton");
}

pub fn merged_evidence(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let (first, last) = asked(sheet, 0);
    sheet.add_data_validation(first, 2, last, 2, &list(WORDS)).expect("added");
    for top in [first, first + 4] {
        sheet.merge_range(top, 3, top + 3, 3, "", &Format::new()).expect("merged");
    }
}

pub fn two_row_heading(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    sheet.merge_range(0, 2, 0, 4, "To be filled in by the school", &Format::new()).expect("merged");
    let (first, last) = asked(sheet, 1);
    sheet
        .add_data_validation(
            first,
            2,
            last,
            2,
            &list(&["Please select", "Fully met", "Partly met", "Not met"]),
        )
        .expect("added");
    for place in first..=last {
        sheet.write(place, 2, "Please select").expect("written");
    }
}

pub fn cover_cells(workbook: &mut Workbook) {
    let cover = workbook.add_worksheet().set_name("Front page").expect("a name");
    row(cover, 0, &["", "Safeguarding self-assessment"]);
    row(cover, 2, &["", "Name of school:", ""]);
    row(cover, 3, &["", "URN", ""]);
    plain(workbook);
}

pub fn sections_in_range(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["ID", "Requirement", "Level", "Since", "Tested?"]);
    let mut at = 1;
    for (section, four) in (1..).zip(STATEMENTS.chunks(4)) {
        row(
            sheet,
            at,
            &[&format!("V{section}"), ["Leadership and culture", "People who work here"][section - 1]],
        );
        for (place, text) in (1..).zip(four) {
            row(sheet, at + place, &[&format!("{section}.{place}"), text, "yes", "2"]);
        }
        at += 5;
    }
    sheet.add_data_validation(1, 4, at - 1, 4, &list(&["Yes", "No", "N/A"])).expect("added");
}

pub fn tall(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, HEADINGS);
    for place in 0..400_u32 {
        row(
            sheet,
            place + 1,
            &[&format!("{}", place + 1), &format!("{} ({place})", STATEMENTS[place as usize % 8])],
        );
    }
    sheet.add_data_validation(1, 2, 400, 2, &list(WORDS)).expect("added");
}

pub fn matrix(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    row(sheet, 0, &["", "Autumn", "", "Spring", "", "Summer", ""]);
    row(sheet, 1, &["What we look for", "Status", "Comments", "Status", "Comments", "Status", "Comments"]);
    for (place, text) in (2_u32..).zip(STATEMENTS) {
        row(sheet, place, &[text]);
    }
    for column in [1, 3, 5] {
        sheet.add_data_validation(2, column, 9, column, &list(WORDS)).expect("added");
    }
}

pub fn figures(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    let (first, last) = asked(sheet, 0);
    sheet.add_data_validation(first, 2, last, 2, &list(&["0", "1", "2", "3"])).expect("added");
}

pub fn no_lists(workbook: &mut Workbook) {
    let sheet = workbook.add_worksheet();
    asked(sheet, 2);
}

pub fn two_copies(workbook: &mut Workbook) {
    plain(workbook);
    let sheet = workbook.add_worksheet().set_name("Example filled in").expect("a name");
    let (first, last) = asked(sheet, 2);
    sheet.add_data_validation(first, 2, last, 2, &list(WORDS)).expect("added");
}
