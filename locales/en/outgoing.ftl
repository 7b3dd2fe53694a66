# Outgoing webhooks.

hooks-title = Outgoing webhooks
hooks-what = Other programs hear at once what happens to orders: signed, in the order in which it happened, and again until they have taken it.
hooks-none = Nobody is sent anything yet.
hooks-new = New endpoint
hooks-edit = Edit endpoint
hooks-add = Add endpoint
hooks-save = Save endpoint
hooks-endpoint = Endpoint
hooks-standing = State
hooks-enabled = enabled
hooks-failing = failing
hooks-since = since
hooks-disabled = disabled
hooks-disabled-failing = disabled: took nothing for five days
hooks-disabled-gone = disabled: says that it is gone
hooks-paused = Wants nothing before
hooks-waiting = Waiting
hooks-succeeded = Last taken
hooks-never = never
hooks-url = Address
hooks-url-what = It has to begin with https:// and be reachable from the internet. For programs inside your network see the setting CLEW_WEBHOOK_ALLOW.
hooks-description = What it is for (optional)
hooks-payload = How much it is told
hooks-payload-thin = Which order, what happened, and when
hooks-payload-full = The whole order as it stood then, with name and address
hooks-types = Events
hooks-types-what = Choose none to send all of them, also those that are added later.
hooks-types-all = all
hooks-secrets = Signing secrets
hooks-secret-since = since
hooks-secret-ends = ends
hooks-secret-new = The new signing secret
hooks-secret-once = Copy it now: it is not shown again. The receiver verifies signatures with it (Standard Webhooks).
hooks-test = Send a test
hooks-test-message = Test
hooks-enable = Enable
hooks-disable = Disable
hooks-disable-what = Nothing is sent until you enable it again. Events are kept meanwhile and then sent in order.
hooks-rotate = Replace the secret
hooks-rotate-what = Both secrets sign for 24 hours. Give the receiver the new one within that time.
hooks-range = Send many again, or skip them
hooks-range-what = All messages written within this time. Sent again, they keep their ids and their order; only those that were not taken are skipped.
hooks-range-since = From
hooks-range-until = Until
hooks-range-bad = Choose a beginning and an end after it.
hooks-remove = Delete the endpoint
hooks-remove-what = Its secrets, its messages and their log go with it. This cannot be taken back.
hooks-log = Messages
hooks-log-none = No message to show.
hooks-type = Event
hooks-id = Id of the message
hooks-sequence = Sequence
hooks-sequence-of = No. { $name }
hooks-occurred = Happened
hooks-state-pending = waiting
hooks-state-delivered = taken
hooks-state-failed = given up
hooks-state-skipped = skipped
hooks-behind = behind an earlier message of this order
hooks-next = again
hooks-attempts = Attempts
hooks-attempts-none = It has not been sent yet, or so long ago that the log has been forgotten.
hooks-request = Sent
hooks-answer = Answered (first 4 KB)
hooks-took = { $name } ms
hooks-body = Body
hooks-resend = Send again
hooks-resend-what = Under the same id: a receiver that has it already can tell. Later messages of the order wait for it.
hooks-skip = Skip
hooks-skip-what = It is not sent, and the order’s later messages go on.
hooks-did-add = The endpoint is added. Send a test to see whether it listens.
hooks-did-save = The endpoint is saved.
hooks-did-remove = The endpoint is deleted.
hooks-did-enable = It is enabled. What waited is sent now, in order.
hooks-did-disable = It is disabled. Events are kept for it.
hooks-did-rotate = The secret is replaced. The old one signs for 24 more hours.
hooks-did-resend = To be sent again: { $count }.
hooks-did-skip = Skipped: { $count }.
hooks-why-address = address inside a network: not called
hooks-why-name = no such host
hooks-why-timeout = no answer within 15 seconds
hooks-why-connection = no connection
hooks-why-cut = the connection broke off
hooks-why-redirect = leads elsewhere: not followed
hooks-why-secret = no secret could be opened: not sent
attention-webhook-failing = A webhook endpoint has taken nothing for three days and will be disabled at the time given here. Mend it, or disable it, under Outgoing webhooks.
attention-webhook-disabled = A webhook endpoint was disabled: it took nothing for five days, or said that it is gone. Its messages are kept: mend it and enable it under Outgoing webhooks.
attention-webhook-refused = A webhook endpoint takes other messages but refused one eight times; later ones of that order wait behind it. Send it again, or skip it, under Outgoing webhooks.
refused-receiver-no-address = That is no address of a web server. It looks like this: https://erp.example/hooks
refused-receiver-not-https = The address has to begin with https://: without it others could read along. Hosts named in CLEW_WEBHOOK_ALLOW may do without.
refused-receiver-password = Leave name and password out of the address: they would end up in logs. Signatures prove who sends.
refused-receiver-port = Webhooks are sent to the ports 443 and 8443. For another one, name the host in CLEW_WEBHOOK_ALLOW.
refused-receiver-inside = That address lies inside a network. If it is meant, name it in CLEW_WEBHOOK_ALLOW.
refused-too-many-endpoints = There are { $most } endpoints already. Delete one that is not needed any more.
hooks-waiting-many = { $count } messages or more
hooks-waiting-count =
    { $count ->
        [0] nothing
        [one] { $count } message
       *[other] { $count } messages
    }
hooks-attempts-count =
    { $count ->
        [0] not yet
        [one] { $count } attempt
       *[other] { $count } attempts
    }
