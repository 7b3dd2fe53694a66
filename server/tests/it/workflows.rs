//! Workflows as data: saved as versions, edited under a thousand orders, moved as foretold, and what entering a stage does.

use std::collections::BTreeMap;

use domain::{
    Fault, Language, Reason,
    order::{self, Move, OrderNumber, Status},
    staff::{Person, Role},
    workflow::{self, Action, Definition, Fate, Mapping, Saved, store},
};
use reqwest::header::COOKIE;
use sqlx::PgPool;

use crate::support::World;

pub async fn newest(world: &World, key: &str) -> store::Version {
    store::newest(&mut world.shop.pool.acquire().await.unwrap(), key).await.unwrap().unwrap()
}

async fn save(world: &World, by: &Person, key: &str, change: impl FnOnce(&mut Definition)) -> Saved {
    let version = newest(world, key).await;
    let mut definition = version.definition;
    change(&mut definition);
    workflow::save(&world.shop, by, key, &definition, version.version).await.unwrap()
}

/// A thousand paid orders in flight, copied from one that was truly placed and paid, a third of them further on.
async fn a_thousand(world: &World) -> OrderNumber {
    let number = world.paid_order(|_| {}).await;
    let copies = "
        with born as (insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
                'number', translate(upper(lpad(to_hex(n), 10, '0')), 'ILOU', '1100'),
                'stage', case when n % 3 = 0 then 'in_production' else 'new' end,
                'status', case when n % 3 = 0 then 'processing' else 'confirmed' end,
                'payment', case when n % 100 = 0 then 'authorized' else 'paid' end))).*
            from orders o, generate_series(1, 999) n returning id, payment, placed_at)
        insert into payment (id, order_id, status, amount, currency, capture_method, created_at, updated_at)
            select gen_random_uuid(), id, payment, 1, 'EUR', case when payment = 'authorized' then 'manual' else 'automatic' end,
                placed_at, placed_at from born";
    sqlx::query(copies).execute(&world.shop.pool).await.unwrap();
    number
}

