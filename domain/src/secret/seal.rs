//! What is kept so that a stolen database does not tell it: telephone numbers, and whatever else only we must read.
//!
//! XChaCha20-Poly1305 under a key of its own. The name of the cell is authenticated with it, so that what was sealed for one row
//! opens in no other; the first byte says how it was sealed, so that a later way can live beside this one.

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use uuid::Uuid;

use super::Secret;

const FIRST: u8 = 1;
const NONCE: usize = 24;

/// Where a sealed value stands: it opens there and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The row's own id.
    pub row: Uuid,
}

impl Cell {
    fn name(self) -> Vec<u8> {
        let mut name = format!("{}\0{}\0", self.table, self.column).into_bytes();
        name.extend_from_slice(self.row.as_bytes());
        name
    }
}

impl Secret {
    /// A blind hash of a telephone number in E.164 (`+34600111222`), whatever stands between its digits: equal for equal numbers,
    /// useless without the key.
    pub fn phone_hash(&self, phone: &str) -> Vec<u8> {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        self.mark("phone", &[digits.as_bytes()]).to_vec()
    }

    /// Seals a text for one cell. Sealing it twice gives two different values.
    ///
    /// # Errors
    /// Never for a text that fits into memory.
    pub fn seal(&self, cell: Cell, text: &str) -> anyhow::Result<Vec<u8>> {
        let nonce: [u8; NONCE] = rand::random();
        let message = Payload { msg: text.as_bytes(), aad: &cell.name() };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), message);
        let sealed = sealed.map_err(|_| anyhow::anyhow!("a text could not be sealed"))?;
        Ok([&[FIRST][..], &nonce, &sealed].concat())
    }

    /// What was sealed for this cell with this secret; `None` for anything else.
    pub fn open(&self, cell: Cell, sealed: &[u8]) -> Option<String> {
        let (&way, rest) = sealed.split_first()?;
        let (nonce, sealed) = rest.split_at_checked(NONCE)?;
        if way != FIRST {
            return None;
        }
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let message = Payload { msg: sealed, aad: &cell.name() };
        String::from_utf8(self.cipher().decrypt(&XNonce::from(nonce), message).ok()?).ok()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.mark("seal", &[]).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(row: u128) -> Cell {
        Cell { table: "customer", column: "phone", row: Uuid::from_u128(row) }
    }

    fn secret(byte: u8) -> Secret {
        Secret::new(vec![byte; 32]).unwrap()
    }

    #[test]
    fn what_was_sealed_opens_in_its_own_cell_only() {
        let sealed = secret(7).seal(cell(1), "+34600111222").unwrap();
        assert_eq!(secret(7).open(cell(1), &sealed).as_deref(), Some("+34600111222"));
        assert_eq!(secret(7).open(cell(2), &sealed), None);
        assert_eq!(secret(7).open(Cell { column: "email", ..cell(1) }, &sealed), None);
        assert_eq!(secret(7).open(Cell { table: "staff", ..cell(1) }, &sealed), None);
        assert_eq!(secret(8).open(cell(1), &sealed), None);
        assert_ne!(secret(7).seal(cell(1), "+34600111222").unwrap(), sealed, "equal numbers look unlike");
        assert!(!sealed.windows(5).any(|part| part == b"34600"));
    }

    #[test]
    fn no_altered_or_shortened_byte_opens_anything() {
        let sealed = secret(7).seal(cell(1), "+34600111222").unwrap();
        for i in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[i] ^= 1;
            assert_eq!(secret(7).open(cell(1), &altered), None, "byte {i}");
            assert_eq!(secret(7).open(cell(1), &sealed[..i]), None, "cut at {i}");
        }
    }

    #[test]
    fn a_number_has_one_hash_however_it_is_written() {
        let hash = |phone: &str| secret(7).phone_hash(phone);
        assert_eq!(hash("+34600111222"), hash("+34 600 11 12 22"));
        assert_ne!(hash("+34600111222"), hash("+34600111223"));
        assert_ne!(hash("+34600111222"), secret(8).phone_hash("+34600111222"));
        assert_ne!(hash("+34600111222"), secret(7).email_hash("34600111222"));
    }
}
