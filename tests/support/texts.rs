//! The engine's English texts by the key that translations use.

use std::collections::BTreeMap;

/// Every English text of the engine; two under one key are an error, unless they are the same.
pub fn texts() -> BTreeMap<String, &'static str> {
    let mut texts = BTreeMap::new();
    for (key, english) in error31::catalogue::texts()
        .iter()
        .flat_map(error31::text::Text::parts)
    {
        let before = texts.insert(key.clone(), english);
        assert!(
            before.is_none_or(|before| before == english),
            "twice: {key}"
        );
    }
    texts
}
