//! A text as a QR code on a screen. It stays dark on light whatever the page's colours are: not every app reads the other way round.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// White modules around it (ISO/IEC 18004 §9.1).
const QUIET: usize = 4;

/// The drawing; nothing for a text longer than a code can be: it stands on the page for typing, too. `says` is read aloud.
pub(super) fn qr(text: &str, says: &str) -> Option<AnyView> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        for (x, _) in code[y].iter().enumerate().filter(|(_, module)| module.value()) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET));
        }
    }
    let (box_of, says) = (format!("0 0 {side} {side}"), says.to_owned());
    let drawing = view! {
        <svg class="factor-qr" role="img" aria-label=says viewBox=box_of shape-rendering="crispEdges">
            <path d=path></path>
        </svg>
    };
    Some(drawing.into_any())
}
