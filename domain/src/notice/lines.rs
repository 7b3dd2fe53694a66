//! To whom something can be told at all, and what they said about it: read once for all that is planned together.

use jiff::tz::TimeZone;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, NoticeKind, Quiet, rules::Rule, wish::Wish};
use crate::{Fault, Language};

/// One recipient over one channel, before rules and wishes are asked.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Which of the things to be told.
    pub about: usize,
    pub channel: Channel,
    pub recipient: String,
    pub language: Language,
    pub zone: TimeZone,
    pub quiet: Quiet,
    /// Seconds its message waits after a step of staff's.
    pub hold_seconds: i64,
    pub rule: Rule,
    pub choice: Option<bool>,
}

/// Every way to the customers of these orders. A text message goes to the number its owner verified, named by the customer's id: the
/// number itself is sealed. A number that was only typed at a checkout is nobody's yet.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn customers(conn: &mut PgConnection, wishes: &[Wish]) -> Result<Vec<Line>, Fault> {
    let orders: Vec<Uuid> = wishes.iter().map(|wish| wish.order.0).collect();
    let kinds: Vec<&str> = wishes.iter().map(|wish| wish.kind.as_str()).collect();
    let topics: Vec<Option<&str>> =
        wishes.iter().map(|wish| wish.topic().map(super::Topic::as_str)).collect();
    let about: Vec<bool> = wishes.iter().map(|wish| !wish.kind.is_for_staff()).collect();
    let rows = sqlx::query!(
        r#"select w.ord as "ord!", way.channel as "channel!", way.recipient as "recipient!",
               coalesce(c.language, way.language, o.language) as "language!", coalesce(c.zone, r.zone) as zone,
               extract(epoch from case when c.id is null then r.quiet_from when c.quiet then c.quiet_from end)::integer / 60 as quiet_from,
               extract(epoch from case when c.id is null then r.quiet_until when c.quiet then c.quiet_until end)::integer / 60 as quiet_until,
               coalesce(r.hold_seconds, 0) as "hold!",
               (select n.wanted from notice_rule n
                where n.kind = w.kind and n.channel = way.channel and n.workflow in (f.key, '*')
                order by n.workflow = '*' limit 1) as rule,
               (select p.wanted from customer_preference p
                where p.customer_id = c.id and p.topic = w.topic and p.channel = way.channel) as choice
           from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[]) with ordinality as w (order_id, kind, topic, told, ord)
               join orders o on o.id = w.order_id
               join workflow f on f.id = o.workflow_id
               left join reach r on true
               left join customer c on c.email_hash = o.email_hash
               cross join lateral (
                   select 'email' as channel, lower(o.email) as recipient, null as language
                   union all select 'in_app', lower(o.email), null
                   union all select 'sms', c.id::text, null where r.sms and c.phone is not null and c.phone_verified_at is not null
                   union all select 'push', s.id::text, s.language from push_subscription s where s.order_id = o.id and s.gone_at is null
               ) as way
           where w.told
           order by w.ord"#,
        &orders,
        &kinds as _,
        &topics as _,
        &about,
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(Line {
            about: usize::try_from(row.ord - 1).ok()?,
            channel: Channel::parse(&row.channel)?,
            recipient: row.recipient,
            language: Language::from_tag(&row.language).unwrap_or_default(),
            zone: row.zone.and_then(|zone| TimeZone::get(&zone).ok()).unwrap_or(TimeZone::UTC),
            quiet: row
                .quiet_from
                .zip(row.quiet_until)
                .map_or(Quiet::NONE, |(from, until)| Quiet::of(from, until)),
            hold_seconds: row.hold.into(),
            rule: Rule::of(row.rule),
            choice: row.choice,
        })
    });
    Ok(lines.collect())
}

/// Every way to staff: each of them on our pages, and the address the shop named for mails. They are told at any hour, and at once.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn staff(
    conn: &mut PgConnection,
    told: &[(usize, Option<Uuid>, NoticeKind)],
) -> Result<Vec<Line>, Fault> {
    let ords: Vec<i64> = told.iter().map(|(about, ..)| i64::try_from(*about).unwrap_or(0)).collect();
    let orders: Vec<Option<Uuid>> = told.iter().map(|(_, order, _)| *order).collect();
    let kinds: Vec<&str> = told.iter().map(|(.., kind)| kind.as_str()).collect();
    let rows = sqlx::query!(
        r#"select w.ord as "ord!", way.channel as "channel!", way.recipient as "recipient!", way.language as "language!",
               (select n.wanted from notice_rule n
                where n.kind = w.kind and n.channel = way.channel and n.workflow in (coalesce(f.key, '*'), '*')
                order by n.workflow = '*' limit 1) as rule
           from unnest($1::bigint[], $2::uuid[], $3::text[]) as w (ord, order_id, kind)
               left join orders o on o.id = w.order_id
               left join workflow f on f.id = o.workflow_id
               cross join lateral (
                   select 'in_app' as channel, s.id::text as recipient, s.language from staff s where s.disabled_at is null and s.password_hash is not null
                   union all select 'email', r.staff_mail, r.language from reach r where r.staff_mail is not null
               ) as way
           order by w.ord"#,
        &ords,
        &orders as _,
        &kinds as _,
    )
    .fetch_all(conn)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(Line {
            about: usize::try_from(row.ord).ok()?,
            channel: Channel::parse(&row.channel)?,
            recipient: row.recipient,
            language: Language::from_tag(&row.language).unwrap_or_default(),
            zone: TimeZone::UTC,
            quiet: Quiet::NONE,
            hold_seconds: 0,
            rule: Rule::of(row.rule),
            choice: None,
        })
    });
    Ok(lines.collect())
}
