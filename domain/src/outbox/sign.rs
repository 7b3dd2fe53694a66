//! Signs an attempt with every secret that is active: Standard Webhooks' three headers.

use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use secrecy::SecretString;

use super::rotate::cell;
use crate::{
    Fault, Shop,
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
    provider::signature::standard,
};

/// `webhook-id`: a message's own, at every attempt.
pub(super) fn name(message: WebhookMessageId) -> String {
    format!("msg_{}", message.0.simple())
}

/// The secrets that sign now, the newest first.
pub(super) async fn secrets(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    now: At,
) -> Result<Vec<SecretString>, Fault> {
    let rows = sqlx::query!(
        "select id, sealed from webhook_secret where endpoint_id = $1 and (ends_at is null or ends_at > $2) order by created_at desc, id desc",
        endpoint.0,
        now as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(rows.iter().filter_map(|row| shop.secret.open(cell(row.id), &row.sealed)).map(Into::into).collect())
}

/// What goes with a body; `None` without a secret: nothing is sent that nobody could verify.
pub(super) fn headers(
    message: WebhookMessageId,
    body: &str,
    secrets: &[SecretString],
    at: At,
) -> Option<HeaderMap> {
    let id = name(message);
    let signed: Vec<_> =
        secrets.iter().map(|secret| standard::sign(&id, body.as_bytes(), secret, at)).collect();
    if signed.is_empty() || signed.iter().any(String::is_empty) {
        return None;
    }
    let text = |text: String| HeaderValue::from_str(&text).ok();
    Some(HeaderMap::from_iter([
        (CONTENT_TYPE, HeaderValue::from_static("application/json")),
        (HeaderName::from_static("webhook-id"), text(id)?),
        (HeaderName::from_static("webhook-timestamp"), text(at.0.as_second().to_string())?),
        (HeaderName::from_static("webhook-signature"), text(signed.join(" "))?),
    ]))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn every_active_secret_signs_and_without_one_nothing_is_sent() {
        let id = WebhookMessageId::new();
        let secrets = ["whsec_bmV3", "whsec_b2xk"].map(SecretString::from);
        let at = At::from_second(1_800_000_000);
        let signed = headers(id, "{}", &secrets, at).unwrap();
        let text = |name: &str| signed[name].to_str().unwrap().to_owned();
        assert_eq!(text("webhook-id"), name(id));
        for secret in &secrets {
            let given = standard::Headers {
                id: &text("webhook-id"),
                timestamp: &text("webhook-timestamp"),
                signature: &text("webhook-signature"),
            };
            let one = std::slice::from_ref(secret);
            assert_eq!(standard::verify(given, b"{}", one, at), Ok(()), "{}", secret.expose_secret());
        }
        assert!(headers(id, "{}", &[], at).is_none());
        assert!(headers(id, "{}", &[SecretString::from("whsec_")], at).is_none());
    }
}
