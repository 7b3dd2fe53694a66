# Messages that did not go, and what can be done with them.

attention-notice-failed = A message did not reach the customer. Read why in the log of messages, then send it again, correct its address, or tell the customer another way.
attention-template-failed = The shop’s own words for a message could not be used, so the built-in ones went out. Open the template and correct what is named here.
refused-notice-not-given-up = This message was not given up: it has left, was taken back, or still waits for its hour.
refused-notice-told-there = This address has already been told the same. Choose another one.
refused-spared-by-wish = The owner of this address does not want messages from the shop. Only they can take that back, in their preferences.
waits-message =
    { $count ->
        [one] { $count } message to send:
       *[other] { $count } messages to send:
    }
