//! How the pieces of a section lie on pages: a table that is too wide lies on its side with the heading above it; a chart
//! stands upright, though the table of its figures may lie.
//!
//! Refuses to know: how wide a page is, which each format says.

use super::chart::Chart;
use super::document::{Begins, Block, Document, Form, Section};
use super::font::{self, Weight};
use crate::analysis::table::Table;

/// How pages lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lies {
    /// As a page is read.
    Upright,
    /// On its side.
    Sideways,
}

/// From so many lines on a paper has pages enough for a list of contents.
const LONG: usize = 100;
/// From so many lines on a paper takes two pages about.
const TWO_PAGES: usize = 75;
/// From so many lines on a letter takes more than a page about.
const LETTER: usize = 46;
/// So many letters stand on a line.
const LETTERS: usize = 95;

/// Whether a paper is longer than two or three pages, by its lines.
pub(super) fn is_long(document: &Document) -> bool {
    many_lines(document) >= LONG
}

/// Whether a paper takes two pages about, by its lines.
pub(super) fn is_two_pages(document: &Document) -> bool {
    document.form == Form::Report && (TWO_PAGES..LONG).contains(&many_lines(document))
}

/// Whether a letter is so long that its end might stand on a page of its own.
pub(super) fn is_long_letter(document: &Document) -> bool {
    document.form == Form::Letter && many_lines(document) >= LETTER
}

fn many_lines(document: &Document) -> usize {
    document.sections.iter().flat_map(|section| &section.blocks).map(lines).sum()
}

/// How many lines a piece takes about.
fn lines(block: &Block) -> usize {
    let of = |text: &str| text.lines().map(|line| line.len() / LETTERS + 1).sum::<usize>();
    match block {
        Block::Heading(_) | Block::Subheading(_) => 3,
        Block::Text(text) => of(text),
        Block::Notice(notice) => of(&notice.text) + 1,
        Block::List(items) => items.iter().map(|item| of(item)).sum(),
        Block::Pairs(pairs) => pairs.iter().map(|pair| of(&pair.said)).sum(),
        Block::Figures(_) => 5,
        Block::Table(table) => table.rows.len() + 5,
        Block::Bars(bars) => 2 * bars.rows.len() + 10,
        Block::Chart(chart) => 2 * chart.table.rows.len() + 15,
        Block::Signatures(places) => 8 * places.len(),
    }
}

/// So much of the log code is said in a paper: enough to look it up by, and what fits beside other words.
const CODE: usize = 16;

/// The beginning of a log code, as papers say it.
pub(super) fn short_code(code: &str) -> String {
    code.chars().take(CODE).collect()
}

/// What stands at the foot of every page after its number, in one line of letters of some size.
pub(super) fn below(document: &Document, (room, size): (f32, f32)) -> String {
    let whose = match document.form {
        Form::Report => document.about.first().map(|whose| format!(" \u{b7} {whose}")).unwrap_or_default(),
        Form::Letter => String::new(),
    };
    let code = short_code(&document.code);
    let code = if code.is_empty() { code } else { format!(" \u{b7} log code {code}") };
    let whole = format!(" \u{b7} {}{whose}{code}", document.title);
    let room = room - font::width("Page 100 of 100", size, Weight::Plain);
    let fits = |text: &str| font::width(text, size, Weight::Plain) <= room;
    // The code is what a reader looks up: where the line is too long, what paper it is gives way to it.
    let titled = format!(" \u{b7} {}{code}", document.title);
    match () {
        () if fits(&whole) => whole,
        () if fits(&titled) || code.is_empty() => titled,
        () => code,
    }
}

/// Pieces that lie one way, of one section.
#[derive(Clone)]
pub(super) struct Run {
    /// Which section of the document they are of.
    pub place: usize,
    /// How their pages lie.
    pub lies: Lies,
    /// The pieces.
    pub section: Section,
}

