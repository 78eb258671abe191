//! The program that knows the taxes, fetched when it is first asked. Off the browser its rules are at
//! hand, so that pages made at build and tests draw the same.

use super::{browser, pay};
use crate::words::takehome as text;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Whether the program can be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Doors {
    /// It can.
    Open,
    /// It is on its way, or nobody asked.
    Coming,
    /// It could not be had; calling this asks again.
    Failed(Callback<()>),
}

impl Doors {
    /// Says what is the matter with the program, if something is.
    pub fn notice(&self) -> Html {
        match self {
            Self::Open => Html::default(),
            Self::Coming => html! { <p class="coming">{ text::COMING }</p> },
            Self::Failed(again) => pay::failed(text::FAILED.to_owned(), again),
        }
    }
}

thread_local! {
    static PROGRAM: RefCell<Option<Rc<browser::Program>>> = const { RefCell::new(None) };
}

/// The answer to a question; `None` while the program is not there, and where it gave up.
pub fn answer(question: &str) -> Option<String> {
    #[cfg(not(target_arch = "wasm32"))]
    let answer = Some(crate::paysheet::answer(question));
    #[cfg(target_arch = "wasm32")]
    let answer = PROGRAM.with_borrow(Clone::clone)?.ask(question);
    answer
}

/// Sees to it that the program is at hand once it is wanted, and draws again when it has come.
#[hook]
pub fn use_doors(wanted: bool) -> Doors {
    // How often was asked, and how often it was answered.
    let asked = use_state(|| 0_u32);
    let answered = use_state(|| 0_u32);
    let here = cfg!(not(target_arch = "wasm32")) || PROGRAM.with_borrow(Option::is_some);
    let setter = answered.setter();
    use_effect_with((wanted && !here, *asked), move |&(missing, asked)| {
        if missing {
            yew::platform::spawn_local(async move {
                if let Some(program) = browser::Program::fetch().await {
                    PROGRAM.replace(Some(Rc::new(program)));
                }
                setter.set(asked + 1);
            });
        }
    });
    if here {
        return Doors::Open;
    }
    if *answered <= *asked {
        return Doors::Coming;
    }
    let (asked, next) = (asked.setter(), *asked + 1);
    Doors::Failed(Callback::from(move |()| asked.set(next)))
}
