//! Files that visitors save and open, and what they have kept on the device.

use super::window;
use web_sys::{Event, HtmlInputElement, Storage};
use yew::TargetCast;

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What was kept on the device under a name; nothing where the browser refuses to keep.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a text on the device, or forgets it. Whether the browser did: some refuse.
pub fn keep(name: &str, text: Option<&str>) -> bool {
    let Some(storage) = storage() else { return false };
    let done = match text {
        Some(text) => storage.set_item(name, text),
        None => storage.remove_item(name),
    };
    done.is_ok()
}

/// An address that holds a JSON file itself.
pub fn download(json: &str) -> String {
    file("application/json", json)
}

/// An address that holds a file of this type itself.
pub fn file(kind: &str, text: &str) -> String {
    let mut address = ["data:", kind, ","].concat();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                address.push(char::from(byte));
            }
            other => {
                address.extend(["%", HEX[usize::from(other >> 4)], HEX[usize::from(other & 15)]]);
            }
        }
    }
    address
}

const HEX: [&str; 16] =
    ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C", "D", "E", "F"];

/// Reads the file that was chosen in a field, and calls with its text.
pub fn read_file(event: &Event, call: impl FnOnce(String) + 'static) {
    let input = event.target_dyn_into::<HtmlInputElement>();
    let file = input.and_then(|input| input.files()).and_then(|files| files.get(0));
    let Some(file) = file else { return };
    yew::platform::spawn_local(async move {
        let blob = gloo::file::Blob::from(file);
        call(gloo::file::futures::read_as_text(&blob).await.unwrap_or_default());
    });
}
