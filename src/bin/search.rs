//! Browser entry of the site's search. Holds no view and no rule.

use paypath::catalog::Catalog;
use paypath::web::browser;
use paypath::web::find::{FIELD, Find, FindProps, Same};
use std::rc::Rc;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::search_root() else { return };
    yew::platform::spawn_local(async move {
        let Some(text) = browser::search_index().await else { return };
        let catalog = Same(Rc::new(Catalog::parse(&text)));
        // Read last: people type while the index is fetched.
        let (typed, focused) = browser::field(FIELD);
        let props = FindProps { catalog, typed: typed.into() };
        yew::Renderer::<Find>::with_root_and_props(root, props).render();
        if focused {
            // After the drawing, which waits in the same queue.
            yew::platform::spawn_local(async { browser::focus_end(FIELD) });
        }
    });
}
