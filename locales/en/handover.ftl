# How a parcel is handed over: what its customer asks of whoever brings it, and what they say when it did not come. $contact is the shop's.

handover-title = How should it be delivered?
handover-nothing = As the carrier usually does. If you will be out, you can say what should happen.
handover-asked = We ask the carrier for this. What is possible, the carrier decides.
handover-fixed = This can no longer be changed here.
handover-to-choose = Say how it should be delivered
handover-to-change = Change how it is delivered
handover-way-none = As the carrier usually does
handover-way-in-person = Hand it over in person only, leave it with nobody
handover-way-safe-place = Leave it in a safe place
handover-way-neighbour = Leave it with a neighbour
handover-ask-title = How should order { $number } be delivered?
handover-ask-lead = You can change this until it is out for delivery. We ask the carrier for it; what is possible, the carrier decides.
handover-ways = If nobody opens the door
handover-note = Which place, or which neighbour
handover-note-hint = Only for a safe place or a neighbour: “the shed behind the house”, “Maria, second floor”
handover-for-driver = For the driver
handover-instructions-hint = If you like: which entrance, where to ring. It is printed on paper, so please write no door codes.
handover-save = Save
handover-problem = Nothing has been saved yet. What you wrote is still here; please check:
handover-flaw-way = Choose one of the ways in the list.
handover-flaw-note-missing = Say which place, or which neighbour.
handover-flaw-note-unasked = A place or a neighbour is named only with “safe place” or “neighbour”.
handover-flaw-characters = There are characters in it that cannot be printed. Please type it again.
handover-refused-title = How order { $number } is delivered cannot be changed here
handover-wish = Delivery preference

missing-title = Not received?
missing-lead = It is reported as delivered.
missing-to-ask = I do not have it
missing-ask-title = Order { $number } is not with you?
missing-ask-lead = It is reported as delivered. It is often close by, so please look here first:
missing-look-household = Ask everybody at home or at work who could have taken it in.
missing-look-neighbours = Ask your neighbours, the caretaker or at reception.
missing-look-places = Look where it would be dry and out of sight: porch, garage, garden shed, letter box.
missing-look-card = Look for a card or a message from the carrier.
missing-words = What could help us to find it
missing-words-hint = If you like, in a sentence or two.
missing-do = I have not received it
missing-told = You told us on { $weekday }, { $day } { $month }, that you do not have it.
missing-answer = We are looking into it and will answer by mail to { $email }.
missing-refused-title = Order { $number } cannot be reported as missing here
missing-event = You told us that you do not have it

refused-not-carried = No carrier brings this order, so there is no driver to tell anything. If something is to be arranged, write to { $contact }.
refused-with-the-driver = It is with the driver already, or has arrived, so nothing was changed. Ask the carrier on its own page, or write to { $contact }.
refused-not-there-yet = Nothing of this order is reported as delivered yet. Its page says where it is; if you think that is wrong, write to { $contact }.
refused-there-for-long = { $days ->
    [one] It was delivered more than a day ago. Write to { $contact }, and a person will help.
   *[other] It was delivered more than { $days } days ago. Write to { $contact }, and a person will help.
}

attention-not-received = The customer does not have this order, although it is reported as delivered. Ask the carrier for proof of delivery, and answer the customer by mail.
event-delivery-wished = Delivery preference changed
event-not-received = Reported as not received
