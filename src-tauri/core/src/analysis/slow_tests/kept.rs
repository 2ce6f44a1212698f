//! What is kept besides ratings, against a second, slow count: who has not returned, the plan, good practice, requests,
//! samples, numbers.

use super::*;
use crate::analysis::balance::balance;
use crate::analysis::chased::{self, NotReturned};
use crate::analysis::practice::{self, Practice};
use crate::analysis::sharing::Sharing;
use crate::analysis::support::{self, Request};
use crate::analysis::{action_plan, numbers};
use crate::panel::further::Permission;
use crate::panel::sample::{Candidate, Frame, Refusal, Rules, Seat, Size, Trait, draw, standing};
use crate::plan::rag::Rag;
use crate::plan::standing::Standing;
use crate::plan::{ActionId, Stage};
use crate::setting::SettingId;
use crate::template::QuestionKind;

fn said(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

fn texts(row: &[Cell]) -> Vec<String> {
    row.iter().map(|cell| cell.text.to_string()).collect()
}

#[test]
fn who_has_not_returned_and_what_was_done() {
    for seed in 0..20 {
        let mut random = random(seed);
        let lines: Vec<NotReturned> = (0..random.random_range(0..12_u32))
            .map(|place| {
                let days = |random: &mut ChaCha8Rng| -> Vec<NaiveDate> {
                    (0..random.random_range(0..4)).map(|_| some_day(random, 60)).collect()
                };
                let noted = |random: &mut ChaCha8Rng| -> Vec<(NaiveDate, String)> {
                    days(random).into_iter().map(|on| (on, format!("Note of {place}"))).collect()
                };
                NotReturned {
                    setting: SettingId(Uuid::from_u128(u128::from(place))),
                    name: format!("Example School {place}"),
                    phase: "Primary".to_owned(),
                    state: ["Not received", "Sent back"][random.random_range(0..2)].to_owned(),
                    due: (random.random_range(0..4) > 0).then(|| some_day(&mut random, 60)),
                    reminded: days(&mut random),
                    said: noted(&mut random),
                    escalated: noted(&mut random),
                    outcome: String::new(),
                }
            })
            .collect();
        let on = first_day() + Days::new(30);
        let table = chased::log(&lines, 40, "Of a round.", on);
        assert_eq!(
            table.caption,
            format!("Of a round. {} of 40 settings asked have not returned.", lines.len())
        );
        assert_eq!(table.rows.len(), lines.len());
        for (one, row) in lines.iter().zip(&table.rows) {
            assert_eq!(column(&table, row, "Reminders").count, number(one.reminded.len()), "seed {seed}");
            let reminded = column(&table, row, "Reminded on").text.clone();
            assert!(one.reminded.iter().all(|on| reminded.contains(&said(*on))));
            let mut over = 0;
            while one.due.is_some_and(|due| due + Days::new(over) < on) {
                over += 1;
            }
            let over = if over == 0 { String::new() } else { over.to_string() };
            assert_eq!(column(&table, row, "Days over").text, over, "seed {seed}");
            assert_eq!(column(&table, row, "Due").text, one.due.map_or("not set".to_owned(), said));
            for (label, noted) in [("Said", &one.said), ("Escalated to", &one.escalated)] {
                let told = &column(&table, row, label).text;
                assert_eq!(told.matches("Note of").count(), noted.len(), "{label}, seed {seed}");
                assert!(noted.iter().all(|(on, text)| told.contains(&format!("{}: {text}", said(*on)))));
            }
        }
    }
}

/// Actions of a plan in every stage and colour.
fn plan(random: &mut ChaCha8Rng, among: u128) -> Vec<Standing> {
    let stages = [Stage::NotBegun, Stage::UnderWay, Stage::Done, Stage::Closed, Stage::Dropped];
    let mut ids: Vec<u128> = (0..among).filter(|_| random.random_range(0..3) > 0).collect();
    ids.sort_unstable();
    let one = |id: u128, random: &mut ChaCha8Rng| Standing {
        action: ActionId(Uuid::from_u128(id)),
        reference: format!("A{id}"),
        recommendation: format!("R{}", id % 3),
        recommended: String::new(),
        round: None,
        source: "Panel".to_owned(),
        title: format!("Do {id}"),
        owner: format!("Owner {id}"),
        agency: String::new(),
        groups: vec!["Executive".to_owned(); random.random_range(0..3)],
        due: (random.random_range(0..3) > 0).then(|| some_day(random, 60)),
        stage: stages[random.random_range(0..5)],
        rag: Rag::ALL[random.random_range(0..5)],
        rag_reason: String::new(),
        update: format!("Said of {id}"),
        impact: format!("Came of {id}"),
        ended: (random.random_range(0..2) == 0).then(|| some_day(random, 60)),
        follow_up: None,
        followed_up: String::new(),
        shareable: true,
    };
    ids.into_iter().map(|id| one(id, random)).collect()
}

#[test]
fn the_plan_with_all_that_is_kept_of_it() {
    for seed in 0..30 {
        let now = plan(&mut random(seed), 14);
        let on = first_day() + Days::new(30);
        let table = action_plan::plan(&now, on, "");
        assert_eq!(table.rows.len(), now.len());
        for (one, row) in now.iter().zip(&table.rows) {
            let labels = ["Ref", "Action", "Owner", "Update", "Group", "Due", "Closed", "RAG"];
            let told = labels.map(|label| column(&table, row, label).text.clone());
            let due = one.due.map(said).unwrap_or_default();
            let closed = one.ended.filter(|_| one.stage == Stage::Closed).map(said).unwrap_or_default();
            let rag = format!("{}. {}", one.rag.label(), one.stage.label());
            let groups = one.groups.join(", ");
            let kept = [&one.reference, &one.title, &one.owner, &one.update, &groups, &due, &closed, &rag];
            assert_eq!(told, kept.map(String::clone), "seed {seed}");
        }
        let late = now.iter().filter(|one| match one.stage {
            Stage::NotBegun | Stage::UnderWay => one.due.is_some_and(|due| due < on),
            Stage::Done | Stage::Closed | Stage::Dropped => false,
        });
        assert_eq!(action_plan::overdue(&now, on).0, late.count(), "seed {seed}");
    }
}

/// An action then and now; none where it is in neither, or had ended in the same way before.
fn became(was: Option<&Standing>, is: Option<&Standing>) -> Option<Vec<String>> {
    let ended = |one: &Standing| one.stage == Stage::Closed || one.stage == Stage::Dropped;
    if was.zip(is).is_some_and(|(was, is)| was.stage == is.stage && ended(was)) {
        return None;
    }
    let known = is.or(was)?;
    let was = was.map_or("Not in the plan", |was| was.stage.label());
    let is = is.map_or("Taken out", |is| is.stage.label());
    Some([&known.reference, &known.title, was, is].map(str::to_owned).to_vec())
}

#[test]
fn what_became_of_the_plan() {
    for seed in 0..30 {
        let mut random = random(seed);
        let (then, now) = (plan(&mut random, 14), plan(&mut random, 14));
        let on = first_day() + Days::new(30);
        let review = action_plan::review((first_day(), &then), (on, &now), "");
        let (mut wanted, mut left_out) = (Vec::new(), 0);
        for id in 0..14 {
            let of = |all: &'_ [Standing]| all.iter().position(|one| one.reference == format!("A{id}"));
            let (was, is) = (of(&then).map(|at| &then[at]), of(&now).map(|at| &now[at]));
            match became(was, is) {
                Some(row) => wanted.push(row),
                None => left_out += usize::from(was.is_some()),
            }
        }
        let mut told: Vec<Vec<String>> = review.rows.iter().map(|row| texts(&row[..4])).collect();
        told.sort();
        wanted.sort();
        assert_eq!(told, wanted, "seed {seed}");
        let note = review.notes.iter().any(|note| note.starts_with(&format!("{left_out} action")));
        assert_eq!(note, left_out > 0, "seed {seed}");
    }
}

#[test]
fn good_practice_and_who_may_be_named() {
    let every = [Permission::NotAsked, Permission::Asked, Permission::Given, Permission::Refused];
    let standards = ["0 Standard 0", "1 Standard 1", "3 Standard 3", ""];
    for seed in 0..20 {
        let mut random = random(seed);
        let all: Vec<Practice> = (0..random.random_range(0..15_u32))
            .map(|place| Practice {
                text: format!("Practice {place}"),
                standard: standards[random.random_range(0..4)].to_owned(),
                setting: format!("Example School {place}"),
                of: SubmissionId(Uuid::from_u128(u128::from(place))),
                permission: every[random.random_range(0..4)],
                by: "the head".to_owned(),
            })
            .collect();
        let grid = random_grid(&mut random, 20);
        let sharing = Sharing::of(&grid, 5);
        for (shown, others) in [(Shown::ToOfficers, false), (Shown::ToOthers(&sharing), true)] {
            let table = practice::register(&template(), &caption(), &all, shown);
            // Standard by standard, those of none last; to others only what was given.
            let mut wanted: Vec<&Practice> = Vec::new();
            for standard in standards {
                wanted.extend(all.iter().filter(|one| one.standard == standard));
            }
            wanted.retain(|one| !others || one.permission == Permission::Given);
            let told: Vec<&str> = table.rows.iter().map(|row| row[0].text.as_str()).collect();
            assert_eq!(told, wanted.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), "seed {seed}");
            for (one, row) in wanted.iter().zip(table.rows.iter().filter(|_| !others)) {
                let share = if one.permission == Permission::Given { "Yes" } else { "No" };
                assert_eq!(column(&table, row, "Share").text, share, "seed {seed}");
            }
        }
    }
}

