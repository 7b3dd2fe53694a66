# Centros, franjas, recogida y reparto: para clientes, tiendas y equipo.

method-pickup = Recogida
method-delivery = Reparto
distance = { $km } km ({ $miles } millas)
attention-slot-lost = Este pedido se pagó cuando su franja ya era de otra persona. Acuerda otra hora con el cliente o reembólsalo.
event-place-saved = ha guardado este centro

refused-unknown-place = No conocemos ese centro. Elige otro.
refused-fulfilment-missing = Este centro trabaja por franjas horarias. Indica si el pedido se recoge o se reparte, y cuándo.
refused-no-pickup = En este centro no se puede recoger. Elige reparto.
refused-no-delivery = Este centro no reparte. Elige recogida.
refused-too-far = Esta dirección está a { $distance }; repartimos hasta { $most }. Recógelo o usa una dirección más cercana.
refused-elsewhere = No podemos saber a qué distancia está esta dirección, y solo repartimos hasta { $most }. Recógelo o usa otra dirección.
refused-no-such-postcode = Ese código postal no existe. Revísalo.
refused-no-slots-here = Este centro trabaja sin franjas horarias. No indiques hora.
refused-slot-missing = Elige una hora.
refused-slot-closed = No aceptamos pedidos para esa hora.
refused-slot-full = Esa hora está completa.
refused-slot-next = La próxima hora libre es { $next }.
refused-slot-none = Ahora mismo no queda ninguna hora libre. Inténtalo más tarde.

place-flaw-key = Ponle una clave de una línea con un máximo de 100 caracteres: la palabra que los pedidos llevan como centro.
place-flaw-name = Ponle un nombre de una línea con un máximo de 200 caracteres.
place-flaw-address = La dirección necesita calle, población y el código de dos letras mayúsculas del país.
place-flaw-contact = Indica dónde pueden preguntar los clientes: una línea con un máximo de 200 caracteres.
place-flaw-zone = La zona horaria no es un nombre IANA como Europe/Madrid.
place-flaw-hours = El horario no se entiende. Escribe 09:00-14:00, 17:00-20:00; pasada la medianoche 18:00-02:00; el día entero 00:00-24:00; nada si está cerrado.
place-flaw-closed = Los días cerrados no se entienden. Escribe 2026-12-25, 2026-12-26.
place-flaw-methods = Elige al menos una forma: recogida, reparto o paquetes.
place-flaw-radius = El radio no es un número de kilómetros hasta 500.
place-flaw-radius-abroad = Las distancias solo se pueden medir en el Reino Unido. Deja el radio vacío o corrige el país.
place-flaw-postcode = El código postal del propio centro no existe, así que no se puede medir ninguna distancia desde él.
place-flaw-slot-minutes = Una franja dura entre 5 y 1440 minutos. Déjalo vacío para trabajar sin franjas.
place-flaw-capacity = Una franja admite entre 1 y 10000 pedidos.
place-flaw-ahead = La antelación es como máximo de 20160 minutos y los pedidos se aceptan con 60 días como máximo.
place-flaw-workflow = No existe ese flujo de trabajo.

