//! What stands in each chapter: figures with the response beside them, charts over their tables, and what people wrote.
//!
//! A chapter that has nothing to say is left out. Refuses to know: under which heading it stands.

use super::chapter::Chapter;
use super::ground::{Ground, count};
use super::headlines::{headlines, of};
use super::method;
use super::own;
use super::pictures::{Picture, action_table, response_table};
use super::tables;
use crate::analysis::group::{By, named};
use crate::analysis::judged::response as response_said;
use crate::analysis::response::Response;
use crate::analysis::table::Table;
use crate::analysis::{matrix, panels, rises, triangle};
use crate::report::document::{Block, Figure, Pair, Section};

/// What stands in the place of results while there are none.
pub(super) const NONE_COUNTS: &str = "No return counts yet.";

/// Adds a chapter to a section.
pub(super) fn chapter(section: Section, chapter: Chapter, ground: &Ground<'_>) -> Section {
    match chapter {
        Chapter::Results if ground.has_no_returns() => section.text(NONE_COUNTS),
        Chapter::Groups | Chapter::Change if ground.has_no_returns() => section,
        Chapter::Areas if ground.has_no_returns() => texted(section, ground, "areas"),
        Chapter::Strengths if ground.has_no_returns() => {
            own::practised(texted(section, ground, "strengths"), ground)
        }
        Chapter::About => about(section, ground),
        Chapter::Headlines => told(section, ground),
        Chapter::LastActions => last_actions(section, ground),
        Chapter::Method => method::method(section, ground),
        Chapter::Response => response(section, ground),
        Chapter::Results => results(section, ground),
        Chapter::Groups => groups(section, ground),
        Chapter::Change => change(section, ground),
        Chapter::Strengths => {
            let section = drawn(texted(section, ground, "strengths"), ground, &[Picture::Strongest]);
            own::practised(section, ground)
        }
        Chapter::Areas => drawn(texted(section, ground, "areas"), ground, &[Picture::Weakest]),
        Chapter::Told => heard(section, ground),
        Chapter::Panels => panelled(section, ground),
        Chapter::Voices => voices(section, ground),
        Chapter::Impact => own::impact(texted(section, ground, "impact"), ground),
        Chapter::Plan => plan(section, ground),
        Chapter::Appendices => method::appendices(section, ground),
    }
}

/// The same in the full report, in which findings stand by theme too: a theme is what somebody typed, so that it goes no
/// further than that.
pub(super) fn in_full(section: Section, one: Chapter, ground: &Ground<'_>) -> Section {
    let section = chapter(section, one, ground);
    if one != Chapter::Panels || ground.is_shared() {
        return section;
    }
    let found = panels::findings(ground.template, ground.caption, ground.found);
    panels::themes(found).into_iter().fold(section, Section::table)
}

/// A text that a person wrote: paragraphs, and lines that begin with a hyphen as a list.
pub(super) fn texted(section: Section, ground: &Ground<'_>, key: &str) -> Section {
    let Some(text) = ground.text(key) else { return section };
    let mut section = section;
    for paragraph in text.split("\n\n").map(str::trim).filter(|one| !one.is_empty()) {
        let items: Option<Vec<String>> = paragraph
            .lines()
            .map(|line| line.trim().strip_prefix("- ").map(|item| item.trim().to_owned()))
            .collect();
        section = match items {
            Some(items) => section.with(Block::List(items)),
            None => section.text(paragraph),
        };
    }
    section
}

/// Charts, as far as there is anything to be seen in them.
pub(super) fn drawn(section: Section, ground: &Ground<'_>, pictures: &[Picture]) -> Section {
    let section = pictures.iter().fold(section, |section, picture| match picture.drawn(ground) {
        Some(chart) => section.chart(chart),
        None => section,
    });
    let waits = ground.has_no_returns() && pictures.iter().any(|picture| picture.is_of_ratings());
    if waits { section.text(NONE_COUNTS) } else { section }
}

