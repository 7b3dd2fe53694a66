# Where a parcel is.

track-state-unknown = No news yet
track-state-pre-transit = Not yet with the carrier
track-state-picked-up = With the carrier
track-state-in-transit = In transit
track-state-out-for-delivery = Out for delivery
track-state-available-for-pickup = Ready to be collected
track-state-attempted = Delivery was attempted
track-state-delayed = Delayed
track-state-delivered = Delivered
track-state-returning = On its way back to the sender
track-state-returned = Returned to the sender
track-state-failed = Could not be delivered

# Why, and on whose side it lies.

track-cause-damaged = Damaged on the way
track-cause-lost = Lost
track-cause-missorted = Sorted to the wrong place
track-cause-investigated = The carrier is looking for it
track-cause-carrier-delay = The carrier is behind schedule
track-cause-called-off = Called off by the shop
track-cause-shop-data = Wrong or missing details from the shop
track-cause-shop-not-ready = The shop was not ready
track-cause-packaging = Packaging, size or weight
track-cause-refused = Refused by the recipient
track-cause-not-home = Nobody was there
track-cause-business-closed = The business was closed
track-cause-address = The address is wrong or incomplete
track-cause-no-access = The door could not be reached
track-cause-moved = The recipient has moved
track-cause-unclaimed = Not collected in time
track-cause-asked-for = The recipient asked for another day or place
track-cause-unpaid = Something is to be paid on delivery
track-cause-identity = Proof of identity was missing
track-cause-customs = In the hands of customs
track-cause-customs-papers = Customs need documents
track-cause-customs-duties = Customs duties are to be paid
track-cause-prohibited = It may not enter the country
track-cause-weather = Weather
track-cause-force = Strike, disaster or authorities
track-cause-holiday = A holiday

# What has to be done so that it goes on.

track-action-contact-carrier = Contact the carrier
track-action-correct-address = Correct the address
track-action-choose-day = Choose another day or place
track-action-pick-up = Collect the parcel
track-action-give-access = Let the driver in
track-action-send-papers = Send the documents
track-action-pay = Pay what is due
track-action-claim = Claim it from the carrier

# What staff are alarmed of, and the one thing to do.

track-alarm-returned = The parcel is coming back or is back.
track-alarm-failed = The carrier cannot deliver the parcel.
track-alarm-address-problem = The carrier cannot find the address.
track-alarm-held-in-customs = Customs are holding the parcel.
track-alarm-action-required = The carrier waits for somebody to act.
track-alarm-never-scanned = There is a label, but the carrier has never scanned the parcel.
track-alarm-silent = There has been no news of the parcel for days.
track-alarm-late = The parcel is late or will be.
track-todo-hand-over = Hand it to the carrier, or void the label.
track-todo-ask-carrier = Have the carrier look for it.
track-todo-expect-return = Wait for it, then refund or send again.
track-todo-tell-customer = Tell the customer.
track-until = Until { $day }.
