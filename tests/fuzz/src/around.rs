//! A package around one part that is fuzzed.
#![allow(dead_code, reason = "each target uses one of these")]

use std::io::{Cursor, Write as _};

use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

/// Places of the parts below.
pub const WORKBOOK: usize = 2;
pub const SHEET: usize = 3;
pub const STRINGS: usize = 4;
pub const STYLES: usize = 5;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A small workbook in which one part is replaced by these bytes.
pub fn around(place: usize, bytes: &[u8]) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let top = relation("a", "officeDocument", "xl/workbook.xml");
    let relations = relation("r1", "worksheet", "s.xml")
        + &relation("r2", "sharedStrings", "sharedStrings.xml")
        + &relation("r3", "styles", "styles.xml")
        + &relation("r4", "worksheet", "t.xml");
    let uses: String = (0..12).map(|number| format!("<c t=\"s\"><v>{number}</v></c>")).collect();
    let parts = [
        ("_rels/.rels", format!("<R>{top}</R>")),
        ("xl/_rels/workbook.xml.rels", format!("<R>{relations}</R>")),
        ("xl/workbook.xml", "<w><sheets><sheet name=\"One\" r:id=\"r1\"/></sheets></w>".to_owned()),
        ("xl/s.xml", format!("<w><sheetData><row>{uses}</row></sheetData></w>")),
        ("xl/sharedStrings.xml", "<sst><si><t>Statement</t></si><si><t>Rating</t></si></sst>".to_owned()),
        ("xl/styles.xml", "<s><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></s>".to_owned()),
        ("xl/t.xml", "<w/>".to_owned()),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (at, (name, text)) in parts.iter().enumerate() {
        zip.start_file(*name, stored).expect("a part");
        zip.write_all(if at == place { bytes } else { text.as_bytes() }).expect("its bytes");
    }
    zip.finish().expect("a package").into_inner()
}

/// Reads it: a workbook, which comes through the wire's form as it is, or a sentence.
pub fn read(package: &[u8]) {
    match attest::sheet::open(package) {
        Ok(read) => {
            let packed = attest::sheet::pack(&read.value);
            assert!(attest::sheet::unpack(&packed).is_some_and(|book| book == read.value));
        }
        Err(error) => assert!(!error.message.is_empty() && !error.hint.is_empty()),
    }
}
