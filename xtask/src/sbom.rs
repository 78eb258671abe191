//! The bill of materials of a build, as CycloneDX 1.6 in `/sbom.cdx.json`: every crate of the
//! browser's programs (`required`) and every one that only the build needs (`excluded`), with
//! licence, checksum and what it depends on. Tests and their crates are left out.
//!
//! Made from `cargo metadata` and `Cargo.lock` alone, so that one commit has one bill: sorted, without
//! a date, its serial number made from its content.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{compress, pins, place, process, tools};

/// Where it is in the site.
pub const FILE: &str = "sbom.cdx.json";

/// What `cargo metadata` tells, as far as it is read.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
    workspace_members: Vec<String>,
}

#[derive(Clone, Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    description: Option<String>,
    source: Option<String>,
    targets: Vec<Target>,
}

#[derive(Clone, Deserialize)]
struct Target {
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

/// Writes the bill into the finished site.
///
/// # Errors
/// When cargo cannot tell what a build is made of, or the file cannot be written.
pub fn write(dist: &Path) -> Result<()> {
    let file = dist.join(FILE);
    let text = serde_json::to_string(&bill()?)?;
    std::fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// The bill.
///
/// # Errors
/// When cargo cannot tell what a build is made of.
pub fn bill() -> Result<Value> {
    let browser = metadata(&[
        "--no-default-features",
        "--features",
        "browser",
        "--filter-platform",
        pins::WASM_TARGET,
    ])?;
    // Without the browser's features, and for every platform, so that two machines write the same.
    let build = metadata(&[])?;
    let lock = std::fs::read_to_string(place::root().join("Cargo.lock"))?;
    let toolchain = std::fs::read_to_string(place::root().join("rust-toolchain.toml"))?;
    let rust = quoted(&toolchain, "channel = ").context("rust-toolchain.toml names no channel")?;
    let bindgen = tools::locked_version("wasm-bindgen")?;
    Ok(assembled(
        &browser,
        &build,
        &checksums(&lock),
        &[("rust", rust), ("trunk", pins::TRUNK), ("wasm-bindgen-cli", &bindgen)],
    ))
}

fn metadata(arguments: &[&str]) -> Result<Metadata> {
    let fixed = ["metadata", "--format-version", "1", "--locked"];
    let text = process::output(Path::new("cargo"), &[&fixed, arguments].concat());
    let text = text.context("`cargo metadata --locked` failed: is Cargo.lock up to date?")?;
    serde_json::from_str(&text).context("cargo metadata told something else")
}

/// The text in quotation marks behind the first `start`.
fn quoted<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    text.split_once(start)?.1.split('"').nth(1)
}

/// SHA-256 of each crate's file in the registry, by name and version.
fn checksums(lock: &str) -> BTreeMap<(&str, &str), &str> {
    let each = lock.split("[[package]]").filter_map(|package| {
        let name = quoted(package, "\nname = ")?;
        Some(((name, quoted(package, "\nversion = ")?), quoted(package, "\nchecksum = ")?))
    });
    each.collect()
}

/// What is reached from some packages: in the running program without what only makes it (build
/// scripts and macros), or everything but tests.
fn reached<'a>(metadata: &'a Metadata, from: Vec<&'a str>, running: bool) -> BTreeSet<&'a str> {
    let nodes: BTreeMap<&str, &Node> =
        metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let macros: BTreeSet<&str> =
        metadata.packages.iter().filter(|p| p.is_macro()).map(|p| p.id.as_str()).collect();
    let (mut open, mut known) = (from, BTreeSet::new());
    while let Some(id) = open.pop() {
        if !known.insert(id) {
            continue;
        }
        for dependency in nodes.get(id).into_iter().flat_map(|node| &node.deps) {
            let to = dependency.pkg.as_str();
            if dependency.counts(running) && !(running && macros.contains(to)) {
                open.push(to);
            }
        }
    }
    known
}

impl Dependency {
    fn counts(&self, running: bool) -> bool {
        self.dep_kinds.iter().any(|kind| match kind.kind.as_deref() {
            None => true,
            Some("build") => !running,
            Some(_) => false,
        })
    }
}

impl Package {
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }

    fn reference(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }

    /// As SPDX has it; older crates write a slash for "or".
    fn licences(&self) -> Value {
        let licence = self.license.as_deref().unwrap_or("NOASSERTION");
        let parts: Vec<&str> = licence.split('/').map(str::trim).collect();
        json!([{ "expression": parts.join(" OR ") }])
    }

    fn component(&self, scope: &str, checksums: &BTreeMap<(&str, &str), &str>) -> Value {
        let mut component = json!({
            "type": "library",
            "bom-ref": self.reference(),
            "name": self.name,
            "version": self.version,
            "scope": scope,
            "licenses": self.licences(),
            "purl": self.reference(),
            "properties": [{
                "name": "paypath:part",
                "value": if scope == "required" { "browser" } else { "build" },
            }],
        });
        if let Some(checksum) = checksums.get(&(self.name.as_str(), self.version.as_str())) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
        }
        component
    }
}

