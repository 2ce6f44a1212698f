//! How a paper is written: as a page to print, in Word, or as a workbook; saved where the person says.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::save;
use super::views::Written;
use crate::error::Result;
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
    match format {
        PaperFormat::Html => Ok(html::write(document).into_bytes()),
        PaperFormat::Docx => word::write(document),
        PaperFormat::Pdf => pdf::write(document),
        PaperFormat::Xlsx => excel::write(document),
    }
}

/// Saves a document at a place; its name ends as the format does.
pub(super) fn save(path: &Path, document: &Document, format: PaperFormat) -> Result<Written> {
    let path = path.with_extension(format.ending());
    save::whole(&path, &bytes(document, format)?)?;
    Ok(save::written(&path, format.sentence(), Vec::new()))
}
