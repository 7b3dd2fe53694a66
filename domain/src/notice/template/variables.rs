//! What a message knows: its variables' values, in words of the recipient's language.

use super::Variable;

/// The facts of one message, each in words already. What is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Variables {
    /// The order's number; empty where it is about none.
    pub number: String,
    /// The customer's name.
    pub name: String,
    /// The shop's name.
    pub shop: String,
    /// Where to ask.
    pub contact: String,
    /// The page that tells more.
    pub link: String,
    /// Where the customer says what they want to hear.
    pub preferences: String,
    /// The stage, as customers read it.
    pub stage: String,
    /// The headline's word.
    pub status: String,
    /// What was bought.
    pub items: Vec<Goods>,
    /// What sending costs; empty where it costs nothing.
    pub shipping: String,
    /// What all of it costs.
    pub total: String,
    /// The money this is about.
    pub amount: String,
    /// Whether money is, or was, only held.
    pub held: bool,
    /// Whether its customer comes for it.
    pub pickup: bool,
    /// Where to: name and address.
    pub place: String,
    /// At which time.
    pub slot: String,
    /// The day by which it should leave.
    pub promised: String,
    /// The day on which it should arrive.
    pub expected: String,
    /// The day on which we had said it would.
    pub previous: String,
    /// The boxes.
    pub parcels: Vec<Package>,
    /// What holds it up.
    pub problem: String,
    /// What a person wrote.
    pub message: String,
    /// A product's code.
    pub sku: String,
    /// A product's name.
    pub product: String,
    /// What is left of it.
    pub stock: u64,
    /// Who gave somebody an account.
    pub inviter: String,
}

/// One thing that was bought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Goods {
    /// What.
    pub name: String,
    /// How many.
    pub quantity: u64,
    /// What they cost together.
    pub price: String,
}

/// One box.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Package {
    /// Who carries it.
    pub carrier: String,
    /// Under which number.
    pub number: String,
    /// The carrier's page about it.
    pub url: String,
}

/// A variable's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Count(u64),
    /// Yes or no.
    Flag(bool),
}

impl Value {
    /// Whether an `if` takes its first way.
    pub const fn is_there(&self) -> bool {
        match self {
            Self::Text(text) => !text.is_empty(),
            Self::Count(count) => *count > 0,
            Self::Flag(flag) => *flag,
        }
    }
}

impl Variables {
    /// The value of a variable.
    pub fn get(&self, variable: Variable) -> Value {
        let first = |of: fn(&Package) -> &String| self.parcels.first().map(of).cloned().unwrap_or_default();
        Value::Text(match variable {
            Variable::Number => self.number.clone(),
            Variable::Name => self.name.clone(),
            Variable::Shop => self.shop.clone(),
            Variable::Contact => self.contact.clone(),
            Variable::Link => self.link.clone(),
            Variable::Preferences => self.preferences.clone(),
            Variable::Stage => self.stage.clone(),
            Variable::Status => self.status.clone(),
            Variable::Items => {
                joined(self.items.iter().map(|item| format!("{} × {}", item.quantity, item.name)))
            }
            Variable::ItemCount => return Value::Count(self.items.iter().map(|item| item.quantity).sum()),
            Variable::Total => self.total.clone(),
            Variable::Amount => self.amount.clone(),
            Variable::Held => return Value::Flag(self.held),
            Variable::Pickup => return Value::Flag(self.pickup),
            Variable::Place => self.place.clone(),
            Variable::Slot => self.slot.clone(),
            Variable::Promised => self.promised.clone(),
            Variable::Expected => self.expected.clone(),
            Variable::Previous => self.previous.clone(),
            Variable::Carrier => first(|parcel| &parcel.carrier),
            Variable::TrackingNumber => first(|parcel| &parcel.number),
            Variable::TrackingUrl => first(|parcel| &parcel.url),
            Variable::Parcels => {
                joined(self.parcels.iter().map(|parcel| format!("{} {}", parcel.carrier, parcel.number)))
            }
            Variable::ParcelCount => return Value::Count(self.parcels.len() as u64),
            Variable::Problem => self.problem.clone(),
            Variable::Message => self.message.clone(),
            Variable::Sku => self.sku.clone(),
            Variable::Product => self.product.clone(),
            Variable::Stock => return Value::Count(self.stock),
            Variable::Inviter => self.inviter.clone(),
        })
    }
}

impl Variables {
    /// The same without what could break out of its place: line ends and control characters (a mail's header), and the signs that turn
    /// a line's direction around. Nothing is longer than a reader bears.
    #[must_use]
    pub fn cleaned(mut self) -> Self {
        for text in [
            &mut self.number,
            &mut self.name,
            &mut self.shop,
            &mut self.contact,
            &mut self.stage,
            &mut self.status,
            &mut self.shipping,
            &mut self.total,
            &mut self.amount,
            &mut self.place,
            &mut self.slot,
            &mut self.promised,
            &mut self.expected,
            &mut self.previous,
            &mut self.problem,
            &mut self.sku,
            &mut self.product,
            &mut self.inviter,
        ] {
            *text = one_line(text);
        }
        for item in &mut self.items {
            item.name = one_line(&item.name);
        }
        for parcel in &mut self.parcels {
            parcel.carrier = one_line(&parcel.carrier);
            parcel.number = one_line(&parcel.number);
            // Anything else would be a link that does something.
            if !parcel.url.starts_with("https://") && !parcel.url.starts_with("http://") {
                parcel.url.clear();
            }
        }
        let lines: Vec<_> = self.message.lines().map(harmless).collect();
        let lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        self.message = shortened(&lines.collect::<Vec<_>>().join("\n"), 4000);
        self
    }
}

/// One line of harmless characters.
pub(in crate::notice) fn one_line(text: &str) -> String {
    shortened(&harmless(text).split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "), 240)
}

/// A no-break space is a space, but not one at which an amount may be torn apart.
fn harmless(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let space = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars().filter(|c| !turns(*c)).map(|c| if space(c) { ' ' } else { c }).collect()
}

fn shortened(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
