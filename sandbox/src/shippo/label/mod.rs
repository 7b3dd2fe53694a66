//! What a printer gets. Anybody with the address can fetch it, as with the real ones.

mod pdf;
mod png;
mod serve;

pub use serve::serve;

/// Everything printed on a label.
#[derive(Debug, Clone, Default)]
pub struct Print {
    /// `DHL Express`
    pub carrier: String,
    /// `Express Worldwide`
    pub service: String,
    /// The tracking number.
    pub number: String,
    /// The sender, line by line.
    pub from: Vec<String>,
    /// The recipient, line by line.
    pub to: Vec<String>,
    /// The client's own words.
    pub reference: String,
}

impl Print {
    /// Widths of black and white by turns. No scanner reads them: a label of the sandbox must never pass for one.
    pub fn bars(&self) -> Vec<u8> {
        self.number.bytes().flat_map(|byte| [byte % 3 + 1, byte / 3 % 3 + 1, byte / 9 % 2 + 1, 1]).collect()
    }
}
