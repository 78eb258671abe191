//! Weighs `dist/` after brotli against the budgets in `tests/budgets.json`, and prints the bill.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{compress, first_load, place};

/// Prints at most this many files of one type: the largest.
const SHOWN: usize = 8;

#[derive(Deserialize)]
struct Budgets {
    first_load: Vec<PageBudget>,
    /// Most bytes of the largest file of a type, by file ending.
    largest: BTreeMap<String, usize>,
    /// Files outside `dist`, by path from the root; weighed when they exist.
    files: Vec<FileBudget>,
    /// Most bytes of all files that the service worker keeps on a device.
    kept: usize,
}

#[derive(Deserialize)]
struct PageBudget {
    kind: String,
    path: String,
    bytes: usize,
    /// Most bytes with what waits until somebody touches the page or asks it something.
    whole: Option<usize>,
}

#[derive(Deserialize)]
struct FileBudget {
    path: String,
    bytes: usize,
}

/// Prints every size; fails when one is above its budget.
///
/// # Errors
/// When a budget is exceeded (the message says which and by how much) or a file cannot be read.
pub fn report(dist: &Path) -> Result<()> {
    let file = place::root().join("tests/budgets.json");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("cannot read {}", file.display()))?;
    let budgets: Budgets =
        serde_json::from_str(&text).with_context(|| format!("in {}", file.display()))?;
    let sizes = weigh(dist)?;
    let mut faults = Vec::new();
    println!("{:>9} {:>9}  brotli bytes, budget", "bytes", "at most");
    assets(&sizes, &budgets, &mut faults);
    pages(dist, &sizes, &budgets, &mut faults)?;
    kept(dist, &sizes, &budgets, &mut faults)?;
    others(&budgets, &mut faults)?;
    if faults.is_empty() {
        println!("\nAll sizes are within their budgets (tests/budgets.json).");
        return Ok(());
    }
    bail!("above budget (tests/budgets.json):\n  {}", faults.join("\n  "))
}

/// Brotli bytes of every file that visitors can fetch, by path from the root of the site.
fn weigh(dist: &Path) -> Result<BTreeMap<String, usize>> {
    let mut files = place::files(dist)?;
    if files.is_empty() {
        bail!("{} is empty: run `cargo xtask build` first", dist.display());
    }
    let for_hosts =
        |file: &Path| file.ends_with("_headers") || file.starts_with(dist.join("hosts"));
    files.retain(|file| !for_hosts(file));
    let sizes = compress::sizes(&files)?;
    let path = |file: &PathBuf| {
        let inside = file.strip_prefix(dist).unwrap_or(file);
        format!("/{}", inside.to_string_lossy().replace('\\', "/"))
    };
    Ok(files.iter().map(path).zip(sizes).collect())
}

fn assets(sizes: &BTreeMap<String, usize>, budgets: &Budgets, faults: &mut Vec<String>) {
    let mut types: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for (path, size) in sizes {
        let ending = Path::new(path).extension().and_then(|e| e.to_str()).unwrap_or("(none)");
        types.entry(ending).or_default().push((path, *size));
    }
    for (ending, mut files) in types {
        files.sort_by_key(|(path, size)| (std::cmp::Reverse(*size), *path));
        let budget = budgets.largest.get(ending).copied();
        println!("\n{ending} files");
        for (path, size) in files.iter().take(SHOWN) {
            line(path, *size, budget, faults);
        }
        let rest: Vec<usize> = files.iter().skip(SHOWN).map(|(_, size)| *size).collect();
        if !rest.is_empty() {
            println!("{:>9}            {} smaller files", rest.iter().sum::<usize>(), rest.len());
        }
    }
}

/// The first load of each kind of page: its heaviest page, the sum of its files.
fn pages(
    dist: &Path,
    sizes: &BTreeMap<String, usize>,
    budgets: &Budgets,
    faults: &mut Vec<String>,
) -> Result<()> {
    let mut heaviest: BTreeMap<usize, (usize, usize, &str)> = BTreeMap::new();
    for (path, own) in sizes.iter().filter(|(path, _)| place::is_page(path)) {
        let html = std::fs::read_to_string(dist.join(&path[1..]))?;
        let weight = |files: BTreeSet<String>| {
            files.iter().try_fold(*own, |total, file| match sizes.get(file) {
                Some(size) => Ok(total + size),
                None => bail!("{path} loads {file}, not in dist: run `cargo xtask build` again"),
            })
        };
        let at_once = weight(first_load::of(&html))?;
        let kind = budgets.first_load.iter().position(|page| path.starts_with(&page.path));
        let kind = kind.with_context(|| format!("no first_load budget is for {path}"))?;
        let whole = weight(first_load::whole(&html))?;
        let entry = heaviest.entry(kind).or_insert((at_once, whole, path));
        if at_once > entry.0 {
            *entry = (at_once, whole, path);
        }
    }
    println!("\nfirst load, the heaviest page of each kind");
    for (kind, (at_once, whole, path)) in heaviest {
        let budget = &budgets.first_load[kind];
        line(&format!("{}: {path}", budget.kind), at_once, Some(budget.bytes), faults);
        if budget.whole.is_some() {
            line(
                &format!("{}, with its program: {path}", budget.kind),
                whole,
                budget.whole,
                faults,
            );
        }
    }
    Ok(())
}

/// All that the service worker puts on a device of somebody who stays.
fn kept(
    dist: &Path,
    sizes: &BTreeMap<String, usize>,
    budgets: &Budgets,
    faults: &mut Vec<String>,
) -> Result<()> {
    let worker = std::fs::read_to_string(dist.join("sw.js")).context("dist has no sw.js")?;
    let files = first_load::kept(&worker)?;
    let bytes = files.iter().try_fold(0, |total, path| match sizes.get(path) {
        Some(size) => Ok(total + size),
        None => bail!("sw.js keeps {path}, which is not in dist: run `cargo xtask build` again"),
    })?;
    println!("\nkept on the device of somebody who stays");
    line(&format!("{} files", files.len()), bytes, Some(budgets.kept), faults);
    Ok(())
}

fn others(budgets: &Budgets, faults: &mut Vec<String>) -> Result<()> {
    let root = place::root();
    for budget in &budgets.files {
        let file = root.join(&budget.path);
        if file.is_file() {
            let size = compress::sizes(&[file])?[0];
            line(&budget.path, size, Some(budget.bytes), faults);
        } else {
            println!("        -            {} does not exist", budget.path);
        }
    }
    Ok(())
}

fn line(name: &str, size: usize, budget: Option<usize>, faults: &mut Vec<String>) {
    let most = budget.map_or(String::new(), |budget| budget.to_string());
    let over = budget.and_then(|budget| size.checked_sub(budget)).filter(|over| *over > 0);
    println!("{size:>9} {most:>9}  {name}{}", if over.is_some() { "  ABOVE BUDGET" } else { "" });
    if let Some(over) = over {
        faults.push(format!("{name}: {size} bytes, {over} more than the budget of {most}"));
    }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn only_what_is_above_its_budget_is_a_fault() {
        let mut faults = Vec::new();
        line("at the limit", 100, Some(100), &mut faults);
        line("without one", 100, None, &mut faults);
        assert!(faults.is_empty());
        line("over", 103, Some(100), &mut faults);
        assert_eq!(faults, ["over: 103 bytes, 3 more than the budget of 100"]);
    }
}
