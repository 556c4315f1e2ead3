//! The tree of a document and what parses beside it, timed from outside: natively a line `what path times` is answered
//! with the ms as JSON; in wasm the tree is an export.
#![allow(clippy::unwrap_used, missing_docs, reason = "a measurement may stop")]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// A text that has been handed over.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub struct Held(String);

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
impl Held {
    #[wasm_bindgen(constructor)]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    pub fn tree(&self) -> usize {
        tree(&self.0)
    }
}

/// With the text handed over each time.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn tree_of(text: &str) -> usize {
    tree(text)
}

fn tree(text: &str) -> usize {
    error31::xml::parse(text).unwrap().text().len()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::hint::black_box;
    use std::time::Instant;

    for line in std::io::stdin().lines() {
        let line = line.unwrap();
        let mut words = line.split(' ');
        let [what, path, times] = [(); 3].map(|()| words.next().unwrap());
        let text = std::fs::read_to_string(path).unwrap();
        let run = match what {
            "tree" => tree,
            "quick-xml" => events,
            _ => foreign_tree,
        };
        let start = Instant::now();
        for _ in 0..times.parse::<u32>().unwrap() {
            black_box(run(black_box(&text)));
        }
        println!("{{\"ms\":{}}}", start.elapsed().as_secs_f64() * 1e3);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn events(text: &str) -> usize {
    use quick_xml::events::Event;

    let mut reader = quick_xml::Reader::from_str(text);
    let mut count = 0;
    while reader.read_event().unwrap() != Event::Eof {
        count += 1;
    }
    count
}

#[cfg(not(target_arch = "wasm32"))]
fn foreign_tree(text: &str) -> usize {
    roxmltree::Document::parse(text)
        .unwrap()
        .descendants()
        .count()
}
