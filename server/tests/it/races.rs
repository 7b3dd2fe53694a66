//! Two people, one order.

use domain::{
    Fault, Language, Reason,
    order::{self, Move, Status, record::Recorded},
    parcel::ParcelDetails,
    payment::PaymentStatus,
    staff::Role,
};
use futures::future::join_all;
use sqlx::PgPool;

use crate::support::World;

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn of_two_staff_one_wins_and_the_other_is_told_what_changed(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let (ion, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen).await.unwrap();
    let late = order::ship(&world.shop, &ion, id, ParcelDetails::default(), seen).await.unwrap_err();
    let Fault::Conflict(changed) = &late else { panic!("{late:?}") };
    assert_eq!(
        (changed.actor.as_deref(), changed.kind.as_str(), changed.version),
        (Some("Operator"), "stage_entered", seen + 1)
    );
    for language in Language::ALL {
        assert!(late.say(language).contains("Operator"), "{}", late.say(language));
    }
    let order = world.load(&number).await;
    assert_eq!(order.state.status, Status::Processing);
    // Both saw it in production; both have put it into a parcel of their own.
    let parcel =
        |number: &str| ParcelDetails { tracking_number: Some(number.to_owned()), ..ParcelDetails::default() };
    order::ship(&world.shop, &ana, id, parcel("1Z-ANA"), order.version).await.unwrap();
    let late = order::ship(&world.shop, &ion, id, parcel("1Z-ION"), order.version).await.unwrap_err();
    assert!(matches!(late, Fault::Conflict(_)), "{late:?}");
    let again = order::ship(&world.shop, &ana, id, parcel("1Z-ANA"), order.version).await.unwrap();
    assert_eq!((again, world.count("select count(*) from parcel").await), (Recorded::Already, 1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_clicks_at_once_move_the_order_once(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    let clicks =
        (0..10).map(|_| order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen));
    let answers: Vec<Recorded> = join_all(clicks).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers.iter().filter(|answer| **answer != Recorded::Already).count(), 1);
    assert_eq!(world.count("select count(*) from event where kind = 'stage_entered'").await, 1);
    assert_eq!(world.load(&number).await.version, seen + 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn illegal_moves_are_refused_with_a_sentence_in_four_languages(pool: PgPool) {
    let world = World::start(pool).await;
    let (unpaid, _) = world.order(|_| ()).await;
    let paid = world.paid_order(|_| ()).await;
    let (mut ana, _) = world.person(Role::Operator).await;
    let mut sentences = std::collections::BTreeSet::new();
    for language in Language::ALL {
        ana.language = language;
        let (id, seen) = (world.id(&unpaid).await, world.load(&unpaid).await.version);
        let refused = order::advance(&world.shop, &ana, id, Move::On("new".into()), seen).await.unwrap_err();
        assert!(matches!(refused, Fault::Refused(Reason::NotPaid)), "{refused:?}");
        sentences.insert(refused.say(language));
        let (id, seen) = (world.id(&paid).await, world.load(&paid).await.version);
        let refused =
            order::advance(&world.shop, &ana, id, Move::On("delivered".into()), seen).await.unwrap_err();
        assert!(matches!(refused, Fault::Refused(Reason::NoArrow { .. })), "{refused:?}");
        sentences.insert(refused.say(language));
        assert!(matches!(
            order::advance(&world.shop, &ana, id, Move::Back("shipped".into()), seen).await,
            Err(Fault::Refused(Reason::NoRecall))
        ));
    }
    assert_eq!(sentences.len(), 8, "{sentences:#?}");
    assert_eq!(
        world.count("select count(*) from event where kind in ('stage_entered', 'recalled')").await,
        0
    );
}

/// A note contradicts nobody: whoever ships an order seen before it was written is not sent back. What does contradict is still told.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_notes_and_who_ships_do_not_disturb_each_other(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let (ion, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    order::add_note(&world.shop, &ion, id, "the customer called").await.unwrap();
    let moved = order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen).await.unwrap();
    assert_eq!(moved, Recorded::Moved(seen + 2));
    order::add_note(&world.shop, &ion, id, "and called again").await.unwrap();
    order::ship(&world.shop, &ana, id, ParcelDetails::default(), seen + 2).await.unwrap();
    // Something between two notes is told, and it is not the note that is named.
    order::add_note(&world.shop, &ion, id, "once more").await.unwrap();
    let late =
        order::advance(&world.shop, &ion, id, Move::On("delivered".into()), seen + 3).await.unwrap_err();
    let Fault::Conflict(changed) = &late else { panic!("{late:?}") };
    assert_eq!((changed.kind.as_str(), changed.version), ("stage_entered", seen + 4));
    // Nobody has seen what has not happened.
    let ahead = order::advance(&world.shop, &ion, id, Move::On("delivered".into()), seen + 9).await;
    assert!(matches!(ahead, Err(Fault::Conflict(_))), "{ahead:?}");
    assert_eq!(world.events("note_added").await, 3);
}

/// Starting takes the held money a moment later; whoever goes on before the page has heard of it is not sent back.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn money_the_start_itself_takes_stops_nobody(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, page) = world.order(|body| body["workflow"] = "kitchen".into()).await;
    world.pay(&page).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Authorized).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    let started = order::advance(&world.shop, &ana, id, Move::On("preparing".into()), seen).await.unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    assert_eq!(started, Recorded::Moved(seen + 1));
    order::advance(&world.shop, &ana, id, Move::On("ready".into()), seen + 1).await.unwrap();
}

/// Whoever was faster has no name: the sentence says on whose side it was.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_conflict_names_stripe_when_it_was_stripe(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, page) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    world.pay(&page).await;
    world.until(&number, |order| order.state.status == Status::Confirmed).await;
    let late =
        order::advance(&world.shop, &ana, id, Move::On("in_production".into()), seen).await.unwrap_err();
    for language in Language::ALL {
        let sentence = late.say(language);
        assert!(sentence.contains("Stripe"), "{sentence}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_history_has_no_gaps_and_cannot_be_rewritten(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    let (ana, _) = world.person(Role::Operator).await;
    let notes = (0..20).map(|i| {
        let (world, ana) = (&world, &ana);
        async move { order::add_note(&world.shop, ana, id, &format!("note {i}")).await }
    });
    join_all(notes).await.into_iter().for_each(|note| assert!(note.is_ok()));
    let gaps = world.count("select count(*) from (select version - row_number() over (partition by order_id order by version) as gap from event) e where gap <> 0").await;
    assert_eq!(gaps, 0);
    assert_eq!(
        world
            .count("select max(e.version) - min(o.version) from event e join orders o on o.id = e.order_id")
            .await,
        0
    );
    for rewrite in
        ["update event set actor = 'nobody'", "delete from event", "update payment_entry set amount = 1"]
    {
        assert!(sqlx::query(rewrite).execute(&world.shop.pool).await.is_err(), "{rewrite}");
    }
}
