//! The order of the core's modules is the order of dependency: a module uses only modules above it.

use super::source::{Source, core, none};

/// The modules in the order in which `lib.rs` lists them.
fn listed(lib: &str) -> Vec<String> {
    lib.lines()
        .filter_map(|line| line.strip_prefix("pub mod ").or_else(|| line.strip_prefix("mod ")))
        .map(|rest| rest.trim_end_matches([';', ' ']).to_owned())
        .collect()
}

/// Which module of the list a file belongs to.
fn module_of(path: &str) -> String {
    let inside = path.trim_start_matches("src-tauri/core/src/");
    inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs").to_owned()
}

/// Every module that a line names by `crate::`, also in a braced list.
fn named(line: &str) -> Vec<&str> {
    let word =
        |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let mut names = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let heads = list.split(',').map(|part| part.trim_start()).map(|part| &part[..word(part)]);
            names.extend(heads);
        } else {
            names.push(&rest[..word(rest)]);
        }
    }
    names
}

fn breaches(order: &[String], files: &[Source]) -> Vec<String> {
    let place = |name: &str| order.iter().position(|module| module == name);
    let mut found = Vec::new();
    for file in files {
        let own = module_of(&file.path);
        let Some(own_place) = place(&own) else { continue };
        for (number, line) in file.lines() {
            for name in named(line) {
                if place(name).is_some_and(|other| other > own_place) {
                    found.push(format!("{}:{number}: {own} uses {name}, which stands below it", file.path));
                }
            }
        }
    }
    found
}

fn order() -> Vec<String> {
    let lib =
        core().into_iter().find(|file| file.path.ends_with("core/src/lib.rs")).expect("lib.rs is there");
    listed(&lib.text)
}

#[test]
fn a_module_uses_only_modules_above_it() {
    let order = order();
    assert!(order.len() > 15, "lib.rs lists the modules one a line");
    none("a module uses only modules above it in lib.rs", &breaches(&order, &core()));
}

#[test]
fn a_module_that_reaches_down_is_named_by_line() {
    let order = listed("pub mod store;\npub mod round;\npub mod api;\n");
    let planted =
        Source::planted("src-tauri/core/src/store/log.rs", "//! x\nuse crate::{error, round::RoundId};\n");
    assert_eq!(
        breaches(&order, &[planted]),
        ["src-tauri/core/src/store/log.rs:2: store uses round, which stands below it"]
    );
}
