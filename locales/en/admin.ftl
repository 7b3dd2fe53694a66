# The staff's pages.

## Around every page

admin-skip = Skip to content
admin-nav = Sections
admin-nav-overview = Overview
admin-nav-orders = Orders
admin-nav-inbox = Webhooks
admin-sandbox = Sandbox: no real payments, no real mail
admin-live = Live
admin-live-opening = Connecting
admin-live-lost = Reconnecting
admin-language = Language
admin-language-set = Change
admin-sign-out = Sign out
admin-missing = Page not found
admin-missing-what = Nothing stands at this address. The number may be mistyped.
admin-to-orders = All orders
admin-to-start = To the start page
admin-retry = Try again

## Problems

admin-problem-network = The server cannot be reached. What you typed is still here; try again in a moment.
admin-problem-input = The server did not understand that. Reload the page and try again.
admin-problem-incident = Incident { $name }.

## Doors

admin-sign-in = Sign in
admin-email = Email
admin-password = Password
admin-password-rules = At least 12 characters, not just a few repeated ones. A short sentence works well.
admin-name = Your name
admin-set-up = Set up your shop
admin-set-up-what = This creates the first account, with every right. The link works once.
admin-set-up-go = Create the account
admin-link-spent-title = This link no longer works
admin-door-failed-title = This page does not work right now

## Overview

admin-money-today = Received today
admin-money-none = Nothing yet
admin-paid-today =
    { $count ->
        [0] No paid orders today
        [one] { $count } paid order today
       *[other] { $count } paid orders today
    }
admin-waiting = Waiting for you
admin-attention = Needs attention
admin-by-status = By status
admin-by-location = Open orders by location
admin-location-none = No location

## List

admin-list-caption = Orders
admin-list-csv = This list as a file (CSV)
admin-list-none = No order matches these filters.
admin-list-empty = No orders yet. The first one appears here by itself.
admin-filter = Find orders
admin-filter-search = Search
admin-filter-search-what = Number, email, tracking or name
admin-filter-any = Any
admin-filter-from = From
admin-filter-until = Until
admin-filter-overdue = Overdue only
admin-filter-attention = Needs attention only
admin-filter-oldest = Oldest first
admin-filter-go = Filter
admin-filter-clear = Clear filters
admin-column-number = Number
admin-column-customer = Customer
admin-column-status = Status
admin-column-payment = Payment
admin-column-pieces = Pieces
admin-column-total = Total
admin-column-location = Location
admin-column-placed = Placed
admin-pages = Pages
admin-page-first = First page
admin-page-next = Next page

## Order

admin-order = Order { $name }
admin-placed = Placed
admin-reference = Reference
admin-due = Due
admin-overdue-since = Overdue since
admin-next = Next step
admin-next-nothing = Nothing to do by hand in this state.
admin-moved = Done. The history shows it.
admin-step-back = Step back
admin-step-back-what = For mistakes. The customer is not told.
admin-shipped = Saved as shipped.
admin-carrier = Carrier (optional)
admin-carrier-unknown = Carrier not given
admin-tracking-number = Tracking number (optional)
admin-tracking-link = Tracking link (optional)
admin-tracking-link-what = Left empty, it is made from carrier and number where we know the carrier.
admin-tracking-page = Carrier's page
admin-items = Items
admin-print-file = Print file
admin-print-file-of = Download the print file of { $name }
admin-subtotal = Subtotal
admin-shipping = Shipping
admin-total = Total
admin-parcels = Parcels
admin-parcels-none = No parcel has left yet.
admin-parcel-add = Add a parcel
admin-parcel-added = Parcel added.
admin-payment-intent = Stripe payment
admin-address = Delivery address
admin-written-in = Language:
admin-shipping-choice = Shipping chosen:
admin-history = History
admin-internal = internal
admin-note = Note
admin-note-what = Only your team reads it.
admin-note-add = Add note
admin-note-added = Note added.

## Webhooks

