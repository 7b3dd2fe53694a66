# What customers read on their pages.

# Every page.

customer-help = ¿Alguna duda? Escríbenos:
customer-languages = Idioma
customer-sandbox = Entorno de pruebas: aquí nada es real y no se mueve dinero.
customer-title-problem = Problema: { $title }

# Looking an order up.

customer-track-title = Sigue tu pedido
customer-track-lead = Solo necesitas el número de pedido y el correo con el que compraste.
customer-track-number = Número de pedido
customer-track-number-hint = Está en todos los correos sobre tu pedido; tiene esta forma: { $example }
customer-track-email = Correo electrónico
customer-track-email-hint = El que indicaste al comprar
customer-track-submit = Ver mi pedido
customer-problem-not-found = No hemos encontrado ningún pedido con ese número y ese correo
customer-problem-not-found-help = Revisa los dos campos: el número está en el correo de confirmación, y el correo es aquel en el que recibiste ese mensaje.
customer-problem-too-many = Demasiados intentos
customer-problem-too-many-help = Tras varios intentos hacemos una pausa, para que nadie pueda dar con tu pedido probando. Vuelve a intentarlo { $wait }.
customer-wait-seconds =
    { $count ->
        [one] en { $count } segundo
        [many] en { $count } segundos
       *[other] en { $count } segundos
    }
customer-wait-minutes =
    { $count ->
        [one] en { $count } minuto
        [many] en { $count } minutos
       *[other] en { $count } minutos
    }
customer-problem-link = Este enlace ya no funciona
customer-problem-link-help = Por tu seguridad, los enlaces caducan. Con tu número de pedido y tu correo puedes volver a abrir la página.

# Long dates, for the one sentence that matters.

customer-weekday-0 = lunes
customer-weekday-1 = martes
customer-weekday-2 = miércoles
customer-weekday-3 = jueves
customer-weekday-4 = viernes
customer-weekday-5 = sábado
customer-weekday-6 = domingo
customer-month-1 = enero
customer-month-2 = febrero
customer-month-3 = marzo
customer-month-4 = abril
customer-month-5 = mayo
customer-month-6 = junio
customer-month-7 = julio
customer-month-8 = agosto
customer-month-9 = septiembre
customer-month-10 = octubre
customer-month-11 = noviembre
customer-month-12 = diciembre

# The promise, and what comes next.

customer-promise-waiting = Estamos esperando tu pago
customer-next-waiting = Empezamos en cuanto tu banco lo confirme. Puedes cerrar esta página: te escribiremos.
customer-promise-not-paid = Este pedido no se pagó
customer-next-not-paid = No se te ha cobrado nada. Si aún lo quieres, vuelve a hacer el pedido en la tienda.
customer-promise-by = Saldrá como tarde el { $weekday } { $day } de { $month }
customer-promise-confirmed = Tenemos tu pedido
customer-next-confirmed = Pronto nos pondremos con él. No tienes que hacer nada: te escribiremos cuando salga.
customer-promise-processing = Estamos preparando tu pedido
customer-next-processing = Estamos trabajando en él. No tienes que hacer nada: te escribiremos cuando salga.
customer-promise-late = Está tardando más de lo que te prometimos
customer-next-late = Dijimos que saldría como tarde el { $weekday } { $day } de { $month } y todavía no ha salido. Lo sentimos: estamos en ello y te escribiremos en cuanto salga.
customer-promise-shipped = Tu pedido está en camino
customer-next-shipped = Salió el { $weekday } { $day } de { $month }, { $time }.
customer-next-shipped-undated = Ya ha salido. No tienes que hacer nada.
customer-promise-out-for-delivery = Tu pedido está en reparto
customer-next-out-for-delivery = Lo lleva el repartidor. Conviene que haya alguien para recibirlo.
customer-promise-delivered = Entregado el { $weekday } { $day } de { $month }, { $time }
customer-promise-delivered-undated = Tu pedido se ha entregado
customer-next-delivered = Esperamos que te guste. Si no lo tienes, escríbenos y lo encontraremos.
customer-promise-delayed = Llegará más tarde de lo previsto
customer-next-delayed = Lo tiene el transportista y está tardando más de lo normal. Lo sentimos. No tienes que hacer nada.
customer-promise-exception = Algo está reteniendo tu pedido
customer-next-exception = Lo estamos resolviendo con el transportista. Si necesitamos algo de ti, te escribiremos.
customer-promise-cancelled = Este pedido se canceló
customer-promise-returned = Este pedido ha vuelto a nosotros
customer-next-nothing-charged = No se te ha cobrado nada.
customer-next-refunded = Te hemos devuelto todo el dinero por el mismo medio con el que pagaste. Tu banco puede tardar unos días en mostrarlo.
customer-next-partly-refunded = Te hemos devuelto una parte del dinero por el mismo medio con el que pagaste. Tu banco puede tardar unos días en mostrarlo.
customer-next-ask = Si tienes dudas sobre el dinero, escríbenos.

