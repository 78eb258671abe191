//! Browser entry of the page of plans. Holds no view and no rule.

use paypath::web::path::{self, KEPT, Path, PathProps};
use paypath::web::{browser, pay};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    let query = browser::query();
    pay::with(&path::places(&query), move || {
        let typed = browser::Typed::now();
        let kept = browser::kept(KEPT).map(Into::into);
        let props = PathProps {
            query: query.clone().into(),
            kept,
            typed: browser::changed(),
            ..PathProps::default()
        };
        yew::Renderer::<Path>::with_root_and_props(root.clone(), props).render();
        // After the drawing, which waits in the same queue, and before the browser shows a frame.
        yew::platform::spawn_local(async move { typed.restore() });
    });
}
