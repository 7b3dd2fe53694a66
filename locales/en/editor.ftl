# The templates' editor: pages under /admin/templates.

editor-what = The words of every message, per channel and language. Where you have written none, Clew’s own are used.
editor-kind = Message
editor-marks = What the marks mean
editor-state-built_in = built-in
editor-state-own = your words
editor-state-missing = missing
editor-state-outdated = outdated
editor-state-built_in-what = Clew’s own words
editor-state-own-what = words your shop has written
editor-state-missing-what = another language has words of yours, this one has not
editor-state-outdated-what = another language was changed after this one
editor-all = All templates
editor-languages = Languages
editor-title = Title
editor-subject = Subject
editor-body = Text
editor-body-hint = An empty line begins a new paragraph, # at the start of a line the heading, > a quotation. Button, items and what stands at the end are added. Names in double braces are filled in for each order; their list is below.
editor-body-hint-short = Short: it is read at a glance. Names in double braces are filled in for each order; their list is below.
editor-look-only = You can look at everything here. Administrators change it.
editor-save = Save
editor-save-mine = Save mine as the newest
editor-saved = Saved as version { $name }. Messages use it from now on.
editor-same = Nothing has changed, so there is no new version.
editor-flawed = Not saved. Each reason is shown at its field; everything you typed is still here.
editor-unsaved = Changed here and not saved yet.
editor-conflict = { $name } saved version { $other } while you were writing. Nothing is lost: theirs stands beside yours. Save again to make yours the newest, or take theirs.
editor-conflict-built_in = { $name } went back to the built-in words (version { $other }) while you were writing. Nothing is lost. Save again to make yours the newest, or take theirs.
editor-theirs = What { $name } saved
editor-take-theirs = Take theirs and drop mine
editor-findings = { $count ->
    [one] One thing to correct.
   *[other] { $count } things to correct.
}
editor-findings-none = Nothing to correct.
editor-error = Correct this
editor-warning = Please check
editor-line = Line { $name }
editor-preview = Preview
editor-preview-go = Show the preview
editor-preview-none = The preview comes back when the reasons at the fields are gone.
editor-preview-mail = The mail
editor-preview-text = The mail without pictures and colours
editor-against = Filled in with
editor-against-sample = an example
editor-against-worst = the worst case: a very long name, no date, three parcels
editor-against-order = one of your orders
editor-order = Its number
editor-order-unknown = There is no order with this number. Check it, or choose the example.
editor-sms = Length
editor-sms-segments = { $count ->
    [one] { $name } characters: sent and paid as one text message
   *[other] { $name } characters: sent and paid as { $count } text messages
}
editor-sms-unicode = With letters beyond the basic alphabet a text message holds 70 characters instead of 160.
editor-variables = Variables
editor-variables-what = What can be filled in here. In the text they stand in double braces.
editor-insert = Insert { $name }
editor-insert-plural = Insert { $name } with its plural forms
editor-test = Send a test
editor-test-what = What stands here goes out as a mail marked as a test, filled in like the preview. Nothing is saved.
editor-test-to = To
editor-test-go = Send the test
editor-test-sent = The test is on its way to { $name }.
editor-test-flawed = Not sent. Each reason is shown at its field; everything you typed is still here.
editor-test-failed = The test did not go out. Check the address and try again. What the mail server said: { $name }
editor-history = History
editor-history-none = Nothing has been changed yet: these are Clew’s own words.
editor-version = Version { $name }
editor-version-built_in = Version { $name }: back to the built-in words
editor-by = by { $name }
editor-now = in use
editor-look = Look at version { $name }
editor-roll-back = Roll back to version { $name }
editor-rolled-back = Rolled back: version { $name } says what the older one said.
editor-old = You are looking at version { $name }, which is not in use. Rolling back makes it the newest.
editor-newest = Back to the newest
editor-built-in-go = Go back to the built-in words
editor-built-in-done = Messages use Clew’s own words again. Yours are kept in the history.
editor-built-in-shown = The built-in words
