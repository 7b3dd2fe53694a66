# Products, their stock, and how they are made.
product-kind-garment = Garment
product-kind-blank = Print blank
product-kind-dish = Dish
product-kind-goods = Goods
movement-order = Ordered
movement-release = Given back by an order
movement-count = Counted
movement-receive = Received
movement-correction = Corrected
movement-waste = Written off
technique-dtg = Direct to garment
technique-screen = Screen print
technique-embroidery = Embroidery

refused-bad-sku = A product’s key is one line of 1 to 100 characters. Nothing was saved.
refused-no-price = What is offered to customers needs a price. Enter one, or take it off the order form.
refused-no-pieces = That is no number of pieces that can be booked: whole pieces, at most a million. Nothing was booked.
refused-stock-moved = Stock moved while you were counting: now there are { $left }. Nothing was booked; count again from there.
refused-fewer-in-stock = There are only { $left } in stock, fewer than you want to take off. Nothing was booked.
refused-no-review-now = This order is not waiting for its specs to be reviewed any more. Reload the page to see where it stands.

event-specs-returned = Sent back to the customer
notice-kind-specs_returned = Specs to change
notice-specs_returned-subject = Please change the design of your order { $number }
notice-specs_returned-title = Please change the design
notice-specs_returned-lead = { $shop } has looked at your design and cannot make it like this yet. Your order is waiting, and nothing is lost. This is what to change:
