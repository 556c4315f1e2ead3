//! The table as CSV (RFC 4180) without the persons: of the input it holds nothing but what stands in our own tables.

use super::rows::{Row, What};
use super::{NOTHING, OverviewRow};
use crate::text::{Texts, texts};

texts! {
    NUMBER "overview-number" "No.";
    SENDER "overview-sender" "Identity provider";
    VERDICT "overview-verdict" "Verdict";
    FIELDS "overview-fields" "Missing";
    CODE "overview-code" "Webex code";
    SIGN_INS "overview-sign-ins" "Sign-ins";
}

/// Spreadsheets read UTF-8 by it.
const BYTE_ORDER_MARK: char = '\u{feff}';

pub(super) fn write(rows: &[Row], told: &[OverviewRow], texts: &Texts) -> String {
    let mut csv = String::from(BYTE_ORDER_MARK);
    let heads = [&NUMBER, &SENDER, &VERDICT, &FIELDS, &CODE, &SIGN_INS];
    line(&mut csv, heads.map(|head| texts.say(head, &[])));
    for ((row, told), number) in rows.iter().zip(told).zip(1_u32..) {
        let product = row.told().and_then(|told| told.product);
        let fields: Vec<&str> = told
            .fields
            .iter()
            .map(|field| field.text.as_str())
            .collect();
        line(
            &mut csv,
            [
                number.to_string(),
                product.unwrap_or_default().to_owned(),
                match row.what {
                    What::Problem(_) => texts.say(&NOTHING, &[]),
                    _ => told.words.clone(),
                },
                fields.join(", "),
                told.code.map(|code| code.to_string()).unwrap_or_default(),
                row.messages.to_string(),
            ],
        );
    }
    csv
}

fn line<const CELLS: usize>(csv: &mut String, cells: [String; CELLS]) {
    let mut between = "";
    for cell in cells {
        csv.push_str(between);
        csv.push_str(&safe(&cell));
        between = ",";
    }
    csv.push_str("\r\n");
}

/// A cell in quotation marks where it needs them, without the marks of our texts; none begins like a formula.
fn safe(cell: &str) -> String {
    let mut cell = cell.replace(['`', '*'], "");
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        cell.insert(0, '\'');
    }
    if cell.contains([',', ';', '"', '\r', '\n']) {
        cell = format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for (cell, written) in [
            ("firstname", "firstname"),
            ("firstname, lastname", "\"firstname, lastname\""),
            ("`firstname` (empty)", "firstname (empty)"),
            ("=1+1", "'=1+1"),
            ("`=1+1`", "'=1+1"),
            ("+1,2", "\"'+1,2\""),
            ("-1", "'-1"),
            ("@a", "'@a"),
            ("\t=1", "'\t=1"),
            ("a \"b\"", "\"a \"\"b\"\"\""),
        ] {
            assert_eq!(safe(cell), written);
        }
    }
}
