//! What is pasted, cut down to what may be numbers: spaces and dashes go, and an address of a tracking page gives up its parts.

use url::Url;

use crate::parcel::Carrier;

/// What a paste may mean.
#[derive(Debug, Default)]
pub(super) struct Pasted {
    /// Possible numbers, likeliest first: capital letters and digits.
    pub(super) numbers: Vec<String>,
    /// The carriers on whose page it was found.
    pub(super) page_of: Vec<&'static str>,
    /// Whether it is an address.
    pub(super) address: bool,
}

/// Longer than any number there is.
const LONGEST: usize = 50;

/// Reads what was pasted.
pub(super) fn clean(pasted: &str) -> Pasted {
    let pasted = pasted.trim();
    let Some(url) = address(pasted) else {
        return Pasted { numbers: number(pasted).into_iter().collect(), ..Pasted::default() };
    };
    let host = url.host_str().unwrap_or_default();
    let page_of = Carrier::KNOWN
        .into_iter()
        .filter(|carrier| {
            Url::parse(carrier.url).is_ok_and(|page| page.host_str().is_some_and(|of| is_in(host, of)))
        })
        .map(|carrier| carrier.key)
        .collect();
    let mut parts: Vec<String> = url.query_pairs().map(|(_, value)| value.into_owned()).collect();
    let fragment = url.fragment().unwrap_or_default();
    parts.extend(fragment.split(['/', '=', '&', '?']).rev().map(decoded));
    let path = url.path_segments().into_iter().flatten().rev();
    parts.extend(path.flat_map(|part| part.split('=').rev().map(decoded).collect::<Vec<_>>()));
    let digits = |part: &str| part.bytes().filter(u8::is_ascii_digit).count() >= 6;
    let mut numbers: Vec<String> = Vec::new();
    for number in parts.iter().filter_map(|part| number(part)).filter(|part| digits(part)) {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    Pasted { numbers, page_of, address: true }
}

/// Whether a host is a carrier's, or lies below it.
fn is_in(host: &str, of: &str) -> bool {
    let bare = |host| str::strip_prefix(host, "www.").unwrap_or(host);
    let (host, of) = (bare(host), bare(of));
    host.strip_suffix(of).is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

fn decoded(part: &str) -> String {
    let pair = format!("x={part}");
    url::form_urlencoded::parse(pair.as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default()
}

fn address(pasted: &str) -> Option<Url> {
    if pasted.contains("://") {
        Url::parse(pasted).ok()
    } else if pasted.to_ascii_lowercase().starts_with("www.") {
        Url::parse(&format!("https://{pasted}")).ok()
    } else {
        None
    }
}

/// Letters and digits in capitals; `None` when anything but spaces and dashes stands between them.
fn number(part: &str) -> Option<String> {
    let mut number = String::new();
    for c in part.chars() {
        match c {
            _ if c.is_ascii_alphanumeric() => number.push(c.to_ascii_uppercase()),
            _ if is_between(c) || blank(c) => {}
            _ => return None,
        }
    }
    (!number.is_empty() && number.len() <= LONGEST).then_some(number)
}

/// A dash, of any length.
pub(super) fn is_between(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// A space, the soft hyphen, zero-width ones, and the marks of direction that a copied text carries along.
pub(super) fn blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_dashes_and_invisible_marks_go_and_nothing_else() {
        let one = |text: &str| clean(text).numbers.pop();
        assert_eq!(one(" 1z 999-aa1 \u{200b}"), Some("1Z999AA1".to_owned()));
        assert_eq!(one("1Z999–AA1"), Some("1Z999AA1".to_owned()), "a dash a word processor made");
        assert_eq!(one("my parcel, please!"), None);
        assert_eq!(one(""), None);
        assert_eq!(one(&"1".repeat(51)), None);
    }

    #[test]
    fn an_address_gives_up_its_number_and_its_carrier() {
        for carrier in Carrier::KNOWN {
            let number = "1234 5678 90AB";
            let url = crate::parcel::tracking_url(carrier.key, number).unwrap();
            let found = clean(&url);
            assert_eq!(found.numbers.first().map(String::as_str), Some("1234567890AB"), "{url}");
            assert!(found.page_of.contains(&carrier.key), "{url}");
        }
        let typed = clean("www.ups.com/track?tracknum=1Z%20999%20AA1%2001&loc=en_US");
        assert_eq!((typed.numbers, typed.page_of), (vec!["1Z999AA101".to_owned()], vec!["ups"]));
        assert_eq!(clean("https://shop.example/orders/1234567").page_of, [""; 0]);
    }
}