/// What all orders say of themselves.
async fn picture(world: &World) -> Vec<(uuid::Uuid, i64, Option<String>, uuid::Uuid)> {
    sqlx::query_as("select id, version, stage, workflow_id from orders order by id")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_edit_under_a_thousand_orders_changes_none_until_moved_and_the_preview_is_the_outcome(
    pool: PgPool,
) {
    let world = World::start(pool).await;
    a_thousand(&world).await;
    let (ana, _) = world.person(Role::Admin).await;
    let before = picture(&world).await;
    assert_eq!(before.len(), 1000);
    let saved = save(&world, &ana, "print-factory", |definition| {
        definition.stages[1].key = "printing".into();
        for arrow in &mut definition.arrows {
            for end in [&mut arrow.0, &mut arrow.1] {
                if end == "in_production" {
                    *end = "printing".into();
                }
            }
        }
    })
    .await;
    assert_eq!(saved, Saved::Version(2));
    assert_eq!(picture(&world).await, before, "an edit changes no order");

    // Without a mapping those in production are refused; and money that is only held stays where it can be taken.
    let plan =
        workflow::plan_move(&world.shop, "print-factory", &Mapping::new(), Language::En).await.unwrap();
    let gone = |fate: &Fate| matches!(fate, Fate::Refused(Reason::StageGone { .. }));
    assert!(plan.groups.iter().any(|group| gone(&group.fate) && group.count > 300), "{plan:?}");
    let mapping: Mapping = BTreeMap::from([("in_production".to_owned(), "printing".to_owned())]);
    let plan = workflow::plan_move(&world.shop, "print-factory", &mapping, Language::En).await.unwrap();
    let (moves, stays) = plan.counts();
    assert_eq!((moves, stays), (991, 9), "{plan:?}");
    assert_eq!(picture(&world).await, before, "a look changes no order");

    workflow::move_orders(&world.shop, &ana, "print-factory", &mapping).await.unwrap();
    let run = async {
        loop {
            let mut conn = world.shop.pool.acquire().await.unwrap();
            let run = store::newest_run(&mut conn, "print-factory").await.unwrap().unwrap();
            if run.done_at.is_some() {
                return (store::refusals(&mut conn, run.id).await.unwrap(), run);
            }
            drop(conn);
            world.breathe().await;
        }
    };
    let (refused, run) =
        tokio::time::timeout(std::time::Duration::from_secs(120), run).await.expect("it ends");
    assert_eq!((run.total, run.moved, run.refused), (1000, moves, stays), "the outcome is what was foretold");
    assert!(refused.iter().all(|(_, why)| *why == Reason::HoldNeverTaken));
    let to = newest(&world, "print-factory").await.id;
    for ((id, version, stage, _), (_, now, stands, workflow)) in before.iter().zip(picture(&world).await) {
        if workflow == to.0 {
            let wanted =
                stage.as_deref().map(|stage| if stage == "in_production" { "printing" } else { stage });
            assert_eq!((stands.as_deref(), now), (wanted, version + 1), "{id}");
        } else {
            assert_eq!(
                (stands.as_ref(), now),
                (stage.as_ref(), *version),
                "{id} was refused and is untouched"
            );
        }
    }
    assert_eq!(world.events("workflow_changed").await, moves);
    let told = world.count("select count(*) from notice n join event e on e.order_id = n.order_id and e.version = n.event_version
        where e.kind = 'workflow_changed'").await;
    assert_eq!(told, 0, "customers hear nothing of it");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_who_edit_one_version_do_not_overwrite_each_other(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Admin).await;
    let (ion, _) = world.person(Role::Admin).await;
    let version = newest(&world, "kitchen").await;
    let edited = |rush: u8| Definition { rush_percent: rush, ..version.definition.clone() };
    let (one, two) = (edited(50), edited(60));
    let (first, second) = tokio::join!(
        workflow::save(&world.shop, &ana, "kitchen", &one, 1),
        workflow::save(&world.shop, &ion, "kitchen", &two, 1)
    );
    let written =
        [&first, &second].into_iter().filter(|saved| matches!(saved, Ok(Saved::Version(2)))).count();
    let told = [&first, &second]
        .into_iter()
        .filter(|saved| matches!(saved, Err(Fault::Refused(Reason::WorkflowChanged { .. }))))
        .count();
    assert_eq!((written, told), (1, 1), "{first:?} {second:?}");
    let now = newest(&world, "kitchen").await;
    let again = workflow::save(&world.shop, &ana, "kitchen", &now.definition, 2).await.unwrap();
    assert_eq!(again, Saved::Same(2), "what did not change is no version");
    let mut bad = now.definition;
    bad.stages[1].label.ro.clear();
    let flawed = workflow::save(&world.shop, &ana, "kitchen", &bad, 2).await.unwrap();
    assert!(matches!(flawed, Saved::Flawed(flaws) if flaws[0].at == "/stages/1/label/ro"));
    // Neither an older version than the newest nor one that never was leads anywhere.
    for seen in [0, 1, 7] {
        let refused = workflow::save(&world.shop, &ana, "kitchen", &edited(70), seen).await;
        assert!(
            matches!(refused, Err(Fault::Refused(Reason::WorkflowChanged { .. }))),
            "{seen}: {refused:?}"
        );
    }
    assert_eq!(newest(&world, "kitchen").await.version, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn all_six_workflows_live_side_by_side_each_to_its_end(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    for (key, start, steps) in [
        ("standard", Status::Confirmed, &["processing", "shipped", "delivered"][..]),
        ("print-factory", Status::Confirmed, &["in_production", "shipped", "delivered"]),
        ("studio", Status::Pending, &["queued", "printing", "finishing", "ready", "collected"]),
        ("kitchen", Status::Confirmed, &["preparing", "ready", "completed"]),
        ("digital", Status::Confirmed, &["delivered"]),
        ("subscription", Status::Confirmed, &["processing", "confirmed", "processing", "delivered"]),
    ] {
        let (number, page) = world.order(|body| body["workflow"] = key.into()).await;
        world.pay(&page).await;
        let paid = world.until(&number, |order| order.state.stage.is_some()).await;
        assert_eq!(paid.state.status, start, "{key}");
        for stage in steps {
            let (id, seen) = (world.id(&number).await, world.load(&number).await.version);
            order::advance(&world.shop, &ana, id, Move::On((*stage).into()), seen).await.unwrap();
            if *stage == "preparing" {
                world
                    .until(&number, |order| order.state.payment == domain::payment::PaymentStatus::Paid)
                    .await;
            }
        }
        assert_eq!(world.load(&number).await.state.status, Status::Delivered, "{key}");
    }
    world.idle().await;
    assert_eq!(
        world.mails_about("confirmation").await,
        6,
        "a paid order is confirmed by mail, one that is looked at first too"
    );
    assert_eq!(world.mails_about("progress").await, 1, "the kitchen tells that it is ready");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn entering_a_stage_does_what_the_stage_says(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Admin).await;
    save(&world, &ana, "print-factory", |definition| {
        definition.stages[1].on_entry = vec![Action::AskLabel, Action::Notify, Action::Hold];
    })
    .await;
    let number = world.paid_order(|_| {}).await;
    let (id, seen) = (world.id(&number).await, world.load(&number).await.version);
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen).await.unwrap();
    world.idle().await;
    let order = world.load(&number).await;
    assert_eq!(order.state.priority, order::Priority::Hold);
    assert_eq!(order.schedule.due_at, None, "its clock stands");
    assert_eq!(
        world.count("select count(*) from alert where kind = 'label_wanted' and cleared_at is null").await,
        1
    );
    let mail = world.mail("ana@customer.test", 2).await;
    let subjects: Vec<_> = mail.iter().map(|mail| mail["subject"].as_str().unwrap_or_default()).collect();
    assert!(subjects.iter().any(|subject| subject.contains("Being printed")), "{subjects:?}");
}

/// The editor as a browser without JavaScript sees it.
pub struct Editor<'a> {
    pub world: &'a World,
    pub cookie: String,
}

impl Editor<'_> {
    pub async fn get(&self, path: &str) -> (u16, String) {
        let request = self.world.http.get(format!("{}{path}", self.world.url)).header(COOKIE, &self.cookie);
        let answer = request.send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    pub async fn post(&self, path: &str, fields: &[(String, String)]) -> (u16, String) {
        let request = self
            .world
            .http
            .post(format!("{}{path}", self.world.url))
            .header(COOKIE, &self.cookie)
            .header("sec-fetch-site", "same-origin");
        let answer = request.form(fields).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// The fields of a page's editor as a browser would post them.
    pub fn fields(html: &str) -> Vec<(String, String)> {
        let form = html.split("class=\"flow\"").nth(1).unwrap().split("</form>").next().unwrap();
        let attribute = |tag: &str, name: &str| {
            let value = tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?;
            Some(value.replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&"))
        };
        let mut fields = Vec::new();
        for tag in form.split('<') {
            let on = !tag.starts_with("input")
                || !(tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\""))
                || tag.contains(" checked");
            if tag.starts_with("input") && on {
                fields.extend(
                    attribute(tag, "name").map(|name| (name, attribute(tag, "value").unwrap_or_default())),
                );
            }
        }
        let mut select = None;
        for tag in form.split('<') {
            if tag.starts_with("select") {
                select = attribute(tag, "name");
            } else if tag.starts_with("option") && tag.contains(" selected") {
                fields.extend(select.clone().map(|name| (name, attribute(tag, "value").unwrap_or_default())));
            }
        }
        fields
    }
}

pub fn set(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.retain(|(field, _)| field != name);
    fields.push((name.to_owned(), value.to_owned()));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_editor_says_each_reason_at_its_field_and_loses_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (_, cookie) = world.person(Role::Admin).await;
    let editor = Editor { world: &world, cookie };
    let (status, html) = editor.get("/admin/workflows/studio").await;
    assert_eq!(status, 200);
    let mut fields = Editor::fields(&html);
    // What a browser would send back unchanged is the workflow unchanged.
    set(&mut fields, "do", "save");
    let (status, same) = editor.post("/admin/workflows/studio", &fields).await;
    assert_eq!(status, 200);
    assert!(same.contains("Nothing has changed"), "the form says what the workflow says");

    let mut broken = fields.clone();
    set(&mut broken, "stage.1.label.ru", "");
    set(&mut broken, "stage.2.label.en", "My own <words> & more");
    set(&mut broken, "stage.3.status", "pending");
    let (status, html) = editor.post("/admin/workflows/studio", &broken).await;
    assert_eq!(status, 422);
    assert!(html.contains("My own &lt;words&gt; &amp; more"), "what was typed is still there");
    let at = |id: &str| {
        html.split(&format!("id=\"{id}-why\"")).nth(1).unwrap().split("</span>").next().unwrap().to_owned()
    };
    assert!(at("stage.1.label.ru").contains("Words are missing"), "{}", at("stage.1.label.ru"));
    assert!(at("stage.1.label.en").trim_end().ends_with('>'), "no reason where nothing is wrong");
    assert!(html.contains("→ Finishing: This arrow goes back"), "an arrow's reason stands at its stage");
    assert_eq!(newest(&world, "studio").await.version, 1);

    // Buttons change the form only.
    let mut press = fields.clone();
    set(&mut press, "do", "remove-3");
    set(&mut press, "stage.0.label.en", "Look at it");
    let (_, html) = editor.post("/admin/workflows/studio", &press).await;
    let shorter = Editor::fields(&html);
    assert!(!shorter.iter().any(|(_, value)| value == "finishing") && html.contains("Look at it"));
    assert_eq!(newest(&world, "studio").await.version, 1);

    set(&mut fields, "stage.1.label.en", "Waiting");
    let (status, _) = editor.post("/admin/workflows/studio", &fields).await;
    assert_eq!(status, 303);
    let saved = newest(&world, "studio").await;
    assert_eq!((saved.version, saved.definition.stages[1].label.en.as_str()), (2, "Waiting"));
    // The same page once more, from the version that is not the newest any longer.
    set(&mut fields, "stage.1.label.en", "Too late");
    let (status, html) = editor.post("/admin/workflows/studio", &fields).await;
    assert_eq!(status, 422);
    assert!(html.contains("saved a newer version") && html.contains("Too late"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn everybody_of_the_shop_may_look_and_only_administrators_edit(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for (role, may) in [(Role::Viewer, false), (Role::Operator, false), (Role::Admin, true)] {
        let (_, cookie) = world.person(role).await;
        let editor = Editor { world: &world, cookie };
        for path in ["/admin/workflows", "/admin/workflows/kitchen", "/admin/workflows/kitchen/json"] {
            assert_eq!(editor.get(path).await.0, 200, "{role:?} {path}");
        }
        assert_eq!(editor.get("/admin/workflows").await.1.contains("id=\"json\""), may);
        for path in ["/admin/workflows/new", "/admin/workflows/kitchen/move"] {
            assert_eq!(editor.get(path).await.0 == 200, may, "{role:?} {path}");
        }
        for path in [
            "/admin/workflows",
            "/admin/workflows/kitchen",
            "/admin/workflows/kitchen/move",
            "/admin/workflows/new",
        ] {
            assert_eq!(editor.post(path, &[]).await.0 != 403, may, "{role:?} posts {path}");
        }
    }
    let nobody = Editor { world: &world, cookie: String::new() };
    for path in [
        "/admin/workflows",
        "/admin/workflows/kitchen",
        "/admin/workflows/kitchen/json",
        "/admin/workflows/kitchen/move",
    ] {
        assert_eq!(nobody.get(path).await.0, 303, "{path}");
    }
    assert_eq!(newest(&world, "kitchen").await.version, 1);
}
