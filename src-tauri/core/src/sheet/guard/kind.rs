//! What a file is that is not an Excel workbook, and what its owner can do about it.

use crate::error::{Error, Result};

/// Lets a zip package pass; says of anything else what it is.
pub fn package(bytes: &[u8]) -> Result<()> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Ok(());
    }
    let (message, hint) = KINDS.iter().find(|kind| (kind.is)(bytes)).map_or(UNKNOWN, |kind| kind.says);
    Err(Error::input(message).hint(hint))
}

struct Kind {
    is: fn(&[u8]) -> bool,
    says: (&'static str, &'static str),
}

const UNKNOWN: (&str, &str) = (
    "This is not an Excel workbook.",
    "Ask for the workbook itself (.xlsx), as it was sent out or saved from Excel.",
);

const KINDS: &[Kind] = &[
    Kind {
        is: |bytes| bytes.is_empty(),
        says: (
            "This file is empty.",
            "If it is kept in OneDrive or SharePoint, open it once so that it is fetched; else ask for it again.",
        ),
    },
    Kind {
        is: |bytes| bytes.iter().all(|byte| *byte == 0),
        says: (
            "This file holds nothing but zeros: it was not fully copied or fetched.",
            "Open it once in Excel so that OneDrive or SharePoint fetches it, or ask for it again.",
        ),
    },
    Kind {
        is: |bytes| bytes.starts_with(b"PK"),
        says: (
            "This file is an empty or broken zip package, not an Excel workbook.",
            "Ask for the workbook again.",
        ),
    },
    Kind {
        is: is_locked,
        says: (
            "This workbook is locked by a password or by a sensitivity label.",
            "Give its password here, or open it in Excel, take the password or label off, save it and try again.",
        ),
    },
    Kind {
        is: |bytes| ole(bytes) && (holds_wide(bytes, "Workbook") || holds_wide(bytes, "Book")),
        says: (
            "This is a workbook in the old Excel format (.xls).",
            "Open it in Excel and save it as an Excel workbook (.xlsx).",
        ),
    },
    Kind {
        is: ole,
        says: (
            "This is an older Office file, not an Excel workbook.",
            "Open it in the program it was made with and save the answers as an Excel workbook (.xlsx).",
        ),
    },
    Kind {
        is: |bytes| bytes.starts_with(b"%PDF"),
        says: ("This is a PDF, not a workbook.", "Ask for the Excel workbook that the PDF was made from."),
    },
    Kind {
        is: |bytes| starts_with_word(bytes, &["<!doctype html", "<html"]),
        says: (
            "This is a web page, often the sign-in page of a file store, not a workbook.",
            "Sign in, download the workbook itself and try again.",
        ),
    },
    Kind {
        is: |bytes| starts_with_word(bytes, &["[internetshortcut]"]) || bytes.starts_with(b"L\0\0\0"),
        says: (
            "This is a link to a file, not the file.",
            "Open the link, download the workbook itself and try again.",
        ),
    },
    Kind {
        is: |bytes| starts_with_word(bytes, &["<?xml"]),
        says: (
            "This is an XML file, not an Excel workbook.",
            "Open it in Excel and save it as an Excel workbook (.xlsx).",
        ),
    },
    Kind {
        is: |bytes| bytes.len() < 200 && bytes.get(55).is_some_and(|byte| *byte == b' ' || *byte == 0),
        says: (
            "This is the small lock file (~$) that Excel leaves beside an open workbook.",
            "Close the workbook in Excel and take the file without ~$ in its name.",
        ),
    },
    Kind {
        is: is_table_text,
        says: (
            "This is a list in plain text (CSV), which has lost the sheets of the workbook.",
            "Ask for the Excel workbook itself (.xlsx).",
        ),
    },
];

/// Whether a file is a workbook under a password or a label.
pub fn is_locked(bytes: &[u8]) -> bool {
    ole(bytes) && holds_wide(bytes, "EncryptedPackage")
}

fn ole(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
}

/// Names of streams in an OLE container stand there in UTF-16.
fn holds_wide(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}

fn starts_with_word(bytes: &[u8], words: &[&str]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(300)]).to_lowercase();
    let start = start.trim_start_matches('\u{feff}').trim_start();
    words.iter().any(|word| start.starts_with(word))
}

fn is_table_text(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(2_000)];
    let text = start.iter().all(|byte| *byte >= 0x20 || matches!(byte, b'\t' | b'\n' | b'\r'));
    text && start.iter().any(|byte| matches!(byte, b',' | b';' | b'\t'))
}
