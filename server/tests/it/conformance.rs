//! Stripe's own events and signatures, where the folder of collected fixtures lies beside the project: read in place, never copied.

use std::{fs, path::PathBuf};

use domain::{
    clock::At,
    payment::Heard,
    provider::{
        signature::{Unsigned, stamped::verify},
        stripe::wire::{Event, Meaning},
    },
};
use secrecy::SecretString;
use serde_json::Value;

fn fixtures() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    folder.is_dir().then_some(folder)
}

#[test]
fn every_collected_event_is_read_and_means_what_it_should() {
    let Some(folder) = fixtures() else { return println!("no fixtures beside the project") };
    let mut read = 0;
    for file in fs::read_dir(folder.join("stripe/events")).unwrap().flatten() {
        let name = file.file_name().into_string().unwrap();
        let event: Event = serde_json::from_slice(&fs::read(file.path()).unwrap())
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let heard = match event.kind.as_str() {
            "checkout.session.async_payment_succeeded" => Some(Heard::Succeeded),
            "checkout.session.async_payment_failed" | "checkout.session.expired" => Some(Heard::Failed),
            "checkout.session.completed" if !name.contains("unpaid") => Some(Heard::Succeeded),
            _ => None,
        };
        match (event.meaning(), heard) {
            (Meaning::Payment(got), Some(expected)) => assert_eq!(got.heard, expected, "{name}"),
            (Meaning::Nothing(_), None) => {}
            (got, expected) => panic!("{name}: {got:?}, expected {expected:?}"),
        }
        assert!(!event.id.is_empty(), "{name}");
        read += 1;
    }
    assert!(read >= 10, "{read}");
}

#[test]
fn the_collected_signature_verifies_and_its_neighbours_do_not() {
    let Some(folder) = fixtures() else { return println!("no fixtures beside the project") };
    let vectors: Value =
        serde_json::from_slice(&fs::read(folder.join("signature-vectors.json")).unwrap()).unwrap();
    let vector = &vectors["stripe"];
    let text = |name: &str| vector[name].as_str().unwrap_or_else(|| panic!("{name}: {vector}")).to_owned();
    let at = vector["timestamp"].as_i64().or_else(|| vector["timestamp"].as_str()?.parse().ok()).unwrap();
    let at = At(jiff::Timestamp::from_second(at).unwrap());
    let (header, body, secret) = (text("header"), text("body"), SecretString::from(text("secret")));
    assert_eq!(verify(&header, body.as_bytes(), std::slice::from_ref(&secret), at), Ok(()));
    assert_eq!(
        verify(&header, format!("{body} ").as_bytes(), std::slice::from_ref(&secret), at),
        Err(Unsigned::Forged)
    );
    assert_eq!(verify(&header, body.as_bytes(), &[secret], at.plus(301)), Err(Unsigned::Stale));
}
