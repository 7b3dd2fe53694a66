# How long until, and since.

span-days = { $days } дн { $hours } ч
span-hours = { $hours } ч { $minutes } мин
span-minutes = { $minutes } мин
admin-due-in = через { $time }
admin-overdue-by = { $time } назад
