# What waits while a provider does not answer.

admin-provider-next = next try
admin-provider-tries =
    { $count ->
        [one] { $count } call unanswered
       *[other] { $count } calls in a row unanswered
    }
waits-label =
    { $count ->
        [one] { $count } label to buy:
       *[other] { $count } labels to buy:
    }
waits-void =
    { $count ->
        [one] { $count } label to give back:
       *[other] { $count } labels to give back:
    }
waits-refund =
    { $count ->
        [one] { $count } refund to send:
       *[other] { $count } refunds to send:
    }
waits-hold =
    { $count ->
        [one] { $count } amount held on a card:
       *[other] { $count } amounts held on cards:
    }
waits-payment =
    { $count ->
        [one] { $count } payment to look after:
       *[other] { $count } payments to look after:
    }
waits-tracking =
    { $count ->
        [one] { $count } parcel to ask after:
       *[other] { $count } parcels to ask after:
    }
waits-other =
    { $count ->
        [one] { $count } other task
       *[other] { $count } other tasks
    }

# The list's filter, and boxes that are there already.

admin-filter-open = Search and filter
admin-ship-other-box = It goes with another number
admin-ship-other-box-what = Its parcels are listed below. Type only what is not there yet: it becomes a further parcel.
admin-label-together =
    { $count ->
        [one] The price the customer chose was for { $count } parcel; this is the label of one.
       *[other] The price the customer chose was for { $count } parcels together; this is the label of one of them.
    }
