//! The list's filter as a query string and back: the address is the state, so it can be shared, kept and gone back to.

use domain::{
    order::{Filter, Hands, Priority, Status},
    payment::PaymentStatus,
};
use leptos_router::params::ParamsMap;

/// The fields of the filter's form. The cursor is not among them: a new filter begins at its first page.
pub const FIELDS: [&str; 12] = [
    "q",
    "status",
    "payment",
    "priority",
    "location",
    "assignee",
    "from",
    "until",
    "overdue",
    "late",
    "attention",
    "oldest",
];

/// The address of the list under a filter: always in the same order, without what does not filter.
pub fn address(filter: &Filter) -> String {
    joined("/admin/orders", pairs(filter, "1"), |name| name.to_owned())
}

/// The address of the same list as a file: all its pages.
pub fn csv_address(filter: &Filter) -> String {
    joined("/admin/orders.csv", page_fields(filter), |name| name.to_owned())
}

/// The filter of a query string's fields, as [`filter`] reads it.
#[cfg(feature = "ssr")]
pub fn filter_of_fields(fields: Vec<(String, String)>) -> Filter {
    filter(&fields.into_iter().collect())
}

/// The address at which the server function `path` answers for a filter.
pub fn asking(path: &str, filter: &Filter) -> String {
    joined(path, pairs(filter, "true"), |name| format!("filter[{name}]"))
}

/// What filters, as fields of a form that posts to a server function; without the place in the pages.
pub fn fields(filter: &Filter) -> Vec<(&'static str, String)> {
    pairs(&Filter { after: None, ..filter.clone() }, "true")
}

/// The same for a form that leads to a page.
pub fn page_fields(filter: &Filter) -> Vec<(&'static str, String)> {
    pairs(&Filter { after: None, ..filter.clone() }, "1")
}

fn joined(path: &str, pairs: Vec<(&str, String)>, name: impl Fn(&str) -> String) -> String {
    let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{}={}", name(key), escape(value))).collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

fn pairs(filter: &Filter, yes: &str) -> Vec<(&'static str, String)> {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let flag = |on: bool| if on { yes.to_owned() } else { String::new() };
    let mut fields = vec![
        ("q", text(&filter.q)),
        ("status", filter.status.map(|status| status.as_str().to_owned()).unwrap_or_default()),
        ("payment", filter.payment.map(|payment| payment.as_str().to_owned()).unwrap_or_default()),
        ("priority", filter.priority.map(|priority| priority.as_str().to_owned()).unwrap_or_default()),
        ("location", text(&filter.location)),
        ("assignee", filter.assignee.map(String::from).unwrap_or_default()),
        ("from", text(&filter.from)),
        ("until", text(&filter.until)),
        ("overdue", flag(filter.overdue)),
        ("late", flag(filter.late)),
        ("attention", flag(filter.attention)),
        ("oldest", flag(filter.oldest)),
        ("after", text(&filter.after)),
    ];
    fields.retain(|(_, value)| !value.is_empty());
    fields
}

/// The filter of an address. What cannot be read does not filter.
pub fn filter(query: &ParamsMap) -> Filter {
    let text =
        |name: &str| query.get(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
    Filter {
        q: text("q"),
        status: text("status").and_then(|word| Status::parse(&word)),
        payment: text("payment").and_then(|word| PaymentStatus::parse(&word)),
        priority: text("priority").and_then(|word| Priority::parse(&word)),
        location: text("location"),
        assignee: text("assignee").and_then(|word| Hands::parse(&word)),
        from: text("from"),
        until: text("until"),
        overdue: text("overdue").is_some(),
        late: text("late").is_some(),
        attention: text("attention").is_some(),
        oldest: text("oldest").is_some(),
        after: text("after"),
    }
}

/// Text as it stands in a query string (RFC 3986 §2.3).
pub fn escape(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_filters_and_nothing_else() {
        assert_eq!(address(&Filter::default()), "/admin/orders");
        let filter = Filter {
            q: Some("Zoë & co".into()),
            status: Some(Status::Shipped),
            assignee: Some(Hands::Mine),
            oldest: true,
            ..Filter::default()
        };
        assert_eq!(
            address(&filter),
            "/admin/orders?q=Zo%C3%AB%20%26%20co&status=shipped&assignee=mine&oldest=1"
        );
        let asking = asking("/admin/fn/orders", &filter);
        assert_eq!(
            asking,
            "/admin/fn/orders?filter[q]=Zo%C3%AB%20%26%20co&filter[status]=shipped&filter[assignee]=mine&filter[oldest]=true"
        );
    }

    #[test]
    fn an_address_is_read_back() {
        let mut query = ParamsMap::new();
        query.insert("q", " Ana ".into());
        query.insert("status", "no_such".into());
        query.insert("payment", "paid".into());
        query.insert("assignee", "nobody".into());
        query.insert("overdue", "1".into());
        query.insert("from", String::new());
        let read = filter(&query);
        let wanted = Filter {
            q: Some("Ana".into()),
            payment: Some(PaymentStatus::Paid),
            assignee: Some(Hands::Nobody),
            overdue: true,
            ..Filter::default()
        };
        assert_eq!(read, wanted);
    }
}
