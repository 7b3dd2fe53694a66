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
customer-day = { $weekday } { $day } de { $month }
customer-ago-today = hoy
customer-ago-yesterday = ayer
customer-ago-days =
    { $count ->
        [one] hace { $count } día
        [many] hace { $count } días
       *[other] hace { $count } días
    }

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
customer-promise-exception = Hay una incidencia con tu pedido
customer-next-exception = Lo estamos resolviendo con el transportista. Si necesitamos algo de ti, te escribiremos.
customer-promise-cancelled = Este pedido se canceló
customer-promise-returned = Este pedido ha vuelto a nosotros
customer-next-nothing-charged = No se te ha cobrado nada.
customer-next-ask = Si tienes dudas sobre el dinero, escríbenos.
customer-promise-packed = Empaquetado: esperando al transportista
customer-badge-packed = Preparado
customer-next-packed = El transportista aún no lo ha recogido. Su primer escaneo suele llegar en uno o dos días laborables, y entonces te escribiremos.
customer-next-held = Tenemos { $amount } retenidos en tu tarjeta. Los cobraremos cuando empecemos con tu pedido, no antes.
customer-promise-expected = Llegada prevista: { $weekday } { $day } de { $month }
customer-promise-partly = Paquetes entregados: { $arrived } de { $all }
customer-next-partly = El resto está en camino. Cada paquete aparece en esta página.
customer-next-partly-by = El resto debería llegar el { $weekday } { $day } de { $month }.
customer-promise-quiet = Sin novedades desde el { $weekday } { $day } de { $month }
customer-next-quiet = El transportista no nos ha dicho nada desde entonces. En trayectos largos puede pasar; si quieres que pidamos que lo busquen, escríbenos.
customer-next-delayed-by = El transportista prevé ahora entregarlo el { $weekday } { $day } de { $month }. Lo sentimos. No tienes que hacer nada.
customer-next-overdue = Debía llegar el { $weekday } { $day } de { $month } y todavía no ha llegado. Lo sentimos. No tienes que hacer nada.
customer-promise-pickup = Listo para recoger
customer-next-pickup = Te espera en el punto de recogida del transportista. Su página dice dónde y hasta cuándo. Lleva el número de seguimiento y un documento con tu nombre.
customer-next-pickup-by = Te espera en el punto de recogida del transportista hasta el { $weekday } { $day } de { $month }. Su página dice dónde. Lleva el número de seguimiento y un documento con tu nombre.
customer-next-ready = Si vienes a recogerlo, ten a mano tu número de pedido.
customer-promise-address = El transportista no encuentra tu dirección
customer-next-address = Escríbenos con la dirección correcta, el portal o un teléfono, para que puedan volver a intentarlo.
customer-promise-missed = El transportista no te ha encontrado
customer-next-missed = Suelen volver a intentarlo el siguiente día laborable. En la página del transportista a menudo puedes elegir otro día o lugar.
customer-next-missed-on = Volverán a intentarlo el { $weekday } { $day } de { $month }. En la página del transportista a menudo puedes elegir otro día o lugar.
customer-promise-kept = El transportista retiene tu paquete
customer-next-kept = Hay una duda sobre la entrega. Lo estamos resolviendo con ellos; si hace falta algo de ti, te escribiremos.
customer-promise-customs = Tu paquete está en la aduana
customer-next-customs = La aduana lo está revisando, y eso puede tardar unos días. Si hace falta algún documento o pago tuyo, te escribirá el transportista o te escribiremos nosotros.
customer-promise-harmed = Le ha pasado algo a tu paquete
customer-next-harmed = El transportista nos dice que está dañado o que no aparece. Lo sentimos. Te escribiremos para arreglarlo; no tienes que hacer nada.
customer-promise-comes-back = Tu paquete vuelve a nosotros
customer-next-comes-back = El transportista no pudo entregarlo. Te escribiremos para acordar qué hacemos.
customer-cancelled-by-you = Lo cancelaste el { $weekday } { $day } de { $month }, { $time }.
customer-cancelled-by-us = Lo cancelamos el { $weekday } { $day } de { $month }, { $time }.
customer-back-since = Volvió a nosotros el { $weekday } { $day } de { $month }.
customer-money-returned = Devolvimos { $amount } el { $day }, por el mismo medio con el que pagaste. Los bancos suelen tardar de 5 a 10 días laborables en mostrarlo.
customer-money-on-its-way = Estamos devolviendo { $amount } por el mismo medio con el que pagaste. Suele tardar de 5 a 10 días laborables.
customer-money-soon = Te escribiremos sobre tu dinero.
customer-money-late = Devolverte el dinero está tardando más de lo normal. Estamos en ello y no tienes que hacer nada.
customer-money-held = No se te ha cobrado nada. Los { $amount } solo estaban retenidos en tu tarjeta, y tu banco los liberará en unos días.
customer-return-asked = Se pidió una devolución el { $weekday } { $day } de { $month }. Te escribiremos con los siguientes pasos.
customer-return-declined = No hemos podido aceptar la devolución. Si quieres saber por qué, escríbenos.

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
customer-scan-waits = Esperando al transportista
customer-scan-announced = Anunciado al transportista
customer-scan-under-way = En camino
customer-scan-out-for-delivery = En reparto
customer-scan-delayed = Va con retraso
customer-scan-delivered = Entregado
customer-event-held = Tu pago está retenido en la tarjeta
customer-event-taken = Cobramos el pago
customer-event-released = Se liberó el importe retenido en tu tarjeta
customer-event-refunded = Te devolvimos { $amount }
customer-event-cancelled-by-you = Cancelaste el pedido
customer-event-cancelled-by-us = Cancelamos el pedido
customer-event-return-by-you = Pediste devolverlo
customer-event-return = Se acordó una devolución
customer-event-return-declined = No pudimos aceptar la devolución
customer-event-return-received = Ya lo tenemos de vuelta
customer-event-specs-returned = Te pedimos que cambies algo
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
customer-parcel-expected = Llegada prevista
customer-parcel-before = Antes:
customer-parcel-heard = Último escaneo
customer-parcel-route = Recorrido hasta ahora
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
customer-back-sent = Devuelto
customer-back-on-its-way = Devolución en camino
customer-pay = ¿Aún no has pagado? Paga { $amount }
customer-change = ¿Necesitas cambiar algo?
customer-to-cancel = Cancelar este pedido
customer-to-return = Devolverlo
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
customer-checkout-held = El importe está retenido en tu tarjeta
customer-checkout-held-next = Tenemos { $amount } retenidos en tu tarjeta. Los cobraremos cuando empecemos con tu pedido, no antes.
customer-checkout-see-there = En su página pone qué pasa con tu dinero.
customer-checkout-see = Seguir este pedido
customer-cancel-title = Saliste antes de pagar
customer-cancel-lead = No se te ha cobrado nada. Aún puedes pagar; si has cambiado de idea, no tienes que hacer nada.
customer-cancel-order = Tu número de pedido es { $number }.
customer-cancel-pay = Pagar ahora
customer-cancel-see = Ver este pedido

