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
attention-payment-mismatch = The amount or currency that was paid is not what this order asked for. Nothing was confirmed: compare it in Stripe, then refund or contact the customer.

# Whose doing.

source-staff = Staff
source-customer = Customer
source-stripe = Stripe
source-shippo = Shippo
source-carrier = Carrier
source-api = Storefront
source-system = Clew
role-viewer = Viewer
role-operator = Operator
role-admin = Admin

# What becomes of a webhook.

inbox-state-received = Received
inbox-state-waiting = Waiting for its order
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
