//! Attest on the command line.

fn main() -> std::process::ExitCode {
    attest_worker::branch_off();
    attest_cli::run_as_program()
}
