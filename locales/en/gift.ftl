# Orders that somebody gives away.

order-form-gift = It is a gift: no prices in the parcel
admin-gift = A gift: its packing slip shows no prices.
paper-gifts = { $count ->
    [one] One order is a gift: its slip shows no prices.
   *[other] { $count } orders are gifts: their slips show no prices.
}
