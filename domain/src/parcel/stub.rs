//! Stub until labels is merged.
#![allow(missing_docs, dead_code)]
use super::{Direction, FileType, Size};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{LabelId, OrderId, ParcelId},
    order::ChosenRate,
    staff::Person,
};
pub async fn void_label(_: &Shop, _: &Person, _: LabelId) -> Result<(), Fault> {
    Err(Fault::NotFound)
}
pub async fn resolve_label(_: &Shop, _: &Person, _: LabelId) -> Result<(), Fault> {
    Err(Fault::NotFound)
}
pub async fn refresh_tracking(_: &Shop, _: &Person, _: ParcelId) -> Result<(), Fault> {
    Err(Fault::NotFound)
}
pub async fn buy_label(_: &Shop, _: &Person, _: OrderId, _: &LabelWish) -> Result<LabelId, Fault> {
    Err(Fault::NotFound)
}
pub async fn quote_order(_: &Shop, _: OrderId, _: Direction, _: Option<Size>) -> Result<Quoted, Fault> {
    Err(Fault::NotFound)
}
pub struct Quoted {
    pub shipment_id: Option<String>,
    pub offers: Vec<Offer>,
    pub boxes: Vec<Size>,
    pub messages: Vec<String>,
    pub good_until: At,
}
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Offer {
    pub service_token: String,
    pub carrier: String,
    pub carrier_name: String,
    pub service: String,
    pub amount: i64,
    pub currency: String,
    pub days: Option<i32>,
}
#[derive(Debug, Clone)]
pub struct LabelWish {
    pub box_number: i16,
    pub rate: Option<ChosenRate>,
    pub file_type: FileType,
    pub direction: Direction,
}
impl Default for LabelWish {
    fn default() -> Self {
        Self { box_number: 1, rate: None, file_type: FileType::default(), direction: Direction::Outbound }
    }
}
