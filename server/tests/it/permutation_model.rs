//! A small model of what an order comes to. It looks at the set of what was said and never at its order, has words and rules of its own, and
//! asks nothing of the code under test: what both agree on, both have understood.

use serde_json::{Value, json};

/// What an order of `permutations.rs` costs, in cents.
pub const PAID: i64 = 3490;

/// A carrier's word, Shippo's code, what both mean, and how far such a box has come.
pub type Word = (&'static str, &'static str, &'static str, Reach);

/// An end beats what is under way, and that beats what has not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Nothing,
    Announced,
    UnderWay,
    TurnedBack,
    There,
    BackAgain,
}

pub const WORDS: [Word; 9] = [
    ("UNKNOWN", "other", "unknown", Reach::Nothing),
    ("PRE_TRANSIT", "information_received", "pre_transit", Reach::Announced),
    ("TRANSIT", "package_accepted", "transit", Reach::UnderWay),
    ("TRANSIT", "delayed", "delayed", Reach::UnderWay),
    ("TRANSIT", "address_issue", "exception", Reach::UnderWay),
    ("FAILURE", "package_lost", "exception", Reach::UnderWay),
    ("TRANSIT", "out_for_delivery", "out_for_delivery", Reach::UnderWay),
    ("RETURNED", "return_to_sender", "returned", Reach::TurnedBack),
    ("DELIVERED", "delivered", "delivered", Reach::There),
];

/// One box of an order.
#[derive(Debug)]
pub struct Parcel {
    /// What Shippo says of its purchase; `None` where staff typed the number.
    pub label: Option<Vec<&'static str>>,
    /// What its carrier says, and in which hour.
    pub scans: Vec<(Word, u8)>,
}

/// What becomes of an order's money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Money {
    /// Nothing.
    Never,
    /// It is paid at once.
    Paid,
    /// It is held, and later taken.
    Taken,
    /// It is held to the end.
    Held,
    /// It is held, and given free.
    GivenFree,
}

impl Money {
    /// Whether the shop gets it.
    const fn is_there(self) -> bool {
        matches!(self, Self::Paid | Self::Taken)
    }

    /// What Stripe says of the intent that holds it, and a short name.
    pub const fn words(self) -> &'static [(&'static str, &'static str)] {
        const HELD: (&str, &str) = ("payment_intent.amount_capturable_updated", "held");
        match self {
            Self::Never | Self::Paid => &[],
            Self::Taken => &[HELD, ("payment_intent.succeeded", "taken")],
            Self::Held => &[HELD],
            Self::GivenFree => &[HELD, ("payment_intent.canceled", "free")],
        }
    }
}

/// Everything that is said of one order.
#[derive(Debug)]
pub struct Said {
    pub money: Money,
    pub expired: bool,
    /// Amount, and Stripe's words.
    pub refunds: Vec<(i64, Vec<&'static str>)>,
    pub dispute: Vec<&'static str>,
    pub parcels: Vec<Parcel>,
}

impl Parcel {
    /// Whether there is a box: its number was typed, or its label sold.
    pub fn is_there(&self) -> bool {
        self.label.as_ref().is_none_or(|words| words.contains(&"SUCCESS"))
    }

    /// The furthest word, of these the latest. Handed over after it had turned back, it is with the sender.
    fn believed(&self) -> (&'static str, Option<u8>, Reach) {
        let turned = self.scans.iter().filter(|((.., reach), _)| *reach == Reach::TurnedBack);
        let turned = turned.map(|(_, hour)| *hour).min();
        let heard = self.scans.iter().filter(|((.., reach), _)| *reach > Reach::Nothing);
        let heard = heard.map(|((_, _, means, reach), hour)| match reach {
            Reach::There if turned.is_some_and(|turned| turned < *hour) => {
                ("returned", Some(*hour), Reach::BackAgain)
            }
            _ => (*means, Some(*hour), *reach),
        });
        heard.max_by_key(|(_, hour, reach)| (*reach, *hour)).unwrap_or(("unknown", None, Reach::Nothing))
    }

    fn label(&self) -> Option<&'static str> {
        let words = self.label.as_ref()?;
        Some(if words.contains(&"SUCCESS") {
            "bought"
        } else if words.contains(&"ERROR") {
            "refused"
        } else {
            "calling"
        })
    }
}

