//! The words of a paper: its tables, its sentences, and the figures in them.

use attest::analysis::table::Table;
use attest::report::Document;
use attest::report::document::Block;

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
