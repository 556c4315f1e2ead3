//! Where something stood in a capture, and what is told about the capture itself.

use super::{Ends, Entry, Notice, Origin, Sensitive};
use crate::decode::decoded::Place;
use crate::decode::{Decoded, Failure, Forgiven, Layer};
use crate::text::Texts;

pub(super) fn origin(layers: &[Layer], forgiven: &[Forgiven], place: &Place) -> Origin {
    Origin {
        layers: layers.to_vec(),
        forgiven: forgiven.to_vec(),
        member: place.member.clone(),
        entry: place.entry.map(|index| Entry { index, total: None }),
        url: place.url.clone(),
        started_at: place.started_at.clone(),
    }
}

/// Fills in how many requests there are, which is known only at the end.
pub fn set_total(origin: &mut Origin, place: &Place, decoded: &Decoded) {
    let total = place.capture.and_then(|index| *decoded.totals.get(index)?);
    if let Some(entry) = &mut origin.entry {
        entry.total = total;
    }
}

fn full(place: &Place, decoded: &Decoded) -> Origin {
    let mut origin = origin(&[], &[], place);
    set_total(&mut origin, place, decoded);
    origin
}

/// What is told about parts of the input.
pub fn notices(decoded: &Decoded, texts: &Texts) -> Vec<Notice> {
    let notice = |notice: &crate::decode::decoded::Notice| {
        told(&notice.failure, full(&notice.place, decoded), texts)
    };
    decoded.notices.iter().map(notice).collect()
}

/// What is told of something that stands in no part of the input.
pub fn notice(failure: &Failure, texts: &Texts) -> Notice {
    told(failure, origin(&[], &[], &Place::default()), texts)
}

fn told(failure: &Failure, origin: Origin, texts: &Texts) -> Notice {
    let super::Problem {
        kind,
        title,
        why,
        fix,
        ..
    } = super::problem(failure, texts);
    Notice {
        kind,
        title,
        why,
        fix,
        origin,
    }
}

/// What should not travel; `None` where nothing of it is there.
pub fn sensitive(decoded: &Decoded) -> Option<Sensitive> {
    let found = decoded.sensitive;
    let sensitive = Sensitive {
        cookies: found.cookies,
        authorization: found.authorization,
        passwords: found.passwords,
    };
    let sum = [found.cookies, found.authorization, found.passwords];
    sum.iter().any(|count| *count > 0).then_some(sensitive)
}

/// Where the input breaks off.
pub fn ends(decoded: &Decoded) -> Option<Ends> {
    let end = decoded.ends.as_ref()?;
    Some(Ends {
        offset: end.offset as f64,
        origin: full(&end.place, decoded),
    })
}
