//! Everything that needs a person, how the providers are, and what was mended.

use serde_json::Value;

use super::{AlertKind, AlertView, NeedsAttention, RepairView, UnmappedView, health::health};
use crate::{
    Fault, Language, Shop,
    clock::At,
    dates::{long_day, moment},
    ids::{AlertId, OrderId},
    language::say_with,
    order::OrderNumber,
    tracking::{
        TrackSource,
        watch::{AlarmKind, Todo},
    },
};

/// Alarms on the page.
const MOST: usize = 200;

/// The page, in the reader's language.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop, language: Language) -> Result<NeedsAttention, Fault> {
    let zone = &shop.about.zone;
    let when = |at: At| moment(at, language, zone);
    let (alerts, _) = some(shop, language, None, MOST).await?;
    let providers = health(shop, language).await?;
    let repairs = sqlx::query!(
        r#"select r.provider, r.what, r.at, o.number as "number?" from repair r left join orders o on o.id = r.order_id
           order by r.at desc limit 50"#
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(NeedsAttention {
        alerts,
        providers,
        repairs: repairs
            .into_iter()
            .map(|row| RepairView {
                provider: row.provider,
                order: row.number.as_deref().and_then(written),
                what: row.what,
                at: when(row.at),
            })
            .collect(),
        unmapped: unmapped(shop, language).await?,
    })
}

/// The oldest open alarms after one, so many at most, and the one after which there are more.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn some(
    shop: &Shop,
    language: Language,
    after: Option<AlertId>,
    most: usize,
) -> Result<(Vec<AlertView>, Option<AlertId>), Fault> {
    let mut rows = sqlx::query!(
        r#"select a.id, a.kind, a.provider, a.payload, a.raised_at, o.number as "number?"
           from alert a left join orders o on o.id = a.order_id
           where a.cleared_at is null
             and ($1::uuid is null or (a.raised_at, a.id) > (select raised_at, id from alert where id = $1))
           order by a.raised_at, a.id limit $2"#,
        after.map(|id| id.0),
        most as i64 + 1,
    )
    .fetch_all(&shop.pool)
    .await?;
    let more = rows.len() > most;
    rows.truncate(most);
    let next = rows.last().filter(|_| more).map(|row| AlertId(row.id));
    let alerts = rows.into_iter().filter_map(|row| {
        let kind = AlertKind::parse(&row.kind)?;
        Some(AlertView {
            id: AlertId(row.id),
            kind,
            sentence: sentence(kind, &row.payload, language),
            detail: detail(&row.payload),
            order: row.number.as_deref().and_then(written),
            provider: row.provider,
            raised: moment(row.raised_at, language, &shop.about.zone),
        })
    });
    Ok((alerts.collect(), next))
}

/// Codes that stand in none of our tables, counted over all that was ever told.
async fn unmapped(shop: &Shop, language: Language) -> Result<Vec<UnmappedView>, Fault> {
    let rows = sqlx::query!(
        r#"select source, concat_ws('/', nullif(event ->> 'code', ''), nullif(event ->> 'sub_code', '')) as "code!", count(*) as "times!",
                  max(recorded_at) as "last!: At", (array_agg(event ->> 'words' order by recorded_at desc))[1] as words
           from carrier_event where not mapped group by 1, 2 order by 4 desc limit 50"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let rows = rows.into_iter().map(|row| UnmappedView {
        source: TrackSource::parse(&row.source).map_or(row.source, |source| source.name().to_owned()),
        code: row.code,
        words: row.words,
        times: row.times,
        last: moment(row.last, language, &shop.about.zone),
    });
    Ok(rows.collect())
}

fn detail(payload: &Value) -> Option<String> {
    payload.get("detail").and_then(Value::as_str).map(str::to_owned)
}

/// What happened and what to do. A parcel's alarm says which it is, its one thing to do, and until when.
fn sentence(kind: AlertKind, payload: &Value, language: Language) -> String {
    let word = |key: &str| payload.get(key).and_then(Value::as_str);
    let Some(alarm) = word("alarm").and_then(AlarmKind::parse) else { return kind.say(language) };
    let todo = word("todo").and_then(Todo::parse).map(|todo| todo.say(language));
    let until = word("deadline").and_then(|day| day.parse().ok()).map(|day| {
        let day = long_day(day, language);
        say_with(language, "track-until", vec![("day", day.into())])
    });
    // Actions are said without a full stop, because they stand elsewhere, too.
    let todo = todo.map(|todo| if todo.ends_with('.') { todo } else { format!("{todo}.") });
    [Some(alarm.say(language)), todo, until].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn written(number: &str) -> Option<String> {
    OrderNumber::parse(number).map(|number| number.to_string())
}

/// The open alarms of one order, the oldest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn of_order(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    order: OrderId,
    language: Language,
) -> Result<Vec<AlertView>, Fault> {
    let rows = sqlx::query!(
        r#"select id, kind, payload, raised_at from alert
           where order_id = $1 and cleared_at is null order by raised_at, id"#,
        order.0
    )
    .fetch_all(conn)
    .await?;
    let rows = rows.into_iter().filter_map(|row| {
        let kind = AlertKind::parse(&row.kind)?;
        Some(AlertView {
            id: AlertId(row.id),
            kind,
            sentence: sentence(kind, &row.payload, language),
            detail: detail(&row.payload),
            order: None,
            provider: None,
            raised: moment(row.raised_at, language, &shop.about.zone),
        })
    });
    Ok(rows.collect())
}

/// How many alarms are open.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn count(shop: &Shop) -> Result<i64, Fault> {
    Ok(sqlx::query_scalar!(r#"select count(*) as "open!" from alert where cleared_at is null"#)
        .fetch_one(&shop.pool)
        .await?)
}
