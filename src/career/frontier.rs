//! Every route that is not beaten on all counts: months, pay, hours and certainty.
//!
//! Label setting for many criteria (Martins 1984, doi:10.1016/0377-2217(84)90077-8): states are
//! taken up in order of time, and a state is dropped only where another one at the same position
//! can follow every one of its continuations and ends at least as well. That is more than being
//! better so far, since pay goes on after the goal and depends on experience:
//!
//! Let a arrive at time s with experience x and b at t ≥ s with y ≤ x. Every move takes both of them
//! equally long, but for promotions, for which b waits w ≤ x − y months
//! longer in all. So a ends t − s + w months before b, with at least as much experience, and earns
//! in those months at least the lowest pay of a goal that can be reached, l, while b earned at most
//! the highest pay of all positions on the way, h, in its w. Hence a ends with as much as b when
//! net(a) + (t − s) l − (x − y) max(0, h − l) ≥ net(b).

use super::network::{Curve, Living, Move, Network, Position, State, Value};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A route: its moves, by position and number among the position's moves, and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is worth.
    pub value: Value,
    /// The state before each move and the number of the move there.
    pub moves: Vec<(State, usize)>,
    /// Where it ends.
    pub end: State,
}

struct Label {
    state: State,
    /// The label that it came from, and by which move.
    from: Option<(usize, usize)>,
    alive: bool,
}

/// Every route to the goal that no other one beats or equals in everything, by months.
pub fn frontier(network: &Network) -> Vec<Found> {
    let mut search = Search::new(network);
    search.add(network.begin(), None);
    while let Some(Reverse((_, at))) = search.queue.pop() {
        if search.labels[at].alive && !(network.ends && search.finish(at)) {
            search.follow(at);
        }
    }
    search.routes()
}

struct Search<'a> {
    network: &'a Network,
    labels: Vec<Label>,
    /// Living labels of each position.
    here: Vec<Vec<usize>>,
    queue: BinaryHeap<Reverse<(u32, usize)>>,
    /// Labels that meet the goal, none covered by another.
    ends: Vec<(Value, usize)>,
    /// What is left at least, by changes of role left and position.
    bounds: Vec<Vec<Bound>>,
}

impl<'a> Search<'a> {
    fn new(network: &'a Network) -> Self {
        Self {
            network,
            labels: Vec::new(),
            here: vec![Vec::new(); network.positions.len()],
            queue: BinaryHeap::new(),
            ends: Vec::new(),
            bounds: bounds(network),
        }
    }

    /// Takes a state up unless it cannot reach the goal or another one does as well.
    fn add(&mut self, state: State, from: Option<(usize, usize)>) {
        if !self.bound(&state).open {
            return;
        }
        let mut here = std::mem::take(&mut self.here[state.position]);
        let beaten = here.iter().any(|&at| self.beats(&self.labels[at].state, &state));
        if !beaten {
            here.retain(|&at| {
                let worse = self.beats(&state, &self.labels[at].state);
                self.labels[at].alive &= !worse;
                !worse
            });
            let at = self.labels.len();
            here.push(at);
            self.labels.push(Label { state, from, alive: true });
            self.queue.push(Reverse((state.time, at)));
            if !self.network.ends {
                self.finish(at);
            }
        }
        self.here[state.position] = here;
    }

    fn bound(&self, state: &State) -> &Bound {
        &self.bounds[usize::from(self.network.changes - state.changes)][state.position]
    }

    fn beats(&self, a: &State, b: &State) -> bool {
        a.time <= b.time
            && a.hours <= b.hours
            && a.doubt <= b.doubt
            && a.experience >= b.experience
            && a.changes <= b.changes
            && (self.network.budget.is_none() || a.spent <= b.spent)
            && (a.before == b.before || !self.leads_back(a))
            && {
                let Bound { least, most, .. } = *self.bound(a);
                let sooner = i64::from(b.time - a.time) * least;
                let waits = i64::from(a.experience - b.experience) * (most - least).max(0);
                a.net + sooner - waits >= b.net
            }
    }

    /// Whether a move leads to the role before, which a state may not take while another may.
    fn leads_back(&self, state: &State) -> bool {
        let positions = &self.network.positions;
        let start = positions[self.network.start.position].role;
        let moves = &positions[state.position].moves;
        state.before != start && moves.iter().any(|step| positions[step.to].role == state.before)
    }

    /// Whether a route that is known already covers everything that this state can come to: no
    /// further month, hour or doubt than the least from here, and each month paid as the best
    /// position or move that can still be reached pays with a month's more experience.
    fn hopeless(&self, state: &State) -> bool {
        let bound = self.bound(state);
        let left = self.network.horizon - state.time;
        let best = Value {
            months: state.time + bound.months,
            net: state.net + bound.best.pay(state.experience, left),
            hours: state.hours + bound.hours,
            doubt: state.doubt + bound.doubt,
        };
        best.months > self.network.horizon || self.ends.iter().any(|(value, _)| value.covers(&best))
    }

    /// Notes a state that meets the goal; whether it does.
    fn finish(&mut self, at: usize) -> bool {
        let Some(value) = self.network.value(&self.labels[at].state) else { return false };
        if !self.ends.iter().any(|(other, _)| other.covers(&value)) {
            self.ends.retain(|(other, _)| !value.covers(other));
            // Kept in order: a sort would weigh a kilobyte more in the browser.
            let place = self.ends.partition_point(|end| *end < (value, at));
            self.ends.insert(place, (value, at));
        }
        true
    }

