# In whose hands an order is.

admin-assign = Assign to somebody
admin-assign-go = Assign
admin-assign-take = Take it myself
admin-assign-done = Assigned.
admin-assigned-to = Assigned to
admin-filter-mine = Me
