//! What several subjects do: open the calculator, read its answer, see that nothing was wrong.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, bail};
use serde_json::Value;
use xtask::browser::{Key, Server, Tab};

/// Heading of the example question's answer.
pub(crate) const EXAMPLE: &str =
    "Machine Learning Engineer in San Francisco, CA with 5 years of experience";
pub(crate) const HEADING: &str = "#answer-heading";
pub(crate) const SEARCH: &str = "location.search";
/// Whether the search for “kubernetes” has found what is called so.
pub(crate) const FOUND: &str = "/kubernetes/i.test(document.querySelector('#search [role=listbox] [role=option]')?.textContent)";

/// The folder of the built site.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("PAYPATH_DIST").map_or_else(xtask::place::dist, PathBuf::from)
}

/// A folder that goes when it is no longer needed.
pub(crate) struct Gone(PathBuf);

impl Drop for Gone {
    fn drop(&mut self) {
        // What is left over is in the system's folder for that.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Stands for the server's own address in what [`other_headers`] writes.
pub(crate) const ADDRESS: &str = "{{address}}";

/// A copy of a built site.
pub(crate) fn copy(site: &Path) -> Result<Gone> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("paypath-copy-{}-{number}", std::process::id()));
    for file in xtask::place::files(site)? {
        let there = folder.join(file.strip_prefix(site)?);
        std::fs::create_dir_all(there.parent().context("within")?)?;
        std::fs::copy(&file, &there)?;
    }
    Ok(Gone(folder))
}

impl Gone {
    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

/// Serves a built site whose headers have one text in place of another. Its folder must outlast it.
pub(crate) fn other_headers(site: &Path, from: &str, to: &str) -> Result<(Server, Gone)> {
    let folder = copy(site)?;
    let address = Server::start(site, None)?.address.clone();
    let headers = folder.path().join("_headers");
    let text = std::fs::read_to_string(&headers)?;
    assert!(text.contains(from), "{text}");
    std::fs::write(&headers, text.replace(from, &to.replace(ADDRESS, &address)))?;
    Ok((Server::start(folder.path(), Some(&address))?, folder))
}

/// The folder of another version of the site, which was built for another address.
pub(crate) fn newer() -> Result<PathBuf> {
    // Tests run beside each other, and one build must not write where another does.
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock();
    std::env::var_os("PAYPATH_NEWER").map_or_else(xtask::site::newer, |folder| Ok(folder.into()))
}

/// Opens a path and waits until the program has taken it over, if it has one.
pub(crate) async fn open(tab: &Tab, path: &str) -> Result<()> {
    tab.go(path).await?;
    tab.ready().await
}

/// Chooses a role in the list as a visitor does.
pub(crate) async fn choose_role(tab: &Tab, id: &str) -> Result<()> {
    choose(tab, "#role", id).await
}

/// Chooses in a list as a visitor does, until it is chosen: a frame that loads meanwhile can make
/// Chromium's driver click nothing.
pub(crate) async fn choose(tab: &Tab, list: &str, value: &str) -> Result<()> {
    let chosen = format!("document.querySelector({list:?})?.value");
    for _ in 0..3 {
        tab.click(&format!("{list} option[value='{value}']")).await?;
        if tab.eval(&chosen).await? == value {
            return Ok(());
        }
    }
    bail!("{list} does not take {value}")
}

/// Enters a field with its text marked, and types over it.
pub(crate) async fn type_over(tab: &Tab, field: &str, text: &str) -> Result<()> {
    focus(tab, field).await?;
    tab.keys(Key::Control + "a").await?;
    tab.keys(text).await
}

pub(crate) async fn focus(tab: &Tab, field: &str) -> Result<()> {
    tab.eval(&format!("document.querySelector('{field}').focus()")).await.map(drop)
}

/// Types into the site's search once its program has taken the field over.
pub(crate) async fn search(tab: &Tab, text: &str) -> Result<()> {
    focus(tab, "#site-search").await?;
    tab.until("document.querySelector('#site-search').getAttribute('role')", "combobox").await?;
    tab.until("document.activeElement.id", "site-search").await?;
    tab.keys(text).await
}

/// Text of all matches of a selector, unseen text included.
pub(crate) async fn texts(tab: &Tab, selector: &str) -> Result<Vec<String>> {
    let all = format!("[...document.querySelectorAll('{selector}')].map(e => e.textContent)");
    Ok(serde_json::from_value(tab.eval(&all).await?)?)
}

/// What stands in a field, as the page holds it now.
pub(crate) async fn value(tab: &Tab, field: &str) -> Result<Value> {
    tab.eval(&format!("document.querySelector('{field}').value")).await
}

/// A field's value, waited for.
pub(crate) async fn until_value(tab: &Tab, field: &str, wanted: &str) -> Result<()> {
    tab.until(&format!("document.querySelector('{field}').value"), wanted).await
}

/// The error beside a field, which says so; empty when the field is right.
pub(crate) async fn error(tab: &Tab, field: &str) -> Result<String> {
    let wired = format!(
        "(() => {{ const f = document.querySelector('{field}');
            const e = document.querySelector('{field}-error');
            const said = e.textContent !== '';
            return said === (f.getAttribute('aria-invalid') === 'true')
                && f.getAttribute('aria-describedby').split(' ').includes(e.id)
                && (!said || e.checkVisibility()) && e.textContent; }})()"
    );
    let text = tab.eval(&wired).await?;
    Ok(text.as_str().map_or_else(|| panic!("error of {field} is not wired"), str::to_owned))
}

/// Dollars of `$123,456`.
pub(crate) fn dollars(text: &str) -> u32 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("{text:?} is no amount"))
}

/// Nothing was written to the console, no error was thrown.
pub(crate) async fn calm(tab: &Tab) -> Result<()> {
    assert_eq!(tab.complaints().await?, [""; 0], "console");
    Ok(())
}
