//! The program that knows the taxes, fetched when it is first asked. Off the browser its rules are at
//! hand, so that pages made at build and tests draw the same.

use super::browser;
use super::fetched::{Done, Fetched, coming, failed, use_fetched};
use crate::words::takehome as text;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// Says what is the matter with the program, if something is.
pub(super) fn notice(doors: &Fetched) -> Html {
    match doors {
        Fetched::Here => Html::default(),
        Fetched::Coming => coming(text::COMING.to_owned()),
        Fetched::Failed(again) => failed(text::FAILED.to_owned(), again),
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

/// Sees to it that the program is at hand once it is wanted, and draws again when it has come. Until it
/// is wanted it counts as on its way.
#[hook]
pub fn use_doors(wanted: bool) -> Fetched {
    let here = cfg!(not(target_arch = "wasm32")) || PROGRAM.with_borrow(Option::is_some);
    let fetched = use_fetched(wanted && !here, fetch);
    if here || wanted { fetched } else { Fetched::Coming }
}

fn fetch(done: Done) {
    yew::platform::spawn_local(async move {
        if let Some(program) = browser::Program::fetch().await {
            PROGRAM.replace(Some(Rc::new(program)));
        }
        done();
    });
}
