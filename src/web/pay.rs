//! Pay that is not part of the program: asked for when a question needs it. Which block a city is in
//! tells little about the city, and all are asked for together, so nobody learns which one was
//! chosen; what an address asks for, whoever serves the page knows already. Works nothing out.

use super::browser;
use super::fetched::{Done, Fetched, coming, failed, use_fetched};
use crate::dataset::Dataset;
use crate::finder::Place;
use crate::profile::Profile;
use crate::words::{self, page as text};
use std::cell::Cell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use yew::prelude::*;

/// Says what is the matter with the pay of a place, if something is.
pub(super) fn notice(pay: &Fetched, place: Place) -> Html {
    let name = || words::place(Dataset::embedded(), place);
    match pay {
        Fetched::Here => Html::default(),
        Fetched::Coming => coming(text::pay_coming(name())),
        Fetched::Failed(again) => failed(text::pay_failed(name()), again),
    }
}

/// Whether a place's pay is at hand.
pub fn holds(place: Place) -> bool {
    let dataset = Dataset::embedded();
    match place {
        Place::Country => true,
        Place::City(city) => dataset.wages.holds(dataset.city(city).metro),
    }
}

/// Calls once the pay of these places, which an address asks for, is at hand or cannot be had.
pub fn with(places: &[Place], done: impl Fn() + 'static) {
    let dataset = Dataset::embedded();
    let mut blocks = Vec::new();
    for place in places {
        if let Place::City(city) = *place
            && !holds(*place)
        {
            let block = dataset.wages.block(dataset.city(city).metro);
            if !blocks.contains(&block) {
                blocks.push(block);
            }
        }
    }
    let done: Done = Rc::new(done);
    get(blocks, &done);
}

/// Gets blocks and calls when all are here or could not be had.
fn get(blocks: Vec<usize>, done: &Done) {
    let left = Rc::new(Cell::new(blocks.len()));
    if blocks.is_empty() {
        done();
    }
    for block in blocks {
        let (left, done) = (left.clone(), done.clone());
        yew::platform::spawn_local(async move {
            let wages = &Dataset::embedded().wages;
            let address = ["/assets/", &wages.file(block)].concat();
            if let Some(bytes) = browser::bytes(&address).await {
                wages.hold(block, bytes.leak());
            }
            left.set(left.get() - 1);
            if left.get() == 0 {
                done();
            }
        });
    }
}

/// Whether all pay is on its way: letters typed meanwhile do not ask again.
static COMING: AtomicBool = AtomicBool::new(false);

/// Sees to it that the pay of these places is at hand, and draws again when it has come.
#[hook]
pub fn use_pay(places: &[Place]) -> Fetched {
    use_fetched(!places.iter().all(|&place| holds(place)), fetch)
}

fn fetch(done: Done) {
    if !COMING.swap(true, Relaxed) {
        let absent = Dataset::embedded().wages.absent().collect();
        let done: Done = Rc::new(move || {
            COMING.store(false, Relaxed);
            done();
        });
        get(absent, &done);
    }
}

/// The question to show: the one asked, or the last one whose pay was at hand until that of this one,
/// and of the place beside it, has come.
#[hook]
pub fn use_ready(profile: Profile, beside: Place) -> (Profile, Fetched) {
    let last = use_mut_ref(|| Profile { place: Place::Country, ..profile });
    let pay = use_pay(&[profile.place, beside]);
    if pay == Fetched::Here {
        last.replace(profile);
    }
    let shown = *last.borrow();
    (shown, pay)
}
