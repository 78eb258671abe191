//! A bad network between the browser and the site: connections cut, answers cut short, changed,
//! missing or slow. Knows nothing of what a page makes of it.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result};

/// What happens to an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The connection is closed before anything is answered.
    Cut,
    /// It is closed in the middle of the answer.
    Short,
    /// One bit of the content is another.
    Changed,
    /// The file is not there.
    Missing,
    /// The answer waits, and comes a piece at a time: 400 ms and 400 kbit/s, as browsers' own "slow
    /// 3G"; the first connection for each file is lost.
    Slow,
}

/// Which requests a fault is for: the part of the path, and the fault.
type Rule = Option<(String, Fault)>;

/// The site at another address, with a fault for some requests.
pub struct Faulty {
    /// Where it is, without a slash at its end.
    pub address: String,
    rule: Arc<Mutex<Rule>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Faulty {
    /// Stands before the site at `origin` (`http://127.0.0.1:80`) until the process ends.
    ///
    /// # Errors
    /// When there is no free port.
    pub fn before(origin: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").context("no free port")?;
        let address = format!("http://{}", listener.local_addr()?);
        let site = origin.trim_start_matches("http://").to_owned();
        let (rule, asked) = (Arc::new(Mutex::new(None)), Arc::new(Mutex::new(Vec::new())));
        let faulty = Self { address, rule: Arc::clone(&rule), asked: Arc::clone(&asked) };
        std::thread::spawn(move || {
            for browser in listener.incoming().flatten() {
                let (site, rule, asked) = (site.clone(), Arc::clone(&rule), Arc::clone(&asked));
                // A browser that goes away in the middle is no fault of ours.
                std::thread::spawn(move || drop(pass(browser, &site, &rule, &asked)));
            }
        });
        Ok(faulty)
    }

    /// From now on requests whose path holds `part` meet this fault; all others are answered.
    pub fn set(&self, rule: Option<(&str, Fault)>) {
        *lock(&self.rule) = rule.map(|(part, fault)| (part.to_owned(), fault));
        lock(&self.asked).clear();
    }

    /// The paths that were asked for since the rule was set, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        lock(&self.asked).clone()
    }
}

/// What a thread that panicked held is still what it was.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Answers one request of the browser, with its fault if it has one.
fn pass(
    mut browser: TcpStream,
    site: &str,
    rule: &Mutex<Rule>,
    asked: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let head = head(&mut browser)?;
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    let rule = lock(rule).clone();
    let fault = rule.filter(|(part, _)| path.contains(part)).map(|(_, fault)| fault);
    let first = !lock(asked).contains(&path);
    lock(asked).push(path);
    if fault == Some(Fault::Cut) || (fault == Some(Fault::Slow) && first) {
        return browser.shutdown(Shutdown::Both);
    }
    let mut answer = ask(&head, site, fault == Some(Fault::Missing))?;
    let body = answer.windows(4).position(|end| end == b"\r\n\r\n").map_or(0, |at| at + 4);
    match fault {
        Some(Fault::Short) => answer.truncate(body + (answer.len() - body) / 2),
        Some(Fault::Changed) => {
            let middle = body + (answer.len() - body) / 2;
            if let Some(byte) = answer.get_mut(middle) {
                *byte ^= 1;
            }
        }
        Some(Fault::Slow) => {
            std::thread::sleep(Duration::from_millis(400));
            for part in answer.chunks(5_000) {
                browser.write_all(part)?;
                std::thread::sleep(Duration::from_millis(100));
            }
            return browser.shutdown(Shutdown::Both);
        }
        _ => {}
    }
    browser.write_all(&answer)?;
    browser.shutdown(Shutdown::Write)
}

/// Lines of a request up to the empty one.
fn head(browser: &mut TcpStream) -> std::io::Result<String> {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") {
        browser.read_exact(&mut byte)?;
        head.push(byte[0]);
    }
    Ok(String::from_utf8_lossy(&head).into_owned())
}

/// What the site answers: plain, so that a changed byte is one of the content.
fn ask(head: &str, site: &str, missing: bool) -> std::io::Result<Vec<u8>> {
    let mut lines = head.lines();
    let first = lines.next().unwrap_or_default();
    let first = if missing { "GET /missing HTTP/1.1" } else { first };
    let kept = lines.filter(|line| {
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        !line.is_empty() && !["host", "connection", "accept-encoding"].contains(&&*name)
    });
    let mut request = format!("{first}\r\nHost: {site}\r\nConnection: close\r\n");
    for line in kept {
        request.push_str(line);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    let mut upstream = TcpStream::connect(site)?;
    upstream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    upstream.read_to_end(&mut answer)?;
    Ok(answer)
}
