//! Papers for parcels that cross a customs border. Pure.
//!
//! The customs territory of the Union: Regulation (EU) 952/2013, article 4 (Monaco with France; Ceuta, Melilla, Büsingen, Heligoland,
//! Livigno are outside). The Canary Islands are inside it but outside its VAT area (Directive 2006/112/EC, article 6), so parcels
//! there need the same papers. Overseas departments of France have country codes of their own and are treated as abroad.

use serde_json::{Value, json};

use crate::provider::shippo::decimal;

const UNION: [&str; 28] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Country and first letters of the postcodes of places that belong to a country of the Union and lie outside its customs or VAT
/// area: Las Palmas, Santa Cruz de Tenerife, Ceuta, Melilla; Åland; Livigno; Büsingen; Heligoland; Mount Athos.
const OUTSIDE: [(&str, &str); 9] = [
    ("ES", "35"),
    ("ES", "38"),
    ("ES", "51"),
    ("ES", "52"),
    ("FI", "22"),
    ("IT", "23030"),
    ("DE", "78266"),
    ("DE", "27498"),
    ("GR", "63086"),
];

/// One line of goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goods {
    /// What it is.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// Grams of all of them.
    pub weight_grams: i64,
    /// Minor units of all of them.
    pub value: i64,
    /// The shop's key.
    pub sku: Option<String>,
}

/// Whether papers are needed between two places (country, postcode).
pub fn is_needed(from: (&str, &str), to: (&str, &str)) -> bool {
    let (a, b) = (area(from), area(to));
    a != b
}

/// Places of one area send each other parcels without papers.
fn area((country, postcode): (&str, &str)) -> String {
    let tidy: String = postcode.chars().filter(char::is_ascii_alphanumeric).collect();
    let outside = OUTSIDE.iter().find(|(land, start)| *land == country && tidy.starts_with(start));
    match outside {
        Some((land, start)) => format!("{land}-{start}"),
        None if UNION.contains(&country) => "EU".to_owned(),
        None => country.to_owned(),
    }
}

/// Shippo's customs declaration: duties are paid by who receives it (DDU), and what cannot be delivered comes back.
pub fn declaration(
    goods: &[Goods],
    currency: &str,
    (signer, origin): (&str, &str),
    destination: &str,
    is_return: bool,
) -> Value {
    let items: Vec<Value> = goods
        .iter()
        .map(|line| {
            json!({
                "description": line.name.chars().take(100).collect::<String>(),
                "quantity": line.quantity,
                "net_weight": line.weight_grams.max(1).to_string(),
                "mass_unit": "g",
                // Customs do not believe in nothing: a gift is declared at the smallest amount.
                "value_amount": decimal(line.value.max(1), currency),
                "value_currency": currency,
                "origin_country": origin,
                "sku_code": line.sku,
            })
        })
        .collect();
    let mut paper = json!({
        "certify": true,
        "certify_signer": signer,
        "contents_type": if is_return { "RETURN_MERCHANDISE" } else { "MERCHANDISE" },
        "non_delivery_option": "RETURN",
        "incoterm": "DDU",
        "items": items,
    });
    if origin == "US" {
        // Below 2500 USD nothing has to be filed (15 CFR 30.37(a)); for Canada never (30.36).
        paper["eel_pfc"] = json!(if destination == "CA" { "NOEEI_30_36" } else { "NOEEI_30_37_a" });
    }
    paper
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_needed_where_a_border_is_crossed() {
        let madrid = ("ES", "28013");
        for (to, needed) in [
            (("ES", "08001"), false),
            (("RO", "010011"), false),
            (("MC", "98000"), false),
            (("ES", "35001"), true),
            (("ES", "38001"), true),
            (("ES", "51001"), true),
            (("GB", "SW1A 1AA"), true),
            (("US", "94103"), true),
            (("CH", "8001"), true),
        ] {
            assert_eq!(is_needed(madrid, to), needed, "{to:?}");
        }
        assert!(!is_needed(("ES", "35001"), ("ES", "35500")), "within one island's province");
        assert!(!is_needed(("US", "10001"), ("US", "94103")));
    }

    #[test]
    fn the_paper_says_whose_duty_it_is() {
        let goods = [Goods { name: "Poster".into(), quantity: 2, weight_grams: 400, value: 2900, sku: None }];
        let paper = declaration(&goods, "EUR", ("Ana", "ES"), "GB", false);
        assert_eq!(
            (paper["incoterm"].as_str(), paper["non_delivery_option"].as_str()),
            (Some("DDU"), Some("RETURN"))
        );
        assert_eq!(paper["items"][0]["value_amount"], "29.00");
        assert_eq!(
            declaration(&goods, "EUR", ("Ana", "ES"), "GB", true)["contents_type"],
            "RETURN_MERCHANDISE"
        );
    }
}
