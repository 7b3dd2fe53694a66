//! The templates' editor through its doors: who may, what is said at which field, what becomes of a save, a roll-back and a test.

use domain::{
    Language,
    notice::{
        Channel, NoticeKind,
        template::{self, TemplateKey, TemplatePage, TemplateState},
    },
    staff::Role,
};
use reqwest::header::{CONTENT_SECURITY_POLICY, COOKIE};
use sqlx::PgPool;

use crate::{
    support::World,
    workflows::{Editor, set},
};

const MAIL: &str = "/admin/templates/delivered/email?lang=es";

async fn editor(world: &World, role: Role) -> Editor<'_> {
    let (_, cookie) = world.person(role).await;
    Editor { world, cookie }
}

async fn stored(world: &World, kind: NoticeKind, channel: Channel) -> TemplatePage {
    let key = TemplateKey { kind, channel, language: Language::Es };
    template::page(&world.shop, key, Language::En).await.unwrap()
}

async fn mail(world: &World) -> TemplatePage {
    stored(world, NoticeKind::Delivered, Channel::Email).await
}

/// The form as a browser would send it.
fn form(press: &str, seen: i32, subject: &str, body: &str) -> Vec<(String, String)> {
    let fields = [
        ("do", press),
        ("seen", &seen.to_string()),
        ("subject", subject),
        ("body", body),
        ("fill", "sample"),
        ("order", ""),
        ("to", "prueba@ariadna.example"),
    ];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// What stands in the element of this id.
fn part<'a>(html: &'a str, id: &str, end: &str) -> &'a str {
    let from = html.split(&format!("id=\"{id}\"")).nth(1).unwrap_or_else(|| panic!("no {id}"));
    from.split(end).next().unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn everybody_of_the_shop_may_look_and_only_administrators_save(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for (role, may) in [(Role::Viewer, false), (Role::Operator, false), (Role::Admin, true)] {
        let editor = editor(&world, role).await;
        for path in
            ["/admin/templates", MAIL, "/admin/templates/shipped/sms", "/admin/templates/message/push"]
        {
            assert_eq!(editor.get(path).await.0, 200, "{role:?} {path}");
        }
        let (_, html) = editor.get(MAIL).await;
        assert_eq!(html.contains("value=\"save\""), may, "{role:?} sees the button");
        assert_eq!(part(&html, "body", ">").contains("readonly"), !may, "{role:?} may type");
        let (status, _) = editor.post(MAIL, &form("preview", 0, "Hola", "Hola")).await;
        assert_eq!(status, 200, "{role:?} sees what a draft would say");
        for press in ["save", "built-in", "roll-back-1"] {
            let (status, _) = editor.post(MAIL, &form(press, 0, "Hola", "Hola")).await;
            assert_eq!(status != 403, may, "{role:?} presses {press}");
        }
        assert_eq!(mail(&world).await.version > 0, may, "{role:?} has written");
    }
    let viewer = editor(&world, Role::Viewer).await;
    assert_eq!(viewer.post(MAIL, &form("test", 0, "Hola", "Hola")).await.0, 403);
    let nobody = Editor { world: &world, cookie: String::new() };
    for path in ["/admin/templates", MAIL] {
        assert_eq!(nobody.get(path).await.0, 303, "{path}");
        assert!(matches!(nobody.post(path, &form("save", 1, "x", "x")).await.0, 303 | 405), "{path}");
    }
    assert_eq!(mail(&world).await.version, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn there_is_no_page_of_what_is_no_template(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let editor = editor(&world, Role::Admin).await;
    for path in ["nonsense/email", "shipped/pigeon", "shipped/in_app", "shipped/email?version=7"] {
        assert_eq!(editor.get(&format!("/admin/templates/{path}")).await.0, 404, "{path}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn words_are_saved_rolled_back_and_given_up_and_the_list_says_how_each_language_stands(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let editor = editor(&world, Role::Admin).await;
    let built_in = mail(&world).await.builtin;
    for (seen, body) in ["La primera.", "La segunda."].iter().enumerate() {
        let (status, _) =
            editor.post(MAIL, &form("save", i32::try_from(seen).unwrap(), "Ya llegó", body)).await;
        assert_eq!(status, 303, "{body}");
    }
    let (_, html) = editor.get(&format!("{MAIL}&done=saved")).await;
    assert!(html.contains("Saved as version 2") && html.contains("La segunda."));
    assert!(html.contains("value=\"roll-back-1\"") && !html.contains("value=\"roll-back-2\""));
    let states: Vec<_> = mail(&world).await.cells.iter().map(|cell| cell.state).collect();
    assert_eq!(states.iter().filter(|state| **state == TemplateState::Missing).count(), 3);
    let (_, list) = editor.get("/admin/templates").await;
    let link = list.split(&format!("href=\"{MAIL}\"")).nth(1).unwrap().split("</a>").next().unwrap();
    assert!(link.contains("state-own") && link.contains("your words"), "{link}");
    assert_eq!(list.matches("class=\"state-mark state-missing\"").count(), 3 + 1, "three, and the legend");

    // An older version is looked at without a way to write in it.
    let (_, old) = editor.get(&format!("{MAIL}&version=1")).await;
    assert!(part(&old, "body", "</textarea>").ends_with("La primera.") && !old.contains("value=\"save\""));
    let (status, _) = editor.post(MAIL, &form("roll-back-1", 2, "", "")).await;
    assert_eq!(status, 303);
    let page = mail(&world).await;
    assert_eq!((page.version, page.draft.body.as_str()), (3, "La primera."));

    let (status, _) = editor.post(MAIL, &form("built-in", 3, "", "")).await;
    assert_eq!(status, 303);
    let page = mail(&world).await;
    assert_eq!((page.version, page.own), (4, false));
    assert_eq!(page.draft, built_in);
    // Given up words are not lost.
    assert_eq!(editor.post(MAIL, &form("roll-back-2", 4, "", "")).await.0, 303);
    assert_eq!(mail(&world).await.draft.body, "La segunda.");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn each_reason_stands_at_its_line_and_nothing_typed_is_lost(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let editor = editor(&world, Role::Admin).await;
    let body = "Hola\r\n\r\nTu <pedido> {{ nmber }} & </textarea>\r\n{% for x in y %}";
    for press in ["save", "test"] {
        let (status, html) = editor.post(MAIL, &form(press, 0, "", body)).await;
        assert_eq!(status, 422, "{press}");
        let why = part(&html, "body-why", "</ul>");
        assert!(why.contains("data-line=\"3\"") && why.contains("nmber"), "{why}");
        assert!(why.contains("data-line=\"4\""), "{why}");
        assert!(part(&html, "subject-why", "</ul>").contains("is-error"), "an empty subject");
        assert!(part(&html, "body", ">").contains("aria-invalid=\"true\""));
        let typed = part(&html, "body", "</textarea>").split_once('>').unwrap().1;
        assert_eq!(typed, ui_text(&body.replace("\r\n", "\n")), "what was typed is there");
        assert!(!html.contains("<iframe"), "what cannot be read is not shown");
    }
    assert_eq!(mail(&world).await.version, 0);
}

/// As it stands between `<textarea>` and `</textarea>`.
fn ui_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn whoever_is_slower_sees_what_the_other_saved_and_keeps_their_own(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, ion) = (editor(&world, Role::Admin).await, editor(&world, Role::Admin).await);
    assert_eq!(ana.post(MAIL, &form("save", 0, "Ana", "De Ana.")).await.0, 303);
    let (status, html) = ion.post(MAIL, &form("save", 0, "Ion", "De Ion.")).await;
    assert_eq!(status, 409);
    assert!(part(&html, "theirs", "</section>").contains("De Ana."));
    assert!(part(&html, "body", "</textarea>").ends_with("De Ion."));
    assert_eq!(mail(&world).await.draft.body, "De Ana.", "nothing was overwritten");
    // The form now knows theirs: pressing again is a decision.
    let mut fields = form("save", 0, "Ion", "De Ion.");
    let seen = html.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    set(&mut fields, "seen", seen);
    assert_eq!(ion.post(MAIL, &fields).await.0, 303);
    assert_eq!((mail(&world).await.version, mail(&world).await.draft.body.as_str()), (2, "De Ion."));
    // Whoever gave the words up meanwhile is named too.
    assert_eq!(ana.post(MAIL, &form("built-in", 2, "", "")).await.0, 303);
    let (status, html) = ion.post(MAIL, &form("save", 2, "Ion", "Otra vez.")).await;
    assert!(status == 409 && html.contains("went back to the built-in words"));
    assert_eq!(mail(&world).await.version, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_preview_tells_of_a_real_order_and_says_when_there_is_none(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| {}).await;
    let viewer = editor(&world, Role::Viewer).await;
    let mut fields = form("preview", 0, "Pedido {{ number }}", "Hola {{ name }}.");
    set(&mut fields, "fill", "order");
    set(&mut fields, "order", &format!(" {} ", number.as_str().to_lowercase()));
    let (status, html) = viewer.post(MAIL, &fields).await;
    assert_eq!(status, 200);
    assert!(part(&html, "preview", "</section>").contains(&number.to_string()));
    set(&mut fields, "order", "7K3QD-2M4XP");
    let (_, html) = viewer.post(MAIL, &fields).await;
    assert!(part(&html, "order-why", "</span>").contains("no order with this number"));
    assert!(html.contains("<iframe"), "the example is shown instead");
    set(&mut fields, "do", "test");
    let operator = editor(&world, Role::Operator).await;
    assert_eq!(operator.post(MAIL, &fields).await.0, 422, "nobody is sent what they did not ask for");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mail_is_shown_where_it_can_do_no_harm(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Viewer).await;
    let mut fields = form("preview", 0, "{{ name }}", "Hola {{ name }} <script>alert(1)</script>");
    set(&mut fields, "fill", "worst");
    let request = world.http.post(format!("{}{MAIL}", world.url)).header(COOKIE, cookie);
    let answer = request.header("sec-fetch-site", "same-origin").form(&fields).send().await.unwrap();
    let policy = answer.headers()[CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
    let html = answer.text().await.unwrap();
    let script = policy.split("script-src").nth(1).unwrap().split(';').next().unwrap();
    assert!(!script.contains("unsafe-inline"), "{policy}");
    let frame = html.split("<iframe").nth(1).unwrap().split("</iframe>").next().unwrap();
    assert!(frame.contains("sandbox=\"\""), "nothing is allowed in it: {frame}");
    let inside = frame.split("srcdoc=\"").nth(1).unwrap().split('"').next().unwrap();
    let inside =
        inside.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    assert!(inside.contains("&lt;script&gt;alert(1)"), "it is text in the mail: {inside}");
    assert!(!inside.contains("<script>alert(1)") && !html.contains("<script>alert(1)"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_text_message_is_counted(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let editor = editor(&world, Role::Admin).await;
    let sms = "/admin/templates/shipped/sms?lang=en";
    let count = async |body: &str| {
        let (_, html) = editor.post(sms, &form("preview", 0, "", body)).await;
        part(&html, "preview", "</section>").to_owned()
    };
    let short = count("It left. {{ link }}").await;
    assert!(short.contains("one text message"), "{short}");
    let long = count(&format!("{} {{{{ link }}}}", "a".repeat(200))).await;
    assert!(long.contains("as 2 text messages"), "{long}");
    assert!(count("Ушёл. {{ link }}").await.contains("70 characters instead of 160"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_test_is_a_real_mail_of_what_stands_there_and_saves_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let editor = editor(&world, Role::Admin).await;
    let (_, html) = editor.get(MAIL).await;
    assert!(part(&html, "to", ">").contains("@shop.test"), "one's own address stands there");
    let (status, html) = editor.post(MAIL, &form("test", 0, "Ya llegó", "Tal como está aquí.")).await;
    assert_eq!(status, 200);
    assert!(html.contains("prueba@ariadna.example") && html.contains("Tal como está aquí."));
    let mails = world.mail("prueba@ariadna.example", 1).await;
    assert!(mails[0]["subject"].as_str().unwrap().contains("Ya llegó"), "{}", mails[0]["subject"]);
    assert!(mails[0]["text"].as_str().unwrap().contains("Tal como está aquí."));
    let mut nowhere = form("test", 0, "Ya llegó", "Tal como está aquí.");
    set(&mut nowhere, "to", "no address\r\nBcc: everybody@example.com");
    let (status, html) = editor.post(MAIL, &nowhere).await;
    assert_eq!(status, 422);
    assert!(part(&html, "to-why", "</span>").contains("did not go out"));
    assert_eq!(mail(&world).await.version, 0);
}
