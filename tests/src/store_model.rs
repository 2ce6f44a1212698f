//! Any mix of steps gives the same rows as a model that keeps whole copies, and the chain holds after each.

use std::collections::BTreeMap;
use std::sync::Arc;

use attest::store::{AuditFile, FileKind, Operation, Row};
use attest::world::FixedWorld;
use proptest::prelude::*;

type Rows = BTreeMap<String, String>;

#[derive(Debug, Clone)]
enum Move {
    Put(u8, u8),
    Type(u8, u8),
    Remove(u8),
    Fence(u8, u8),
    Pass(u8),
    Undo,
    Redo,
    Reopen,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let step = prop_oneof![
        4 => (0..3_u8, 0..4_u8).prop_map(|(id, text)| Move::Put(id, text)),
        6 => (0..2_u8, 0..4_u8).prop_map(|(id, text)| Move::Type(id, text)),
        2 => (0..3_u8).prop_map(Move::Remove),
        1 => (0..3_u8, 0..4_u8).prop_map(|(id, text)| Move::Fence(id, text)),
        2 => (1..90_u8).prop_map(Move::Pass),
        5 => Just(Move::Undo),
        3 => Just(Move::Redo),
        1 => Just(Move::Reopen),
    ];
    proptest::collection::vec(step, 1..30)
}

#[derive(Default)]
struct Model {
    rows: Rows,
    undo: Vec<Rows>,
    redo: Vec<Rows>,
    typing: Option<(u8, i64)>,
    now: i64,
}

impl Model {
    fn step(&mut self, after: Rows) {
        if after != self.rows {
            self.undo.push(std::mem::replace(&mut self.rows, after));
            self.redo.clear();
            self.typing = None;
        }
    }

    fn typed(&mut self, id: u8, after: Rows) {
        let continues = self.typing.is_some_and(|(last, at)| last == id && self.now - at <= 60);
        if after == self.rows {
            return;
        }
        if !continues {
            self.step(after);
            self.typing = Some((id, self.now));
            return;
        }
        self.rows = after;
        self.typing = Some((id, self.now));
        if self.undo.last() == Some(&self.rows) {
            self.undo.pop();
            self.typing = None;
        }
    }

    fn turn(&mut self, back: Move) -> bool {
        let (from, to) = match back {
            Move::Undo => (&mut self.undo, &mut self.redo),
            _ => (&mut self.redo, &mut self.undo),
        };
        let Some(rows) = from.pop() else { return false };
        to.push(std::mem::replace(&mut self.rows, rows));
        self.typing = None;
        true
    }

    fn forget(&mut self) {
        (self.undo, self.redo, self.typing) = (Vec::new(), Vec::new(), None);
    }
}

fn with(rows: &Rows, id: u8, text: u8) -> Rows {
    let mut rows = rows.clone();
    rows.insert(id.to_string(), format!("text {text}"));
    rows
}

fn put(file: &mut AuditFile, operation: Operation, id: u8, text: u8) {
    let row = Row::new("setting", id).text("kind", "school").text("name", format!("text {text}"));
    file.transact(operation, &id.to_string(), |tx| tx.put(row)).unwrap();
}

fn read(file: &AuditFile) -> Rows {
    let all = file.reader().all("SELECT id, name FROM setting", [], |row| Ok((row.get(0)?, row.get(1)?)));
    all.unwrap().into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_mix_of_steps_agrees_with_whole_copies(moves in moves()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Example.attest");
        let world = Arc::new(FixedWorld::new("2027-05-03T09:00:00Z".parse().unwrap(), 3));
        let mut file = AuditFile::create(&path, FileKind::Setting, world.clone()).unwrap();
        let mut model = Model::default();
        for step in moves {
            match step {
                Move::Put(id, text) => {
                    put(&mut file, Operation::ordinary("setting.put"), id, text);
                    model.step(with(&model.rows, id, text));
                }
                Move::Type(id, text) => {
                    put(&mut file, Operation::typing("setting.type"), id, text);
                    model.typed(id, with(&model.rows, id, text));
                }
                Move::Remove(id) => {
                    let target = id.to_string();
                    file.transact(Operation::ordinary("setting.remove"), &target, |tx| tx.remove("setting", id)).unwrap();
                    let mut after = model.rows.clone();
                    after.remove(&target);
                    model.step(after);
                }
                Move::Fence(id, text) => {
                    put(&mut file, Operation::fence("setting.sign"), id, text);
                    model.step(with(&model.rows, id, text));
                    model.forget();
                }
                Move::Pass(seconds) => {
                    world.pass(i64::from(seconds));
                    model.now += i64::from(seconds);
                }
                Move::Undo => prop_assert_eq!(file.undo().is_ok(), model.turn(Move::Undo)),
                Move::Redo => prop_assert_eq!(file.redo().is_ok(), model.turn(Move::Redo)),
                Move::Reopen => {
                    drop(file);
                    file = AuditFile::open(&path, world.clone()).unwrap();
                    model.forget();
                }
            }
            prop_assert_eq!(read(&file), model.rows.clone());
            prop_assert_eq!(file.can_undo().is_some(), !model.undo.is_empty());
            prop_assert_eq!(file.verify().unwrap(), file.revision().0);
        }
    }
}
