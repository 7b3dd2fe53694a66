//! Shows what a draft would say: to the example, to the worst case, or about a real order.

use super::{
    Draft, Field, Finding, LONGEST_SUBJECT, Preview, Problem, TemplateKey, Tried, Variables, lint, sample,
    segments,
};
use crate::{
    Fault, Shop,
    ids::{NoticeId, OrderId},
    notice::{Channel, Letter, render},
    order,
};

/// From here on a text message is dear.
const MANY_SEGMENTS: u32 = 3;

/// Whose facts a preview shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// An order as orders are.
    Sample,
    /// The same, collected by its customer.
    Collected,
    /// The longest names, nothing known, and somebody who tries things.
    WorstCase,
    /// This one.
    Order(OrderId),
}

/// What is wrong with a draft: by itself, and as it comes out for the example and the worst case.
pub fn check(shop: &Shop, key: TemplateKey, draft: &Draft) -> Vec<Finding> {
    let key = key.of_words();
    let mut findings = lint(key, draft);
    if findings.iter().any(Finding::refuses) {
        return findings;
    }
    let worded = |values: Variables| render::compose(key, draft, &values, None);
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    match worded(sample::usual(&shop.about, key.kind, key.language)) {
        Ok(usual) => {
            let long = usual.subject.as_deref().unwrap_or_default().chars().count();
            if long > LONGEST_SUBJECT {
                let problem = Problem::SubjectTooLong(number(long));
                findings.push(Finding::new(Field::Subject, &draft.subject, 0, problem));
            }
        }
        Err(_) => findings.push(Finding::new(Field::Body, &draft.body, 0, Problem::Empty)),
    }
    match worded(sample::worst(&shop.about, key.kind, key.language)) {
        Ok(worst) if key.channel == Channel::Sms => {
            let parts = segments(&worst.text).count;
            if parts > MANY_SEGMENTS {
                let problem = Problem::ManySegments(parts);
                findings.push(Finding::new(Field::Body, &draft.body, 0, problem));
            }
        }
        Ok(_) => {}
        // Only an `if` without an `else` around everything comes out empty.
        Err(_) => findings.push(Finding::new(Field::Body, &draft.body, 0, Problem::Empty)),
    }
    findings.dedup();
    findings
}

/// A draft as its recipient would get it, and what is wrong with it. What refuses to be saved has no preview.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such order.
pub async fn preview(shop: &Shop, key: TemplateKey, draft: &Draft, against: Against) -> Result<Tried, Fault> {
    let key = key.of_words();
    let findings = check(shop, key, draft);
    if findings.iter().any(Finding::refuses) {
        return Ok(Tried { findings, preview: None });
    }
    let values = values(shop, key, against).await?;
    let worded = render::compose(key, draft, &values, None)?;
    let segments = (key.channel == Channel::Sms).then(|| segments(&worded.text));
    let preview = Preview { subject: worded.subject, text: worded.text, html: worded.html, segments };
    Ok(Tried { findings, preview: Some(preview) })
}

/// The facts a draft is filled in with.
pub(super) async fn values(shop: &Shop, key: TemplateKey, against: Against) -> Result<Variables, Fault> {
    let usual = sample::usual(&shop.about, key.kind, key.language);
    let order = match against {
        Against::Sample => return Ok(usual),
        Against::Collected => return Ok(sample::collected(&shop.about, key.kind, key.language)),
        Against::WorstCase => return Ok(sample::worst(&shop.about, key.kind, key.language)),
        // What is about no order has only the example's facts.
        Against::Order(_) if !key.kind.is_about_order() => return Ok(usual),
        Against::Order(order) => order,
    };
    let letter = Letter {
        id: NoticeId::new(),
        kind: key.kind,
        channel: key.channel,
        cause: None,
        amount: None,
        message: Some(usual.message),
        recipient: String::new(),
        language: key.language,
        order: Some((order, order::track(&shop.pool, order).await?)),
        payload: serde_json::Value::Null,
    };
    Ok(render::gather(shop, &letter).await?.0)
}
