//! Rule 9: the tree of what ships holds no network code.

use std::process::Command;

use super::source::{below, none, root};

/// Crates that speak to a network; none may stand in what ships.
const BANNED: &[&str] = &[
    "reqwest",
    "hyper",
    "hyper-util",
    "ureq",
    "attohttpc",
    "isahc",
    "curl",
    "h2",
    "h3",
    "quinn",
    "rustls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "schannel",
    "security-framework",
    "tungstenite",
    "tokio-tungstenite",
    "websocket",
    "socket2",
    "trust-dns-resolver",
    "hickory-resolver",
];

const TARGETS: &[&str] = &["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc", "aarch64-apple-darwin"];

fn tree(package: &str, target: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--package", package, "--edges", "normal", "--prefix", "none"])
        .args(["--target", target, "--format", "{p} {f}"])
        .current_dir(root())
        .output()
        .expect("cargo tree runs");
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn networked(tree: &str) -> Vec<String> {
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let features = |line: &str| line.split(' ').skip(2).collect::<String>();
    let tokio_net =
        |line: &str| name(line) == "tokio" && features(line).split(',').any(|f| f == "net" || f == "full");
    let mut found: Vec<String> = tree
        .lines()
        .filter(|line| BANNED.contains(&name(line).as_str()) || tokio_net(line))
        .map(ToOwned::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn what_ships_holds_no_network_crate() {
    for package in ["attest-desktop", "attest-cli"] {
        for target in TARGETS {
            none(&format!("9: {package} for {target}"), &networked(&tree(package, target)));
        }
    }
}

#[test]
fn a_network_crate_in_the_tree_is_named() {
    let tree = "attest v0.1.0 \nhyper v1.0.0 client\ntokio v1.40.0 net,rt\nserde v1.0.0 std\n";
    assert_eq!(networked(tree), ["hyper v1.0.0 client", "tokio v1.40.0 net,rt"]);
    assert!(networked("tokio v1.40.0 rt,sync\n").is_empty());
}

/// `std::net` stands in the loopback test host alone, which is behind a feature that never ships.
#[test]
fn std_net_stands_in_the_loopback_host_alone() {
    let files = below("src-tauri", &[".rs"]);
    let others = files.iter().filter(|file| !file.path.starts_with("src-tauri/cli/src/loopback"));
    none("9: std::net", &others.flat_map(|file| file.finds("std::net")).collect::<Vec<_>>());
}
