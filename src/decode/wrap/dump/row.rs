//! Lines that begin with an offset.

/// A line that begins with an offset.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// Its first byte in the text.
    pub start: usize,
    /// One past its last byte, without the line break.
    pub end: usize,
    offset: &'a str,
    /// Whether a colon stands behind the offset.
    pub has_colon: bool,
    /// What stands behind the offset, with the blanks.
    pub body: &'a str,
    /// Whether a line with an asterisk stands before: the row before it is there again and again.
    pub is_repeated: bool,
    /// Whether other lines stand before.
    is_first: bool,
}

impl Row<'_> {
    /// So many bytes are between this row and the next one, where the next follows it.
    pub fn follows(&self, next: &Row, base: u32) -> Option<usize> {
        let number = |row: &Row| u64::from_str_radix(row.offset, base).ok();
        let length = number(next)?.checked_sub(number(self)?)?;
        let length = usize::try_from(length).ok()?;
        (length > 0 && !next.is_first).then_some(length)
    }

    /// Whether the offset has as many digits as dumps give it.
    pub fn is_padded(&self) -> bool {
        self.offset.len() >= 4
    }

    /// The text behind the offset, without the blank that parts them.
    fn text(&self) -> &str {
        let body = self.body.strip_prefix([' ', '\t']).unwrap_or(self.body);
        match self.has_colon {
            true => body,
            false => body.strip_prefix(' ').unwrap_or(body),
        }
    }

    /// Whether `length` counts the text behind the offset, with or without a line break.
    pub fn is_text(&self, length: usize) -> bool {
        let text = self.text();
        let count = text.chars().count();
        [text.len(), count]
            .iter()
            .any(|own| (*own..=own + 2).contains(&length))
    }
}

/// The text of the rows that follow each other, in lines where the offsets count their breaks; and how many there are.
pub(super) fn lines(block: &[Row], base: u32) -> (String, usize) {
    let mut out = String::new();
    for (index, row) in block.iter().enumerate() {
        let text = row.text();
        out.push_str(text);
        let next = block.get(index + 1);
        let length = next.and_then(|next| row.follows(next, base));
        match length.filter(|length| row.is_text(*length)) {
            None => return (out, index + 1),
            Some(length) if length == text.len() || length == text.chars().count() => {}
            Some(_) => out.push('\n'),
        }
    }
    (out, block.len())
}

/// The lines of `text` that begin with an offset; blank lines between them are left out, any other ends them.
pub(super) fn rows(text: &str) -> Vec<Row<'_>> {
    let mut rows: Vec<Row> = vec![];
    let (mut is_repeated, mut is_first) = (false, true);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\r', '\n']);
        if bare.trim() == "*" {
            is_repeated = true;
        } else if let Some(mut row) = row(bare) {
            row.start = start;
            row.end = start + bare.len();
            (row.is_repeated, row.is_first) = (is_repeated, is_first);
            (is_repeated, is_first) = (false, false);
            rows.push(row);
        } else {
            is_first |= !bare.trim().is_empty();
        }
        start += line.len();
    }
    rows
}

fn row(line: &str) -> Option<Row<'_>> {
    let rest = line.trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix("0x").unwrap_or(rest);
    let length = rest
        .bytes()
        .take(17)
        .take_while(u8::is_ascii_hexdigit)
        .count();
    let (offset, rest) = rest
        .split_at_checked(length)
        .filter(|_| (1..=16).contains(&length))?;
    // A debugger parts long addresses, and names what stands there.
    let (offset, rest) = match rest.strip_prefix('`') {
        Some(low) => low.split_at_checked(low.bytes().take_while(u8::is_ascii_hexdigit).count())?,
        None => (offset, rest),
    };
    let named = rest
        .strip_prefix(" <")
        .and_then(|name| name.split_once(">:"));
    let rest = named.map_or(rest, |(_, rest)| rest);
    let body = rest.strip_prefix(':');
    let is_apart = body.unwrap_or(rest).is_empty() || rest.starts_with([':', ' ', '\t']);
    is_apart.then_some(Row {
        start: 0,
        end: 0,
        offset,
        has_colon: body.is_some(),
        body: body.unwrap_or(rest),
        is_repeated: false,
        is_first: true,
    })
}
