//! How large and heavy a box is.

use serde::{Deserialize, Serialize};

/// Outer measures and weight with everything in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Size {
    /// Millimetres, the longest side.
    pub length_mm: i64,
    /// Millimetres.
    pub width_mm: i64,
    /// Millimetres, the shortest side.
    pub height_mm: i64,
    /// Grams.
    pub weight_grams: i64,
}

impl Default for Size {
    /// A small flat parcel: 35 × 25 × 5 cm, half a kilogram.
    fn default() -> Self {
        Self { length_mm: 350, width_mm: 250, height_mm: 50, weight_grams: 500 }
    }
}

impl Size {
    /// The same box with its sides in order.
    #[must_use]
    pub fn turned(self) -> Self {
        let mut sides = [self.length_mm, self.width_mm, self.height_mm];
        sides.sort_unstable();
        let [height_mm, width_mm, length_mm] = sides;
        Self { length_mm, width_mm, height_mm, ..self }
    }
}
