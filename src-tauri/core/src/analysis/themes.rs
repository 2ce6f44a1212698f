//! T12 and T22: how many settings speak of each theme, by group, with a quotation that names nobody.
//!
//! Pure over the grid. Refuses to know: the file, and how a text was found to speak of a theme.

use std::collections::BTreeSet;

use super::behind::Behind;
use super::grid::Grid;
use super::group::{By, shown_groups};
use super::judged::{Caption, caption_of, day};
use super::sharing::Shown;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::submission::SubmissionId;
use crate::template::Template;

/// A theme and who speaks of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Spoken {
    /// What it is called.
    pub name: String,
    /// The returns with a text that speaks of it.
    pub returns: BTreeSet<SubmissionId>,
    /// What its line is known by.
    pub word: String,
    /// What may be quoted of them, the setting hidden.
    pub quote: String,
    /// What is planned in answer to it.
    pub response: String,
}

/// What the last column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// A quotation.
    Quotation,
    /// What is planned.
    Response,
}

/// How many of the settings that returned speak of each theme: the most first.
pub fn table(
    grid: &Grid,
    template: &Template,
    caption: &Caption,
    (by, beside): (By, Beside),
    spoken: &[Spoken],
    shown: Shown<'_>,
) -> Table {
    let grid = shown.grid(grid);
    let groups = shown_groups(grid, by);
    let mut rows: Vec<Vec<Cell>> =
        spoken.iter().map(|one| row(grid, one, &groups, (by, beside), shown)).collect();
    // By what is shown: the place of a hidden number would tell it.
    rows.sort_by(|one, other| (other[1].count, &one[0].text).cmp(&(one[1].count, &other[0].text)));
    let mut columns = vec![
        Column::new(if beside == Beside::Response { "Support asked for" } else { "Theme" }, ColumnKind::Text),
        Column::new(format!("All settings ({})", grid.rows.len()), ColumnKind::Share),
    ];
    columns.extend(
        groups.iter().map(|(name, rows)| Column::new(format!("{name} ({})", rows.len()), ColumnKind::Share)),
    );
    columns.push(Column::new(
        match beside {
            Beside::Quotation => "In the words of one setting",
            Beside::Response => "Response planned",
        },
        ColumnKind::Text,
    ));
    Table {
        title: match beside {
            Beside::Quotation => "Themes in what settings wrote".to_owned(),
            Beside::Response => "Support that settings ask for".to_owned(),
        },
        caption: caption_of(grid, template, caption),
        as_at: day(caption.as_at),
        columns,
        notes: shown.notes(&rows, vec![
            "Each number counts settings that speak of the theme at least once, of all settings whose return counts.".to_owned(),
            "What a text speaks of was read and said by a person. That a setting does not speak of something does not mean that it has no view on it.".to_owned(),
        ]),
        rows,
    }
}

/// Which returns are counted in each line, by its word.
pub fn counted<'s>(
    spoken: impl Iterator<Item = &'s Spoken>,
) -> impl Iterator<Item = (String, BTreeSet<SubmissionId>)> {
    spoken.map(|one| (one.word.clone(), one.returns.clone()))
}

