//! What the server sends: status, types, compression, headers. Asked from within a page, so that
//! the browser's own policy counts too.

use anyhow::Result;
use serde_json::Value;
use xtask::browser::{Engine, Look, Tab, drive};

const POLICY: &str = "content-security-policy";

#[test]
fn pages_and_files_come_with_their_headers() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/").await?;
        let page = fetch(&tab, "/").await?;
        assert_eq!(page["status"], 200);
        assert_eq!(page["content-type"], "text/html; charset=utf-8");
        assert_eq!(page["x-content-type-options"], "nosniff");
        assert!(page[POLICY].as_str().is_some_and(|p| p.contains("require-trusted-types-for")));
        assert!(page[POLICY].as_str().is_some_and(|p| !p.contains("unsafe-inline")));

        let wasm = tab.find("script[data-wasm]:not([data-index])").await?.attr("data-wasm").await?;
        let wasm = fetch(&tab, &wasm.unwrap_or_default()).await?;
        assert_eq!(wasm["content-type"], "application/wasm");
        // WebKitGTK asks for brotli over TLS only.
        let packed = if tab.engine() == Engine::WebKit { Value::Null } else { "br".into() };
        assert_eq!(wasm["content-encoding"], packed);
        assert_eq!(wasm["cache-control"], "public, max-age=31536000, immutable");

        for path in ["/no/such/page", "/assets/no-such-file.js", "/_headers"] {
            let missing = fetch(&tab, path).await?;
            assert_eq!(missing["status"], 404, "{path}");
            assert_eq!(missing["cache-control"], "public, max-age=0, must-revalidate", "{path}");
        }
        Ok(())
    })
}

#[test]
fn the_first_load_fetches_each_file_once() -> Result<()> {
    drive(Look::default(), async |tab: Tab| {
        tab.go("/").await?;
        tab.ready().await?;
        let list = "return performance.getEntriesByType('resource').map(e => e.name)";
        let mut names: Vec<String> =
            serde_json::from_value(tab.driver.execute(list, vec![]).await?.json().clone())?;
        names.retain(|name| name.contains("/assets/"));
        // The manifest and an icon of it, which browsers fetch when they see fit.
        names.retain(|name| !name.contains("/manifest-") && !name.contains("/icon-"));
        assert_eq!(names.len(), 7, "two styles, boot, search, offline, script, wasm: {names:?}");
        Ok(())
    })
}

/// Status and headers of a path, fetched by the page itself.
async fn fetch(tab: &Tab, path: &str) -> Result<Value> {
    let script = "const done = arguments[1];
        fetch(arguments[0], { cache: 'no-store' }).then(r =>
            done({ status: r.status, ...Object.fromEntries(r.headers) }));";
    Ok(tab.driver.execute_async(script, vec![path.into()]).await?.json().clone())
}
