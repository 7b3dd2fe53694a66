# What customers choose to hear, the way out and back, their own page, and push. $email and $phone are recognisable for their owners only.

topic-order_confirmed = Order confirmed
topic-processing = In production
topic-shipped = On its way
topic-out_for_delivery = Out for delivery
topic-delivered = Delivered
topic-delayed = Delay
topic-exception = Delivery problem
topic-cancelled = Cancellation

preferences-title = What we tell you
preferences-lead = For { $email }. Refunds and answers to what you ask us always come by email.
preferences-unsubscribed = You have unsubscribed from emails about where your orders stand. What you choose and save here counts from now on.
preferences-news = News
preferences-table = Which news comes which way
preferences-column-email = Email
preferences-column-sms = SMS
preferences-column-push = Push
preferences-box = { $topic }: { $channel }
preferences-sms-hint = Text messages go to a confirmed number; you can give it below.
preferences-push-hint = You switch push on from an order’s own page, for that order.
preferences-language = Language of messages
preferences-language-any = The language of each order
preferences-zone = Time zone
preferences-night = Quiet hours
preferences-quiet = Send me nothing at night
preferences-quiet-hint = What is not urgent waits until the morning.
preferences-quiet-from = From
preferences-quiet-until = Until
preferences-save = Save
preferences-done-saved = Saved.
preferences-done-code = We have sent you a code.
preferences-done-verified = Your number is confirmed.
preferences-done-forgotten = We have forgotten your number.
preferences-problem = Nothing has been saved yet. What you chose is still here; please look at:
preferences-flaw-language = Choose one of the languages in the list.
preferences-flaw-zone = Choose one of the time zones in the list.
preferences-flaw-time = Write a time of day, such as 22:00.
preferences-flaw-same = The quiet hours begin and end at the same time. Choose two different times, or none at all.
preferences-phone = Text messages
preferences-phone-number = Mobile number
preferences-phone-other = Another mobile number
preferences-phone-hint = With the country code, as in +34 600 111 222
preferences-phone-send = Send me a code
preferences-phone-waits = { $phone } is still to be confirmed.
preferences-phone-is = { $phone } is confirmed.
preferences-phone-code = Code
preferences-phone-code-hint = The digits in the text message we sent you
preferences-phone-check = Confirm the number
preferences-phone-forget = Forget my number
preferences-test-message = This is a test message: our messages will reach you like this. Nothing has changed with your order.

refused-bad-phone = We cannot send text messages to this number. Check it, with the country code, or give another mobile number.
refused-wrong-code = That was not the code. Look at the newest text message from us and type its digits again.
refused-code-over = This code no longer works. Ask for a new one.
refused-no-texts = This shop does not send text messages.

unsubscribe-asks-title = No more emails about where your orders stand?
unsubscribe-asks-lead = For { $email }. Receipts, cancellations, refunds and answers to what you ask us still come.
unsubscribe-do = Unsubscribe
unsubscribe-left-title = You are unsubscribed
unsubscribe-left-lead = { $email } gets no more emails about where orders stand. Receipts, cancellations, refunds and answers to what you ask us still come.
unsubscribe-again = Subscribe again
unsubscribe-back-title = You are subscribed again
unsubscribe-back-lead = { $email } gets the same emails as before.
unsubscribe-choose = Choose what we tell you

my-asks-title = All your orders
my-asks-lead = We send you a link that signs you in. You need no password.
my-asks-do = Send me a link
my-many = Too many attempts. Try again { $wait }.
my-sent-title = Check your mailbox
my-sent-lead = If something was bought here with this address, a link is on its way to it. It works once, for 15 minutes. Nothing there? Look in the spam folder, or check the address and ask again.
my-opened-title = Sign in
my-opened-lead = One more click, and you see all your orders.
my-opened-do = Sign in
my-spent-title = This link no longer works
my-spent-lead = A link works once, for 15 minutes. Ask for a new one.
my-one-order = Open one order by its number
my-title = Your orders
my-lead = Everything bought with { $email }
my-none = There is no order yet.
my-more =
    { $count ->
        [one] and { $count } more line
       *[other] and { $count } more lines
    }
my-older = Older orders
my-news = News
my-sign-out = Sign out


push-title = Shall we tell you?
push-lead = This browser can tell you when something happens with this order, even while this page is closed.
push-on = Tell me
push-off = Stop telling me
push-said-on = We will tell you here what happens with this order.
push-said-off = This browser is no longer told about this order.
push-said-denied = Your browser does not allow it. You can change that in its settings for this page.
push-said-failed = That did not work. Nothing has changed; please try again in a moment.
