//! What the shop wants to know of its mails: nothing, unless it says so.

use clap::Args;
use domain::shop::Tracking;

/// What the shop wants to know of its mails.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Marks {
    /// Count that a mail was looked at, by a picture of one pixel from this address.
    #[arg(long, env = "CLEW_TRACK_OPENS", global = true)]
    pub track_opens: bool,
    /// Count that a mail's links were followed, by leading them over this address.
    #[arg(long, env = "CLEW_TRACK_CLICKS", global = true)]
    pub track_clicks: bool,
}

impl From<Marks> for Tracking {
    fn from(marks: Marks) -> Self {
        Self { opens: marks.track_opens, clicks: marks.track_clicks }
    }
}
