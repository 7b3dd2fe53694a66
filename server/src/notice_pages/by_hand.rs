//! `/admin/orders/{number}/message`: writing to an order's customer. Looking writes nothing; sending twice sends once.

use admin::notices::{Draft, Hour, Said, by_hand_page};
use axum::{
    Form,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Fault, Reason,
    ids::OrderId,
    notice::{
        Channel,
        by_hand::{self, ByHand, Way, Words},
    },
    order::{OrderNumber, store},
    staff::Role,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    Looking, failed,
    frame::{framed, framed_text},
    page,
};
use crate::{desk::Answer, state::AppState};

#[derive(Debug, Deserialize)]
pub(super) struct Typed {
    key: Uuid,
    #[serde(default)]
    channel: String,
    #[serde(default)]
    subject: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    at: String,
}

impl Typed {
    fn channel(&self) -> Channel {
        Channel::parse(&self.channel).unwrap_or(Channel::Email)
    }
}

async fn ways(state: &AppState, number: &str) -> Result<(OrderNumber, OrderId, Vec<Way>), Fault> {
    let number = OrderNumber::parse(number).ok_or(Fault::NotFound)?;
    let mut conn = state.shop.pool.acquire().await?;
    let id = store::id_of(&mut conn, &number).await?;
    let ways = by_hand::ways(&mut conn, id).await?;
    Ok((number, id, ways))
}

/// An empty page.
pub(super) async fn show(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(number): Path<String>,
) -> Answer {
    desk.person.must_be(Role::Operator).map_err(|reason| failed(&reason.into()))?;
    let (number, _, ways) = ways(&state, &number).await.map_err(|fault| failed(&fault))?;
    let draft = Draft {
        number: number.to_string(),
        key: Uuid::now_v7().to_string(),
        channel: ways.iter().find(|way| !way.silenced).map_or(Channel::Email, |way| way.channel),
        subject: String::new(),
        text: String::new(),
        hour: hour(&state, String::new(), None),
    };
    Ok(page(&desk, StatusCode::OK, by_hand_page(&desk, &draft, &ways, &Said::default())))
}

/// Sends it, or has it wait for its hour, and leads back to the order. A refusal keeps what was typed.
pub(super) async fn send(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(number): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    let (number, id, ways) = ways(&state, &number).await.map_err(|fault| failed(&fault))?;
    let (language, channel) = (desk.person.language, typed.channel());
    let words = Words::read(&typed.subject, &typed.text, channel);
    let at = by_hand::read_hour(&typed.at, &state.shop.about.zone, state.shop.clock.now());
    let bad_hour = at.as_ref().err().map(|reason| reason.say(language));
    let sent = match (words, at) {
        (Ok(words), Ok(at)) => {
            let wish = ByHand { key: typed.key, channel, words, at };
            by_hand::by_hand(&state.shop, &desk.person, id, &wish).await.map(|_| ())
        }
        (Err(reason), _) | (_, Err(reason)) => Err(reason.into()),
    };
    match sent {
        Ok(()) => Ok(Redirect::to(&format!("/admin/orders/{number}")).into_response()),
        Err(Fault::Refused(reason)) if reason != Reason::RoleTooLow => {
            // What is wrong with the hour stands at its field.
            let elsewhere = !matches!(reason, Reason::BadHour { .. });
            let said = Said { bad: elsewhere.then(|| reason.say(language)), ..Said::default() };
            let draft = Draft {
                number: number.to_string(),
                key: typed.key.to_string(),
                channel,
                subject: typed.subject,
                text: typed.text,
                hour: hour(&state, typed.at, bad_hour),
            };
            let html = by_hand_page(&desk, &draft, &ways, &said);
            Ok(page(&desk, StatusCode::UNPROCESSABLE_ENTITY, html))
        }
        Err(fault) => Err(failed(&fault)),
    }
}

fn hour(state: &AppState, typed: String, bad: Option<String>) -> Hour {
    let zone = &state.shop.about.zone;
    Hour {
        typed,
        bad,
        first: by_hand::first_hour(zone, state.shop.clock.now()),
        zone: zone.iana_name().unwrap_or_default().to_owned(),
    }
}

/// The message as it would arrive, for the frame of the page.
pub(super) async fn look(
    State(state): State<AppState>,
    Looking(desk): Looking,
    Path(number): Path<String>,
    Form(typed): Form<Typed>,
) -> Answer {
    desk.person.must_be(Role::Operator).map_err(|reason| failed(&reason.into()))?;
    let (_, id, ways) = ways(&state, &number).await.map_err(|fault| failed(&fault))?;
    let channel = typed.channel();
    let way = ways.iter().find(|way| way.channel == channel);
    let recipient = way.and_then(|way| way.recipients.first()).cloned().unwrap_or_default();
    let words = match Words::read(&typed.subject, &typed.text, channel) {
        Ok(words) => words,
        Err(reason) => return Ok(framed_text(&reason.say(desk.person.language), None)),
    };
    let shown = by_hand::preview(&state.shop, id, channel, &words, &recipient).await;
    shown.map(drawn).map_err(|fault| failed(&fault))
}

fn drawn(message: domain::notice::Rendered) -> Response {
    match &message.html {
        Some(html) => framed(html, message.subject.as_deref()),
        None => framed_text(&message.text, message.subject.as_deref()),
    }
}
