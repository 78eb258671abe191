//! What axe-core finds wrong with a page. Judges nothing itself.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Tab;
use crate::engine::Engine;

/// The script of axe-core.
fn axe_source() -> Result<String> {
    let file = std::env::var_os("PAYPATH_AXE").map(PathBuf::from);
    let file = file.map_or_else(crate::system::axe, Ok)?;
    std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

impl Tab {
    /// Puts axe-core into every later page, for tests that ask many. Elsewhere than in Chromium each
    /// page gets it when it is asked for.
    ///
    /// # Errors
    /// When axe-core is not installed.
    pub async fn load_axe(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => self.first(&axe_source()?).await,
            Engine::Firefox | Engine::WebKit => Ok(()),
        }
    }

    /// What axe-core finds wrong, in words; nothing when all is well. Its file is `PAYPATH_AXE`.
    ///
    /// # Errors
    /// When axe-core is not installed or cannot run.
    pub async fn axe(&self) -> Result<Vec<String>> {
        self.run_axe(json!({ "rules": { "target-size": { "enabled": true } } })).await
    }

    /// The same without these rules.
    ///
    /// # Errors
    /// When axe-core is not installed, cannot run, or has no such rule.
    pub async fn axe_but(&self, rules: &[&str]) -> Result<Vec<String>> {
        let mut wanted = json!({ "target-size": { "enabled": true } });
        for rule in rules {
            wanted[*rule] = json!({ "enabled": false });
        }
        self.run_axe(json!({ "rules": wanted })).await
    }

    /// The same by these rules alone.
    ///
    /// # Errors
    /// When axe-core is not installed, cannot run, or has no such rule.
    pub async fn axe_rules(&self, rules: &[&str]) -> Result<Vec<String>> {
        self.run_axe(json!({ "runOnly": { "type": "rule", "values": rules } })).await
    }

    async fn run_axe(&self, mut options: Value) -> Result<Vec<String>> {
        if self.eval("typeof axe").await? == "undefined" {
            let loaded = self.driver.execute(axe_source()?, vec![]).await;
            loaded.context("axe-core does not load")?;
        }
        options["resultTypes"] = json!(["violations"]);
        // It would fetch every stylesheet again, for an experimental rule.
        options["preload"] = json!(false);
        let run = "const done = arguments[arguments.length - 1];
            axe.run(arguments[0]).then(
                r => done(r.violations.map(v =>
                    `${v.id} (${v.impact}): ${v.help}: ${v.nodes.map(n => n.target).join(' | ')}`)),
                e => done([`axe-core failed: ${e}`]));";
        let found = self.driver.execute_async(run, vec![options]).await?;
        Ok(serde_json::from_value(found.json().clone())?)
    }
}
