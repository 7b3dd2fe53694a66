//! Sessions of shops that number their own orders and payments under the words Clew uses: those are no ids of another Clew's.

use domain::{
    Shop,
    connect::{Adopt, Connections},
    queue::drain,
    reconcile,
};
use sqlx::PgPool;

use crate::{
    adopted::{of_session, pay, session},
    support::World,
};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_that_numbers_its_own_orders_is_no_other_clew(pool: PgPool) {
    let numbered: [&[(&str, &str)]; 2] = [
        &[("metadata[clew]", "order"), ("metadata[order_id]", "1234")],
        &[("metadata[clew]", "order"), ("metadata[order_id]", "1235"), ("metadata[payment_id]", "77")],
    ];
    let world = World::adopting(pool.clone(), Adopt::Marked).await;
    for more in numbered {
        let session = session(&world, more).await;
        pay(&world, &session, false).await;
        world.idle().await;
        assert!(of_session(&world, &session).await.is_some(), "{more:?}");
    }
    // Told of while nobody wanted it: Stripe has nothing left to deliver, and the hourly look finds it.
    let world = World::adopting(pool, Adopt::Off).await;
    let mut missed = Vec::new();
    for more in numbered {
        let session = session(&world, more).await;
        pay(&world, &session, false).await;
        missed.push(session);
    }
    world.idle().await;
    assert_eq!(world.count("select count(*) from orders").await, 2);
    let connections = Connections { adopt: Adopt::Marked, ..Connections::default() };
    let shop = Shop { connections, ..world.shop.clone() };
    reconcile::plan(&shop, 4 * 24 * 3600).await.unwrap();
    drain(&shop).await.unwrap();
    for session in &missed {
        assert!(of_session(&world, session).await.is_some(), "{session}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 4);
}
