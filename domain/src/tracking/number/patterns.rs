//! Which numbers carriers give: our own table, by shape and check digit.
//!
//! The facts are those of `jkeen/tracking_number_data` (its test numbers are held against this table where they lie beside the project) and of
//! `providers.md` §4.4 and §4.6.

use super::check::{mod7, mod10, mod11, mod23, s10};

/// How a number fits a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// Its shape is right, and the carrier has no check digit that we know.
    Shape,
    /// Its check digit is right too.
    Checked,
}

/// One kind of number of one carrier.
pub(super) struct Pattern {
    /// Our key of the carrier.
    pub(super) carrier: &'static str,
    /// Whether a number is one.
    pub(super) fit: fn(&str) -> Option<Fit>,
}

/// Those whose letters tell the carrier stand first; of plain digits the likelier stand first.
pub(super) const PATTERNS: [Pattern; 16] = [
    Pattern { carrier: "ups", fit: ups_1z },
    Pattern { carrier: "correos", fit: correos },
    Pattern { carrier: "dhl_express", fit: dhl_piece },
    Pattern { carrier: "yodel", fit: yodel },
    Pattern { carrier: "ups", fit: ups_waybill },
    Pattern { carrier: "usps", fit: usps },
    Pattern { carrier: "fedex", fit: fedex_96 },
    Pattern { carrier: "fedex", fit: fedex_34 },
    Pattern { carrier: "fedex", fit: fedex_32 },
    Pattern { carrier: "fedex", fit: fedex_12 },
    Pattern { carrier: "fedex", fit: fedex_15 },
    Pattern { carrier: "fedex", fit: fedex_18 },
    Pattern { carrier: "dhl_express", fit: dhl_express },
    Pattern { carrier: "canada_post", fit: canada_post },
    Pattern { carrier: "dhl_ecommerce", fit: dhl_ecommerce_14 },
    Pattern { carrier: "dhl_ecommerce", fit: dhl_ecommerce },
];

/// The country of a number of the Universal Postal Union (S10), when its check digit is right and the country exists.
pub(super) fn postal(number: &str) -> Option<&str> {
    let (kind, rest) = number.split_at_checked(2)?;
    let (serial, end) = rest.split_at_checked(8)?;
    let fits = number.len() == 13 && letters(kind) && s10(serial, end.as_bytes()[0]);
    let country = end.get(1..)?;
    (fits && rust_iso3166::from_alpha2(country).is_some()).then_some(country)
}

