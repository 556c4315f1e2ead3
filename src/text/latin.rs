//! Serbian is kept in Cyrillic and written in Latin letters on the way out: that way round it is unambiguous.

/// The same text in Latin letters; names in backticks, console labels, links and placeholders are Latin already. A hyphen
/// between a Latin name and its Cyrillic ending parts the scripts only, so it goes: `Webex-у`, `Webexu`; `DNS-у` keeps it.
pub fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut upper_before = false;
    let mut before = ' ';
    while let Some(c) = letters.next() {
        let parts_scripts = c == '-'
            && before.is_ascii_lowercase()
            && letters.peek().copied().is_some_and(is_cyrillic);
        before = c;
        if parts_scripts {
            continue;
        }
        let upper_next = letters.peek().is_some_and(|next| next.is_uppercase());
        match digraph(c) {
            Some((upper, _))
                if upper_next
                    || (upper_before && !letters.peek().is_some_and(|n| n.is_lowercase())) =>
            {
                out.push_str(upper);
            }
            Some((_, title)) => out.push_str(title),
            None => out.push(single(c)),
        }
        upper_before = c.is_uppercase();
    }
    out
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{4FF}').contains(&c)
}

/// A capital that becomes two letters: both upper case, and as in a word that begins with it.
fn digraph(c: char) -> Option<(&'static str, &'static str)> {
    Some(match c {
        'Љ' => ("LJ", "Lj"),
        'Њ' => ("NJ", "Nj"),
        'Џ' => ("DŽ", "Dž"),
        'љ' => ("lj", "lj"),
        'њ' => ("nj", "nj"),
        'џ' => ("dž", "dž"),
        _ => return None,
    })
}

fn single(c: char) -> char {
    match c {
        'а' => 'a',
        'б' => 'b',
        'в' => 'v',
        'г' => 'g',
        'д' => 'd',
        'ђ' => 'đ',
        'е' => 'e',
        'ж' => 'ž',
        'з' => 'z',
        'и' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'л' => 'l',
        'м' => 'm',
        'н' => 'n',
        'о' => 'o',
        'п' => 'p',
        'р' => 'r',
        'с' => 's',
        'т' => 't',
        'ћ' => 'ć',
        'у' => 'u',
        'ф' => 'f',
        'х' => 'h',
        'ц' => 'c',
        'ч' => 'č',
        'ш' => 'š',
        'А' => 'A',
        'Б' => 'B',
        'В' => 'V',
        'Г' => 'G',
        'Д' => 'D',
        'Ђ' => 'Đ',
        'Е' => 'E',
        'Ж' => 'Ž',
        'З' => 'Z',
        'И' => 'I',
        'Ј' => 'J',
        'К' => 'K',
        'Л' => 'L',
        'М' => 'M',
        'Н' => 'N',
        'О' => 'O',
        'П' => 'P',
        'Р' => 'R',
        'С' => 'S',
        'Т' => 'T',
        'Ћ' => 'Ć',
        'У' => 'U',
        'Ф' => 'F',
        'Х' => 'H',
        'Ц' => 'C',
        'Ч' => 'Č',
        'Ш' => 'Š',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn writes_every_letter() {
        for (cyrillic, expected) in [
            (
                "Љубав, њива и џеп: ђак, ћук, чаша",
                "Ljubav, njiva i džep: đak, ćuk, čaša",
            ),
            ("ЏЕП, Џеп, ЊЕГОШ, МОЉ", "DŽEP, Džep, NJEGOŠ, MOLJ"),
            (
                "Атрибут `lastname` у **Edit User**",
                "Atribut `lastname` u **Edit User**",
            ),
            (
                "абвгдежзијклмнопрстуфхцш АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ",
                "abvgdežzijklmnoprstufhcš ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ",
            ),
            (
                "у Webex-у, преко API-ја, е‑адреса, веб-страница",
                "u Webexu, preko API-ja, e‑adresa, veb-stranica",
            ),
        ] {
            assert_eq!(latin(cyrillic), expected);
        }
    }
}
