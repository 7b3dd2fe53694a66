# Why the shop's rules, or the machine, say no. Each sentence says what to do.

someone = Somebody
fault-not-found = There is nothing here. Check the number, or go back to the list.
fault-conflict = Meanwhile { $who } was faster: “{ $what }”. Nothing of yours was saved; look at the order as it is now and decide again.
fault-down = A provider is not answering right now. What you did so far is kept; try again in a minute.
fault-bug = Something went wrong on our side. Nothing was changed; try again, and tell us if it stays so.
refused-not-paid = This order is not paid yet, so it cannot move. It moves by itself when the payment arrives.
refused-ended = This order has ended as “{ $status }” and does not move any more.
refused-no-arrow = From “{ $from }” an order cannot go straight to “{ $to }”. Take the steps in between.
refused-unknown-stage = This order's workflow has no stage “{ $stage }”. Reload the page to see its stages.
refused-no-recall = An order can step back only while nothing has left the shop. Write a note instead.
refused-bad-tracking-number = That is no tracking number. Copy it again from the label, at most 100 characters.
refused-bad-tracking-url = That link does not begin with https:// or http://. Leave it empty and we make one where we can.
refused-empty-parcel = Nothing is known of this parcel yet. Fill in at least the carrier, the number or the link.
refused-empty-note = The note is empty. Write something first.
refused-too-long = That is too long: at most { $most } characters.
refused-too-many-parcels = An order can have 50 parcels at most. Put the others into a note.
refused-wrong-password = Email and password do not belong together. Check both; nothing else is wrong.
refused-weak-password = That password is easy to guess. Take at least 12 characters, a short sentence for example.
refused-bad-email = That email cannot be used: it is no address, or it has an account already.
refused-name-missing = A name is needed, at most 200 characters.
refused-link-spent = This set-up link was used or has run out. Start the server again to get a new one, or run “clew create-admin”.
refused-too-many = { $minutes ->
    [one] Too many tries. Wait a minute and try again.
   *[other] Too many tries. Wait { $minutes } minutes and try again.
}
refused-role-too-low = Your role does not allow this. Ask an administrator of your shop.
refused-signed-out = You are signed out. Sign in again; what you typed is still on this page.
refused-amount-mismatch = The amount or currency paid is not what the order asked for.
