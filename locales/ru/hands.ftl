# У кого заказ в руках.

admin-assign = Назначить кому-то
admin-assign-go = Назначить
admin-assign-take = Возьму себе
admin-assign-done = Назначено.
admin-assigned-to = Исполнитель
admin-filter-mine = Я
