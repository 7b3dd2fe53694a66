# Messages written for an hour to come.

by-hand-at = When (empty: at once)
by-hand-at-hint = On the shop’s clocks ({ $name }). Whoever names an hour means it: quiet hours do not hold it back.
by-hand-leaves = Leaves
by-hand-leaves-until = Until then you can take it back.
by-hand-take-back = Take it back
by-hand-take-back-what = It stays in the log, and nobody hears of it.
by-hand-did-take-back = It is taken back. Nobody hears of it.
refused-hour-unclear = This is no date and time. Write it as 2027-01-16T09:00, or leave the field empty to send at once.
refused-hour-skipped = That night the clocks are set forward and leap over this time. Choose one an hour later or earlier.
refused-hour-twice = That night the clocks are set back and show this time twice. Choose one before or after that hour.
refused-hour-past = This time has passed. Choose one that is still to come, or leave the field empty to send at once.
refused-hour-far = This is more than a year ahead. Choose an earlier day.