fn row(
    grid: &Grid,
    one: &Spoken,
    groups: &[(String, Vec<usize>)],
    (by, beside): (By, Beside),
    shown: Shown<'_>,
) -> Vec<Cell> {
    let speaks: Vec<bool> = grid.rows.iter().map(|row| one.returns.contains(&row.submission)).collect();
    let line = match shown {
        Shown::ToOfficers => None,
        Shown::ToOthers(sharing) => Some(sharing.of_settings(&one.word)),
    };
    let share = |rows: &[usize]| {
        let base: Vec<SubmissionId> = rows.iter().map(|row| grid.rows[*row].submission).collect();
        let speaking: Vec<SubmissionId> =
            rows.iter().filter(|row| speaks[**row]).map(|row| grid.rows[*row].submission).collect();
        let cell = Cell::share(number(speaking.len()), number(base.len()));
        match shown {
            Shown::ToOfficers => cell.of(Behind::returns(speaking.into_iter(), &base)),
            Shown::ToOthers(_) => cell,
        }
    };
    let hidden = |hides: bool, cell: Cell| if hides { Cell::hidden() } else { cell };
    let all = line.as_ref().is_some_and(super::sharing::Line::hides_all);
    let mut cells = vec![Cell::text(&one.name), hidden(all, share(&grid.everyone()))];
    cells.extend(groups.iter().enumerate().map(|(place, (_, rows))| {
        hidden(line.as_ref().is_some_and(|line| line.hides(by, place)), share(rows))
    }));
    cells.push(match beside {
        // Whose words a quotation is could be told where few speak of the theme.
        Beside::Quotation => hidden(all && !one.quote.is_empty(), Cell::text(&one.quote)),
        Beside::Response => Cell::text(&one.response),
    });
    cells
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// A text with the names that would tell whose it is taken out.
pub fn without_names(text: &str, names: &[&str]) -> String {
    let mut said = text.to_owned();
    let mut names: Vec<&str> = names.iter().copied().filter(|name| name.trim().chars().count() > 3).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for name in names {
        said = taken_out(&said, name.trim());
    }
    said
}

/// Every place of a name, whatever its case, as a mark.
fn taken_out(text: &str, name: &str) -> String {
    let words = crate::text::seek::words(text);
    let wanted: Vec<String> = crate::text::seek::words(name).into_iter().map(|word| word.folded).collect();
    let (mut said, mut from, mut at) = (String::new(), 0, 0);
    while at < words.len() {
        let here = words.get(at..at + wanted.len()).filter(|_| !wanted.is_empty());
        match here.filter(|here| here.iter().map(|word| &word.folded).eq(&wanted)) {
            Some(here) => {
                said.push_str(&text[from..here[0].start]);
                said.push_str("[the setting]");
                from = here[here.len() - 1].end;
                at += here.len();
            }
            None => at += 1,
        }
    }
    said.push_str(&text[from..]);
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::naive_tests::{caption, random_grid, template};
    use crate::analysis::sharing::{Counted, SharedBefore, Sharing, Told};
    use rand::{RngExt as _, SeedableRng as _};
    use rand_chacha::ChaCha8Rng;

    fn spoken(grid: &Grid, random: &mut ChaCha8Rng, name: &str, one_in: u32) -> Spoken {
        let says = grid.rows.iter().filter(|_| random.random_range(0..one_in) == 0);
        Spoken {
            name: name.to_owned(),
            word: name.to_owned(),
            returns: says.map(|row| row.submission).collect(),
            ..Spoken::default()
        }
    }

    #[test]
    fn the_order_for_others_is_that_of_the_numbers_they_see() {
        let mut hidden = 0;
        for seed in 0..12 {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let grid = random_grid(&mut random, 60);
            let names = ["Zeal", "Records", "Online", "Boards", "Attendance"];
            let themes: Vec<Spoken> = (2_u32..)
                .zip(names)
                .map(|(one_in, name)| spoken(&grid, &mut random, name, one_in * one_in))
                .collect();
            let sharing = Sharing::of(&grid, 5).counting(counted(themes.iter()));
            let chosen = (By::Phase, Beside::Quotation);
            let table = table(&grid, &template(), &caption(), chosen, &themes, Shown::ToOthers(&sharing));
            let seen: Vec<Option<u32>> = table.rows.iter().map(|row| row[1].count).collect();
            assert!(seen.is_sorted_by(|one, other| one >= other), "seed {seed}: {seen:?}");
            let last = table.rows.iter().filter(|row| row[1].count.is_none()).map(|row| row[0].text.as_str());
            let last: Vec<&str> = last.collect();
            assert!(last.is_sorted(), "seed {seed}: {last:?}");
            hidden += last.len();
        }
        assert!(hidden > 12, "{hidden} hidden");
    }

    #[test]
    fn every_share_is_what_a_slow_count_gives() {
        for seed in 0..12 {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let grid = random_grid(&mut random, 40);
            let themes = [spoken(&grid, &mut random, "One", 2), spoken(&grid, &mut random, "Two", 6)];
            let chosen = (By::Phase, Beside::Quotation);
            let table = table(&grid, &template(), &caption(), chosen, &themes, Shown::ToOfficers);
            for row in &table.rows {
                let theme = themes.iter().find(|theme| theme.name == row[0].text).expect("there");
                assert_eq!(row[1].count, Some(number(theme.returns.len())));
                let primary = table.columns.iter().position(|column| column.label.starts_with("Primary"));
                let slow = grid.rows.iter().filter(|row| row.who.phase == "Primary");
                let slow = slow.filter(|row| theme.returns.contains(&row.submission)).count();
                assert_eq!(row[primary.expect("primary schools")].count, Some(number(slow)), "seed {seed}");
            }
            assert!(table.rows[0][1].count >= table.rows[1][1].count);
        }
    }

    #[test]
    fn few_who_speak_of_a_theme_are_not_shared_and_do_not_follow_from_the_rest() {
        let mut hidden = 0;
        for seed in 0..20 {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let grid = random_grid(&mut random, 60);
            let theme = spoken(&grid, &mut random, "One", 9);
            let sharing = Sharing::of(&grid, 5).counting(counted(std::iter::once(&theme)));
            let chosen = (By::Phase, Beside::Quotation);
            let open = table(
                &grid,
                &template(),
                &caption(),
                chosen,
                std::slice::from_ref(&theme),
                Shown::ToOthers(&sharing),
            );
            let shares = &open.rows[0][1..open.rows[0].len() - 1];
            assert!(shares.iter().all(|cell| cell.count.is_none_or(|count| !(1..5).contains(&count))));
            let left: Vec<_> = shares[1..].iter().filter(|cell| cell.count.is_none()).collect();
            hidden += left.len();
            if let Some(all) = shares[0].count.filter(|_| !left.is_empty()) {
                let known: u32 = shares[1..].iter().filter_map(|cell| cell.count).sum();
                assert!(all - known == 0 || all - known >= 5, "seed {seed}: {} follow", all - known);
            }
        }
        assert!(hidden > 5, "{hidden}");
    }

    #[test]
    fn what_few_were_found_to_speak_of_since_it_was_shared_is_not_told() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let grid = random_grid(&mut random, 60);
        let theme = spoken(&grid, &mut random, "One", 2);
        let same: BTreeSet<SubmissionId> = grid.rows.iter().map(|row| row.submission).collect();
        let all = |since: usize| {
            // So many of them were not yet found to speak of it then.
            let returns = theme.returns.iter().skip(since).copied().collect();
            let then = Counted { returns, hidden: Vec::new() };
            let told = vec![Told::from([(theme.word.clone(), then)])];
            let before = SharedBefore { same: same.clone(), told, ..SharedBefore::default() };
            let sharing = Sharing::of(&grid, 5).beside(&grid, &[before]);
            let sharing = sharing.counting(counted(std::iter::once(&theme)));
            let (to, chosen) = (Shown::ToOthers(&sharing), (By::Phase, Beside::Quotation));
            let theme = std::slice::from_ref(&theme);
            table(&grid, &template(), &caption(), chosen, theme, to).rows.swap_remove(0)[1].count
        };
        assert!(all(0).is_some() && all(5).is_some() && all(12).is_some());
        assert_eq!([all(1), all(2), all(4)], [None; 3]);
    }

    #[test]
    fn a_quotation_says_nobody_s_name() {
        let names = ["Example Primary School", "Example", "Sampleton Trust", ""];
        let said =
            without_names("At EXAMPLE Primary School, Example\u{2019}s pupils; Sampleton trust.", &names);
        assert_eq!(said, "At [the setting], [the setting]\u{2019}s pupils; [the setting].");
        assert_eq!(without_names("Nothing", &["", "abc"]), "Nothing");
    }
}
