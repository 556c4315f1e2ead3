//! The newer text of a difference between two files.

/// `text` with the lines of its hunks as they are in the newer file, or in the older one where nothing was added;
/// `None` where there is no hunk.
pub(in crate::decode::wrap) fn undo(text: &str) -> Option<String> {
    let is_head = |line: &str| line.starts_with("@@ -");
    text.lines().any(is_head).then(|| {
        let adds = text
            .lines()
            .any(|line| line.starts_with('+') && !line.starts_with("+++ "));
        let gone = if adds { '-' } else { '+' };
        let mut plain = String::with_capacity(text.len());
        let mut in_hunk = false;
        for line in text.split_inclusive('\n') {
            in_hunk =
                is_head(line) || in_hunk && line.starts_with([' ', '+', '-', '\\', '\r', '\n']);
            let is_left_out = line.starts_with(gone) || line.starts_with('\\');
            match line.strip_prefix([' ', '+', '-']) {
                _ if in_hunk && is_left_out => {}
                Some(inner) if in_hunk => plain.push_str(inner),
                _ => plain.push_str(line),
            }
        }
        plain
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn undone() {
        let text = "--- a\n+++ b\n@@ -1,3 +1,3 @@\n <a>\n-  <b/>\n+  <c/>\n </a>\nend";
        let plain = "--- a\n+++ b\n@@ -1,3 +1,3 @@\n<a>\n  <c/>\n</a>\nend";
        assert_eq!(super::undo(text).as_deref(), Some(plain));
        assert_eq!(
            super::undo("@@ -1 +0 @@\n-<a/>").as_deref(),
            Some("@@ -1 +0 @@\n<a/>")
        );
        assert_eq!(super::undo("+ a"), None);
    }
}
