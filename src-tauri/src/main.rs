//! The window's program: a reading child branches off first, then the window opens.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    attest_desktop::run();
}
