//! The list of pages: their paths, titles and descriptions. Draws nothing.

/// One page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Path from the root of the site, with a slash at both ends (`/` or `/about/`).
    pub path: &'static str,
    /// Text of `<title>`.
    pub title: &'static str,
    /// Text of the description that search engines show.
    pub description: &'static str,
}

/// Every page that is prerendered, in the order of the site map.
pub fn routes() -> Vec<Page> {
    vec![Page {
        path: "/",
        title: "Paypath: pay for machine-learning work in the USA",
        description: "What machine-learning work pays in the USA, how sure that is, and why.",
    }]
}

/// What hosts show, with status 404, for a path that is no page.
pub fn not_found() -> Page {
    Page {
        path: "/404.html",
        title: "Page not found - Paypath",
        description: "There is no page at this address.",
    }
}

/// The page at `path`, with or without the slash at its end.
pub fn find(path: &str) -> Option<Page> {
    let wanted = path.trim_end_matches('/');
    routes().into_iter().find(|page| page.path.trim_end_matches('/') == wanted)
}
