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
customer-day = { $weekday }, { $day } { $month }
customer-ago-today = today
customer-ago-yesterday = yesterday
customer-ago-days =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }

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
customer-next-ask = If you have questions about the money, write to us.
customer-promise-packed = Packed – waiting for the carrier
customer-badge-packed = Packed
customer-next-packed = The carrier has not collected it yet. Its first scan usually comes within one or two working days, and we will write to you then.
customer-next-held = { $amount } is held on your card. We take it when we start making your order, and not before.
customer-promise-expected = Expected on { $weekday }, { $day } { $month }
customer-promise-partly = { $arrived } of { $all } parcels delivered
customer-next-partly = The rest is on its way. Each parcel is listed on this page.
customer-next-partly-by = The rest is expected on { $weekday }, { $day } { $month }.
customer-promise-quiet = No update since { $weekday }, { $day } { $month }
customer-next-quiet = The carrier has told us nothing since then. Parcels can be quiet on long stretches; if you would like us to have it looked for, write to us.
customer-next-delayed-by = The carrier now expects to deliver it on { $weekday }, { $day } { $month }. We are sorry. There is nothing you need to do.
customer-next-overdue = It was expected on { $weekday }, { $day } { $month }, and has not arrived yet. We are sorry. There is nothing you need to do.
customer-promise-pickup = Ready to be collected
customer-next-pickup = It waits for you at the carrier’s collection point. The carrier’s page says where and until when. Bring the tracking number and a document with your name.
customer-next-pickup-by = It waits for you at the carrier’s collection point until { $weekday }, { $day } { $month }. The carrier’s page says where. Bring the tracking number and a document with your name.
customer-next-ready = If you collect it yourself, have your order number at hand.
customer-promise-address = The carrier cannot find your address
customer-next-address = Please write to us with the right address, the entrance or a phone number, so that the carrier can try again.
customer-promise-missed = The carrier missed you
customer-next-missed = They usually try again on the next working day. On the carrier’s page you can often choose another day or place.
customer-next-missed-on = They will try again on { $weekday }, { $day } { $month }. On the carrier’s page you can often choose another day or place.
customer-promise-kept = The carrier is holding your parcel
customer-next-kept = There is a question about the delivery. We are sorting it out with them; if anything is needed from you, we will write to you.
customer-promise-customs = Your parcel is with customs
customer-next-customs = Customs are checking it, which can take a few days. If papers or a payment are needed from you, the carrier or we will write to you.
customer-promise-harmed = Something happened to your parcel
customer-next-harmed = The carrier reports that it was damaged or cannot be found. We are sorry. We will write to you about how to put it right; there is nothing you need to do.
customer-promise-comes-back = Your parcel is coming back to us
customer-next-comes-back = The carrier could not hand it over. We will write to you to agree on what happens next.
customer-cancelled-by-you = You cancelled it on { $weekday }, { $day } { $month }, at { $time }.
customer-cancelled-by-us = We cancelled it on { $weekday }, { $day } { $month }, at { $time }.
customer-back-since = It was back with us on { $weekday }, { $day } { $month }.
customer-money-returned = We returned { $amount } on { $day }, to the way you paid. Banks usually take 5 to 10 working days to show it.
customer-money-on-its-way = We are returning { $amount } to the way you paid. That usually takes 5 to 10 working days.
customer-money-soon = We will write to you about your money.
customer-money-late = Returning your money is taking longer than usual. We are on it, and there is nothing you need to do.
customer-money-held = Nothing was charged. { $amount } was only held on your card, and your bank gives it free again within a few days.
customer-return-asked = A return was asked for on { $weekday }, { $day } { $month }. We will write to you about what comes next.
customer-return-declined = We could not accept the return. If you would like to know why, write to us.

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
customer-scan-waits = Waiting for the carrier
customer-scan-announced = Announced to the carrier
customer-scan-under-way = On its way
customer-scan-out-for-delivery = Out for delivery
customer-scan-delayed = Running late
customer-scan-delivered = Delivered
customer-event-held = Your payment is held on your card
customer-event-taken = We took the payment
customer-event-released = The amount held on your card was given free
customer-event-refunded = We returned { $amount } to you
customer-event-cancelled-by-you = You cancelled the order
customer-event-cancelled-by-us = We cancelled the order
customer-event-return-by-you = You asked to send it back
customer-event-return = A return was arranged
customer-event-return-declined = We could not accept the return
customer-event-return-received = We have it back
customer-event-specs-returned = We asked you to change something
customer-announce = New: { $what }, { $when }
customer-parcels =
    { $count ->
        [one] Parcel
       *[other] { $count } parcels
    }
