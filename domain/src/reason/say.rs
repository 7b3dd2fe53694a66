//! Each reason as a sentence that says what to do.

use super::{HourFlaw, Reason, ReceiverFlaw};
use crate::{
    Language,
    language::{Word, say, say_with},
};

impl Reason {
    /// The sentence.
    pub fn say(&self, language: Language) -> String {
        let with = |key: &str, args: Vec<(&'static str, Word<'static>)>| say_with(language, key, args);
        match self {
            Self::NotPaid => say(language, "refused-not-paid"),
            Self::Ended { status } => with("refused-ended", vec![("status", status.say(language).into())]),
            Self::NoArrow { from, to } => {
                with("refused-no-arrow", vec![("from", from.clone().into()), ("to", to.clone().into())])
            }
            Self::SeveralStages { stages } => {
                with("refused-several-stages", vec![("stages", stages.clone().into())])
            }
            Self::UnknownStage { stage } => {
                with("refused-unknown-stage", vec![("stage", stage.clone().into())])
            }
            Self::OnHold => say(language, "refused-on-hold"),
            Self::BadHour { flaw } => say(
                language,
                match flaw {
                    HourFlaw::Unclear => "refused-hour-unclear",
                    HourFlaw::Skipped => "refused-hour-skipped",
                    HourFlaw::Twice => "refused-hour-twice",
                    HourFlaw::Past => "refused-hour-past",
                    HourFlaw::Far => "refused-hour-far",
                },
            ),
            Self::BadReceiver { flaw } => say(
                language,
                match flaw {
                    ReceiverFlaw::NoAddress => "refused-receiver-no-address",
                    ReceiverFlaw::NotHttps => "refused-receiver-not-https",
                    ReceiverFlaw::Password => "refused-receiver-password",
                    ReceiverFlaw::Port => "refused-receiver-port",
                    ReceiverFlaw::Inside => "refused-receiver-inside",
                },
            ),
            Self::TooManyEndpoints { most } => {
                with("refused-too-many-endpoints", vec![("most", (*most).into())])
            }
            Self::NoticeNotGivenUp => say(language, "refused-notice-not-given-up"),
            Self::NoticeToldThere => say(language, "refused-notice-told-there"),
            Self::SparedByWish => say(language, "refused-spared-by-wish"),
            Self::LeftAlready { status } => {
                with("refused-left-already", vec![("status", status.say(language).into())])
            }
            Self::StageGone { stage } => with("refused-stage-gone", vec![("stage", stage.clone().into())]),
            Self::StageMeansOther { stage, status } => with(
                "refused-stage-means-other",
                vec![("stage", stage.clone().into()), ("status", status.say(language).into())],
            ),
            Self::HoldNeverTaken => say(language, "refused-hold-never-taken"),
            Self::MoveRuns => say(language, "refused-move-runs"),
            Self::WorkflowChanged { who } => {
                with("refused-workflow-changed", vec![("who", who.clone().into())])
            }
            Self::BadWorkflowKey => say(language, "refused-bad-workflow-key"),
            Self::NoWorkflow { line } => with("refused-no-workflow", vec![("line", (*line).into())]),
            Self::NotHeld => say(language, "refused-not-held"),
            Self::NoRecall => say(language, "refused-no-recall"),
            Self::BadTrackingNumber => say(language, "refused-bad-tracking-number"),
            Self::BadTrackingUrl => say(language, "refused-bad-tracking-url"),
            Self::EmptyParcel => say(language, "refused-empty-parcel"),
            Self::EmptyNote => say(language, "refused-empty-note"),
            Self::TooLong { most } => with("refused-too-long", vec![("most", (*most).into())]),
            Self::TooManyParcels => say(language, "refused-too-many-parcels"),
            Self::WrongPassword => say(language, "refused-wrong-password"),
            Self::WeakPassword => say(language, "refused-weak-password"),
            Self::BadEmail => say(language, "refused-bad-email"),
            Self::EmailTaken => say(language, "refused-email-taken"),
            Self::NotInvited => say(language, "refused-not-invited"),
            Self::LastAdmin => say(language, "refused-last-admin"),
            Self::OwnAccount => say(language, "refused-own-account"),
            Self::WrongFactor => say(language, "refused-wrong-factor"),
            Self::PassSpent => say(language, "refused-pass-spent"),
            Self::FactorOn => say(language, "refused-factor-on"),
            Self::OwnFactor => say(language, "refused-own-factor"),
            Self::AccountChanged => say(language, "refused-account-changed"),
            Self::NameMissing => say(language, "refused-name-missing"),
            Self::LinkSpent => say(language, "refused-link-spent"),
            Self::TooMany { seconds } => {
                with("refused-too-many", vec![("minutes", seconds.div_ceil(60).into())])
            }
            Self::RoleTooLow => say(language, "refused-role-too-low"),
            Self::SignedOut => say(language, "refused-signed-out"),
            Self::AmountMismatch => say(language, "refused-amount-mismatch"),
            Self::TooLateToCancel { status } => {
                with("refused-too-late-to-cancel", vec![("status", status.say(language).into())])
            }
            Self::AskTheShop { contact } => {
                with("refused-ask-the-shop", vec![("contact", contact.clone().into())])
            }
            Self::NoAmount => say(language, "refused-no-amount"),
            Self::BadAmount { currency, like } => with(
                "refused-bad-amount",
                vec![("currency", currency.clone().into()), ("like", like.clone().into())],
            ),
            Self::TooMuchToRefund { most } => {
                with("refused-too-much-to-refund", vec![("most", most.clone().into())])
            }
            Self::NothingToRefund => say(language, "refused-nothing-to-refund"),
            Self::StripeStep { step } => with("refused-stripe-step", vec![("step", step.clone().into())]),
            Self::PaidElsewhere => say(language, "refused-paid-elsewhere"),
            Self::NoReturnNow => say(language, "refused-no-return-now"),
            Self::ReturnOpen => say(language, "refused-return-open"),
            Self::NoReturn => say(language, "refused-no-return"),
            Self::NoLabelNow { status } => {
                with("refused-no-label-now", vec![("status", status.say(language).into())])
            }
            Self::LabelExists => say(language, "refused-label-exists"),
            Self::LabelInDoubt => say(language, "refused-label-in-doubt"),
            Self::SeveralBoxes { boxes } => with("refused-several-boxes", vec![("count", (*boxes).into())]),
            Self::NoVoidNow => say(language, "refused-no-void-now"),
            Self::NoRates => say(language, "refused-no-rates"),
            Self::NotTrackable => say(language, "refused-not-trackable"),
            Self::BadSku => say(language, "refused-bad-sku"),
            Self::NoPrice => say(language, "refused-no-price"),
            Self::NoPieces => say(language, "refused-no-pieces"),
            Self::StockMoved { left } => with("refused-stock-moved", vec![("left", i64::from(*left).into())]),
            Self::FewerInStock { left } => {
                with("refused-fewer-in-stock", vec![("left", i64::from(*left).into())])
            }
            Self::NoReviewNow => say(language, "refused-no-review-now"),
            Self::OutOfStock { sku } => with("refused-out-of-stock", vec![("sku", sku.clone().into())]),
            Self::NothingSelected => say(language, "refused-nothing-selected"),
            Self::TooManyOrders { most } => with("refused-too-many-orders", vec![("most", (*most).into())]),
            Self::BulkBegun => say(language, "refused-bulk-begun"),
            Self::TooLateToUndo => say(language, "refused-too-late-to-undo"),
            Self::ChangedSince => say(language, "refused-changed-since"),
            Self::MoneyTaken => say(language, "refused-money-taken"),
            Self::NoSuchPerson => say(language, "refused-no-such-person"),
            Self::ViewNameMissing => say(language, "refused-view-name-missing"),
            Self::NotYourView => say(language, "refused-not-your-view"),
            Self::TooManyViews => say(language, "refused-too-many-views"),
            Self::UnknownPlace => say(language, "refused-unknown-place"),
            Self::FulfilmentMissing => say(language, "refused-fulfilment-missing"),
            Self::MethodNotOffered { method } => say(language, &format!("refused-no-{}", method.as_str())),
            Self::TooFar { metres, most } => with(
                "refused-too-far",
                vec![
                    ("distance", kilometres(*metres, language).into()),
                    ("most", kilometres(*most, language).into()),
                ],
            ),
            Self::Elsewhere { most } => {
                with("refused-elsewhere", vec![("most", kilometres(*most, language).into())])
            }
            Self::NoSuchPostcode => say(language, "refused-no-such-postcode"),
            Self::NoSlotsHere => say(language, "refused-no-slots-here"),
            Self::SlotMissing { next } => slot(language, "refused-slot-missing", next.as_deref()),
            Self::SlotClosed { next } => slot(language, "refused-slot-closed", next.as_deref()),
            Self::SlotFull { next } => slot(language, "refused-slot-full", next.as_deref()),
            Self::BadPhone => say(language, "refused-bad-phone"),
            Self::WrongCode => say(language, "refused-wrong-code"),
            Self::CodeOver => say(language, "refused-code-over"),
            Self::NoTexts => say(language, "refused-no-texts"),
            Self::EmptyMessage => say(language, "refused-empty-message"),
            Self::CannotBeWritten => say(language, "refused-cannot-be-written"),
            Self::NotCarried { contact } => {
                with("refused-not-carried", vec![("contact", contact.clone().into())])
            }
            Self::WithTheDriver { contact } => {
                with("refused-with-the-driver", vec![("contact", contact.clone().into())])
            }
            Self::NotThereYet { contact } => {
                with("refused-not-there-yet", vec![("contact", contact.clone().into())])
            }
            Self::ThereForLong { days, contact } => with(
                "refused-there-for-long",
                vec![("days", (*days).into()), ("contact", contact.clone().into())],
            ),
            Self::BadPlace { flaws } => {
                let all: Vec<_> = flaws.iter().map(|flaw| flaw.say(language)).collect();
                all.join(" ")
            }
        }
    }
}

/// Why not this slot, and the next free one where there is one.
fn slot(language: Language, key: &str, next: Option<&str>) -> String {
    let why = say(language, key);
    let then = match next {
        Some(next) => say_with(language, "refused-slot-next", vec![("next", next.to_owned().into())]),
        None => say(language, "refused-slot-none"),
    };
    format!("{why} {then}")
}

/// "2.4 km (1.5 mi)", with the language's own decimal sign.
pub(crate) fn kilometres(metres: i32, language: Language) -> String {
    let written = |tenths: i64| {
        let sign = if language == Language::En { '.' } else { ',' };
        format!("{}{sign}{}", tenths / 10, tenths % 10)
    };
    let metres = i64::from(metres);
    let args = vec![
        ("km", written((metres + 50) / 100).into()),
        // The international mile has 1609.344 metres.
        ("miles", written((metres * 10_000 + 804_672) / 1_609_344).into()),
    ];
    say_with(language, "distance", args)
}
