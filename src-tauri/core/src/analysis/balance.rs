//! T15: a sample beside the population that it was drawn from, by whatever settings are told apart by.
//!
//! Pure. Refuses to know: picks by risk, which are no part of a sample.

use std::collections::BTreeMap;

use super::behind::{Behind, How, Of};
use super::judged::day;
use super::table::{Cell, Column, ColumnKind, Table};
use crate::panel::sample::{BANDS, Candidate, Chosen, Drawing, Frame, Seat, Trait};
use crate::setting::SettingId;

/// Who of a group is in population and sample.
#[derive(Debug, Clone, Default)]
struct Line {
    population: Vec<SettingId>,
    sample: Vec<SettingId>,
    declined: Vec<SettingId>,
    replaced: Vec<SettingId>,
}

/// The table of a draw as it stands.
pub fn balance(frame: &Frame, drawing: &Drawing, chosen: &[Chosen], by: &[Trait], caption: &str) -> Table {
    let known: BTreeMap<SettingId, &Candidate> =
        frame.candidates.iter().map(|one| (one.setting, one)).collect();
    let strata = lines(drawing, chosen, &|setting| stratum_of(drawing, setting));
    let mut rows = rows("Group drawn by", &strata);
    for one in by {
        let lines = lines(drawing, chosen, &|setting| {
            known.get(&setting).map(|candidate| candidate.is(one).to_owned()).unwrap_or_default()
        });
        rows.extend(self::rows(&one.words(), &lines));
    }
    let met = chosen.iter().filter(|one| is_met(one)).count();
    Table {
        title: "Sample and population".to_owned(),
        caption: caption.to_owned(),
        as_at: day(frame.on),
        columns: columns(),
        rows,
        notes: vec![
            format!(
                "The sample is {met} of {} who could be drawn on {}; those that declined are counted apart.",
                drawing.population(),
                day(frame.on)
            ),
            "Settings picked for what is known of them are no part of the sample.".to_owned(),
        ],
    }
}

/// Several samples of a round in one table, each with its name where there is more than one; none where there is none.
pub fn together(samples: Vec<(String, Table)>) -> Option<Table> {
    let several = samples.len() > 1;
    let mut all: Option<Table> = None;
    for (name, mut table) in samples {
        if several {
            table.columns.insert(0, Column::new("Drawn as", ColumnKind::Text));
            table.rows.iter_mut().for_each(|row| row.insert(0, Cell::text(&name)));
            table.notes[0] = format!("{name}: {}", table.notes[0]);
        }
        match &mut all {
            None => all = Some(table),
            Some(all) => {
                all.rows.extend(table.rows);
                all.notes.extend(table.notes.into_iter().take(1));
            }
        }
    }
    all
}

fn columns() -> Vec<Column> {
    let count = |label: &str| Column::new(label, ColumnKind::Count);
    let share = |label: &str| Column::new(label, ColumnKind::Share);
    vec![
        Column::new("By", ColumnKind::Short),
        Column::new("Group", ColumnKind::Text),
        count("Population"),
        share("% of population"),
        count("Sample"),
        share("% of sample"),
        count("Declined"),
        count("Replaced"),
    ]
}

fn stratum_of(drawing: &Drawing, setting: SettingId) -> String {
    let of = drawing.strata.iter().find(|one| one.order.iter().any(|drawn| drawn.setting == setting));
    of.map(|one| one.name.clone()).unwrap_or_default()
}

fn is_met(chosen: &Chosen) -> bool {
    match chosen.seat {
        Seat::Drawn | Seat::Reserve(_) => true,
        Seat::Declined(..) => false,
    }
}

fn lines(
    drawing: &Drawing,
    chosen: &[Chosen],
    group: &dyn Fn(SettingId) -> String,
) -> BTreeMap<String, Line> {
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for drawn in drawing.strata.iter().flat_map(|stratum| &stratum.order) {
        lines.entry(group(drawn.setting)).or_default().population.push(drawn.setting);
    }
    for one in chosen {
        let line = lines.entry(group(one.setting)).or_default();
        match &one.seat {
            Seat::Drawn | Seat::Reserve(_) => line.sample.push(one.setting),
            Seat::Declined(_, by) => {
                line.declined.push(one.setting);
                line.replaced.extend(by.as_ref().map(|_| one.setting));
            }
        }
    }
    lines
}

