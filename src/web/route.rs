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
    /// Whether the browser's program draws it; a page without stays as it was prerendered.
    pub program: bool,
}

/// The calculator.
pub const fn start() -> Page {
    Page {
        path: "/",
        title: "Paypath: what machine-learning work pays in the USA",
        description: "Base pay of machine-learning, data and software jobs in every US metro area by \
                      experience: the middle, the range, the evidence and the reasons.",
        program: true,
    }
}

/// Every page that is prerendered, in the order of the site map.
pub fn routes() -> Vec<Page> {
    vec![start()]
}

/// What hosts show, with status 404, for a path that is no page.
pub fn not_found() -> Page {
    Page {
        path: "/404.html",
        title: "Page not found - Paypath",
        description: "There is no page at this address.",
        program: false,
    }
}

/// The title of a page that shows one question.
pub fn titled(question: &str) -> String {
    format!("{question} - Paypath")
}
