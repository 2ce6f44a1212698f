//! Each piece of a section, laid on pages.
//!
//! Refuses to know: what is said in them.

use super::flow::{FIRST, Flow, Look, SECOND, SMALL, STRONG, TEXT, pixels};
use super::page::{Kind, MARGIN, Tint, What};
use super::table;
use crate::analysis::table::Table;
use crate::report::bars::Bars;
use crate::report::chart::{Chart, from_bars};
use crate::report::document::{Block, Figure, Notice, Pair, SignaturePlace, Tone};
use crate::report::font::{self, Weight, lines};
use crate::report::pages::twin;

/// The room for the name of a pair.
const NAME: f32 = 165.0;
/// Pairs that take less of a page than this are not broken over two.
const TOGETHER: f32 = 0.36;
/// A list of so few points that take less of a page than this is not broken over two.
const FEW: usize = 4;
const SHORT: f32 = 0.2;
/// The height of a sentence that leads to what follows it.
const LEADING: f32 = 34.0;
/// So many figures stand beside each other.
const BESIDE: usize = 4;

/// Lays the pieces of a section one after the other.
pub(super) fn blocks(flow: &mut Flow, blocks: &[Block]) {
    for (place, block) in blocks.iter().enumerate() {
        let with = least(flow, &blocks[place + 1..], HEADED);
        match (block, blocks.get(place + 1)) {
            (Block::Bars(some), Some(Block::Table(table))) if has_rows_of(table, some) => {
                let mut alone = from_bars(some);
                alone.table.columns.clear();
                chart(flow, &alone);
            }
            (Block::Text(text), Some(next)) if leads(flow, text, next) => {
                flow.need(LEADING + with);
                lay(flow, block, with);
            }
            _ => lay(flow, block, with),
        }
    }
}

/// Whether a sentence leads to what follows it, and stands on its page.
fn leads(flow: &Flow, text: &str, next: &Block) -> bool {
    let led = matches!(next, Block::Table(_) | Block::Bars(_) | Block::Chart(_) | Block::Pairs(_));
    led && lines(&font::writable(text), TEXT.size, TEXT.weight, flow.room()).len() <= 2
}

/// Whether a table has the rows of bars above it, so that they need no table of their own.
fn has_rows_of(table: &Table, bars: &Bars) -> bool {
    bars.notes.is_empty()
        && bars.rows.len() <= table.rows.len()
        && bars
            .rows
            .iter()
            .zip(&table.rows)
            .all(|(bar, row)| row.first().is_some_and(|cell| cell.text == bar.label))
}

fn lay(flow: &mut Flow, block: &Block, with: f32) {
    match block {
        Block::Heading(text) => flow.heading(text, (2, FIRST), with),
        Block::Subheading(text) => flow.heading(text, (3, SECOND), with),
        Block::Text(text) => {
            flow.paragraph(text, TEXT);
            flow.gap(5.0);
        }
        Block::List(items) => list(flow, items),
        Block::Pairs(some) => pairs(flow, some),
        Block::Notice(one) => notice(flow, one),
        Block::Figures(some) => figures(flow, some),
        Block::Table(one) => table::table(flow, one),
        Block::Bars(some) => chart(flow, &from_bars(some)),
        Block::Chart(one) => chart(flow, one),
        Block::Signatures(places) => places.iter().for_each(|one| place(flow, one)),
    }
}

/// The least height that has to follow what stands above it, a heading to begin with, on its page.
fn least(flow: &Flow, rest: &[Block], above: f32) -> f32 {
    match rest.first() {
        None => 0.0,
        Some(Block::Heading(_) | Block::Subheading(_)) => 30.0 + least(flow, &rest[1..], above + 30.0),
        Some(Block::Text(_)) => match rest.get(1) {
            Some(Block::Chart(_) | Block::Bars(_) | Block::Table(_)) => {
                LEADING + least(flow, &rest[1..], above + LEADING)
            }
            Some(Block::Pairs(some)) => LEADING + pairs_high(flow, some),
            _ => 40.0,
        },
        Some(Block::List(items)) => list_high(flow, items).max(40.0),
        Some(Block::Pairs(some)) => pairs_high(flow, some),
        Some(Block::Notice(_)) => 60.0,
        Some(Block::Figures(_)) => 100.0,
        Some(Block::Table(one)) => table::led(flow, one, above),
        Some(Block::Bars(bars)) => high(flow, &from_bars(bars), above),
        Some(Block::Chart(chart)) => high(flow, chart, above),
        Some(Block::Signatures(_)) => 160.0,
    }
}