place-minutes = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}
place-title = Centros
place-none = Todavía no hay centros. Añade uno para indicar cuándo abre, hasta dónde reparte y cuántos pedidos admite a la vez.
place-add = Añadir un centro
place-unknown = Los pedidos nombran estos centros, que aún no están descritos aquí:
place-open = Abierto ahora
place-opens = Abre { $when }
place-closed-for-good = No abre
place-open-orders = { $count ->
    [one] { $count } pedido abierto
   *[other] { $count } pedidos abiertos
}
place-ready-in = Listo en { $time } de media
place-ready-over = { $count ->
    [one] Listo en { $time } de media, según el último pedido.
   *[other] Listo en { $time } de media, según los últimos { $count } pedidos.
}
place-ready-unknown = Todavía no se sabe cuánto tarda aquí un pedido en estar listo.
place-back = Todos los centros
place-new = Centro nuevo
place-key = Clave
place-key-hint = Lo que los pedidos llevan como centro. No se puede cambiar después.
place-name = Nombre
place-address = Dirección
place-line1 = Calle y número
place-line2 = Piso, puerta, empresa
place-city = Población
place-state = Provincia
place-postal-code = Código postal
place-country = País (dos letras)
place-contact = Dónde preguntan los clientes
place-hours = Horario
place-hours-hint = 09:00-14:00, 17:00-20:00. Pasada la medianoche: 18:00-02:00. Vacío: cerrado.
place-zone = Zona horaria
place-closed = Días cerrados
place-closed-hint = 2026-12-25, 2026-12-26
place-handing-over = Recogida, reparto, paquetes y franjas
place-radius = Radio de reparto en km
place-radius-hint = En línea recta, en el Reino Unido. 10 millas son 16,1 km. Vacío: sin límite.
place-slot-minutes = Minutos por franja
place-slot-minutes-hint = Vacío: sin franjas.
place-slot-capacity = Pedidos por franja
place-lead = Minutos desde ahora hasta la primera franja
place-ahead = Días de antelación
place-orders-open = Recibir pedidos en el formulario público
place-workflow = Flujo de trabajo
place-form-open = El formulario de pedido está abierto a todo el mundo
place-save = Guardar
place-saved = Guardado.
place-slots = Próximas franjas
place-slots-none = No hay ninguna franja disponible.
place-slot-taken = { $taken } de { $capacity } ocupadas
place-slot-full = completa
place-time = Franja

booking-title-pickup = Recogida
booking-title-delivery = Reparto
booking-when = { $from }–{ $until }
booking-where = Recógelo aquí:
booking-ask = ¿Preguntas?
booking-from = Desde { $name }

order-form-title = Pedir en { $place }
order-form-closed = Ahora mismo no aceptamos pedidos aquí. Vuelve más tarde o pregúntanos.
order-form-empty = Todavía no hay nada que pedir aquí.
order-form-full = Ahora mismo todas las horas están ocupadas. Vuelve más tarde o pregúntanos.
order-form-sold-out = Ahora mismo está todo agotado. Vuelve más tarde.
order-form-problem = Todavía no se ha pedido nada. Corrige esto:
order-form-goods = ¿Qué te apetece?
order-form-gone = Agotado
order-form-method = ¿Cómo lo recibes?
order-form-slot = ¿Cuándo?
order-form-slot-none = Elige una hora
order-form-where = ¿Adónde va?
order-form-who = ¿Quién eres?
order-form-line1 = Calle y número
order-form-line2 = Piso, puerta
order-form-city = Población
order-form-postal-code = Código postal
order-form-name = Nombre
order-form-email = Correo electrónico
order-form-phone = Teléfono
order-form-notes = ¿Algo que debamos saber?
order-form-optional = (opcional)
order-form-then = Pagas en la página siguiente. Hasta entonces te guardamos lo que has elegido.
order-form-submit = Pedir y pagar
order-form-placed = Te guardamos el pedido
order-form-placed-next = El pedido { $number } espera el pago. La página de pago se abre sola.
order-form-pay = Pagar ahora
order-form-no-till = Ahora mismo nadie puede cobrarte. No se ha cobrado nada y lo que has elegido está guardado. Envíalo otra vez dentro de un momento.
order-form-no-distance = Ahora mismo nadie puede decir a qué distancia está tu dirección. No se ha pedido nada; lo que has escrito está guardado. Envíalo otra vez dentro de un momento o elige recogida.
order-form-flaw-method = Elige cómo lo recibes.
order-form-flaw-quantity = Escribe un número entre 1 y 999, o déjalo vacío.
order-form-flaw-currency = Esto se vende en otra moneda. Pídelo por separado.
order-form-flaw-gone = Algo de lo que has elegido ya no se vende aquí. Repasa la lista.
order-form-flaw-goods = Elige al menos una cosa.
order-form-flaw-name = Escribe tu nombre, 200 caracteres como máximo.
order-form-flaw-email = Escribe un correo como ana@example.com.
order-form-flaw-phone = Un teléfono tiene 40 caracteres como máximo.
order-form-flaw-line1 = Escribe calle y número.
order-form-flaw-line2 = Es demasiado largo: 200 caracteres como máximo.
order-form-flaw-city = Escribe la población.
order-form-flaw-postal-code = Escribe un código postal de 20 caracteres como máximo.
order-form-flaw-notes = Es demasiado largo: 2000 caracteres como máximo.
place-form-link = Abrir el formulario de pedido
