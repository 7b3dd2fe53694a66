//! Who buys what in the demo's print studio.

use std::collections::BTreeMap;

use domain::{
    Language,
    order::{Address, NewCustomer, NewItem, NewOrder, NewShipping, Priority},
};

type Place = (&'static str, &'static str, &'static str, &'static str);
type Good = (&'static str, i64, &'static [(&'static str, &'static str)]);

const SPANISH: [&str; 8] = [
    "Lucía Fernández",
    "Mateo García",
    "Carmen Ortega",
    "Hugo Navarro",
    "Elena Vidal",
    "Íñigo Etxeberria",
    "Paula Serrano",
    "Óscar Núñez",
];
const ENGLISH: [&str; 5] =
    ["Grace Whitfield", "Tom O'Brien", "Amelia Clarke", "Noah Fletcher", "Zoë Hartley"];
const ROMANIAN: [&str; 5] =
    ["Ioana Țurcanu", "Andrei Ștefănescu", "Mihaela Dăscălescu", "Vlad Mureșan", "Ana-Maria Brânză"];
const RUSSIAN: [&str; 5] =
    ["Анна Соколова", "Дмитрий Королёв", "Ольга Журавлёва", "Пётр Ёлкин", "Марина Щербакова"];
const LONG: &str = "María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha, Marquesa viuda de Casa Torrubia (recoge su secretario, \
                    don Bartolomé Échevarría-Zubizarreta)";

const PLACES: [(&str, [Place; 3]); 4] = [
    (
        "es",
        [
            ("Calle Mayor 12, 3º B", "Madrid", "28013", "ES"),
            ("Carrer de Verdi 88", "Barcelona", "08012", "ES"),
            ("Calle Sierpes 5", "Sevilla", "41004", "ES"),
        ],
    ),
    (
        "en",
        [
            ("14 Rosebery Avenue", "London", "EC1R 4TD", "GB"),
            ("27 Merrion Square", "Dublin", "D02 X9P1", "IE"),
            ("9 Bridge Street", "Bath", "BA2 4AS", "GB"),
        ],
    ),
    (
        "ro",
        [
            ("Strada Lipscani 41", "București", "030033", "RO"),
            ("Bulevardul Eroilor 7", "Cluj-Napoca", "400129", "RO"),
            ("Strada Columna 102", "Chișinău", "2012", "MD"),
        ],
    ),
    (
        "ru",
        [
            ("Rīgas iela 18", "Daugavpils", "LV-5401", "LV"),
            ("Carrer de Mallorca 401", "Barcelona", "08013", "ES"),
            ("Avenida del Mar 3", "Marbella", "29602", "ES"),
        ],
    ),
];

/// Name, price in cents, and the specs a printer needs.
const GOODS: [Good; 7] = [
    ("Cartel A2", 1850, &[("paper", "170 g couché mate"), ("size", "420 × 594 mm"), ("colours", "4/0")]),
    (
        "Tarjetas de visita",
        2490,
        &[("paper", "350 g algodón"), ("size", "85 × 55 mm"), ("finish", "stamping oro"), ("run", "250")],
    ),
    (
        "Camiseta serigrafiada",
        1600,
        &[("garment", "orgánica, negra"), ("size", "M"), ("technique", "screen"), ("colours", "2")],
    ),
    (
        "Libro cosido 64 p.",
        3400,
        &[("paper", "120 g ahuesado"), ("binding", "hilo vegetal"), ("cover", "300 g kraft")],
    ),
    ("Pegatinas troqueladas", 950, &[("material", "vinilo"), ("size", "60 mm"), ("run", "100")]),
    ("Lámina risográfica A3", 2200, &[("paper", "Munken 150 g"), ("inks", "azul, rojo flúor")]),
    (
        "Tote bag bordada",
        1990,
        &[("garment", "algodón crudo"), ("technique", "embroidery"), ("size", "38 × 42 cm")],
    ),
];

/// The demo's order of that index. `file` is where its print file lies.
pub fn order(index: usize, file: &str) -> NewOrder {
    let (language, names): (_, &[&str]) = match index % 10 {
        0..=4 => (Language::Es, &SPANISH),
        5 | 6 => (Language::En, &ENGLISH),
        7 => (Language::Ro, &ROMANIAN),
        _ => (Language::Ru, &RUSSIAN),
    };
    let name = if index == 42 { LONG } else { names[(index / 3) % names.len()] };
    let places =
        PLACES.iter().find(|(tag, _)| *tag == language.tag()).map_or(&PLACES[0].1, |(_, places)| places);
    let (line1, city, postal_code, country) = places[index % 3];
    NewOrder {
        priority: if index % 17 == 6 { Priority::Rush } else { Priority::Standard },
        customer: NewCustomer {
            name: name.to_owned(),
            email: format!("cliente{index}@example.com"),
            phone: None,
        },
        address: Address {
            line1: line1.to_owned(),
            line2: None,
            city: city.to_owned(),
            state: None,
            postal_code: postal_code.to_owned(),
            country: country.to_owned(),
        },
        items: (0..1 + index % 3).map(|nth| item(index * 3 + nth * 5, file)).collect(),
        currency: if index % 10 == 5 { "GBP" } else { "EUR" }.to_owned(),
        shipping: Some(NewShipping { name: "Estándar 48/72 h".to_owned(), amount: 590, rate: None }),
        workflow: Some(if index.is_multiple_of(4) { "standard" } else { "print-factory" }.to_owned()),
        location: Some(["Taller Lavapiés", "Nave Vallecas", "Estudio Gràcia"][index % 3].to_owned()),
        fulfilment: None,
        reference: Some(format!("WEB-{}", 10_400 + index)),
        language: Some(language),
        notes: None,
        gift: false,
        success_url: None,
        cancel_url: None,
    }
}

fn item(pick: usize, file: &str) -> NewItem {
    let (name, unit_amount, specs) = GOODS[pick % GOODS.len()];
    let options: BTreeMap<String, String> =
        specs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    NewItem {
        name: name.to_owned(),
        quantity: 1 + i32::try_from(pick % 4).unwrap_or(0),
        unit_amount,
        options,
        print_file_url: Some(file.to_owned()),
        design_url: None,
        size: None,
        technique: None,
        sku: None,
        weight_grams: None,
        length_mm: None,
        width_mm: None,
        height_mm: None,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_seeded_order_is_one_the_api_would_take() {
        for index in 0..300 {
            assert_eq!(super::order(index, "http://127.0.0.1:3000/demo-poster.svg").flaws(), [], "{index}");
        }
    }
}
