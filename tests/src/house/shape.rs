//! House style that a machine can see: sizes, module headings, words that are avoided.

use super::source::{Source, below, core, none};

const LONGEST: usize = 400;

fn ours() -> Vec<Source> {
    let mut files = below("src-tauri", &[".rs", ".sql"]);
    files.extend(below("tests", &[".rs", ".mjs"]));
    files.extend(below("ui/src", &[".ts", ".svelte", ".css"]));
    files.retain(|file| !file.path.ends_with("api/commands.ts"));
    files
}

fn too_long(files: &[Source]) -> Vec<String> {
    let count = |file: &Source| file.text.lines().count();
    files
        .iter()
        .filter(|file| count(file) > LONGEST)
        .map(|file| format!("{}:{}: {} lines; split it by verb", file.path, LONGEST + 1, count(file)))
        .collect()
}

fn unheaded(files: &[Source]) -> Vec<String> {
    let bare = |file: &&Source| file.path.ends_with(".rs") && !file.text.starts_with("//!");
    files.iter().filter(bare).map(|file| format!("{}:1: opens without //!", file.path)).collect()
}

fn avoided(files: &[Source]) -> Vec<String> {
    let names = ["Manager", "Helper", "Handler", "Util", "Service"];
    let unfinished = ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!("];
    let mut found = Vec::new();
    for file in files {
        for word in names {
            found.extend(file.finds(&format!("struct {word}")));
            found.extend(file.finds(&format!("{word} {{")).into_iter().filter(|hit| hit.contains("struct ")));
        }
        found.extend(unfinished.iter().flat_map(|word| file.finds(word)));
    }
    found
}

/// `{:?}` in a sentence for a user: allowed only in tests and derived code.
fn debugged(files: &[Source]) -> Vec<String> {
    files.iter().flat_map(|file| [file.finds("{:?}"), file.finds(":?}")].concat()).collect()
}

#[test]
fn no_file_is_over_400_lines() {
    none("files of 60 to 250 lines, none over 400", &too_long(&ours()));
    let long = Source::planted("a.rs", &"x\n".repeat(401));
    assert_eq!(too_long(&[long]), ["a.rs:401: 401 lines; split it by verb"]);
}

#[test]
fn every_module_says_what_it_is() {
    none("every module opens with //!", &unheaded(&ours()));
    assert_eq!(unheaded(&[Source::planted("a.rs", "use x;\n")]), ["a.rs:1: opens without //!"]);
}

#[test]
fn no_avoided_words() {
    let files: Vec<Source> =
        ours().into_iter().filter(|file| !file.path.starts_with("tests/src/house")).collect();
    none("words that are avoided", &avoided(&files));
    assert_eq!(avoided(&[Source::planted("a.rs", "struct FileManager {\n")]).len(), 1);
}

#[test]
fn no_debug_form_in_a_sentence() {
    none("never {:?} to a user", &debugged(&core()));
    assert_eq!(debugged(&[Source::planted("a.rs", "format!(\"{x:?}\")\n")]).len(), 1);
}
