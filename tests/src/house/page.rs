//! Rule 8: the page's rooms and its sentences.

use super::source::{Source, below, none};

const UI: &str = "ui/src/";

fn page() -> Vec<Source> {
    below("ui/src", &[".ts", ".svelte"])
}

/// What a file imports from the page itself, as a path below `ui/src`.
fn imports(file: &Source) -> Vec<(usize, String)> {
    let folder =
        file.path.trim_start_matches(UI).rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let from = |line: &str| {
        let quoted =
            line.split(['"', '\'']).find(|part| part.starts_with("./") || part.starts_with("../"))?;
        Some(resolve(&folder, quoted))
    };
    let import_line = |line: &str| line.contains("import") || line.contains(" from ");
    file.text
        .lines()
        .enumerate()
        .filter(|(_, line)| import_line(line))
        .filter_map(|(index, line)| from(line).map(|path| (index + 1, path)))
        .collect()
}

fn resolve(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// Which rooms a room may not import from.
const WALLS: &[(&str, &[&str])] = &[
    ("design/", &["text/", "api/", "state/", "audit/", "start/", "tools/", "setting/", "partnership/"]),
    ("text/", &["state/", "design/", "audit/", "start/", "tools/", "setting/", "partnership/"]),
    ("api/", &["state/", "design/", "audit/", "start/", "tools/", "setting/", "partnership/"]),
    ("audit/", &["start/", "tools/", "setting/", "partnership/"]),
    ("tools/", &["start/", "setting/", "partnership/"]),
    ("start/", &["tools/", "setting/", "partnership/"]),
    ("setting/", &["partnership/", "start/", "tools/"]),
    ("partnership/", &["setting/", "start/", "tools/"]),
];

fn through_walls(files: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let inside = file.path.trim_start_matches(UI);
        let walls =
            WALLS.iter().find(|(room, _)| inside.starts_with(room)).map_or(&[][..], |(_, walls)| walls);
        for (line, path) in imports(file) {
            if let Some(wall) = walls.iter().find(|wall| path.starts_with(*wall)) {
                found.push(format!("{}:{line}: imports from {wall}", file.path));
            }
        }
    }
    found
}

fn tauri_elsewhere(files: &[Source]) -> Vec<String> {
    let others = files.iter().filter(|file| file.path != "ui/src/api/call.ts");
    others.flat_map(|file| ["@tauri-apps", "__TAURI"].iter().flat_map(|word| file.finds(word))).collect()
}

/// Words in the markup of a component: text between tags, or in an attribute that is read out.
fn sentences(file: &Source) -> Vec<String> {
    let markup = blank_out(&blank_out(&file.text, "<script", "</script>"), "<style", "</style>");
    let markup = blank_out(&markup, "<!--", "-->");
    let mut found = Vec::new();
    for (index, line) in blank_braces(&markup).lines().enumerate() {
        let spoken = ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\"", "label=\""];
        let attribute = spoken
            .iter()
            .any(|name| line.split(name).skip(1).any(|rest| rest.split('"').next().is_some_and(has_word)));
        if attribute || text_outside_tags(line).split_whitespace().any(has_word) {
            found.push(format!("{}:{}: {}", file.path, index + 1, line.trim()));
        }
    }
    found
}

fn has_word(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn blank_out(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(open) {
        let end = rest[start..].find(close).map_or(rest.len(), |end| start + end + close.len());
        out.push_str(&rest[..start]);
        out.extend(rest[start..end].chars().filter(|c| *c == '\n'));
        rest = &rest[end..];
    }
    out + rest
}

/// Drops what stands in braces (expressions and blocks of Svelte) and what stands in tags, keeping line ends.
fn blank_braces(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .map(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if c == '\n' || (depth == 0 && c != '}') { c } else { ' ' }
        })
        .collect()
}

/// The text of a line that is certainly not in a tag: between `>` and `<`.
fn text_outside_tags(line: &str) -> String {
    let mut out = String::new();
    for piece in line.split('<').enumerate().map(|(i, piece)| if i == 0 { ("", piece) } else { ("<", piece) })
    {
        match piece {
            ("", text) if line.contains('>') && line.find('>') < line.find('<') => {
                out.push_str(text.rsplit_once('>').map_or("", |(_, after)| after));
            }
            ("", _) => {}
            (_, tagged) => out.push_str(tagged.split_once('>').map_or("", |(_, after)| after)),
        }
        out.push(' ');
    }
    out
}

#[test]
fn the_rooms_of_the_page_keep_their_walls() {
    none("8: rooms of the page", &through_walls(&page()));
    let planted = Source::planted(
        "ui/src/setting/Home.svelte",
        "<script>\nimport X from \"../partnership/X.svelte\";\n</script>",
    );
    assert_eq!(through_walls(&[planted]), ["ui/src/setting/Home.svelte:2: imports from partnership/"]);
}

#[test]
fn only_call_ts_knows_tauri() {
    none("8: only api/call.ts knows Tauri", &tauri_elsewhere(&page()));
    let planted = Source::planted("ui/src/App.svelte", "import { invoke } from '@tauri-apps/api';");
    assert_eq!(tauri_elsewhere(&[planted]).len(), 1);
}

#[test]
fn no_sentence_stands_outside_text() {
    let components = page().into_iter().filter(|file| file.path.ends_with(".svelte"));
    let found: Vec<String> = components.flat_map(|file| sentences(&file)).collect();
    none("8: no sentence stands outside text/", &found);
}

#[test]
fn a_sentence_in_markup_is_named_by_line() {
    let planted = |text: &str| sentences(&Source::planted("ui/src/App.svelte", text));
    assert_eq!(planted("<script>let a = 'Hello there';</script>\n<p>Hello there</p>\n").len(), 1);
    assert_eq!(planted("<button aria-label=\"Close it\">{text.close}</button>\n").len(), 1);
    assert!(
        planted(
            "<p class=\"big\">{text.hello}</p>\n<Button\n  kind=\"quiet\"\n  onclick={() => go(a > b)}\n>\n"
        )
        .is_empty()
    );
}
