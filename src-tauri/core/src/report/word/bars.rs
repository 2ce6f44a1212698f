//! Bars with their figures in words beside them, as a table with a picture in each row.
//!
//! Refuses to know: what is counted.

use super::body::Body;
use super::picture;
use super::run::{Look, paragraph, run, words};
use super::table::{Frame, PADDING, caption, cell, framed, head, notes, row};
use super::xml::Xml;
use crate::analysis::tally::shown_percent;
use crate::error::Result;
use crate::report::bars::{Bar, BarPart, Bars, Fill};

/// Bars as a table: what each is of, its picture with its numbers in words below it, its share.
pub(super) fn bars(body: &mut Body, bars: &Bars) -> Result<()> {
    caption(&mut body.xml, &bars.title, &bars.caption);
    legend(body, &bars.parts)?;
    let whole = body.room.width();
    let widths = [whole * 27 / 100, whole * 53 / 100, whole * 20 / 100];
    let (longest, mut drawn) = (bars.longest().max(1), Vec::new());
    for bar in &bars.rows {
        drawn.push(body.picture(picture::bar(picture::WIDTH, &parts(bar, bars, longest))?));
    }
    let about = format!("{} A bar a row with its numbers in words.", bars.caption);
    let frame = Frame { style: "Figures", name: &bars.title, about: about.trim(), widths: &widths };
    let mut number = body.shown - drawn.len();
    framed(&mut body.xml, &frame, |xml| {
        head(xml, |cells| {
            for ((text, style), width) in
                [(bars.row.as_str(), "Cell"), ("", "Cell"), (bars.share.as_str(), "CellNumber")]
                    .into_iter()
                    .zip(widths)
            {
                cell(cells, width, |one| words(one, style, if text.is_empty() { "Numbers" } else { text }));
            }
        });
        for (bar, picture) in bars.rows.iter().zip(drawn) {
            number += 1;
            bar_line(xml, bar, bars, &widths, (picture, number));
        }
    });
    notes(&mut body.xml, &bars.notes);
    Ok(())
}

fn parts(bar: &Bar, bars: &Bars, longest: u32) -> Vec<(Fill, u32)> {
    let wide = |count: u32| count * picture::WIDTH / longest;
    bar.counts.iter().zip(&bars.parts).map(|(count, part)| (part.fill, wide(*count))).collect()
}

fn bar_line(xml: &mut Xml, bar: &Bar, bars: &Bars, widths: &[u32], (picture, number): (usize, usize)) {
    let counted = bar.counts.iter().zip(&bars.parts).filter(|(count, _)| **count > 0);
    let said: Vec<String> = counted.map(|(count, part)| format!("{} {count}", part.label)).collect();
    let said = if said.is_empty() { "None".to_owned() } else { said.join(", ") };
    row(xml, |cells| {
        cell(cells, widths[0], |one| words(one, "Cell", &bar.label));
        cell(cells, widths[1], |one| {
            let wide = widths[1] - PADDING;
            let size = (wide * 635, wide * 635 * picture::HEIGHT / picture::WIDTH);
            paragraph(one, "CellSmall", |inside| {
                drawing(inside, picture, number, &format!("{}: {said}", bar.label), size);
            });
            words(one, "CellSmall", &said);
        });
        cell(cells, widths[2], |one| words(one, "CellNumber", &share(bar)));
    });
}

fn share(bar: &Bar) -> String {
    match bar.share.base {
        0 => "none rated".to_owned(),
        base => {
            let percent = shown_percent(bar.share.count, base);
            let percent = percent.split(" (").next().unwrap_or_default();
            format!("{} of {base}\n{percent}", bar.share.count)
        }
    }
}

/// Each fill beside its words.
fn legend(body: &mut Body, parts: &[BarPart]) -> Result<()> {
    let mut drawn = Vec::new();
    for part in parts {
        let picture = body.picture(picture::bar(picture::HEIGHT, &[(part.fill, picture::HEIGHT)])?);
        drawn.push((picture, body.shown));
    }
    paragraph(&mut body.xml, "Caption", |one| {
        for (part, (picture, number)) in parts.iter().zip(drawn) {
            drawing(one, picture, number, &format!("Key to {}", part.label), (110_000, 110_000));
            run(one, Look::Plain, &format!("\u{a0}{}    ", part.label));
        }
    });
    Ok(())
}

/// A picture in the line, with its words for those who do not see it. Its size is in English metric units.
pub(super) fn drawing(xml: &mut Xml, picture: usize, number: usize, said: &str, (wide, high): (u32, u32)) {
    let (wide, high, number) = (wide.to_string(), high.to_string(), number.to_string());
    let name = format!("Bar {number}");
    let source = format!("rIdPicture{picture}");
    let properties = [("id", number.as_str()), ("name", &name), ("descr", said)];
    let none = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    let space = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    xml.element("w:r", &[], |run| {
        run.element("w:drawing", &[], |drawing| {
            drawing.element("wp:inline", &none, |one| {
                one.single("wp:extent", &[("cx", &wide), ("cy", &high)]);
                one.single("wp:docPr", &properties);
                one.element("a:graphic", &[], |graphic| {
                    graphic.element("a:graphicData", &[("uri", space)], |content| {
                        content.element("pic:pic", &[], |picture| {
                            picture.element("pic:nvPicPr", &[], |named| {
                                named.single("pic:cNvPr", &properties);
                                named.single("pic:cNvPicPr", &[]);
                            });
                            picture.element("pic:blipFill", &[], |fill| {
                                fill.single("a:blip", &[("r:embed", &source)]);
                                fill.element("a:stretch", &[], |stretch| stretch.single("a:fillRect", &[]));
                            });
                            picture.element("pic:spPr", &[], |shape| {
                                shape.element("a:xfrm", &[], |place| {
                                    place.single("a:off", &[("x", "0"), ("y", "0")]);
                                    place.single("a:ext", &[("cx", &wide), ("cy", &high)]);
                                });
                                shape.element("a:prstGeom", &[("prst", "rect")], |form| {
                                    form.single("a:avLst", &[])
                                });
                            });
                        });
                    })
                });
            })
        })
    });
}