/// A document in runs of pieces that lie one way, in their order; a section with nothing in it is one run.
///
/// What is so short that its page would stand nearly empty lies with the wide table of the next section, unless that
/// begins on a page of its own.
pub(super) fn lying(document: &Document, is_wide: &dyn Fn(&Table) -> bool) -> Vec<Run> {
    let of = |(place, section): (usize, &Section)| {
        runs(section, is_wide).into_iter().map(move |(lies, section)| Run { place, lies, section })
    };
    let mut all: Vec<Run> = document.sections.iter().enumerate().flat_map(of).collect();
    for at in (0..all.len().saturating_sub(1)).rev() {
        let alone = match at.checked_sub(1) {
            None => true,
            Some(before) => all[at].section.begins == Begins::NewPage || all[before].lies == Lies::Sideways,
        };
        let led = all[at + 1].lies == Lies::Sideways && all[at + 1].section.begins == Begins::Here;
        if alone && led && all[at].section.blocks.iter().all(is_short) {
            all[at].lies = Lies::Sideways;
        }
    }
    ending(&mut all);
    all
}

/// What is short after a wide table lies on the page of that table, where what follows lies so too, begins on a page of its
/// own, or is nothing at all.
fn ending(all: &mut [Run]) {
    for at in 1..all.len() {
        let (done, left) = all.split_at_mut(at);
        let (Some(before), [here, after @ ..]) = (done.last(), left) else { continue };
        let ends = after.first().is_none_or(|next| {
            next.lies == Lies::Sideways || next.section.begins == Begins::NewPage && next.place > here.place
        });
        let follows = before.lies == Lies::Sideways && here.section.begins == Begins::Here;
        if follows && ends && here.section.blocks.iter().all(is_brief) {
            here.lies = Lies::Sideways;
        }
    }
}

/// Whether a piece takes a part of a page.
fn is_brief(block: &Block) -> bool {
    const FEW: usize = 12;
    match block {
        Block::Pairs(pairs) => pairs.len() <= FEW,
        other => is_short(other),
    }
}

/// A section in runs of pieces that lie one way.
pub(super) fn runs(section: &Section, is_wide: &dyn Fn(&Table) -> bool) -> Vec<(Lies, Section)> {
    let mut runs: Vec<(Lies, Section)> = vec![(Lies::Upright, section.clone())];
    runs[0].1.blocks.clear();
    for block in section.blocks.iter().flat_map(|block| apart(block, is_wide)) {
        let lies = match &block {
            Block::Table(table) if is_wide(table) => Lies::Sideways,
            Block::Table(_)
            | Block::Heading(_)
            | Block::Subheading(_)
            | Block::Text(_)
            | Block::List(_)
            | Block::Pairs(_)
            | Block::Notice(_)
            | Block::Figures(_)
            | Block::Bars(_)
            | Block::Chart(_)
            | Block::Signatures(_) => Lies::Upright,
        };
        add(&mut runs, lies, block);
    }
    runs
}

/// Whether a piece is so short that a page of its own would stand nearly empty.
pub(super) fn is_short(block: &Block) -> bool {
    const FEW: usize = 8;
    match block {
        Block::Heading(_) | Block::Subheading(_) | Block::Text(_) | Block::Notice(_) | Block::Figures(_) => {
            true
        }
        Block::List(lines) => lines.len() <= FEW,
        Block::Pairs(pairs) => pairs.len() <= FEW,
        Block::Table(table) => table.rows.len() <= FEW,
        Block::Bars(_) | Block::Chart(_) | Block::Signatures(_) => false,
    }
}

/// A chart whose table is too wide for an upright page is two pieces.
fn apart(block: &Block, is_wide: &dyn Fn(&Table) -> bool) -> Vec<Block> {
    match block {
        Block::Chart(chart) if is_wide(&chart.table) => {
            let alone = Chart {
                table: Table { columns: Vec::new(), rows: Vec::new(), notes: Vec::new(), ..twin(chart) },
                ..(**chart).clone()
            };
            vec![Block::Chart(Box::new(alone)), Block::Table(twin(chart))]
        }
        Block::Chart(_)
        | Block::Table(_)
        | Block::Heading(_)
        | Block::Subheading(_)
        | Block::Text(_)
        | Block::List(_)
        | Block::Pairs(_)
        | Block::Notice(_)
        | Block::Figures(_)
        | Block::Bars(_)
        | Block::Signatures(_) => vec![block.clone()],
    }
}

/// The heading of a column, in which what stands in brackets is not torn: `Special (1 of 2)`.
pub(super) fn head(label: &str) -> String {
    match label.rsplit_once(" (") {
        Some((name, rest)) if rest.ends_with(')') && rest.chars().count() < 14 => {
            format!("{name} ({}", rest.replace(' ', "\u{a0}"))
        }
        _ => label.to_owned(),
    }
}

