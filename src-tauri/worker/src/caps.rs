//! What a reading child may use at the most.

/// Caps memory and processor time of this process. `RLIMIT_AS` would end a program that is linked to a web view.
#[cfg(unix)]
pub fn set() {
    use rustix::process::{Resource, Rlimit, setrlimit};

    const MEMORY: u64 = 1024 * 1024 * 1024;
    const SECONDS: u64 = 120;
    for (resource, most) in [(Resource::Data, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0)] {
        let limit = Rlimit { current: Some(most), maximum: Some(most) };
        if setrlimit(resource, limit).is_err() {
            // Without its caps a child must not read foreign files.
            std::process::exit(3);
        }
    }
}

/// Here only the parent's clock caps a child.
#[cfg(not(unix))]
pub fn set() {}
