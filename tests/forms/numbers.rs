//! Bytes written as numbers.

use super::{XML, base64};
use error31::Input;
use error31::decode::decode;

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Rows of sixteen bytes, each with what stands before it.
fn dump(bytes: &[u8], row: impl Fn(usize, &[u8]) -> String) -> String {
    let rows = bytes.chunks(16).enumerate();
    rows.map(|(at, bytes)| row(16 * at, bytes) + "\n").collect()
}

fn each(bytes: &[u8], size: usize, joint: &str, one: impl Fn(&[u8]) -> String) -> String {
    bytes.chunks(size).map(one).collect::<Vec<_>>().join(joint)
}

fn shown(bytes: &[u8]) -> String {
    let show = |byte: &u8| match byte {
        0x20..=0x7E => char::from(*byte),
        _ => '.',
    };
    bytes.iter().map(show).collect()
}

fn word(two: &[u8]) -> u16 {
    let at = |index| two.get(index).copied().unwrap_or_default();
    u16::from_le_bytes([at(0), at(1)])
}

fn cell(one: &[u8]) -> String {
    match one {
        [b'\n'] => "  \\n".to_owned(),
        [byte @ 0x20..=0x7E] => format!("   {}", char::from(*byte)),
        _ => format!(" {:03o}", one[0]),
    }
}

type Write = fn(&[u8]) -> String;

