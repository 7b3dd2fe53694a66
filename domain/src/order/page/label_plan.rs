//! The ways to send a box and their prices: the customer's choice first, and what it costs now if that is something else.

use sqlx::types::Json;

use super::{
    super::{ChosenRate, LabelPlan, OrderNumber, RateView, store},
    money::words,
};
use crate::{
    Fault, Language, Shop,
    clock::At,
    parcel::{self, Direction, Offer, Size},
};

/// How long what was offered at checkout is shown without asking anew: Shippo's rates live seven days.
const FRESH: i64 = 7 * 24 * 3600;

/// What a person wants to see rates for.
#[derive(Debug, Clone)]
pub struct LabelQuestion {
    /// Which box.
    pub box_number: i16,
    /// Which way.
    pub direction: Direction,
    /// The box as staff measured it.
    pub size: Option<Size>,
    /// Ask anew even where rates are known.
    pub anew: bool,
}

/// What the customer chose at checkout.
struct Choice {
    rate: ChosenRate,
    offer: Option<Offer>,
    /// Whether its price is for this box alone.
    alone: bool,
}

/// Rates for an order's box. Buys nothing; asks Shippo where what was offered at checkout does not answer.
///
/// # Errors
/// [`Fault::NotFound`]; [`Fault::Down`] when Shippo does not answer.
pub async fn label_plan(
    shop: &Shop,
    number: &OrderNumber,
    question: &LabelQuestion,
    language: Language,
) -> Result<LabelPlan, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let id = store::id_of(&mut conn, number).await?;
    let row = sqlx::query!(
        r#"select o.shipment_id, o.service_token, o.carrier_token, q.rates as "rates?: Json<Vec<Offer>>", q.created_at as "asked?",
               coalesce(jsonb_array_length(q.parcels), 1)::bigint as "together!",
               exists (select 1 from label l where l.order_id = o.id and l.shipment_id = o.shipment_id) as "spent!"
           from orders o left join quote q on q.shipment_id = o.shipment_id where o.id = $1"#,
        id.0
    )
    .fetch_one(&mut *conn)
    .await?;
    // No connection is held while Shippo thinks.
    drop(conn);
    let offers = row.rates.map(|json| json.0).unwrap_or_default();
    let rate =
        row.shipment_id.zip(row.service_token).zip(row.carrier_token).map(
            |((shipment_id, service_token), carrier)| ChosenRate { shipment_id, service_token, carrier },
        );
    let choice = rate.filter(|_| question.direction == Direction::Outbound).map(|rate| Choice {
        offer: offers.iter().find(|offer| is(offer, &rate)).cloned(),
        rate,
        alone: row.together <= 1,
    });
    let now = shop.clock.now();
    let fresh = row.asked.is_some_and(|asked: At| asked.seconds_until(now) < FRESH);
    // A shipment that a label was bought from, or refused for, is spent.
    // What was quoted for several boxes together is never bought: each box is quoted for itself.
    let known = fresh
        && row.together <= 1
        && !row.spent
        && question.size.is_none()
        && !question.anew
        && question.box_number == 1;
    let mut plan = LabelPlan {
        box_number: question.box_number,
        direction: question.direction,
        rates: Vec::new(),
        gone: None,
        messages: Vec::new(),
        boxes: Vec::new(),
        together: choice.as_ref().map_or(1, |_| row.together),
    };
    match choice.as_ref().filter(|choice| known && choice.offer.is_some()) {
        Some(choice) => plan.rates = rates(&choice.rate.shipment_id, &offers, Some(choice), language),
        None => {
            let quoted =
                parcel::quote_order(shop, id, (question.direction, question.box_number), question.size)
                    .await?;
            let shipment = quoted.shipment_id.unwrap_or_default();
            plan.rates = rates(&shipment, &quoted.offers, choice.as_ref(), language);
            plan.messages = quoted.messages;
            plan.boxes = quoted.boxes.iter().map(measures).collect();
        }
    }
    let found = plan.rates.iter().any(|rate| rate.chosen);
    plan.gone = choice.filter(|_| !found).map(|choice| match choice.offer {
        Some(offer) => format!("{} {}", offer.carrier_name, offer.service),
        None => format!("{} {}", choice.rate.carrier, choice.rate.service_token),
    });
    Ok(plan)
}

fn is(offer: &Offer, rate: &ChosenRate) -> bool {
    offer.service_token == rate.service_token && offer.carrier == rate.carrier
}

fn rates(shipment: &str, offers: &[Offer], choice: Option<&Choice>, language: Language) -> Vec<RateView> {
    let mut rates: Vec<_> = offers
        .iter()
        .map(|offer| {
            let chosen = choice.filter(|choice| is(offer, &choice.rate));
            let before = chosen.filter(|choice| choice.alone).and_then(|choice| choice.offer.as_ref());
            RateView {
                value: format!("{shipment}|{}|{}", offer.service_token, offer.carrier),
                carrier: offer.carrier_name.clone(),
                service: offer.service.clone(),
                price: words(offer.amount, &offer.currency, language),
                days: offer.days,
                chosen: chosen.is_some(),
                difference: before.and_then(|before| difference(before, offer, language)),
            }
        })
        .collect();
    rates.sort_by_key(|rate| !rate.chosen);
    rates
}

fn difference(before: &Offer, now: &Offer, language: Language) -> Option<String> {
    let more = now.amount - before.amount;
    if more == 0 || before.currency != now.currency {
        return None;
    }
    let sign = if more > 0 { "+" } else { "" };
    Some(format!("{sign}{}", words(more, &now.currency, language)))
}

fn measures(size: &Size) -> String {
    let Size { length_mm, width_mm, height_mm, weight_grams } = size;
    format!("{length_mm}\u{a0}×\u{a0}{width_mm}\u{a0}×\u{a0}{height_mm}\u{a0}mm, {weight_grams}\u{a0}g")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(service: &str, amount: i64) -> Offer {
        Offer {
            service_token: service.into(),
            carrier: "ups".into(),
            carrier_name: "UPS".into(),
            service: service.into(),
            amount,
            currency: "EUR".into(),
            days: Some(2),
            attributes: Vec::new(),
        }
    }

    #[test]
    fn the_customers_choice_stands_first_with_what_it_costs_more_now() {
        let rate = ChosenRate { shipment_id: "old".into(), service_token: "b".into(), carrier: "ups".into() };
        let choice = Choice { rate, offer: Some(offer("b", 900)), alone: true };
        let shown = rates("new", &[offer("a", 500), offer("b", 1025)], Some(&choice), Language::En);
        let first = &shown[0];
        assert_eq!((first.chosen, &*first.value, &*first.price), (true, "new|b|ups", "€10.25"));
        assert_eq!(first.difference.as_deref(), Some("+€1.25"));
        assert_eq!((shown[1].chosen, shown[1].difference.as_deref()), (false, None));
        let cheaper = difference(&offer("b", 900), &offer("b", 850), Language::En);
        assert_eq!(cheaper.as_deref(), Some("−€0.50"));
    }
}
