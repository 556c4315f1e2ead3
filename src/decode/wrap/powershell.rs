//! “Copy as PowerShell”: backticks, and characters by number.

/// `text` without the escapes of PowerShell; `None` where there is no such command.
pub(super) fn undo(text: &str) -> Option<String> {
    let names = ["Invoke-WebRequest", "Invoke-RestMethod"];
    let name = names.into_iter().find(|name| text.contains(name))?;
    if !text.contains("-Body") && !text.contains("-Uri") {
        return None;
    }
    let mut plain = String::with_capacity(text.len());
    let text = text.replace(name, "");
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['`', '$']) {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let length = match character(after).or_else(|| escape(after)) {
            Some((c, length)) => {
                plain.push(c);
                length
            }
            None => {
                plain.extend(after.chars().next());
                1
            }
        };
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    Some(plain)
}

/// `$([char]353)`.
fn character(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix("$([char]")?;
    let length = inner.bytes().take(8).position(|byte| byte == b')')?;
    let number = inner.get(..length)?.parse().ok()?;
    let c = char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER);
    Some((c, 8 + length + 1))
}

fn escape(text: &str) -> Option<(char, usize)> {
    let c = text.strip_prefix('`')?.chars().next()?;
    let plain = match c {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '\r' | '\n' => ' ',
        _ => c,
    };
    Some((plain, 1 + c.len_utf8()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn undone() {
        let table = [
            (
                "Invoke-WebRequest -Uri \"https://a/\" `\n-Body \"a=`\"`$b`\"$([char]353)``\"",
                Some(" -Uri \"https://a/\"  -Body \"a=\"$b\"š`\""),
            ),
            ("Invoke-RestMethod -Body \"a`", Some(" -Body \"a`")),
            ("Invoke-WebRequest -Body $([char]", Some(" -Body $([char]")),
            ("use Invoke-WebRequest for it", None),
            ("-Body \"a\"", None),
        ];
        for (text, plain) in table {
            assert_eq!(super::undo(text).as_deref(), plain, "{text}");
        }
    }
}
