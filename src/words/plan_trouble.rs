//! What stands in the way of a plan: answers that cannot be used, and constraints to let go.

use super::errors::no_place;
use super::{grouped, list};
use crate::career::question::{Fault, Field, MOST_CITIES};
use crate::career::{Relax, Trouble};
use crate::dataset::{Dataset, premises};

/// What is wrong with an answer and what would do.
pub fn fault(dataset: &Dataset, fault: &Fault) -> String {
    match fault {
        Fault::Missing(Field::From) => {
            "Say where you are: a role, “student” or “other field”.".to_owned()
        }
        Fault::Missing(_) => {
            "Say where you want to be: a role, or wherever pay is best.".to_owned()
        }
        Fault::NoRole(_, typed, near) if near.is_empty() => {
            format!("We have no role named “{typed}”. Choose one from the list.")
        }
        Fault::NoRole(_, typed, near) => {
            format!("We have no role named “{typed}”. Did you mean {}?", list(near, "or"))
        }
        Fault::NoCity(_, typed, miss) => {
            no_place(dataset, typed, miss, "Try the nearest larger one.")
        }
        Fault::NoNumber(field, typed, [least, most]) => {
            let money = matches!(field, Field::Pay | Field::Budget);
            let kind = if money { "an amount in dollars" } else { "a whole number" };
            format!(
                "“{typed}” will not do. Enter {kind} from {} to {}.",
                grouped(*least),
                grouped(*most)
            )
        }
        Fault::NoChoice(Field::Education, typed) => {
            format!("“{typed}” is not an education. Use none, bachelors, masters or doctorate.")
        }
        Fault::NoChoice(Field::Level, typed) => {
            format!("“{typed}” is not a level. Use entry, mid, senior or executive.")
        }
        Fault::NoChoice(_, typed) => format!("“{typed}” is neither yes nor no."),
        Fault::NoSkill(id) => format!("We have no skill “{id}”. Tick yours on the page of skills."),
        Fault::NoPremise(id) => {
            let ids: Vec<&str> = premises().iter().map(|premise| premise.id).collect();
            format!("There is no assumption “{id}”. There are {}.", list(&ids, "and"))
        }
        Fault::TooManyCities => format!("Name at most {MOST_CITIES} other cities."),
        Fault::NoCountry => "Name single cities, not the whole country.".to_owned(),
        Fault::NoHome => "Name the city you live in too, to compare them.".to_owned(),
    }
}

/// Why there is no plan, and what to let go.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::AlreadyThere => "You are already there. Choose another role, a higher level, or \
             wherever pay is best."
            .to_owned(),
        Trouble::NoRoute { alone, together } => {
            let some = |relaxes: &[Relax], last| {
                let parts: Vec<&str> = relaxes.iter().map(|&one| relax(one)).collect();
                list(&parts, last)
            };
            match (alone.is_empty(), together.is_empty()) {
                (false, _) => {
                    format!("No route keeps to all of this. It opens if you {}.", some(alone, "or"))
                }
                (true, false) => format!(
                    "No route keeps to all of this, and no single change opens one. It opens if you {}.",
                    some(together, "and")
                ),
                (true, true) => {
                    "We know no route of at most two changes of role from there within \
                     20 years. Plan a nearer role first."
                        .to_owned()
                }
            }
        }
    }
}

const fn relax(relax: Relax) -> &'static str {
    match relax {
        Relax::Hours => "take more hours a week to learn",
        Relax::Budget => "spend more money",
        Relax::Horizon => "look further ahead",
        Relax::Degrees => "consider another degree",
        Relax::KeepsJob => "leave the job while studying",
        Relax::Level => "aim for a lower level",
    }
}
