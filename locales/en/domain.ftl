# The ten headline words.

status-pending = Awaiting payment
status-confirmed = Confirmed
status-processing = In production
status-shipped = Shipped
status-out-for-delivery = Out for delivery
status-delivered = Delivered
status-delayed = Delayed
status-exception = Delivery problem
status-cancelled = Cancelled
status-returned = Returned

# The payment axis.

payment-unpaid = Unpaid
payment-authorized = Authorised
payment-paid = Paid
payment-partially-refunded = Partly refunded
payment-refunded = Refunded
payment-failed = Not paid
payment-disputed = Disputed

# What happened, for the staff's timeline and for conflicts.

event-order-placed = Order placed
event-payment-succeeded = Payment received
event-payment-failed = Payment not completed
event-payment-mismatch = Paid amount does not match
event-payment-mismatch-detail = Paid { $paid }, asked for { $asked }. Nothing was confirmed.
event-stage-entered = Moved to a new stage
event-recalled = Stepped back
event-parcel-added = Parcel added
event-note-added = Note
event-payment-authorized = Amount held on the card
event-payment-captured = Held amount taken
event-authorization-released = Hold released, nothing was taken
event-capture-failed = Held amount could not be taken
event-refund-requested = Refund requested
event-refund-succeeded = Refund sent
event-refund-failed = Refund failed
event-dispute-updated = News about the dispute
event-order-cancelled = Order cancelled
event-return-requested = Return requested
event-return-declined = Return declined
event-return-received = Return received
event-label-created = Shipping label bought
event-label-refused = Shipping label not bought
event-label-unknown = Unclear whether a shipping label was bought
event-label-voided = Shipping label voided, or being voided
event-void-refused = Shipping label could not be voided
event-tracking-update = News from the carrier
event-alert-cleared = Alert dealt with
attention-payment-mismatch = The amount or currency that was paid is not what this order asked for. Nothing was confirmed: compare it in Stripe, then refund or contact the customer.
attention-paid-after-cancel = Money came for an order that had been cancelled. The order stays cancelled: refund it, or release the hold in Stripe if the money is only held.
attention-authorization-lapsing = The hold on the card ends within a day, and the money has not been taken. Move the order to the stage that takes it, or cancel the order.
attention-authorization-lapsed = The hold on the card ended before the money was taken: this order is not paid. Do not send anything; ask the customer to pay again, or cancel the order.
attention-capture-failed = The money held on the card could not be taken: this order is not paid. Try to take it in Stripe, or ask the customer to pay another way.
attention-refund-failed = A refund did not reach the customer; Stripe has given us the money back. Refund it again, or agree on another way with the customer.
attention-dispute-opened = The customer's bank asks for the money back. Answer in Stripe before its deadline, and do not refund this payment meanwhile.
attention-label-unknown = The answer was lost: perhaps a shipping label was bought. Clew keeps looking for it and buys no second one. Look again, or check in Shippo.
attention-label-refused = No shipping label was bought, and nothing was charged for it. Correct what the reason names, then buy it again.
attention-void-refused = The carrier does not take a shipping label back: it stays paid. Use it, or ask Shippo's support for the money.
attention-tracking-problem = A parcel is stuck or on its way back to us. Read what the carrier says, settle it with the carrier, and tell the customer.
attention-oversold = More was sold than is in stock, and this order is paid. Get more in, or agree with the customer on waiting, a replacement or a refund.
attention-return-requested = The customer wants to send this order back. Decline the request, or mark it as received when it is back.
attention-provider-paused = A provider refused our key, so nobody calls it. What waits for it is kept: put the right key in place, then resume the calls.
attention-export-failed = The night’s file of all orders could not be written where it belongs. It is tried again; look at the folder or the store that the settings name.

# Where a parcel is.

tracking-unknown = No news yet
tracking-pre-transit = Not yet with the carrier
tracking-transit = In transit
tracking-out-for-delivery = Out for delivery
tracking-pickup = Ready to be collected
tracking-delayed = Delayed
tracking-exception = Delivery problem
tracking-delivered = Delivered
tracking-returned = Return to sender

# Where a shipping label stands.

label-intended = To be bought
label-calling = Being bought
label-bought = Bought
label-refused = Not bought, nothing charged
label-unknown = Unclear whether it was bought
label-voiding = Being voided
label-voided = Voided
label-void-refused = Not voided, stays paid

# Where a refund stands.

refund-pending = Under way
refund-requires-action = Waiting for the customer
refund-succeeded = Sent to the customer
refund-failed = Failed
refund-canceled = Cancelled

# Where a return stands.

return-requested = Requested
return-declined = Declined
return-received = Received
return-refunded = Received and refunded

# Whose doing.

source-staff = Staff
source-customer = Customer
source-stripe = Stripe
source-stitch = Stitch
source-shippo = Shippo
source-carrier = Carrier
source-api = Storefront
source-system = Clew
role-viewer = Viewer
role-operator = Operator
role-admin = Admin

# What becomes of a webhook.

inbox-state-received = Received
inbox-state-waiting = Waiting for its order, parcel or payment
inbox-state-processed = Processed
inbox-state-ignored = Not relevant
inbox-state-failed = Not understood

# Dates.

weekday-0 = Mon
weekday-1 = Tue
weekday-2 = Wed
weekday-3 = Thu
weekday-4 = Fri
weekday-5 = Sat
weekday-6 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
date-time = { $weekday } { $day } { $month }, { $time }
date = { $weekday } { $day } { $month }

# Priority and due date.

priority-rush = Rush
priority-standard = Standard
priority-hold = On hold
timing-will-be-late = Will be late
timing-overdue = Overdue
timing-held = On hold
event-priority-changed = Priority changed
event-order-held = Put on hold
event-order-released = Released
event-workflow-changed = Moved to a newer version of its workflow
attention-label-wanted = This order has reached a stage that needs its shipping label. Buy it on the order’s page.