fn about(section: Section, ground: &Ground<'_>) -> Section {
    let approved = match &ground.added.approved {
        Some(approved) => format!("Approved by {} on {}", approved.by, in_words(&approved.on)),
        None => "Draft: not approved yet".to_owned(),
    };
    let mut pairs = vec![
        Pair::new("Round", ground.round),
        Pair::new("Audit tool", ground.recipe.tool.as_str()),
        Pair::new("Figures as at", ground.as_at()),
        Pair::new("State", approved),
        Pair::new("Author", ground.partnership),
        Pair::new(
            "For",
            if ground.is_shared() {
                "Everybody on the circulation list; small numbers are hidden"
            } else {
                "Officers of the partnership; small numbers are shown"
            },
        ),
    ];
    if !ground.added.circulation.is_empty() {
        pairs.push(Pair::new("Circulation", ground.added.circulation.join("\n")));
    }
    texted(section.with(Block::Pairs(pairs)), ground, "introduction")
}

fn in_words(on: &str) -> String {
    on.parse().map_or_else(|_| on.to_owned(), crate::analysis::judged::day)
}

fn told(section: Section, ground: &Ground<'_>) -> Section {
    let said: Vec<String> = headlines(ground).iter().map(|one| one.words().to_owned()).collect();
    section
        .with(Block::Figures(figures(ground)))
        .with(Block::List(said))
        .text("Self-assessed: these are the settings\u{2019} own judgements of themselves. They were not checked one by one.")
}

/// The figures that stand out.
pub(super) fn figures(ground: &Ground<'_>) -> Vec<Figure> {
    let now = Response::of(ground.phases(), ground.on());
    let every: Vec<usize> = ground.grid.scored().collect();
    let tally = ground.tally(&every);
    let figure = |value: String, label: &str, note: String| Figure { value, label: label.to_owned(), note };
    let percent = |part: u32, base: u32| crate::analysis::tally::percent(part, base).unwrap_or_default();
    let mut figures = vec![
        figure(
            format!("{} of {}", now.returned(), now.expected),
            "Returned",
            format!("{} of those asked, as at {}", percent(now.returned(), now.expected), ground.as_at()),
        ),
        figure(
            format!("{} of {}", now.accepted, now.returned()),
            "Accepted",
            "of those returned; only these count".to_owned(),
        ),
    ];
    if !ground.hides(&every) && tally.base() > 0 {
        figures.push(figure(
            percent(tally.at_least_met(), tally.base()).to_string(),
            "Met or exceeds",
            format!("{} of {} judgements, self-assessed", tally.at_least_met(), tally.base()),
        ));
    }
    figures.push(figure(
        format!("{} of {}", now.late, now.returned()),
        "Late",
        "of those returned, after their day".to_owned(),
    ));
    figures
}

fn last_actions(section: Section, ground: &Ground<'_>) -> Section {
    let section = own::earlier(texted(section, ground, "last_actions"), ground);
    let Some(before) = ground.earlier.as_ref().filter(|before| !before.planned.is_empty()) else {
        return section;
    };
    if ground.is_shared() {
        return section;
    }
    let done = before.planned.iter().filter(|one| !one.state.is_live()).count();
    section.text(format!(
        "The returns of {} held {}; {} stood as done or dropped in the returns themselves.",
        before.earlier.label,
        if before.planned.len() == 1 {
            "1 action".to_owned()
        } else {
            format!("{} actions", before.planned.len())
        },
        of(count(done), count(before.planned.len()), "")
    ))
}

