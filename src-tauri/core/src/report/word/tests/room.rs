//! Where room is scarce: long letters, and tables of many columns.

use super::*;

#[test]
fn the_paragraphs_of_a_long_letter_stand_closer() {
    let styles = |form: Form, sentences: usize| {
        let section = (0..sentences).fold(Section::new("L"), |section, _| section.text("A sentence."));
        let document =
            Document { form, title: "Letter".into(), sections: vec![section], ..Document::default() };
        String::from_utf8(parts(&document)["word/styles.xml"].clone()).expect("words")
    };
    let (short, long) = (styles(Form::Letter, 20), styles(Form::Letter, 60));
    assert_eq!(styles(Form::Report, 60), short, "a report stands as it is");
    let gaps = |styles: &str| -> u32 {
        let gaps = styles.split("w:before=\"").skip(1).chain(styles.split("w:after=\"").skip(1));
        gaps.filter_map(|rest| rest.split('"').next()?.parse::<u32>().ok()).sum()
    };
    let (wide, close) = (gaps(&short), gaps(&long));
    assert!(close + 40 + 90 + 20 + 160 + 20 <= wide, "each of the three: {close} {wide}");
}

#[test]
fn where_room_is_scarce_names_have_it_rather_than_a_text_that_stands_there_once() {
    let heads = [
        ("Setting", ColumnKind::Text),
        ("Phase", ColumnKind::Text),
        ("State", ColumnKind::Text),
        ("Due", ColumnKind::Text),
        ("Days over", ColumnKind::Text),
        ("Reminders", ColumnKind::Count),
        ("Reminded on", ColumnKind::Text),
        ("Said", ColumnKind::Text),
        ("Outcome", ColumnKind::Text),
    ];
    let (name, long) =
        ("Little Exampledale Community Primary School", "The new lead is finishing it. ".repeat(4));
    let row = |said: &str| {
        let cells = [
            name,
            "Alternative provision",
            "Not received",
            "1 December 2026",
            "13",
            "1",
            "12 November 2026",
            said,
            said,
        ];
        cells.map(Cell::text).to_vec()
    };
    let rows: Vec<Vec<Cell>> = (0..20).map(|at| row(if at == 3 { &long } else { "" })).collect();
    let columns = heads.iter().map(|(label, kind)| Column::new(*label, *kind)).collect();
    let table = Table {
        title: "Log".into(),
        caption: String::new(),
        as_at: String::new(),
        columns,
        rows,
        notes: Vec::new(),
    };
    let document = Document { sections: vec![Section::new("Log").table(table)], ..Document::default() };
    let written = parts(&document);
    let widths = values(&written["word/document.xml"], "w:gridCol", "w:w");
    let room: f32 = widths[0].parse().expect("a width");
    let wide =
        crate::report::font::width(name, super::table::SIZE, crate::report::font::Weight::Plain) * 20.0;
    assert!(room > wide * 0.6, "in two lines: {widths:?}");
}