# Calling it off, and sending it back.

customer-ask-cancel-title = ¿Cancelar el pedido { $number }?
customer-ask-cancel-lead = Aún no hemos empezado con él. Si lo cancelas, ni se hará ni se enviará, y no se puede deshacer.
customer-ask-cancel-held = Se liberan los { $amount } retenidos en tu tarjeta. No se te cobra nada.
customer-ask-cancel-refund = Te devolvemos { $amount } por el mismo medio con el que pagaste. Suele tardar de 5 a 10 días laborables.
customer-ask-cancel-do = Cancelar el pedido
customer-ask-cancel-keep = Mantener el pedido
customer-ask-return-title = Devolver el pedido { $number }
customer-ask-return-lead = Miramos cada petición y te escribimos con lo que hay que hacer. No envíes nada antes, por favor.
customer-ask-return-reason = ¿Por qué lo devuelves?
customer-ask-return-reason-hint = No hace falta decirlo, pero nos ayuda.
customer-ask-return-do = Pedir la devolución
customer-back-to-order = Volver al pedido
customer-refused-cancel-title = El pedido { $number } ya no se puede cancelar aquí
customer-refused-return-title = El pedido { $number } no se puede devolver desde aquí

# When there is no such page, or something broke.

customer-missing-title = Esta página no existe
customer-missing-lead = Puede que la dirección tenga un error o que la página haya cambiado de sitio. Con tu número de pedido y tu correo puedes abrir tu pedido.
customer-wrong-title = Algo ha fallado por nuestra parte
customer-wrong-lead = Tu pedido está a salvo: no se ha cambiado ni perdido nada. Vuelve a intentarlo dentro de un minuto.
customer-wrong-incident = Si vuelve a pasar, escríbenos y menciona { $incident }.
customer-many-title = Un poco más despacio
customer-many-lead = Hemos recibido muchas peticiones desde tu conexión. Vuelve a intentarlo { $wait }.
customer-to-track = Seguir un pedido

# The page of the API, for programmers.

customer-api-title = La API
customer-api-lead = Para programas: una tienda en línea, uno de contabilidad, uno de atención al cliente. La clave se crea en /admin/keys; cada operación dice qué permisos pide.
customer-api-document = El documento en sí (OpenAPI 3.1)
customer-api-no-script = La lista de operaciones la dibuja un script, y aquí los scripts están desactivados. El propio documento dice lo mismo, y docs/api.md, en el código de Clew, muestra cada tarea habitual como una orden.
customer-api-no-viewer = El visor no está entre los archivos de este servidor: ./clew build lo pone en la carpeta que indica CLEW_SITE_ADMIN. El propio documento dice lo mismo.
