//! Hears what pages ask of anybody else than this machine. Chromium and Firefox tell; WebKitGTK sends
//! all but loopback to a proxy, which notes it and gives nothing. Judges nothing itself.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Tab;
use crate::engine::Engine;

/// A proxy that answers nobody.
pub(super) struct Elsewhere {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

/// How this program ends a proxy.
const END: &str = "END";

impl Elsewhere {
    /// Listens at a free port.
    pub(super) fn listen() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).context("no port is free")?;
        let port = listener.local_addr()?.port();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let notes = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let line = refuse(stream);
                if line == END {
                    return;
                }
                notes.lock().expect("no thread panics with it").push(line);
            }
        });
        Ok(Self { port, asked })
    }

    /// The capability that sends a browser here (WebDriver, 4.4 Proxy).
    pub(super) fn proxy(&self) -> Value {
        let here = format!("127.0.0.1:{}", self.port);
        json!({
            "proxyType": "manual",
            "httpProxy": here,
            "sslProxy": here,
            "noProxy": ["127.0.0.1", "localhost"],
        })
    }

    /// First lines of all that was asked.
    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no thread panics with it").clone()
    }
}

impl Tab {
    /// What pages of this session asked of others than this machine.
    ///
    /// # Errors
    /// When the browser does not tell.
    pub(super) async fn strangers(&self, elsewhere: &Elsewhere) -> Result<Vec<String>> {
        match self.engine {
            Engine::Chromium => self.chromium_strangers().await,
            Engine::Firefox => self.firefox_strangers().await,
            Engine::WebKit => Ok(elsewhere.asked()),
        }
    }
}

/// Whether an address leads away from this machine.
pub(super) fn is_elsewhere(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    ["http", "https", "ws", "wss"].contains(&scheme) && !["127.0.0.1", "localhost"].contains(&host)
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        // It may be gone already.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.write_all(format!("{END}\r\n").as_bytes());
        }
    }
}

/// The first line of a request, refused.
fn refuse(mut stream: TcpStream) -> String {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let mut line = String::new();
    let _ = BufReader::new(&stream).read_line(&mut line);
    let _ = stream
        .write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::is_elsewhere;

    #[test]
    fn only_this_machine_is_here() {
        for here in ["http://127.0.0.1:8080/a", "http://localhost/", "data:text/plain,a", "blob:x"]
        {
            assert!(!is_elsewhere(here), "{here}");
        }
        for there in
            ["https://fonts.example/a?b=127.0.0.1", "ws://a.example", "http://127.0.0.1.example/"]
        {
            assert!(is_elsewhere(there), "{there}");
        }
    }
}
