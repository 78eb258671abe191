//! End-to-end tests: the built site in a real browser, served with its real headers.
//! Run by `cargo xtask test`; the harness is `xtask::browser`. A test target of `xtask`, so that
//! the product needs no WebDriver client among its development dependencies.

mod address;
mod city;
mod compare;
mod delivery;
mod embed;
mod every;
mod explore;
mod faults;
mod links;
mod look;
mod media;
mod offers;
mod offline;
mod pages;
mod pay;
mod plan;
mod question;
mod questions;
mod single;
mod steps;
mod strangers;
mod takehome;
mod takeover;
