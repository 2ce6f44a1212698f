//! The caps a child puts on itself before it reads anything.

/// The most memory for data, in bytes.
#[cfg(unix)]
const MEMORY: u64 = 768 * 1024 * 1024;
/// The most processor time of one child over all its files, in seconds.
#[cfg(unix)]
const PROCESSOR: u64 = 600;

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

/// Windows: only the parent's clock ends the child.
#[cfg(not(unix))]
pub fn put_on() -> std::io::Result<()> {
    Ok(())
}
