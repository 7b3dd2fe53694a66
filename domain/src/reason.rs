//! Why the shop's rules refuse something: each reason is one sentence in four languages.

use serde::{Deserialize, Serialize};

use crate::{
    Language,
    language::{Word, say, say_with},
    order::Status,
    place::{Method, PlaceFlaw},
};

/// A refusal a person can act on. The words are in `locales/*/refusals.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// The order's payment has not arrived, so nothing may be made or sent.
    NotPaid,
    /// Delivered, cancelled and returned orders do not move any more.
    Ended {
        /// Where it ended.
        status: Status,
    },
    /// The workflow has no arrow from the order's stage to the wanted one.
    NoArrow {
        /// Label of the stage it is in, or of "none".
        from: String,
        /// Label of the wanted stage.
        to: String,
    },
    /// The workflow has no stage of that name.
    UnknownStage {
        /// The name asked for.
        stage: String,
    },
    /// It is on hold: first release it.
    OnHold,
    /// What has left the shop, or ended, is neither urgent nor held.
    LeftAlready {
        /// Where it stands.
        status: Status,
    },
    /// Its stage is no more in the newer version, and nobody said where it leads.
    StageGone {
        /// Its label.
        stage: String,
    },
    /// In the newer version that stage is on the other side of the shop's door.
    StageMeansOther {
        /// Its label.
        stage: String,
        /// What it would stand for.
        status: Status,
    },
    /// Its money is only held, and no stage to come would take it.
    HoldNeverTaken,
    /// Orders of this workflow are being moved already.
    MoveRuns,
    /// Somebody has saved a newer version meanwhile.
    WorkflowChanged {
        /// Who.
        who: String,
    },
    /// That can be no workflow's key.
    BadWorkflowKey,
    /// What was uploaded is no workflow.
    NoWorkflow {
        /// Where it stops being one.
        line: usize,
    },
    /// It is not on hold.
    NotHeld,
    /// Stepping back is possible only while nothing has left the shop.
    NoRecall,
    /// A tracking number is longer than any carrier's, or holds control characters.
    BadTrackingNumber,
    /// A tracking link that is not `http` or `https`.
    BadTrackingUrl,
    /// A box of which nothing is known.
    EmptyParcel,
    /// A note without a word in it.
    EmptyNote,
    /// Longer than we keep.
    TooLong {
        /// The most characters kept.
        most: usize,
    },
    /// More boxes than one order may have.
    TooManyParcels,
    /// Email and password do not belong together (or the account is closed: the same answer).
    WrongPassword,
    /// A password that is easy to guess.
    WeakPassword,
    /// Not an email address.
    BadEmail,
    /// A name is needed.
    NameMissing,
    /// The one-time set-up link was used or has run out.
    LinkSpent,
    /// Too many tries; wait.
    TooMany {
        /// Seconds until the next try.
        seconds: u64,
    },
    /// The signed-in person's role does not cover this.
    RoleTooLow,
    /// Nobody is signed in.
    SignedOut,
    /// The amount or currency paid is not what the order asked for.
    AmountMismatch,
    /// It is past the point at which it could be called off.
    TooLateToCancel {
        /// Where it stands.
        status: Status,
    },
    /// A customer wants to call off what is being made: only a person can decide that.
    AskTheShop {
        /// Whom to write to.
        contact: String,
    },
    /// An amount to refund that is nothing or less.
    NoAmount,
    /// What was typed is no amount of that currency, or can be read in two ways.
    BadAmount {
        /// ISO 4217.
        currency: String,
        /// An amount as it is understood.
        like: String,
    },
    /// More than can still go back.
    TooMuchToRefund {
        /// Formatted.
        most: String,
    },
    /// Nothing has been taken that could go back, or all of it went back.
    NothingToRefund,
    /// The order stands where no return can be asked for.
    NoReturnNow,
    /// A return is open already.
    ReturnOpen,
    /// There is no open return.
    NoReturn,
    /// The order stands where no label can be bought.
    NoLabelNow {
        /// Where it stands.
        status: Status,
    },
    /// This box has a label, or may have one.
    LabelExists,
    /// Nobody knows whether another label of this order was bought.
    LabelInDoubt,
    /// The price chosen is for several boxes together, and each box gets a label of its own.
    SeveralBoxes {
        /// How many.
        boxes: i64,
    },
    /// This label can no longer be given back.
    NoVoidNow,
    /// Nobody chose how to send it: fetch rates first.
    NoRates,
    /// A parcel without carrier or number cannot be asked after.
    NotTrackable,
    /// Fewer pieces are in stock than were asked for.
    OutOfStock {
        /// Which product.
        sku: String,
    },
    /// Nothing is selected.
    NothingSelected,
    /// More orders than one bulk change takes.
    TooManyOrders {
        /// How many it takes.
        most: usize,
    },
    /// It began already, or was taken back.
    BulkBegun,
    /// Its messages have left, or it is of a kind that stays.
    TooLateToUndo,
    /// The order has changed since.
    ChangedSince,
    /// Its money was taken when it entered the stage.
    MoneyTaken,
    /// Nobody of that name works here.
    NoSuchPerson,
    /// A list needs a name.
    ViewNameMissing,
    /// Only who made it, or an administrator, changes a list of the team.
    NotYourView,
    /// More lists than one keeps apart.
    TooManyViews,
    /// A product's key is one line of 1 to 100 characters.
    BadSku,
    /// Only what has a price can be offered.
    NoPrice,
    /// No number of pieces that can be booked.
    NoPieces,
    /// Stock moved since it was counted.
    StockMoved {
        /// Pieces there are now.
        left: i32,
    },
    /// More would go than there are.
    FewerInStock {
        /// Pieces there are.
        left: i32,
    },
    /// Specs are reviewed before anything is made.
    NoReviewNow,
    /// No place of that name hands orders over.
    UnknownPlace,
    /// The place works in slots, and the order says neither how nor when.
    FulfilmentMissing,
    /// The place does not hand orders over that way.
    MethodNotOffered {
        /// Which way.
        method: Method,
    },
    /// The address is outside the place's radius.
    TooFar {
        /// How far it is, in metres.
        metres: i32,
        /// How far the place delivers, in metres.
        most: i32,
    },
    /// The address is where no distance can be told: another country, an island.
    Elsewhere {
        /// How far the place delivers, in metres.
        most: i32,
    },
    /// There is no such postcode.
    NoSuchPostcode,
    /// The place works without slots.
    NoSlotsHere,
    /// A slot has to be chosen.
    SlotMissing {
        /// The next free one, in words.
        next: Option<String>,
    },
    /// Nothing can be ordered for that time.
    SlotClosed {
        /// The next free slot, in words.
        next: Option<String>,
    },
    /// Others were faster.
    SlotFull {
        /// The next free slot, in words.
        next: Option<String>,
    },
    /// A place that cannot be kept as it was written down.
    BadPlace {
        /// All that is wrong.
        flaws: Vec<PlaceFlaw>,
    },
}

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
            Self::UnknownStage { stage } => {
                with("refused-unknown-stage", vec![("stage", stage.clone().into())])
            }
            Self::OnHold => say(language, "refused-on-hold"),
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
pub fn kilometres(metres: i32, language: Language) -> String {
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

#[cfg(feature = "ssr")]
impl From<Reason> for crate::Fault {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}
