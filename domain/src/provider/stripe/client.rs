//! What we ask of Stripe, through async-stripe, with a time-out and our own ids as idempotency keys.

use std::{collections::HashMap, time::Duration};

use secrecy::{ExposeSecret, SecretString};
use stripe::{Client, ClientBuilder, RequestStrategy, StripeError, StripeRequest};
use stripe_checkout::{
    CheckoutSessionLocale, CheckoutSessionMode,
    checkout_session::{
        CreateCheckoutSession, CreateCheckoutSessionLineItems, CreateCheckoutSessionLineItemsPriceData,
        CreateCheckoutSessionPaymentIntentData, CreateCheckoutSessionPaymentIntentDataCaptureMethod,
        CreateCheckoutSessionShippingOptions, CreateCheckoutSessionShippingOptionsShippingRateData,
        CreateCheckoutSessionShippingOptionsShippingRateDataFixedAmount,
        CreateCheckoutSessionShippingOptionsShippingRateDataType, ListCheckoutSession, ProductData,
    },
};

use super::{answer, to_stripe};
use crate::{
    Language,
    clock::At,
    ids::{OrderId, PaymentId},
    provider::{Refused, Unanswered, http},
};

const PATIENCE: Duration = Duration::from_secs(12);

/// Stripe, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Stripe {
    pub(super) client: Client,
    /// For what must be read as it came.
    pub(super) raw: reqwest::Client,
    pub(super) key: SecretString,
    pub(super) base: String,
}

impl std::fmt::Debug for Stripe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Stripe")
    }
}

/// A Checkout Session to be created.
#[derive(Debug, Clone)]
pub struct Checkout {
    /// Our payment: Stripe's idempotency key.
    pub payment: PaymentId,
    /// Put into the metadata of session and PaymentIntent alike; Stripe does not copy one to the other.
    pub order: OrderId,
    /// The number the customer knows, shown on the receipt.
    pub number: String,
    /// ISO 4217.
    pub currency: String,
    /// What is bought.
    pub lines: Vec<Line>,
    /// Name and minor units of sending it.
    pub shipping: Option<(String, i64)>,
    /// Prefilled on Stripe's page.
    pub email: String,
    /// The page's language.
    pub language: Language,
    /// Where the customer goes after paying.
    pub success_url: String,
    /// Where the customer goes when turning back.
    pub cancel_url: String,
    /// Whether the money is only held, because a later stage takes it.
    pub manual: bool,
    /// When the page closes; Stripe takes half an hour to a day from now (<https://docs.stripe.com/api/checkout/sessions/create>).
    pub until: Option<At>,
}

/// One line of the checkout.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// How many.
    pub quantity: u64,
    /// Minor units for one.
    pub unit_amount: i64,
}

/// What Stripe answers: its session's id and the page to send the customer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// `cs_…`.
    pub id: String,
    /// Stripe's page; `None` once the session is over.
    pub url: Option<String>,
    /// `pi_…`, when Stripe has made it already.
    pub payment_intent: Option<String>,
}

impl Stripe {
    /// A client for a secret key, at Stripe's address or another (the sandbox's).
    ///
    /// # Errors
    /// When the key or address cannot be one.
    pub fn new(key: &SecretString, base: Option<&str>) -> Result<Self, StripeError> {
        // async-stripe joins base and path as they are.
        let base = format!("{}/", base.unwrap_or("https://api.stripe.com").trim_end_matches('/'));
        let builder = ClientBuilder::new(key.expose_secret())
            .url(base.clone())
            .timeout(PATIENCE)
            .request_strategy(RequestStrategy::Once);
        let raw = http::client(PATIENCE).map_err(StripeError::ConfigError)?;
        Ok(Self { client: builder.build()?, raw, key: key.clone(), base })
    }