impl Said {
    /// Everything there is to compare, in the shape in which `permutations.rs` reads it.
    pub fn end(&self) -> Value {
        let (status, stage) = self.stands();
        let there = || self.parcels.iter().filter(|parcel| parcel.is_there());
        let boxes: Vec<_> = there().map(|parcel| json!([parcel.believed().0, parcel.believed().1])).collect();
        let labels: Vec<_> = self.parcels.iter().filter_map(Parcel::label).collect();
        let scans: usize = there().map(|parcel| parcel.scans.len()).sum();
        let bought = labels.iter().filter(|label| **label == "bought").count();
        let hours = there().flat_map(|parcel| &parcel.scans);
        let left = hours.filter(|((.., reach), _)| *reach >= Reach::UnderWay).map(|(_, hour)| *hour).min();
        let arrived =
            there().filter_map(|parcel| parcel.believed().1).max().filter(|_| status == "delivered");
        json!({
            "status": status, "stage": stage, "payment": self.payment(),
            "captured": if self.money.is_there() { PAID } else { 0 }, "reserved": self.sum(|word| word != "failed"),
            "refunds": self.refunds_known(), "disputes": self.disputes_known(),
            "boxes": boxes, "labels": labels, "scans": scans,
            "left": left, "arrived": arrived, "updates": scans, "created": bought,
        })
    }

    /// How much of it can never be placed: money of a payment nobody knows, and boxes nobody has.
    pub fn waiting(&self) -> i64 {
        let money: usize =
            self.refunds.iter().map(|(_, words)| words.len()).sum::<usize>() + self.dispute.len();
        let scans: usize =
            self.parcels.iter().filter(|parcel| !parcel.is_there()).map(|parcel| parcel.scans.len()).sum();
        i64::try_from(scans + if self.money.is_there() { 0 } else { money }).unwrap()
    }

    /// Headline and stage of the print factory.
    fn stands(&self) -> (&'static str, Option<&'static str>) {
        if self.money == Money::Never {
            return ("pending", None);
        }
        let there: Vec<_> =
            self.parcels.iter().filter(|parcel| parcel.is_there()).map(Parcel::believed).collect();
        let says = |word: &str| there.iter().any(|(means, ..)| *means == word);
        if there.iter().all(|(.., reach)| *reach < Reach::UnderWay) {
            let packed = self.parcels.iter().any(|parcel| parcel.label() == Some("bought"));
            return if packed { ("processing", Some("in_production")) } else { ("confirmed", Some("new")) };
        }
        // A label that is asked for and not answered may be a box more.
        let open = self.parcels.iter().any(|parcel| parcel.label() == Some("calling"));
        let status = if says("exception") || says("returned") {
            "exception"
        } else if says("delayed") {
            "delayed"
        } else if !open && there.iter().all(|(means, ..)| *means == "delivered") {
            return ("delivered", Some("delivered"));
        } else if says("out_for_delivery") && !says("transit") {
            "out_for_delivery"
        } else {
            "shipped"
        };
        (status, Some("shipped"))
    }

    fn payment(&self) -> &'static str {
        let back = self.sum(|word| word == "succeeded");
        match (self.money, self.dispute.last(), back) {
            (Money::Never, ..) if self.expired => "failed",
            (Money::Never | Money::GivenFree, ..) => "unpaid",
            (Money::Held, ..) => "authorized",
            // Money that the bank took is not the shop's, whether it still asks or has won.
            (_, Some(word), _) if *word != "won" => "disputed",
            (_, _, 0) => "paid",
            (_, _, PAID) => "refunded",
            _ => "partially_refunded",
        }
    }

    fn sum(&self, counts: impl Fn(&str) -> bool) -> i64 {
        self.refunds
            .iter()
            .filter(|(_, words)| self.money.is_there() && counts(last(words)))
            .map(|(amount, _)| amount)
            .sum()
    }

    fn refunds_known(&self) -> Vec<Value> {
        let known = self.refunds.iter().filter(|_| self.money.is_there());
        known.map(|(amount, words)| json!([amount, last(words)])).collect()
    }

    fn disputes_known(&self) -> Vec<&'static str> {
        self.dispute.last().filter(|_| self.money.is_there()).copied().into_iter().collect()
    }
}

/// The latest of these words in a life: they are drawn in that order.
fn last(words: &[&'static str]) -> &'static str {
    words.last().copied().unwrap_or_default()
}
