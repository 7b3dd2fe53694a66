//! Writes every page in every state and language into a folder, to be looked at, photographed and audited:
//! `cargo run -p customer --features ssr --example gallery -- FOLDER`.

use std::{fs, path::Path};

use customer::{
    MessageKind, TrackProblem, Wish, cancel_page, checkout_cancel_page, checkout_success_page, home_page,
    message_page, order_page, refused_page, return_page, track_page,
};
use domain::{Language, Reason};

#[path = "../tests/samples/mod.rs"]
mod samples;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder)?;
    for language in Language::ALL {
        let visit = samples::visit(language, "/track");
        let write = |name: &str, html: String| {
            fs::write(folder.join(format!("{name}.{}.html", language.tag())), html)
        };
        for (name, order) in samples::all() {
            let visit = samples::visit(language, &format!("/o/{}", order.number));
            write(&format!("order-{name}"), order_page(&visit, &order, samples::now(), None).html)?;
        }
        for (name, order) in samples::all().into_iter().take(3).chain([("held", samples::held())]) {
            write(&format!("checkout-{name}"), checkout_success_page(&visit, &order).html)?;
        }
        write("checkout-cancel", checkout_cancel_page(&visit, Some("7K3QD-2M4XP")).html)?;
        write("ask-cancel", cancel_page(&visit, &samples::confirmed()).html)?;
        write("ask-return", return_page(&visit, &samples::delivered()).html)?;
        let sentence = Reason::AskTheShop { contact: visit.about.contact.clone() }.say(language);
        write("refused", refused_page(&visit, &samples::processing(), Wish::Cancel, &sentence).html)?;
        write("home", home_page(&visit).html)?;
        write("track-not-found", track_page(&visit, Some(TrackProblem::NotFound)).html)?;
        write("track-too-many", track_page(&visit, Some(TrackProblem::TooMany { seconds: 900 })).html)?;
        write("track-expired", track_page(&visit, Some(TrackProblem::LinkExpired)).html)?;
        write("message-not-found", message_page(&visit, MessageKind::NotFound).html)?;
        write(
            "message-wrong",
            message_page(&visit, MessageKind::Wrong { incident: "0193a7c2".into() }).html,
        )?;
        write("message-too-many", message_page(&visit, MessageKind::TooMany { seconds: 21 }).html)?;
    }
    Ok(())
}
