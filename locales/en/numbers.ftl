# A tracking number while it is typed, and one that stands in two orders.

admin-number-kept = Kept as { $name }
admin-number-carriers = Whose number this may be
admin-number-why-page = from its page
admin-number-why-checked = check digit is right
admin-number-why-shape = looks like one of its numbers
admin-number-post = A postal number given in { $name }. We do not know that post’s page.
admin-number-strange = No carrier we recognise by its numbers has one like this. Check it, or name the carrier.
admin-number-twice = This number stands in another order already; what the carrier says of it may show up there only:
admin-number-shared = Number { $name } also stands in another order; what the carrier says of it shows up in one of them only:
admin-number-same-carrier = same carrier
