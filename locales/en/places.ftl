# Places, slots, pickup and delivery: for customers, storefronts and staff.

method-pickup = Pickup
method-delivery = Delivery
distance = { $km } km ({ $miles } miles)
attention-slot-lost = This order was paid after its time had gone to somebody else. Agree with the customer on another time, or refund it.
event-place-saved = saved this location

refused-unknown-place = We do not know that location. Choose another.
refused-fulfilment-missing = This location works in time slots. Say whether the order is picked up or delivered, and when.
refused-no-pickup = This location has no pickup. Choose delivery.
refused-no-delivery = This location does not deliver. Choose pickup.
refused-too-far = This address is { $distance } away; we deliver within { $most }. Pick it up, or use a nearer address.
refused-elsewhere = We cannot tell how far this address is, and we deliver only within { $most }. Pick it up, or use another address.
refused-no-such-postcode = There is no such postcode. Check it.
refused-no-slots-here = This location works without time slots. Leave the time out.
refused-slot-missing = Choose a time.
refused-slot-closed = We take no orders for that time.
refused-slot-full = That time is full.
refused-slot-next = The next free time is { $next }.
refused-slot-none = There is no free time at the moment. Try again later.

place-flaw-key = Give it a key of one line with at most 100 characters: the word orders carry as their location.
place-flaw-name = Give it a name of one line with at most 200 characters.
place-flaw-address = The address needs street, town and the country’s two-letter code in capitals.
place-flaw-contact = Say where customers can ask: one line with at most 200 characters.
place-flaw-zone = The time zone is not an IANA name such as Europe/London.
place-flaw-hours = The opening hours cannot be read. Write 09:00-14:00, 17:00-20:00; past midnight 18:00-02:00; the whole day 00:00-24:00; nothing when closed.
place-flaw-closed = The closed days cannot be read. Write 2026-12-25, 2026-12-26.
place-flaw-methods = Choose at least one way: pickup, delivery or parcels.
place-flaw-radius = The radius is not a number of kilometres up to 500.
place-flaw-radius-abroad = Distances can be measured only in the United Kingdom. Leave the radius empty, or correct the country.
place-flaw-postcode = The location’s own postcode is unknown, so no distance can be measured from it.
place-flaw-slot-minutes = A slot lasts between 5 and 1440 minutes. Leave it empty to work without slots.
place-flaw-capacity = A slot takes between 1 and 10000 orders.
place-flaw-ahead = The lead time is at most 20160 minutes, and orders can be taken at most 60 days ahead.
place-flaw-workflow = There is no such workflow.

place-minutes = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}
place-title = Locations
place-none = There are no locations yet. Add one to say when it is open, how far it delivers and how many orders it takes at a time.
place-add = Add a location
place-unknown = Orders name these locations, which are not written down here:
place-open = Open now
place-opens = Opens { $when }
place-closed-for-good = Does not open
place-open-orders = { $count ->
    [one] { $count } open order
   *[other] { $count } open orders
}
place-ready-in = Ready after { $time } on average
place-ready-over = { $count ->
    [one] Ready after { $time } on average, over the last order.
   *[other] Ready after { $time } on average, over the last { $count } orders.
}
place-ready-unknown = Nobody knows yet how long an order takes here until it is ready.
place-back = All locations
place-new = New location
place-key = Key
place-key-hint = What orders carry as their location. It cannot be changed later.
place-name = Name
place-address = Address
place-line1 = Street and number
place-line2 = Flat, floor, company
place-city = Town
place-state = Province or state
place-postal-code = Postcode
place-country = Country (two letters)
place-contact = Where customers ask
place-hours = Opening hours
place-hours-hint = 09:00-14:00, 17:00-20:00. Past midnight: 18:00-02:00. Empty: closed.
place-zone = Time zone
place-closed = Closed days
place-closed-hint = 2026-12-25, 2026-12-26
place-handing-over = Pickup, delivery, parcels and slots
place-radius = Delivery radius in km
place-radius-hint = As the crow flies, in the United Kingdom. 10 miles are 16.1 km. Empty: anywhere.
place-slot-minutes = Minutes per slot
place-slot-minutes-hint = Empty: without slots.
place-slot-capacity = Orders per slot
place-lead = Minutes from now to the first slot
place-ahead = Days ahead
place-orders-open = Take orders on the public form
place-workflow = Workflow
place-form-open = The order form is open to everybody
place-save = Save
place-saved = Saved.
place-slots = Next slots
place-slots-none = There is no slot to take.
place-slot-taken = { $taken } of { $capacity } taken
place-slot-full = full
place-time = Slot

booking-title-pickup = Pickup
booking-title-delivery = Delivery
booking-when = { $from }–{ $until }
booking-where = Fetch it here:
booking-ask = Questions?
booking-from = From { $name }

order-form-title = Order from { $place }
order-form-closed = We take no orders here at the moment. Please come back later, or ask us.
order-form-empty = There is nothing to order here yet.
order-form-full = All times are taken at the moment. Please come back later, or ask us.
order-form-sold-out = Everything is sold out at the moment. Please come back later.
order-form-problem = Nothing was ordered yet. Please correct this:
order-form-goods = What would you like?
order-form-gone = Sold out
order-form-method = How do you get it?
order-form-slot = When?
order-form-slot-none = Choose a time
order-form-where = Where does it go?
order-form-who = Who are you?
order-form-line1 = Street and number
order-form-line2 = Flat, floor
order-form-city = Town
order-form-postal-code = Postcode
order-form-name = Name
order-form-email = Email
order-form-phone = Phone
order-form-notes = Anything we should know?
order-form-optional = (optional)
order-form-then = You pay on the next page. What you chose is kept for you until then.
order-form-submit = Order and pay
order-form-placed = Your order is kept for you
order-form-placed-next = Order { $number } waits for its payment. The payment page opens by itself.
order-form-pay = Pay now
order-form-no-till = Nobody can take your payment just now. Nothing was charged, and what you chose is kept. Send it again in a moment.
order-form-no-distance = Nobody can tell how far your address is just now. Nothing was ordered; what you typed is kept. Send it again in a moment, or choose pickup.
order-form-flaw-method = Choose how you get it.
order-form-flaw-quantity = Write a number between 1 and 999, or leave it empty.
order-form-flaw-currency = This is sold in another currency. Order it separately.
order-form-flaw-gone = Something you chose is not sold here any more. Look through the list again.
order-form-flaw-goods = Choose at least one thing.
order-form-flaw-name = Write your name, at most 200 characters.
order-form-flaw-email = Write an email address such as ana@example.com.
order-form-flaw-phone = A phone number has at most 40 characters.
order-form-flaw-line1 = Write street and number.
order-form-flaw-line2 = This is too long: at most 200 characters.
order-form-flaw-city = Write the town.
order-form-flaw-postal-code = Write a postcode of at most 20 characters.
order-form-flaw-notes = This is too long: at most 2000 characters.
place-form-link = Open the order form
