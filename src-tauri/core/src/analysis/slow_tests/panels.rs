//! What panels found and rated, against a second, slow count over random rounds.

use super::*;
use crate::analysis::panels::{self, Agreed, Beside, Found, Sat};
use crate::panel::finding::FindingKind;
use crate::panel::session::PanelSessionId;

const JUDGED: [Meaning; 5] =
    [Meaning::Exceeds, Meaning::Met, Meaning::Mostly, Meaning::Partly, Meaning::NotMet];

fn found(random: &mut ChaCha8Rng) -> Vec<Found> {
    let one = |random: &mut ChaCha8Rng| {
        let level = |random: &mut ChaCha8Rng| (String::new(), JUDGED[random.random_range(0..5)]);
        let number = format!("q{}.{}", random.random_range(0..4), random.random_range(0..4));
        let of = SubmissionId(Uuid::from_u128(random.random_range(0..7)));
        let beside = Beside {
            of,
            question: (number, String::new()),
            own: level(random),
            panel: level(random),
            reason: String::new(),
            agreed: Agreed::Yes,
        };
        Found {
            kind: FindingKind::ALL[random.random_range(0..5)],
            agency: ["Police", "Health", ""][random.random_range(0..3)].to_owned(),
            of,
            themes: (0..random.random_range(0..3))
                .map(|_| ["Records", "records ", "Online safety"][random.random_range(0..3)].to_owned())
                .collect(),
            sat: (random.random_range(0..3) > 0).then(|| sat(random)),
            beside: (random.random_range(0..2) == 0).then_some(beside),
        }
    };
    (0..random.random_range(0..40)).map(|_| one(random)).collect()
}

/// One of four sessions; the same agencies are always at the same.
fn sat(random: &mut ChaCha8Rng) -> Sat {
    let number = random.random_range(0..4_u128);
    let there = if number < 2 { vec!["Police"] } else { vec!["Education", "Health"] };
    let agencies = there.into_iter().map(str::to_owned).collect();
    Sat { session: PanelSessionId(Uuid::from_u128(number)), agencies }
}

#[test]
fn what_panels_found() {
    for seed in 0..20 {
        let found = found(&mut random(seed));
        let table = panels::findings(&template(), &caption(), &found);
        let mut rows = table.rows.iter();
        for kind in FindingKind::ALL {
            let of_kind: Vec<&Found> = found.iter().filter(|one| one.kind == kind).collect();
            for theme in ["All themes", "records", "online safety", "No theme"] {
                let has = |one: &&&Found| match theme {
                    "All themes" => true,
                    "No theme" => one.themes.is_empty(),
                    named => one.themes.iter().any(|theme| theme.trim().to_lowercase() == named),
                };
                let mine: Vec<&&Found> = of_kind.iter().filter(has).collect();
                let named = |row: &&Vec<Cell>| {
                    row[0].text == kind.label() && row[1].text.trim().eq_ignore_ascii_case(theme)
                };
                let row = table.rows.iter().find(named);
                if mine.is_empty() && theme != "All themes" {
                    assert!(row.is_none(), "{theme}, seed {seed}");
                    continue;
                }
                rows.next().expect("no row too many");
                let row = row.expect("its row");
                let settings: BTreeSet<SubmissionId> = mine.iter().map(|one| one.of).collect();
                let sessions: BTreeSet<PanelSessionId> =
                    mine.iter().filter_map(|one| one.sat.as_ref()).map(|sat| sat.session).collect();
                let counts = [row[2].count, row[3].count, row[4].count];
                let wanted = [number(mine.len()), number(settings.len()), number(sessions.len())];
                assert_eq!(counts, wanted, "{theme}, seed {seed}");
                for agency in ["Police", "Health", "Education"] {
                    let there = mine.iter().any(|one| match &one.sat {
                        Some(sat) => sat.agencies.iter().any(|it| it == agency),
                        None => one.agency == agency,
                    });
                    assert_eq!(row[5].text.contains(agency), there, "{agency}, {theme}, seed {seed}");
                }
            }
        }
        assert_eq!(rows.next(), None, "a row for nothing, seed {seed}");
    }
}

#[test]
fn how_panels_rated_beside_the_settings() {
    // The worst is the fifth: a panel that is nearer to the first rates higher.
    let place = |meaning: Meaning| JUDGED.iter().position(|one| *one == meaning);
    for seed in 0..20 {
        let mut random = random(seed);
        let rated: Vec<Beside> = found(&mut random).into_iter().filter_map(|one| one.beside).collect();
        let table = panels::ratings(&random_grid(&mut random, 7), &template(), &caption(), &rated);
        let told = table.rows.iter().map(|row| (row[0].text.as_str(), row[4].text.as_str()));
        let mut told: Vec<(&str, &str)> = told.collect();
        let how = |one: &Beside| match place(one.panel.1).cmp(&place(one.own.1)) {
            std::cmp::Ordering::Less => "Higher",
            std::cmp::Ordering::Equal => "Same",
            std::cmp::Ordering::Greater => "Lower",
        };
        let mut wanted: Vec<(&str, &str)> =
            rated.iter().map(|one| (one.question.0.as_str(), how(one))).collect();
        told.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(told, wanted, "seed {seed}");
    }
}
