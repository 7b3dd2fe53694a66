//! Every message has its words in all languages, and they pass what a shop's own must pass.

use super::*;
use crate::notice::template::{CHANNELS, Field, Problem, Variables, fill, lint, parse};

fn keys() -> impl Iterator<Item = TemplateKey> {
    Language::ALL.into_iter().flat_map(|language| {
        NoticeKind::ALL
            .into_iter()
            .flat_map(move |kind| CHANNELS.map(|channel| TemplateKey { kind, channel, language }))
    })
}

#[test]
fn every_message_has_its_words_in_all_languages() {
    for key in keys() {
        let draft = builtin(key);
        let findings = lint(key, &draft);
        assert!(findings.is_empty(), "{key:?}: {findings:?}\n{}", draft.body);
        assert!(
            !draft.subject.contains("Unknown localization") && !draft.body.contains("Unknown localization")
        );
        assert!(!format!("{}{}", draft.subject, draft.body).contains('@'), "{key:?}");
    }
}

#[test]
fn words_with_a_finding_in_them_would_be_seen() {
    let key = TemplateKey { kind: NoticeKind::Shipped, channel: Channel::Sms, language: Language::Ru };
    let draft = Draft { subject: String::new(), body: "{{ expected }}".into() };
    let found: Vec<_> =
        lint(key, &draft).into_iter().map(|finding| (finding.field, finding.problem)).collect();
    assert_eq!(
        found,
        [(Field::Body, Problem::MayBeEmpty("expected".into())), (Field::Body, Problem::NoLink)]
    );
}

/// One sentence of each language, for 1, 2, 5 and 21.
#[test]
fn plurals_are_right() {
    let table = [
        (Language::En, ["1 piece", "2 pieces", "5 pieces", "21 pieces"]),
        (Language::Es, ["1 unidad", "2 unidades", "5 unidades", "21 unidades"]),
        (Language::Ro, ["1 bucată", "2 bucăți", "5 bucăți", "21 de bucăți"]),
        (Language::Ru, ["1 изделие", "2 изделия", "5 изделий", "21 изделие"]),
    ];
    for (language, wanted) in table {
        let key = TemplateKey { kind: NoticeKind::StaffNewOrder, channel: Channel::Sms, language };
        let nodes = parse(&builtin(key).body).nodes;
        for (count, wanted) in [1, 2, 5, 21].into_iter().zip(wanted) {
            let goods = crate::notice::template::Goods { quantity: count, ..Default::default() };
            let text = fill(&nodes, &Variables { items: vec![goods], ..Variables::default() }, language);
            assert!(text.contains(&format!(" {wanted},")), "{text}");
        }
    }
}

#[test]
fn verbs_and_nouns_agree() {
    let said = |language, stock| {
        let key = TemplateKey { kind: NoticeKind::StaffLowStock, channel: Channel::Push, language };
        let values = Variables { stock, sku: "A".into(), ..Variables::default() };
        fill(&parse(&builtin(key).body).nodes, &values, language)
    };
    assert_eq!(
        [1, 2, 5, 21].map(|n| said(Language::Ru, n)),
        ["Осталась 1 штука (A).", "Осталось 2 штуки (A).", "Осталось 5 штук (A).", "Осталась 21 штука (A).",]
    );
    assert_eq!(
        [0, 1, 19, 20].map(|n| said(Language::Ro, n)),
        [
            "Au mai rămas 0 bucăți (A).",
            "A mai rămas 1 bucată (A).",
            "Au mai rămas 19 bucăți (A).",
            "Au mai rămas 20 de bucăți (A).",
        ]
    );
    assert_eq!(said(Language::Es, 1), "Queda 1 unidad (A).");
}
