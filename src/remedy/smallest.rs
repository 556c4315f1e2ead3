//! The smallest part of the changes that does as much as all of them.

use crate::order;

/// More changes than this are not tried in every combination.
const MOST: usize = 4;

/// How often a message is judged at most to find the fewest of so many changes, and what each cause comes to.
pub const fn most_trials(count: usize) -> usize {
    count + (1 << MOST) + 4
}

/// The places of the fewest of `count` changes for which `turns` holds, found by trying; all must hold together.
/// Where several sets are as small, the first.
pub fn smallest(count: usize, turns: impl Fn(&[usize]) -> bool) -> Vec<usize> {
    let all: Vec<usize> = (0..count).collect();
    let without = |set: &[usize], place: usize| -> Vec<usize> {
        set.iter().copied().filter(|one| *one != place).collect()
    };
    let is_needed = |place: &usize| !turns(&without(&all, *place));
    let needed: Vec<usize> = all.iter().copied().filter(is_needed).collect();
    if turns(&needed) {
        return needed;
    }
    let others: Vec<usize> = all
        .iter()
        .copied()
        .filter(|place| !needed.contains(place))
        .collect();
    if others.len() > MOST {
        return others.iter().fold(all.clone(), |set, place| {
            let fewer = without(&set, *place);
            if turns(&fewer) { fewer } else { set }
        });
    }
    let mut masks: Vec<u32> = (0..1 << others.len()).collect();
    order::by_key(&mut masks, |mask| mask.count_ones());
    let set = |mask: u32| {
        let chosen = (0..).zip(&others);
        let chosen = chosen.filter(|(at, _)| (mask >> at) & 1 == 1);
        let mut set: Vec<usize> = chosen
            .map(|(_, place)| *place)
            .chain(needed.clone())
            .collect();
        set.sort_unstable();
        set
    };
    let mut sets = masks.into_iter().map(set);
    sets.find(|set| turns(set)).unwrap_or(all)
}

#[cfg(test)]
mod tests {
    use super::smallest;

    #[test]
    fn nothing_smaller_turns_it() {
        type Turns = fn(&[usize]) -> bool;
        let cases: [(usize, Turns, &[usize]); 5] = [
            (3, |set| set.contains(&1), &[1]),
            (3, |set| set.contains(&0) && set.contains(&2), &[0, 2]),
            (
                4,
                |set| set.contains(&3) && (set.contains(&0) || set.contains(&1)),
                &[0, 3],
            ),
            (2, |_| true, &[]),
            (9, |set| set.iter().any(|one| *one > 3), &[8]),
        ];
        for (count, turns, expected) in cases {
            assert_eq!(smallest(count, turns), expected, "{count}");
        }
    }
}
