//! Every message Clew comes with, as its recipient reads it: files a person has read, compared with what is said now.
//!
//! `CLEW_SNAPSHOTS=write cargo test -p domain --features ssr snapshots` writes them anew.

use std::{fs, path::PathBuf};

use super::*;
use crate::{
    Language,
    notice::{
        Channel, NoticeKind,
        template::{CHANNELS, Variables, sample, segments},
    },
    shop::About,
};

fn about() -> About {
    About {
        name: "Imprenta Sol".to_owned(),
        public_url: "https://pedidos.imprentasol.example".parse().unwrap(),
        contact: "hola@imprentasol.example".to_owned(),
        zone: jiff::tz::TimeZone::UTC,
        language: Language::Es,
        sandbox: false,
        ship_from: crate::shop::ShipFrom::default(),
        design_origins: Vec::new(),
        tracking: crate::shop::Tracking::default(),
    }
}

fn said(key: TemplateKey, values: &Variables) -> Rendered {
    compose(key, &builtin(key), values, None).unwrap_or_else(|error| panic!("{key:?}: {error:#}"))
}

fn written(title: &str, words: &Rendered, sms: bool) -> String {
    let mut out = format!("== {title}\n");
    if let Some(subject) = &words.subject {
        out.push_str(&format!("[{subject}]\n"));
    }
    out.push_str(words.text.trim_end());
    out.push('\n');
    if sms {
        let size = segments(&words.text);
        out.push_str(&format!("({} × SMS, {} units)\n", size.count, size.units));
    }
    out
}

fn compare(name: &str, now: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/notice/template/snapshots").join(name);
    if std::env::var("CLEW_SNAPSHOTS").is_ok_and(|wish| wish == "write") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, now).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let line = kept.lines().zip(now.lines()).position(|(kept, now)| kept != now);
    assert!(
        kept == now,
        "{name} reads otherwise, first in line {line:?}. Read it, then CLEW_SNAPSHOTS=write"
    );
}

#[test]
fn snapshots_of_every_message_are_as_they_were_read() {
    let about = about();
    for language in Language::ALL {
        for kind in NoticeKind::ALL {
            let mut page = String::new();
            for channel in CHANNELS {
                let key = TemplateKey { kind, channel, language };
                let sms = channel == Channel::Sms;
                page.push_str(&written(
                    channel.as_str(),
                    &said(key, &sample::usual(&about, kind, language)),
                    sms,
                ));
                page.push('\n');
                let bare = Variables {
                    promised: String::new(),
                    expected: String::new(),
                    previous: String::new(),
                    problem: String::new(),
                    parcels: Vec::new(),
                    amount: if kind == NoticeKind::Cancelled { String::new() } else { "9,90 €".to_owned() },
                    ..sample::usual(&about, kind, language)
                };
                let held = Variables { held: true, ..sample::usual(&about, kind, language) };
                let fetched = sample::collected(&about, kind, language);
                let mut seen = said(key, &sample::usual(&about, kind, language)).text;
                for (title, values) in [("bare", bare), ("held", held), ("collected", fetched)] {
                    let words = said(key, &values);
                    // The variants matter where they read otherwise; a mail's list of goods does not.
                    let first = words.text.split("\n\nhttp").next().unwrap_or_default().to_owned();
                    if kind.is_about_order() && !kind.is_for_staff() && words.text != seen {
                        page.push_str(&written(
                            &format!("{} {title}", channel.as_str()),
                            &Rendered { text: first, ..words.clone() },
                            sms,
                        ));
                        page.push('\n');
                        seen = words.text;
                    }
                }
            }
            compare(&format!("{}/{}.txt", language.tag(), kind.as_str()), &page);
        }
    }
}

#[test]
fn snapshot_of_a_whole_mail() {
    let about = about();
    let key = TemplateKey { kind: NoticeKind::Shipped, channel: Channel::Email, language: Language::Ro };
    compare("mail.html", &said(key, &sample::usual(&about, key.kind, key.language)).html.unwrap());
}

#[test]
fn the_worst_case_is_harmless_in_every_message() {
    let about = about();
    for language in Language::ALL {
        for kind in NoticeKind::ALL {
            for channel in [Channel::Email, Channel::Sms, Channel::Push, Channel::InApp] {
                let key = TemplateKey { kind, channel, language };
                let words = said(key, &sample::worst(&about, kind, language));
                let subject = words.subject.unwrap_or_default();
                assert!(
                    subject.chars().count() <= 201 && !subject.chars().any(char::is_control),
                    "{subject}"
                );
                let all = format!("{subject}{}{}", words.text, words.html.clone().unwrap_or_default());
                assert!(!all.contains(['\u{202e}', '\u{2028}', '\r']), "{all}");
                assert!(!all.contains("javascript:"), "{all}");
                if channel != Channel::Email {
                    assert!(!words.text.contains('\n'), "{}", words.text);
                }
                let html = words.html.unwrap_or_default();
                assert!(!html.contains("<script") && !html.contains("<b>1Z"), "{html}");
                // `49` would be the sum of somebody's template in a name.
                assert!(!html.contains("49 {%"), "{html}");
            }
        }
    }
}

#[test]
fn a_text_message_of_ours_is_at_most_three() {
    let about = about();
    for language in Language::ALL {
        for kind in NoticeKind::ALL {
            let key = TemplateKey { kind, channel: Channel::Sms, language };
            let words = said(key, &sample::usual(&about, kind, language));
            assert!(segments(&words.text).count <= 4, "{} {kind:?} {}", language.tag(), words.text);
        }
    }
}

#[test]
fn a_link_is_in_every_text_message_and_every_mail() {
    let about = about();
    for language in Language::ALL {
        for kind in NoticeKind::ALL {
            let values = sample::usual(&about, kind, language);
            for channel in [Channel::Email, Channel::Sms] {
                let words = said(TemplateKey { kind, channel, language }, &values);
                assert!(words.text.contains(&values.link), "{kind:?}");
            }
        }
    }
}

#[test]
fn a_broken_template_is_an_error_and_never_a_wrong_message() {
    let about = about();
    let key = TemplateKey { kind: NoticeKind::Shipped, channel: Channel::Sms, language: Language::En };
    let values = sample::usual(&about, key.kind, key.language);
    for body in ["{{ gone }}", "{% if pickup %}only then{% endif %}", "{{7*7}}", "{{ stock }}"] {
        let draft = crate::notice::template::Draft { subject: String::new(), body: body.into() };
        assert!(compose(key, &draft, &values, None).is_err(), "{body}");
    }
}
