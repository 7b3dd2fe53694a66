//! Twilio's webhooks, understood: what became of a text message, and what somebody answered.

use sqlx::PgConnection;

use super::{End, about_message, store};
use crate::{
    Fault, Shop,
    notice::{self, News},
    provider::twilio::callback::{Callback, Meaning},
};

/// Hears one form in the caller's transaction.
pub(super) async fn hear(conn: &mut PgConnection, shop: &Shop, body: &[u8]) -> Result<End, Fault> {
    let Some(callback) = Callback::read(body) else { return Ok(End::failed("not a message's form")) };
    match callback.meaning() {
        Meaning::News(news) => message(conn, shop, "twilio", callback.sid(), news).await,
        Meaning::Wish(phone, wish) => {
            notice::wish(conn, shop, &phone, wish).await?;
            Ok(End::noted("the number's owner was heard"))
        }
        Meaning::Nothing(why) => Ok(End::ignored(why)),
    }
}

/// News of one message, from whichever provider. It may come before we have booked the message as sent: then it waits.
pub(super) async fn message(
    conn: &mut PgConnection,
    shop: &Shop,
    provider: &str,
    id: &str,
    news: News,
) -> Result<End, Fault> {
    let about = about_message(provider, id);
    store::meet(conn, &about).await?;
    if notice::hear(conn, shop, provider, id, news).await? {
        Ok(End::noted("the message knows"))
    } else {
        Ok(End::waiting("its message is not here yet", about))
    }
}