fn assembled(
    browser: &Metadata,
    build: &Metadata,
    checksums: &BTreeMap<(&str, &str), &str>,
    made_with: &[(&str, &str)],
) -> Value {
    let ours =
        |metadata: &Metadata, package: &Package| metadata.workspace_members.contains(&package.id);
    let product = |package: &&Package| package.source.is_none() && package.name == "paypath";
    let root = browser.packages.iter().find(product);
    let running = reached(browser, root.iter().map(|root| root.id.as_str()).collect(), true);
    let members = build.workspace_members.iter().map(String::as_str).collect();
    let building: BTreeSet<&str> = reached(build, members, false);
    // A crate of both counts as the browser's.
    let mut scopes: BTreeMap<String, (&Package, &str)> = BTreeMap::new();
    let mut links: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (metadata, known, scope) in
        [(browser, &running, "required"), (build, &building, "excluded")]
    {
        let packages: BTreeMap<&str, &Package> =
            metadata.packages.iter().map(|package| (package.id.as_str(), package)).collect();
        for node in metadata.resolve.nodes.iter().filter(|node| known.contains(node.id.as_str())) {
            let package = packages[node.id.as_str()];
            if !ours(metadata, package) || package.name != "paypath" {
                scopes.entry(package.reference()).or_insert((package, scope));
            }
            let on = node.deps.iter().filter(|dependency| dependency.counts(scope == "required"));
            let on = on.filter(|dependency| known.contains(dependency.pkg.as_str()));
            let on = on.map(|dependency| packages[dependency.pkg.as_str()].reference());
            links.entry(package.reference()).or_default().extend(on);
        }
    }
    let components: Vec<Value> =
        scopes.values().map(|(package, scope)| package.component(scope, checksums)).collect();
    let links: Vec<Value> =
        links.iter().map(|(from, on)| json!({ "ref": from, "dependsOn": on })).collect();
    let tools = made_with
        .iter()
        .map(|(name, version)| json!({ "type": "application", "name": name, "version": version }));
    let product = root.map(|root| {
        json!({
            "type": "application",
            "bom-ref": root.reference(),
            "name": root.name,
            "version": root.version,
            "description": root.description,
            "licenses": root.licences(),
            "purl": root.reference(),
        })
    });
    let mut bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "tools": { "components": tools.collect::<Vec<_>>() },
            "component": product,
        },
        "components": components,
        "dependencies": links,
    });
    bill["serialNumber"] = serial(&bill).into();
    bill
}

/// A UUID made from the content (RFC 9562, version 8: the maker's own).
fn serial(bill: &Value) -> String {
    let mut bytes: [u8; 16] = Sha256::digest(bill.to_string())[..16].try_into().unwrap_or_default();
    bytes[6] = 0x80 | bytes[6] & 0x0f;
    bytes[8] = 0x80 | bytes[8] & 0x3f;
    let hex = compress::hex(&bytes);
    let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
    format!("urn:uuid:{}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bill() -> Value {
        super::bill().unwrap()
    }

    fn named<'a>(bill: &'a Value, name: &str) -> &'a Value {
        let all = bill["components"].as_array().unwrap();
        all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))
    }

    /// What the schema of CycloneDX 1.6 asks for: required fields, patterns, unique references.
    #[test]
    fn it_keeps_to_the_schema() {
        let bill = bill();
        assert_eq!(
            (&bill["bomFormat"], &bill["specVersion"]),
            (&"CycloneDX".into(), &"1.6".into())
        );
        assert_eq!(bill["version"], 1);
        let serial = bill["serialNumber"].as_str().unwrap().strip_prefix("urn:uuid:").unwrap();
        let lengths: Vec<usize> = serial.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert!(serial.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f' | b'-')));
        let product = &bill["metadata"]["component"];
        assert_eq!(
            (&product["type"], &product["name"]),
            (&"application".into(), &"paypath".into())
        );
        let components = bill["components"].as_array().unwrap();
        let mut known = BTreeSet::from([product["bom-ref"].as_str().unwrap()]);
        for one in components {
            assert_eq!(one["type"], "library");
            assert!(["required", "excluded"].contains(&one["scope"].as_str().unwrap()), "{one}");
            let reference = one["bom-ref"].as_str().unwrap();
            assert!(known.insert(reference), "{reference} comes twice");
            assert_eq!(one["purl"], reference);
            let name =
                format!("{}@{}", one["name"].as_str().unwrap(), one["version"].as_str().unwrap());
            assert_eq!(reference.strip_prefix("pkg:cargo/"), Some(&*name));
            let licence = one["licenses"][0]["expression"].as_str().unwrap();
            assert!(!licence.contains('/') && licence != "NOASSERTION", "{name}: {licence}");
            if name != "xtask@0.0.0" {
                let hash = &one["hashes"][0];
                assert_eq!(hash["alg"], "SHA-256");
                assert_eq!(hash["content"].as_str().unwrap().len(), 64, "{name}");
            }
        }
        let mut from = BTreeSet::new();
        for link in bill["dependencies"].as_array().unwrap() {
            assert!(from.insert(link["ref"].as_str().unwrap()), "{link}");
            for on in link["dependsOn"].as_array().unwrap() {
                assert!(known.contains(on.as_str().unwrap()), "{on} is no component");
            }
        }
        assert_eq!(from, known, "each has its row");
    }

    #[test]
    fn what_runs_is_told_from_what_builds() {
        let bill = bill();
        for (name, scope) in [
            ("yew", "required"),
            ("wasm-bindgen", "required"),
            ("strsim", "required"),
            ("lightningcss", "excluded"),
            ("yew-macro", "excluded"),
            ("clap", "excluded"),
            ("xtask", "excluded"),
        ] {
            assert_eq!(named(&bill, name)["scope"], scope, "{name}");
        }
        let all = bill["components"].as_array().unwrap();
        assert!(all.iter().all(|one| one["name"] != "proptest"), "tests are left out");
        let permissive = ["MIT", "Apache-2.0", "Zlib", "BSD-3-Clause", "Unicode-3.0"];
        for one in all.iter().filter(|one| one["scope"] == "required") {
            let licence = one["licenses"][0]["expression"].as_str().unwrap();
            assert!(permissive.iter().any(|allowed| licence.contains(allowed)), "{one}");
        }
    }

    #[test]
    fn one_commit_has_one_bill() {
        assert_eq!(bill().to_string(), bill().to_string());
    }
}
