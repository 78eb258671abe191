//! Response headers for hosts, from one table: `_headers` (Netlify, Cloudflare Pages), nginx and
//! Caddy. The widget may be framed by anyone, every other page only by this site.
//!
//! Where several rules of `_headers` match, Cloudflare joins the values of a header and Netlify lets
//! the last rule win. No rule leans on either: a header stands once for a path, save the content
//! security policy, of which the last is the strictest, so that both readings forbid the same. What such
//! a host sends for a path that is not there has the first rule's headers alone, which do not forbid
//! frames: Cloudflare would add that to the widget's too.

use crate::site::{Page, Program};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What every page may load and do, but for who may frame it.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; \
                      require-trusted-types-for 'script'; trusted-types paypath";

const CSP: &str = "Content-Security-Policy";
const CORP: &str = "Cross-Origin-Resource-Policy";

/// Headers of every answer.
const ALWAYS: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// Folder of files whose name changes with their content.
const ASSETS: &str = "/assets/*";
/// Files that pages of other sites fetch.
const SHARED: [&str; 4] = [ASSETS, "/embed.js", "/embed.d.ts", "/oembed/*"];
/// Files at the root that are no pages.
const ROOT: [&str; 6] =
    ["/feed.xml", "/icon.svg", "/robots.txt", "/sbom.cdx.json", "/sitemap.xml", "/sw.js"];
/// Folder of the frames, and the page within it that is none.
const FRAMES: &str = "/embed/*";
const BUILD: &str = "/embed/build/*";

/// The files, by their path in the built site.
pub(super) fn files(pages: &[Page], origin: Option<&str>) -> [(&'static str, String); 3] {
    [
        ("_headers", flat(pages, origin)),
        ("hosts/nginx.conf", nginx(origin)),
        ("hosts/Caddyfile", caddy(origin)),
    ]
}

/// The policy of pages that only this site may frame.
fn ours() -> String {
    format!("{POLICY}; frame-ancestors 'self'")
}

/// The policy of pages that anyone may frame. It names the site where its address is known: in a frame
/// that may only run scripts, `'self'` is nothing to WebKit.
fn anyones(origin: Option<&str>) -> String {
    let site = origin.map_or("'self'".to_owned(), |origin| format!("'self' {origin}"));
    format!("{}; frame-ancestors *", POLICY.replace("'self'", &site))
}

/// Patterns of all pages that are no frames: folders at the root, and files.
fn own(pages: &[Page]) -> BTreeSet<String> {
    let others =
        pages.iter().filter(|page| ![Program::Widget, Program::Build].contains(&page.program));
    let pattern = |page: &Page| match page.path[1..].split_once('/') {
        Some((folder, _)) => format!("/{folder}/*"),
        None => page.path.clone(),
    };
    others.map(pattern).chain(["/data/*".to_owned()]).collect()
}

fn flat(pages: &[Page], origin: Option<&str>) -> String {
    let mut out =
        "# Made at build. A path without Cache-Control is checked again on every visit: only\n\
                   # names that hold a hash of their content are kept.\n"
            .to_owned();
    let mut rule = |pattern: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(out, "{pattern}");
        for (name, value) in headers {
            let _ = writeln!(out, "  {name}: {value}");
        }
    };
    let (anyone, ours) = (anyones(origin), ours());
    // Of two policies both must allow, so this one is no stricter than the widget's.
    let (common, _) = anyone.split_once("; frame-ancestors").expect("written above");
    rule("/*", &[&ALWAYS[..], &[(CSP, common)]].concat());
    for pattern in own(pages) {
        rule(&pattern, &[(CSP, &ours), (CORP, "same-origin")]);
    }
    for path in ROOT {
        rule(path, &[(CORP, "same-origin")]);
    }
    let shared = [(CORP, "cross-origin"), ("Access-Control-Allow-Origin", "*")];
    rule(
        FRAMES,
        &[(CSP, &anyone), (CORP, "cross-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")],
    );
    rule(BUILD, &[(CSP, &ours)]);
    for pattern in SHARED {
        let kept = (pattern == ASSETS).then_some(("Cache-Control", FOR_EVER));
        rule(pattern, &[&shared[..], kept.as_slice()].concat());
    }
    out
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Values by path for nginx, the first that fits: an empty one sends no header.
fn maps(origin: Option<&str>) -> [(&'static str, Vec<(&'static str, String)>); 5] {
    let text = str::to_owned;
    [
        (
            "paypath_policy",
            vec![("default", ours()), ("~^/embed/build/", ours()), ("~^/embed/", anyones(origin))],
        ),
        (
            "paypath_resource",
            vec![
                ("default", text("same-origin")),
                (r"~^/(assets|oembed|embed)/|^/embed\.(js|d\.ts)$", text("cross-origin")),
            ],
        ),
        ("paypath_embedder", vec![("default", String::new()), ("~^/embed/", text("require-corp"))]),
        (
            "paypath_origin",
            vec![
                ("default", String::new()),
                (r"~^/(assets|oembed)/|^/embed\.(js|d\.ts)$", text("*")),
            ],
        ),
        (
            "paypath_cache",
            vec![
                ("default", text("public, max-age=0, must-revalidate")),
                ("~^/assets/", text(FOR_EVER)),
            ],
        ),
    ]
}

