//! How many children may be at work at once, so that all together stay small whatever they are given.
//!
//! Refuses to know: what they do.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many children at once; more would only wait for the processor.
const MOST: usize = 4;
/// A file that asks for more memory than this is read while no other such file is.
const HEAVY: usize = 12 * 1024 * 1024;

/// Where a file waits for its turn.
#[derive(Default)]
pub struct Gate {
    inside: Mutex<Inside>,
    left: Condvar,
}

#[derive(Default)]
struct Inside {
    children: usize,
    heavy: bool,
}

/// A file's turn; it ends when this is let go.
pub struct Turn<'g> {
    gate: &'g Gate,
    /// Whether the file is a heavy one.
    pub heavy: bool,
}

impl Gate {
    /// Waits until a file of this weight may be read.
    pub fn enter(&self, weight: usize) -> Turn<'_> {
        let heavy = weight > HEAVY;
        let full = |inside: &mut Inside| inside.children >= MOST || (heavy && inside.heavy);
        let mut inside = self.left.wait_while(self.inside(), full).unwrap_or_else(PoisonError::into_inner);
        inside.children += 1;
        inside.heavy |= heavy;
        Turn { gate: self, heavy }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut inside = self.gate.inside();
        inside.children -= 1;
        if self.heavy {
            inside.heavy = false;
        }
        drop(inside);
        self.gate.left.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn heavy_files_wait_for_each_other_and_all_for_a_place() {
        let (gate, heavy, all) = (Gate::default(), AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for number in 0..24 {
                let (gate, heavy, all) = (&gate, &heavy, &all);
                scope.spawn(move || {
                    let turn = gate.enter(if number % 3 == 0 { HEAVY + 1 } else { 9 });
                    let own = usize::from(turn.heavy);
                    assert!(heavy.fetch_add(own, Ordering::SeqCst) + own <= 1);
                    assert!(all.fetch_add(1, Ordering::SeqCst) < MOST);
                    std::thread::sleep(std::time::Duration::from_millis(2));
                    all.fetch_sub(1, Ordering::SeqCst);
                    heavy.fetch_sub(own, Ordering::SeqCst);
                });
            }
        });
    }
}
