//! What is refused at save, with its place; and a corpus of what people try.

use super::*;
use crate::notice::{
    NoticeKind,
    template::{Goods, Variables, fill},
};

fn key(kind: NoticeKind, channel: Channel, language: Language) -> TemplateKey {
    TemplateKey { kind, channel, language }
}

fn findings(kind: NoticeKind, language: Language, body: &str) -> Vec<Finding> {
    let draft = Draft { subject: "Hi".into(), body: body.into() };
    lint(key(kind, Channel::Email, language), &draft)
}

fn problems(language: Language, body: &str) -> Vec<Problem> {
    findings(NoticeKind::Shipped, language, body).into_iter().map(|finding| finding.problem).collect()
}

#[test]
fn what_is_no_variable_plural_or_if_is_refused() {
    for body in [
        "{{7*7}}",
        "{{ 7*7 }}",
        "${7*7}",
        "#{7*7}",
        "*{7*7}",
        "<%= 7*7 %>",
        "<% system('id') %>",
        "{{constructor}}",
        "{{constructor.constructor('return 1')()}}",
        "{{#with \"s\" as |string|}}{{/with}}",
        "{{#each items}}{{this}}{{/each}}",
        "{{> partial}}",
        "{{{ number }}}",
        "{{ number.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ number[0] }}",
        "{{ number ~ shop }}",
        "{{ number|upper }}",
        "{{ number|safe }}",
        "{{ items|join(',') }}",
        "{{ range(1000000) }}",
        "{{ self }}",
        "{{ config }}",
        "{{ request.application }}",
        "{{ lipsum() }}",
        "{{ 'a' * 100000000 }}",
        "{{ \"x\" }}",
        "{{ }}",
        "{{",
        "}}",
        "{% for item in items %}{{ item }}{% endfor %}",
        "{% for i in range(10**6) %}x{% endfor %}",
        "{% set x = 1 %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'base' %}",
        "{% import 'x' as y %}",
        "{% macro m() %}{% endmacro %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% filter upper %}x{% endfilter %}",
        "{% block b %}{% endblock %}",
        "{% call m() %}{% endcall %}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
        "{% if number == '1' %}x{% endif %}",
        "{% if not number %}x{% endif %}",
        "{% if number and shop %}x{% endif %}",
        "{% if number %}x{% elif shop %}y{% endif %}",
        "{% if number %}x",
        "{% else %}",
        "{% endif %}",
        "{% if %}x{% endif %}",
        "{%- if number -%}x{%- endif -%}",
        "{# a comment #}",
        "{{ number #}",
        "{ number }",
        "{{ parcel_count | plural(one=number) }}",
        "{{ parcel_count | plural(one=\"{{ name }}\", other=\"x\") }}",
        "{{ parcel_count | plural(one=\"a\", one=\"b\", other=\"c\") }}",
        "{{ parcel_count | plural() }}",
        "{{ parcel_count | plural(one=\"a\", other=\"b\") | upper }}",
        "{{ number | plural(one=\"a\", other=\"b\") }}",
        "{{ pickup }}",
        "{{ stock }}",
        "{{ unknown }}",
    ] {
        assert!(
            findings(NoticeKind::Shipped, Language::En, body).iter().any(Finding::refuses),
            "{body} was not refused"
        );
    }
}

#[test]
fn what_people_write_is_taken() {
    for body in [
        "Hello {{ name }}, {{number}}!",
        "{% if expected %}On {{ expected }}.{% else %}Soon.{% endif %}",
        "{% if pickup %}{% if place %}{{ place }}{% endif %}{% endif %}",
        "{{ parcel_count | plural(one=\"a \\\"box\\\"\", other='}} boxes') }}"
            .replace("}} boxes", "boxes")
            .as_str(),
        "100 % & <b> \u{1f4e6}",
    ] {
        assert_eq!(problems(Language::En, body), [], "{body}");
    }
}

#[test]
fn a_finding_names_its_line_and_column() {
    let found = findings(NoticeKind::Shipped, Language::Ru, "Здравствуйте!\nЗаказ {{ nomer }} и {{ stock }}");
    let places: Vec<_> =
        found.iter().map(|finding| (finding.line, finding.column, finding.problem.clone())).collect();
    assert_eq!(
        places,
        [(2, 7, Problem::UnknownVariable("nomer".into())), (2, 21, Problem::NotOfKind("stock".into())),]
    );
}

