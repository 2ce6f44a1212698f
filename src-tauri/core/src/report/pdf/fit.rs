//! A short paper whose last page would hold a few lines alone: all of it is laid a little closer, and painted smaller.
//!
//! Refuses to know: what is laid.

use super::page::{Kind, Laid, Node, What};

/// A last page that is filled less than this is saved, if a little smaller words do that.
const FEW: f32 = 0.2;
/// A paper of more pages has a last one like any other.
const SHORT: usize = 4;
/// So many times as large as it is painted a page is laid, the least that helps.
const CLOSER: [f32; 3] = [1.03, 1.06, 1.09];

/// The same in fewer pages, where its last page holds too little and `lay` saves it.
pub(super) fn fitted<E>(laid: Laid, lay: impl Fn(f32) -> Result<Laid, E>) -> Result<Laid, E> {
    let pages = laid.pages.len();
    if !(2..=SHORT).contains(&pages) || laid.filled > FEW {
        return Ok(laid);
    }
    for times in CLOSER {
        let closer = lay(times)?;
        if closer.pages.len() < pages {
            return Ok(closer);
        }
    }
    Ok(laid)
}

impl Laid {
    /// Everything on its pages so many times as large, with where it stands.
    pub(super) fn shrink(&mut self, times: f32) {
        for item in self.pages.iter_mut().flat_map(|page| &mut page.items) {
            item.what.shrink(times);
        }
        self.marks.iter_mut().for_each(|mark| mark.y *= times);
        self.tree.iter_mut().for_each(|node| node.shrink(times));
    }
}

impl What {
    fn shrink(&mut self, by: f32) {
        let all: Vec<&mut f32> = match self {
            Self::Words(line) => vec![&mut line.x, &mut line.y, &mut line.size],
            Self::Rule { x, y, to, thick, .. } => vec![x, y, &mut to.0, &mut to.1, thick],
            Self::Drawing { x, y, times, .. } => vec![x, y, times],
            Self::Link { x, y, width, height, .. } => vec![x, y, width, height],
        };
        all.into_iter().for_each(|measure| *measure *= by);
    }
}

impl Node {
    fn shrink(&mut self, by: f32) {
        let Self::Group(kind, nodes) = self else { return };
        if let Kind::Figure(_, frame) = kind {
            frame.at = (frame.at.0 * by, frame.at.1 * by);
            frame.size = (frame.size.0 * by, frame.size.1 * by);
        }
        nodes.iter_mut().for_each(|node| node.shrink(by));
    }
}