#[test]
fn support_that_was_asked_for() {
    let ids: Vec<QuestionId> = template().questions().map(|question| question.id.clone()).collect();
    for seed in 0..20 {
        let mut random = random(seed);
        let grid = random_grid(&mut random, 9);
        let requests: Vec<Request> = (0..random.random_range(1..30))
            .map(|_| Request {
                submission: grid.rows[random.random_range(0..9)].submission,
                question: (random.random_range(0..4) > 0).then(|| ids[random.random_range(0..20)].clone()),
            })
            .collect();
        let table = support::table(&grid, &template(), &caption(), &requests);
        let mut counted = 0;
        for row in &table.rows {
            let topic = row[0].text.split(' ').next().unwrap_or_default();
            let mine: Vec<&Request> = requests
                .iter()
                .filter(|one| match (row[0].text.as_str(), &one.question) {
                    ("All topics", _) => true,
                    ("The return as a whole", question) => question.is_none(),
                    (_, Some(id)) => id.as_str().starts_with(&format!("q{topic}.")),
                    (_, None) => false,
                })
                .collect();
            counted += mine.len();
            let settings: BTreeSet<SubmissionId> = mine.iter().map(|one| one.submission).collect();
            assert_eq!(
                [row[1].count, row[2].count],
                [number(mine.len()), number(settings.len())],
                "seed {seed}"
            );
            for phase in ["Primary", "Secondary", ""] {
                let of = grid
                    .rows
                    .iter()
                    .filter(|one| settings.contains(&one.submission) && one.who.phase == phase);
                let (many, name) = (of.count(), if phase.is_empty() { "Not said" } else { phase });
                let told = row[3].text.split(", ").any(|part| part == format!("{name} {many}"));
                assert_eq!(told, many > 0, "{} of {name}, seed {seed}", row[3].text);
            }
        }
        assert_eq!(counted, 2 * requests.len(), "each once in its topic and once in all, seed {seed}");
    }
}