#[test]
fn every_language_s_plural_forms_are_asked_for() {
    let body = r#"{{ parcel_count }} {{ parcel_count | plural(one="a", other="b") }}"#;
    assert_eq!(problems(Language::En, body), []);
    assert_eq!(problems(Language::Es, body), []);
    assert_eq!(problems(Language::Ro, body), [Problem::MissingForm(Form::Few)]);
    assert_eq!(
        problems(Language::Ru, body),
        [Problem::MissingForm(Form::Few), Problem::MissingForm(Form::Many)]
    );
    let russian = r#"{{ parcel_count | plural(one="a", few="b", many="c", other="d") }}"#;
    assert_eq!(problems(Language::Ru, russian), []);
    assert_eq!(
        problems(Language::En, russian),
        [Problem::ForeignForm(Form::Few), Problem::ForeignForm(Form::Many)]
    );
}

#[test]
fn a_subject_is_one_short_line_and_what_may_be_empty_is_said() {
    let shipped = |channel| key(NoticeKind::Shipped, channel, Language::En);
    let draft = Draft { subject: "a\r\nBcc: x@y.z".into(), body: "x".into() };
    let found = lint(shipped(Channel::Email), &draft);
    assert_eq!(found[0].problem, Problem::NewlineInSubject);
    let draft = Draft { subject: "Hi".into(), body: "On {{ expected }}".into() };
    let found = lint(shipped(Channel::Email), &draft);
    assert_eq!(found[0].problem, Problem::MayBeEmpty("expected".into()));
    assert!(!found[0].refuses());
    let draft = Draft { subject: String::new(), body: "  ".into() };
    let found = lint(shipped(Channel::Sms), &draft);
    assert_eq!(found[0].problem, Problem::Empty, "and its subject is nobody's");
}

#[test]
fn a_line_of_a_lone_block_vanishes_and_one_inside_a_sentence_does_not() {
    let fill_in = |source: &str, number: &str| {
        let read = parse(source);
        assert_eq!(read.problems, []);
        fill(&read.nodes, &Variables { number: number.into(), ..Variables::default() }, Language::En)
    };
    let source = "One\n{% if number %}\nTwo {{ number }}\n{% else %}\nNone\n{% endif %}\nThree";
    assert_eq!(fill_in(source, "2"), "One\nTwo 2\nThree");
    assert_eq!(fill_in(source, ""), "One\nNone\nThree");
    assert_eq!(fill_in("a {% if number %}b{% else %}c{% endif %} d", "1"), "a b d");
}

#[test]
fn what_a_value_says_is_never_read_as_a_template() {
    let read = parse("{{ name }} {{ items }}");
    let goods = Goods { name: "{% for x in y %}".into(), quantity: 1, price: String::new() };
    let values = Variables { name: "{{7*7}}".into(), items: vec![goods], ..Variables::default() };
    assert_eq!(fill(&read.nodes, &values, Language::En), "{{7*7}} 1 × {% for x in y %}");
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed_is_read_to_its_end(source in r#"([a-z{}%#|()="' \n\\]|\PC|\{\{ number \}\}|\{% if number %\}|\{% endif %\}){0,60}"#) {
        let found = findings(NoticeKind::Shipped, Language::En, &source);
        let filled = fill(&parse(&source).nodes, &Variables::default(), Language::En);
        proptest::prop_assert!(filled.len() <= source.len());
        proptest::prop_assert!(found.iter().all(|finding| finding.line >= 1 && finding.column >= 1));
    }
}

/// What a template can cost is bounded by what can be saved: nothing loops, and neither length nor depth is without end.
#[test]
fn nobody_writes_without_end() {
    let too_long = |body: &str| {
        let mut all = findings(NoticeKind::Shipped, Language::En, body).into_iter();
        all.any(|finding| finding.refuses() && matches!(finding.problem, Problem::BodyTooLong(_)))
    };
    assert!(!too_long(&"ж".repeat(LONGEST_BODY)) && too_long(&"ж".repeat(LONGEST_BODY + 1)));
    let subject = Draft { subject: "x".repeat(LONGEST_SUBJECT * 4 + 1), body: "x".into() };
    let found = lint(key(NoticeKind::Shipped, Channel::Email, Language::En), &subject);
    assert!(
        found
            .iter()
            .any(|finding| finding.refuses() && matches!(finding.problem, Problem::SubjectTooLong(_)))
    );
    let nested = |deep: usize| format!("{}x{}", "{% if held %}".repeat(deep), "{% endif %}".repeat(deep));
    let too_deep =
        |deep: usize| parse(&nested(deep)).problems.iter().any(|(_, problem)| *problem == Problem::TooDeep);
    assert!(!too_deep(5) && too_deep(6));
    // Far deeper than a stack: read to its end, and refused.
    assert!(too_deep(5_000));
}
