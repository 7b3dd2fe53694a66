//! Why the shop's rules refuse something: each reason is one sentence in four languages.

mod say;

#[cfg(feature = "ssr")]
pub(crate) use say::kilometres;
use serde::{Deserialize, Serialize};

use crate::{
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
    /// Several stages follow, and nobody said which.
    SeveralStages {
        /// Their keys.
        stages: String,
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
    /// Somebody has an account with that address.
    EmailTaken,
    /// A name is needed.
    NameMissing,
    /// The account is in use, or closed: nobody has to be invited.
    NotInvited,
    /// Nobody would be left who manages accounts.
    LastAdmin,
    /// Nobody closes their own account.
    OwnAccount,
    /// A code that is wrong, too old or used already.
    WrongFactor,
    /// Too much time, or a change of the account, between the password and the code.
    PassSpent,
    /// The account has a second factor already.
    FactorOn,
    /// Nobody resets their own second factor: turning it off needs the password.
    OwnFactor,
    /// Somebody else has changed the account meanwhile.
    AccountChanged,
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
    /// Stripe moves amounts of that currency in larger steps only.
    StripeStep {
        /// The smallest step, formatted.
        step: String,
    },
    /// The money was taken elsewhere, and goes back there.
    PaidElsewhere,
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
    /// A message says something.
    EmptyMessage,
    /// The customer has no such channel, or nobody writes there any more.
    CannotBeWritten,
    /// No hour at which a message can leave.
    BadHour {
        /// Why not.
        flaw: HourFlaw,
    },
    /// It left, was taken back, or still waits for its hour: there is nothing to send again.
    NoticeNotGivenUp,
    /// That address has been told the same.
    NoticeToldThere,
    /// Its owner does not want to hear from the shop; only they take that back.
    SparedByWish,
    /// No number that takes text messages.
    BadPhone,
    /// Not the code that was sent.
    WrongCode,
    /// The code has run out, was tried too often, or none was sent.
    CodeOver,
    /// The shop sends no text messages.
    NoTexts,
    /// No carrier brings it: there is no driver to tell anything.
    NotCarried {
        /// Whom to write to.
        contact: String,
    },
    /// It is on the last vehicle, or has arrived: the carrier decides now.
    WithTheDriver {
        /// Whom to write to.
        contact: String,
    },
    /// Nothing of it is reported as delivered.
    NotThereYet {
        /// Whom to write to.
        contact: String,
    },
    /// It arrived too long ago for a form.
    ThereForLong {
        /// For how many days there is one.
        days: i64,
        /// Whom to write to.
        contact: String,
    },
    /// Nothing would be sent to such an address.
    BadReceiver {
        /// Why not.
        flaw: ReceiverFlaw,
    },
    /// More endpoints than one shop sends to.
    TooManyEndpoints {
        /// How many it sends to.
        most: i64,
    },
    /// A place that cannot be kept as it was written down.
    BadPlace {
        /// All that is wrong.
        flaws: Vec<PlaceFlaw>,
    },
}

/// Why a date and time is no hour at which a message can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HourFlaw {
    /// It is no date and time.
    Unclear,
    /// Clocks are set forward over it.
    Skipped,
    /// Clocks show it twice.
    Twice,
    /// It has passed.
    Past,
    /// It is more than a year ahead.
    Far,
}

/// Why nothing is sent to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiverFlaw {
    /// It is none, or longer than any.
    NoAddress,
    /// Whoever listens on the way would read it.
    NotHttps,
    /// A password in an address ends in logs.
    Password,
    /// Not a port where webhooks are received.
    Port,
    /// It lies inside a network.
    Inside,
}

impl ReceiverFlaw {
    /// The word for the log of attempts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoAddress => "no_address",
            Self::NotHttps => "not_https",
            Self::Password => "password",
            Self::Port => "port",
            Self::Inside => "inside",
        }
    }
}

#[cfg(feature = "ssr")]
impl From<Reason> for crate::Fault {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}
