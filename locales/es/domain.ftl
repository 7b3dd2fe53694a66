# The ten headline words.

status-pending = Pendiente de pago
status-confirmed = Confirmado
status-processing = En producción
status-shipped = Enviado
status-out-for-delivery = En reparto
status-delivered = Entregado
status-delayed = Retrasado
status-exception = Incidencia
status-cancelled = Cancelado
status-returned = Devuelto

# The payment axis.

payment-unpaid = Sin pagar
payment-authorized = Autorizado
payment-paid = Pagado
payment-partially-refunded = Reembolsado en parte
payment-refunded = Reembolsado
payment-failed = Pago no completado
payment-disputed = En disputa

# What happened, for the staff's timeline and for conflicts.

event-order-placed = Pedido recibido
event-payment-succeeded = Pago recibido
event-payment-failed = Pago no completado
event-payment-mismatch = El importe pagado no coincide
event-payment-mismatch-detail = Pagado { $paid }, solicitado { $asked }. No se ha confirmado nada.
event-stage-entered = Pasó a una nueva etapa
event-recalled = Devuelto a una etapa anterior
event-parcel-added = Paquete añadido
event-note-added = Nota
event-payment-authorized = Importe retenido en la tarjeta
event-payment-captured = Importe retenido cobrado
event-authorization-released = Retención liberada, no se ha cobrado nada
event-capture-failed = No se ha podido cobrar el importe retenido
event-refund-requested = Reembolso solicitado
event-refund-succeeded = Reembolso enviado
event-refund-failed = Reembolso fallido
event-dispute-updated = Novedades de la disputa
event-order-cancelled = Pedido cancelado
event-return-requested = Devolución solicitada
event-return-declined = Devolución rechazada
event-return-received = Devolución recibida
event-label-created = Etiqueta de envío comprada
event-label-refused = Etiqueta de envío no comprada
event-label-unknown = No se sabe si se compró una etiqueta de envío
event-label-voided = Etiqueta de envío anulada o en proceso de anulación
event-void-refused = No se ha podido anular la etiqueta de envío
event-tracking-update = Novedades del transportista
event-alert-cleared = Aviso resuelto
attention-payment-mismatch = El importe o la divisa pagados no son los de este pedido. No se ha confirmado nada: compáralo en Stripe y reembolsa o contacta con el cliente.
attention-paid-after-cancel = Ha llegado dinero para un pedido que ya estaba cancelado. El pedido sigue cancelado: reembólsalo o, si el importe solo está retenido, libera la retención en Stripe.
attention-authorization-lapsing = La retención en la tarjeta termina en menos de un día y el importe aún no se ha cobrado. Pasa el pedido a la etapa que lo cobra o cancela el pedido.
attention-authorization-lapsed = La retención en la tarjeta terminó antes de cobrar: este pedido no está pagado. No envíes nada; pide al cliente que pague de nuevo o cancela el pedido.
attention-capture-failed = No se ha podido cobrar el importe retenido en la tarjeta: este pedido no está pagado. Intenta cobrarlo en Stripe o pide al cliente que pague de otra forma.
attention-refund-failed = Un reembolso no ha llegado al cliente; Stripe nos ha devuelto el dinero. Reembolsa de nuevo o acuerda otra forma con el cliente.
attention-dispute-opened = El banco del cliente reclama el dinero. Responde en Stripe antes de que venza el plazo y, mientras tanto, no reembolses este pago.
attention-label-unknown = Se perdió la respuesta: puede que se haya comprado una etiqueta de envío. Clew la sigue buscando y no compra otra. Vuelve a buscarla o compruébalo en Shippo.
attention-label-refused = No se ha comprado ninguna etiqueta de envío ni se ha cobrado nada por ella. Corrige lo que indica el motivo y vuelve a comprarla.
attention-void-refused = El transportista no acepta anular una etiqueta de envío: sigue cobrada. Úsala o reclama el importe al soporte de Shippo.
attention-tracking-problem = Un paquete está parado o viene de vuelta. Lee lo que dice el transportista, resuélvelo con él y avisa al cliente.
attention-oversold = Se ha vendido más de lo que hay en existencias y este pedido está pagado. Repón existencias o acuerda con el cliente una espera, un cambio o un reembolso.
attention-return-requested = El cliente quiere devolver este pedido. Rechaza la solicitud o márcalo como recibido cuando llegue.
attention-provider-paused = Un proveedor ha rechazado nuestra clave y nadie lo llama. Lo que lo espera está guardado: pon la clave correcta y reanuda las llamadas.
attention-export-failed = El archivo nocturno con todos los pedidos no se pudo escribir en su sitio. Se vuelve a intentar; mira la carpeta o el almacén que dicen los ajustes.

# Where a parcel is.

tracking-unknown = Aún sin noticias
tracking-pre-transit = Aún no entregado al transportista
tracking-transit = En tránsito
tracking-out-for-delivery = En reparto
tracking-pickup = Listo para recoger
tracking-delayed = Retrasado
tracking-exception = Incidencia en la entrega
tracking-delivered = Entregado
tracking-returned = Devolución al remitente

# Where a shipping label stands.

label-intended = Pendiente de compra
label-calling = Compra en curso
label-bought = Comprada
label-refused = No comprada, sin cargo
label-unknown = No se sabe si se compró
label-voiding = Anulación en curso
label-voided = Anulada
label-void-refused = No anulada, sigue cobrada

# Where a refund stands.

refund-pending = En curso
refund-requires-action = A la espera del cliente
refund-succeeded = Enviado al cliente
refund-failed = Fallido
refund-canceled = Cancelado

# Where a return stands.

return-requested = Solicitada
return-declined = Rechazada
return-received = Recibida
return-refunded = Recibida y reembolsada

# Whose doing.

source-staff = Equipo
source-customer = Cliente
source-stripe = Stripe
source-stitch = Stitch
source-shippo = Shippo
source-carrier = Transportista
source-api = Tienda
source-system = Clew
role-viewer = Lectura
role-operator = Operario
role-admin = Administración

# What becomes of a webhook.

inbox-state-received = Recibido
inbox-state-waiting = Esperando su pedido, paquete o pago
inbox-state-processed = Procesado
inbox-state-ignored = No relevante
inbox-state-failed = No entendido

# Dates.

weekday-0 = lun
weekday-1 = mar
weekday-2 = mié
weekday-3 = jue
weekday-4 = vie
weekday-5 = sáb
weekday-6 = dom
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sept
month-10 = oct
month-11 = nov
month-12 = dic
date-time = { $weekday } { $day } { $month }, { $time }
date = { $weekday } { $day } { $month }

# Priority and due date.

priority-rush = Urgente
priority-standard = Normal
priority-hold = En espera
timing-will-be-late = Llegará tarde
timing-overdue = Atrasado
timing-held = En espera
event-priority-changed = Prioridad cambiada
event-order-held = Puesto en espera
event-order-released = Reanudado
event-workflow-changed = Pasado a una versión más nueva de su flujo
attention-label-wanted = Este pedido ha llegado a una etapa que necesita su etiqueta de envío. Cómprala en la página del pedido.
