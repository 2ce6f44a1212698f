//! A chart's SVG as a picture (PNG), with the letters that ship, so that it looks the same on every computer.
//!
//! Refuses to know: what it shows, and the fonts of the computer.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::error::{Error, Result};
use crate::report::font::Weight;

static LETTERS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut letters = Database::new();
    letters.load_font_data(Weight::Plain.bytes().to_vec());
    letters.load_font_data(Weight::Bold.bytes().to_vec());
    Arc::new(letters)
});

/// Draws an SVG so many times as large as it says.
pub fn png(svg: &str, times: f32) -> Result<Vec<u8>> {
    let fault = || Error::fault("A chart of the report could not be drawn as a picture.");
    let options =
        Options { fontdb: Arc::clone(&LETTERS), font_family: "Noto Sans".to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|_| fault())?;
    let size = tree.size().to_int_size().scale_by(times).ok_or_else(fault)?;
    let mut picture = Pixmap::new(size.width(), size.height()).ok_or_else(fault)?;
    resvg::render(&tree, Transform::from_scale(times, times), &mut picture.as_mut());
    picture.encode_png().map_err(|_| fault())
}

/// Draws a picture band by band, each an SVG as wide as the whole at some way from above; between two, the work may be
/// stopped.
pub fn banded(
    (wide, high): (i32, i32),
    bands: &[(i32, String)],
    times: f32,
    step: &dyn Fn() -> Result<()>,
) -> Result<Vec<u8>> {
    let fault = || Error::fault("The picture could not be drawn.");
    let options =
        Options { fontdb: Arc::clone(&LETTERS), font_family: "Noto Sans".to_owned(), ..Options::default() };
    let size = resvg::tiny_skia::Size::from_wh(wide as f32, high as f32).ok_or_else(fault)?;
    let size = size.to_int_size().scale_by(times).ok_or_else(fault)?;
    let mut picture = Pixmap::new(size.width(), size.height()).ok_or_else(fault)?;
    for (down, svg) in bands {
        let tree = Tree::from_str(svg, &options).map_err(|_| fault())?;
        let place = Transform::from_scale(times, times).pre_translate(0.0, *down as f32);
        resvg::render(&tree, place, &mut picture.as_mut());
        step()?;
    }
    picture.encode_png().map_err(|_| fault())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::svg::svg;
    use crate::report::drawing::{Anchor, Drawing};

    #[test]
    fn words_are_drawn_with_the_letters_that_ship() {
        let mut drawing = Drawing { height: 60, shapes: Vec::new() };
        let empty = png(&svg(&drawing, "", ""), 1.0).expect("drawn");
        drawing.words((10, 40), 30, Anchor::Start, "Met");
        let written = png(&svg(&drawing, "", ""), 1.0).expect("drawn");
        assert_eq!(&written[1..4], b"PNG");
        assert!(written.len() > empty.len() + 200, "{} {}", written.len(), empty.len());
    }
}
