//! QR and Code 128 as SVG whose modules have a size in millimetres, so that what leaves the printer can be scanned.
//!
//! Bars are filled paths, because browsers do not print backgrounds. Sizes stand in the SVG's own attributes: the page's policy allows no
//! `style` attribute.

use barcoders::sym::code128::Code128;
use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// Millimetres of a QR module; phones want more than the 0.33 of a laser scanner.
const QR_MODULE: f64 = 0.5;
/// Millimetres of a Code 128 module.
const BAR_MODULE: f64 = 0.35;
/// Modules of a Code 128's height: 12 mm.
const BAR_HEIGHT: usize = 34;
/// White modules around a QR code (ISO/IEC 18004 §9.1), and on both sides of a Code 128 (ISO/IEC 15417 §4.2).
const QR_QUIET: usize = 4;
const BAR_QUIET: usize = 10;

/// A code ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Code {
    path: String,
    wide: usize,
    high: usize,
    module: f64,
}

/// A text as QR, error correction M. `None` when it is longer than a QR code can be.
pub fn qr(text: &str) -> Option<Code> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let rows = (0..code.size).map(|y| code[y].iter().map(|module| module.value()).collect::<Vec<_>>());
    let path = rows.enumerate().map(|(y, row)| runs(&row, QR_QUIET, y + QR_QUIET, 1)).collect();
    let side = code.size + 2 * QR_QUIET;
    Some(Code { path, wide: side, high: side, module: QR_MODULE })
}

/// A text of printable ASCII as Code 128, set B. `None` for any other text.
pub fn code128(text: &str) -> Option<Code> {
    // Barcoders marks the set with a letter of its own.
    let bars = Code128::new(format!("\u{0181}{text}")).ok()?.encode();
    let bars: Vec<bool> = bars.into_iter().map(|bar| bar == 1).collect();
    let path = runs(&bars, BAR_QUIET, 0, BAR_HEIGHT);
    Some(Code { path, wide: bars.len() + 2 * BAR_QUIET, high: BAR_HEIGHT, module: BAR_MODULE })
}

/// Black runs of a row as rectangles.
fn runs(row: &[bool], left: usize, top: usize, high: usize) -> String {
    let mut path = String::new();
    let mut at = 0;
    for run in row.chunk_by(|a, b| a == b) {
        let wide = run.len();
        if run[0] {
            path.push_str(&format!("M{} {top}h{wide}v{high}h-{wide}z", at + left));
        }
        at += wide;
    }
    path
}

/// Draws a code. `says` is read aloud.
#[component]
pub fn Barcode(
    /// Which.
    code: Code,
    /// What it holds.
    says: String,
) -> impl IntoView {
    let millimetres = |modules: usize| format!("{:.2}mm", modules as f64 * code.module);
    view! {
        <svg
            class="barcode"
            role="img"
            aria-label=says
            width=millimetres(code.wide)
            height=millimetres(code.high)
            viewBox=format!("0 0 {} {}", code.wide, code.high)
            shape-rendering="crispEdges"
        >
            <path d=code.path.clone()></path>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_wide_enough_for_any_scanner() {
        const LEAST: f64 = 0.33;
        const { assert!(QR_MODULE >= LEAST && BAR_MODULE >= LEAST) };
        let bars = code128("7K3QD2M4XP").unwrap();
        // Start, ten letters, check digit: 11 modules each; stop: 13. Wider than a label printer's paper would be useless.
        assert_eq!(bars.wide, 12 * 11 + 13 + 2 * BAR_QUIET);
        assert!(bars.wide as f64 * BAR_MODULE < 92.0);
        let code = qr("https://a-shop-with-a-long-name.example.com/admin/orders/7K3QD-2M4XP").unwrap();
        assert!(code.wide as f64 * QR_MODULE < 30.0);
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        assert_eq!(code128("ключ"), None);
        assert_eq!(qr(&"x".repeat(8000)), None);
    }

    /// Two neighbouring runs are one rectangle, and white is not drawn.
    #[test]
    fn runs_become_rectangles() {
        assert_eq!(runs(&[true, true, false, true], 4, 2, 1), "M4 2h2v1h-2zM7 2h1v1h-1z");
        assert_eq!(runs(&[false, false], 0, 0, 1), "");
    }
}