/// A chart with its title and caption, below a heading of some height: smaller, where it then has room on the page.
fn high(flow: &Flow, chart: &Chart, headed: f32) -> f32 {
    let drawn = pixels(chart.drawing.height) * flow.room().min(WIDEST) / 1000.0;
    let (drawn, left) = (drawn.min(flow.whole() - ABOVE), flow.left() - headed - TITLED);
    let smaller = drawn * SMALLER;
    TITLED + if drawn > left && smaller <= left { smaller } else { drawn }
}

/// So high are a heading above a chart, and its own title and caption.
const HEADED: f32 = 62.0;
const TITLED: f32 = 60.0;
/// A chart is set so much smaller, and no more, to stand on a page that has begun.
const SMALLER: f32 = 0.76;

/// So much of a page is left for what stands above a chart: a heading, a sentence, its title and caption.
const ABOVE: f32 = 170.0;

/// No chart is wider than an upright page.
const WIDEST: f32 = 493.0;

/// A chart over its table, with its title and caption above both.
fn chart(flow: &mut Flow, chart: &Chart) {
    flow.gap(6.0);
    let room = flow.room().min(WIDEST);
    flow.need(high(flow, chart, 0.0));
    let title = if chart.title.is_empty() { "Chart" } else { &chart.title };
    flow.group(Kind::Paragraph, |flow| flow.words(title, STRONG, (MARGIN, room)));
    if !chart.caption.is_empty() {
        flow.paragraph(&chart.caption, SMALL);
    }
    flow.gap(4.0);
    let most = (flow.whole() - ABOVE).min(flow.left() - 4.0);
    let fits = most / (pixels(chart.drawing.height).max(1.0) / 1000.0);
    flow.drawing(&chart.drawing, &chart.said, (MARGIN, room.min(fits)));
    flow.gap(6.0);
    if !chart.table.columns.is_empty() {
        table::table(flow, &twin(chart));
    }
}

fn points_wide(flow: &Flow) -> f32 {
    (flow.room() - 16.0).min(490.0)
}

/// The height that the next point of a list needs: with the last one, which never stands alone at the head of a page.
fn points_high(flow: &Flow, rest: &[String]) -> f32 {
    let together = if rest.len() == 2 { 2 } else { 1 };
    let high = |item: &String| {
        let many = lines(&font::writable(item), TEXT.size, TEXT.weight, points_wide(flow)).len();
        pixels(i32::try_from(many.min(6)).unwrap_or(6)) * TEXT.leading() + 2.0
    };
    rest.iter().take(together).map(high).sum()
}

/// The height that a list needs on the page on which it begins: of few points all.
fn list_high(flow: &Flow, items: &[String]) -> f32 {
    let all: f32 = items.iter().map(|item| points_high(flow, std::slice::from_ref(item))).sum();
    if items.len() <= FEW && all <= flow.whole() * SHORT { all } else { points_high(flow, items) }
}

fn list(flow: &mut Flow, items: &[String]) {
    let room = points_wide(flow);
    flow.need(list_high(flow, items));
    flow.open(Kind::List);
    for (place, item) in items.iter().enumerate() {
        flow.open(Kind::ListItem);
        flow.need(points_high(flow, &items[place..]));
        let y = flow.y + TEXT.size;
        flow.group(Kind::Label, |flow| flow.line("\u{2022}", TEXT, MARGIN + 4.0, y));
        flow.group(Kind::ListBody, |flow| flow.words(item, TEXT, (MARGIN + 16.0, room)));
        flow.close();
        flow.gap(2.0);
    }
    flow.close();
    flow.gap(4.0);
}

/// How many lines a pair takes.
fn pair_lines(flow: &Flow, pair: &Pair) -> usize {
    let name = lines(&font::writable(&pair.name), TEXT.size, Weight::Plain, NAME);
    let said = lines(&font::writable(&pair.said), STRONG.size, Weight::Bold, flow.room() - NAME - 8.0);
    name.len().max(said.len())
}

