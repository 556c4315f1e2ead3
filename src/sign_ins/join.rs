//! Requests and responses, pair by pair: by `InResponseTo`, else by `RelayState` and order. Nothing is guessed.

use super::{Member, Role};
use crate::hash::{HashMap, HashSet};
use crate::order;

/// One exchange: what was asked of an identity provider, and what it answered; at least one of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Leg {
    pub request: Option<usize>,
    pub response: Option<usize>,
    /// Whether the response says that it answers a request.
    pub is_asked: bool,
    /// Whether it says that it answers another request than this one.
    pub is_other: bool,
}

impl Leg {
    /// The index of its first message.
    pub fn first(&self) -> usize {
        self.request.or(self.response).unwrap_or_default()
    }

    /// The index of its last message.
    pub fn last(&self) -> usize {
        self.response.or(self.request).unwrap_or_default()
    }
}

/// The exchanges, in the order of their first messages.
pub(crate) fn join(members: &[Member]) -> Vec<Leg> {
    let all = || members.iter().enumerate();
    let requests = || all().filter(|(_, member)| member.link.role == Role::Request);
    let mut ids: HashMap<&str, usize> = HashMap::default();
    for (index, member) in requests() {
        if let Some(id) = member.link.request.as_ref().and_then(|r| r.id.as_deref()) {
            ids.entry(id).or_insert(index);
        }
    }
    let mut answered: HashSet<usize> = HashSet::default();
    let mut legs = vec![];
    let mut loose = vec![];
    for (index, member) in all().filter(|(_, member)| member.link.role == Role::Response) {
        let named = member.link.answers.as_deref();
        match named.and_then(|id| ids.get(id)) {
            Some(request) => {
                answered.insert(*request);
                legs.push(leg(Some(*request), Some(index), members));
            }
            None => loose.push(index),
        }
    }
    let open: Vec<usize> = requests()
        .map(|(index, _)| index)
        .filter(|index| !answered.contains(index))
        .collect();
    let pairs = by_relay_state(members, &open, &loose);
    let used: HashSet<usize> = pairs.values().copied().collect();
    let left = open.iter().filter(|index| !used.contains(index));
    legs.extend(
        loose
            .iter()
            .map(|response| leg(pairs.get(response).copied(), Some(*response), members)),
    );
    legs.extend(left.map(|index| leg(Some(*index), None, members)));
    order::by_key(&mut legs, |leg| (leg.first(), leg.last()));
    legs
}

fn leg(request: Option<usize>, response: Option<usize>, members: &[Member]) -> Leg {
    let link = |index: Option<usize>| Some(members.get(index?)?.link);
    let names = link(response).and_then(|link| link.answers.as_deref());
    let id = link(request).and_then(|link| link.request.as_ref()?.id.as_deref());
    Leg {
        request,
        response,
        is_asked: names.is_some(),
        is_other: request.is_some() && names.is_some() && names != id,
    }
}

/// The last open request before a response with the same `RelayState` in the same recording.
fn by_relay_state(members: &[Member], open: &[usize], loose: &[usize]) -> HashMap<usize, usize> {
    let state = |index: &usize| {
        let place = members.get(*index)?.place;
        Some((place.capture, place.relay_state.as_deref()?))
    };
    let mut waiting: HashMap<_, Vec<usize>> = HashMap::default();
    let mut pairs = HashMap::default();
    let mut requests = open.iter().peekable();
    for response in loose {
        while let Some(request) = requests.next_if(|request| *request < response) {
            if let Some(state) = state(request) {
                waiting.entry(state).or_default().push(*request);
            }
        }
        let found = state(response).and_then(|state| waiting.get_mut(&state)?.pop());
        if let Some(request) = found {
            pairs.insert(*response, request);
        }
    }
    pairs
}
