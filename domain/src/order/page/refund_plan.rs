//! What a refund would do: looked at, and confirmed or not, before anything is asked for.

use super::{
    super::{OrderNumber, RefundPlan, store},
    money::words,
};
use crate::{Fault, Language, Reason, Shop, money::Money, payment, secret};

/// The plan of paying back what was typed, or everything that is left when nothing was. Writes nothing.
///
/// # Errors
/// [`Fault::Refused`] when so much cannot go back or the amount cannot be read; [`Fault::NotFound`].
pub async fn refund_plan(
    shop: &Shop,
    number: &OrderNumber,
    typed: &str,
    language: Language,
) -> Result<RefundPlan, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let id = store::id_of(&mut conn, number).await?;
    let order = store::load(&mut conn, id).await?;
    let payment = payment::store::of_order(&mut conn, id).await?;
    if payment.provider == payment::PaymentProvider::External {
        return Err(Reason::PaidElsewhere.into());
    }
    let left = payment.facts.refundable(payment.reserved);
    let minor = match typed.trim() {
        "" => left,
        typed => {
            let like = || Money::parse(left, &payment.currency).map(|money| money.typed(language));
            let bad =
                || Reason::BadAmount { currency: payment.currency.clone(), like: like().unwrap_or_default() };
            Money::read(typed, &payment.currency).ok_or_else(bad)?.minor
        }
    };
    let say = |minor: i64| words(minor, &payment.currency, language);
    match minor {
        _ if left <= 0 => return Err(Reason::NothingToRefund.into()),
        minor if minor <= 0 => return Err(Reason::NoAmount.into()),
        minor if minor > left => return Err(Reason::TooMuchToRefund { most: say(left) }.into()),
        _ => payment::exact_at_stripe(minor, &payment.currency, language)?,
    }
    Ok(RefundPlan {
        amount: say(minor),
        minor,
        left: (minor < left).then(|| say(left - minor)),
        email: order.email,
        version: order.version,
        key: secret::token(),
    })
}
