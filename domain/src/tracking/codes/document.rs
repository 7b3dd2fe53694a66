//! `docs/tracking-codes.md` says what the tables say, and no code stands in a table twice.

use std::{collections::HashSet, fmt::Write, fs, path::PathBuf};

use super::{Row, correos, dhl, fedex, shippo, ups};

const TABLES: [(&str, &[Row]); 10] = [
    ("Shippo: status", shippo::STATUSES),
    ("Shippo: status/substatus", shippo::SUBSTATUSES),
    ("FedEx: code, event type", fedex::CODES),
    ("FedEx: exception (adds cause and action)", fedex::EXCEPTIONS),
    ("FedEx: delay (adds the cause)", fedex::DELAYS),
    ("UPS: type", ups::TYPES),
    ("UPS: code", ups::CODES),
    ("DHL: statusCode", dhl::CODES),
    ("Correos: codEvento", correos::CODES),
    ("Correos: contradicted by its two sources, therefore unknown", &[]),
];

const HEAD: &str = "# What carriers' codes mean

Written from the tables in `domain/src/tracking/codes` by their test; do not edit. To write it anew:
`CLEW_WRITE=1 cargo test -p domain --features ssr tracking::codes`. A code that is not listed is `unknown`: kept, counted, shown to
staff, never guessed. Where the sources come from is said on top of each table's file.
";

fn document() -> String {
    let mut text = HEAD.to_owned();
    for (title, table) in TABLES {
        let _ = write!(text, "\n## {title}\n\n");
        if table.is_empty() {
            let _ = writeln!(text, "`{}`", correos::CONTRADICTED.join("` `"));
            continue;
        }
        text.push_str("| code | state | cause | to do | the source says |\n|---|---|---|---|---|\n");
        for row in table {
            let meaning = row.meaning;
            let (cause, action) =
                (meaning.cause.map_or("", |it| it.as_str()), meaning.action.map_or("", |it| it.as_str()));
            let codes = row.codes.join("` `");
            let quote = row.quote.replace('|', "\\|");
            let _ =
                writeln!(text, "| `{codes}` | {} | {cause} | {action} | {quote} |", meaning.state.as_str());
        }
    }
    text
}

#[test]
fn the_page_of_codes_says_what_the_tables_say() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/tracking-codes.md");
    let expected = document();
    if std::env::var_os("CLEW_WRITE").is_some() {
        fs::write(&path, &expected).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == expected,
        "docs/tracking-codes.md is not what the tables say; run this test with CLEW_WRITE=1"
    );
}

#[test]
fn every_code_stands_once_and_every_row_quotes() {
    for (title, table) in TABLES {
        let mut seen = HashSet::new();
        for row in table {
            assert!(!row.quote.is_empty() && !row.codes.is_empty(), "{title}");
            for code in row.codes {
                assert!(seen.insert(code.to_ascii_lowercase()), "{title}: {code} twice");
            }
        }
    }
}