# The order's page.

customer-order-title = Pedido { $number }
customer-order-number = Pedido
customer-progress = Progreso
customer-step-payment = Pago
customer-done = Completado:
customer-to-come = Pendiente:
customer-history = Historial
customer-earlier =
    { $count ->
        [one] Mostrar { $count } anterior
        [many] Mostrar { $count } anteriores
       *[other] Mostrar { $count } anteriores
    }
customer-event-placed = Hiciste el pedido
customer-event-paid = Recibimos tu pago
customer-event-not-paid = El pago no se completó
customer-event-parcel = Preparamos un paquete
customer-announce = Novedad: { $what }, { $when }
customer-parcels =
    { $count ->
        [one] Paquete
        [many] { $count } paquetes
       *[other] { $count } paquetes
    }
customer-parcel = Paquete { $position }
customer-parcel-number = Número de seguimiento
customer-parcel-no-number = Viaja sin número de seguimiento.
customer-parcel-follow = Seguirlo con { $carrier }
customer-parcel-follow-plain = Seguirlo con el transportista
customer-new-tab = (se abre en una pestaña nueva)
customer-items = Lo que compraste
customer-more-items =
    { $count ->
        [one] Mostrar { $count } artículo más
        [many] Mostrar { $count } artículos más
       *[other] Mostrar { $count } artículos más
    }
customer-subtotal = Subtotal
customer-shipping = Envío
customer-total = Total
customer-address = Va a
customer-updated = Última actualización
customer-live = En directo
customer-reconnecting = Reconectando…
customer-paused = En pausa
customer-offline = Sin conexión
customer-gone = Esta página ya no está al día.
customer-reload = Recárgala

# After paying.

customer-checkout-title = Gracias por tu pedido
customer-checkout-lead = También te enviaremos todos los detalles por correo.
customer-checkout-waiting = Esperamos la confirmación de tu banco
customer-checkout-waiting-next = Suele tardar unos segundos. Puedes quedarte y verlo cambiar aquí, o cerrar la página.
customer-checkout-confirmed = Tu pago ha llegado
customer-checkout-confirmed-next = Tu pedido está confirmado y nos ponemos con él.
customer-checkout-not-paid = El pago no se completó
customer-checkout-not-paid-next = No se te ha cobrado nada.
customer-checkout-see = Seguir este pedido
customer-cancel-title = Saliste antes de pagar
customer-cancel-lead = No se te ha cobrado nada. Si aún quieres tu pedido, vuelve a la tienda y págalo allí.
customer-cancel-order = Tu número de pedido era { $number }.

# When there is no such page, or something broke.

customer-missing-title = Esta página no existe
customer-missing-lead = Puede que la dirección tenga un error o que la página haya cambiado de sitio. Con tu número de pedido y tu correo puedes abrir tu pedido.
customer-wrong-title = Algo ha fallado por nuestra parte
customer-wrong-lead = Tu pedido está a salvo: no se ha cambiado ni perdido nada. Vuelve a intentarlo dentro de un minuto.
customer-wrong-incident = Si vuelve a pasar, escríbenos y menciona { $incident }.
customer-many-title = Un poco más despacio
customer-many-lead = Hemos recibido muchas peticiones desde tu conexión. Vuelve a intentarlo { $wait }.
customer-to-track = Seguir un pedido
