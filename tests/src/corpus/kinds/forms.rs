//! The same cells in other forms of XML, as other programs write them.

use super::{Kind, kind};
use crate::corpus::desk::Desk;
use crate::corpus::grid::Raw;
use crate::corpus::package::WORKBOOK;

pub const KINDS: &[Kind] = &[
    kind("texts in the cells", |desk| every_cell(desk, Raw::typed)),
    kind("texts as results of type str", |desk| {
        every_cell(desk, |text| {
            let inner = format!("<v>{}</v>", crate::corpus::package::escaped(text));
            Raw { kind: "str".to_owned(), inner, ..Raw::default() }
        });
    }),
    kind("cells without references", without_references),
    kind("elements with a prefix", prefixed),
    kind("empty cells written out", |desk| {
        each_sheet(desk, |xml| {
            xml.replace("<row ", "<row collapsed=\"0\" ").replace("/><c ", "><v></v></c><c ")
        });
    }),
    kind("a workbook with macros", |desk| {
        desk.package.change("[Content_Types].xml", |text| {
            text.replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")
                .replace("application/vnd.openxmlformats-officedocument.ms-excel", "application/vnd.ms-excel")
        });
        desk.package.put("xl/vbaProject.bin", vec![0; 64]);
    }),
    kind("the defined names gone", |desk| desk.package.drop_names()),
    kind("the defined names broken", |desk| {
        desk.package.change(WORKBOOK, |text| {
            let (head, rest) = text.split_once("<definedNames>").expect("names");
            let (names, tail) = rest.split_once("</definedNames>").expect("names");
            let broken = names.split('!').map(|piece| match piece.split_once('<') {
                Some((_, rest)) if piece.starts_with('$') => format!("#REF!<{rest}"),
                _ => piece.to_owned(),
            });
            format!("{head}<definedNames>{}</definedNames>{tail}", broken.collect::<Vec<_>>().join("!"))
        });
    }),
    kind("no styles at all", |desk| {
        each_sheet(desk, |xml| {
            let mut pieces = xml.split(" s=\"");
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |whole, piece| whole + piece.split_once('"').map_or("", |(_, rest)| rest))
        });
    }),
    kind("targets from the root", |desk| {
        desk.package.change("xl/_rels/workbook.xml.rels", |text| text.replace("Target=\"", "Target=\"/xl/"));
    }),
    kind("comments in the sheets' XML", |desk| {
        each_sheet(desk, |xml| xml.replace("<sheetData>", "<!-- <c r=\"A1\"><v>9</v></c> --><sheetData>"));
    }),
];

fn every_cell(desk: &mut Desk<'_>, with: impl Fn(&str) -> Raw) {
    for sheet in 0..desk.package.sheets().len() {
        desk.package.edit(sheet, |grid, strings| {
            for cell in grid.rows.values_mut().flat_map(|line| line.cells.values_mut()) {
                if cell.kind == "s" {
                    let made = with(&cell.text(strings));
                    (cell.kind, cell.inner) = (made.kind, made.inner);
                }
            }
        });
    }
}

fn each_sheet(desk: &mut Desk<'_>, with: impl Fn(&str) -> String) {
    for part in desk.package.names().into_iter().filter(|name| name.starts_with("xl/worksheets/sheet")) {
        desk.package.change(&part, |xml| with(&xml));
    }
}

/// Cells follow each other; empty ones fill the gaps.
fn without_references(desk: &mut Desk<'_>) {
    for sheet in 0..desk.package.sheets().len() {
        desk.package.edit(sheet, |grid, _| {
            let last = grid.rows.keys().max().copied().unwrap_or(0);
            (0..=last).for_each(|row| {
                grid.rows.entry(row).or_default();
            });
            for line in grid.rows.values_mut() {
                let last = line.cells.keys().max().copied().unwrap_or(0);
                (0..last).for_each(|column| {
                    line.cells.entry(column).or_default();
                });
            }
        });
    }
    each_sheet(desk, |xml| {
        let (head, rest) = xml.split_once("<sheetData>").expect("cells");
        let (data, tail) = rest.split_once("</sheetData>").expect("cells");
        let without = |data: &str, element: &str| {
            let opening = format!("<{element} r=\"");
            let mut pieces = data.split(opening.as_str());
            let first = pieces.next().unwrap_or_default().to_owned();
            pieces.fold(first, |whole, piece| {
                format!("{whole}<{element}{}", piece.split_once('"').map_or("", |(_, rest)| rest))
            })
        };
        format!("{head}<sheetData>{}</sheetData>{tail}", without(&without(data, "c"), "row"))
    });
}

fn prefixed(desk: &mut Desk<'_>) {
    each_sheet(desk, |xml| {
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        let xml = xml.replace(main, &main.replace("xmlns=", "xmlns:x="));
        let opened = xml.replace("</", "</x:").replace('<', "<x:");
        opened.replace("<x:/x:", "</x:").replace("<x:?", "<?").replace("<x:!", "<!")
    });
}
