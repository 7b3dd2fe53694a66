//! What is known of a payment, as facts that can be learnt in any order, and the one word they come to.

use super::PaymentStatus;

/// Everything providers have said so far, merged. Amounts are minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Facts {
    /// Held on the card at some time.
    pub authorized: i64,
    /// Taken.
    pub captured: i64,
    /// Gone back: succeeded refunds only.
    pub refunded: i64,
    /// The hold was given free.
    pub released: bool,
    /// The checkout expired, or a delayed payment method failed.
    pub failed: bool,
    /// The customer's bank has asked for it back and has not lost.
    pub disputed: bool,
}

impl Facts {
    /// The payment's status. Money that came absorbs: providers promise no order, so an expiry that arrives after, or before, a
    /// success never decides.
    pub const fn status(&self) -> PaymentStatus {
        if self.captured > 0 {
            return match (self.disputed, self.refunded) {
                (true, _) => PaymentStatus::Disputed,
                (false, 0) => PaymentStatus::Paid,
                (false, back) if back < self.captured => PaymentStatus::PartiallyRefunded,
                (false, _) => PaymentStatus::Refunded,
            };
        }
        match (self.authorized > 0, self.released, self.failed) {
            (true, false, _) => PaymentStatus::Authorized,
            (true, true, _) | (false, _, false) => PaymentStatus::Unpaid,
            (false, _, true) => PaymentStatus::Failed,
        }
    }

    /// What can still go back, given what is reserved for refunds already.
    pub const fn refundable(&self, reserved: i64) -> i64 {
        self.captured.saturating_sub(reserved)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_set_of_facts_has_one_word() {
        let none = Facts::default();
        let paid = Facts { captured: 100, ..none };
        let held = Facts { authorized: 100, ..none };
        let table = [
            (none, PaymentStatus::Unpaid),
            (Facts { failed: true, ..none }, PaymentStatus::Failed),
            (held, PaymentStatus::Authorized),
            (Facts { failed: true, ..held }, PaymentStatus::Authorized),
            (Facts { released: true, ..held }, PaymentStatus::Unpaid),
            (paid, PaymentStatus::Paid),
            (Facts { failed: true, released: true, authorized: 100, ..paid }, PaymentStatus::Paid),
            (Facts { refunded: 1, ..paid }, PaymentStatus::PartiallyRefunded),
            (Facts { refunded: 100, ..paid }, PaymentStatus::Refunded),
            (Facts { refunded: 100, disputed: true, ..paid }, PaymentStatus::Disputed),
        ];
        for (facts, word) in table {
            assert_eq!(facts.status(), word, "{facts:?}");
        }
    }
}
