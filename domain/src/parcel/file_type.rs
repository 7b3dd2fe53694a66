//! What a label is printed on.

use serde::{Deserialize, Serialize};

/// Shippo's label files that a shop prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub enum FileType {
    /// A label printer's 4 × 6 inches: 10 × 15 cm.
    #[default]
    #[serde(rename = "PDF_4x6")]
    Pdf4x6,
    /// An office printer's sheet.
    #[serde(rename = "PDF_A4")]
    PdfA4,
    /// Half of it.
    #[serde(rename = "PDF_A5")]
    PdfA5,
    /// A quarter of it.
    #[serde(rename = "PDF_A6")]
    PdfA6,
    /// As the carrier makes it.
    #[serde(rename = "PDF")]
    Pdf,
    /// A picture.
    #[serde(rename = "PNG")]
    Png,
    /// A label printer's own language.
    #[serde(rename = "ZPLII")]
    Zpl,
}

impl FileType {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Pdf4x6, Self::PdfA4, Self::PdfA5, Self::PdfA6, Self::Pdf, Self::Png, Self::Zpl];

    /// Shippo's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf4x6 => "PDF_4x6",
            Self::PdfA4 => "PDF_A4",
            Self::PdfA5 => "PDF_A5",
            Self::PdfA6 => "PDF_A6",
            Self::Pdf => "PDF",
            Self::Png => "PNG",
            Self::Zpl => "ZPLII",
        }
    }

    /// The type of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|file_type| file_type.as_str() == word)
    }
}
