//! How a paper is written: as a page to print, in Word, or as a workbook; saved where the person says.

use serde::{Deserialize, Serialize};

use super::session::Session;
use super::views::Written;
use super::{job, save};
use crate::error::Result;
use crate::progress::Progress;
use crate::report::{Document, excel, html, pdf, word};

/// How a paper is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// To read and print.
    Html,
    /// To write on in Word.
    #[default]
    Docx,
    /// To read and print everywhere, and to be heard.
    Pdf,
    /// To sort and count.
    Xlsx,
}

impl PaperFormat {
    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }

    fn sentence(self) -> &'static str {
        match self {
            Self::Html => "Saved as a page that any browser opens and prints.",
            Self::Docx => "Saved as a Word document.",
            Self::Pdf => "Saved as a PDF.",
            Self::Xlsx => "Saved as a workbook.",
        }
    }
}

/// A document as a file of some format.
pub(super) fn bytes(document: &Document, format: PaperFormat) -> Result<Vec<u8>> {
    watched(document, format, &Progress::default())
}

fn watched(document: &Document, format: PaperFormat, progress: &Progress) -> Result<Vec<u8>> {
    match format {
        PaperFormat::Html => Ok(html::write(document).into_bytes()),
        PaperFormat::Docx => word::write_watched(document, progress),
        PaperFormat::Pdf => pdf::write_watched(document, progress),
        PaperFormat::Xlsx => excel::write_watched(document, progress),
    }
}

/// Asks where a document is to be saved, by the title of the dialog and a name for the file, and writes it there; none
/// where the dialog was dismissed. A long one is watched and can be stopped: then nothing is written.
pub(super) fn offer(
    session: &Session,
    (title, name): (&str, &str),
    document: &Document,
    format: PaperFormat,
) -> Result<Option<Written>> {
    let Some(path) = session.desktop().pick_save(title, name) else { return Ok(None) };
    let path = path.with_extension(format.ending());
    let bytes = job::beside(session, "paper.write", |progress| watched(document, format, progress))?;
    save::whole(&path, &bytes)?;
    Ok(Some(save::written(&path, format.sentence(), Vec::new())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::table::{Cell, Column, ColumnKind, Table};
    use crate::error::Kind;
    use crate::report::document::Section;

    fn long() -> Document {
        let chapter = |number: usize| {
            let name = format!("Chapter {number}");
            let table = Table {
                title: name.clone(),
                caption: String::new(),
                as_at: String::new(),
                columns: vec![Column::new("Number", ColumnKind::Count)],
                rows: vec![vec![Cell::count(1)]],
                notes: Vec::new(),
            };
            Section::new(&name).heading(&name).text("What it says.".repeat(600)).table(table)
        };
        Document { title: "Long".into(), sections: (0..9).map(chapter).collect(), ..Document::default() }
    }

    #[test]
    fn a_long_paper_is_counted_to_its_end_and_stopped_on_its_way() {
        for format in [PaperFormat::Docx, PaperFormat::Pdf, PaperFormat::Xlsx] {
            let progress = Progress::default();
            let bytes = watched(&long(), format, &progress).expect("written");
            let (done, total) = progress.seen();
            assert!(done >= 9 && done <= total, "{done} of {total} in {}", format.ending());
            assert_eq!(bytes, super::bytes(&long(), format).expect("written"), "{}", format.ending());
            let stopped = Progress::default();
            stopped.stop();
            let kind = watched(&long(), format, &stopped).map_err(|error| error.kind);
            assert_eq!(kind.map(|bytes| bytes.len()), Err(Kind::Stopped), "{}", format.ending());
        }
    }
}
