# The log of messages, a message as it was sent, writing by hand, each person's own news, and figures.

log-title = Messages
log-search = Recipient or order number
log-column-when = Planned
log-column-to = To
log-column-kind = Kind
log-column-channel = Channel
log-column-state = State
log-column-order = Order
log-column-audience = For
log-audience-customer = Customers
log-audience-staff = Staff
log-from = From
log-until = Until
log-waits-until = until
log-none = No message matches.
log-trouble = { $name }: { $count }
log-a-browser = a browser or app
log-reason-quiet_hours = quiet hours
log-reason-overtaken = overtaken by later news
log-reason-digest = told together with other news
log-reason-scheduled = scheduled
log-reason-bulk = can still be undone
log-reason-undone = undone
log-reason-recalled = the step was taken back
log-reason-bounced = the address bounced
log-reason-complained = marked as spam
log-reason-opted_out = does not want to hear from us
log-reason-invalid = nobody has this address
log-reason-gone = the subscription is over
log-reason-no_provider = no provider for this channel
log-reason-content = the provider refused its text
log-reason-discarded = discarded
log-reason-expired = its link had run out before it could leave
log-step-planned = Planned
log-step-waits = Not before
log-step-sent = Sent
log-step-delivered = Delivered
log-step-opened = Opened
log-step-clicked = Link followed
log-step-read = Read
log-facts = The message
log-written-by = Written by
log-taken-by = Accepted by
log-error = Last error
log-attempts = Attempts
log-life = What happened
log-not-sent = Nothing has left yet. Its text is put together when it goes.
log-subject = Subject
log-html = The message as it was sent
log-text = As plain text
log-as-sent = As it was sent
log-do = What you can do
log-silenced = Nobody writes to this address any more: { $name } (according to { $other }), since
log-lift = Write to it again
log-lift-what = Only when you know that the address is right and its owner wants to hear from you.
log-retry = Try again
log-readdress-to = Another address
log-readdress = Send it there
log-discard = Discard
log-discard-what = It stays in the log and is not sent.
log-did-retry = It is being sent again.
log-did-readdress = It is being sent to the new address.
log-did-discard = It is discarded.
log-did-lift = This address is written to again.

feed-title = News
feed-none = No news yet.
feed-read-all = Mark all as read
feed-new = New
feed-unread =
    { $count ->
        [0] Nothing is unread.
        [one] One line is unread.
       *[other] { $count } lines are unread.
    }
feed-staff_new_order = New order { $number } from { $name }: { $amount }
feed-staff_exception = A parcel of order { $number } ({ $name }) needs attention
feed-staff_dispute = The bank is asking for the money of order { $number } ({ $name }) back
feed-staff_low_stock =
    { $count ->
        [one] One piece of { $sku } is left
       *[other] { $count } pieces of { $sku } are left
    }
feed-other = There is news about order { $number }

by-hand-write = Write a message
by-hand-title = Message about order { $name }
by-hand-channel = Channel
by-hand-subject-hint = If left empty, the shop’s own subject is used. Text messages have none.
by-hand-text = Message
by-hand-text-hint = Greeting, order number and link are added.
by-hand-send = Send
by-hand-look = Look first
by-hand-looks = As it will arrive
by-hand-looks-hint = Press “Look first” to see it here as its reader will.
by-hand-silenced = nobody writes there any more
by-hand-browsers =
    { $count ->
        [one] one browser or app
       *[other] { $count } browsers or apps
    }
by-hand-many-what = One mail to the customer of each order. It waits ten minutes; until then you can undo it.
by-hand-many-go = Look: write a message
bulk-action-message = Write a message
event-message-sent = Message to the customer
event-bulk-undone-message = its message was taken back
refused-empty-message = Write something first.
refused-cannot-be-written = This customer cannot be written to over this channel: there is no address, or it bounced, or they asked not to be.

order-silenced-bounced = Mails to this address bounce.
order-silenced-complained = They marked a mail of ours as spam.
order-silenced-opted_out = They do not want to hear from us by mail.
order-silenced-invalid = Nobody has this address.
order-silenced-gone = This address is gone.
order-silenced-what = They are sent no more mail. Call them, or ask for another address; a message that did not arrive can be sent to another one from its page.

figures-title = Figures
figures-span = Span
figures-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
figures-what = Of the messages planned in these days. A message that was opened also counts as delivered and sent; what a provider does not tell, nobody counts. The time is from the change, or from when it was to leave, until the provider had it.
figures-none = No message was planned in these days.
figures-by-channel = By channel
figures-by-kind = By kind
figures-share = Share
figures-share-words = { $count }% sent, { $name }% lost
figures-planned = Planned
figures-sent = Sent
figures-delivered = Delivered
figures-opened = Opened
figures-clicked = Followed
figures-failed = Will be tried again
figures-suppressed = Undeliverable
figures-dead = Given up
figures-median = Half within
figures-p95 = 95% within
figures-lanes = What waits now
figures-other-work = Other work
figures-app = The shop’s app
figures-due = Due
figures-later = Planned for later
figures-oldest = The oldest waits
log-column-reached = Got as far as
by-hand-number = their verified number
log-act-retry = Sent again
log-act-readdress = Sent elsewhere
log-act-discard = Discarded
log-reason-gave_up = tried too often
log-reason-render = its text could not be put together
log-reason-label_given_back = its parcel’s label was given back
log-reason-no_number = they have no number any more
