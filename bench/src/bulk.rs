//! Ten thousand orders moved at once: by the product (frozen selection, rules per order, progress, outcomes) against one statement that
//! only writes the same rows; and what a person who moves single orders notices of it.

use std::time::{Duration, Instant};

use anyhow::Context;
use domain::{
    Language, Shop,
    bulk::{self, Selection, Wish},
    ids::OrderId,
    order::{Filter, Move, advance},
    queue,
    staff::{self, NewPerson, Person, Role},
};

const ORDERS: i32 = 10_000;
const IDLE: Duration = Duration::from_secs(3);

/// One round.
pub struct Round {
    /// Seconds of the statement.
    pub statement: f64,
    /// Seconds of looking first.
    pub preview: f64,
    /// Seconds from the start to the last outcome.
    pub run: f64,
    /// Milliseconds that the slowest hundredth of single moves took while nothing else went on.
    pub idle: f64,
    /// The same while the bulk change ran.
    pub busy: f64,
}

/// Somebody to do it.
///
/// # Errors
/// When there is no room for them.
pub async fn person(shop: &Shop) -> anyhow::Result<Person> {
    let name = format!("bench-{}", OrderId::new());
    let new = NewPerson {
        email: format!("{name}@example.com"),
        name: name.clone(),
        password: domain::secret::token(),
        role: Role::Operator,
        language: Language::En,
    };
    let id = staff::create(shop, new).await.map_err(|fault| anyhow::anyhow!("{fault}"))?;
    Ok(Person { id, name, role: Role::Operator, language: Language::En })
}

/// Both legs, one after the other, on orders of their own.
///
/// # Errors
/// When an order is not moved.
pub async fn round(shop: &Shop, by: &Person) -> anyhow::Result<Round> {
    let (one, many, single) =
        (OrderId::new().to_string(), OrderId::new().to_string(), OrderId::new().to_string());
    for (place, count) in [(&one, ORDERS), (&many, ORDERS), (&single, 200)] {
        sqlx::query(STAND).bind(place).bind(count).execute(&shop.pool).await?;
    }
    sqlx::query("analyze orders").execute(&shop.pool).await?;
    let start = Instant::now();
    let written = sqlx::query(STATEMENT).bind(&one).execute(&shop.pool).await?.rows_affected();
    let statement = start.elapsed().as_secs_f64();
    anyhow::ensure!(written == u64::from(ORDERS.unsigned_abs()), "the statement wrote {written}");

    let singles: Vec<uuid::Uuid> = sqlx::query_scalar("select id from orders where location = $1")
        .bind(&single)
        .fetch_all(&shop.pool)
        .await?;
    let idle = slowest(moves(shop, by, &singles, idle_time()).await?).context("nothing moved")?;

    let filter = Filter { location: Some(many), ..Filter::default() };
    let wish = Wish { action: "move".into(), stage: "shipped".into(), ..Wish::default() };
    let start = Instant::now();
    let id = bulk::preview(shop, by, &Selection::Matching(Box::new(filter)), &wish).await?;
    let preview = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let run = async {
        bulk::start(shop, by, id).await?;
        queue::drain(shop).await?;
        anyhow::Ok(start.elapsed().as_secs_f64())
    };
    let mut took = None;
    let busy = moves(shop, by, &singles, async { took = Some(run.await) }).await?;
    let run = took.context("the bulk change did not run")??;
    let page = bulk::page(shop, by, id).await?;
    anyhow::ensure!(page.outcome.changed == i64::from(ORDERS), "{:?}", page.outcome);
    Ok(Round { statement, preview, run, idle, busy: slowest(busy).unwrap_or(idle) })
}

/// Moves single orders back and forth until something ends: how many milliseconds each move took.
async fn moves(
    shop: &Shop,
    by: &Person,
    ids: &[uuid::Uuid],
    until: impl Future<Output = ()>,
) -> anyhow::Result<Vec<f64>> {
    let mut times = Vec::new();
    let moving = async {
        let mut beat = tokio::time::interval(Duration::from_millis(5));
        for turn in 0_usize.. {
            beat.tick().await;
            let id = OrderId(ids[turn % ids.len()]);
            let order = domain::order::store::load(&mut *shop.pool.acquire().await?, id).await?;
            let to = match order.state.stage.as_deref() {
                Some("new") => Move::On("in_production".into()),
                _ => Move::Back("new".into()),
            };
            let start = Instant::now();
            advance(shop, by, id, to, order.version).await?;
            times.push(start.elapsed().as_secs_f64() * 1e3);
        }
        anyhow::Ok(())
    };
    tokio::select! {
        moved = moving => moved?,
        () = until => {}
    }
    Ok(times)
}

async fn idle_time() {
    // Nothing ends it but the clock.
    let _ = tokio::time::timeout(IDLE, std::future::pending::<()>()).await;
}

fn slowest(mut times: Vec<f64>) -> Option<f64> {
    times.sort_by(f64::total_cmp);
    times.get(times.len() * 99 / 100).copied()
}

/// Orders in production at a place, each with a gapless history.
const STAND: &str = "
    with made as (
        insert into orders (id, number, workflow_id, stage, status, payment, version, language, currency, subtotal, shipping, total,
            customer_name, email, email_hash, address, location, success_url, cancel_url, placed_at, confirmed_at, updated_at)
        select gen_random_uuid(), translate(upper(substr(md5($1 || n), 1, 10)), 'ILOU', '1100'), w.id, 'in_production', 'processing',
            'paid', 3, 'en', 'EUR', 1000, 0, 1000, 'Ana', 'ana' || n || '@example.com', decode('00', 'hex'),
            '{\"line1\": \"1\", \"city\": \"Madrid\", \"postalCode\": \"28013\", \"country\": \"ES\"}', $1, 'http://127.0.0.1',
            'http://127.0.0.1', now(), now(), now()
        from generate_series(1, $2) n, workflow w where w.key = 'print-factory' and w.version = 1
        returning id)
    insert into event (order_id, version, kind, from_status, to_status, stage, source, visibility, payload, occurred_at, recorded_at)
    select made.id, v, (array['order_placed', 'payment_succeeded', 'stage_entered'])[v],
        (array[null, 'pending', 'confirmed']::order_status[])[v], (array['pending', 'confirmed', 'processing']::order_status[])[v],
        (array[null, 'new', 'in_production'])[v], 'system', 'internal', '{}', now(), now()
    from made, generate_series(1, 3) v";

/// The same rows as a bulk change writes, and nothing asked.
const STATEMENT: &str = "
    with moved as (
        update orders set stage = 'shipped', status = 'shipped', version = version + 1, shipped_at = now(), updated_at = now(), due_at = null
        where location = $1 returning id, version, email, language),
    told as (
        insert into event (order_id, version, kind, from_status, to_status, stage, source, visibility, payload, occurred_at, recorded_at)
        select id, version, 'stage_entered', 'processing', 'shipped', 'shipped', 'staff', 'public', '{}', now(), now() from moved
        returning order_id, version),
    noticed as (
        insert into notice (id, order_id, event_version, kind, channel, recipient, language, created_at)
        select gen_random_uuid(), t.order_id, t.version, 'shipped', 'email', m.email, m.language, now()
        from told t join moved m on m.id = t.order_id returning id)
    insert into job (name, lane, payload, priority, run_at)
    select 'send_notice', 'email', jsonb_build_object('notice', id), 50, now() + interval '10 minutes' from noticed";