    fn follow(&mut self, at: usize) {
        let state = self.labels[at].state;
        if self.hopeless(&state) {
            return;
        }
        let network = self.network;
        for (number, step) in network.positions[state.position].moves.iter().enumerate() {
            if let Some(next) = network.step(&state, step).filter(|next| !self.hopeless(next)) {
                self.add(next, Some((at, number)));
            }
        }
    }

    fn routes(self) -> Vec<Found> {
        let found = self.ends.iter().map(|&(value, at)| {
            let mut moves = Vec::new();
            let mut label = &self.labels[at];
            while let Some((from, number)) = label.from {
                label = &self.labels[from];
                moves.push((label.state, number));
            }
            moves.reverse();
            Found { value, moves, end: self.labels[at].state }
        });
        found.collect()
    }
}

/// What is left at least between a position and a goal, each by the way that is best for it, with so
/// many changes of role left.
#[derive(Clone, Debug)]
struct Bound {
    /// Whether a goal can be reached.
    open: bool,
    months: u32,
    hours: u32,
    doubt: u32,
    /// At least the highest pay of all positions and moves on the way, by month of experience.
    best: Curve,
    /// The highest pay of them at all, and the lowest of a goal among them.
    most: i64,
    least: i64,
}

/// Stands for a sum where no way leads; half of what a number holds, so that it may be added to.
const NO_WAY: u32 = u32::MAX / 2;

/// Bounds by changes of role left and position.
fn bounds(network: &Network) -> Vec<Vec<Bound>> {
    let learning = |step: &Move| {
        if step.course { 0 } else { network.months_of(step.hours).unwrap_or(network.horizon) }
    };
    let mut layers: Vec<Vec<Bound>> = Vec::new();
    let mut sums: [Vec<u32>; 3] = Default::default();
    let mut reach: Vec<Vec<bool>> = Vec::new();
    for _ in 0..=network.changes {
        let [months, hours, doubt] = &sums;
        sums = [
            least(network, months, |step| learning(step) + step.months),
            least(network, hours, |step| step.hours),
            least(network, doubt, |step| step.doubt),
        ];
        reach = self::reach(network, &reach, &sums[0]);
        layers.push(layer(network, &sums, &reach));
    }
    layers
}

fn layer(
    network: &Network,
    [months, hours, doubt]: &[Vec<u32>; 3],
    reach: &[Vec<bool>],
) -> Vec<Bound> {
    let positions = &network.positions;
    let years = (network.horizon + network.start.experience).div_ceil(YEAR);
    let mut bounds: Vec<Bound> = Vec::new();
    for at in 0..positions.len() {
        let open = || positions.iter().zip(&reach[at]).filter(|(_, open)| **open).map(|(at, _)| at);
        let same = (0..at).find(|&other| reach[other] == reach[at]);
        let best = same.map_or_else(
            || {
                // A year's last month stands for all of it: pay never falls.
                let last = |year: u32| year * YEAR + YEAR - 1;
                // Who learns full time may be given more than any position pays.
                let given = open().flat_map(|at| &at.moves).map(|step| match step.living {
                    Living::Working => 0,
                    Living::Fixed(pay) => pay,
                });
                let given = given.max().unwrap_or(0);
                let most = |year| open().map(|at| at.curve.month(last(year))).fold(given, i64::max);
                let yearly: Vec<i64> = (0..years).map(most).collect();
                Curve::new((0..years * YEAR).map(|month| yearly[(month / YEAR) as usize]))
            },
            |other| bounds[other].best.clone(),
        );
        let goals = open().filter_map(|at| Some(at.curve.month(at.goal?)));
        bounds.push(Bound {
            open: months[at] < NO_WAY,
            months: months[at],
            hours: hours[at],
            doubt: doubt[at],
            most: best.month(years * YEAR),
            least: goals.min().unwrap_or(0),
            best,
        });
    }
    bounds
}

const YEAR: u32 = 12;

/// The least sum of something along the moves from each position to a goal; `fewer` are the sums with
/// a change of role less, empty where none is left.
fn least(network: &Network, fewer: &[u32], of: impl Fn(&Move) -> u32) -> Vec<u32> {
    let positions = &network.positions;
    let start = |at: &Position| if at.goal.is_some() { 0 } else { NO_WAY };
    let mut least: Vec<u32> = positions.iter().map(start).collect();
    let mut moved = true;
    while moved {
        moved = false;
        for (from, position) in positions.iter().enumerate() {
            for step in &position.moves {
                let changed = positions[step.to].role != position.role;
                let rest = if changed { fewer.get(step.to) } else { least.get(step.to) };
                let through = rest.map_or(NO_WAY, |rest| (rest + of(step)).min(NO_WAY));
                if through < least[from] {
                    (least[from], moved) = (through, true);
                }
            }
        }
    }
    least
}

/// Which positions can be reached from each one on a way to a goal; `fewer` is the same with a change
/// of role less, empty where none is left.
fn reach(network: &Network, fewer: &[Vec<bool>], months: &[u32]) -> Vec<Vec<bool>> {
    let positions = &network.positions;
    let from = |start: usize| {
        let (mut reached, mut seen) = (vec![false; positions.len()], vec![false; positions.len()]);
        let mut open = vec![start];
        while let Some(at) = open.pop() {
            if months[at] >= NO_WAY || std::mem::replace(&mut seen[at], true) {
                continue;
            }
            reached[at] = true;
            for step in &positions[at].moves {
                if positions[step.to].role == positions[at].role {
                    open.push(step.to);
                } else if let Some(there) = fewer.get(step.to) {
                    for (reached, there) in reached.iter_mut().zip(there) {
                        *reached |= there;
                    }
                }
            }
        }
        reached
    };
    (0..positions.len()).map(from).collect()
}
