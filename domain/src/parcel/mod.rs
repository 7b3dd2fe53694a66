//! One box: its carrier, its number and where that carrier shows it.

mod carrier;
mod direction;
mod file_type;
mod label_status;
mod number_hint;
mod size;
mod tracking;

pub use carrier::{Carrier, carrier_family, our_token, shippo_knows, shippo_token, tracking_url};
pub use direction::Direction;
pub use file_type::FileType;
pub use label_status::{LabelStatus, Said};
pub use number_hint::{CarrierHint, Elsewhere, NumberHint};
pub use size::Size;
pub use tracking::{TrackingStatus, roll_up};

#[cfg(feature = "ssr")]
mod add;
#[cfg(feature = "ssr")]
mod alarm_store;
#[cfg(feature = "ssr")]
mod buy_label;
#[cfg(feature = "ssr")]
mod by_number;
#[cfg(feature = "ssr")]
mod chosen;
#[cfg(feature = "ssr")]
mod customs;
#[cfg(feature = "ssr")]
mod details;
#[cfg(feature = "ssr")]
mod elsewhere;
#[cfg(feature = "ssr")]
mod event_store;
#[cfg(feature = "ssr")]
mod hear_tracking;
#[cfg(feature = "ssr")]
mod label_file;
#[cfg(feature = "ssr")]
mod label_list;
#[cfg(feature = "ssr")]
mod label_news;
#[cfg(feature = "ssr")]
pub mod label_store;
#[cfg(feature = "ssr")]
mod look_for_label;
#[cfg(feature = "ssr")]
mod new_parcel;
#[cfg(feature = "ssr")]
mod new_quote;
mod pack;
#[cfg(feature = "ssr")]
mod quote;
#[cfg(feature = "ssr")]
mod quote_order;
#[cfg(feature = "ssr")]
mod quote_store;
#[cfg(feature = "ssr")]
mod record_label;
#[cfg(feature = "ssr")]
mod refresh_tracking;
#[cfg(feature = "ssr")]
mod register_track;
#[cfg(feature = "ssr")]
mod resolve_label;
#[cfg(feature = "ssr")]
mod send_label;
#[cfg(feature = "ssr")]
mod shipment;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod suggest;
#[cfg(feature = "ssr")]
mod void_label;
#[cfg(feature = "ssr")]
mod watch_parcel;

pub use pack::{HEAVIEST, Packed, Piece, pack};

#[cfg(feature = "ssr")]
pub use add::{add_parcel, add_step};
#[cfg(feature = "ssr")]
pub use buy_label::{LabelWish, buy_label, want_label};
#[cfg(feature = "ssr")]
pub use by_number::orders_of_number;
#[cfg(feature = "ssr")]
pub(crate) use chosen::flaw as flaw_of_choice;
#[cfg(feature = "ssr")]
pub use details::ParcelDetails;
#[cfg(feature = "ssr")]
pub(crate) use elsewhere::shared_by;
#[cfg(feature = "ssr")]
pub use hear_tracking::{TrackHeard, hear_tracking};
#[cfg(feature = "ssr")]
pub use label_file::label_file;
#[cfg(feature = "ssr")]
pub use label_list::{LabelEntry, labels};
#[cfg(feature = "ssr")]
pub use label_news::LabelNews;
#[cfg(feature = "ssr")]
pub use new_quote::{NewQuote, Recipient};
#[cfg(feature = "ssr")]
pub use quote::{AddressCheck, Offer, QuoteItem, QuoteRequest, Quoted, quote, quoted};
#[cfg(feature = "ssr")]
pub use quote_order::quote_order;
#[cfg(feature = "ssr")]
pub use record_label::{LabelHeard, hear_transaction};
#[cfg(feature = "ssr")]
pub use refresh_tracking::{fetch as fetch_tracking, refresh_tracking};
#[cfg(feature = "ssr")]
pub use register_track::RegisterTrack;
#[cfg(feature = "ssr")]
pub(crate) use register_track::follow;
#[cfg(feature = "ssr")]
pub use resolve_label::resolve_label;
#[cfg(feature = "ssr")]
pub use send_label::BuyLabel;
#[cfg(feature = "ssr")]
pub use suggest::suggest;
#[cfg(feature = "ssr")]
pub use void_label::{VoidLabel, void_label};
#[cfg(feature = "ssr")]
pub(crate) use watch_parcel::judge_again;
#[cfg(feature = "ssr")]
pub use watch_parcel::{WatchParcel, WatchParcels};
