//! What a message that still waits is worth after the order went on.

use crate::{notice::NoticeKind, order::Status};

/// Whether it says where the order is: the newest such message is the one worth reading. Money, and what people write, never grow old.
pub const fn is_status_news(kind: NoticeKind) -> bool {
    matches!(
        kind,
        NoticeKind::Processing
            | NoticeKind::Progress
            | NoticeKind::Shipped
            | NoticeKind::OutForDelivery
            | NoticeKind::Delayed
            | NoticeKind::Exception
            | NoticeKind::Delivered
    )
}

/// The messages that are not true any more once the headline is `to`, whoever still waits for them: also where this recipient does not
/// want to hear the newer word.
pub const fn untrue(to: Status) -> &'static [NoticeKind] {
    use NoticeKind::{Delayed, Delivered, Exception, OutForDelivery, Processing, Progress, Shipped};
    match to {
        Status::Pending | Status::Confirmed | Status::Processing => &[],
        Status::Shipped => &[Processing, Progress, OutForDelivery, Delayed, Exception],
        Status::OutForDelivery => &[Processing, Progress, Delayed, Exception],
        Status::Delayed => &[Processing, Progress, OutForDelivery, Exception],
        Status::Exception => &[Processing, Progress, OutForDelivery, Delayed],
        Status::Delivered => &[Processing, Progress, Shipped, OutForDelivery, Delayed, Exception],
        Status::Cancelled | Status::Returned => {
            &[Processing, Progress, Shipped, OutForDelivery, Delayed, Exception, Delivered]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_news_of_the_way_makes_earlier_news_stale_and_never_money() {
        let stale = |to, kind| untrue(to).contains(&kind);
        assert!(stale(Status::Delivered, NoticeKind::OutForDelivery));
        assert!(stale(Status::Delivered, NoticeKind::Shipped));
        assert!(stale(Status::Cancelled, NoticeKind::Processing));
        assert!(stale(Status::Shipped, NoticeKind::Exception), "the carrier has found it again");
        assert!(!stale(Status::OutForDelivery, NoticeKind::Shipped), "it did leave");
        for status in Status::ALL {
            assert!(untrue(status).iter().all(|kind| is_status_news(*kind)));
            assert!(
                !untrue(status).iter().any(|kind| kind.as_str() == status.as_str()),
                "{status:?} is true"
            );
        }
    }
}
