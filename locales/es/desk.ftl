# El registro de mensajes, un mensaje tal como salió, escribir a mano, las novedades de cada persona y las cifras.

log-title = Mensajes
log-search = Destinatario o número de pedido
log-column-when = Previsto
log-column-to = Para
log-column-kind = Tipo
log-column-channel = Canal
log-column-state = Estado
log-column-order = Pedido
log-column-audience = Dirigido a
log-audience-customer = Clientes
log-audience-staff = Equipo
log-from = Desde
log-until = Hasta
log-waits-until = hasta
log-none = Ningún mensaje coincide.
log-trouble = { $name }: { $count }
log-a-browser = un navegador o una aplicación
log-reason-quiet_hours = horas de silencio
log-reason-overtaken = superado por novedades posteriores
log-reason-digest = se cuenta junto con otras novedades
log-reason-scheduled = programado
log-reason-bulk = aún se puede deshacer
log-reason-undone = deshecho
log-reason-recalled = el paso se deshizo
log-reason-bounced = la dirección devuelve el correo
log-reason-complained = marcado como correo no deseado
log-reason-opted_out = no quiere recibir mensajes
log-reason-invalid = esa dirección no existe
log-reason-gone = la suscripción ha terminado
log-reason-no_provider = no hay proveedor para este canal
log-reason-content = el proveedor no aceptó su texto
log-reason-discarded = descartado
log-reason-expired = su enlace caducó antes de que pudiera salir
log-step-planned = Previsto
log-step-waits = No antes de
log-step-sent = Enviado
log-step-delivered = Entregado
log-step-opened = Abierto
log-step-clicked = Enlace abierto
log-step-read = Leído
log-facts = El mensaje
log-written-by = Escrito por
log-taken-by = Aceptado por
log-error = Último error
log-attempts = Intentos
log-life = Qué ha pasado
log-not-sent = Aún no ha salido nada. El texto se compone al enviarlo.
log-subject = Asunto
log-html = El mensaje tal como salió
log-text = Como texto sin formato
log-as-sent = Tal como salió
log-do = Qué se puede hacer
log-silenced = Ya no se escribe a esta dirección: { $name } (según { $other }), desde
log-lift = Volver a escribirle
log-lift-what = Solo si consta que la dirección es correcta y que su titular quiere recibir mensajes.
log-retry = Volver a intentarlo
log-readdress-to = Otra dirección
log-readdress = Enviarlo allí
log-discard = Descartar
log-discard-what = Queda en el registro y no se envía.
log-did-retry = Se está enviando de nuevo.
log-did-readdress = Se está enviando a la nueva dirección.
log-did-discard = Se ha descartado.
log-did-lift = Se vuelve a escribir a esta dirección.

feed-title = Novedades
feed-none = Aún no hay novedades.
feed-read-all = Marcar todo como leído
feed-new = Nuevo
feed-unread =
    { $count ->
        [0] No hay nada sin leer.
        [one] Hay una novedad sin leer.
        [many] Hay { $count } de novedades sin leer.
       *[other] Hay { $count } novedades sin leer.
    }
feed-staff_new_order = Pedido nuevo { $number } de { $name }: { $amount }
feed-staff_exception = Un paquete del pedido { $number } ({ $name }) necesita atención
feed-staff_dispute = El banco reclama el dinero del pedido { $number } ({ $name })
feed-staff_low_stock =
    { $count ->
        [one] Queda una unidad de { $sku }
        [many] Quedan { $count } de unidades de { $sku }
       *[other] Quedan { $count } unidades de { $sku }
    }
feed-other = Hay novedades del pedido { $number }

by-hand-write = Escribir un mensaje
by-hand-title = Mensaje sobre el pedido { $name }
by-hand-channel = Canal
by-hand-subject-hint = Si se deja vacío, se usa el asunto propio de la tienda. Los SMS no llevan asunto.
by-hand-text = Mensaje
by-hand-text-hint = Se añaden el saludo, el número de pedido y el enlace.
by-hand-send = Enviar
by-hand-look = Ver antes
by-hand-looks = Tal como llegará
by-hand-looks-hint = Pulsa «Ver antes» para verlo aquí tal como llegará.
by-hand-silenced = ya no se escribe ahí
by-hand-browsers =
    { $count ->
        [one] un navegador o una aplicación
        [many] { $count } de navegadores o aplicaciones
       *[other] { $count } navegadores o aplicaciones
    }
by-hand-many-what = Un correo al cliente de cada pedido. Espera diez minutos; hasta entonces se puede deshacer.
by-hand-many-go = Ver: escribir un mensaje
bulk-action-message = Escribir un mensaje
event-message-sent = Mensaje al cliente
event-bulk-undone-message = se retiró su mensaje
refused-empty-message = Primero hay que escribir algo.
refused-cannot-be-written = No se puede escribir a este cliente por este canal: no hay dirección, devuelve el correo o pidió no recibirlo.

order-silenced-bounced = Los correos a esta dirección se devuelven.
order-silenced-complained = Marcó un correo nuestro como no deseado.
order-silenced-opted_out = No quiere recibir correos nuestros.
order-silenced-invalid = Esta dirección no existe.
order-silenced-gone = Esta dirección ya no existe.
order-silenced-what = Ya no se le envían correos. Conviene llamar o pedir otra dirección; un mensaje que no llegó se puede enviar a otra desde su página.

figures-title = Cifras
figures-span = Periodo
figures-days =
    { $count ->
        [one] { $count } día
        [many] { $count } de días
       *[other] { $count } días
    }
figures-what = De los mensajes previstos en estos días. Un mensaje abierto cuenta también como entregado y enviado; lo que un proveedor no comunica no se cuenta. El tiempo va desde el cambio, o desde la hora prevista de salida, hasta que el proveedor lo aceptó.
figures-none = En estos días no se previó ningún mensaje.
figures-by-channel = Por canal
figures-by-kind = Por tipo
figures-share = Proporción
figures-share-words = { $count } % enviados, { $name } % perdidos
figures-planned = Previstos
figures-sent = Enviados
figures-delivered = Entregados
figures-opened = Abiertos
figures-clicked = Enlaces abiertos
figures-failed = Se reintentarán
figures-suppressed = No entregables
figures-dead = Dados por perdidos
figures-median = La mitad en
figures-p95 = El 95 % en
figures-lanes = Qué espera ahora
figures-other-work = Otras tareas
figures-app = La aplicación de la tienda
figures-due = Pendientes
figures-later = Para más tarde
figures-oldest = El más antiguo espera
log-column-reached = Llegó hasta
by-hand-number = su número verificado
log-act-retry = Enviado de nuevo
log-act-readdress = Enviado a otra dirección
log-act-discard = Descartado
log-reason-gave_up = demasiados intentos
log-reason-render = no se pudo componer su texto
log-reason-label_given_back = se devolvió la etiqueta de su paquete
log-reason-no_number = ya no tiene número
