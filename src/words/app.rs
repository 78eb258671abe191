//! What a system says of the site as an app, and what the page says of working without a connection.

/// Name of the app.
pub const NAME: &str = "Paypath: machine-learning pay and paths";
/// Below its icon.
pub const SHORT_NAME: &str = "Paypath";
/// What it is.
pub const DESCRIPTION: &str = "Base pay of machine-learning, data and software jobs in every US metro area, and ways to them.";
/// Ways into the app: address and name.
pub const SHORTCUTS: [(&str, &str); 3] =
    [("/", "What a job pays"), ("/path/", "Plan a path"), ("/offers/", "Compare offers")];
/// The page's program did not arrive, or not as it was published.
pub const NO_PROGRAM: &str = "The part of this page that calculates did not load: what you change here has no effect yet. The figures shown are right for the question above them.";
/// The page's program gave up.
pub const BROKEN: &str =
    "Something went wrong in this page. Load it again: your last question is kept in the address.";
/// The browser runs no programs of this kind.
pub const NO_WASM: &str = "This browser does not run WebAssembly, so this page cannot calculate. The figures shown are right for the question above them, and the pages of roles and cities hold more.";
/// Loads the page anew.
pub const AGAIN: &str = "Load again";
/// All of the site is on the device.
pub const READY: &str = "This site is saved on your device and works without a connection.";
/// A new version is there.
pub const NEW: &str = "A new version of this site is ready.";
/// Takes it.
pub const TAKE: &str = "Use it now";
