//! The sender's settings: where parcels leave, and the box to reckon with.

use clap::Args;
use domain::{order::Address, parcel::Size, shop::ShipFrom};

use crate::config::Settings;

/// Where parcels leave.
#[derive(Debug, Clone, Default, Args)]
pub struct Sender {
    /// Who sends, and signs for customs; the shop's name when absent.
    #[arg(long = "ship-from-name", env = "CLEW_SHIP_FROM_NAME", global = true)]
    pub name: Option<String>,
    /// The sender's firm, when it is another name.
    #[arg(long = "ship-from-company", env = "CLEW_SHIP_FROM_COMPANY", global = true)]
    pub company: Option<String>,
    /// Street and number where carriers fetch parcels.
    #[arg(long = "ship-from-line1", env = "CLEW_SHIP_FROM_LINE1", global = true)]
    pub line1: Option<String>,
    /// Floor, flat, building.
    #[arg(long = "ship-from-line2", env = "CLEW_SHIP_FROM_LINE2", global = true)]
    pub line2: Option<String>,
    /// Town.
    #[arg(long = "ship-from-city", env = "CLEW_SHIP_FROM_CITY", global = true)]
    pub city: Option<String>,
    /// Province or state, where carriers want one.
    #[arg(long = "ship-from-state", env = "CLEW_SHIP_FROM_STATE", global = true)]
    pub state: Option<String>,
    /// Postcode.
    #[arg(long = "ship-from-postal-code", env = "CLEW_SHIP_FROM_POSTAL_CODE", global = true)]
    pub postal_code: Option<String>,
    /// Country, two capital letters (ISO 3166-1).
    #[arg(long = "ship-from-country", env = "CLEW_SHIP_FROM_COUNTRY", global = true)]
    pub country: Option<String>,
    /// The sender's telephone: carriers want one across borders.
    #[arg(long = "ship-from-phone", env = "CLEW_SHIP_FROM_PHONE", global = true)]
    pub phone: Option<String>,
    /// The sender's email for carriers; the contact when absent.
    #[arg(long = "ship-from-email", env = "CLEW_SHIP_FROM_EMAIL", global = true)]
    pub email: Option<String>,
    /// The box to reckon with where nobody said how large and heavy the goods are: `35x25x5cm 500g`.
    #[arg(long, env = "CLEW_PARCEL", default_value = "35x25x5cm 500g", value_parser = parcel, global = true)]
    pub parcel: Size,
}

/// The sender the settings name. `made_up`: a sandbox sells the labels, so what is missing is filled in.
///
/// # Errors
/// With the variables that are missing.
pub fn ship_from(settings: &Settings, made_up: bool) -> anyhow::Result<ShipFrom> {
    let said = &settings.sender;
    let name = said.name.clone().unwrap_or_else(|| settings.shop_name.clone());
    let email = said.email.clone().unwrap_or_else(|| settings.contact.clone());
    let (company, phone, parcel) = (said.company.clone(), said.phone.clone(), said.parcel);
    let needed = [
        ("CLEW_SHIP_FROM_LINE1", &said.line1),
        ("CLEW_SHIP_FROM_CITY", &said.city),
        ("CLEW_SHIP_FROM_POSTAL_CODE", &said.postal_code),
        ("CLEW_SHIP_FROM_COUNTRY", &said.country),
    ];
    let missing: Vec<&str> =
        needed.iter().filter(|(_, value)| value.is_none()).map(|(variable, _)| *variable).collect();
    let address = match (&said.line1, &said.city, &said.postal_code, &said.country) {
        (Some(line1), Some(city), Some(postal_code), Some(country)) => Address {
            line1: line1.clone(),
            line2: said.line2.clone(),
            city: city.clone(),
            state: said.state.clone(),
            postal_code: postal_code.clone(),
            country: country.clone(),
        },
        _ if made_up => {
            let sample = ShipFrom::default();
            return Ok(ShipFrom { name, company, email, parcel, phone: phone.or(sample.phone), ..sample });
        }
        _ => anyhow::bail!("SHIPPO_TOKEN is set, so labels need a sender: set {}", missing.join(", ")),
    };
    if let Some((field, flaw)) = address.flaws().into_iter().next() {
        anyhow::bail!("CLEW_SHIP_FROM_{}: {flaw}", field.to_uppercase());
    }
    Ok(ShipFrom { name, company, address, phone, email, parcel })
}

/// `30x20x10cm 500g`: three sides in mm, cm or in, and a weight in g, kg, oz or lb.
fn parcel(text: &str) -> Result<Size, String> {
    let shape = || "is not like `30x20x10cm 500g`".to_owned();
    let text = text.trim().to_ascii_lowercase();
    let (sides, weight) = text.split_once(char::is_whitespace).ok_or_else(shape)?;
    let (sides, unit) = measured(sides, &[("mm", 1.0), ("cm", 10.0), ("in", 25.4)]).ok_or_else(shape)?;
    let (weight, grams) =
        measured(weight.trim(), &[("kg", 1000.0), ("g", 1.0), ("oz", 28.349_523_125), ("lb", 453.592_37)])
            .ok_or_else(shape)?;
    let whole = |number: &str, unit: f64| {
        let number: f64 = number.trim().parse().ok()?;
        let whole = (number * unit).ceil();
        // Larger than any parcel is a slip of the pen.
        (1.0..=1_000_000.0).contains(&whole).then_some(whole as i64)
    };
    let sides: Vec<i64> = sides.split(['x', '×']).filter_map(|side| whole(side, unit)).collect();
    let [length_mm, width_mm, height_mm] = sides[..] else { return Err(shape()) };
    let weight_grams = whole(weight, grams).ok_or_else(shape)?;
    Ok(Size { length_mm, width_mm, height_mm, weight_grams }.turned())
}

/// A text without its unit, and how much the unit is.
fn measured<'a>(text: &'a str, units: &[(&str, f64)]) -> Option<(&'a str, f64)> {
    units.iter().find_map(|(unit, much)| Some((text.strip_suffix(unit)?, *much)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_read_in_the_units_people_use() {
        let size = |length_mm, width_mm, height_mm, weight_grams| Size {
            length_mm,
            width_mm,
            height_mm,
            weight_grams,
        };
        assert_eq!(parcel("30x20x10cm 500g"), Ok(size(300, 200, 100, 500)));
        assert_eq!(parcel(" 100x300x200mm  1.5kg "), Ok(size(300, 200, 100, 1500)));
        assert_eq!(parcel("10x8x4in 1lb"), Ok(size(254, 204, 102, 454)));
        assert_eq!(parcel("35x25x5cm 500g"), Ok(Size::default()));
        for bad in [
            "",
            "30x20cm 500g",
            "30x20x10cm",
            "30x20x10 500g",
            "0x1x1cm 1g",
            "1x1x1cm -1g",
            "axbxccm 1g",
            "1x1x1cm 1e99kg",
        ] {
            assert!(parcel(bad).is_err(), "{bad}");
        }
    }
}
