//! Browser entry: takes over the prerendered `#app`. Holds no view and no rule.

use paypath::link;
use paypath::web::state::State;
use paypath::web::{App, AppProps, browser};

/// Half the code of the standard allocator (measured: ARCHITECTURE.md), constant time besides.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    // Drawing replaces the prerendered page, so what the visitor did to it is read first.
    let typed = browser::Typed::now();
    let props = AppProps { start: State::start(&link::read(&browser::query()), &typed) };
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    // After the drawing, which waits in the same queue, and before the browser shows a frame.
    yew::platform::spawn_local(async move { typed.restore() });
}
