//! Browser entry: takes over the prerendered `#app`. Holds no view and no rule.

use paypath::link;
use paypath::web::browser::{self, Typed};
use paypath::web::state::State;
use paypath::web::takehome::Sheet;
use paypath::web::{App, AppProps, pay};

/// Half the code of the standard allocator (measured: ARCHITECTURE.md), constant time besides.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    #[cfg(debug_assertions)]
    if browser::path() == paypath::web::components::PATH {
        yew::Renderer::<paypath::web::components::Components>::with_root(root).render();
        return;
    }
    let query = browser::query();
    let (asked, sheet) = (link::read(&query), Sheet::read(&query));
    let place = State::start(&asked, &Typed::default()).profile.place;
    pay::with(&[place], move || {
        // Drawing replaces the prerendered page, so what the visitor did to it is read first.
        let typed = Typed::now();
        let props = AppProps { start: State::start(&asked, &typed), sheet: sheet.clone() };
        yew::Renderer::<App>::with_root_and_props(root.clone(), props).render();
        // After the drawing, which waits in the same queue, and before the browser shows a frame.
        yew::platform::spawn_local(async move { typed.restore() });
    });
}
