//! The words of a paper: its tables, its sentences, and the figures in them.

use attest::analysis::table::Table;
use attest::report::Document;
use attest::report::chart::Chart;
use attest::report::document::Block;
use attest::report::drawing::Shape;

/// Figures that stand out of who returned.
const RETURNED: [&str; 3] = ["Returned", "Accepted", "Late"];

/// Every table of a paper: those that stand alone and those below charts.
pub fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.sections.iter().flat_map(|one| &one.blocks);
    let of = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        Block::Chart(chart) => Some(&chart.table),
        _other => None,
    });
    // A setting's own answers on its own sheet are its own.
    of.filter(|table| !table.title.starts_with("Your ratings")).collect()
}

/// Every sentence of a paper.
pub fn sentences(document: &Document) -> Vec<String> {
    let mut all = Vec::new();
    for block in document.sections.iter().filter(|one| one.name != "Your return").flat_map(|one| &one.blocks)
    {
        match block {
            Block::Heading(text) | Block::Subheading(text) | Block::Text(text) => all.push(text.clone()),
            Block::List(items) => all.extend(items.iter().cloned()),
            Block::Pairs(pairs) => all.extend(pairs.iter().map(|pair| pair.said.clone())),
            Block::Notice(notice) => all.push(notice.text.clone()),
            Block::Figures(figures) => {
                let rated = figures.iter().filter(|one| !RETURNED.contains(&one.label.as_str()));
                all.extend(rated.flat_map(|one| [one.value.clone(), one.note.clone()]));
            }
            Block::Table(table) => all.extend(table.notes.iter().chain([&table.caption]).cloned()),
            Block::Chart(chart) if !chart.title.starts_with("Your ratings") => {
                all.extend(
                    chart.table.notes.iter().chain([&chart.said, &chart.note, &chart.caption]).cloned(),
                );
            }
            Block::Chart(_) | Block::Bars(_) | Block::Signatures(_) => {}
        }
    }
    all
}

/// Every `41 of 60` in a sentence.
pub fn pairs(text: &str) -> impl Iterator<Item = (u32, u32)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| {
        let bare = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        bare.replace(',', "")
            .parse::<u32>()
            .ok()
            .filter(|_| !word.contains(['.', '%']) || word.ends_with('.'))
    };
    let three = words.windows(3).filter(|three| three[1] == "of");
    three.filter_map(|three| number(three[0]).zip(number(three[2]))).collect::<Vec<_>>().into_iter()
}

/// Every table of a paper, a setting's own too, and those of its bars.
pub fn every_table(document: &Document) -> Vec<Table> {
    let blocks = document.sections.iter().flat_map(|one| &one.blocks);
    let of = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table.clone()),
        Block::Chart(chart) => Some(chart.table.clone()),
        Block::Bars(bars) => Some(bars.table()),
        _other => None,
    });
    of.collect()
}

/// Everything that a paper says in words: of itself, in sentences, beside its tables and in its drawings.
pub fn words(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone(), document.draft.clone(), document.marking.clone()];
    all.extend(document.about.iter().cloned().chain([document.author.clone(), document.code.clone()]));
    all.extend(document.about.first().map(|whose| format!("{}, {whose}", document.title)));
    for section in &document.sections {
        all.push(section.name.clone());
        for block in &section.blocks {
            match block {
                Block::Heading(text) | Block::Subheading(text) | Block::Text(text) => all.push(text.clone()),
                Block::List(items) => all.extend(items.iter().cloned()),
                Block::Pairs(pairs) => {
                    all.extend(pairs.iter().map(|pair| format!("{} {}", pair.name, pair.said)));
                    all.extend(pairs.iter().map(|pair| pair.said.clone()));
                }
                Block::Notice(notice) => all.push(notice.text.clone()),
                Block::Figures(figures) => {
                    all.extend(figures.iter().flat_map(|one| {
                        let said = format!("{} {} {}", one.label, one.value, one.note);
                        [said, one.value.clone(), one.label.clone(), one.note.clone()]
                    }));
                }
                Block::Chart(chart) => {
                    all.extend([&chart.title, &chart.caption, &chart.said, &chart.note].map(Clone::clone));
                    all.push(format!("{} {}", chart.title, chart.caption));
                    let drawn = drawn(chart);
                    all.push(drawn.concat());
                    all.extend(drawn);
                }
                Block::Table(_) | Block::Bars(_) | Block::Signatures(_) => {}
            }
        }
    }
    for table in every_table(document) {
        all.push(format!("{} {}", table.title, table.caption));
        all.extend([table.title, table.caption, table.as_at].into_iter().chain(table.notes));
        all.extend(table.columns.into_iter().map(|column| column.label));
        let texts = table.rows.into_iter().flatten().filter(|cell| cell.count.is_none());
        all.extend(texts.map(|cell| cell.text.to_string()));
    }
    all
}

/// The words in a drawing.
pub fn drawn(chart: &Chart) -> Vec<String> {
    let words = chart.drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Words(words) => Some(words.text.clone()),
        _other => None,
    });
    words.collect()
}
