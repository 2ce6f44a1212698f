//! What stands in a PDF, as poppler reads it back: no test believes a PDF by the writer's own word.

use std::path::Path;
use std::process::Command;

/// The words of a PDF in the order they are read, with one space between.
pub fn text_of_pdf(path: &Path) -> String {
    let ran = Command::new("pdftotext").arg(path).arg("-").output();
    let ran = ran.expect("poppler-utils is installed for the tests");
    assert!(ran.status.success(), "{} is a PDF: {}", path.display(), String::from_utf8_lossy(&ran.stderr));
    String::from_utf8_lossy(&ran.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}