fn letters(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// All digits of that many places.
fn plain(number: &str, places: usize) -> bool {
    number.len() == places && digits(number)
}

fn checked(right: bool) -> Option<Fit> {
    right.then_some(Fit::Checked)
}

fn shape(right: bool) -> Option<Fit> {
    right.then_some(Fit::Shape)
}

fn ups_1z(number: &str) -> Option<Fit> {
    let fits = number.len() == 18 && number.starts_with("1Z");
    checked(fits && mod10(&number[2..17], number.as_bytes()[17], 1, 2))
}

fn ups_waybill(number: &str) -> Option<Fit> {
    let fits =
        number.len() == 11 && number.starts_with(['A', 'H', 'J', 'K', 'T', 'V']) && digits(&number[1..]);
    checked(fits && mod10(&number[1..10], number.as_bytes()[10], 1, 2))
}

fn correos(number: &str) -> Option<Fit> {
    let long = number.len() == 23 && (number.starts_with(['P', 'D']) || number.starts_with("CD"));
    if long && mod23(&number[..22], number.as_bytes()[22]) {
        return Some(Fit::Checked);
    }
    let short = number.strip_prefix("PR").and_then(|rest| rest.strip_suffix('C'));
    shape(short.is_some_and(|serial| plain(serial, 15)))
}

fn dhl_piece(number: &str) -> Option<Fit> {
    let serial = number.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let head = &number[..number.len() - serial.len()];
    let short = head.starts_with('J') && matches!(head.len(), 3 | 4) && matches!(serial.len(), 9 | 10);
    // As in DHL's own sample, `pieceIds`.
    let long = matches!(head, "JD" | "JJD") && serial.len() == 18;
    shape((short || long) && digits(serial))
}

fn yodel(number: &str) -> Option<Fit> {
    let serial = number.strip_prefix("JJD").or_else(|| number.strip_prefix("JD"));
    shape(serial.is_some_and(|serial| plain(serial, 16)))
}

fn dhl_express(number: &str) -> Option<Fit> {
    let fits = plain(number, 10) || plain(number, 11);
    checked(fits && mod7(&number[..number.len() - 1], number.as_bytes()[number.len() - 1]))
}

fn dhl_ecommerce(number: &str) -> Option<Fit> {
    const HEADS: [&str; 10] = ["GM", "LX", "RX", "UV", "CN", "SG", "TH", "IN", "HK", "MY"];
    let serial = HEADS.iter().find_map(|head| number.strip_prefix(head))?;
    shape(matches!(serial.len(), 10..=39) && serial.starts_with(|c: char| c.is_ascii_digit()))
}

fn dhl_ecommerce_14(number: &str) -> Option<Fit> {
    shape(plain(number, 14))
}

fn fedex_12(number: &str) -> Option<Fit> {
    checked(plain(number, 12) && mod11(&number[..11], number.as_bytes()[11], [3, 1, 7]))
}

fn fedex_15(number: &str) -> Option<Fit> {
    checked(plain(number, 15) && mod10(&number[..14], number.as_bytes()[14], 1, 3))
}

/// A shipping container's code.
fn fedex_18(number: &str) -> Option<Fit> {
    checked(plain(number, 18) && mod10(&number[2..17], number.as_bytes()[17], 3, 1))
}

fn fedex_96(number: &str) -> Option<Fit> {
    let fits = plain(number, 22) && number.starts_with("96");
    checked(fits && mod10(&number[7..21], number.as_bytes()[21], 1, 3))
}

fn fedex_32(number: &str) -> Option<Fit> {
    let fits = plain(number, 32) && number.starts_with('3');
    checked(fits && mod11(&number[16..27], number.as_bytes()[27], [3, 1, 7]))
}

/// As scanned from a label, express or ground.
fn fedex_34(number: &str) -> Option<Fit> {
    let fits = plain(number, 34) && (number.starts_with("96") || !number.starts_with('9'));
    checked(fits && mod11(&number[20..33], number.as_bytes()[33], [1, 7, 3]))
}

fn canada_post(number: &str) -> Option<Fit> {
    checked(plain(number, 16) && mod10(&number[..15], number.as_bytes()[15], 3, 1))
}

/// With or without the ZIP it goes to before it (`420` and five digits, or nine).
fn usps(number: &str) -> Option<Fit> {
    if !digits(number) {
        return None;
    }
    let routed = |places: usize| number.strip_prefix("420").and_then(|rest| rest.get(places..));
    let alone = [Some(number), routed(5), routed(9)];
    checked(alone.into_iter().flatten().any(|number| usps_legacy(number) || usps_package(number)))
}

/// 20 digits, which the label may print with `91` before them.
fn usps_legacy(number: &str) -> bool {
    let right = |number: &str| mod10(&number[..number.len() - 1], number.as_bytes()[number.len() - 1], 3, 1);
    match number.len() {
        20 => right(number) || right(&format!("91{number}")),
        22 => number.starts_with("91") && right(number),
        _ => false,
    }
}

/// An intelligent-mail package barcode: `92` to `95`, the service's three digits, the mailer's nine (beginning with 9) or six.
fn usps_package(number: &str) -> bool {
    let Some(mailer) = number.as_bytes().get(5) else { return false };
    let long = *mailer == b'9';
    let sort = match number.get(..2) {
        Some("92") => long,
        Some("93") => !long,
        Some("94" | "95") => true,
        _ => false,
    };
    let places = matches!(number.len(), 22 | 26) || (number.len() == 30 && long && number.starts_with("94"));
    sort && places && mod10(&number[..number.len() - 1], number.as_bytes()[number.len() - 1], 3, 1)
}
