//! Pages of other people with the widget on them, served from another origin than the site.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;

use super::site;
use crate::place;

/// What stands for the site's address in the pages.
const SITE: &str = "{{site}}";

/// The address of `tests/hosts`, without a slash at its end. Started once in a process.
///
/// # Errors
/// When the site is not built, or no port is free.
pub fn hosts() -> Result<&'static str> {
    static ADDRESS: OnceLock<Result<String, String>> = OnceLock::new();
    let address = ADDRESS.get_or_init(|| start().map_err(|error| format!("{error:#}")));
    address.as_deref().map_err(|error| anyhow::anyhow!("{error}"))
}

fn start() -> Result<String> {
    let site = Arc::new(site()?.to_owned());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    // Asked for in the midst of a test, whose runtime does not let another one wait here.
    let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}", listener.local_addr()?);
    let router = Router::new().fallback(answer).with_state(site);
    std::thread::spawn(move || {
        runtime.block_on(async {
            axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await
        })
    });
    Ok(address)
}

async fn answer(State(site): State<Arc<String>>, request: Request) -> Response {
    let file: PathBuf = place::root().join("tests/hosts").join(&request.uri().path()[1..]);
    let Ok(text) = std::fs::read_to_string(&file) else {
        let mut missing = Response::new(Body::empty());
        *missing.status_mut() = StatusCode::NOT_FOUND;
        return missing;
    };
    let mut response = Response::new(Body::from(text.replace(SITE, &site)));
    let kind = mime_guess::from_path(&file).first_or_octet_stream();
    if let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8")) {
        response.headers_mut().insert(CONTENT_TYPE, kind);
    }
    response
}
