//! Browser entry of the page of offers. Holds no view and no rule.

use paypath::web::offers::{self, KEPT, Offers, OffersProps};
use paypath::web::{browser, pay};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    let kept = browser::kept(KEPT).map(Into::into);
    let start = OffersProps { query: browser::query().into(), kept, ..OffersProps::default() };
    pay::with(&offers::places(&start), move || {
        // Drawing replaces the prerendered page, so what the visitor did to it is read first.
        let focused = browser::Typed::now();
        let props = OffersProps { typed: browser::changed(), ..start.clone() };
        yew::Renderer::<Offers>::with_root_and_props(root.clone(), props).render();
        // After the drawing, which waits in the same queue, and before the browser shows a frame.
        yew::platform::spawn_local(async move { focused.restore() });
    });
}
