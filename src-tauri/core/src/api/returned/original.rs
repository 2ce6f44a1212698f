//! The file a return was read from, saved as it came in, to the byte.

use serde::{Deserialize, Serialize};

use crate::api::save;
use crate::api::session::Session;
use crate::api::views::Written;
use crate::error::{Error, Result};
use crate::intake::original::{self, OriginalId};

/// A file that came in.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OriginalChosen {
    pub original: OriginalId,
}

/// `return.save_original`: none where the dialog was dismissed.
pub fn save(session: &Session, request: OriginalChosen) -> Result<Option<Written>> {
    let (name, bytes) = session.file(|file| {
        let reader = file.reader();
        Ok((original::name(reader, request.original)?, original::bytes(reader, request.original)?))
    })?;
    if bytes.is_empty() {
        return Err(Error::missing("The bytes of this file are not kept: the same file came in before.")
            .hint("Save the first one of the two."));
    }
    let suggested = name.rsplit('/').next().unwrap_or(&name);
    let Some(path) = session.desktop().pick_save("Save the original file", suggested) else {
        return Ok(None);
    };
    save::whole(&path, &bytes)?;
    Ok(Some(save::written(&path, "Saved as it came in, to the byte.", Vec::new())))
}
