# En manos de quién está un pedido.

admin-assign = Asignar a alguien
admin-assign-go = Asignar
admin-assign-take = Me encargo yo
admin-assign-done = Asignado.
admin-assigned-to = Asignado a
admin-filter-mine = Mí
