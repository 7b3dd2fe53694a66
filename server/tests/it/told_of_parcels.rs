//! Several sources tell of several parcels, in any order and any number: what stands beside each parcel is the same, and an order's alarms
//! are those of its parcels.

use domain::{
    clock::{At, Clock, Day},
    order::{OrderNumber, Status},
    parcel::{self, WatchParcels},
    queue,
    tracking::{
        Action, Attempts, CarrierEvent, Cause, Eta, Meaning, Proof, ScanPlace, TrackReport, TrackSource,
        TrackingState, When,
    },
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use serde_json::Value;
use sqlx::PgPool;

use crate::{label_world::paid, support::World};

fn at(text: &str) -> At {
    At(text.parse().unwrap())
}

fn event(key: &str, meaning: Meaning, moment: &str, town: &str) -> CarrierEvent {
    CarrierEvent {
        key: key.into(),
        code: Some(meaning.state.as_str().into()),
        sub_code: None,
        words: Some(format!("{key} {}", meaning.state.as_str())),
        language: Some("es".into()),
        when: When::Moment { at: at(moment), offset: None },
        place: Some(ScanPlace {
            city: Some(town.into()),
            country: Some("ES".into()),
            ..ScanPlace::default()
        }),
        meaning: Some(meaning),
    }
}

fn report(source: TrackSource, carrier: &str, number: &str, told: CarrierEvent) -> TrackReport {
    let mut report = TrackReport::new(source, carrier, number);
    report.events.push(told);
    report
}

async fn hear(world: &World, report: &TrackReport) {
    let mut tx = world.shop.pool.begin().await.unwrap();
    parcel::hear_tracking(&mut tx, report, world.shop.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
}

/// One box of UPS that is handed over at the second try, of which Shippo tells too, and one of Correos that comes back.
fn told(ups: &str, correos: &str) -> Vec<TrackReport> {
    use TrackingState::*;
    let of = Meaning::of;
    let by_ups =
        |key, meaning, moment, town| report(TrackSource::Ups, "ups", ups, event(key, meaning, moment, town));
    let by_shippo = |key, meaning, moment, town| {
        report(TrackSource::Shippo, "ups", ups, event(key, meaning, moment, town))
    };
    let by_correos = |key, meaning, moment, town| {
        report(TrackSource::Correos, "correos", correos, event(key, meaning, moment, town))
    };
    let eta = |mut report: TrackReport, day: &str, told: &str, cause| {
        let day = Day(day.parse().unwrap());
        report.eta = Some(Eta { day, window: None, words: None, cause, told: Some(at(told)) });
        report
    };
    let mut missed = by_ups("u4", of(Attempted).because(Cause::NotHome), "2026-11-20T11:00:00Z", "Lugo");
    let next = Some(Day("2026-11-21".parse().unwrap()));
    missed.attempts = Attempts { count: Some(1), next, until: None };
    let mut handed_over = by_ups("u5", of(Delivered), "2026-11-21T10:00:00Z", "Lugo");
    handed_over.proof = Some(Proof { received_by: Some("GARCIA".into()), ..Proof::default() });
    vec![
        by_ups("u1", of(PreTransit), "2026-11-17T18:00:00Z", "Madrid"),
        eta(
            by_ups("u2", of(PickedUp), "2026-11-18T18:00:00Z", "Madrid"),
            "2026-11-19",
            "2026-11-18T18:00:00Z",
            None,
        ),
        eta(
            by_ups("u3", of(Delayed).because(Cause::Weather), "2026-11-19T09:00:00Z", "Ponferrada"),
            "2026-11-20",
            "2026-11-19T09:00:00Z",
            Some(Cause::Weather),
        ),
        missed,
        handed_over,
        by_shippo("s2", of(InTransit), "2026-11-18T18:01:00Z", "MADRID"),
        by_shippo("s3", of(InTransit), "2026-11-19T09:00:30Z", "Ponferrada"),
        by_shippo("s5", of(Delivered), "2026-11-21T10:00:00Z", "Lugo"),
        by_correos("c1", of(PickedUp), "2026-11-18T12:00:00Z", "Madrid"),
        by_correos("c2", of(Returning).because(Cause::Refused), "2026-11-20T12:00:00Z", "Vigo"),
        by_correos("c3", of(Returned), "2026-11-23T12:00:00Z", "Madrid"),
    ]
}

/// Everything that stands beside the parcels of an order, but for when it came to our ears.
async fn beside(world: &World, order: &OrderNumber) -> Value {
    sqlx::query_scalar(
        "select jsonb_agg(jsonb_build_object('state', tracking_state, 'cause', tracking_cause, 'tracking', tracking, 'at', tracking_at,
                    'first', first_scan_at, 'last', last_scan_at, 'eta', eta, 'promises', promises, 'attempts', attempts, 'proof', proof,
                    'timeline', (select jsonb_agg(line - 'heard_at') from jsonb_array_elements(timeline) line)) order by position)
         from parcel where order_id = $1",
    )
    .bind(world.id(order).await.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn any_order_and_number_of_tellings_of_several_sources_ends_beside_the_parcels_the_same(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let mut random = StdRng::seed_from_u64(11);
    let mut ends: Vec<(Value, Status)> = Vec::new();
    for round in 0..8 {
        let (ups, correos) = (format!("1ZROUND{round}"), format!("PQROUND{round}"));
        let order = paid(&world).await.0;
        world.add_parcel(&order, "ups", &ups).await;
        world.add_parcel(&order, "correos", &correos).await;
        let mut all = told(&ups, &correos);
        if round > 0 {
            let twice: Vec<_> = all.iter().filter(|_| random.random_bool(0.5)).cloned().collect();
            all.extend(twice);
            all.shuffle(&mut random);
        }
        for report in &all {
            hear(&world, report).await;
        }
        ends.push((beside(&world, &order).await, world.load(&order).await.state.status));
    }
    let (first, status) = &ends[0];
    for (end, other) in &ends {
        assert_eq!((end, other), (first, status));
    }
    assert_eq!(*status, Status::Exception, "one of the two came back");
    let (ups, correos) = (&first[0], &first[1]);
    assert_eq!((&ups["state"], &correos["state"]), (&"delivered".into(), &"returned".into()));
    let states = |parcel: &Value| -> Vec<String> {
        let lines = parcel["timeline"].as_array().unwrap().iter();
        lines.map(|line| line["meaning"]["state"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        states(ups),
        ["pre_transit", "picked_up", "delayed", "attempted", "delivered"],
        "two sources, one line"
    );
    assert_eq!(ups["timeline"][1]["sources"], serde_json::json!(["ups", "shippo"]));
    assert_eq!(states(correos), ["picked_up", "returning", "returned"]);
    let days: Vec<_> =
        ups["promises"].as_array().unwrap().iter().map(|it| (&it["day"], &it["cause"])).collect();
    assert_eq!(days, [(&"2026-11-19".into(), &Value::Null), (&"2026-11-20".into(), &"weather".into())]);
    assert_eq!(ups["eta"], "2026-11-20");
    assert_eq!((&ups["attempts"]["count"], &ups["proof"]["received_by"]), (&1.into(), &"GARCIA".into()));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_second_sources_word_of_a_known_scan_is_kept_and_tells_nothing_new(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let order = paid(&world).await.0;
    world.add_parcel(&order, "ups", "1ZTWICE").await;
    let scan = |source, key| {
        let told = event(key, Meaning::of(TrackingState::InTransit), "2026-11-18T18:00:00Z", "Madrid");
        report(source, "ups", "1ZTWICE", told)
    };
    hear(&world, &scan(TrackSource::Shippo, "s")).await;
    let version = world.load(&order).await.version;
    hear(&world, &scan(TrackSource::Ups, "u")).await;
    assert_eq!(world.load(&order).await.version, version);
    assert_eq!(world.count("select count(*) from carrier_event").await, 2);
    assert_eq!(world.events("tracking_update").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_code_in_no_table_is_kept_listed_and_guessed_at_by_nobody(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let order = paid(&world).await.0;
    world.add_parcel(&order, "ups", "1ZODD").await;
    let mut strange = event("x", Meaning::UNKNOWN, "2026-11-18T18:00:00Z", "Madrid");
    strange.meaning = None;
    strange.code = Some("QQ".into());
    hear(&world, &report(TrackSource::Ups, "ups", "1ZODD", strange)).await;
    assert_eq!(world.load(&order).await.state.status, Status::Confirmed);
    assert_eq!(
        world.count("select count(*) from carrier_event where not mapped and event ->> 'code' = 'QQ'").await,
        1
    );
    assert_eq!(
        world
            .count("select count(*) from parcel where tracking_state = 'unknown' and tracking_at is null")
            .await,
        1
    );
    assert_eq!(beside(&world, &order).await[0]["timeline"][0]["code"], "QQ");
    let listed = domain::alert::list(&world.shop, domain::Language::En).await.unwrap().unmapped;
    let listed: Vec<_> = listed.iter().map(|it| (it.source.as_str(), it.code.as_str(), it.times)).collect();
    assert_eq!(listed, [("UPS", "QQ", 1)]);
}

/// The alarms a number ever had, oldest first, an open one with its thing to do.
async fn alarms(world: &World, number: &str) -> Vec<(String, Option<String>)> {
    sqlx::query_as(
        "select a.kind, case when settled_at is null then todo end from parcel_alarm a join parcel p on p.id = a.parcel_id
         where p.tracking_number = $1 order by raised_at",
    )
    .bind(number)
    .fetch_all(&world.shop.pool)
    .await
    .unwrap()
}

async fn hourly(world: &World, now: &str) {
    world.shop.clock.set(at(now));
    let mut conn = world.shop.pool.acquire().await.unwrap();
    queue::enqueue(&mut conn, &WatchParcels { after: None }).await.unwrap();
    drop(conn);
    queue::drain(&world.shop).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn silence_problems_and_ends_raise_one_alarm_at_a_time_and_settle_it(pool: PgPool) {
    let mut world = World::without_worker(pool).await;
    let order = paid(&world).await.0;
    // A Monday.
    world.shop.clock = Clock::stopped(at("2026-11-23T10:00:00Z").0);
    world.add_parcel(&order, "ups", "1ZWATCH").await;
    world.add_parcel(&order, "courier_guy", "TCG1").await;
    sqlx::query("update parcel set created_at = '2026-11-23T10:00:00Z'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let said = |key: &str, meaning, moment: &str| {
        report(TrackSource::Ups, "ups", "1ZWATCH", event(key, meaning, moment, "Madrid"))
    };
    let open = "select count(*) from alert where kind = 'tracking_problem' and cleared_at is null";

    hourly(&world, "2026-11-25T10:00:00Z").await;
    assert!(alarms(&world, "1ZWATCH").await.is_empty(), "two working days are nothing");
    hourly(&world, "2026-11-26T10:00:00Z").await;
    assert_eq!(alarms(&world, "1ZWATCH").await, [("never_scanned".into(), Some("hand_over".into()))]);
    assert!(alarms(&world, "TCG1").await.is_empty(), "nobody tells of it: its silence says nothing");
    assert_eq!(world.count(open).await, 1);

    hear(&world, &said("1", Meaning::of(TrackingState::InTransit), "2026-11-26T12:00:00Z")).await;
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count(open).await, 0, "it was scanned");

    let address = Meaning::of(TrackingState::Attempted).because(Cause::Address).needs(Action::CorrectAddress);
    let mut stuck = said("2", address, "2026-11-27T12:00:00Z");
    stuck.attempts.until = Some(Day("2026-12-04".parse().unwrap()));
    hear(&world, &stuck).await;
    queue::drain(&world.shop).await.unwrap();
    let of_order = domain::alert::list(&world.shop, domain::Language::En).await.unwrap().alerts;
    let sentence = "The carrier cannot find the address. Correct the address. Until Friday, 4 December.";
    assert_eq!(of_order.iter().map(|alert| alert.sentence.as_str()).collect::<Vec<_>>(), [sentence]);

    hear(&world, &said("3", Meaning::of(TrackingState::Delivered), "2026-11-28T12:00:00Z")).await;
    queue::drain(&world.shop).await.unwrap();
    hourly(&world, "2027-01-20T10:00:00Z").await;
    let ever: Vec<_> = alarms(&world, "1ZWATCH").await;
    assert_eq!(ever, [("never_scanned".into(), None), ("address_problem".into(), None)]);
    assert_eq!(world.count(open).await, 0);
}

/// Who says that an order has arrived waits for no parcel: what was alarming about it is over at once.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_that_staff_call_delivered_alarms_nobody_any_more(pool: PgPool) {
    let mut world = World::without_worker(pool).await;
    let (order, id, ana) = paid(&world).await;
    world.shop.clock = Clock::stopped(at("2026-11-23T10:00:00Z").0);
    world.add_parcel(&order, "ups", "1ZBYHAND").await;
    hourly(&world, "2026-12-04T10:00:00Z").await;
    assert_eq!(alarms(&world, "1ZBYHAND").await, [("never_scanned".into(), Some("hand_over".into()))]);
    for stage in ["in_production", "shipped", "delivered"] {
        let seen = world.load(&order).await.version;
        domain::order::advance(&world.shop, &ana, id, domain::order::Move::On(stage.into()), seen)
            .await
            .unwrap();
    }
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(alarms(&world, "1ZBYHAND").await, [("never_scanned".into(), None)]);
    assert_eq!(world.count("select count(*) from alert where cleared_at is null").await, 0);
}

/// A database of before 0021, with scans in it, is brought up to date with nothing lost.
#[sqlx::test(migrations = false)]
async fn scans_of_before_are_carried_over(pool: PgPool) {
    let until = |below: i64| domain::db::MIGRATIONS.iter().filter(move |step| step.version < below);
    for step in until(21) {
        sqlx::raw_sql(step.sql.clone()).execute(&pool).await.unwrap();
    }
    sqlx::raw_sql(BEFORE).execute(&pool).await.unwrap();
    for step in domain::db::MIGRATIONS.iter().filter(|step| step.version >= 21) {
        let mut tx = pool.begin().await.unwrap();
        sqlx::raw_sql(step.sql.clone()).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    }
    let (state, cause, promises): (String, Option<String>, Value) =
        sqlx::query_as("select tracking_state, tracking_cause, promises from parcel")
            .fetch_one(&pool)
            .await
            .unwrap();
    assert_eq!((state.as_str(), cause.as_deref()), ("in_transit", Some("address")));
    assert_eq!(promises[0]["day"], "2026-11-24");
    let (timeline, first): (Value, String) =
        sqlx::query_as("select timeline, first_scan_at::text from parcel").fetch_one(&pool).await.unwrap();
    assert!(first.starts_with("2026-11-20 10:00"), "{first}");
    // What was written is what the program reads.
    let lines: Vec<domain::tracking::timeline::Line> = serde_json::from_value(timeline).unwrap();
    assert_eq!(
        lines.iter().map(|line| line.meaning.status().as_str()).collect::<Vec<_>>(),
        ["transit", "exception", "unknown"]
    );
    assert_eq!(lines[1].place.as_ref().unwrap().spell().as_deref(), Some("Lugo, ES"));
    let events: Vec<(String, Value)> =
        sqlx::query_as("select source, event from carrier_event order by recorded_at")
            .fetch_all(&pool)
            .await
            .unwrap();
    let events: Vec<(String, CarrierEvent)> =
        events.into_iter().map(|(source, event)| (source, serde_json::from_value(event).unwrap())).collect();
    assert_eq!(events[1].0, "ups");
    assert_eq!((events[1].1.key.as_str(), events[2].1.when), ("b", When::Unsaid));
}

const BEFORE: &str = "
    -- Whose parcel it is does not matter here.
    alter table parcel drop constraint parcel_order_id_fkey;
    insert into parcel (id, order_id, position, created_at, carrier, carrier_token, tracking_number, tracking, tracking_at, tracking_key, eta, eta_at)
    values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', 1, now(), 'UPS', 'ups', '1Z', 'exception',
        '2026-11-21T10:00:00Z', 'ups:b', '2026-11-24', '2026-11-21T10:00:00Z');
    insert into scan (parcel_id, key, tracking, substatus, detail, place, happened_at, recorded_at) values
        ('00000000-0000-7000-8000-000000000001', 'a', 'transit', 'package_accepted', 'Admitido', null, '2026-11-20T10:00:00Z', '2026-11-20T10:01:00Z'),
        ('00000000-0000-7000-8000-000000000001', 'ups:b', 'exception', 'address_issue', 'Bad', 'Lugo, ES', '2026-11-21T10:00:00Z', '2026-11-21T10:01:00Z'),
        ('00000000-0000-7000-8000-000000000001', 'c', 'unknown', null, null, null, null, '2026-11-22T10:01:00Z');
";
