//! The returns of the round in view: listed light, looked at, accepted, sent back, noted on, and their files saved.

mod beside;
mod list;
mod officer;
mod original;

pub use beside::{Beside, CameFile, HistoryEvent, NoteLine, OtherReturn};
pub(super) use beside::{beside, earlier};
pub use list::{ReturnRow, SignedAs, list};
pub use officer::{
    NewNote, NoteChosen, Returns, SendBack, SentBack, accept, check, note, note_remove, send_back,
};
pub use original::{OriginalChosen, save as save_original};
