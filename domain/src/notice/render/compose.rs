//! A template filled in, in its channel's layout.

use std::sync::LazyLock;

use minijinja::{Environment, Value, context};

use super::Rendered;
use crate::{
    Language,
    language::{say, say_with},
    notice::{
        Channel, NoticeKind,
        template::{Draft, Finding, TemplateKey, Variables, fill, lint, parse, plain},
    },
};

/// Whatever a value held, no mailbox shows more.
const LONGEST_SUBJECT: usize = 200;
/// What a mailbox shows beside the subject.
const PREHEADER: usize = 120;

static LAYOUT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut env = Environment::new();
    env.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
    env.set_fuel(Some(200_000));
    // A layout that does not parse is caught by the snapshots, where it is rendered.
    let _ = env.add_template("mail.html", include_str!("mail.html"));
    env
});

/// The message a template makes of the facts. `markup` is JSON-LD for a mail's head.
///
/// # Errors
/// When the template is one that would not be saved, or nothing is left of it.
pub(in crate::notice) fn compose(
    key: TemplateKey,
    draft: &Draft,
    values: &Variables,
    markup: Option<&str>,
) -> anyhow::Result<Rendered> {
    if let Some(finding) = lint(key, draft).into_iter().find(Finding::refuses) {
        anyhow::bail!("line {}, column {}: {:?}", finding.line, finding.column, finding.problem);
    }
    let filled = |source: &str| fill(&parse(source).nodes, values, key.language);
    let subject = shortened(&squeezed(&filled(&draft.subject)), LONGEST_SUBJECT);
    let body = filled(&draft.body);
    let url = Some(values.link.clone()).filter(|link| !link.is_empty());
    let words = match key.channel {
        Channel::Email => {
            let parts = parts(&body);
            let html = Some(html(key, &subject, &parts, values, markup)?);
            Rendered { subject: Some(subject), text: text(key, &parts, values), html, url, fell_back: None }
        }
        Channel::Sms => Rendered { text: plain(&squeezed(&body)), url, ..Rendered::default() },
        Channel::Push | Channel::InApp => {
            Rendered { subject: Some(subject), text: squeezed(&body), url, ..Rendered::default() }
        }
    };
    let silent = key.channel != Channel::Sms && words.subject.as_deref().unwrap_or_default().is_empty();
    if silent || squeezed(&body).is_empty() {
        anyhow::bail!("nothing is left of it");
    }
    Ok(words)
}

/// A page that holds only a text: how a test of a message without HTML looks in a mail.
///
/// # Errors
/// When the layout fails.
pub(in crate::notice) fn plain_page(title: &str, text: &str, language: Language) -> anyhow::Result<String> {
    let key = TemplateKey { kind: NoticeKind::SignIn, channel: Channel::Email, language };
    html(key, title, &parts(text), &Variables::default(), None)
}

/// A paragraph of a mail.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Heading(String),
    Quote(String),
    Paragraph(String),
}

/// Empty lines part paragraphs; a `# ` at the very top begins the heading, `> ` a quotation.
fn parts(body: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let lines: Vec<_> = body.lines().map(str::trim).collect();
    for paragraph in lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty()) {
        let paragraph = paragraph.join("\n");
        let part = match (paragraph.strip_prefix("# "), paragraph.strip_prefix("> ")) {
            (Some(heading), _) if parts.is_empty() => Part::Heading(squeezed(heading)),
            (_, Some(quote)) => Part::Quote(quote.to_owned()),
            _ => Part::Paragraph(paragraph),
        };
        parts.push(part);
    }
    parts
}

