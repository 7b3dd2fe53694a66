//! Stub until labels is merged.
use crate::{Fault, Shop, ids::{LabelId, ParcelId}, staff::Person};
pub async fn void_label(_: &Shop, _: &Person, _: LabelId) -> Result<(), Fault> { Err(Fault::NotFound) }
pub async fn resolve_label(_: &Shop, _: &Person, _: LabelId) -> Result<(), Fault> { Err(Fault::NotFound) }
pub async fn refresh_tracking(_: &Shop, _: &Person, _: ParcelId) -> Result<(), Fault> { Err(Fault::NotFound) }
/// x
#[derive(Debug, Clone, Copy)]
pub struct Size { pub length_mm: i64, pub width_mm: i64, pub height_mm: i64, pub weight_grams: i64 }
