//! Browser entry of the page of plans. Holds no view and no rule.

use paypath::web::path::state::State;
use paypath::web::path::{self, KEPT, Path, PathProps};
use paypath::web::{browser, pay};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    let query = browser::query();
    pay::with(&path::places(&query), move || {
        let focused = browser::Typed::now();
        // What was typed before goes the way of every answer: into the address.
        let typed = browser::changed();
        let mut query = query.clone();
        if !typed.is_empty() {
            query = ["?", &State::start(&query, None).with_typed(&typed).query()].concat();
            browser::set_query(&query, browser::Remember::Replace);
        }
        let kept = browser::kept(KEPT).map(Into::into);
        let props = PathProps { query: query.into(), kept, whole: false };
        yew::Renderer::<Path>::with_root_and_props(root.clone(), props).render();
        // After the drawing, which waits in the same queue, and before the browser shows a frame.
        yew::platform::spawn_local(async move { focused.restore() });
    });
}
