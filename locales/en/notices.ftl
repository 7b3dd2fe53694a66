# What customers are told. $number is the order's number, $shop the shop's name.

notice-kind-confirmation = Confirmation
notice-kind-shipped = Shipped
notice-kind-delivered = Delivered
notice-state-pending = planned
notice-state-sending = being sent
notice-state-sent = sent
notice-state-failed = not sent, will be tried again
notice-state-suppressed = cannot be delivered
notice-confirmation-subject = We have your order { $number }
notice-confirmation-title = Thank you, your order is confirmed
notice-confirmation-lead = Your payment has arrived and { $shop } starts on it. We will tell you when it ships.
notice-shipped-subject = Your order { $number } is on its way
notice-shipped-title = Your order is on its way
notice-shipped-lead = It left { $shop }. You can follow it any time on its page.
notice-delivered-subject = Your order { $number } was delivered
notice-delivered-title = Your order was delivered
notice-delivered-lead = We hope you like it. If it is not with you, write to us and we will find it.
notice-promised = We expect to send it by { $when } at the latest.
notice-number = Order number
notice-total = Total
notice-parcel = Parcel
notice-track-parcel = Track it with the carrier
notice-follow = Follow your order
notice-help = Questions? Write to { $contact }.