/// Settings that can be drawn, of three phases and two kinds.
fn frame(random: &mut ChaCha8Rng) -> Frame {
    let kinds =
        [("phase", ["Primary", "Secondary", "Special"]), ("status", ["Academy", "Maintained", "Academy"])];
    let candidate = |place: u128, random: &mut ChaCha8Rng| Candidate {
        setting: SettingId(Uuid::from_u128(place)),
        name: format!("Example School {place}"),
        traits: kinds.map(|(key, of)| (key.to_owned(), of[random.random_range(0..3)].to_owned())).into(),
        out: String::new(),
        returned: true,
        met: None,
        opened: None,
    };
    let many = random.random_range(12..60);
    Frame { on: first_day(), candidates: (0..many).map(|place| candidate(place, random)).collect() }
}

#[test]
fn a_sample_beside_its_population() {
    for seed in 0..20 {
        let mut random = random(seed);
        let frame = frame(&mut random);
        let rules =
            Rules { size: Size::Number(random.random_range(3..9)), merge_below: 0, ..Rules::default() };
        let drawing = draw(&frame, &rules, seed).expect("drawn");
        let first: Vec<SettingId> = standing(&drawing, &[]).iter().map(|one| one.setting).collect();
        let refusals: Vec<Refusal> = first
            .into_iter()
            .filter(|_| random.random_range(0..4) == 0)
            .map(|setting| Refusal { setting, reason: "Inspected that week".into() })
            .collect();
        let chosen = standing(&drawing, &refusals);
        let table = balance(&frame, &drawing, &chosen, &[Trait::Status], "");
        let drawable: BTreeSet<SettingId> =
            drawing.strata.iter().flat_map(|one| &one.order).map(|one| one.setting).collect();
        for row in &table.rows {
            let key = if row[0].text == "Group drawn by" { "phase" } else { "status" };
            let mine = |id: SettingId| {
                let one = frame.candidates.iter().find(|one| one.setting == id).expect("a candidate");
                one.traits[key] == row[1].text
            };
            let met = |seat: &Seat| !matches!(seat, Seat::Declined(..));
            let population = drawable.iter().filter(|id| mine(**id)).count();
            let sample = chosen.iter().filter(|one| met(&one.seat) && mine(one.setting)).count();
            let declined = refusals.iter().filter(|one| mine(one.setting)).count();
            let replaced = chosen
                .iter()
                .filter(|one| matches!(one.seat, Seat::Declined(_, Some(_))) && mine(one.setting));
            let counts = ["Population", "Sample", "Declined", "Replaced"]
                .map(|label| column(&table, row, label).count);
            let wanted = [population, sample, declined, replaced.count()].map(number);
            assert_eq!(counts, wanted, "{}, seed {seed}", row[1].text);
            let all = chosen.iter().filter(|one| met(&one.seat)).count();
            for (label, base) in [("% of population", drawable.len()), ("% of sample", all)] {
                assert_eq!(column(&table, row, label).base, number(base), "{label}, seed {seed}");
            }
        }
    }
}

