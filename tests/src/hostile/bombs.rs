//! Files that ask for as much as the guard lets anybody have, and for more.

use std::fmt::Write as _;

use super::{book, packed};

/// A bomb by name, made when it is asked for.
pub type Bomb = (&'static str, fn() -> Vec<u8>);

/// Every bomb.
pub fn bombs() -> Vec<Bomb> {
    vec![
        ("two far cells", || {
            packed(&book(
                r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#,
                "",
            ))
        }),
        ("a billion texts promised", || {
            packed(
                &book("", "")
                    .into_iter()
                    .map(|(name, bytes)| {
                        let promised = String::from_utf8_lossy(&bytes)
                            .replace("<sst ", "<sst uniqueCount=\"1000000000\" count=\"1000000000\" ");
                        (name, promised.into_bytes())
                    })
                    .collect(),
            )
        }),
        ("as many cells as may be", || packed(&book(&cells(400_000), ""))),
        ("more cells than may be", || packed(&book(&cells(500_000), ""))),
        ("as much text in cells as may be", || packed(&book(&texts(750, 32_000), ""))),
        ("more text than may be", || packed(&book(&texts(1_200, 32_000), ""))),
        ("as many shared texts as may be", || packed(&book("", &shared(400_000, 20)))),
        ("shared texts without end", || packed(&book("", &shared(1_100_000, 3)))),
        ("one long text used often", || {
            packed(&book(&uses(200_000), &format!("<si><t>{}</t></si>", "z".repeat(32_000))))
        }),
        ("one long text used often beside a table", || {
            packed(&book(
                &(headings() + &beside(200_000)),
                &format!("<si><t>{}</t></si>", "z".repeat(32_000)),
            ))
        }),
        ("a gigabyte of nothing", || packed(&book(&" ".repeat(38 << 20), &" ".repeat(15 << 20)))),
        ("far more than may be", || packed(&book(&" ".repeat(64 << 20), ""))),
        ("empty cells without end", || {
            packed(&book(&format!("<row>{}</row>", "<c/>".repeat(9_000_000)), ""))
        }),
        ("rows backwards", || packed(&book(&backwards(120_000), ""))),
        ("every row hidden in turn", || packed(&book(&hidden(300_000), ""))),
        ("formulas without end", || packed(&book(&formulas(300_000), ""))),
        ("deep", || packed(&book(&"<a>".repeat(10_000_000), ""))),
        ("elements without end", || packed(&book(&"<a/>".repeat(9_000_000), ""))),
        ("attributes without end", || packed(&book(&format!("<row {}/>", "a=\"1\" ".repeat(5_000_000)), ""))),
        ("random and large", random),
    ]
}

fn written(count: usize, mut one: impl FnMut(&mut String, usize)) -> String {
    let mut text = String::new();
    (0..count).for_each(|number| one(&mut text, number));
    text
}

fn cells(count: usize) -> String {
    written(count / 100, |text, row| {
        text.push_str("<row>");
        (0..100).for_each(|column| write!(text, "<c><v>{}</v></c>", row * column).expect("written"));
        text.push_str("</row>");
    })
}

fn texts(count: usize, length: usize) -> String {
    let long = "\u{e9}x".repeat(length / 3);
    written(count, |text, row| {
        write!(text, "<row><c t=\"inlineStr\"><is><t>{row}{long}</t></is></c></row>").expect("written")
    })
}

fn shared(count: usize, length: usize) -> String {
    written(count, |text, number| write!(text, "<si><t>{number:0length$}</t></si>").expect("written"))
}

fn uses(count: usize) -> String {
    written(count, |text, _| text.push_str("<row><c t=\"s\"><v>0</v></c></row>"))
}

/// A row of headings as a return has it.
fn headings() -> String {
    let cells = ["Statement", "Rating", "Key"].map(|word| format!("<c t=\"str\"><v>{word}</v></c>"));
    format!("<row>{}</row>", cells.concat())
}

fn beside(count: usize) -> String {
    written(count, |text, _| text.push_str("<row><c/><c/><c/><c/><c t=\"s\"><v>0</v></c></row>"))
}

fn backwards(count: usize) -> String {
    written(count, |text, row| {
        write!(text, "<row r=\"{0}\"><c r=\"B{0}\"><v>1</v></c><c r=\"A{0}\"><v>1</v></c></row>", count - row)
            .expect("written")
    })
}

fn hidden(count: usize) -> String {
    written(count, |text, row| {
        write!(text, "<row hidden=\"{}\"><c t=\"str\"><v>Statement</v></c></row>", row % 2).expect("written")
    })
}

fn formulas(count: usize) -> String {
    written(count, |text, row| {
        write!(
            text,
            "<row><c><f t=\"shared\" si=\"{}\" ref=\"A1:XFD1048576\">A1</f><v>1</v></c></row>",
            row % 99_999
        )
        .expect("written")
    })
}

/// What cannot be packed, so that the file itself is as large as it may be.
fn random() -> Vec<u8> {
    let mut dice = super::Dice::new(4);
    let text: String = (0..24 << 20)
        .map(|_| char::from(b'0' + u8::try_from(dice.below(64)).unwrap_or(0)).to_ascii_lowercase())
        .collect();
    let text = text.replace(['<', '&'], "x");
    packed(&book(&format!("<!--{}-->", text.replace("--", "xx")), ""))
}
