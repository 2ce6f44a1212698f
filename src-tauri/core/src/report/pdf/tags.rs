//! How pieces belong together, in the words of a tagged PDF, and the bookmarks.
//!
//! Refuses to know: where the pieces stand.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use krilla::destination::XyzDestination;
use krilla::geom::{Point, Rect};
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node as Tagged, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::page::{Frame, Kind, Mark, Node};

/// The tree of a document, from what each piece is known by.
pub(super) fn tree(nodes: &[Node], known: Vec<(usize, Identifier)>) -> TagTree {
    let mut known: BTreeMap<usize, Identifier> = known.into_iter().collect();
    let mut tree = TagTree::new().with_lang(Some("en-GB".to_owned()));
    for node in nodes {
        if let Some(tagged) = tagged(node, &mut known) {
            tree.push(tagged);
        }
    }
    tree
}

fn tagged(node: &Node, known: &mut BTreeMap<usize, Identifier>) -> Option<Tagged> {
    match node {
        Node::Leaf(leaf) => known.remove(leaf).map(Tagged::from),
        Node::Group(kind, nodes) => {
            let mut group = TagGroup::new(tag(kind));
            nodes.iter().filter_map(|node| tagged(node, known)).for_each(|node| group.push(node));
            Some(group.into())
        }
    }
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Section => Tag::Section.into(),
        Kind::Heading(level, title) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Disc).into(),
        Kind::ListItem => Tag::LI.into(),
        Kind::ListBody => Tag::LBody.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Table(summary) => Tag::Table.with_summary(Some(summary.clone())).into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(said, frame) => Tag::Figure(Some(said.clone())).with_bbox(bounds(*frame)).into(),
        Kind::Note => Tag::P.into(),
        Kind::Contents => Tag::TOC.into(),
        Kind::ContentsItem => Tag::TOCI.into(),
        Kind::Link => Tag::Link.into(),
    }
}

/// Where a figure stands on its page: what reads a page aloud or lays it out anew asks for it.
fn bounds(Frame { page, at: (x, y), size: (width, height) }: Frame) -> Option<BBox> {
    Some(BBox::new(page, Rect::from_xywh(x, y, width, height)?))
}

/// The bookmarks: chapters, with their parts below them.
pub(super) fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for mark in marks {
        let place = XyzDestination::new(mark.page, Point::from_xy(0.0, (mark.y - 12.0).max(0.0)));
        let node = OutlineNode::new(mark.text.clone(), place);
        match (&mut open, mark.level) {
            (Some(chapter), 3..) => chapter.push_child(node),
            (_, _) => {
                if let Some(chapter) = open.replace(node) {
                    outline.push_child(chapter);
                }
            }
        }
    }
    if let Some(chapter) = open {
        outline.push_child(chapter);
    }
    outline
}
