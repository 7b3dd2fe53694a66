# Who is told what, over which channel.

rules-title = Who is told what
rules-what = Customers choose in their preferences what they want to hear. What you switch off here is sent to nobody; what you switch on is sent unless the customer does not want it. Mails about money, and answers to what a customer did, are always sent.
rules-everywhere = All workflows
rules-workflows = Workflows
rules-to-customers = To customers
rules-to-staff = To staff
rules-message = Message
rules-always = Always
rules-default-on = Default (sent)
rules-default-off = Default (not sent)
rules-on = Sent
rules-off = Not sent
rules-save = Save rules
rules-saved = The rules are saved. They count for messages from now on.
