# What customers read on their pages.

# Every page.

customer-help = Questions? Write to us:
customer-languages = Language
customer-sandbox = Sandbox: nothing here is real, and no money moves.
customer-title-problem = Problem: { $title }

# Looking an order up.

customer-track-title = Track your order
customer-track-lead = All you need is the order number and the email you bought with.
customer-track-number = Order number
customer-track-number-hint = It is in every email about your order, and looks like { $example }
customer-track-email = Email
customer-track-email-hint = The one you gave when you bought
customer-track-submit = Show my order
customer-problem-not-found = We found no order with that number and that email
customer-problem-not-found-help = Please check both fields: the number is in the confirmation email, and the email is the one that message came to.
customer-problem-too-many = Too many attempts
customer-problem-too-many-help = We pause after several attempts, so that nobody can guess their way to your order. Please try again { $wait }.
customer-wait-seconds =
    { $count ->
        [one] in { $count } second
       *[other] in { $count } seconds
    }
customer-wait-minutes =
    { $count ->
        [one] in { $count } minute
       *[other] in { $count } minutes
    }
customer-problem-link = This link no longer works
customer-problem-link-help = For your security, links expire. Your order number and your email open the page again.

# Long dates, for the one sentence that matters.

customer-weekday-0 = Monday
customer-weekday-1 = Tuesday
customer-weekday-2 = Wednesday
customer-weekday-3 = Thursday
customer-weekday-4 = Friday
customer-weekday-5 = Saturday
customer-weekday-6 = Sunday
customer-month-1 = January
customer-month-2 = February
customer-month-3 = March
customer-month-4 = April
customer-month-5 = May
customer-month-6 = June
customer-month-7 = July
customer-month-8 = August
customer-month-9 = September
customer-month-10 = October
customer-month-11 = November
customer-month-12 = December

# The promise, and what comes next.

customer-promise-waiting = We are waiting for your payment
customer-next-waiting = We start as soon as your bank confirms it. You can close this page: we will write to you.
customer-promise-not-paid = This order was not paid
customer-next-not-paid = Nothing was charged. If you still want it, place the order again in the shop.
customer-promise-by = On its way by { $weekday }, { $day } { $month }
customer-promise-confirmed = We have your order
customer-next-confirmed = We will start on it soon. There is nothing you need to do: we will write to you when it leaves.
customer-promise-processing = We are preparing your order
customer-next-processing = We are working on it. There is nothing you need to do: we will write to you when it leaves.
customer-promise-late = It is taking longer than we promised
customer-next-late = We said it would leave by { $weekday }, { $day } { $month }, and it has not left yet. We are sorry: we are on it, and will write to you the moment it does.
customer-promise-shipped = Your order is on its way
customer-next-shipped = It left us on { $weekday }, { $day } { $month }, at { $time }.
customer-next-shipped-undated = It has left us. There is nothing you need to do.
customer-promise-out-for-delivery = Your order is out for delivery
customer-next-out-for-delivery = The courier has it. It helps if somebody is there to receive it.
customer-promise-delivered = Delivered { $weekday }, { $day } { $month }, at { $time }
customer-promise-delivered-undated = Your order was delivered
customer-next-delivered = We hope you like it. If it is not with you, write to us and we will find it.
customer-promise-delayed = It will arrive later than planned
customer-next-delayed = The carrier has it, and it is taking longer than usual. We are sorry. There is nothing you need to do.
customer-promise-exception = Something is holding up your order
customer-next-exception = We are sorting it out with the carrier. If we need anything from you, we will write to you.
customer-promise-cancelled = This order was cancelled
customer-promise-returned = This order came back to us
customer-next-nothing-charged = Nothing was charged.
customer-next-refunded = We have returned all of the money to the way you paid. Your bank may take a few days to show it.
customer-next-partly-refunded = We have returned part of the money to the way you paid. Your bank may take a few days to show it.
customer-next-ask = If you have questions about the money, write to us.

# The order's page.

customer-order-title = Order { $number }
customer-order-number = Order
customer-progress = Progress
customer-step-payment = Payment
customer-done = Completed:
customer-to-come = To come:
customer-history = History
customer-earlier =
    { $count ->
        [one] Show { $count } earlier event
       *[other] Show { $count } earlier events
    }
customer-event-placed = You placed the order
customer-event-paid = Your payment arrived
customer-event-not-paid = The payment was not completed
customer-event-parcel = A parcel was made ready
customer-announce = New: { $what }, { $when }
customer-parcels =
    { $count ->
        [one] Parcel
       *[other] { $count } parcels
    }
customer-parcel = Parcel { $position }
customer-parcel-number = Tracking number
customer-parcel-no-number = It travels without a tracking number.
customer-parcel-follow = Follow it with { $carrier }
customer-parcel-follow-plain = Follow it with the carrier
customer-new-tab = (opens in a new tab)
customer-items = What you bought
customer-more-items =
    { $count ->
        [one] Show { $count } more item
       *[other] Show { $count } more items
    }
customer-subtotal = Subtotal
customer-shipping = Shipping
customer-total = Total
customer-address = Goes to
customer-updated = Last updated
customer-live = Live
customer-reconnecting = Reconnecting…
customer-paused = Paused
customer-offline = You are offline
customer-gone = This page is no longer up to date.
customer-reload = Reload it

# After paying.

customer-checkout-title = Thank you for your order
customer-checkout-lead = We will send everything about it to your email, too.
customer-checkout-waiting = We are waiting for your bank’s word
customer-checkout-waiting-next = That usually takes a few seconds. You can stay, and see it change here, or close the page.
customer-checkout-confirmed = Your payment has arrived
customer-checkout-confirmed-next = Your order is confirmed, and we start on it.
customer-checkout-not-paid = The payment was not completed
customer-checkout-not-paid-next = Nothing was charged.
customer-checkout-see = Follow this order
customer-cancel-title = You left before paying
customer-cancel-lead = Nothing was charged. If you still want your order, go back to the shop and pay there.
customer-cancel-order = Your order number was { $number }.

# When there is no such page, or something broke.

customer-missing-title = There is no such page
customer-missing-lead = The address may be mistyped, or the page has moved. Your order number and your email open your order.
customer-wrong-title = Something went wrong on our side
customer-wrong-lead = Your order is safe: nothing about it was changed or lost. Please try again in a minute.
customer-wrong-incident = If it happens again, write to us and mention { $incident }.
customer-many-title = A little too fast
customer-many-lead = We received many requests from your connection. Please try again { $wait }.
customer-to-track = Track an order
