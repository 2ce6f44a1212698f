//! The command line as it ships, built beside the tests so that they can run it.

fn main() -> std::process::ExitCode {
    attest_worker::branch_off();
    attest_cli::run_as_program()
}
