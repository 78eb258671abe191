//! A server of one's own that can be stopped, for tests of what works without one.

use std::path::Path;
use std::thread::JoinHandle;

use anyhow::{Context, Result};
use tokio::sync::oneshot::{Sender, channel};

use crate::serve;

/// Serves a folder until it is stopped or dropped.
pub struct Server {
    /// Where it serves, without a slash at its end.
    pub address: String,
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Server {
    /// Serves `dist` at a free port, or at the port of an `address` that was served before.
    ///
    /// # Errors
    /// When `dist` cannot be read or the port is taken.
    pub fn start(dist: &Path, address: Option<&str>) -> Result<Self> {
        let port = match address {
            Some(address) => address.rsplit_once(':').context("no port")?.1.parse()?,
            None => serve::free_port(Some(0))?,
        };
        let (stop, stopped) = channel();
        let (ready, is_ready) = std::sync::mpsc::channel();
        let dist = dist.to_owned();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let Ok(runtime) = runtime else { return };
            runtime.block_on(async {
                let Ok(listener) = serve::listen(Some(port)).await else { return };
                let _gone = ready.send(());
                // Whichever ends first; connections end with the runtime.
                tokio::select! {
                    _ = serve::serve(&dist, listener) => {}
                    _ = stopped => {}
                }
            });
        });
        is_ready.recv().with_context(|| format!("port {port} cannot be served"))?;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), running: Some((stop, thread)) })
    }

    /// Stops serving; returns when nobody answers any more.
    pub fn stop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            let _gone = stop.send(());
            let _panicked = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}
