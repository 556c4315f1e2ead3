//! What holds for every file of the page: its floors, no circles, and no state outside the page's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms of `www/`, from below: each uses itself and what stands before it. What lies in no room uses all.
const ROOMS: [&str; 10] = [
    "frame", "dom", "words", "input", "engine", "handover", "editor", "view", "announce", "state",
];

/// The language that each text is looked up in, which `speak` alone changes.
const SPOKEN: &str = "words/words: let spoken = ";

/// The files of `www/` by their paths without the ending, with what each imports of `www/`.
type Imports = BTreeMap<String, BTreeSet<String>>;

#[test]
fn rooms_use_only_what_stands_before_them() {
    let imports = imports();
    let all: usize = imports.values().map(BTreeSet::len).sum();
    assert!(
        imports.len() > 80 && all > 300,
        "{} files, {all} imports",
        imports.len()
    );
    assert_eq!(climbing(&imports), Vec::<String>::new());
}

#[test]
fn files_import_each_other_in_no_circle() {
    assert_eq!(in_circles(imports()), Vec::<String>::new());
}

#[test]
fn no_module_of_the_page_keeps_state() {
    let mut kept: Vec<_> = sources()
        .into_iter()
        .flat_map(|(name, text)| {
            let lines: Vec<_> = text
                .lines()
                .filter(|line| is_variable(line))
                .map(|line| format!("{name}: {line}"))
                .collect();
            lines
        })
        .collect();
    kept.retain(|line| !line.starts_with(SPOKEN));
    assert_eq!(kept, Vec::<String>::new());
}

#[test]
fn what_breaks_the_order_is_found() {
    let file = |name: &str, uses: &str| (name.to_owned(), BTreeSet::from([uses.to_owned()]));
    let page = BTreeMap::from([
        file("dom/a", "view/b"),
        file("view/b", "view/c"),
        file("view/c", "view/b"),
        file("main", "state/d"),
        file("attic/e", "dom/a"),
    ]);
    assert_eq!(climbing(&page), ["attic/e: no room", "dom/a uses view/b"]);
    assert_eq!(in_circles(page), ["view/b", "view/c"]);
    assert_eq!(
        uses(
            "view/status/a",
            "import {\n  b,\n} from \"../b\";\nimport \"./c\";\nexport * from \"../../dom/d\";\nimport x from \"engine\";"
        ),
        BTreeSet::from(["view/b", "view/status/c", "dom/d"].map(str::to_owned))
    );
    assert!(is_variable("let on = true;") && is_variable("export let on = true;"));
    assert!(!is_variable("  let on = true;") && !is_variable("const letter = 1;"));
}

/// The imports that lead up, and the files in a folder that is no room.
fn climbing(imports: &Imports) -> Vec<String> {
    let rank = |name: &str| match name.split_once('/') {
        Some((room, _)) => ROOMS.iter().position(|known| *known == room),
        None => Some(ROOMS.len()),
    };
    let mut found = vec![];
    for (name, uses) in imports {
        let Some(own) = rank(name) else {
            found.push(format!("{name}: no room"));
            continue;
        };
        let up = uses
            .iter()
            .filter(|used| rank(used).is_some_and(|used| used > own));
        found.extend(up.map(|used| format!("{name} uses {used}")));
    }
    found
}

/// What remains once every file that uses nothing any more, or that nothing uses, has been taken away.
fn in_circles(mut imports: Imports) -> Vec<String> {
    loop {
        let left: BTreeSet<_> = imports.keys().cloned().collect();
        let used: BTreeSet<_> = imports.values().flatten().cloned().collect();
        imports.retain(|name, uses| used.contains(name) && !uses.is_disjoint(&left));
        if imports.len() == left.len() {
            return imports.into_keys().collect();
        }
    }
}

fn imports() -> Imports {
    sources()
        .into_iter()
        .map(|(name, text)| {
            let uses = uses(&name, &text);
            (name, uses)
        })
        .collect()
}

/// The scripts of the page that this one names; types and values alike.
fn uses(name: &str, text: &str) -> BTreeSet<String> {
    let folder = Path::new(name).parent().unwrap();
    [" from \"", "import \"", "import(\""]
        .iter()
        .flat_map(|before| text.split(before).skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|address| address.starts_with('.') && Path::new(address).extension().is_none())
        .filter_map(|address| within(&folder.join(address)))
        .collect()
}

/// The path without its dots; nothing where it leads out of the page.
fn within(path: &Path) -> Option<String> {
    let mut parts = vec![];
    for part in path.iter().map(|part| part.to_str().unwrap()) {
        match part {
            "." => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// Whether a line stands at the edge and makes a variable, which would outlive the page's state.
fn is_variable(line: &str) -> bool {
    let line = line.strip_prefix("export ").unwrap_or(line);
    line.starts_with("let ") || line.starts_with("var ")
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
    super::files_in(&root)
        .into_iter()
        .filter_map(|path| Some((name_of(path.strip_prefix(&root).unwrap())?, path)))
        .map(|(name, path): (String, PathBuf)| (name, fs::read_to_string(path).unwrap()))
        .collect()
}

fn name_of(path: &Path) -> Option<String> {
    let name = path.to_str().unwrap().replace('\\', "/");
    Some(name.strip_suffix(".ts")?.to_owned()).filter(|name| !name.ends_with(".d"))
}
