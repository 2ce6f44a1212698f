//! The source files of the project, as text with paths relative to its root.

use std::path::{Path, PathBuf};

/// One file of the project.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path from the root, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// A made-up file, for breaking a rule on purpose.
    pub fn planted(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The lines of the product in it, numbered from 1: comments and what stands under `#[cfg(test)]` left out.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("#[cfg(test)]\nmod tests {").unwrap_or(self.text.len());
        self.text[..end]
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Every line on which a text stands, as `path:line: text`.
    pub fn finds(&self, needle: &str) -> Vec<String> {
        self.lines()
            .filter(|(_, line)| line.contains(needle))
            .map(|(number, line)| format!("{}:{number}: {}", self.path, line.trim()))
            .collect()
    }
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests folder stands in the root").to_owned()
}

/// Every file below a folder with one of these endings.
pub fn below(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    collect(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no file below {folder}: the test looks in the wrong place");
    found
}

fn collect(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !["node_modules", "target", "dist", "gen"].contains(&name.as_str()) {
                collect(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = std::fs::read_to_string(&path).expect("a source file is text");
            let path =
                path.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// The core's source files, but for the modules that stand under `#[cfg(test)]`.
pub fn core() -> Vec<Source> {
    let files = below("src-tauri/core/src", &[".rs"]);
    let tests: Vec<String> = files.iter().flat_map(test_modules).collect();
    let in_tests = |file: &Source| {
        tests
            .iter()
            .any(|test| file.path == format!("{test}.rs") || file.path.starts_with(&format!("{test}/")))
    };
    files.iter().filter(|file| !in_tests(file)).cloned().collect()
}

/// Where the modules stand that a file declares for its tests alone, without their ending.
fn test_modules(file: &Source) -> Vec<String> {
    let (folder, name) = file.path.rsplit_once('/').unwrap_or(("", &file.path));
    let stem = name.trim_end_matches(".rs");
    let inside = if ["mod", "lib"].contains(&stem) { folder.to_owned() } else { format!("{folder}/{stem}") };
    let declared = file.text.split("#[cfg(test)]\nmod ").skip(1);
    declared.filter_map(|rest| rest.split_once(';')).map(|(name, _)| format!("{inside}/{name}")).collect()
}

/// Fails with every breach, a line each.
pub fn none(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}\n{}", breaches.join("\n"));
}
