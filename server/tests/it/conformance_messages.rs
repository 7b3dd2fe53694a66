//! What was collected of Twilio's, Resend's and push services' wire, read in place: each file is held to what it means to us.

use std::path::PathBuf;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use domain::{
    notice::{News, Undeliverable},
    provider::{
        resend,
        signature::{Unsigned, twilio as signature},
        twilio::{
            callback::{Callback, Meaning},
            meaning,
            wire::{Error, Message, Verification},
        },
        web_push::encrypt,
    },
};
use p256::SecretKey;
use secrecy::SecretString;
use serde_json::Value;

/// The folder, or nothing, said aloud: a skipped proof is none.
fn fixtures() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    if !folder.is_dir() {
        println!("skipped: there is no {}", folder.display());
        return None;
    }
    Some(folder)
}

fn all(folder: &str) -> Vec<(String, Value)> {
    let Some(fixtures) = fixtures() else { return Vec::new() };
    let files = std::fs::read_dir(fixtures.join(folder)).unwrap().flatten();
    let files = files.filter(|file| file.path().extension().is_some_and(|end| end == "json"));
    files
        .map(|file| {
            let value = serde_json::from_slice(&std::fs::read(file.path()).unwrap()).unwrap();
            (file.file_name().into_string().unwrap(), value)
        })
        .collect()
}

#[test]
fn every_answer_of_twilio_means_what_it_should() {
    let mut read = 0;
    for (name, value) in all("twilio") {
        read += 1;
        if name.starts_with("messages_201_") {
            let message: Message = serde_json::from_value(value).unwrap();
            assert!(message.sid.len() == 34 && message.created().is_some(), "{name}");
            assert!(message.to.is_some() && message.body.as_deref() == Some("Hello! 👍"), "{name}");
        } else if name.starts_with("verify_") {
            let proof: Verification = serde_json::from_value(value).unwrap();
            assert_eq!(proof.status == "approved", name.starts_with("verify_check"), "{name}");
        } else if name.starts_with("synthetic.error_") {
            let error: Error = serde_json::from_value(value).unwrap();
            let code = error.code.unwrap().to_string();
            assert!(name.contains(&code) && error.message.is_some());
            let expected = if code == "21610" { Undeliverable::OptedOut } else { Undeliverable::Invalid };
            assert_eq!(meaning(&code), Some(expected), "{name}");
        } else {
            let fields =
                value.as_object().unwrap().iter().map(|(name, value)| (name, value.as_str().unwrap()));
            let form: String =
                url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            let callback = Callback::read(form.as_bytes()).unwrap();
            assert_eq!(callback.key(), "SM00000000000000000000000000000000:undelivered");
            let Meaning::News(News::Failed { why, detail }) = callback.meaning() else { panic!("{name}") };
            assert_eq!((why, detail.as_str()), (Undeliverable::Content, "Twilio 30003 (undelivered)"));
        }
    }
    assert!(read == 0 || read >= 12, "{read}");
}

#[test]
fn every_event_of_resend_means_what_it_should() {
    for (name, value) in all("resend") {
        let Some(kind) = name.strip_prefix("synthetic.").and_then(|name| name.strip_suffix(".json")) else {
            continue;
        };
        let event = resend::Event::read(value.to_string().as_bytes()).unwrap();
        assert_eq!(event.kind, kind);
        let news = match event.meaning() {
            resend::Meaning::News(id, news) => {
                assert_eq!(id, "56761188-7520-42d8-8898-ff6fc54ce618", "{name}");
                news
            }
            resend::Meaning::Nothing(_) => {
                assert_eq!(kind, "email.delivery_delayed");
                continue;
            }
        };
        let fits = match kind {
            "email.sent" => news == News::Sent,
            "email.delivered" => news == News::Delivered,
            "email.opened" => news == News::Opened,
            "email.clicked" => news == News::Clicked,
            "email.complained" => news == News::Complained,
            "email.bounced" => matches!(news, News::Bounced { permanent: true, .. }),
            "email.failed" => matches!(news, News::Failed { why: Undeliverable::Content, .. }),
            "email.suppressed" => matches!(news, News::Failed { why: Undeliverable::Invalid, .. }),
            _ => false,
        };
        assert!(fits, "{name}: {news:?}");
    }
}

#[test]
fn the_collected_vectors_of_twilio_and_web_push_come_out() {
    let Some(folder) = fixtures() else { return };
    let vectors = std::fs::read(folder.join("signature-vectors.json")).unwrap();
    let vectors: Value = serde_json::from_slice(&vectors).unwrap();
    let text = |of: &str, name: &str| vectors[of][name].as_str().unwrap().to_owned();
    let form: Vec<(String, String)> = vectors["twilio"]["params"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
        .collect();
    let (url, mark) = (text("twilio", "url"), text("twilio", "signature"));
    let token = [SecretString::from(text("twilio", "auth_token"))];
    assert_eq!(signature::verify(&mark, &url, &form, &token), Ok(()));
    assert_eq!(signature::verify(&mark, &url, &form[1..], &token), Err(Unsigned::Forged));

    let of = "webpush_rfc8291";
    let bytes = |name: &str| BASE64_URL_SAFE_NO_PAD.decode(text(of, name)).unwrap();
    let ours = SecretKey::from_slice(&bytes("as_private")).unwrap();
    let salt = bytes("salt").try_into().unwrap();
    let body =
        encrypt(text(of, "plaintext").as_bytes(), &bytes("ua_public"), &bytes("auth_secret"), &ours, salt);
    assert_eq!(body, Ok(bytes("body_b64u")));
}
