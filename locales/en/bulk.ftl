# Many orders at once, kept lists, the board and the kitchen.

refused-nothing-selected = No order is selected, or none matches any more. Go back to the list and choose.
refused-too-many-orders = That is more than { $most } orders. Narrow the list, and do it in parts.
refused-bulk-begun = This was started already. Its page shows how far it is.
refused-too-late-to-undo = This cannot be undone: its messages may have left, or it is of a kind that stays.
refused-changed-since = Somebody or something changed it since.
refused-money-taken = Its money was taken when it entered the stage.
refused-no-such-person = Nobody of that name works here any more.
refused-view-name-missing = A list needs a name.
refused-not-your-view = This list belongs to somebody else. Make a copy of your own.
refused-too-many-views = There are fifty lists already. Delete one that nobody needs.

event-assigned = Assigned
event-bulk-undone-label = the label it asked for is wanted no more
event-bulk-undone = Bulk change undone
bulk-action-move = Move to “{ $name }”
bulk-action-back = Step back to “{ $name }”
bulk-action-assign = Assign to { $name }
bulk-action-unassign = Assign to nobody
bulk-action-note = Add a note
bulk-action-labels = Buy labels
bulk-outcome-changed = changed
bulk-outcome-already = already so
bulk-outcome-refused = refused
bulk-csv-number = Order
bulk-csv-customer = Customer
bulk-csv-outcome = Outcome
bulk-csv-reason = Reason
bulk-csv-undo = Undo
notice-state-withdrawn = taken back

admin-bulk = Change several orders
admin-bulk-all = All that match the filters, on every page
admin-bulk-go = Change the selected…
admin-pick-page = Select all on this page
admin-bulk-first-a-look = Whatever you choose, you first see what would come of it.
admin-bulk-stage = Stage
admin-bulk-move = Look: move on
admin-bulk-back = Look: step back
admin-bulk-staff = Person
admin-bulk-nobody = Nobody
admin-bulk-assign = Look: assign
admin-bulk-labels = Look: buy labels
admin-bulk-will-changed = Will change
admin-bulk-will-already = Are so already
admin-bulk-will-refused = Will be refused
admin-bulk-done-changed = Changed
admin-bulk-done-already = Were so already
admin-bulk-done-refused = Refused
admin-bulk-state-preview = Preview: nothing has changed yet.
admin-bulk-state-running = Being done…
admin-bulk-state-done = Done.
admin-bulk-state-undoing = Being undone…
admin-bulk-state-undone = Undone.
admin-bulk-start-what = Messages to customers wait ten minutes. Until then a move can be undone, and nobody hears of it.
admin-bulk-undo = Undo
admin-bulk-refusals = Refused, and why
admin-bulk-kept = Not given back, and why
admin-bulk-each = Each order
admin-bulk-more-in-csv = These are the first hundred. The file has all of them.
admin-bulk-csv = Download as CSV
admin-bulk-selected =
    { $count ->
        [one] One order is selected.
       *[other] { $count } orders are selected.
    }
admin-bulk-orders =
    { $count ->
        [one] One order:
       *[other] { $count } orders, among them
    }
admin-bulk-given-back =
    { $count ->
        [one] One order stands where it stood before.
       *[other] { $count } orders stand where they stood before.
    }
admin-bulk-start =
    { $count ->
        [one] Change one order
       *[other] Change { $count } orders
    }
admin-bulk-held =
    { $count ->
        [one] One message to a customer waits.
       *[other] { $count } messages to customers wait.
    }
admin-bulk-undo-left =
    { $count ->
        [one] One minute left
       *[other] { $count } minutes left
    }
bulk-action-priority = Priority “{ $name }”
bulk-action-release = Release
admin-bulk-priority = Priority
admin-bulk-prioritise = Look: set priority
admin-bulk-release = Look: release

admin-nav-board = Board
admin-board-what = Drag a card to another stage, or open its menu. What the workflow does not allow stays where it is.
admin-board-workflow = Workflow
admin-board-show = Show
admin-board-none = Nothing here.
admin-board-more = Show 50 more in “{ $name }”
admin-board-move = Move { $name }
admin-kitchen = Kitchen
admin-kitchen-cut = No connection: this picture is old. Trying again…
admin-kitchen-none = Nothing to make.
admin-kitchen-fresh = in time
admin-kitchen-warm = soon late
admin-kitchen-hot = late
admin-kitchen-recall = Call { $name } back
admin-kitchen-last = Moved on last
board-age-minutes = { $count } min
board-age-hours = { $count } h
board-age-days = { $count } d
admin-views = Kept lists
admin-view-all = All
admin-view-team = team
admin-view-share = For the whole team
admin-view-manage = Keep this list…
admin-view-name = Name of a new list
admin-view-save = Keep
admin-view-new-name = New name
admin-view-rename = Rename
admin-view-update = Let it show what you see now
admin-view-duplicate = Make a copy of my own
admin-view-delete = Delete “{ $name }”
admin-view-delete-what = The orders stay.
admin-view-address = Its address:
admin-view-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
admin-kitchen-open =
    { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
admin-kitchen-walls = Wall screens
