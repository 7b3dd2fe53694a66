//! How large a sheet is.

/// A sheet a shop's printers take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// Half an office sheet: fits into a parcel and on a clipboard.
    #[default]
    A5,
    /// An office printer's sheet.
    A4,
    /// A label printer's 100 × 150 mm.
    Small,
}

impl Size {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::A5, Self::A4, Self::Small];

    /// The word in addresses, and the name of the page in `style/papers.css`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A5 => "a5",
            Self::A4 => "a4",
            Self::Small => "small",
        }
    }

    /// The size of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.as_str() == word)
    }

    /// What people call it; sizes need no translation.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A5 => "A5",
            Self::A4 => "A4",
            Self::Small => "100 × 150 mm",
        }
    }
}