fn rows(by: &str, lines: &BTreeMap<String, Line>) -> Vec<Vec<Cell>> {
    let all = |of: &dyn Fn(&Line) -> &Vec<SettingId>| -> Vec<SettingId> {
        lines.values().flat_map(|line| of(line).iter().copied()).collect()
    };
    let (population, sample) = (all(&|line| &line.population), all(&|line| &line.sample));
    let mut lines: Vec<(&String, &Line)> = lines.iter().collect();
    // Bands stand in the order of their size, groups in that of how many they are.
    let band = |name: &str| BANDS.iter().position(|one| *one == name).unwrap_or(BANDS.len());
    lines.sort_by_key(|(name, line)| (band(name), std::cmp::Reverse(line.population.len())));
    let row = |(name, line): (&String, &Line)| {
        vec![
            Cell::text(by),
            Cell::text(name.as_str()),
            counted(&line.population, &line.population),
            share(&line.population, &population),
            counted(&line.sample, &line.population),
            share(&line.sample, &sample),
            counted(&line.declined, &line.population),
            counted(&line.replaced, &line.declined),
        ]
    };
    lines.into_iter().map(row).collect()
}

fn number(of: &[SettingId]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

/// Some settings, and those among whom they are.
fn named(counted: &[SettingId], among: &[SettingId]) -> Behind {
    let how = |id: &SettingId| if counted.contains(id) { How::Counted } else { How::InBase };
    Behind::named(among.iter().map(|id| (Of::Setting(*id), how(id))))
}

fn counted(of: &[SettingId], among: &[SettingId]) -> Cell {
    Cell::count(number(of)).of(named(of, among))
}

/// A share whose base stands beside it in the same table.
fn share(of: &[SettingId], all: &[SettingId]) -> Cell {
    let (count, base) = (number(of), number(all));
    let text = super::tally::percent(count, base).unwrap_or_else(|| "\u{2013}".into());
    Cell { text, count: Some(count), base: Some(base), behind: None }.of(named(of, all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::derived;
    use crate::panel::sample::{Refusal, Rules, Size, draw, standing};

    #[test]
    fn the_sample_stands_beside_its_population_and_who_declined_is_counted_apart() {
        let candidate = |number: usize| Candidate {
            setting: SettingId(derived("balance", &number.to_string())),
            name: format!("Example School {number}"),
            traits: BTreeMap::from([
                ("phase".into(), if number < 30 { "Primary" } else { "Secondary" }.to_owned()),
                ("status".into(), if number.is_multiple_of(2) { "Academy" } else { "Maintained" }.to_owned()),
            ]),
            out: String::new(),
            returned: true,
            met: None,
            opened: None,
        };
        let on = "2027-01-11".parse().expect("a date");
        let frame = Frame { on, candidates: (0..40).map(candidate).collect() };
        let rules = Rules { size: Size::Number(8), merge_below: 0, ..Rules::default() };
        let drawing = draw(&frame, &rules, 5).expect("drawn");
        let refusal =
            Refusal { setting: drawing.strata[0].order[0].setting, reason: "Inspected that week".into() };
        let chosen = standing(&drawing, &[refusal]);
        let table = balance(&frame, &drawing, &chosen, &[Trait::Status], "2026/27");
        let row = |group: &str| {
            let row = table.rows.iter().find(|row| row[1].text == group).expect("a row");
            row[2..].iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(row("Primary"), ["30", "75.0%", "6", "75.0%", "1", "1"]);
        assert_eq!(row("Secondary"), ["10", "25.0%", "2", "25.0%", "0", "0"]);
        let of_sample = |group: &str| row(group)[2].parse::<u32>().expect("a count");
        assert_eq!(of_sample("Academy") + of_sample("Maintained"), 8);
        assert!(table.notes[0].starts_with("The sample is 8 of 40"), "{}", table.notes[0]);
        let bands =
            |number: usize| ["Not said", "Over 1,000", "101 to 250", "Up to 100", "251 to 500"][number % 5];
        let sized = (0..40).map(|number| {
            let mut one = candidate(number);
            one.traits.insert("size".into(), bands(if number % 7 == 0 { 1 } else { number }).to_owned());
            one
        });
        let sized =
            balance(&Frame { on, candidates: sized.collect() }, &drawing, &chosen, &[Trait::Size], "");
        let named: Vec<&str> = sized.rows.iter().skip(2).map(|row| row[1].text.as_str()).collect();
        assert_eq!(named, ["Up to 100", "101 to 250", "251 to 500", "Over 1,000", "Not said"]);
        assert_eq!(together(Vec::new()), None);
        assert_eq!(together(vec![("First".into(), table.clone())]), Some(table.clone()));
        let both = together(vec![("First".into(), table.clone()), ("Second".into(), table.clone())]);
        let both = both.expect("a table");
        assert_eq!((both.rows.len(), both.columns.len()), (2 * table.rows.len(), 9));
        assert_eq!((both.rows[0][0].text.as_str(), both.notes.len()), ("First", 3));
    }
}
