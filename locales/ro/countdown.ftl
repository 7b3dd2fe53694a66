# How long until, and since.

span-days = { $days } z { $hours } h
span-hours = { $hours } h { $minutes } min
span-minutes = { $minutes } min
admin-due-in = peste { $time }
admin-overdue-by = acum { $time }
