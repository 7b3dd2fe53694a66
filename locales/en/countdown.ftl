# How long until, and since.

span-days = { $days } d { $hours } h
span-hours = { $hours } h { $minutes } min
span-minutes = { $minutes } min
admin-due-in = in { $time }
admin-overdue-by = { $time } ago
