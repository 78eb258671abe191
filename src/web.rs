//! The page: Yew components, the same on the server side and in the browser. Does not calculate.

pub mod route;

use yew::prelude::*;

/// What the whole page is drawn from.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// Path of the address, such as `/`. A path that is no route shows the "not found" page.
    pub path: AttrValue,
}

/// The root component, hydrated in `#app`.
#[component]
pub fn App(props: &AppProps) -> Html {
    if route::find(&props.path).is_none() {
        return html! {
            <main id="main">
                <h1>{ "Page not found" }</h1>
                <p><a href="/">{ "Go to the start page" }</a></p>
            </main>
        };
    }
    html! { <Start /> }
}

/// Placeholder for the calculator: proves that the page answers after hydration.
#[component]
fn Start() -> Html {
    let count = use_state(|| 0_u32);
    let onclick = {
        let count = count.clone();
        Callback::from(move |_: MouseEvent| count.set(*count + 1))
    };
    html! {
        <main id="main">
            <h1>{ "Paypath" }</h1>
            <p>{ "What machine-learning work pays in the USA, how sure that is, and why." }</p>
            <button id="count" type="button" {onclick}>{ format!("Pressed {} times", *count) }</button>
        </main>
    }
}
