# Why the shop's rules, or the machine, say no. Each sentence says what to do.

someone = Somebody
fault-not-found = There is nothing here. Check the number, or go back to the list.
fault-conflict = Meanwhile { $who } was faster: “{ $what }”. Nothing of yours was saved; look at the order as it is now and decide again.
fault-down = A provider is not answering right now. What you did so far is kept; try again in a minute.
fault-bug = Something went wrong on our side. Nothing was changed; try again, and tell us if it stays so.
refused-not-paid = This order is not paid yet, so it cannot move. It moves by itself when the payment arrives.
refused-ended = This order has ended as “{ $status }” and does not move any more.
refused-no-arrow = From “{ $from }” an order cannot go straight to “{ $to }”. Take the steps in between.
refused-several-stages = Several stages follow: { $stages }. Say which one is meant.
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
refused-bad-email = That email cannot be used: it is no address.
refused-name-missing = A name is needed, at most 200 characters.
refused-email-taken = Somebody has an account with that address already; a closed one can be opened again.
refused-not-invited = This account needs no invitation: it is in use, or closed. Nothing was sent.
refused-last-admin = Nobody would be left who can manage the accounts. Make somebody else an administrator first; nothing was changed.
refused-own-account = Nobody closes their own account. Ask another administrator.
refused-account-changed = Somebody else has changed this account meanwhile. Nothing of yours was saved; look at it again and decide.
refused-wrong-factor = That code is not right, or was used already. Wait for the next one and enter it.
refused-pass-spent = Too much time has passed, or the account was changed meanwhile. Sign in again with email and password.
refused-factor-on = Two-step sign-in is on already.
refused-own-factor = Nobody resets their own two-step sign-in. Turn it off on the page of your account, with your password.
refused-link-spent = This set-up link was used or has run out. Start the server again to get a new one, or run “clew create-admin”.
refused-too-many = { $minutes ->
    [one] Too many tries. Wait a minute and try again.
   *[other] Too many tries. Wait { $minutes } minutes and try again.
}
refused-role-too-low = Your role does not allow this. Ask an administrator of your shop.
refused-signed-out = You are signed out. Sign in again; what you typed is still on this page.
refused-amount-mismatch = The amount or currency paid is not what the order asked for.
refused-too-late-to-cancel = An order that stands at “{ $status }” cannot be cancelled any more. Open a return for it, or refund it.
refused-ask-the-shop = This cannot be done from here any more, and nothing was changed. A person can help: write to { $contact }.
refused-no-amount = The amount to refund must be more than zero. Enter it again, or leave it empty to refund everything.
refused-bad-amount = That cannot be read as an amount in { $currency }. Write it like { $like }.
refused-too-much-to-refund = At most { $most } can still be refunded; refunds under way are counted. Enter that or less.
refused-nothing-to-refund = There is nothing left to refund: no money was taken, or all of it went back or is on its way. To release a hold, cancel the order.
refused-stripe-step = Stripe takes and gives back amounts in this currency in steps of { $step } only. Make each amount a multiple of it.
refused-no-return-now = Only an order that is paid, and neither cancelled nor returned, can come back. Look at the order as it is now.
refused-return-open = A return is open already. Receive or decline that one first.
refused-no-return = No return is open for this order. Open one first, or reload the page: somebody may have dealt with it.
refused-no-label-now = No shipping label can be bought while the order stands at “{ $status }”. If it is not paid yet, wait for the payment; if it has left, add its parcel by hand.
refused-label-exists = This parcel has a shipping label, or may have one. Use it or void it first; while that is unclear, no second one is bought.
refused-no-void-now = This shipping label cannot be voided: it was never bought, is used, or is voided already. Reload the page to see where it stands.
refused-no-rates = Nobody has chosen how to send this order yet. Fetch the rates, choose one, and buy the shipping label then.
refused-not-trackable = Without carrier and tracking number nobody can be asked about this parcel. It needs both.
refused-out-of-stock = There is not enough of “{ $sku }” in stock. Take fewer, or try again when there is more.
refused-label-in-doubt = It is not known yet whether another shipping label of this order was bought. Look for that one first, so that no parcel gets two.
refused-several-boxes = The price the customer chose is for { $count } parcels together. Each parcel has a label of its own here: open the order, and buy them one by one.

# Who did something, inside a sentence.

by-staff = the shop
by-customer = the customer
by-stripe = Stripe
by-stitch = Stitch
by-shippo = Shippo
by-carrier = the carrier
by-api = the storefront
by-system = Clew
refused-on-hold = This order is on hold. Release it first, then move it on.
refused-left-already = An order that stands at “{ $status }” has left your hands: its priority no longer changes anything.
refused-not-held = This order is not on hold. Reload the page to see how it stands.
refused-stage-gone = Its stage “{ $stage }” is not in the new version. Say which stage takes its place.
refused-stage-means-other = It stands at “{ $stage }”, and there the order would be “{ $status }”: that cannot change by an edit. It stays in its version.
refused-hold-never-taken = Its money is only held on the card, and no later stage of the new version takes it. It stays in its version.
refused-move-runs = These orders are being moved already. Wait until that is done.
refused-workflow-changed = Meanwhile { $who } saved a newer version. Nothing was saved; what you typed is still here. Open the newest version in another window, take over what is new, and save there.
refused-bad-workflow-key = A workflow’s key has small letters a to z, digits and hyphens, at most 40. Change it.
refused-no-workflow = This file is no workflow as Clew exports it: it cannot be read from line { $line } on. Export one and compare.