    /// Creates the session; asking again for the same payment gets the same session.
    ///
    /// # Errors
    /// When Stripe does not answer: the order is kept and asking again is right.
    pub async fn create_session(&self, checkout: &Checkout) -> Result<Result<Session, Refused>, Unanswered> {
        let request = match request(checkout) {
            Ok(request) => request,
            Err(refused) => return Ok(Err(refused)),
        };
        let answer = request
            .customize()
            .request_strategy(answer::once_for(&checkout.payment.to_string())?)
            .send(&self.client)
            .await;
        Ok(answer::read(answer)?.map(|session| Session {
            id: session.id.to_string(),
            url: session.url,
            payment_intent: session.payment_intent.map(|intent| intent.into_id().to_string()),
        }))
    }

    /// Whether Stripe can be reached and takes the key: for `clew check`.
    ///
    /// # Errors
    /// Stripe's words.
    pub async fn check(&self) -> Result<(), String> {
        let list = ListCheckoutSession::new().limit(1);
        list.send(&self.client).await.map(drop).map_err(|error| error.to_string())
    }
}

/// What Stripe would refuse is not sent: no such currency, no such amount of it.
fn request(checkout: &Checkout) -> Result<CreateCheckoutSession, Refused> {
    let code = checkout.currency.to_ascii_lowercase();
    let refused = |message: String| Refused { code: "not_at_stripe".to_owned(), message };
    let currency: stripe_types::Currency =
        code.parse().map_err(|_| refused(format!("Stripe has no currency {code}")))?;
    let theirs = |minor: i64| {
        to_stripe(minor, &code)
            .ok_or_else(|| refused(format!("Stripe moves no {minor} minor units of {code}")))
    };
    let metadata: HashMap<String, String> = [
        ("order_id".to_owned(), checkout.order.to_string()),
        ("order_number".to_owned(), checkout.number.clone()),
        ("payment_id".to_owned(), checkout.payment.to_string()),
    ]
    .into();
    let lines: Vec<_> = checkout
        .lines
        .iter()
        .map(|line| {
            let mut price = CreateCheckoutSessionLineItemsPriceData::new(currency.clone());
            price.unit_amount = Some(theirs(line.unit_amount)?);
            price.product_data = Some(ProductData::new(line.name.clone()));
            let mut item = CreateCheckoutSessionLineItems::new();
            item.price_data = Some(price);
            item.quantity = Some(line.quantity);
            Ok(item)
        })
        .collect::<Result<_, Refused>>()?;
    let mut intent = CreateCheckoutSessionPaymentIntentData::new();
    intent.metadata = Some(metadata.clone());
    intent.description = Some(checkout.number.clone());
    if checkout.manual {
        intent.capture_method = Some(CreateCheckoutSessionPaymentIntentDataCaptureMethod::Manual);
    }
    let mut create = CreateCheckoutSession::new()
        .mode(CheckoutSessionMode::Payment)
        .line_items(lines)
        .success_url(&checkout.success_url)
        .cancel_url(&checkout.cancel_url)
        .customer_email(&checkout.email)
        .client_reference_id(checkout.order.to_string())
        .locale(locale(checkout.language))
        .metadata(metadata)
        .payment_intent_data(intent);
    if let Some(until) = checkout.until {
        create = create.expires_at(until.0.as_second());
    }
    if let Some((name, amount)) = &checkout.shipping {
        let mut rate = CreateCheckoutSessionShippingOptionsShippingRateData::new(name);
        rate.type_ = Some(CreateCheckoutSessionShippingOptionsShippingRateDataType::FixedAmount);
        rate.fixed_amount = Some(CreateCheckoutSessionShippingOptionsShippingRateDataFixedAmount::new(
            theirs(*amount)?,
            currency,
        ));
        let mut option = CreateCheckoutSessionShippingOptions::new();
        option.shipping_rate_data = Some(rate);
        create = create.shipping_options(vec![option]);
    }
    Ok(create)
}

const fn locale(language: Language) -> CheckoutSessionLocale {
    match language {
        Language::En => CheckoutSessionLocale::En,
        Language::Es => CheckoutSessionLocale::Es,
        Language::Ro => CheckoutSessionLocale::Ro,
        Language::Ru => CheckoutSessionLocale::Ru,
    }
}