admin-inbox-received = Received
admin-inbox-none = No webhook to show.
admin-inbox-refused = Turned away
admin-inbox-refused-what = Signature missing, wrong or too old. A flood of these means that a secret is wrong or somebody is trying.
admin-inbox-refused-none = None was turned away.
admin-jobs-waiting =
    { $count ->
        [0] No work is waiting.
        [one] { $count } task is waiting.
       *[other] { $count } tasks are waiting.
    }
admin-jobs-dead =
    { $count ->
        [one] { $count } task was given up after many tries. The server's log says why.
       *[other] { $count } tasks were given up after many tries. The server's log says why.
    }
admin-column-when = When
admin-column-provider = From
admin-column-kind = Kind
admin-column-state = State
admin-column-order = Order
admin-column-deliveries = Deliveries
admin-column-reason = Reason
admin-column-ip = Address
admin-column-times = Times

## Money

admin-captured = Received
admin-refunded = Refunded
admin-refundable = Can be refunded
admin-held = Held on the card
admin-held-until = Can be taken until
admin-ledger-asked = Payment requested
admin-ledger-held = Held on the card
admin-ledger-captured = Received
admin-ledger-released = Hold released
admin-ledger-failed = Not paid
admin-ledger-mismatch = Wrong amount
admin-ledger-refund = Refund requested
admin-ledger-refunded = Refunded
admin-ledger-refund-failed = Refund failed, amount is back
admin-ledger-dispute = Dispute
admin-refund = Refund…
admin-refund-title = Refund
admin-refund-amount = Amount ({ $name })
admin-refund-most = At most { $name }.
admin-refund-reason = Reason
admin-refund-reason-requested-by-customer = Customer asked for it
admin-refund-reason-duplicate = Paid twice
admin-refund-reason-fraudulent = Fraud
admin-refund-review = Check
admin-refund-change = Change
admin-refund-sure = Is this right?
admin-refund-what = { $name } goes back to the card or account it came from, usually within 5–10 days. The customer is told by email at { $other }.
admin-refund-left = After that { $name } can still be refunded.
admin-refund-left-nothing = After that nothing is left to refund.
admin-refund-note = Note (optional)
admin-refund-go = Refund { $name }
admin-refund-asked = The refund is asked for. Below you see how far it is.
admin-refund-elsewhere = Not by staff here
admin-refunds = Refunds
admin-stripe-waits = Stripe does not answer right now. This is kept and sent by itself as soon as it does.
admin-stripe-paused = Stripe refused our key, so this waits until somebody mends the key and says so under “Needs attention”.
admin-step-leave = Leave it
admin-plan-asking = One moment…
admin-stale = The order has changed meanwhile:
admin-look-again = Look again
admin-disputes = Disputes
admin-dispute-won = Won
admin-dispute-lost = Lost
admin-dispute-closed = Closed
admin-dispute-review = Under review
admin-dispute-answer = Needs your answer
admin-dispute-due = Answer in Stripe until

## Calling off, sending back

admin-cancel = Cancel the order…
admin-cancel-sure = This cannot be undone
admin-cancel-refund = { $name } is refunded.
admin-cancel-release = The hold of { $name } is released; nothing is taken.
admin-cancel-no-money = No money moves.
admin-cancel-told = The customer is told by email.
admin-cancel-go = Cancel the order
admin-cancelled = The order is cancelled.
admin-return = Return
admin-return-ask = Register a return
admin-return-reason = What the customer says (optional)
admin-return-asked = Return registered.
admin-return-decline = Decline the return
admin-return-decline-what = The request is closed, the order stays as it is, and the customer is told by email. The reason is yours to tell.
admin-return-declined = Return declined.
admin-return-receive = It is back
admin-return-receive-what = When it is back, say how many pieces can be sold again.
admin-return-no-stock = Nothing of this order was taken from stock.
admin-return-received = Marked as returned.
admin-return-refund-next = It is back. Refund it under “Payment”.
admin-step-back-to = Back to “{ $name }”

## Needs attention

