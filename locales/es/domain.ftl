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
attention-payment-mismatch = El importe o la divisa pagados no son los de este pedido. No se ha confirmado nada: compáralo en Stripe y reembolsa o contacta con el cliente.

# Whose doing.

source-staff = Equipo
source-customer = Cliente
source-stripe = Stripe
source-shippo = Shippo
source-carrier = Transportista
source-api = Tienda
source-system = Clew
role-viewer = Lectura
role-operator = Operario
role-admin = Administración

# What becomes of a webhook.

inbox-state-received = Recibido
inbox-state-waiting = Esperando su pedido
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
