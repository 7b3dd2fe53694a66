# Mensajes escritos para una hora futura.

by-hand-at = Cuándo (vacío: ahora mismo)
by-hand-at-hint = En la hora de la tienda ({ $name }). Quien elige una hora la quiere de verdad: las horas de silencio no la retrasan.
by-hand-leaves = Sale el
by-hand-leaves-until = Hasta entonces se puede retirar.
by-hand-take-back = Retirar
by-hand-take-back-what = Queda en el registro y nadie se entera.
by-hand-did-take-back = Se ha retirado. Nadie se enterará.
refused-hour-unclear = Esto no es una fecha con hora. Escríbase como 2027-01-16T09:00, o déjese vacío para enviar ahora mismo.
refused-hour-skipped = Esa noche se adelanta el reloj y esta hora no existe. Elija una hora antes o después.
refused-hour-twice = Esa noche se atrasa el reloj y esta hora se repite. Elija una anterior o posterior.
refused-hour-past = Esta hora ya ha pasado. Elija una futura, o deje el campo vacío para enviar ahora mismo.
refused-hour-far = Falta más de un año. Elija un día anterior.
