//! `GET /api/orders/{number}/events`: a history as a stream, for programs that lose their line, and for nobody else.

use std::time::Duration;

use domain::{
    api_key::{self, Scope},
    event::Kind,
    order::{self, Move, OrderNumber},
    secret::Purpose,
    staff::{Person, Role},
};
use reqwest::{RequestBuilder, Response, header};
use serde_json::Value;
use server::live::OF_ONE_ORDER;
use sqlx::PgPool;

use crate::support::{API_KEY, World};

/// A program that may read orders, and nothing more.
const READER: &str = "clew_reader_key";

/// A client of server-sent events, as bare as the format.
pub struct Stream {
    response: Response,
    text: String,
}

/// What one event held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub id: String,
    pub name: String,
    pub data: String,
}

impl Stream {
    pub async fn open(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        Self { response, text: String::new() }
    }

    /// The next event that holds something; `None` when the stream has ended.
    pub async fn next(&mut self) -> Option<Heard> {
        let heard = async {
            loop {
                while let Some((event, rest)) = self.text.split_once("\n\n") {
                    let field = |name: &str| {
                        let line = event.lines().find_map(|line| line.strip_prefix(name));
                        line.map(|value| value.trim().to_owned()).unwrap_or_default()
                    };
                    let heard = Heard { id: field("id:"), name: field("event:"), data: field("data:") };
                    self.text = rest.to_owned();
                    if !heard.data.is_empty() {
                        return Some(heard);
                    }
                }
                match self.response.chunk().await {
                    Ok(Some(bytes)) => self.text.push_str(std::str::from_utf8(&bytes).unwrap()),
                    _ => return None,
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(60), heard).await.expect("the stream says nothing")
    }
}

async fn keep_reader(world: &World) {
    let (pool, now) = (&world.shop.pool, world.shop.clock.now());
    api_key::keep(pool, "reader", READER, &[Scope::ReadOrders], now).await.unwrap();
}

fn events(world: &World, number: &OrderNumber) -> RequestBuilder {
    world.http.get(format!("{}/api/orders/{number}/events", world.url))
}

/// Sequence and kind of a history, as it was recorded.
async fn recorded(world: &World, number: &OrderNumber, public: bool) -> Vec<(String, String)> {
    let sql = "select version::text, kind from event where order_id = $1 and (visibility = 'public' or not $2) order by event.version";
    let id = world.id(number).await;
    sqlx::query_as(sql).bind(id.0).bind(public).fetch_all(&world.shop.pool).await.unwrap()
}

fn kind(heard: &Heard) -> (String, String) {
    let data: Value = serde_json::from_str(&heard.data).unwrap();
    assert_eq!(heard.name, "order.changed");
    assert_eq!(data["sequence"].to_string(), heard.id);
    let mut fields: Vec<_> = data.as_object().unwrap().keys().cloned().collect();
    fields.sort();
    assert_eq!(fields, ["occurredAt", "sequence", "status", "type"]);
    (heard.id.clone(), data["type"].as_str().unwrap().to_owned())
}

pub async fn advance(world: &World, person: &Person, number: &OrderNumber, to: Move) {
    let seen = world.load(number).await.version;
    order::advance(&world.shop, person, world.id(number).await, to, seen).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_line_that_breaks_again_and_again_loses_nothing_and_repeats_nothing(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let (person, _) = world.person(Role::Operator).await;
    keep_reader(&world).await;
    let lives = async {
        for step in ["in_production", "shipped", "delivered"] {
            for note in 0..6 {
                order::add_note(&world.shop, &person, id, &format!("{step} {note}")).await.unwrap();
            }
            advance(&world, &person, &number, Move::On(step.to_owned())).await;
        }
    };
    let follows = async {
        let (mut heard, mut lines) = (Vec::new(), 0);
        while !heard.iter().any(|(_, status): &(Heard, bool)| *status) {
            let request = events(&world, &number).bearer_auth(READER);
            let request = match heard.last() {
                // A browser comes back with the address it first used, and the header wins.
                Some((last, _)) => request.query(&[("after", "0")]).header("last-event-id", &last.id),
                None => request,
            };
            let mut stream = Stream::open(request).await;
            lines += 1;
            // Some lines hold for one event, some for four.
            for _ in 0..=lines % 4 {
                let event = stream.next().await.unwrap();
                let ended = event.data.contains("\"delivered\"");
                heard.push((event, ended));
                if ended {
                    break;
                }
            }
        }
        (heard, lines)
    };
    let ((), (heard, lines)) = tokio::join!(lives, follows);
    assert!(lines > 5, "{lines}");
    let told: Vec<_> = heard.iter().map(|(heard, _)| kind(heard)).collect();
    let all = recorded(&world, &number, false).await;
    assert_eq!(told, all[..told.len()]);
    assert!(told.len() >= 22, "placed, paid, eighteen notes and three steps: {}", told.len());
    // The other way of saying where to go on.
    let (cursor, rest) = (&told[9].0, &told[10..]);
    let mut stream =
        Stream::open(events(&world, &number).query(&[("after", cursor)]).bearer_auth(READER)).await;
    for expected in rest {
        assert_eq!(kind(&stream.next().await.unwrap()), *expected);
    }
    for nonsense in ["-1", "x", "1.5"] {
        let answer = events(&world, &number).query(&[("after", nonsense)]).bearer_auth(READER).send().await;
        assert_eq!(answer.unwrap().status(), 400, "{nonsense}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_customers_link_hears_of_its_own_order_and_nothing_internal(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, other) = (world.paid_order(|_| ()).await, world.paid_order(|_| ()).await);
    let now = world.shop.clock.now();
    let (id, others) = (world.id(&number).await, world.id(&other).await);
    let link = |purpose, id, seconds| world.shop.secret.sign_order(purpose, id, now.plus(seconds));
    let (person, staff) = world.person(Role::Operator).await;
    let (_, viewer) = world.person(Role::Viewer).await;

    let mut stream = Stream::open(events(&world, &number).bearer_auth(link(Purpose::Link, id, 3600))).await;
    order::add_note(&world.shop, &person, id, "SECRET NOTE").await.unwrap();
    advance(&world, &person, &number, Move::On("in_production".into())).await;
    advance(&world, &person, &number, Move::Back("new".into())).await;
    advance(&world, &person, &number, Move::On("in_production".into())).await;
    let public = recorded(&world, &number, true).await;
    let all = recorded(&world, &number, false).await;
    assert!(all.len() >= public.len() + 2 && all.iter().any(|(_, kind)| kind == Kind::Recalled.as_str()));
    let mut told = Vec::new();
    for _ in &public {
        told.push(kind(&stream.next().await.unwrap()));
    }
    assert_eq!(told, public);

    // An unknown number and somebody else's are one.
    let stranger =
        events(&world, &number).bearer_auth(link(Purpose::Link, others, 3600)).send().await.unwrap();
    let nobody = OrderNumber::parse("00000-00000").unwrap();
    let unknown =
        events(&world, &nobody).bearer_auth(link(Purpose::Link, others, 3600)).send().await.unwrap();
    assert_eq!((stranger.status().as_u16(), unknown.status().as_u16()), (404, 404));
    assert_eq!(stranger.text().await.unwrap(), unknown.text().await.unwrap());
    for token in [
        link(Purpose::Link, id, -1),
        link(Purpose::TrackElsewhere, id, 3600),
        link(Purpose::Cookie, id, 3600),
        "nonsense".into(),
    ] {
        assert_eq!(events(&world, &number).bearer_auth(token).send().await.unwrap().status(), 401);
    }
    assert_eq!(events(&world, &number).send().await.unwrap().status(), 401);
    let writer = events(&world, &number).bearer_auth(API_KEY).send().await.unwrap();
    assert_eq!(writer.status(), 403, "a key that may not read orders");
    let with = |cookie: String| events(&world, &number).header(header::COOKIE, cookie);
    let mut theirs = Stream::open(with(staff)).await;
    for expected in &all {
        assert_eq!(kind(&theirs.next().await.unwrap()), *expected, "staff hear everything");
    }
    let mut theirs = Stream::open(with(viewer)).await;
    assert_eq!(kind(&theirs.next().await.unwrap()), all[0], "a viewer may look");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn streams_of_one_order_are_so_many_and_end_with_the_process(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    keep_reader(&world).await;
    let mut first = Stream::open(events(&world, &number).bearer_auth(READER)).await;
    assert_eq!(kind(&first.next().await.unwrap()).1, "order_placed");
    let mut held = Vec::new();
    for _ in 1..OF_ONE_ORDER {
        held.push(events(&world, &number).bearer_auth(READER).send().await.unwrap());
    }
    let full = events(&world, &number).bearer_auth(READER).send().await.unwrap();
    assert_eq!((full.status().as_u16(), &full.headers()[header::RETRY_AFTER]), (503, &"30".parse().unwrap()));
    let (other, _) = world.order(|_| ()).await;
    assert_eq!(
        events(&world, &other).bearer_auth(READER).send().await.unwrap().status(),
        200,
        "nobody else is kept out"
    );
    drop(world);
    assert_eq!(first.next().await, None, "the process stops, and the stream with it");
}
