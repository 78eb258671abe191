//! A city that is being typed. Whoever is still typing has not chosen it yet: the answer stays with the
//! city before, and nothing is called wrong until the field is left. Draws nothing.

use crate::profile;
use crate::web::state::finder;

/// The field that a city is being typed in, by its id, and what stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typing(Option<(String, String)>);

impl Typing {
    /// Whether `text`, which stands in the field with this id, is a city on its way: no city yet, and the
    /// answer's is one.
    pub fn waits(&mut self, id: &str, answered: &str, text: &str) -> bool {
        let is_city = |text: &str| profile::place(finder(), text).is_ok();
        let waits = is_city(answered) && !is_city(text);
        self.0 = waits.then(|| (id.to_owned(), text.to_owned()));
        waits
    }

    /// What stands in the field with this id, which holds `answered` unless somebody is typing there.
    pub fn shown<'a>(&'a self, id: &str, answered: &'a str) -> &'a str {
        self.0.as_ref().filter(|(typed, _)| typed == id).map_or(answered, |(_, text)| text)
    }
}
