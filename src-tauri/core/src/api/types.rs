//! The page's types, written from the commands: `ui/src/api/commands.ts` is committed and compared here.

use std::collections::BTreeMap;
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

use super::declare;

const HEAD: &str = "// Written from the core's commands by its test `types`; `make types` writes it again. Not edited by hand.\n";

/// Types that the wire has beside the commands.
const WIRE: &str = "export type Failure = { kind: Kind, message: string, hint: string };\n\
    export type Reply<T> = { value: T, file: FileState | null };\n";

/// The file in the making.
pub(super) struct Page {
    config: Config,
    types: BTreeMap<String, String>,
    commands: Vec<String>,
}

impl Page {
    fn new() -> Self {
        let config = Config::new().with_large_int("number");
        let mut page = Self { config, types: BTreeMap::new(), commands: Vec::new() };
        page.visit::<crate::error::Kind>();
        page.visit::<super::views::FileState>();
        page.visit::<super::views::MeaningView>();
        page
    }

    /// A command's line in the map, and every type that it needs.
    pub(super) fn command<Request: TS + 'static, Answer: TS + 'static>(&mut self, name: &str) {
        self.visit::<Request>();
        self.visit::<Answer>();
        let (request, answer) = (Request::name(&self.config), Answer::name(&self.config));
        self.commands.push(format!("  \"{name}\": [{request}, {answer}];\n"));
    }

    fn written(&self) -> String {
        let types: String = self.types.values().map(|line| format!("export {line}\n")).collect();
        let commands = self.commands.concat();
        let map = "/** Every command: what it is given, what it answers. */\nexport type Commands = {";
        format!("{HEAD}{types}{WIRE}{map}\n{commands}}};\n")
    }
}

impl TypeVisitor for Page {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            T::visit_dependencies(self);
            T::visit_generics(self);
            return;
        }
        let (name, declaration) = (T::ident(&self.config), T::decl(&self.config));
        if let Some(known) = self.types.get(&name) {
            assert!(*known == declaration, "two different types are called {name} on the wire");
            return;
        }
        self.types.insert(name, declaration);
        T::visit_dependencies(self);
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test is told by its caller to write the file again")]
fn the_pages_types_are_those_of_the_commands() {
    let mut page = Page::new();
    declare(&mut page);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/commands.ts");
    if std::env::var_os("ATTEST_WRITE_TYPES").is_some() {
        std::fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("the folder is made");
        std::fs::write(&path, page.written()).expect("the types are written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(
        committed == page.written(),
        "ui/src/api/commands.ts is not what the commands say: run `make types`"
    );
}

#[test]
fn whole_numbers_are_numbers_and_ids_are_texts() {
    let mut page = Page::new();
    declare(&mut page);
    let written = page.written();
    assert!(!written.contains("bigint"), "{written}");
    assert!(written.contains("export type Revision = number;"), "{written}");
}
