//! Checks `data/` and packs it into what the program embeds. Fails with every fault at once.

// This runs where files are, also when the program is built for the browser.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

// The tables are a module of the library too; here only reading, checking and packing are used.
#[allow(dead_code, unreachable_pub, unused_imports)]
#[path = "src/tables/mod.rs"]
mod tables;

#[allow(dead_code, unreachable_pub)]
#[path = "src/map.rs"]
mod map;

use std::{env, fs, path::Path, process::exit};

/// How many times as many metros and roles: for `cargo xtask growth` alone.
const GROW: &str = "PAYPATH_GROW";

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/tables");
    println!("cargo::rerun-if-changed=src/map.rs");
    println!("cargo::rerun-if-env-changed={GROW}");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let out = Path::new(&out);
    let mut tables =
        tables::read(&Path::new(&root).join("data")).unwrap_or_else(|faults| fail(&faults));
    let faults = tables::check(&tables);
    if !faults.is_empty() {
        fail(&faults);
    }
    if let Ok(times) = env::var(GROW) {
        println!("cargo::warning={GROW}: most of the data is made up");
        tables::grow(&mut tables, times.parse().expect("how many times, in digits"));
    }
    let packed = tables::pack(&tables, env::var_os("CARGO_FEATURE_NATIVE").is_none());
    for (at, block) in packed.pay.iter().enumerate() {
        let file = out.join(format!("pay-{at}.bin"));
        fs::write(file, block).expect("the build folder can be written");
    }
    fs::write(out.join("country.bin"), packed.country).expect("the build folder can be written");
    fs::write(out.join("labour.bin"), packed.labour).expect("the build folder can be written");
    fs::write(out.join("prices.bin"), packed.prices).expect("the build folder can be written");
    fs::write(out.join("tax.bin"), packed.tax).expect("the build folder can be written");
    fs::write(out.join("tax.txt"), packed.tax_texts).expect("the build folder can be written");
    fs::write(out.join("dataset.rs"), packed.source).expect("the build folder can be written");
}

fn fail(faults: &[tables::Fault]) -> ! {
    for fault in faults {
        println!("cargo::error=data/{fault}");
    }
    exit(1)
}
