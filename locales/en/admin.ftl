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
admin-overdue = Overdue
admin-attention = Needs attention
admin-by-status = By status
admin-by-location = Open orders by location
admin-location-none = No location

## List

admin-list-caption = Orders
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
admin-inbox-none = No webhook has arrived yet.
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