/// A share and its base, which may stand below each other and are never torn themselves.
pub(super) fn share_and_base(text: &str) -> [&str; 2] {
    let place = text.find(" (").unwrap_or(text.len());
    [&text[..place], text[place..].trim_start()]
}

/// The words of a text between which it may be broken: a day is one, `12 November 2026`.
pub(super) fn words(text: &str) -> Vec<&str> {
    if is_day(text) { vec![text] } else { text.split([' ', '\n']).collect() }
}

/// Whether a text is a day and nothing else.
pub(super) fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split(' ').collect();
    let number = |text: &str, long: std::ops::RangeInclusive<usize>| {
        long.contains(&text.len()) && text.bytes().all(|letter| letter.is_ascii_digit())
    };
    matches!(parts[..], [day, month, year] if number(day, 1..=2) && number(year, 4..=4) && month.chars().all(char::is_alphabetic))
}

/// The table of a chart's figures, under a title that says so.
pub(super) fn twin(chart: &Chart) -> Table {
    let title = if chart.title.is_empty() { "Chart" } else { &chart.title };
    Table { title: format!("{title}: the figures"), caption: String::new(), ..chart.table.clone() }
}

fn add(runs: &mut Vec<(Lies, Section)>, lies: Lies, block: Block) {
    let name = runs[0].1.name.clone();
    if let Some((last, section)) = runs.last_mut() {
        if *last == lies {
            section.blocks.push(block);
            return;
        }
        let from = section.blocks.iter().rposition(|one| !is_short(one)).map_or(0, |place| place + 1);
        // What leads to a wide table, and what is short before it, lies with it.
        let mut led = if lies == Lies::Sideways { section.blocks.split_off(from) } else { Vec::new() };
        led.push(block);
        if section.blocks.is_empty() {
            (*last, section.blocks) = (lies, led);
        } else {
            runs.push((lies, Section { name, begins: Begins::Here, blocks: led }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::{Column, ColumnKind};

    fn table(columns: usize) -> Table {
        Table {
            title: "A table".into(),
            caption: String::new(),
            as_at: String::new(),
            columns: (0..columns).map(|_| Column::new("C", ColumnKind::Count)).collect(),
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_paper_of_two_pages_has_no_list_of_contents() {
        let points = |text: &str| Document {
            sections: (1..=7).map(|n| Section::new("P").heading(format!("Point {n}")).text(text)).collect(),
            ..Document::default()
        };
        let sentence = "One sentence that everybody can use tomorrow. ";
        assert!(!is_long(&points(sentence)) && !is_two_pages(&points(sentence)));
        assert!(!is_long(&points(&sentence.repeat(16))) && is_two_pages(&points(&sentence.repeat(16))));
        assert!(is_long(&points(&sentence.repeat(40))) && !is_two_pages(&points(&sentence.repeat(40))));
    }

    #[test]
    fn what_is_short_has_no_page_of_its_own_before_a_wide_table() {
        let wide = |table: &Table| table.columns.len() > 5;
        let lies = |first: Section, second: Section| -> Vec<Lies> {
            let document = Document { sections: vec![first, second], ..Document::default() };
            lying(&document, &wide).into_iter().map(|run| run.lies).collect()
        };
        let short = || Section::new("Summary").heading("How it stands").text("Words.");
        let plan = || Section::new("Plan").heading("The plan").table(table(9));
        assert_eq!(lies(short(), plan()), [Lies::Sideways; 2]);
        assert_eq!(lies(short(), plan().on_new_page()), [Lies::Upright, Lies::Sideways]);
        assert_eq!(lies(short(), Section::new("Narrow").table(table(2))), [Lies::Upright; 2]);
        let long = short().with(Block::List(vec!["A line.".to_owned(); 20]));
        assert_eq!(lies(long, plan()), [Lies::Upright, Lies::Sideways]);
    }

    #[test]
    fn a_wide_table_lies_on_its_side_with_its_heading_and_the_rest_stands_upright() {
        let wide = |table: &Table| table.columns.len() > 5;
        let long = Block::List(vec!["A line.".to_owned(); 20]);
        let section = Section::new("S").on_new_page().heading("First").with(long).subheading("Below");
        let section = section.text("Words.").table(table(9)).text("After.");
        let runs = runs(&section, &wide);
        let told: Vec<(Lies, usize)> = runs.iter().map(|(lies, run)| (*lies, run.blocks.len())).collect();
        assert_eq!(told, [(Lies::Upright, 2), (Lies::Sideways, 3), (Lies::Upright, 1)]);
        assert_eq!((runs[0].1.begins, runs[1].1.begins), (Begins::NewPage, Begins::Here));
        let only = Section::new("S").on_new_page().heading("First").table(table(9));
        let only = super::runs(&only, &wide);
        assert_eq!((only.len(), only[0].0, only[0].1.begins), (1, Lies::Sideways, Begins::NewPage));
        let short = Section::new("S").heading("Counts").table(table(2)).heading("All").table(table(9));
        let short = super::runs(&short, &wide);
        assert_eq!((short.len(), short[0].0, short[0].1.blocks.len()), (1, Lies::Sideways, 4));
    }

    #[test]
    fn a_short_table_has_no_page_of_its_own_before_a_wide_one() {
        let wide = |table: &Table| table.columns.len() > 5;
        let long = || Block::List(vec!["A line.".to_owned(); 20]);
        let section = Section::new("S").heading("Actions").with(long()).table(table(2)).table(table(9));
        let section = section.with(long());
        let runs = runs(&section, &wide);
        let told: Vec<(Lies, usize)> = runs.iter().map(|(lies, run)| (*lies, run.blocks.len())).collect();
        assert_eq!(told, [(Lies::Upright, 2), (Lies::Sideways, 2), (Lies::Upright, 1)]);
    }

    #[test]
    fn what_is_short_at_the_end_lies_with_the_wide_table_before_it() {
        let wide = |table: &Table| table.columns.len() > 5;
        let pairs =
            |many: usize| Block::Pairs(vec![crate::report::document::Pair::new("Name", "Said"); many]);
        let lies = |last: Section| -> Vec<Lies> {
            let plan = Section::new("Plan").heading("The plan").table(table(9));
            let document = Document { sections: vec![plan, last], ..Document::default() };
            lying(&document, &wide).into_iter().map(|run| run.lies).collect()
        };
        let recipe = |many| Section::new("Recipe").heading("How").text("Words.").with(pairs(many));
        assert_eq!(lies(recipe(10)), [Lies::Sideways; 2]);
        assert_eq!(lies(recipe(10).on_new_page()), [Lies::Sideways, Lies::Upright]);
        assert_eq!(lies(recipe(30)), [Lies::Sideways, Lies::Upright]);
    }

    #[test]
    fn the_foot_of_a_page_is_one_line_that_keeps_the_code() {
        let mut document = Document {
            title: "Annual assurance report".into(),
            about: vec!["Sampleshire Safeguarding Partnership".into()],
            code: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".into(),
            ..Document::default()
        };
        let foot = |document: &Document| below(document, (480.0, 8.0));
        assert!(
            foot(&document).ends_with("Partnership \u{b7} log code ABCDEFGHIJKLMNOP"),
            "{}",
            foot(&document)
        );
        document.about = vec!["Sampleshire and Exampleton Safeguarding Children Partnership ".repeat(2)];
        assert_eq!(foot(&document), " \u{b7} Annual assurance report \u{b7} log code ABCDEFGHIJKLMNOP");
        document.title = "Record of the case audit: ".repeat(6);
        assert_eq!(foot(&document), " \u{b7} log code ABCDEFGHIJKLMNOP");
    }

    #[test]
    fn a_day_is_one_word() {
        assert_eq!(words("12 November 2026"), ["12 November 2026"]);
        for text in ["Twelve November 2026", "12 November 2026: issued", "2 of 2026", "12 2026", ""] {
            assert!(!is_day(text) || words(text).len() == 1, "{text}");
        }
        assert_eq!(words("12 November 2026: issued").len(), 4);
    }

    #[test]
    fn what_stands_in_the_brackets_of_a_heading_is_not_torn() {
        assert_eq!(head("Special (1 of 2)"), "Special (1\u{a0}of\u{a0}2)");
        assert_eq!(head("Gap (points)"), "Gap (points)");
        assert_eq!(head("All"), "All");
    }
}