/// The height that pairs need on the page on which they begin: of few all, so that the last never stand alone.
fn pairs_high(flow: &Flow, pairs: &[Pair]) -> f32 {
    let many: usize = pairs.iter().map(|pair| pair_lines(flow, pair)).sum();
    let gaps = pixels(i32::try_from(pairs.len()).unwrap_or(i32::MAX)) * 2.0;
    let all = pixels(i32::try_from(many).unwrap_or(i32::MAX)) * TEXT.leading() + gaps;
    if all <= flow.whole() * TOGETHER { all } else { 40.0 }
}

fn pairs(flow: &mut Flow, pairs: &[Pair]) {
    let room = flow.room() - NAME - 8.0;
    flow.need(pairs_high(flow, pairs));
    for pair in pairs {
        let many = pair_lines(flow, pair);
        flow.need(pixels(i32::try_from(many.min(6)).unwrap_or(6)) * TEXT.leading());
        let top = flow.y;
        flow.open(Kind::Paragraph);
        flow.words(&pair.name, Look { tint: Tint::Soft, ..TEXT }, (MARGIN, NAME));
        let after = flow.y;
        if flow.y >= top {
            flow.y = top;
        }
        flow.words(&pair.said, STRONG, (MARGIN + NAME + 8.0, room));
        flow.close();
        flow.y = flow.y.max(after) + 2.0;
    }
    flow.gap(5.0);
}

fn notice(flow: &mut Flow, notice: &Notice) {
    let (thick, look) = match notice.tone {
        Tone::Plain | Tone::Good => (2.0, TEXT),
        Tone::Warning => (4.0, STRONG),
    };
    let room = flow.room() - 20.0;
    let many = lines(&font::writable(&notice.text), look.size, look.weight, room).len();
    let high = pixels(i32::try_from(many).unwrap_or(1)) * look.leading() + 10.0;
    flow.gap(3.0);
    flow.need(high.min(flow.whole()));
    let top = flow.y;
    flow.adorn(What::Rule {
        x: MARGIN + 2.0,
        y: top,
        to: (MARGIN + 2.0, top + high),
        thick,
        tint: Tint::Navy,
    });
    flow.y += 4.0;
    flow.group(Kind::Paragraph, |flow| flow.words(&notice.text, look, (MARGIN + 14.0, room)));
    flow.y += 10.0;
}

/// Figures that stand out, beside each other.
fn figures(flow: &mut Flow, figures: &[Figure]) {
    for some in figures.chunks(BESIDE) {
        let wide = flow.room() / 4.0;
        flow.need(84.0);
        let (top, mut lowest) = (flow.y, flow.y);
        for (place, figure) in some.iter().enumerate() {
            let x = MARGIN + wide * pixels(i32::try_from(place).unwrap_or(0));
            let inner = wide - 12.0;
            flow.y = top;
            flow.adorn(What::Rule { x, y: top, to: (x + inner, top), thick: 1.5, tint: Tint::Navy });
            flow.y += 4.0;
            flow.open(Kind::Paragraph);
            flow.words(&figure.label, SMALL, (x, inner));
            flow.words(
                &figure.value,
                Look { size: 15.0, weight: Weight::Bold, tint: Tint::Navy },
                (x, inner),
            );
            if !figure.note.is_empty() {
                flow.words(&figure.note, SMALL, (x, inner));
            }
            flow.close();
            lowest = lowest.max(flow.y);
        }
        flow.y = lowest + 8.0;
    }
}

fn place(flow: &mut Flow, place: &SignaturePlace) {
    flow.heading(&place.role, (3, SECOND), 150.0);
    for text in [&place.body, &place.statement] {
        if !text.is_empty() {
            flow.paragraph(text, TEXT);
        }
    }
    match &place.signed {
        Some(said) => pairs(flow, said),
        None => to_sign(flow),
    }
    flow.gap(8.0);
}

/// Lines to sign by hand.
fn to_sign(flow: &mut Flow) {
    let half = flow.room() / 2.0;
    for pair in [["Name", "Signature"], ["Meeting and minute", "Date"]] {
        flow.need(44.0);
        flow.y += 30.0;
        let y = flow.y;
        for (place, name) in pair.into_iter().enumerate() {
            let x = MARGIN + half * pixels(i32::try_from(place).unwrap_or(0));
            flow.rule((x, half - 20.0), 0.75, Tint::Ink);
            flow.group(Kind::Paragraph, |flow| flow.line(name, SMALL, x, y + 11.0));
        }
        flow.y += 14.0;
    }
}
