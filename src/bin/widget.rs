//! Browser entry of the widget in its frame. Holds no view and no rule.

use paypath::link;
use paypath::web::browser::{self, Typed};
use paypath::web::pay;
use paypath::web::state::State;
use paypath::web::widget::{Widget, WidgetProps};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    let Some(root) = browser::root() else { return };
    let place = State::start(&link::read(&browser::asked()), &Typed::default()).profile.place;
    pay::with(&[place], move || {
        let typed = Typed::now();
        let props = WidgetProps { query: browser::asked().into(), typed: typed.clone() };
        yew::Renderer::<Widget>::with_root_and_props(root.clone(), props).render();
        // After the drawing, which waits in the same queue, and before the browser shows a frame.
        yew::platform::spawn_local(async move { typed.restore() });
    });
}
