# How long until, and since.

span-days = { $days } d { $hours } h
span-hours = { $hours } h { $minutes } min
span-minutes = { $minutes } min
admin-due-in = dentro de { $time }
admin-overdue-by = hace { $time }
