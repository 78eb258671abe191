//! What a system says of the site as an app, and what the page says of working without a connection.

/// Name of the app.
pub const NAME: &str = "Paypath: machine-learning pay and paths";
/// Below its icon.
pub const SHORT_NAME: &str = "Paypath";
/// What it is.
pub const DESCRIPTION: &str = "Base pay of machine-learning, data and software jobs in every US metro area, and ways to them.";
/// Ways into the app: address and name.
pub const SHORTCUTS: [(&str, &str); 2] = [("/", "What a job pays"), ("/path/", "Plan a path")];
/// All of the site is on the device.
pub const READY: &str = "This site is saved on your device and works without a connection.";
/// A new version is there.
pub const NEW: &str = "A new version of this site is ready.";
/// Takes it.
pub const TAKE: &str = "Use it now";
