//! Which of several messages says most.

use super::{CodeBy, Verdict};

/// The lower, the more it says: first the verdict, then whether Webex answered.
pub fn rank(verdict: Verdict, by: CodeBy) -> u32 {
    let verdict = match verdict {
        Verdict::Explained => 0,
        Verdict::NotExplained => 2,
        Verdict::CannotTell => 4,
    };
    verdict + u32::from(by != CodeBy::Webex)
}
