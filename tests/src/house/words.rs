//! Every operation that the core names has its words in the history, so that no line says "Change".

use super::source::{Source, core, none};

const WORDS: &str = "src-tauri/core/src/api/history/words.rs";

/// The names of operations in a file, each with its line.
fn operations(file: &Source) -> Vec<(String, String)> {
    let made =
        ["Operation::ordinary(\"", "Operation::typing(\"", "Operation::fence(\"", "Operation::bulk(\""];
    let named = |(number, line): (usize, &str)| {
        let rest = made.iter().find_map(|made| line.split_once(made))?.1;
        Some((rest.split('"').next()?.to_owned(), format!("{}:{number}", file.path)))
    };
    file.lines().filter_map(named).collect()
}

fn wordless(files: &[Source], words: &str) -> Vec<String> {
    let known = |name: &str| words.contains(&format!("(\"{name}\", "));
    let all = files.iter().filter(|file| !file.path.ends_with("tests.rs")).flat_map(operations);
    all.filter(|(name, _)| !known(name)).map(|(name, place)| format!("{place}: {name}")).collect()
}

#[test]
fn every_operation_has_words_in_the_history() {
    let files = core();
    let words = files.iter().find(|file| file.path == WORDS).expect("the words stand there");
    none("every operation has its words in api/history/words", &wordless(&files, &words.text));
    let planted = Source::planted("a.rs", "//! x\nconst A: Operation = Operation::fence(\"a.b\");\n");
    assert_eq!(wordless(&[planted], &words.text), ["a.rs:2: a.b"]);
}