/// Bytes as numbers: dumps of every tool, bare digits, lists of every language.
const NUMBERS: [(&str, Write); 35] = [
    ("xxd", |b| {
        dump(b, |at, row| {
            format!("{at:08x}: {:<39}  {}", each(row, 2, " ", hex), shown(row))
        })
    }),
    ("xxd -p", |b| each(b, 30, "\n", hex)),
    ("hexdump -C", |b| {
        dump(b, |at, row| {
            format!("{at:08x}  {:<48}  |{}|", each(row, 1, " ", hex), shown(row))
        }) + &format!("{:08x}\n", b.len())
    }),
    ("hexdump", |b| {
        dump(b, |at, row| {
            format!(
                "{at:07x} {}",
                each(row, 2, " ", |two| format!("{:04x}", word(two)))
            )
        })
    }),
    ("od", |b| {
        dump(b, |at, row| {
            format!(
                "{at:07o} {}",
                each(row, 2, " ", |two| format!("{:06o}", word(two)))
            )
        })
    }),
    ("od -c", |b| {
        dump(b, |at, row| format!("{at:07o}{}", each(row, 1, "", cell)))
    }),
    ("od -b", |b| {
        dump(b, |at, row| {
            format!(
                "{at:07o} {}",
                each(row, 1, " ", |one| format!("{:03o}", one[0]))
            )
        })
    }),
    ("od -t x1", |b| {
        dump(b, |at, row| format!("{at:07o} {}", each(row, 1, " ", hex)))
    }),
    ("od -t u1", |b| {
        dump(b, |at, row| {
            format!(
                "{at:07o} {}",
                each(row, 1, " ", |one| format!("{:3}", one[0]))
            )
        })
    }),
    ("od -An -t x1", |b| {
        each(b, 16, "\n", |row| format!(" {}", each(row, 1, " ", hex)))
    }),
    ("tcpdump -X", |b| {
        dump(b, |at, row| {
            format!(
                "\t0x{at:04x}:  {:<39}  {}",
                each(row, 2, " ", hex),
                shown(row)
            )
        })
    }),
    ("Wireshark", |b| {
        dump(b, |at, row| {
            format!("{at:04x}   {:<48}   {}", each(row, 1, " ", hex), shown(row))
        })
    }),
    ("Format-Hex", |b| {
        dump(b, |at, row| {
            format!(
                "{at:016X} {:<48} {}",
                each(row, 1, " ", hex).to_uppercase(),
                shown(row)
            )
        })
    }),
    ("curl --trace", |b| {
        format!("=> Send data, {} bytes\n", b.len())
            + &dump(b, |at, row| {
                format!("{at:04x}: {:<48}{}", each(row, 1, " ", hex), shown(row))
            })
    }),
    ("bare", hex),
    ("bare, upper case", |b| hex(b).to_uppercase()),
    ("SQL", |b| {
        format!("INSERT INTO log VALUES (7, 0x{});", hex(b).to_uppercase())
    }),
    ("bytea", |b| {
        format!(" id | body\n----+-----\n  7 | \\x{}\n(1 row)", hex(b))
    }),
    ("colons", |b| format!("body {} end", each(b, 1, ":", hex))),
    ("dashes", |b| each(b, 1, "-", hex).to_uppercase()),
    ("JSON string", |b| {
        format!("{{\"file_data\":\"{}\"}}", each(b, 1, ":", hex))
    }),
    ("journal", |b| {
        format!(
            "{{\"PRIORITY\":\"7\",\"MESSAGE\":[{}]}}\n{{\"MESSAGE\":\"end\"}}",
            each(b, 1, ",", |one| one[0].to_string())
        )
    }),
    ("Buffer", |b| {
        format!(
            "{{\"type\":\"Buffer\",\"data\":[{}]}}",
            each(b, 1, ", ", |one| one[0].to_string())
        )
    }),
    ("Java", |b| {
        format!(
            "DEBUG body=[{}]",
            each(b, 1, ", ", |one| one[0].cast_signed().to_string())
        )
    }),
    ("Go", |b| {
        format!("body: [{}]", each(b, 1, " ", |one| one[0].to_string()))
    }),
    ("C", |b| {
        format!(
            "char body[] = {{\n{}\n}};",
            each(b, 12, ",\n", |row| each(row, 1, ", ", |one| format!(
                "0x{:02x}",
                one[0]
            )))
        )
    }),
    ("casts", |b| {
        format!(
            "byte[] b = {{ {} }};",
            each(b, 1, ", ", |one| format!("(byte)0x{:02X}", one[0]))
        )
    }),
    (".reg", |b| {
        format!(
            "[HKEY_CURRENT_USER\\Sso]\r\n\"last\"=hex:{}\r\n",
            each(b, 25, ",\\\r\n  ", |row| each(row, 1, ",", hex))
        )
    }),
    ("Python bytes", |b| {
        format!(
            "body = b'{}' end",
            each(b, 1, "", |one| format!("\\x{:02x}", one[0]))
        )
    }),
    ("octal escapes", |b| {
        format!(
            "printf '{}'",
            each(b, 1, "", |one| format!("\\{:03o}", one[0]))
        )
    }),
    ("openssl -msg", |b| {
        dump(b, |at, row| {
            format!(
                "    {at:04x} - {:<48}   {}",
                each(row, 1, " ", hex),
                shown(row)
            )
        })
    }),
    ("WinDbg", |b| {
        dump(b, |at, row| {
            format!(
                "00000000`{:08x}  {}-{}  {}",
                0x7A10 + at,
                each(&row[..row.len().min(8)], 1, " ", hex),
                each(&row[row.len().min(8)..], 1, " ", hex),
                shown(row)
            )
        })
    }),
    ("gdb", |b| {
        b.chunks(8)
            .enumerate()
            .map(|(at, row)| {
                format!(
                    "0x{:x} <buf+{}>:\t{}\n",
                    0x55E0 + 8 * at,
                    8 * at,
                    each(row, 1, "\t", |one| format!("0x{:02x}", one[0]))
                )
            })
            .collect()
    }),
    ("Node", |b| format!("<Buffer {}>", each(b, 1, " ", hex))),
    ("entities", |b| {
        String::from_utf8_lossy(b)
            .chars()
            .map(|c| format!("&#x{:X};", u32::from(c)))
            .collect()
    }),
];

#[test]
fn bytes_as_numbers_are_read_in_every_form() {
    let xml = XML.trim().replace("Anna", "Živa");
    let value = base64(xml.as_bytes());
    let http = format!("POST /x HTTP/1.1\r\nHost: a.example\r\n\r\nSAMLResponse={value}");
    let mut wrong = vec![];
    for (name, write) in NUMBERS {
        for (what, bytes) in [
            ("XML", xml.as_bytes()),
            ("base64", value.as_bytes()),
            ("HTTP", http.as_bytes()),
        ] {
            for lead in ["", "Hi,\nthis is what we see:\n\n"] {
                let input = format!("{lead}{}", write(bytes));
                let found = decode(Input::Text(&input)).candidates;
                let is_read = matches!(found.as_slice(), [one] if one.text.trim() == xml);
                if !is_read {
                    wrong.push(format!("{name} of {what} after {lead:?}: {}", found.len()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {}", wrong.len(), wrong.join("\n"));
}
