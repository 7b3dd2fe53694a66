//! One message to one recipient over one channel, at most once per event.
//!
//! The event's transaction plans the notice ([`plan`]); a job puts it into words in the recipient's language ([`render`]) and hands
//! it over ([`deliver`]). A message that fails never undoes or delays the order.

mod channel;
mod figures;
mod kind;
pub mod rules;
mod state;
pub mod template;
mod topic;

use crate::customer::Topic;

pub use channel::Channel;
pub use figures::{ChannelRow, Counts, FigureRow, Figures, LaneRow};
pub use kind::NoticeKind;
pub use state::NoticeState;

#[cfg(feature = "ssr")]
pub mod by_hand;
#[cfg(feature = "ssr")]
mod count;
#[cfg(feature = "ssr")]
mod deliver;
#[cfg(feature = "ssr")]
mod discard;
#[cfg(feature = "ssr")]
mod fail;
#[cfg(feature = "ssr")]
pub mod feed;
#[cfg(feature = "ssr")]
mod held;
#[cfg(feature = "ssr")]
mod hush;
#[cfg(feature = "ssr")]
mod letter;
#[cfg(feature = "ssr")]
mod lines;
#[cfg(feature = "ssr")]
pub mod log;
#[cfg(feature = "ssr")]
mod low_stock;
#[cfg(feature = "ssr")]
mod news;
#[cfg(feature = "ssr")]
mod overtake;
#[cfg(feature = "ssr")]
mod phone;
#[cfg(feature = "ssr")]
mod plan;
#[cfg(feature = "ssr")]
mod plan_many;
#[cfg(feature = "ssr")]
mod reach;
#[cfg(feature = "ssr")]
mod readdress;
#[cfg(feature = "ssr")]
mod render;
#[cfg(feature = "ssr")]
mod retry;
#[cfg(feature = "ssr")]
mod revive;
#[cfg(feature = "ssr")]
mod rows;
#[cfg(feature = "ssr")]
mod schedule;
#[cfg(feature = "ssr")]
mod send;
#[cfg(feature = "ssr")]
mod staff_letter;
#[cfg(feature = "ssr")]
mod stop;
#[cfg(feature = "ssr")]
mod suppress;
#[cfg(feature = "ssr")]
mod tell;
#[cfg(feature = "ssr")]
mod told_of;
#[cfg(feature = "ssr")]
mod track;
#[cfg(feature = "ssr")]
mod unspare;
#[cfg(feature = "ssr")]
mod unwanted;
#[cfg(feature = "ssr")]
pub mod when;
#[cfg(feature = "ssr")]
mod wish;

#[cfg(feature = "ssr")]
pub use count::figures;
#[cfg(feature = "ssr")]
pub use deliver::{Undeliverable, Unsent};
#[cfg(feature = "ssr")]
pub use discard::discard;
#[cfg(feature = "ssr")]
pub use held::{hold_longer, withdraw};
#[cfg(feature = "ssr")]
pub(crate) use hush::hush;
#[cfg(feature = "ssr")]
pub use letter::Letter;
#[cfg(feature = "ssr")]
pub use low_stock::{Fall, low_stock};
#[cfg(feature = "ssr")]
pub use news::{News, hear};
#[cfg(feature = "ssr")]
pub use plan::plan;
#[cfg(feature = "ssr")]
pub use plan_many::plan_many;
#[cfg(feature = "ssr")]
pub use reach::{Reach, keep_reach};
#[cfg(feature = "ssr")]
pub use readdress::readdress;
#[cfg(feature = "ssr")]
pub use render::{LINK_LASTS, Rendered};
#[cfg(feature = "ssr")]
pub use retry::retry;
#[cfg(feature = "ssr")]
pub use schedule::{Occasion, schedule};
#[cfg(feature = "ssr")]
pub use send::{Haste, SendNotice};
#[cfg(feature = "ssr")]
pub use staff_letter::{INVITATION_LASTS, PASSWORD_LINK_LASTS, StaffLetter, staff_letter};
#[cfg(feature = "ssr")]
pub use stop::{Wish, wish};
#[cfg(feature = "ssr")]
pub use suppress::{Spared, is_suppressed, lift, suppress};
#[cfg(feature = "ssr")]
pub use told_of::{ToldOf, told_of};
#[cfg(feature = "ssr")]
pub use track::{clicked, opened};
#[cfg(feature = "ssr")]
pub use unspare::unspare;
#[cfg(feature = "ssr")]
pub use unwanted::withdraw_unwanted;
#[cfg(feature = "ssr")]
pub use when::Quiet;
