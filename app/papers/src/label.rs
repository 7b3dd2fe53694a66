//! A carrier's label as a picture a browser can print among other papers.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hayro_svg::{
    RenderCache, SvgRenderSettings, convert, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf,
};

use crate::Size;

/// Sheets of one file: a label with its receipt or customs form has two or three.
const MOST_PAGES: usize = 4;

/// One sheet of a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnLabel {
    /// A `data:` address. As a picture of its own an SVG runs no script and loads nothing.
    pub picture: String,
    /// The sheet it is made for.
    pub sheet: Size,
}

/// Why a file cannot be printed among other papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undrawable {
    /// Neither PDF nor PNG: a label printer's own language.
    Foreign,
    /// A PDF that cannot be read.
    Broken,
}

/// The sheets of a PDF or PNG. Takes a processor for some milliseconds, and a malicious file for longer: call it where that may be.
///
/// # Errors
/// See [`Undrawable`].
pub fn draw_label(file: Vec<u8>) -> Result<Vec<DrawnLabel>, Undrawable> {
    if file.starts_with(b"\x89PNG") {
        let picture = format!("data:image/png;base64,{}", STANDARD.encode(&file));
        return Ok(vec![DrawnLabel { picture, sheet: Size::Small }]);
    }
    if !file.starts_with(b"%PDF-") {
        return Err(Undrawable::Foreign);
    }
    let pdf = Pdf::new(file).map_err(|_| Undrawable::Broken)?;
    let cache = RenderCache::new();
    let (interpret, render) = (InterpreterSettings::default(), SvgRenderSettings { bg_color: [255; 4] });
    let pages = pdf.pages().iter().take(MOST_PAGES).map(|page| {
        let svg = convert(page, &cache, &interpret, &render);
        let picture = format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg));
        DrawnLabel { picture, sheet: sheet(page.render_dimensions()) }
    });
    let pages: Vec<_> = pages.collect();
    if pages.is_empty() { Err(Undrawable::Broken) } else { Ok(pages) }
}

/// The smallest sheet that takes so many points without shrinking them by much. Four by six inches are 288 by 432.
fn sheet((wide, high): (f32, f32)) -> Size {
    match (wide.min(high), wide.max(high)) {
        (..=300.0, ..=440.0) => Size::Small,
        (..=425.0, ..=600.0) => Size::A5,
        _ => Size::A4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_is_told_apart_from_what_is_broken() {
        assert_eq!(draw_label(b"^XA^FO40,40^FDlabel^FS^XZ".to_vec()), Err(Undrawable::Foreign));
        assert_eq!(draw_label(Vec::new()), Err(Undrawable::Foreign));
        assert_eq!(draw_label(b"%PDF-1.4\nnothing of the sort".to_vec()), Err(Undrawable::Broken));
        let png = draw_label(b"\x89PNG\r\n".to_vec()).unwrap();
        assert_eq!(png.len(), 1);
        assert!(png[0].picture.starts_with("data:image/png;base64,"));
    }

    #[test]
    fn a_sheet_fits_what_is_drawn_on_it() {
        assert_eq!(sheet((288.0, 432.0)), Size::Small);
        assert_eq!(sheet((432.0, 288.0)), Size::Small);
        assert_eq!(sheet((420.0, 595.0)), Size::A5);
        assert_eq!(sheet((595.0, 842.0)), Size::A4);
        assert_eq!(sheet((612.0, 792.0)), Size::A4);
    }
}
