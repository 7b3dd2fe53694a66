//! A message about no order: a title, a sentence, one button.

use minijinja::context;

use super::{LAYOUT, Letter, Rendered};
use crate::{Shop, language::say_with};

/// The letter in words; `payload.link` is where its button leads.
///
/// # Errors
/// When it has no link, or a layout fails.
pub(super) fn render(shop: &Shop, letter: &Letter) -> anyhow::Result<Rendered> {
    let kind = letter.kind.as_str();
    let link = letter.payload.get("link").and_then(serde_json::Value::as_str);
    let link = link.ok_or_else(|| anyhow::anyhow!("a {kind} about no order has no link"))?;
    let word = |what: &str| {
        let args = vec![("shop", shop.about.name.clone().into())];
        say_with(letter.language, &format!("notice-{kind}-{what}"), args)
    };
    let values = context! {
        lang => letter.language.tag(),
        shop => &shop.about.name,
        title => word("title"),
        lead => word("lead"),
        button => word("button"),
        link,
        help => say_with(letter.language, "notice-help", vec![("contact", shop.about.contact.clone().into())]),
    };
    Ok(Rendered {
        subject: Some(word("subject")),
        text: LAYOUT.get_template("occasion.txt")?.render(&values)?,
        html: Some(LAYOUT.get_template("occasion.html")?.render(&values)?),
        url: Some(link.to_owned()),
    })
}
