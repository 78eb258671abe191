//! Serves `dist/` on loopback as a good host would: types, brotli, the headers of `_headers`, a
//! 404 page. The site is read into memory at the start; it does not notice later builds.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    LOCATION, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::Response;
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;

use crate::headers::Rules;
use crate::{compress, pins, place};

/// What hosts do for a path without a Cache-Control rule: keep it, but ask again every time.
const REVALIDATE: HeaderValue = HeaderValue::from_static("public, max-age=0, must-revalidate");

struct Asset {
    content: Bytes,
    kind: HeaderValue,
    tag: HeaderValue,
    compressible: bool,
    packed: OnceLock<Bytes>,
}

struct Site {
    assets: HashMap<String, Asset>,
    rules: Rules,
}

/// Serves `dist` until the process ends. `port` 0 is any free one; without one it is the usual
/// port, or a free one when that is taken. The first line of standard output is the address.
///
/// # Errors
/// When `dist` cannot be read or the port is taken.
pub fn run(dist: &Path, port: Option<u16>) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = listen(port).await?;
        println!("http://{}/", listener.local_addr()?);
        eprintln!("Serving {} until Ctrl-C; later builds need a restart.", dist.display());
        serve(dist, listener).await
    })
}

/// Serves `dist` on a listener.
///
/// # Errors
/// When `dist` cannot be read or the listener fails.
pub async fn serve(dist: &Path, listener: TcpListener) -> Result<()> {
    let site = Arc::new(Site::read(dist)?);
    let warm = Arc::clone(&site);
    std::thread::spawn(move || warm.warm());
    let router = Router::new().fallback(answer).with_state(site);
    axum::serve(listener, router).await.context("the server stopped")
}

/// A listener on loopback only.
///
/// # Errors
/// When a port that was asked for is taken.
pub async fn listen(port: Option<u16>) -> Result<TcpListener> {
    match (TcpListener::bind(("127.0.0.1", port.unwrap_or(pins::PORT))).await, port) {
        (Ok(listener), _) => Ok(listener),
        (Err(error), Some(port)) => {
            Err(error).with_context(|| format!("cannot listen on port {port}: choose another"))
        }
        (Err(_), None) => TcpListener::bind("127.0.0.1:0").await.context("no free port"),
    }
}

/// A port that nobody listens on just now: `port`, the usual one, or a free one.
///
/// # Errors
/// When a port that was asked for is taken.
pub fn free_port(port: Option<u16>) -> Result<u16> {
    let usual = std::net::TcpListener::bind(("127.0.0.1", port.unwrap_or(pins::PORT)));
    let listener = match (usual, port) {
        (Err(error), Some(port)) => {
            return Err(error).with_context(|| format!("cannot listen on port {port}"));
        }
        (Err(_), None) => std::net::TcpListener::bind("127.0.0.1:0")?,
        (Ok(listener), _) => listener,
    };
    Ok(listener.local_addr()?.port())
}

impl Site {
    fn read(dist: &Path) -> Result<Self> {
        let mut assets = HashMap::new();
        for file in place::files(dist)? {
            let path = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
            let content =
                std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
            assets.insert(format!("/{path}"), Asset::new(&file, content)?);
        }
        Ok(Self { assets, rules: Rules::read(dist)? })
    }

    /// Compresses everything before somebody asks, what every page needs first.
    fn warm(&self) {
        let mut all: Vec<_> = self.assets.iter().collect();
        all.sort_by_key(|(path, _)| (!path.starts_with("/assets/"), path.len()));
        for (_, asset) in all {
            asset.packed();
        }
    }

    /// The asset at a path, folders by their index.html.
    fn find(&self, path: &str) -> Option<&Asset> {
        match path.strip_suffix('/') {
            Some(_) => self.assets.get(&format!("{path}index.html")),
            None if path == "/_headers" || path.starts_with("/hosts/") => None,
            None => self.assets.get(path),
        }
    }
}

impl Asset {
    fn new(file: &Path, content: Vec<u8>) -> Result<Self> {
        let guess = mime_guess::from_path(file).first_or_octet_stream();
        let text = guess.type_() == "text" && guess.get_param("charset").is_none();
        let kind = if text { format!("{guess}; charset=utf-8") } else { guess.to_string() };
        let tag = format!("W/\"{}\"", &compress::hex(&Sha256::digest(&content))[..16]);
        Ok(Self {
            compressible: compress::helps(file),
            content: content.into(),
            kind: kind.parse()?,
            tag: tag.parse()?,
            packed: OnceLock::new(),
        })
    }

    /// The compressed content; the plain one where compressing fails or does not help.
    fn packed(&self) -> &Bytes {
        self.packed.get_or_init(|| match compress::brotli(&self.content) {
            Ok(packed) if self.compressible && packed.len() < self.content.len() => packed.into(),
            _ => self.content.clone(),
        })
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = respond(&site, &path, &request);
    let missing = response.status().is_client_error();
    let headers = response.headers_mut();
    for (name, value) in site.rules.of(&path) {
        headers.append(name, value.clone());
    }
    if missing {
        headers.remove(CACHE_CONTROL);
    }
    headers.entry(CACHE_CONTROL).or_insert(REVALIDATE);
    response
}

fn respond(site: &Site, path: &str, request: &Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = empty(StatusCode::METHOD_NOT_ALLOWED);
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    if let Some(asset) = site.find(path) {
        return send(asset, StatusCode::OK, request.headers());
    }
    let folder = format!("{path}/");
    if site.find(&folder).is_some() {
        let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
        let mut response = empty(StatusCode::PERMANENT_REDIRECT);
        if let Ok(to) = format!("{folder}{query}").parse() {
            response.headers_mut().insert(LOCATION, to);
        }
        return response;
    }
    match site.assets.get("/404.html") {
        Some(page) => send(page, StatusCode::NOT_FOUND, request.headers()),
        None => empty(StatusCode::NOT_FOUND),
    }
}

fn send(asset: &Asset, status: StatusCode, asked: &HeaderMap) -> Response {
    if status == StatusCode::OK && asked.get(IF_NONE_MATCH) == Some(&asset.tag) {
        let mut response = empty(StatusCode::NOT_MODIFIED);
        response.headers_mut().insert(ETAG, asset.tag.clone());
        return response;
    }
    let brotli = asset.compressible && accepts_brotli(asked);
    let content = if brotli { asset.packed() } else { &asset.content };
    let is_packed = brotli && content.len() < asset.content.len();
    let mut response = Response::new(Body::from(content.clone()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, asset.kind.clone());
    headers.insert(ETAG, asset.tag.clone());
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if is_packed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

fn accepts_brotli(asked: &HeaderMap) -> bool {
    let value = asked.get(ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    value.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        words.next() == Some("br") && words.next() != Some("q=0")
    })
}

fn empty(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}
