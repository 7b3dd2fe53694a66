# The order form where a carrier brings what was ordered.

way-shipping = Sent by a carrier
place-shipping = Send parcels: the customer chooses among carriers’ rates
order-form-state = Province or state
order-form-flaw-state = This is too long: at most 100 characters.
order-form-country = We send within this country only: { $country }.
order-form-slots-gone = All times for pickup and delivery are taken at the moment. A carrier can still bring it.
order-form-slot-by-hand = When? (for pickup and delivery)
order-form-rates-next = For a parcel you choose the carrier on the next page, before you pay.
order-form-no-rates = Nobody can say just now what sending it costs. Nothing was ordered; what you typed is kept. Send it again in a moment.
order-form-no-address = The carriers do not know this address, so nothing can be sent there. Check street, town and postcode.
order-form-no-rate = No carrier brings this to your address. Nothing was ordered. Choose another way or ask us: { $contact }
order-form-rate-none = Choose how it is sent.
order-form-rate-gone = These prices are no longer valid. Here are the ones of today; what you typed is kept.
order-rates-title = How shall we send it?
order-rates-summary = Your order
order-rates-choose = Carrier and price
order-rates-days = { $count ->
    [one] about { $count } day
   *[other] about { $count } days
}
order-rates-total = { $total } in all
order-rates-doubted = The carriers could not find this address. Check it: a parcel with a wrong address comes back. If it is right, go on.
order-rates-edit = Change what I typed
