//! A point on the earth, and how far it is to another.

/// Degrees, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// North is above zero.
    pub latitude: f64,
    /// East is above zero.
    pub longitude: f64,
}

/// The earth's mean radius in metres (IUGG); with it the haversine formula is right to half a percent.
const EARTH: f64 = 6_371_008.8;

impl Coordinates {
    /// A point, when there is such a one.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let good = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        good.then_some(Self { latitude, longitude })
    }

    /// Great-circle distance in whole metres.
    pub fn metres_to(self, other: Self) -> i32 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let (north, east) = (b - a, (other.longitude - self.longitude).to_radians());
        let half = (north / 2.0).sin().powi(2) + a.cos() * b.cos() * (east / 2.0).sin().powi(2);
        let metres = 2.0 * EARTH * half.sqrt().min(1.0).asin();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "at most half the earth's circumference: 20 million"
        )]
        let whole = metres.round() as i32;
        whole
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(latitude: f64, longitude: f64) -> Coordinates {
        Coordinates::new(latitude, longitude).unwrap()
    }

    #[test]
    fn distances_are_those_of_the_atlas() {
        // London to Edinburgh, to Madrid; a degree on the equator; the poles; across the date line.
        for (a, b, metres) in [
            (at(51.5074, -0.1278), at(55.9533, -3.1883), 534_000),
            (at(51.5074, -0.1278), at(40.4168, -3.7038), 1_264_000),
            (at(0.0, 0.0), at(0.0, 1.0), 111_195),
            (at(90.0, 0.0), at(-90.0, 0.0), 20_015_115),
            (at(0.0, 179.5), at(0.0, -179.5), 111_195),
        ] {
            let got = a.metres_to(b);
            assert!((got - metres).abs() <= metres / 400, "{a:?} {b:?}: {got}, not {metres}");
        }
        assert_eq!(Coordinates::new(91.0, 0.0), None);
        assert_eq!(Coordinates::new(0.0, f64::NAN), None);
    }

    proptest! {
        #[test]
        fn as_far_there_as_back(a in -90.0_f64..=90.0, b in -180.0_f64..=180.0, c in -90.0_f64..=90.0, d in -180.0_f64..=180.0) {
            let (here, there) = (at(a, b), at(c, d));
            prop_assert!((here.metres_to(there) - there.metres_to(here)).abs() <= 1);
            prop_assert_eq!(here.metres_to(here), 0);
            prop_assert!((0..=20_015_200).contains(&here.metres_to(there)));
        }
    }
}