fn nginx(origin: Option<&str>) -> String {
    let mut out =
        "# Made at build. Include this file within http { }, and the lines below `server` in \
                   the server.\n"
            .to_owned();
    for (name, rows) in maps(origin) {
        let _ = writeln!(out, "map $uri ${name} {{");
        for (pattern, value) in rows {
            let _ = writeln!(out, "  \"{pattern}\" \"{value}\";");
        }
        let _ = writeln!(out, "}}");
    }
    let _ =
        writeln!(out, "server {{\n  # listen, server_name, certificates\n  root /var/www/paypath;");
    let _ = writeln!(
        out,
        "  error_page 404 /404.html;\n  location ~ ^/(_headers|hosts/) {{ return 404; }}"
    );
    let by_map = [
        (CSP, "$paypath_policy"),
        (CORP, "$paypath_resource"),
        ("Cross-Origin-Embedder-Policy", "$paypath_embedder"),
        ("Access-Control-Allow-Origin", "$paypath_origin"),
        ("Cache-Control", "$paypath_cache"),
    ];
    for (name, value) in ALWAYS.into_iter().chain(by_map) {
        let _ = writeln!(out, "  add_header {name} \"{value}\" always;");
    }
    out + "}\n"
}

fn caddy(origin: Option<&str>) -> String {
    let mut out = "# Made at build. The address in place of the example's.\nexample.org {\n  root * \
                   /var/www/paypath\n  file_server\n  handle_errors {\n    # No file, nothing to keep.\n    \
                   header -Cache-Control\n    rewrite * /404.html\n    file_server\n  }\n  @kept path /_headers /hosts/*\n  respond @kept 404\n"
        .to_owned();
    let shared = SHARED.join(" ");
    let _ = writeln!(out, "  @frames {{\n    path {FRAMES}\n    not path {BUILD}\n  }}");
    let _ = writeln!(out, "  @own not path {FRAMES} {shared}");
    let _ = writeln!(out, "  @build path {BUILD}");
    let _ = writeln!(out, "  @shared path {shared}\n  @assets path {ASSETS}");
    let (anyone, ours) = (anyones(origin), ours());
    let shared = [(CORP, "cross-origin"), ("Access-Control-Allow-Origin", "*")];
    let frames =
        [(CSP, &*anyone), (CORP, "cross-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")];
    let own = [(CSP, &*ours), (CORP, "same-origin")];
    let blocks: [(&str, &[(&str, &str)]); 6] = [
        ("", &ALWAYS),
        ("@frames", &frames),
        ("@own", &own),
        ("@build", &own),
        ("@shared", &shared),
        ("@assets", &[("Cache-Control", FOR_EVER)]),
    ];
    for (matcher, headers) in blocks {
        let _ = writeln!(out, "  header {matcher} {{");
        for (name, value) in headers {
            let _ = writeln!(out, "    {name} \"{value}\"");
        }
        let _ = writeln!(out, "  }}");
    }
    out + "}\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<Page> {
        let page = |path: &str, program| Page { path: path.into(), program, ..Page::default() };
        vec![
            page("/", Program::Calculator),
            page("/roles/a/", Program::None),
            page("/embed/a/", Program::Widget),
            page("/embed/build/", Program::Build),
            page("/404.html", Program::None),
        ]
    }

    /// The values of a header for a path, of every rule that matches.
    fn values(path: &str, wanted: &str) -> Vec<String> {
        let (text, mut fits, mut found) = (flat(&pages(), None), false, Vec::new());
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.strip_prefix("  ") {
                None => {
                    fits = line == path
                        || line.strip_suffix('*').is_some_and(|start| path.starts_with(start));
                }
                Some(header) if fits => {
                    let (name, value) = header.split_once(": ").expect("a header has a value");
                    found.extend((name == wanted).then(|| value.to_owned()));
                }
                Some(_) => {}
            }
        }
        found
    }

    #[test]
    fn the_widget_alone_may_be_framed_whichever_way_a_host_reads_the_rules() {
        for path in ["/", "/roles/a/", "/404.html", "/data/wages.csv", "/embed/build/"] {
            let policies = values(path, CSP);
            assert!(policies.last().is_some_and(|last| last.ends_with("frame-ancestors 'self'")));
        }
        let policies = values("/embed/a/", CSP);
        assert_eq!(policies, [POLICY.to_owned(), anyones(None)], "joined, both allow the frame");
        for path in ["/", "/roles/a/", "/embed/a/", "/assets/a.js", "/embed.js", "/oembed/a.json"] {
            assert!(values(path, "X-Frame-Options").is_empty());
            assert_eq!(values(path, CORP).len(), 1, "joined, two would be none: {path}");
        }
        assert_eq!(values("/assets/a.wasm", "Access-Control-Allow-Origin"), ["*"]);
        assert_eq!(values("/embed/a/", "Cross-Origin-Embedder-Policy"), ["require-corp"]);
        for path in ROOT.iter().chain(&["/", "/roles/a/"]) {
            assert_eq!(values(path, CORP), ["same-origin"], "{path}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_kept() {
        let text = caddy(None);
        let (_, errors) = text.split_once("handle_errors {").unwrap();
        let (errors, _) = errors.split_once('}').unwrap();
        assert!(errors.lines().any(|line| line.trim() == "header -Cache-Control"), "{errors}");
        // nginx asks its map again for the path of the page that it serves in place of the file.
        assert!(nginx(None).contains("error_page 404 /404.html;"));
    }

    #[test]
    fn the_other_hosts_say_the_same() {
        for text in [nginx(None), caddy(None)] {
            assert_eq!(text.matches('{').count(), text.matches('}').count(), "{text}");
            for (name, value) in ALWAYS {
                assert!(text.contains(&format!("{name} \"{value}\"")), "{name}");
            }
            assert!(text.contains("frame-ancestors *") && text.contains("frame-ancestors 'self'"));
            assert!(text.contains("require-corp") && text.contains(FOR_EVER));
            assert!(!text.contains("X-Frame-Options"));
        }
        let (build, frames) = (nginx(None).find("/embed/build/"), nginx(None).find("~^/embed/\""));
        assert!(build < frames, "nginx takes the first that fits");
    }

    #[test]
    fn the_site_is_named_where_self_may_be_nothing() {
        let site = "https://pay.example";
        for (_, text) in files(&pages(), Some(site)) {
            let policy = format!("script-src 'self' {site} 'wasm-unsafe-eval'");
            assert!(text.contains(&policy), "{text}");
        }
        assert_eq!(ours(), values("/", CSP)[1], "no other page needs it");
    }
}
