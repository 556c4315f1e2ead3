//! Which of several messages says most.

use super::{Message, Observed, Verdict};

/// Sets [`Message::rank`] by the verdicts, and by what Webex answered.
pub fn set_ranks(messages: &mut [Message], observed: &[Observed]) {
    for (index, message) in messages.iter_mut().enumerate() {
        let answers = |observed: &Observed| {
            let answered = observed.message;
            let is_same = answered.is_none_or(|answered| usize::try_from(answered) == Ok(index));
            is_same && observed.code == 31
        };
        message.rank = rank(message.error31.verdict, observed.iter().any(answers));
    }
}

/// The lower, the more it says. `is_answered` where Webex answered it with 31.
pub fn rank(verdict: Verdict, is_answered: bool) -> u32 {
    let verdict = match verdict {
        Verdict::Explained => 0,
        Verdict::NotExplained => 2,
        Verdict::CannotTell => 4,
    };
    verdict + u32::from(!is_answered)
}