#[test]
fn numbers_that_returns_gave() {
    let mut template = template();
    template.standards[4].questions.iter_mut().for_each(|one| one.kind = QuestionKind::Number);
    for seed in 0..20 {
        let mut random = random(seed);
        let grid = random_grid(&mut random, 30);
        let mut given: BTreeMap<QuestionId, Vec<(SubmissionId, f64)>> = BTreeMap::new();
        for question in &template.standards[4].questions {
            let mut values = Vec::new();
            for row in &grid.rows {
                let far = if random.random_range(0..15) == 0 { 100 } else { 1 };
                if random.random_range(0..4) > 0 {
                    values.push((row.submission, f64::from(far * random.random_range(0..20_i32))));
                }
            }
            given.insert(question.id.clone(), values);
        }
        let table = numbers::table(&grid, &template, &caption(), |question| given[&question.id].clone());
        assert_eq!(table.rows.len(), 4);
        for (question, row) in template.standards[4].questions.iter().zip(&table.rows) {
            let mut sorted: Vec<f64> = given[&question.id].iter().map(|(_, value)| *value).collect();
            sorted.sort_by(f64::total_cmp);
            let many = sorted.len();
            assert_eq!((row[2].count, row[2].base), (number(many), number(30)), "seed {seed}");
            let total: f64 = sorted.iter().sum();
            let middle = (sorted[(many - 1) / 2] + sorted[many / 2]) / 2.0;
            let wanted = [total.to_string(), middle.to_string()];
            assert_eq!([row[3].text.clone(), row[4].text.clone()], wanted, "seed {seed}");
            assert_eq!(row[5].text, format!("{}\u{a0}to\u{a0}{}", sorted[0], sorted[many - 1]));
            // A quarter of the way along, between two where it falls between them.
            let at = |quarters: f64| {
                let along = quarters * f64::from(number(many - 1).expect("few")) / 4.0;
                let place =
                    (0..many).rfind(|place| f64::from(number(*place).expect("few")) <= along).expect("one");
                let left = along - f64::from(number(place).expect("few"));
                sorted[place] * (1.0 - left) + sorted[(place + 1).min(many - 1)] * left
            };
            let width = 3.0 * (at(3.0) - at(1.0));
            let out = sorted
                .iter()
                .filter(|value| **value < at(1.0) - width - 1e-9 || **value > at(3.0) + width + 1e-9);
            let out = if many < 8 { 0 } else { out.count() };
            assert_eq!(column(&table, row, "To check").count, number(out), "seed {seed}");
        }
    }
}
