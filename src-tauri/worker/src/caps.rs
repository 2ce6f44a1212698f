//! The caps of a child: how much memory and how much time reading may take.
//!
//! On Unix the child puts them on itself before it reads anything; on Windows the parent puts the child in a job.

/// The most memory for data, in bytes.
pub const MEMORY: u64 = 192 * 1024 * 1024;
/// The most processor time of one child over all its files, in seconds.
pub const PROCESSOR: u64 = 600;

/// Caps data (not the address space, which a program linked to a web view would exceed at once) and time.
#[cfg(unix)]
pub fn put_on() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let at_most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    setrlimit(Resource::Data, at_most(MEMORY))?;
    setrlimit(Resource::Cpu, at_most(PROCESSOR))?;
    setrlimit(Resource::Core, at_most(0))?;
    Ok(())
}

/// Windows: the parent has put the child in a job before it asks anything.
#[cfg(not(unix))]
pub fn put_on() -> std::io::Result<()> {
    Ok(())
}
