# Papers that staff print, and the page where they scan them. Slips are in the customer's language, everything else in the reader's.
paper-ticket = Job ticket
paper-slip = Packing slip
paper-label = Label
paper-papers = Papers
paper-print = Print
paper-link = Print papers
paper-orders =
    { $count ->
        [one] Papers of { $count } order
       *[other] Papers of { $count } orders
    }
paper-back = Back to orders
paper-gift = Gift: no prices
paper-size = Sheet
paper-show = Show
paper-noted = The print run is noted with each order. Print it now with your browser’s own command (Ctrl+P).
paper-not-noted = The print run could not be noted, so nothing was printed. Check the connection and try again; Ctrl+P prints without a note.
paper-unknown = There is no order “{ $name }”. The others are here.
paper-beyond =
    { $count ->
        [one] { $count } more order does not fit into one run. Print it after these.
       *[other] { $count } more orders do not fit into one run. Print them after these.
    }
paper-nothing = None of these orders exists, so there is nothing to print.
paper-label-of = Label of order { $number }
paper-label-none = No label has been bought for this order:
paper-label-away = The label could not be fetched; the other papers are complete. Try again in a moment, or open it from the order:
paper-label-foreign = This label is made for a label printer’s own language and cannot be printed with the others. Open it from the order:
paper-label-broken = This label’s file cannot be read. Open it from the order:
paper-reference = Reference
paper-leaves-by = Leaves us by
paper-status = Status
paper-made-at = Made at
paper-for = For
paper-sent-with = Sent with
paper-ordered = Ordered
paper-done = Done
paper-quantity = Qty
paper-what = What
paper-sku = SKU
paper-file = Print file
paper-allergens = Allergens
paper-notes = Notes
paper-stages = Stages
paper-deliver-to = Deliver to
paper-price = Price
paper-sum = Sum
paper-subtotal = Subtotal
paper-shipping = Shipping
paper-total = Total
paper-thanks = Thank you for your order. Questions? { $contact }
scan-title = Scan
scan-hint = Scan the code on a job ticket or packing slip, or type the order’s number and press Enter. Scanners also work on every other page.
scan-mode = What a scan does
scan-mode-open = opens the order
scan-mode-advance = moves the order on
scan-field = Code or order number
scan-go = Go
scan-sound = Sound
scan-camera = Camera
scan-camera-failed = The camera cannot be used. Allow it in the browser, or type the number.
scan-list = Scans, newest first
scan-unknown-code = No order belongs to “[code]”. Nothing was changed.
scan-unknown = No order belongs to “{ $code }”. Nothing was changed.
scan-found = found
scan-moved = now “{ $stage }”
scan-choose = can go on in several ways. Choose one.
scan-last = is already at its last stage, “{ $stage }”. Nothing was changed.
scan-just-moved = moved to “{ $stage }” only a moment ago. Nothing was changed; scan it again in a few seconds to move it further.
scan-refused = stays at “{ $stage }”. { $why }
scan-failed = No answer from the server, so nobody knows whether this scan counted. Check the connection and scan it again.
event-printed = Printed