admin-alert-clear = Done
admin-alert-cleared = Marked as done.
admin-attention-alerts = Open
admin-attention-none = Nothing needs you right now.
admin-providers = Providers
admin-providers-none = No provider has been asked anything yet.
admin-provider-well = Answers
admin-provider-unanswered = Did not answer when last asked
admin-provider-down = Does not answer
admin-provider-paused = Paused: refused our key
admin-provider-resume = Ask again
admin-provider-resumed = It is being asked again.
admin-provider-since = since
admin-repairs = Mended by themselves
admin-repairs-what = News that never reached us and was fetched later by comparing with the provider.
admin-repairs-none = Nothing had to be mended.
admin-unmapped = Carriers’ codes nobody knows
admin-unmapped-what = They are kept word for word and move no order. Tell us of them, so that the next version knows what they mean.
admin-unmapped-none = Every code that came is known.
admin-unmapped-times =
    { $count ->
        [one] { $count } time
       *[other] { $count } times
    }
admin-ledger =
    { $count ->
        [one] Ledger ({ $count } line)
       *[other] Ledger ({ $count } lines)
    }
admin-cancel-stock =
    { $count ->
        [one] { $count } piece goes back into stock.
       *[other] { $count } pieces go back into stock.
    }
admin-cancel-labels =
    { $count ->
        [one] { $count } unused label is given back.
       *[other] { $count } unused labels are given back.
    }
admin-return-most =
    { $count ->
        [one] { $count } piece at most
       *[other] { $count } pieces at most
    }
admin-attention-open =
    { $count ->
        [one] { $count } open
       *[other] { $count } open
    }
admin-provider-waiting =
    { $count ->
        [0] Nothing waits for it.
        [one] { $count } task waits for it.
       *[other] { $count } tasks wait for it.
    }

## Boxes and labels

admin-parcel-return = Return parcel
admin-parcel-eta = Expected { $name }
admin-parcel-eta-was = Previously
admin-parcel-tries =
    { $count ->
        [one] { $count } delivery attempt
       *[other] { $count } delivery attempts
    }
admin-parcel-again = Next attempt { $name }
admin-parcel-until = Held until { $name }
admin-parcel-received-by = Received by { $name }
admin-parcel-seen = Last seen
admin-tracking-refresh = Refresh tracking
admin-tracking-refreshed = The carrier was asked.
admin-label-print = Print label
admin-label-expected = expected
admin-label-void = Void label…
admin-label-void-what = The carrier is asked to take it back and repay it; that can take days. Do not use the paper any more.
admin-label-void-go = Void it
admin-label-voiding = The carrier is being asked to void it.
admin-label-look = Look again
admin-label-looked = Looked again. What was found stands above.
admin-label-unknown-what = The answer was lost: perhaps this label was bought. It is never bought a second time by itself.

## Webhooks, searched

admin-inbox-event = Event: kind or id
admin-label-box = Parcel { $count }
admin-body = Webhook as it came
admin-replay-one = Hear it again
admin-replay-all = Hear again everything found…
admin-replay-all-what = Everything that matches the search above is heard again, a thousand at most. What was understood before changes nothing.
admin-replay-all-go = Hear all of it again
admin-replayed = It will be heard again in a moment.
admin-parcel-scans =
    { $count ->
        [one] { $count } scan
       *[other] { $count } scans
    }
admin-refund-disputed = The bank is asking for this money back. A refund now may be paid twice: answer the dispute first.

## Buying labels

admin-label-buy = Buy label
admin-label-another = Label for another parcel
admin-label-return = Return label
admin-label-for-box = Label for parcel { $count }
admin-label-file = Print on
admin-file-pdf-4x6 = Label printer, 4 × 6 in (PDF)
admin-file-pdf-a4 = A4 sheet (PDF)
admin-file-png = Picture (PNG)
admin-file-zplii = Zebra printer (ZPL)
admin-label-go = Buy this label
admin-label-asked = The label is asked for. Above you see how far it is.
admin-rates = Ways to send it
admin-rates-asking = Asking for prices…
admin-rates-none = No carrier offers to send this. Check address, size and weight.
admin-rates-gone = The customer's choice, { $name }, is not on offer any more. Choose another.
admin-rates-for = Reckoned with: { $name }
admin-rates-anew = Ask for prices anew
admin-rate-chosen = Customer's choice
admin-rate-difference = { $name } against what the customer saw
admin-measure = How large is the parcel?
admin-measure-other = The parcel has another size
admin-measure-length = Length, mm
admin-measure-width = Width, mm
admin-measure-height = Height, mm
admin-measure-weight = Weight, g
admin-measure-go = Show prices
admin-pick-one = Select order { $name }
admin-pick-go = Buy labels for the selected…
admin-batch = Labels of several orders
admin-batch-none = No order is selected. Tick confirmed orders in the list.
admin-batch-no-choice = The customer chose no way to send it.
admin-batch-what = Each at the rate its customer chose. What was bought already is not bought again.
admin-batch-asked = The labels are asked for. Below you see how far each is.
admin-rate-days =
    { $count ->
        [one] about { $count } day
       *[other] about { $count } days
    }
admin-batch-failed =
    { $count ->
        [one] { $count } label needs you. It stands first.
       *[other] { $count } labels need you. They stand first.
    }
admin-batch-buy =
    { $count ->
        [one] Buy { $count } label
       *[other] Buy { $count } labels
    }

## Priority

admin-priority = Priority
admin-priority-set = Priority saved. The due date follows from it.
admin-priority-go = Save priority
admin-hold-why = Reason for the hold (optional)
admin-hold-what = Only your team reads it. On hold, the order’s clock stands and no list of work shows it.
admin-held-since = On hold since
admin-release = Release
admin-released = Released. It has the time left that it had before.
admin-filter-late = Only what will be late

# Products, their stock, and the specs of what is made.
admin-products = Products
admin-products-search = Key or name
admin-products-low = Only what is low
admin-products-low-count =
    { $count ->
        [one] { $count } product is low.
       *[other] { $count } products are low.
    }
admin-products-none = No products yet. Add one here, or let your storefront send them (PUT /api/products).
admin-products-none-found = No product is like this. Change the search, or show all.
admin-product-sku = Key (SKU)
admin-product-name = Name
admin-product-price = Price
admin-product-stock = In stock
admin-product-is-low = low
admin-product-low-what = At or below its reorder point: order more.
admin-product-held =
    { $count ->
        [one] { $count } more piece is set aside for open orders.
       *[other] { $count } more pieces are set aside for open orders.
    }
admin-product-edit = Change what it is
admin-product-new = Add a product
admin-product-saved = Saved.
admin-product-save = Save
admin-product-kind = Kind
admin-product-size = Size
admin-product-colour = Colour
admin-product-group = Key of its group
admin-product-group-name = Name of its group
admin-product-currency = Currency
admin-product-weight = Weight in grams
admin-product-reorder = Order more at
admin-product-locations = Only at these locations
admin-product-offered = Customers can order it on our own form
admin-movements = Movements
admin-movements-none = No piece has come or gone yet.
admin-movements-why = Why
admin-movements-pieces = Pieces
admin-movements-then = Then there were
admin-movements-more = Older movements are kept, but not shown here.
admin-stock = Stock
admin-stock-pieces = Pieces
admin-stock-seen = In stock when you began
admin-stock-kind = What happened
admin-stock-kind-waste = Spoilt or lost
admin-stock-kind-correction = The number was wrong (+ or −)
admin-stock-note = Why, in your words
admin-stock-done = Booked.
admin-stock-do-receive = Receive
admin-stock-do-count = Count
admin-stock-do-correct = Correct
admin-stock-what-receive = A delivery came: its pieces are added.
admin-stock-what-count = Count what is free to sell, without what is set aside for orders. If an order takes some meanwhile, you are told and count again.
admin-stock-what-correct = Takes off what is spoilt, or puts a wrong number right. It needs a reason.
admin-send-back = Send back to the customer
admin-send-back-message = What has to change
admin-send-back-what = The customer gets this by mail and reads it on the order’s page. The order waits in its review.
admin-send-back-do = Send the message
admin-send-back-done = Sent. The order waits for the customer.
admin-order-notes = The customer asks:
admin-item-technique = Technique
admin-design = Design
admin-design-of = Design of { $name }, opens in a new window
