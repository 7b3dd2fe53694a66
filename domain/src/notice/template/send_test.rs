//! Verb: a draft is sent to somebody of the shop, as a mail that says it is a test.

use super::{Against, Draft, Finding, TemplateKey, check, preview::values};
use crate::{
    Fault, Shop,
    ids::NoticeId,
    language::say_with,
    notice::{
        Channel, Rendered, Unsent,
        deliver::{Outgoing, deliver},
        render,
    },
    staff::{Person, Role},
};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendTest {
    /// The mail server has it.
    Sent,
    /// Such a draft is sent to nobody, and where to look.
    Flawed(Vec<Finding>),
    /// The mail server did not take it, in its own words.
    Unsent(String),
}

/// Sends it. A text or push message comes as the text of a mail, since nobody's telephone is known here. It is no notice: nothing is
/// written down, and no order's history tells of it.
///
/// # Errors
/// [`Fault::Refused`] for viewers.
pub async fn send_test(
    shop: &Shop,
    by: &Person,
    key: TemplateKey,
    draft: &Draft,
    against: Against,
    to: &str,
) -> Result<SendTest, Fault> {
    by.must_be(Role::Operator)?;
    let key = key.of_words();
    let findings = check(shop, key, draft);
    if findings.iter().any(Finding::refuses) {
        return Ok(SendTest::Flawed(findings));
    }
    let values = values(shop, key, against).await?;
    let worded = render::compose(key, draft, &values, None)?;
    let title = worded.subject.clone().unwrap_or_else(|| key.kind.say(key.language));
    let subject = say_with(key.language, "wording-test-subject", vec![("subject", title.into())]);
    let html = match worded.html {
        Some(html) => html,
        None => render::plain_page(&subject, &worded.text, key.language)?,
    };
    let words = Rendered { subject: Some(subject), html: Some(html), ..worded };
    let outgoing = Outgoing {
        id: NoticeId::new(),
        channel: Channel::Email,
        recipient: to.trim(),
        language: key.language,
        words: &words,
        unsubscribe: None,
    };
    match deliver(shop, &outgoing).await {
        Ok(handed) => {
            if let Some(open) = handed.open {
                open.confirm().await;
            }
            Ok(SendTest::Sent)
        }
        Err(
            Unsent::Permanent { detail, .. }
            | Unsent::Temporary { detail, .. }
            | Unsent::Unknown(detail)
            | Unsent::Away(detail),
        ) => Ok(SendTest::Unsent(detail)),
    }
}
