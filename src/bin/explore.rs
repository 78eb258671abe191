//! Browser entry of the pages beside the calculator. Holds no view and no rule.

use paypath::dataset::Dataset;
use paypath::web::browser;
use paypath::web::explore::{Explore, ExploreProps, skills};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    // The table of cities needs the pay of every one at once.
    Dataset::embedded().hold_all();
    let focused = browser::Typed::now();
    let kept = browser::kept(skills::KEPT).map(Into::into);
    let props = ExploreProps {
        path: browser::path().into(),
        query: browser::query().into(),
        kept,
        typed: browser::changed(),
    };
    yew::Renderer::<Explore>::with_root_and_props(root, props).render();
    // After the drawing, which waits in the same queue, and before the browser shows a frame.
    yew::platform::spawn_local(async move { focused.restore() });
}