fn response(section: Section, ground: &Ground<'_>) -> Section {
    let now = Response::of(ground.phases(), ground.on());
    let mut section = section.text(response_said(ground.grid));
    section = drawn(section, ground, &[Picture::Response, Picture::OverTime]);
    let missing = now.missing + now.sent_back;
    let [reminded, spoken, extended, escalated] = ground.chased;
    let said = |count: u32, one: &str, many: &str| {
        if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
    };
    // It stands before the tables, or it would be alone at the head of a page.
    section = section.subheading("What was done about returns that did not come").text(format!(
        "{} no return that stands: {} had nothing received and {} sent back. What was done in the round: {}, {}, {}, {}. Who they are and why stands in the restricted log of non-returns; not received is not refused.",
        if missing == 1 { "1 setting has".to_owned() } else { format!("{missing} settings have") },
        now.missing,
        if now.sent_back == 1 { "1 was".to_owned() } else { format!("{} were", now.sent_back) },
        said(reminded, "reminder", "reminders"),
        said(spoken, "conversation", "conversations"),
        said(extended, "extension", "extensions"),
        said(escalated, "escalation", "escalations"),
    ));
    // The first has its table below its chart, and what must be known to read it is said there.
    let said =
        ground.asked.first().filter(|asked| asked.tells()).map(|asked| response_table(ground, asked).notes);
    let said = said.unwrap_or_default();
    for asked in ground.asked.iter().skip(1) {
        let mut table = response_table(ground, asked);
        table.notes.retain(|note| !said.contains(note));
        section = section.table(table);
    }
    own::quality(section, ground)
}

fn results(section: Section, ground: &Ground<'_>) -> Section {
    own::numbers(drawn(section.text(response_said(ground.grid)), ground, &[Picture::Standards]), ground)
}

/// Results by what settings have in common; nothing where nothing tells them apart.
fn groups(section: Section, ground: &Ground<'_>) -> Section {
    let phases = Picture::Phases.drawn(ground);
    let others = [By::Status, By::Locality, By::Trust].into_iter().filter(|by| named(ground.grid, *by) > 1);
    let tables =
        others.map(|by| matrix::standards(ground.grid, ground.template, ground.caption, by, ground.shown));
    let tables: Vec<Table> = tables.map(Table::hidden_below).collect();
    if phases.is_none() && tables.is_empty() {
        return section;
    }
    let section = section.text(response_said(ground.grid));
    let section = phases.into_iter().fold(section, Section::chart);
    tables.into_iter().fold(section, Section::table)
}

fn change(section: Section, ground: &Ground<'_>) -> Section {
    let Some(before) = &ground.earlier else {
        return section
            .text("There is no earlier figure: this is the first round of this audit tool in the file.");
    };
    let section = drawn(section, ground, &[Picture::Between]);
    let (grid, template, caption) = (ground.grid, ground.template, ground.caption);
    let moved = rises::changes(grid, template, caption, &before.earlier, ground.shown);
    section.table(moved).text(
        "What settings that returned in both rounds rated then and now, question by question, stands in the full tables at the end.",
    )
}

fn panelled(section: Section, ground: &Ground<'_>) -> Section {
    let section = own::drawn(texted(section, ground, "panels"), ground);
    if ground.is_shared() || ground.found.is_empty() && ground.rated.is_empty() {
        return section;
    }
    let section = drawn(section, ground, &[Picture::Themes, Picture::Panels]);
    let table = panels::ratings(ground.grid, ground.template, ground.caption, ground.rated);
    // The chart has its table beside it, unless there were too many to draw.
    if table.rows.len() > super::pictures::MOST { section.table(table) } else { section }
}

/// What settings wrote of, and what they ask for.
fn heard(section: Section, ground: &Ground<'_>) -> Section {
    let section = drawn(texted(section, ground, "told"), ground, &[Picture::Spoken]);
    match tables::asked_for(ground) {
        Some(table) => section.table(table),
        None => section,
    }
}

/// What others said in surveys beside the self-ratings.
fn voices(section: Section, ground: &Ground<'_>) -> Section {
    let section = texted(section, ground, "voices");
    if ground.surveys.asked.is_empty() {
        return section;
    }
    let (grid, template, caption) = (ground.grid, ground.template, ground.caption);
    section.table(triangle::table(grid, template, caption, ground.surveys, ground.shown))
}

fn plan(section: Section, ground: &Ground<'_>) -> Section {
    let section = own::plan(texted(section, ground, "recommendations"), ground);
    let section = match action_table(ground) {
        Some(table) => section.table(table),
        None => section,
    };
    let section = drawn(section, ground, &[Picture::Months]);
    match ground.text("next_steps") {
        Some(_) => texted(section.subheading("What happens next"), ground, "next_steps"),
        None => section,
    }
}
