//! A loopback host for browser tests: the built page and the one command over HTTP on 127.0.0.1.
//!
//! Behind the feature `loopback`, which never ships (rule 9). It speaks just enough HTTP/1.1 for one browser.

mod desktop;
mod request;

use std::io::Write;
#[expect(
    clippy::disallowed_types,
    reason = "the loopback test host is the named exception of rule 9; it never ships"
)]
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use attest::api::{Session, dispatch};
use attest::error::{Error, Kind, Result};
use attest::world::World;
use serde_json::{Value, json};

use crate::host;
use desktop::QueuedDesktop;
use request::Request;

/// The policy of the window, but for the address that calls go to.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'";

/// Serves a built page until the process is ended.
pub fn run(
    world: Arc<dyn World>,
    port: u16,
    page: PathBuf,
    folder: PathBuf,
    out: &mut dyn Write,
) -> Result<()> {
    let refused =
        |_| Error::new(Kind::Disk, format!("Port {port} could not be served.")).hint("Try another port.");
    Host::new(world, page, folder).serve(port, out).map_err(refused)
}

/// What is served, and to whom.
pub struct Host {
    session: Session,
    desktop: Arc<QueuedDesktop>,
    page: PathBuf,
}

impl Host {
    /// A host for a built page; dialogs are answered below `folder`.
    pub fn new(world: Arc<dyn World>, page: PathBuf, folder: PathBuf) -> Self {
        let desktop = Arc::new(QueuedDesktop::new(folder.clone()));
        let asked = Arc::clone(&desktop) as Arc<dyn attest::api::Desktop>;
        let session = Session::with_preferences(world, asked, folder.join("preferences.json"))
            .with_reads(host::reads());
        Self { session, desktop, page }
    }

    /// Serves until the process is ended; says its address first.
    #[expect(
        clippy::disallowed_types,
        reason = "the loopback test host is the named exception of rule 9; it never ships"
    )]
    pub fn serve(self, port: u16, out: &mut dyn Write) -> std::io::Result<()> {
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        writeln!(out, "http://127.0.0.1:{}/", listener.local_addr()?.port())?;
        out.flush()?;
        let host = Arc::new(self);
        for stream in listener.incoming().flatten() {
            let host = Arc::clone(&host);
            std::thread::spawn(move || host.answer(stream));
        }
        Ok(())
    }

    #[expect(
        clippy::disallowed_types,
        reason = "the loopback test host is the named exception of rule 9; it never ships"
    )]
    fn answer(&self, mut stream: TcpStream) {
        let Some(request) = Request::read(&mut stream) else { return };
        let (status, kind, body) = match (request.method.as_str(), request.path.as_str()) {
            ("POST", "/call") => self.call(&request.body),
            ("POST", "/desktop") => self.queue(&request.body),
            ("GET", path) => self.file(path),
            _ => (405, "text/plain", Vec::new()),
        };
        let head = format!(
            "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len()
        );
        // A browser that went away is not worth a word.
        let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
    }

    fn call(&self, body: &[u8]) -> (u16, &'static str, Vec<u8>) {
        let input: Value = serde_json::from_slice(body).unwrap_or_default();
        let name = input["name"].as_str().unwrap_or_default();
        match dispatch(&self.session, name, input["input"].clone()) {
            Ok(reply) => (200, "application/json", json!(reply).to_string().into_bytes()),
            Err(failure) => (422, "application/json", json!(failure).to_string().into_bytes()),
        }
    }

    fn queue(&self, body: &[u8]) -> (u16, &'static str, Vec<u8>) {
        match serde_json::from_slice::<Vec<Value>>(body) {
            Ok(answers) => {
                self.desktop.queue(answers);
                (204, "text/plain", Vec::new())
            }
            Err(error) => (400, "text/plain", error.to_string().into_bytes()),
        }
    }

    fn file(&self, path: &str) -> (u16, &'static str, Vec<u8>) {
        let name = path.split('?').next().unwrap_or_default().trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        if name.split('/').any(|part| part == "..") {
            return (404, "text/plain", Vec::new());
        }
        let file = self.page.join(name);
        std::fs::read(&file).map_or((404, "text/plain", Vec::new()), |bytes| (200, kind_of(&file), bytes))
    }
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    }
}