fn text(key: TemplateKey, parts: &[Part], values: &Variables) -> String {
    let Labels { number, shipping, total, parcel, button, place, help, preferences, .. } =
        Labels::of(key, values);
    let mut blocks: Vec<String> = parts
        .iter()
        .map(|part| match part {
            Part::Heading(text) | Part::Paragraph(text) => text.clone(),
            Part::Quote(text) => text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
        })
        .collect();
    for package in shown_parcels(key, values) {
        let link = if package.url.is_empty() { String::new() } else { format!("\n{}", package.url) };
        blocks.push(format!("{parcel}: {} {}{link}", package.carrier, package.number));
    }
    if let Some(place) = place {
        let lines = [format!("{place}:"), values.place.clone(), values.slot.clone()];
        blocks.push(lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"));
    }
    if !values.link.is_empty() {
        blocks.push(format!("{button}:\n{}", values.link));
    }
    if !values.number.is_empty() {
        let mut lines = vec![format!("{number}: {}", values.number)];
        lines.extend(
            values.items.iter().map(|item| format!("- {} × {} · {}", item.quantity, item.name, item.price)),
        );
        if !values.shipping.is_empty() {
            lines.push(format!("{shipping}: {}", values.shipping));
        }
        lines.push(format!("{total}: {}", values.total));
        blocks.push(lines.join("\n"));
    }
    let mut foot = Vec::from_iter(help);
    if !values.preferences.is_empty() {
        foot.push(format!("{preferences}: {}", values.preferences));
    }
    foot.push(values.shop.clone());
    blocks.push(foot.join("\n"));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn html(
    key: TemplateKey,
    subject: &str,
    parts: &[Part],
    values: &Variables,
    markup: Option<&str>,
) -> anyhow::Result<String> {
    let first = parts.iter().find_map(|part| match part {
        Part::Heading(_) => None,
        Part::Quote(text) | Part::Paragraph(text) => Some(text),
    });
    let preheader = shortened(&squeezed(first.map_or("", String::as_str)), PREHEADER);
    let paragraphs: Vec<Value> = parts
        .iter()
        .map(|part| match part {
            Part::Heading(text) => context! { is => "heading", text },
            Part::Quote(text) => context! { is => "quote", text },
            Part::Paragraph(text) => context! { is => "paragraph", text },
        })
        .collect();
    let parcels: Vec<Value> = shown_parcels(key, values)
        .map(|parcel| context! { carrier => &parcel.carrier, number => &parcel.number, url => &parcel.url })
        .collect();
    let items: Vec<Value> = values
        .items
        .iter()
        .map(|item| context! { quantity => &item.quantity, name => &item.name, price => &item.price })
        .collect();
    let labels = Labels::of(key, values);
    Ok(LAYOUT.get_template("mail.html")?.render(context! {
        lang => key.language.tag(),
        subject,
        preheader,
        markup,
        shop => &values.shop,
        parts => paragraphs,
        parcels,
        parcel_label => labels.parcel,
        follow_parcel => labels.follow_parcel,
        place_label => labels.place,
        place => &values.place,
        slot => &values.slot,
        link => &values.link,
        button => labels.button,
        number => &values.number,
        number_label => labels.number,
        items,
        total => &values.total,
        total_label => labels.total,
        shipping => &values.shipping,
        shipping_label => labels.shipping,
        help => labels.help,
        preferences => &values.preferences,
        preferences_label => labels.preferences,
    })?)
}

fn shown_parcels(
    key: TemplateKey,
    values: &Variables,
) -> impl Iterator<Item = &crate::notice::template::Package> {
    values.parcels.iter().filter(move |_| key.kind.is_about_parcels())
}

/// The layout's own words.
struct Labels {
    number: String,
    shipping: String,
    total: String,
    parcel: String,
    follow_parcel: String,
    button: String,
    place: Option<String>,
    help: Option<String>,
    preferences: String,
}

impl Labels {
    fn of(key: TemplateKey, values: &Variables) -> Self {
        let word = |key_of: &str| say(key.language, key_of);
        let button = match key.kind {
            NoticeKind::SignIn => "wording-button-sign-in",
            NoticeKind::StaffLowStock => "wording-button-product",
            NoticeKind::StaffInvited => "wording-button-choose-password",
            NoticeKind::StaffPassword | NoticeKind::StaffPasswordChanged => "wording-button-new-password",
            NoticeKind::StaffFactorChanged => "wording-button-account",
            kind if kind.is_for_staff() => "wording-button-order",
            _ => "notice-follow",
        };
        // Where to collect it, while there is something to collect.
        let is_to_come = matches!(
            key.kind,
            NoticeKind::Confirmation
                | NoticeKind::Processing
                | NoticeKind::Progress
                | NoticeKind::OutForDelivery
        );
        let asks = !key.kind.is_for_staff() && !values.contact.is_empty();
        let contact = values.contact.clone();
        Self {
            number: word("notice-number"),
            shipping: word("customer-shipping"),
            total: word("notice-total"),
            parcel: word("notice-parcel"),
            follow_parcel: word("notice-track-parcel"),
            button: word(button),
            place: (is_to_come && values.pickup && !values.place.is_empty()).then(|| word("wording-place")),
            help: asks.then(|| say_with(key.language, "notice-help", vec![("contact", contact.into())])),
            preferences: word("wording-preferences"),
        }
    }
}

/// One line, whatever the template and its values hold. A no-break space stays one.
fn squeezed(text: &str) -> String {
    let breaks = |c: char| c != '\u{a0}' && c != '\u{202f}' && (c.is_whitespace() || c.is_control());
    text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
