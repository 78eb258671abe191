//! Entry of the program that knows the taxes: three doors for whoever loads it, with nothing but
//! memory between them, so that it needs no script beside it. Holds no rule.
//!
//! `room(n)` gives a place for n bytes of question, `ask()` answers what was written there and gives
//! where its answer stands, `told()` how many bytes that is.

#![cfg_attr(target_arch = "wasm32", allow(unsafe_code, reason = "names that a host can call"))]

use std::cell::RefCell;

thread_local! {
    static QUESTION: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<String> = const { RefCell::new(String::new()) };
}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Where a question of so many bytes is to be written.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub extern "C" fn room(bytes: usize) -> *const u8 {
    QUESTION.with_borrow_mut(|question| {
        question.clear();
        question.resize(bytes, 0);
        question.as_ptr()
    })
}

/// Answers the question; where the answer stands.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub extern "C" fn ask() -> *const u8 {
    let question = QUESTION.with_borrow(|bytes| String::from_utf8_lossy(bytes).into_owned());
    ANSWER.with_borrow_mut(|answer| {
        *answer = paypath::paysheet::answer(&question);
        answer.as_ptr()
    })
}

/// How many bytes the answer has.
#[cfg_attr(target_arch = "wasm32", unsafe(no_mangle))]
pub extern "C" fn told() -> usize {
    ANSWER.with_borrow(String::len)
}

fn main() {}
