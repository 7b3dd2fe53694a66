# În grija cui este o comandă.

admin-assign = Repartizați cuiva
admin-assign-go = Repartizați
admin-assign-take = Mă ocup eu
admin-assign-done = Repartizată.
admin-assigned-to = În grija
admin-filter-mine = Mea
