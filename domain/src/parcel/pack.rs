//! From the things in an order to the boxes they go in. Pure; an estimate for carriers' prices, which staff may better.

use super::Size;

/// Heaviest box, in grams: what a person may lift and carriers take without asking.
pub const HEAVIEST: i64 = 30_000;

/// One line of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// How many.
    pub quantity: i64,
    /// Grams of one.
    pub weight_grams: Option<i64>,
    /// Millimetres of one: length, width, height; all or nothing.
    pub sides_mm: Option<[i64; 3]>,
}

/// One box and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Outer measures and weight.
    pub size: Size,
    /// Lines (by their place in the list) and how many of each.
    pub holds: Vec<(usize, i64)>,
}

/// Fills boxes in the order of the lines, none heavier than [`HEAVIEST`] unless one single thing is. A thing whose weight nobody
/// said shares the usual box's weight with its line; where sizes are missing the usual box's sides are the least.
pub fn pack(pieces: &[Piece], usual: Size) -> Vec<Packed> {
    let mut boxes: Vec<Filling> = Vec::new();
    for (line, piece) in pieces.iter().enumerate() {
        let weight = weight_of_one(piece, usual);
        let mut left = piece.quantity;
        while left > 0 {
            let room = boxes.last().map_or(0, |last| (HEAVIEST - last.weight) / weight);
            let taken = left.min(room);
            match boxes.last_mut().filter(|_| taken > 0) {
                Some(last) => last.add(line, piece, taken, weight),
                None => {
                    let mut fresh = Filling::default();
                    let taken = left.min((HEAVIEST / weight).max(1));
                    fresh.add(line, piece, taken, weight);
                    boxes.push(fresh);
                    left -= taken;
                    continue;
                }
            }
            left -= taken;
        }
    }
    if boxes.is_empty() {
        return vec![Packed { size: usual.turned(), holds: Vec::new() }];
    }
    boxes.into_iter().map(|filling| filling.close(usual)).collect()
}

/// Grams to reckon with for one of a line.
pub fn weight_of_one(piece: &Piece, usual: Size) -> i64 {
    piece.weight_grams.unwrap_or_else(|| usual.weight_grams / piece.quantity.max(1)).max(1)
}

#[derive(Default)]
struct Filling {
    weight: i64,
    volume: i64,
    sides: [i64; 3],
    unknown: bool,
    holds: Vec<(usize, i64)>,
}

impl Filling {
    fn add(&mut self, line: usize, piece: &Piece, quantity: i64, weight: i64) {
        self.weight += weight * quantity;
        match piece.sides_mm {
            Some(mut sides) => {
                sides.sort_unstable();
                for (most, side) in self.sides.iter_mut().zip(sides) {
                    *most = side.max(*most);
                }
                let volume: i64 = sides.iter().fold(1, |all, side| all.saturating_mul(*side));
                self.volume = self.volume.saturating_add(volume.saturating_mul(quantity));
            }
            None => self.unknown = true,
        }
        self.holds.push((line, quantity));
    }

    /// Sides in which the largest thing fits and the volume of all of them.
    fn close(self, usual: Size) -> Packed {
        let [mut height, mut width, mut length] = self.sides;
        if self.unknown {
            let usual = usual.turned();
            (length, width, height) =
                (length.max(usual.length_mm), width.max(usual.width_mm), height.max(usual.height_mm));
        }
        let side = cube_side(self.volume);
        if length.saturating_mul(width).saturating_mul(height) < self.volume {
            width = width.max(side);
            length = length.max(side);
            let floor = length.saturating_mul(width).max(1);
            height = height.max(self.volume / floor + 1);
        }
        let size = Size {
            length_mm: length.max(1),
            width_mm: width.max(1),
            height_mm: height.max(1),
            weight_grams: self.weight,
        };
        Packed { size: size.turned(), holds: self.holds }
    }
}

/// The side of the smallest cube that holds a volume.
fn cube_side(volume: i64) -> i64 {
    let mut side = 0_i64;
    let mut step = 1_i64 << 20;
    while step > 0 {
        let next = side + step;
        if next.saturating_mul(next).saturating_mul(next) < volume {
            side = next;
        }
        step /= 2;
    }
    side + 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn piece(quantity: i64, weight: i64, sides: [i64; 3]) -> Piece {
        Piece { quantity, weight_grams: Some(weight), sides_mm: Some(sides) }
    }

    #[test]
    fn what_is_not_known_is_the_usual_box() {
        let unknown = Piece { quantity: 3, weight_grams: None, sides_mm: None };
        let boxes = pack(&[unknown], Size::default());
        assert_eq!(boxes.len(), 1);
        assert_eq!((boxes[0].size.length_mm, boxes[0].size.height_mm), (350, 50));
        assert!(boxes[0].size.weight_grams <= 500);
    }

    #[test]
    fn heavy_goods_are_spread_over_boxes() {
        let boxes = pack(&[piece(10, 10_000, [300, 200, 100])], Size::default());
        assert_eq!(boxes.len(), 4);
        assert!(boxes.iter().all(|one| one.size.weight_grams <= HEAVIEST));
        let anvil = pack(&[piece(1, 45_000, [300, 200, 100])], Size::default());
        assert_eq!((anvil.len(), anvil[0].size.weight_grams), (1, 45_000), "one thing cannot be cut");
    }

    fn pieces() -> impl Strategy<Value = Vec<Piece>> {
        let sides = prop::option::of([1_i64..2000, 1_i64..2000, 1_i64..2000]);
        let one = (1_i64..200, prop::option::of(1_i64..40_000), sides)
            .prop_map(|(quantity, weight_grams, sides_mm)| Piece { quantity, weight_grams, sides_mm });
        prop::collection::vec(one, 1..12)
    }

    proptest! {
        /// Every thing is in exactly one box, every box is light enough or holds one thing, and what is in it fits.
        #[test]
        fn nothing_is_lost_and_nothing_too_heavy(pieces in pieces()) {
            let usual = Size::default();
            let boxes = pack(&pieces, usual);
            let mut packed = vec![0; pieces.len()];
            for one in &boxes {
                let mut weight = 0;
                for (line, quantity) in &one.holds {
                    packed[*line] += quantity;
                    weight += weight_of_one(&pieces[*line], usual) * quantity;
                    if let Some(mut sides) = pieces[*line].sides_mm {
                        sides.sort_unstable();
                        prop_assert!(sides[2] <= one.size.length_mm && sides[1] <= one.size.width_mm && sides[0] <= one.size.height_mm);
                    }
                }
                prop_assert_eq!(weight, one.size.weight_grams);
                let alone = one.holds.len() == 1 && one.holds[0].1 == 1;
                prop_assert!(alone || weight <= HEAVIEST);
            }
            prop_assert_eq!(packed, pieces.iter().map(|piece| piece.quantity).collect::<Vec<_>>());
        }
    }
}
