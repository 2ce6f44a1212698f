//! A host for tests of the reading child: reads returns, and misbehaves when it is asked to.

use attest::workbook::Listener;

fn main() {
    let mut listener = Listener::default();
    attest_worker::branch_off_with(|question| serve(&mut listener, question));
}

fn serve(listener: &mut Listener, question: &[u8]) -> Vec<u8> {
    match question {
        b"abort" => std::process::abort(),
        b"eat memory" => eaten(),
        b"hang" => loop {
            std::thread::park();
        },
        b"echo" => question.to_vec(),
        other => listener.serve(other),
    }
}

/// Asks for far more than the cap; without a cap this would succeed and say so.
fn eaten() -> Vec<u8> {
    let eaten = vec![1_u8; 2 << 30];
    vec![eaten[eaten.len() / 2]]
}
