//! Every command once: name, function, request, answer. Only hosts use this.

pub mod file;
mod gateway;
pub mod job;
pub mod preferences;
pub mod session;
pub mod start;
#[cfg(test)]
mod types;
pub mod views;

use std::sync::Arc;

use serde_json::Value;

use crate::error::Result;
pub use gateway::{Failure, Nothing, Reply, dispatch};
pub use session::{Desktop, Session};

/// The list: a name, the function behind it, what it takes and what it gives.
macro_rules! commands {
    ($($name:literal => $function:path: $request:ty => $answer:ty,)*) => {
        /// The names of all commands.
        pub const NAMES: &[&str] = &[$($name),*];

        fn run(session: &Arc<Session>, name: &str, input: Value) -> Result<Value> {
            match name {
                $($name => gateway::run_one::<$request, $answer>(session, name, input, |session, request| $function(session, request)),)*
                other => Err(gateway::unknown(other)),
            }
        }

        #[cfg(test)]
        fn declare(types: &mut types::Declarations) {
            $(types.command::<$request, $answer>($name);)*
        }
    };
}

commands! {
    "start.show" => start::show: Nothing => views::Start,
    "start.open" => start::open: Nothing => Option<start::Opened>,
    "start.open_recent" => start::open_recent: start::RecentId => start::Opened,
    "start.forget_recent" => start::forget_recent: start::RecentId => views::Start,
    "file.close" => file::close: Nothing => views::Start,
    "file.undo" => file::undo: Nothing => file::Stepped,
    "file.redo" => file::redo: Nothing => file::Stepped,
    "job.show" => job::show: Nothing => Option<views::JobView>,
    "job.stop" => job::stop: Nothing => Option<views::JobView>,
    "preferences.show" => preferences::show: Nothing => preferences::Choices,
    "preferences.set" => preferences::set: preferences::Choices => preferences::Choices,
}
