//! Log lines that a container runtime cut into parts, each marked as a part or as the end of its line.

use crate::chars::floor;

/// So far into a line its mark stands at most, in bytes.
const NEAR: usize = 300;

const STREAMS: [&str; 2] = [" stdout ", " stderr "];

/// `text` with its lines whole again, without what the runtime wrote before them; `None` where no line is cut.
pub(super) fn undo(text: &str) -> Option<String> {
    let is_cut = |stream: &str| text.contains(&format!("{stream}P "));
    if !STREAMS.into_iter().any(is_cut) {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let mut open = [String::new(), String::new()];
    let mut is_marked = false;
    for line in text.split_inclusive('\n') {
        let Some((stream, is_end, part)) = marked(line) else {
            plain.push_str(line);
            continue;
        };
        is_marked = true;
        let Some(open) = open.get_mut(stream) else {
            continue;
        };
        open.push_str(part);
        if is_end {
            plain.push_str(open);
            plain.push('\n');
            open.clear();
        }
    }
    for rest in open.iter().filter(|rest| !rest.is_empty()) {
        plain.push_str(rest);
        plain.push('\n');
    }
    is_marked.then_some(plain)
}

/// The stream of a marked line, whether the line ends with it, and what it says.
fn marked(line: &str) -> Option<(usize, bool, &str)> {
    let line = line.trim_end_matches(['\r', '\n']);
    let head = line.get(..floor(line, NEAR))?;
    STREAMS.into_iter().enumerate().find_map(|(stream, name)| {
        let (before, _) = head.split_once(name)?;
        let time = before.rsplit(' ').next()?;
        let is_time = time.starts_with(|c: char| c.is_ascii_digit()) && time.contains('T');
        let rest = line.get(before.len() + name.len()..)?;
        let is_end = !rest.starts_with('P');
        let part = rest.strip_prefix(['P', 'F'])?;
        let part = part.strip_prefix(' ').or(part.is_empty().then_some(part))?;
        is_time.then_some((stream, is_end, part))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undone() {
        let at = "2026-11-21T09:14:07.123456789Z";
        let text = format!(
            "{at} stdout F start\n{at} stdout P <p:Resp\n{at} stderr F warning\n{at} stdout P onse\n{at} stdout F />\n{at} stdout P the end"
        );
        let plain = "start\nwarning\n<p:Response/>\nthe end\n";
        assert_eq!(undo(&text).as_deref(), Some(plain));
        for text in [
            "printed to stdout P and on",
            "2026-11-21T09:14:07Z stdout F a",
        ] {
            assert_eq!(undo(text), None, "{text}");
        }
    }
}