customer-parcel = Parcel { $position }
customer-parcel-number = Tracking number
customer-parcel-no-number = It travels without a tracking number.
customer-parcel-expected = Expected
customer-parcel-before = Before:
customer-parcel-heard = Last scan
customer-parcel-route = Way so far
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
customer-back-sent = Returned to you
customer-back-on-its-way = On its way back to you
customer-pay = Not paid yet? Pay { $amount }
customer-change = Need to change something?
customer-to-cancel = Cancel this order
customer-to-return = Send it back
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
customer-checkout-held = The amount is held on your card
customer-checkout-held-next = { $amount } is held on your card. We take it when we start making your order, and not before.
customer-checkout-see-there = Its page says what happens with your money.
customer-checkout-see = Follow this order
customer-cancel-title = You left before paying
customer-cancel-lead = Nothing was charged. You can still pay; if you have changed your mind, there is nothing you need to do.
customer-cancel-order = Your order number is { $number }.
customer-cancel-pay = Pay after all
customer-cancel-see = See this order

# Calling it off, and sending it back.

customer-ask-cancel-title = Cancel order { $number }?
customer-ask-cancel-lead = We have not started on it yet. Once it is cancelled, it will not be made or sent, and that cannot be undone.
customer-ask-cancel-held = The { $amount } held on your card is given free again. Nothing is charged.
customer-ask-cancel-refund = You get { $amount } back, to the way you paid. That usually takes 5 to 10 working days.
customer-ask-cancel-do = Cancel the order
customer-ask-cancel-keep = Keep the order
customer-ask-return-title = Send order { $number } back
customer-ask-return-lead = We look at every request, and write to you with what to do. Please do not send anything before that.
customer-ask-return-reason = Why are you sending it back?
customer-ask-return-reason-hint = You need not say, but it helps us.
customer-ask-return-do = Ask to send it back
customer-back-to-order = Back to the order
customer-refused-cancel-title = Order { $number } cannot be cancelled here any more
customer-refused-return-title = Order { $number } cannot be sent back from here

# When there is no such page, or something broke.

customer-missing-title = There is no such page
customer-missing-lead = The address may be mistyped, or the page has moved. Your order number and your email open your order.
customer-wrong-title = Something went wrong on our side
customer-wrong-lead = Your order is safe: nothing about it was changed or lost. Please try again in a minute.
customer-wrong-incident = If it happens again, write to us and mention { $incident }.
customer-many-title = A little too fast
customer-many-lead = We received many requests from your connection. Please try again { $wait }.
customer-to-track = Track an order

# The page of the API, for programmers.

customer-api-title = The API
customer-api-lead = For programs: a storefront, an accounting program, a help desk. A key is made at /admin/keys; each operation says which scopes it asks for.
customer-api-document = The document itself (OpenAPI 3.1)
customer-api-no-script = The list of operations is drawn by a script, and scripts are off here. The document itself says the same, and docs/api.md in Clew's source shows each common task as a command.
customer-api-no-viewer = The viewer is not among this server's files: ./clew build puts it into the folder CLEW_SITE_ADMIN names. The document itself says the same.
