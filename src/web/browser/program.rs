//! A program that is called through its memory, without script of its own. Knows no question and no
//! answer.

use super::{content, document, received, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestInit;
use web_sys::js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};

/// A program without script of its own, as `src/bin/tax.rs` is: questions and answers are texts in its
/// memory.
pub struct Program {
    room: Function,
    ask: Function,
    told: Function,
    memory: WebAssembly::Memory,
}

impl Program {
    /// Fetches the program whose address is on a script's tag, if it is as it was built.
    pub async fn fetch() -> Option<Self> {
        let script = document()?.query_selector("script[data-tax]").ok()??;
        let how = RequestInit::new();
        how.set_integrity(&script.get_attribute("data-tax-sum")?);
        let asked = window()?.fetch_with_str_and_init(&script.get_attribute("data-tax")?, &how);
        let bytes = content(received(asked).await?).await?;
        let made = WebAssembly::instantiate_buffer(&bytes, &Object::new());
        let made = JsFuture::from(made).await.ok()?;
        let doors = Reflect::get(&Reflect::get(&made, &"instance".into()).ok()?, &"exports".into());
        let doors = doors.ok()?;
        let door = |name: &str| Reflect::get(&doors, &name.into()).ok()?.dyn_into().ok();
        let memory = Reflect::get(&doors, &"memory".into()).ok()?.unchecked_into();
        Some(Self { room: door("room")?, ask: door("ask")?, told: door("told")?, memory })
    }

    /// The answer to a question; `None` where the program gave up.
    pub fn ask(&self, question: &str) -> Option<String> {
        let number =
            |told: Result<JsValue, JsValue>| told.ok()?.as_f64().map(|number| number as u32);
        let bytes = question.as_bytes();
        let count = bytes.len() as u32;
        let at = number(self.room.call1(&JsValue::NULL, &count.into()))?;
        self.held(at, count).copy_from(bytes);
        let at = number(self.ask.call0(&JsValue::NULL))?;
        let count = number(self.told.call0(&JsValue::NULL))?;
        String::from_utf8(self.held(at, count).to_vec()).ok()
    }

    /// A part of the program's memory, which moves when it grows.
    fn held(&self, at: u32, count: u32) -> Uint8Array {
        Uint8Array::new_with_byte_offset_and_length(&self.memory.buffer(), at, count)
    }
}
