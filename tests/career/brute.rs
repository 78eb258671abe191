//! Random small networks, and their routes by trying every one of them: a second reading of the
//! rules of `career::network`, without any of its pruning.

use paypath::career::network::{Curve, Living, Move, Network, Position, Start, Value};
use proptest::prelude::*;

fn steps(positions: usize) -> impl Strategy<Value = Move> {
    let times = (0..positions, 0u32..12, 0u32..5, proptest::option::of(1u32..14));
    let rest =
        (0u32..4, 0i64..20, 0u32..4, 40u32..=100, proptest::option::of(0i64..9), any::<bool>());
    (times, rest).prop_map(|((to, after, months, until), rest)| {
        let (hours, cost, doubt, keeps, fixed, course) = rest;
        // A promotion stays where it is and keeps everything.
        let living = match (until, fixed) {
            (None, Some(pay)) => Living::Fixed(pay),
            _ => Living::Working,
        };
        let (keeps, months) = if until.is_some() { (100, 0) } else { (keeps, months) };
        let hours = if until.is_some() { 0 } else { hours };
        Move { to, after, until, hours, months, cost, doubt, keeps, living, course }
    })
}

fn position(at: usize, positions: usize) -> impl Strategy<Value = Position> {
    let curve = (0i64..30, proptest::collection::vec(0i64..4, 0..18));
    let moves = proptest::collection::vec(steps(positions), 0..4);
    let goal = proptest::option::weighted(0.3, 0u32..14);
    (curve, moves, goal, 0..=at).prop_map(move |((first, rises), mut moves, goal, role)| {
        for step in &mut moves {
            if step.until.is_some() {
                step.to = at;
            }
        }
        // Nothing may lead a state to itself in no time for ever.
        moves.retain(|step| step.until.is_some() || step.to != at);
        let mut pay = first;
        let curve = Curve::new(std::iter::once(first).chain(rises.into_iter().map(|rise| {
            pay += rise;
            pay
        })));
        Position { role, curve, goal, moves }
    })
}

/// Up to five positions with up to three moves each.
pub(crate) fn network() -> impl Strategy<Value = Network> {
    let positions = (2usize..6)
        .prop_flat_map(|count| (0..count).map(|at| position(at, count)).collect::<Vec<_>>());
    let limits = (1u32..20, 6u32..24, proptest::option::weighted(0.3, 0i64..40), 0u8..4);
    (positions, limits, any::<bool>(), 0u32..9).prop_map(
        |(mut positions, limits, ends, experience)| {
            let (weekly, horizon, budget, changes) = limits;
            // Moves within a role lead to later positions only, as those to a degree or a city do.
            let roles: Vec<usize> = positions.iter().map(|position| position.role).collect();
            for (at, position) in positions.iter_mut().enumerate() {
                position.moves.retain(|step| {
                    step.until.is_some() || roles[step.to] != roles[at] || step.to > at
                });
            }
            let start = Start { position: 0, experience };
            Network { positions, weekly, horizon, budget, changes, ends, start }
        },
    )
}

#[derive(Clone)]
struct Walk {
    at: usize,
    time: u32,
    experience: u32,
    net: i64,
    spent: i64,
    hours: u32,
    doubt: u32,
    roles: Vec<usize>,
}

/// The values that no other one covers, by trying every route.
pub(crate) fn frontier(network: &Network) -> Vec<Value> {
    let start = Walk {
        at: network.start.position,
        time: 0,
        experience: network.start.experience,
        net: 0,
        spent: 0,
        hours: 0,
        doubt: 0,
        roles: vec![network.positions[network.start.position].role],
    };
    let mut ends = Vec::new();
    let mut open = vec![start];
    while let Some(walk) = open.pop() {
        let here = &network.positions[walk.at];
        let there = here.goal.is_some_and(|goal| walk.experience >= goal);
        if there {
            let months = network.horizon - walk.time;
            let rest: i64 =
                (0..months).map(|month| here.curve.month(walk.experience + month)).sum();
            let (months, hours, doubt) = (walk.time, walk.hours, walk.doubt);
            ends.push(Value { months, net: walk.net + rest, hours, doubt });
        }
        if !(there && network.ends) {
            open.extend(here.moves.iter().filter_map(|step| take(network, &walk, step)));
        }
    }
    let mut best: Vec<Value> = ends
        .iter()
        .filter(|value| !ends.iter().any(|other| other != *value && other.covers(value)))
        .copied()
        .collect();
    best.sort();
    best.dedup();
    best
}

fn take(network: &Network, walk: &Walk, step: &Move) -> Option<Walk> {
    let here = &network.positions[walk.at];
    let role = network.positions[step.to].role;
    let changed = role != here.role;
    let mut roles = walk.roles.clone();
    if changed {
        let begun = roles[0];
        let before = roles.len().checked_sub(2).map(|at| roles[at]);
        if role == begun || Some(role) == before || roles.len() > usize::from(network.changes) {
            return None;
        }
        roles.push(role);
    }
    if walk.experience < step.after || step.until.is_some_and(|until| walk.experience >= until) {
        return None;
    }
    let learning = if step.course || step.hours == 0 {
        0
    } else {
        (f64::from(step.hours) * 12.0 / (52.0 * f64::from(network.weekly))).ceil() as u32
    };
    let waiting = step.until.map_or(0, |until| until - walk.experience);
    let months = learning.max(waiting) + step.months;
    let mut next = Walk { at: step.to, time: walk.time + months, roles, ..walk.clone() };
    next.spent += step.cost;
    if next.time > network.horizon || network.budget.is_some_and(|budget| next.spent > budget) {
        return None;
    }
    match step.living {
        Living::Working => {
            let pay = (0..months).map(|month| here.curve.month(walk.experience + month));
            next.net += pay.sum::<i64>();
            next.experience += months;
        }
        Living::Fixed(pay) => next.net += pay * i64::from(months),
    }
    next.net -= step.cost;
    next.experience = next.experience * step.keeps / 100;
    next.hours += step.hours;
    next.doubt += step.doubt;
    Some(next)
}
