//! Writes the signed messages of the corpus, peeled but unchanged, for `oracle.py judge`.

use super::support;
use error31::decode::{Layer, decode};
use error31::{Input, xml};
use std::path::PathBuf;
use std::{env, fs};

#[test]
fn extract() {
    let Some(folder) = env::var_os("E31_EXTRACT").map(PathBuf::from) else {
        return println!("skipped: E31_EXTRACT names no folder to write into");
    };
    fs::create_dir_all(&folder).unwrap();
    let files = support::corpus::files().unwrap_or_default();
    let mut written = 0;
    for file in files {
        for (i, candidate) in decode(Input::Bytes(&file.bytes().unwrap()))
            .candidates
            .iter()
            .enumerate()
        {
            let whole = !candidate
                .layers
                .iter()
                .any(|l| matches!(l, Layer::Cut | Layer::Soap));
            let text = &candidate.text;
            let signed = xml::parse(text).is_ok_and(|document| {
                document
                    .elements()
                    .any(|e| e.is("http://www.w3.org/2000/09/xmldsig#", "Signature"))
            });
            if whole && signed {
                fs::write(folder.join(format!("{}-{i}.xml", file.get("id"))), text).unwrap();
                written += 1;
            }
        }
    }
    println!("signed messages: {written}");
}
