# Where a parcel is.

track-state-unknown = Aún sin noticias
track-state-pre-transit = Aún no entregado al transportista
track-state-picked-up = En manos del transportista
track-state-in-transit = En tránsito
track-state-out-for-delivery = En reparto
track-state-available-for-pickup = Listo para recoger
track-state-attempted = Se ha intentado la entrega
track-state-delayed = Retrasado
track-state-delivered = Entregado
track-state-returning = De vuelta al remitente
track-state-returned = Devuelto al remitente
track-state-failed = No se ha podido entregar

# Why, and on whose side it lies.

track-cause-damaged = Dañado en el transporte
track-cause-lost = Extraviado
track-cause-missorted = Clasificado en un destino equivocado
track-cause-investigated = El transportista lo está buscando
track-cause-carrier-delay = El transportista va con retraso
track-cause-called-off = Anulado por la tienda
track-cause-shop-data = Datos de la tienda incorrectos o incompletos
track-cause-shop-not-ready = La tienda no estaba preparada
track-cause-packaging = Embalaje, tamaño o peso
track-cause-refused = Rechazado por el destinatario
track-cause-not-home = No había nadie
track-cause-business-closed = El establecimiento estaba cerrado
track-cause-address = La dirección es incorrecta o está incompleta
track-cause-no-access = No se pudo llegar hasta la puerta
track-cause-moved = El destinatario se ha mudado
track-cause-unclaimed = No se recogió a tiempo
track-cause-asked-for = El destinatario pidió otro día o lugar
track-cause-unpaid = Hay un importe por pagar a la entrega
track-cause-identity = Faltaba acreditar la identidad
track-cause-customs = En manos de la aduana
track-cause-customs-papers = La aduana necesita documentos
track-cause-customs-duties = Hay derechos de aduana por pagar
track-cause-prohibited = No puede entrar en el país
track-cause-weather = Mal tiempo
track-cause-force = Huelga, catástrofe o autoridades
track-cause-holiday = Un día festivo

# What has to be done so that it goes on.

track-action-contact-carrier = Contactar con el transportista
track-action-correct-address = Corregir la dirección
track-action-choose-day = Elegir otro día o lugar
track-action-pick-up = Recoger el paquete
track-action-give-access = Facilitar el acceso al repartidor
track-action-send-papers = Enviar los documentos
track-action-pay = Pagar lo pendiente
track-action-claim = Reclamar al transportista

# What staff are alarmed of, and the one thing to do.

track-alarm-returned = El paquete viene de vuelta o ya ha vuelto.
track-alarm-failed = El transportista no puede entregar el paquete.
track-alarm-address-problem = El transportista no encuentra la dirección.
track-alarm-held-in-customs = La aduana retiene el paquete.
track-alarm-action-required = El transportista espera que alguien actúe.
track-alarm-never-scanned = Hay etiqueta, pero el transportista nunca ha escaneado el paquete.
track-alarm-silent = Hace días que no hay noticias del paquete.
track-alarm-late = El paquete llega o llegará tarde.
track-todo-hand-over = Entrégalo al transportista o anula la etiqueta.
track-todo-ask-carrier = Pide al transportista que lo localice.
track-todo-expect-return = Espera a que llegue y después reembolsa o vuelve a enviar.
track-todo-tell-customer = Avisa al cliente.
track-until = Hasta el { $day }.
