//! Stub until labels is merged.
use crate::{Fault, Shop, ids::{LabelId, ParcelId}, staff::Person};
pub async fn void_label(_: &Shop, _: &Person, _: LabelId) -> Result<(), Fault> { Err(Fault::NotFound) }
pub async fn resolve_label(_: &Shop, _: &Person, _: LabelId) -> Result<(), Fault> { Err(Fault::NotFound) }
pub async fn refresh_tracking(_: &Shop, _: &Person, _: ParcelId) -> Result<(), Fault> { Err(Fault::NotFound) }
