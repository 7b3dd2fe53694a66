//! The shop's own words: written, followed, taken back, and never in the way of a message.

use domain::{
    Fault, Language, Reason,
    alert::{self, AlertKind},
    notice::{
        Channel, NoticeKind,
        template::{
            self, Against, Draft, Problem, Saved, SendTest, TemplateKey, TemplateState, builtin, list, page,
            preview, roll_back, save, send_test,
        },
    },
    product::{self, Correction},
    queue::drain,
    staff::Role,
};
use serde_json::json;
use sqlx::PgPool;

use crate::{notice_world::reach, products::put, support::World};

const KEY: TemplateKey =
    TemplateKey { kind: NoticeKind::Confirmation, channel: Channel::Email, language: Language::Es };

fn draft(subject: &str, body: &str) -> Draft {
    Draft { subject: subject.into(), body: body.into() }
}

fn mine() -> Draft {
    draft(
        "¡Hola {{ name }}! {{ number }}",
        "# Gracias\n\nSon {{ items }}.\n\n{% if held %}Retenido.{% endif %}",
    )
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_shop_s_own_words_are_sent_in_their_language_and_ours_in_the_others(pool: PgPool) {
    let world = World::start(pool).await;
    let (admin, _) = world.person(Role::Admin).await;
    let saved = save(&world.shop, &admin, KEY, &mine(), 0).await.unwrap();
    assert_eq!(saved, Saved::Version(1, Vec::new()));
    let number = world
        .paid_order(|body| {
            body["language"] = "es".into();
            body["customer"]["email"] = "es@customer.test".into();
        })
        .await;
    let mail = &world.mail("es@customer.test", 1).await[0];
    let subject = mail["subject"].as_str().unwrap();
    assert!(subject.starts_with("¡Hola ") && subject.ends_with(&format!("! {number}")), "{subject}");
    // Lines end as mails' do.
    let text = mail["text"].as_str().unwrap().replace("\r\n", "\n");
    assert!(text.starts_with("Gracias\n\nSon 2 × Poster A2"), "{text}");
    assert!(!text.contains("Retenido") && text.contains(&format!("{}/t/", world.url)), "{text}");
    let number = world
        .paid_order(|body| {
            body["language"] = "ro".into();
            body["customer"]["email"] = "ro@customer.test".into();
        })
        .await;
    let mail = &world.mail("ro@customer.test", 1).await[0];
    assert_eq!(mail["subject"], format!("Am primit comanda {number}"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn of_two_who_write_one_version_the_second_is_shown_the_first_s(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (admin, _) = world.person(Role::Admin).await;
    let (first, other) = (mine(), draft("Otra {{ number }}", "Otra cosa"));
    let (one, two) =
        tokio::join!(save(&world.shop, &admin, KEY, &first, 0), save(&world.shop, &admin, KEY, &other, 0));
    let both = [one.unwrap(), two.unwrap()];
    let saved = both.iter().filter(|saved| matches!(saved, Saved::Version(1, _))).count();
    let told = both.iter().find_map(|saved| match saved {
        Saved::Changed(theirs) => Some((theirs.version, theirs.draft.clone())),
        _ => None,
    });
    let now = page(&world.shop, KEY, Language::En).await.unwrap();
    assert_eq!((saved, told), (1, Some((1, Some(now.draft.clone())))));
    assert_eq!(save(&world.shop, &admin, KEY, &now.draft, 1).await.unwrap(), Saved::Same(1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn going_back_is_a_version_of_its_own(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (admin, _) = world.person(Role::Admin).await;
    let second = draft("Segundo {{ number }}", "Otra cosa");
    save(&world.shop, &admin, KEY, &mine(), 0).await.unwrap();
    save(&world.shop, &admin, KEY, &second, 1).await.unwrap();
    assert_eq!(roll_back(&world.shop, &admin, KEY, 1, 2).await.unwrap(), Saved::Version(3, Vec::new()));
    assert_eq!(page(&world.shop, KEY, Language::En).await.unwrap().draft, mine());
    assert_eq!(roll_back(&world.shop, &admin, KEY, 0, 3).await.unwrap(), Saved::Version(4, Vec::new()));
    let now = page(&world.shop, KEY, Language::En).await.unwrap();
    assert!(!now.own && now.draft == builtin(KEY) && now.version == 4);
    let versions: Vec<_> = now.versions.iter().map(|each| (each.version, each.draft.clone())).collect();
    assert_eq!(versions, [(4, None), (3, Some(mine())), (2, Some(second)), (1, Some(mine()))]);
    assert!(matches!(roll_back(&world.shop, &admin, KEY, 9, 4).await, Err(Fault::NotFound)));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn only_administrators_write_and_what_is_wrong_is_never_kept(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (operator, _) = world.person(Role::Operator).await;
    let (admin, _) = world.person(Role::Admin).await;
    let refused = |fault| matches!(fault, Err(Fault::Refused(Reason::RoleTooLow)));
    assert!(refused(save(&world.shop, &operator, KEY, &mine(), 0).await));
    assert!(refused(roll_back(&world.shop, &operator, KEY, 0, 0).await));
    for body in
        ["{{7*7}}", "{% for x in items %}{% endfor %}", "{{ stock }}", "", "{% if held %}x{% endif %}"]
    {
        let saved = save(&world.shop, &admin, KEY, &draft("Hola", body), 0).await.unwrap();
        assert!(matches!(saved, Saved::Flawed(_)), "{body}: {saved:?}");
    }
    let saved = save(&world.shop, &admin, KEY, &draft("Hola\r\nBcc: x@y.example", "x"), 0).await.unwrap();
    let Saved::Flawed(findings) = saved else { panic!("{saved:?}") };
    assert_eq!(findings[0].problem, Problem::NewlineInSubject);
    assert_eq!(world.count("select count(*) from notice_template").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_template_that_fails_is_replaced_by_ours_and_the_mail_goes(pool: PgPool) {
    let world = World::start(pool).await;
    // As an older Clew might have kept it: nothing that is saved now looks like this.
    sqlx::query(
        "insert into notice_template (id, kind, channel, language, version, subject, body, made_by, created_at)
         values (gen_random_uuid(), 'confirmation', 'email', 'ru', 1, 'x', '{{ gone }}', 'Ana', now())",
    )
    .execute(&world.shop.pool)
    .await
    .unwrap();
    let number = world.paid_order(|body| body["language"] = "ru".into()).await;
    let mail = &world.mail("ana@customer.test", 1).await[0];
    assert_eq!(mail["subject"], format!("Ваш заказ {number} принят"));
    // Staff hear of it once, however many messages it is, with the line and the name that are wrong.
    for email in ["eva@customer.test", "ion@customer.test"] {
        world
            .paid_order(|body| {
                body["language"] = "ru".into();
                body["customer"]["email"] = email.into();
            })
            .await;
        world.mail(email, 1).await;
    }
    world.idle().await;
    assert_eq!(world.mails_about("confirmation").await, 3);
    let seen = alert::list(&world.shop, Language::En).await.unwrap().alerts;
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!((seen[0].kind, seen[0].order.as_deref()), (AlertKind::TemplateFailed, None));
    let detail = seen[0].detail.as_deref().unwrap();
    assert!(detail.contains("line 1") && detail.contains("gone"), "{detail}");
    assert!(seen[0].sentence.contains("the built-in ones went out"), "{}", seen[0].sentence);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn each_language_knows_how_it_stands_beside_the_shop_s(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (admin, _) = world.person(Role::Admin).await;
    let leads = world.shop.about.language;
    let other = Language::ALL.into_iter().find(|language| *language != leads).unwrap();
    let key = |language| TemplateKey { language, ..KEY };
    let states = async || {
        let rows = list(&world.shop).await.unwrap();
        assert_eq!(rows.len(), NoticeKind::ALL.len() * template::CHANNELS.len());
        let row = rows.into_iter().find(|row| row.kind == KEY.kind && row.channel == KEY.channel).unwrap();
        let of = |language| row.cells.iter().find(|cell| cell.language == language).unwrap().state;
        (of(leads), of(other))
    };
    assert_eq!(states().await, (TemplateState::BuiltIn, TemplateState::BuiltIn));
    let words = draft("{{ number }}", "x");
    save(&world.shop, &admin, key(leads), &words, 0).await.unwrap();
    assert_eq!(states().await, (TemplateState::Own, TemplateState::Missing));
    save(&world.shop, &admin, key(other), &words, 0).await.unwrap();
    assert_eq!(states().await, (TemplateState::Own, TemplateState::Own));
    save(&world.shop, &admin, key(leads), &draft("{{ number }}", "y"), 1).await.unwrap();
    assert_eq!(states().await, (TemplateState::Own, TemplateState::Outdated));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_preview_shows_a_real_order_and_a_test_is_a_mail_that_says_so(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (operator, _) = world.person(Role::Operator).await;
    let (number, _) = world.order(|_| {}).await;
    let order = world.id(&number).await;
    let tried = preview(&world.shop, KEY, &mine(), Against::Order(order)).await.unwrap();
    let shown = tried.preview.unwrap();
    assert!(shown.subject.unwrap().contains(&number.to_string()) && shown.html.unwrap().contains("<h1"));
    let refused = preview(&world.shop, KEY, &draft("x", "{{7*7}}"), Against::Sample).await.unwrap();
    assert!(refused.preview.is_none() && !refused.findings.is_empty());
    let sms = TemplateKey { channel: Channel::Sms, ..KEY };
    let text = draft("", "{{ name }} {{ link }}");
    let worst = preview(&world.shop, sms, &text, Against::WorstCase).await.unwrap();
    assert!(worst.preview.unwrap().segments.unwrap().count > 3);
    assert!(worst.findings.iter().any(|finding| matches!(finding.problem, Problem::ManySegments(_))));
    for (key, words) in [(KEY, mine()), (sms, text)] {
        let sent =
            send_test(&world.shop, &operator, key, &words, Against::Order(order), " me@shop.test ").await;
        assert_eq!(sent.unwrap(), SendTest::Sent);
    }
    for mail in world.mail("me@shop.test", 2).await {
        assert!(mail["subject"].as_str().unwrap().starts_with("[Prueba] "), "{}", mail["subject"]);
    }
    assert_eq!(world.count("select count(*) from notice").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn mail_programs_are_told_the_same_and_no_name_breaks_out(pool: PgPool) {
    let world = World::start(pool).await;
    world
        .paid_order(|body| {
            body["items"][0]["name"] = "</script><script>alert(1)</script>\u{202e}{{7*7}}".into();
            body["language"] = "en".into();
        })
        .await;
    let mail = &world.mail("ana@customer.test", 1).await[0];
    let html = mail["html"].as_str().unwrap();
    let (_, rest) = html.split_once("<script type=\"application/ld+json\">").unwrap();
    let (json, after) = rest.split_once("</script>").unwrap();
    let told: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(told["@type"], "Order");
    assert_eq!(told["priceCurrency"], "EUR");
    assert!(told["orderStatus"].as_str().unwrap().starts_with("http://schema.org/Order"));
    assert!(!after.contains("<script") && after.contains("{{7*7}}"), "{after}");
    assert!(!after.contains('\u{202e}') && !mail["text"].as_str().unwrap().contains('\u{202e}'));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mail_to_staff_names_what_runs_low_and_how_much_is_left(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (boss, _) = world.person(Role::Admin).await;
    reach(&world, |reach| reach.staff_mail = Some("team@shop.test".into())).await;
    put(&world, "INK", &json!({ "name": "Ink", "onHand": 7 })).await;
    sqlx::query("update product set reorder_point = 5 where sku = 'INK'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    product::correct(&world.shop, &boss, "INK", Correction::By(-3), "counted", "1").await.unwrap();
    drain(&world.shop).await.unwrap();
    let mail = &world.mail("team@shop.test", 1).await[0];
    assert_eq!(mail["subject"], "Running low: Ink");
    let text = mail["text"].as_str().unwrap();
    assert!(text.contains("There are 4 pieces of Ink (INK) left."), "{text}");
    assert!(text.contains(&format!("{}/admin/products/INK", world.url)), "{text}");
}
