//! Powers of long numbers, modulo an odd one: Montgomery’s way, with numbers of one length, the lowest digit first.

type Digit = u32;

/// So many squarings make `2^DIGIT_BITS` of 2.
const SQUARINGS: u32 = 5;
const DIGIT_BITS: usize = 1 << SQUARINGS;

/// `base` to the power of `exponent`, as many bytes as the modulus has; all from the highest byte down. `None`: the base
/// is not below the modulus, or the modulus is even.
pub(crate) fn power(base: &[u8], exponent: &[u8], modulus: &[u8]) -> Option<Vec<u8>> {
    let length = modulus.len().div_ceil(DIGIT_BITS / 8);
    let digits = digits(modulus, length);
    let modulo = Modulo {
        inverse: negative_inverse(*digits.first()?)?,
        digits,
    };
    let base = self::digits(base, length);
    modulo.below(&base).is_none().then_some(())?;
    let one = self::digits(&[1], length);
    let base = modulo.multiply(&base, &modulo.square_of_radix());
    let bits = exponent
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let mut power: Option<Vec<Digit>> = None;
    for bit in bits {
        power = power.map(|power| modulo.multiply(&power, &power));
        if bit == 1 {
            power = Some(power.map_or_else(|| base.clone(), |p| modulo.multiply(&p, &base)));
        }
    }
    let power = modulo.multiply(&power?, &one);
    let bytes = power.iter().rev().flat_map(|digit| digit.to_be_bytes());
    Some(
        bytes
            .skip(length * DIGIT_BITS / 8 - modulus.len())
            .collect(),
    )
}

struct Modulo {
    digits: Vec<Digit>,
    /// What the lowest digit has to be multiplied with to become -1.
    inverse: Digit,
}

impl Modulo {
    /// `number` without the modulus; `None` where it is less.
    fn below(&self, number: &[Digit]) -> Option<Vec<Digit>> {
        let mut borrow = 0;
        let pairs = number.iter().zip(padded(&self.digits));
        let difference = pairs
            .map(|(digit, own)| {
                let rest = i64::from(*digit) - i64::from(own) + borrow;
                borrow = rest >> DIGIT_BITS;
                rest as Digit
            })
            .collect();
        (borrow == 0).then_some(difference)
    }

    fn reduced(&self, mut number: Vec<Digit>) -> Vec<Digit> {
        number = self.below(&number).unwrap_or(number);
        number.truncate(self.digits.len());
        number
    }

    /// The product divided by the radix, which is one more than the highest number of this length.
    fn multiply(&self, left: &[Digit], right: &[Digit]) -> Vec<Digit> {
        let mut sum = vec![0; self.digits.len() + 2];
        for digit in left {
            add(&mut sum, right, *digit);
            let lowest = sum.first().copied().unwrap_or_default();
            add(&mut sum, &self.digits, lowest.wrapping_mul(self.inverse));
            sum.rotate_left(1);
        }
        self.reduced(sum)
    }

    /// The square of the radix: of the highest power of 2 that is below the modulus, doubled and squared.
    fn square_of_radix(&self) -> Vec<Digit> {
        let length = self.digits.len();
        let zeros = self.digits.iter().rev().take_while(|digit| **digit == 0);
        let used = length - zeros.count();
        let highest = used.checked_sub(1).and_then(|last| self.digits.get(last));
        let bits = used * DIGIT_BITS - highest.map_or(0, |digit| digit.leading_zeros() as usize);
        let mut number: Vec<Digit> = (0..length)
            .map(|i| match bits.saturating_sub(1) / DIGIT_BITS == i {
                true => 1 << (bits.saturating_sub(1) % DIGIT_BITS),
                false => 0,
            })
            .collect();
        let doublings = length * DIGIT_BITS + 1 - bits + length;
        for _ in 0..doublings {
            let mut twice = number.clone();
            twice.push(0);
            add(&mut twice, &number, 1);
            number = self.reduced(twice);
        }
        for _ in 0..SQUARINGS {
            number = self.multiply(&number, &number);
        }
        number
    }
}

/// Adds `number` times `factor`; what goes beyond `sum` is lost.
fn add(sum: &mut [Digit], number: &[Digit], factor: Digit) {
    let mut carry = 0;
    for (digit, own) in sum.iter_mut().zip(padded(number)) {
        let total = u64::from(*digit) + u64::from(own) * u64::from(factor) + carry;
        *digit = total as Digit;
        carry = total >> DIGIT_BITS;
    }
}

fn padded(number: &[Digit]) -> impl Iterator<Item = Digit> {
    number.iter().copied().chain(std::iter::repeat(0))
}

fn digits(bytes: &[u8], length: usize) -> Vec<Digit> {
    let chunks = bytes.rchunks(DIGIT_BITS / 8);
    let digits = chunks.map(|chunk| {
        let bytes = chunk.iter();
        bytes.fold(0, |digit, byte| digit << 8 | Digit::from(*byte))
    });
    digits.chain(std::iter::repeat(0)).take(length).collect()
}

/// What `digit` has to be multiplied with to become -1; `None` where it is even. Each step doubles the bits that are right.
fn negative_inverse(digit: Digit) -> Option<Digit> {
    let step = |inverse: Digit, _| {
        let product = digit.wrapping_mul(inverse);
        inverse.wrapping_mul(2_u32.wrapping_sub(product))
    };
    (digit % 2 == 1).then(|| (0..SQUARINGS).fold(digit, step).wrapping_neg())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, digit by digit as in school.
    fn in_school(base: u64, exponent: u64, modulus: u64) -> u64 {
        let (mut base, mut exponent, mut power) = (u128::from(base), exponent, 1);
        while exponent > 0 {
            if exponent % 2 == 1 {
                power = power * base % u128::from(modulus);
            }
            base = base * base % u128::from(modulus);
            exponent /= 2;
        }
        u64::try_from(power).unwrap()
    }

    #[test]
    fn powers() {
        let moduli = [
            3,
            5,
            255,
            257,
            65_537,
            0xFFFF_FFFF,
            0x1_0000_0001,
            0x8000_0000_0000_0001,
            u64::MAX,
        ];
        for modulus in moduli {
            for base in [0, 1, 2, 3, modulus / 2, modulus - 2, modulus - 1] {
                for exponent in [1_u64, 2, 3, 17, 65_537] {
                    let power = power(
                        &base.to_be_bytes(),
                        &exponent.to_be_bytes(),
                        &modulus.to_be_bytes(),
                    );
                    let expected = in_school(base % modulus, exponent, modulus);
                    let case = format!("{base}^{exponent} mod {modulus}");
                    match base < modulus {
                        true => assert_eq!(power, Some(expected.to_be_bytes().to_vec()), "{case}"),
                        false => assert_eq!(power, None, "{case}"),
                    }
                }
            }
        }
    }

    #[test]
    fn lengths_that_are_no_whole_digits_keep_theirs() {
        assert_eq!(
            power(&[2], &[3], &[1, 0, 0, 0, 1]),
            Some(vec![0, 0, 0, 0, 8])
        );
        assert_eq!(power(&[2], &[10], &[3, 0xE7]), Some(vec![0, 25]));
    }

    #[test]
    fn what_has_no_power() {
        assert_eq!(power(&[7], &[3], &[7]), None);
        assert_eq!(power(&[8], &[3], &[7]), None);
        assert_eq!(power(&[1], &[3], &[8]), None);
        assert_eq!(power(&[1], &[3], &[]), None);
        assert_eq!(power(&[1], &[], &[7]), None);
    }
}
