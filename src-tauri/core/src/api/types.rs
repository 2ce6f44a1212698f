//! The page's types, generated from the list of commands into one committed file.
//!
//! `make types` writes it; without that the test fails where the committed file differs.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/src/api/commands.ts");

/// Types and commands as they are found.
pub struct Declarations {
    config: Config,
    seen: HashSet<TypeId>,
    types: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl Declarations {
    /// Declares a command with its types.
    pub fn command<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str) {
        self.visit::<Request>();
        self.visit::<Answer>();
        let line = format!(
            "  \"{name}\": {{ request: {}; answer: {} }};",
            Request::name(&self.config),
            Answer::name(&self.config)
        );
        self.commands.push(line);
    }

    fn text(&self) -> String {
        let mut text = String::from("// Generated from the list of commands in core/src/api/mod.rs by `make types`. Not edited by hand.\n\n");
        for declaration in self.types.values() {
            text.push_str(&format!("export {declaration}\n\n"));
        }
        text.push_str(&format!("export interface Commands {{\n{}\n}}\n", self.commands.join("\n")));
        text
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        if T::output_path().is_some() {
            self.types.insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "`make types` asks by the environment that the file be written")]
fn types_are_up_to_date() {
    let mut found = Declarations {
        config: Config::default(),
        seen: HashSet::new(),
        types: BTreeMap::new(),
        commands: Vec::new(),
    };
    found.visit::<super::views::FileState>();
    found.visit::<super::Failure>();
    super::declare(&mut found);
    let text = found.text();
    if std::env::var("ATTEST_WRITE_TYPES").is_ok() {
        std::fs::create_dir_all(Path::new(COMMITTED).parent().expect("a folder")).expect("the folder is made");
        std::fs::write(COMMITTED, &text).expect("the file is written");
    }
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    assert!(committed == text, "ui/src/api/commands.ts differs from the commands: run `make types` and commit it");
}
