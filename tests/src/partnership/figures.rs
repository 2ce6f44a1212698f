//! Figures and findings: the grid says what the answers say, and a panel's rating never touches the setting's own.

use attest::analysis::grid::{Grid, Kept};
use attest::analysis::tally::{Mark, Tally};
use attest::error::{Kind, Result};
use attest::intake::{Lends, accept};
use attest::panel::finding::{self, FindingId, Moderation, NewFinding, Standing};
use attest::panel::{self, FindingKind};
use attest::store::AuditFile;
use attest::submission;
use attest::template::{LevelCode, QuestionId};

use super::ground::{Ground, submission as number};

fn accepted() -> Ground {
    let ground = Ground::new(3);
    ground.put_return("a.xlsx", 1, 1, "100001", &[0, 1, 2, 3, 0, 1]);
    ground.put_return("b.xlsx", 2, 1, "100002", &[2, 2, 0]);
    ground.put_return("c.xlsx", 3, 1, "100003", &[0]);
    let batch = ground.take_in().expect("taken in").batch.expect("something new");
    assert!(grid(&ground).rows.is_empty(), "nothing counts before it is accepted");
    ground.file(|file| accept::accept_clean(file, batch)).expect("accepted");
    ground
}

fn grid(ground: &Ground) -> Grid {
    ground.file(|file| Grid::read(file.reader(), ground.round, ground.template)).expect("read")
}

fn rate(ground: &Ground, question: &QuestionId, level: &str, standing: Standing) -> Result<FindingId> {
    let reason = "The record has no dates.".to_owned();
    let new = NewFinding {
        submission: number(1),
        round: ground.round,
        question: Some(question.clone()),
        kind: FindingKind::Challenge,
        text: "Asked how reviews are dated.".into(),
        agency: "Police".into(),
        moderation: Some(Moderation { level: LevelCode(level.into()), reason, standing }),
        further: Default::default(),
    };
    ground.file(|file| panel::record(file, ground.template, &new))
}

#[test]
fn the_grid_says_what_the_answers_say() {
    let ground = accepted();
    let grid = grid(&ground);
    assert_eq!((grid.rows.len(), grid.expected), (3, 3));
    for row in &grid.rows {
        let answers = ground.file(|file| submission::answers(file.reader(), row.submission)).expect("read");
        let mark = |id: &QuestionId| {
            let question = ground.template.question(id)?;
            let standard = ground.template.standard_of(id)?;
            ground.template.scale_of(question).filter(|_| standard.scored)?;
            let asked = ground.template.asked(&attest::template::Facts::new()).iter().any(|it| it.id == *id);
            let level = answers.get(id).and_then(|it| ground.template.level(question, it.value.as_ref()?));
            Some(match level {
                _ if !asked => Mark::NotAsked,
                Some(level) => Mark::Level(level.meaning),
                None => Mark::Blank,
            })
        };
        let again = Tally::of(ground.template.questions().filter_map(|question| mark(&question.id)));
        assert_eq!(grid.tally_of(row), again);
    }
}

#[test]
fn the_latest_agreed_rating_counts_and_the_self_rating_never_changes() {
    let ground = accepted();
    let question =
        ground.template.questions().find(|it| ground.template.scale_of(it).is_some()).expect("one");
    let levels = &ground.template.scale_of(question).expect("it has one").levels;
    let code = |place: usize| levels[place].code.0.clone();
    let own = || ground.lines("SELECT id || coalesce(value, '') || note FROM answer ORDER BY id");
    let before = own();
    let counts = || {
        ground.world.pass(60);
        let sql = format!(
            "SELECT value FROM rated WHERE submission_id = '{}' AND question_id = '{}'",
            number(1),
            question.id
        );
        ground.lines(&sql).remove(0)
    };
    assert_eq!(counts(), code(0));
    rate(&ground, &question.id, &code(1), Standing::Dissent).expect("recorded");
    assert_eq!(counts(), code(0));
    rate(&ground, &question.id, &code(1), Standing::Agreed).expect("recorded");
    assert_eq!(counts(), code(1));
    rate(&ground, &question.id, &code(2), Standing::Agreed).expect("recorded");
    rate(&ground, &question.id, &code(3), Standing::Dissent).expect("recorded");
    assert_eq!(counts(), code(2));
    let grid = grid(&ground);
    let row = grid.rows.iter().find(|row| row.submission == number(1)).expect("accepted");
    let place = grid.columns.iter().position(|column| column.question == question.id).expect("a column");
    assert_eq!((grid.mark(row, place), row.moderated), (Mark::Level(levels[2].meaning), 1));
    assert_eq!(own(), before);
    let all = ground.file(|file| finding::of_round(file.reader(), ground.round)).expect("read");
    assert_eq!(all.len(), 4);
    ground.file(AuditFile::undo).expect("undone");
    assert_eq!(ground.lines("SELECT id FROM moderated").len(), 3);
    assert_eq!(ground.lines("SELECT id FROM finding").len(), 3);
}

#[test]
fn a_finding_that_cannot_stand_is_refused_whole() {
    let ground = accepted();
    let question =
        ground.template.questions().find(|it| ground.template.scale_of(it).is_some()).expect("one");
    let refused =
        |level: &str, id: &QuestionId| rate(&ground, id, level, Standing::Agreed).map_err(|e| e.kind);
    assert_eq!(refused("no such level", &question.id), Err(Kind::Input));
    assert_eq!(refused("met", &QuestionId("school.none".into())), Err(Kind::Missing));
    assert!(ground.lines("SELECT id FROM finding").is_empty());
}

#[test]
fn the_kept_grid_is_read_again_when_something_changed() {
    let ground = accepted();
    let mut kept = Kept::default();
    let mut rows =
        || ground.file(|file| kept.grid(file, ground.round, ground.template).map(|it| it.rows.len()));
    assert_eq!(rows().expect("read"), 3);
    ground.file(AuditFile::undo).expect("accepting is undone");
    assert_eq!(rows().expect("read"), 0);
}
