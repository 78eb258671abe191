//! How soon the calculator is drawn with more data: loads the pages that `cargo xtask growth` made, by
//! turns, and prints its table in Markdown.

use std::cell::RefCell;
use std::rc::Rc;

use anyhow::{Context, Result};
use xtask::browser::{Look, Server, Tab, drive};
use xtask::growth::Grown;
use xtask::vitals::quantile;

/// How often each page is loaded.
const LOADS: usize = 15;

fn main() -> Result<()> {
    let said = std::env::args().nth(1).context("run `cargo xtask growth`")?;
    let grown: Vec<Grown> = serde_json::from_str(&said)?;
    let taken = Rc::new(RefCell::new(vec![Vec::new(); grown.len()]));
    let folders: Vec<_> = grown.iter().map(|one| one.folder.clone()).collect();
    let found = taken.clone();
    drive(Look::default(), async move |tab: Tab| {
        let servers = folders.iter().map(|folder| Server::start(folder, None));
        let servers: Vec<Server> = servers.collect::<Result<_>>()?;
        for _ in 0..LOADS {
            for (at, server) in servers.iter().enumerate() {
                tab.visit(&format!("{}/", server.address)).await?;
                tab.until("typeof took", "number").await?;
                let took: f64 = serde_json::from_value(tab.eval("took").await?)?;
                found.borrow_mut()[at].push(took);
            }
        }
        Ok(())
    })?;
    println!(
        "| metros | cities | roles | program, brotli | pay, brotli | its largest block | drawn after | \
         names ready | an estimate | a search of cities |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    );
    let rows: Vec<[f64; 10]> = grown.iter().zip(taken.borrow().iter()).map(row).collect();
    for [metros, cities, roles, program, pay, block, drawn, open, estimate, find] in &rows {
        println!(
            "| {metros} | {cities} | {roles} | {program} | {pay} | {block} | {drawn:.0} ms | {open:.2} ms | \
             {estimate:.2} µs | {find:.0} µs |"
        );
    }
    if let [first, .., last] = &rows[..] {
        let times = first.iter().zip(last).map(|(first, last)| format!(" {:.1} × |", last / first));
        println!("|{}", times.collect::<String>());
    }
    Ok(())
}

/// The columns; times as they are printed.
fn row((one, taken): (&Grown, &Vec<f64>)) -> [f64; 10] {
    let native = &one.native;
    let counts = [native.metros, native.cities, native.roles, one.program, one.pay, one.block];
    let [metros, cities, roles, program, pay, block] = counts.map(|count| count as f64);
    let (drawn, open) = (quantile(taken, 0.5), native.open / 1000.0);
    [metros, cities, roles, program, pay, block, drawn, open, native.estimate, native.find]
}
