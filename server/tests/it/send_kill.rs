//! A real `clew work` gets SIGKILL at each step of sending, and another one finds what is left: nothing is lost, and there is a copy only where
//! the mail server could not let us know.

use std::time::Duration;

use domain::{
    order::{self, Move},
    staff::Role,
};
use sqlx::PgPool;

use crate::{
    delivery::no_word_of_processing,
    label_kill::{kill, killed_at, work},
    label_world::at_once,
    support::World,
};

/// Waits, with time passing for whatever snoozes, until no job is left.
pub async fn comes_to_rest(world: &World) {
    let rest = async {
        while world.count("select count(*) from job where not dead").await > 0 {
            at_once(world).await;
            world.breathe().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), rest).await.expect("the worker does not come to rest");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_at_any_step_of_a_mail_repeats_it_only_where_nobody_confirmed(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    no_word_of_processing(&world).await;
    let steps: [(&str, usize); 4] =
        [("send.found", 1), ("send.claimed", 1), ("send.handed", 2), ("send.recorded", 1)];
    for (index, (place, copies)) in steps.into_iter().enumerate() {
        let email = format!("kill{index}@customer.test");
        let (number, page) = world.order(|body| body["customer"]["email"] = email.as_str().into()).await;
        world.pay(&page).await;
        world.idle_until_staged(&number).await;
        domain::queue::drain(&world.shop).await.unwrap();
        assert_eq!(world.mail(&email, 1).await.len(), 1);
        for stage in ["in_production", "shipped"] {
            let (id, version) = (world.id(&number).await, world.load(&number).await.version);
            order::advance(&world.shop, &ana, id, Move::On(stage.into()), version).await.unwrap();
        }
        killed_at(&world, place).await;
        let child = work(&world, None);
        comes_to_rest(&world).await;
        kill(&world, child).await;
        let mails = world.mail(&email, 1 + copies).await;
        assert_eq!(mails.len(), 1 + copies, "{place}");
        let name = &mails[0]["message_id"];
        assert!(mails[..copies].iter().all(|mail| mail["message_id"] == *name), "{place}: under one name");
        if copies == 2 {
            assert_eq!(mails[1]["reply_confirmed"], false, "{place}: its answer was never confirmed");
        }
        assert_eq!(world.count("select count(*) from notice where state <> 'sent'").await, 0, "{place}");
    }
}
