//! Which of the ten looks (shape and colour) every other state borrows, so that all pages speak one language of shapes.

use domain::{
    order::Status,
    parcel::{LabelStatus, TrackingStatus},
    payment::RefundStatus,
    returns::ReturnStatus,
};

/// A refund's.
pub const fn refund(status: RefundStatus) -> Status {
    match status {
        RefundStatus::Pending => Status::Pending,
        RefundStatus::RequiresAction => Status::Delayed,
        RefundStatus::Succeeded => Status::Delivered,
        RefundStatus::Failed => Status::Exception,
        RefundStatus::Canceled => Status::Cancelled,
    }
}

/// A label's.
pub const fn label(status: LabelStatus) -> Status {
    match status {
        LabelStatus::Intended | LabelStatus::Calling | LabelStatus::Voiding => Status::Pending,
        LabelStatus::Bought => Status::Delivered,
        LabelStatus::Unknown => Status::Delayed,
        LabelStatus::Refused | LabelStatus::VoidRefused => Status::Exception,
        LabelStatus::Voided => Status::Cancelled,
    }
}

/// A parcel's.
pub const fn tracking(status: TrackingStatus) -> Status {
    match status {
        TrackingStatus::Unknown => Status::Pending,
        TrackingStatus::PreTransit => Status::Confirmed,
        TrackingStatus::Transit => Status::Shipped,
        TrackingStatus::OutForDelivery => Status::OutForDelivery,
        TrackingStatus::Delayed => Status::Delayed,
        TrackingStatus::Exception => Status::Exception,
        TrackingStatus::Delivered => Status::Delivered,
        TrackingStatus::Returned => Status::Returned,
    }
}

/// A return's.
pub const fn back(status: ReturnStatus) -> Status {
    match status {
        ReturnStatus::Requested => Status::Processing,
        ReturnStatus::Declined => Status::Cancelled,
        ReturnStatus::Received => Status::Returned,
        ReturnStatus::Refunded => Status::Delivered,
    }
}
