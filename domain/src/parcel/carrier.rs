//! Carriers whose tracking pages we can link to.
//!
//! Sources of the addresses: Shippo's `goshippo/ai` (USPS, UPS, FedEx, DHL Express), `ha-correos` (Correos), `jkeen/tracking_number_data`
//! (Yodel, Canada Post, DHL eCommerce), DHL's own answers (DHL Paket); the others are the carriers' own public pages.

/// A carrier as staff choose it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carrier {
    /// The stable key.
    pub key: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Its tracking page; `{n}` stands for the number.
    pub url: &'static str,
}

impl Carrier {
    /// The carriers we know.
    pub const KNOWN: [Self; 14] = [
        Self::new(
            "correos",
            "Correos",
            "https://www.correos.es/es/es/herramientas/localizador/envios/detalle?tracking-number={n}",
        ),
        // Whoever does not know which DHL it is. Before the others: a page they share is this one's where no number tells.
        Self::new("dhl", "DHL", "https://www.dhl.com/global-en/home/tracking.html?tracking-id={n}"),
        Self::new("dhl_express", "DHL Express", "https://www.dhl.com/en/express/tracking.html?AWB={n}"),
        Self::new(
            "dhl_ecommerce",
            "DHL eCommerce",
            "https://www.dhl.com/en/express/tracking.html?brand=DHL&AWB={n}",
        ),
        Self::new("dhl_germany", "DHL Paket", "https://www.dhl.de/de/privatkunden.html?piececode={n}"),
        Self::new("fedex", "FedEx", "https://www.fedex.com/wtrk/track/?trknbr={n}"),
        Self::new("ups", "UPS", "https://www.ups.com/track?tracknum={n}"),
        Self::new("usps", "USPS", "https://tools.usps.com/go/TrackConfirmAction?tLabels={n}"),
        Self::new("gls", "GLS", "https://gls-group.eu/EU/en/parcel-tracking?match={n}"),
        Self::new(
            "royal_mail",
            "Royal Mail",
            "https://www.royalmail.com/track-your-item#/tracking-results/{n}",
        ),
        Self::new("evri", "Evri", "https://www.evri.com/track/parcel/{n}"),
        Self::new("yodel", "Yodel", "https://www.yodel.co.uk/tracking/{n}"),
        Self::new(
            "canada_post",
            "Canada Post",
            "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={n}",
        ),
        Self::new("courier_guy", "The Courier Guy", "https://portal.thecourierguy.co.za/track?ref={n}"),
    ];

    const fn new(key: &'static str, name: &'static str, url: &'static str) -> Self {
        Self { key, name, url }
    }

    /// The carrier a person means, by key or name in any case.
    pub fn find(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        Self::KNOWN.into_iter().find(|carrier| {
            carrier.key.eq_ignore_ascii_case(typed) || carrier.name.eq_ignore_ascii_case(typed)
        })
    }
}

/// The divisions of DHL as Shippo's `CarriersEnum` has them and as its own service names them: a label's key is one of these.
const DHLS: [&str; 6] =
    ["dhl_express", "dhl_ecommerce", "dhl_germany", "dhl_germany_c2c", "dhl_benelux", "dhl_poland"];

/// The keys under which a parcel may stand that a report of carrier `key` is about, `key` itself first. Only DHL tells of its divisions'
/// parcels without naming the division: under `dhl` it may be any of them, and a division's may stand under `dhl`.
pub fn carrier_family(key: &str) -> Vec<&str> {
    match key {
        "dhl" => std::iter::once(key).chain(DHLS).collect(),
        _ if key.starts_with("dhl_") => vec![key, "dhl"],
        _ => vec![key],
    }
}

/// Keys of ours that Shippo calls otherwise (its `CarriersEnum`).
const SHIPPOS: [(&str, &str); 2] = [("correos", "correos_espana"), ("evri", "hermes_uk")];

/// Carriers of ours that are not in Shippo's `CarriersEnum`.
const NOT_SHIPPOS: [&str; 2] = ["courier_guy", "dhl"];

/// Whether Shippo can tell where parcels of a carrier (our key) are.
pub fn shippo_knows(ours: &str) -> bool {
    Carrier::KNOWN.iter().any(|carrier| carrier.key == ours) && !NOT_SHIPPOS.contains(&ours)
}

/// Our key for a carrier as Shippo calls it; the same word where both agree.
pub fn our_token(shippos: &str) -> &str {
    SHIPPOS.iter().find(|(_, theirs)| *theirs == shippos).map_or(shippos, |(ours, _)| ours)
}

/// What Shippo calls a carrier of ours.
pub fn shippo_token(ours: &str) -> &str {
    SHIPPOS.iter().find(|(known, _)| *known == ours).map_or(ours, |(_, theirs)| theirs)
}

/// The carrier's page for a number; `None` for a carrier we do not know.
pub fn tracking_url(carrier: &str, number: &str) -> Option<String> {
    let carrier = Carrier::find(carrier)?;
    let number: String = number
        .chars()
        .filter(|c| !c.is_whitespace())
        .flat_map(|c| {
            let mut bytes = [0; 4];
            let plain = c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
            let encoded: Vec<String> = if plain {
                vec![c.to_string()]
            } else {
                c.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")).collect()
            };
            encoded
        })
        .collect();
    Some(carrier.url.replace("{n}", &number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_hold_the_number_and_nothing_else() {
        assert_eq!(tracking_url("ups", "1Z 999 AA1").unwrap(), "https://www.ups.com/track?tracknum=1Z999AA1");
        assert_eq!(
            tracking_url("DHL Express", "a&b=c").unwrap(),
            "https://www.dhl.com/en/express/tracking.html?AWB=a%26b%3Dc"
        );
        assert_eq!(tracking_url("Uncle Bob", "1"), None);
    }

    #[test]
    fn shippo_is_asked_about_carriers_it_knows() {
        assert!(shippo_knows("correos") && shippo_knows("evri"));
        assert!(!shippo_knows("courier_guy") && !shippo_knows("uncle_bob"));
    }

    #[test]
    fn dhl_speaks_for_its_divisions_and_nobody_else_for_others() {
        assert_eq!(carrier_family("ups"), ["ups"]);
        assert_eq!(carrier_family("dhl_express"), ["dhl_express", "dhl"], "not of DHL eCommerce's parcels");
        let all = carrier_family("dhl");
        assert_eq!(all[0], "dhl");
        let divisions = Carrier::KNOWN.iter().filter(|carrier| carrier.key.starts_with("dhl"));
        assert!(divisions.clone().count() == 4 && divisions.into_iter().all(|one| all.contains(&one.key)));
    }

    #[test]
    fn no_key_and_no_name_stands_twice() {
        for (at, one) in Carrier::KNOWN.iter().enumerate() {
            assert_eq!(Carrier::find(one.key), Some(*one));
            assert_eq!(Carrier::KNOWN.iter().position(|other| other.name == one.name), Some(at));
        }
    }
}
