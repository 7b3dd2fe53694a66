# The staff's pages.

## Around every page

admin-skip = Saltar al contenido
admin-nav = Secciones
admin-nav-overview = Resumen
admin-nav-orders = Pedidos
admin-nav-inbox = Webhooks
admin-sandbox = Entorno de pruebas: ni pagos ni correos reales
admin-live = En directo
admin-live-opening = Conectando
admin-live-lost = Reconectando
admin-language = Idioma
admin-language-set = Cambiar
admin-sign-out = Cerrar sesión
admin-missing = Página no encontrada
admin-missing-what = No hay nada en esta dirección. Puede que el número tenga una errata.
admin-to-orders = Todos los pedidos
admin-to-start = Ir al inicio
admin-retry = Reintentar

## Problems

admin-problem-network = No se puede contactar con el servidor. Lo que has escrito sigue aquí; inténtalo de nuevo en un momento.
admin-problem-input = El servidor no ha entendido la petición. Recarga la página e inténtalo de nuevo.
admin-problem-incident = Incidencia { $name }.

## Doors

admin-sign-in = Iniciar sesión
admin-email = Correo electrónico
admin-password = Contraseña
admin-password-rules = Al menos 12 caracteres, y no unos pocos repetidos. Una frase corta sirve muy bien.
admin-name = Tu nombre
admin-set-up = Prepara tu tienda
admin-set-up-what = Aquí se crea la primera cuenta, con todos los permisos. El enlace funciona una sola vez.
admin-set-up-go = Crear la cuenta
admin-link-spent-title = Este enlace ya no funciona
admin-door-failed-title = Esta página no funciona en este momento

## Overview

admin-money-today = Cobrado hoy
admin-money-none = Nada todavía
admin-paid-today =
    { $count ->
        [0] Ningún pedido pagado hoy
        [one] { $count } pedido pagado hoy
        [many] { $count } de pedidos pagados hoy
       *[other] { $count } pedidos pagados hoy
    }
admin-waiting = Pendiente de ti
admin-attention = Requiere atención
admin-by-status = Por estado
admin-by-location = Pedidos abiertos por centro
admin-location-none = Sin centro

## List

admin-list-caption = Pedidos
admin-list-csv = Esta lista como archivo (CSV)
admin-list-none = Ningún pedido coincide con estos filtros.
admin-list-empty = Todavía no hay pedidos. El primero aparecerá aquí solo.
admin-filter = Buscar pedidos
admin-filter-search = Buscar
admin-filter-search-what = Número, correo, envío o nombre
admin-filter-any = Cualquiera
admin-filter-from = Desde
admin-filter-until = Hasta
admin-filter-overdue = Solo fuera de plazo
admin-filter-attention = Solo los que requieren atención
admin-filter-oldest = Más antiguos primero
admin-filter-go = Filtrar
admin-filter-clear = Quitar filtros
admin-column-number = Número
admin-column-customer = Cliente
admin-column-status = Estado
admin-column-payment = Pago
admin-column-pieces = Unidades
admin-column-total = Total
admin-column-location = Centro
admin-column-placed = Recibido
admin-pages = Páginas
admin-page-first = Primera página
admin-page-next = Página siguiente

## Order

admin-order = Pedido { $name }
admin-placed = Recibido
admin-reference = Referencia
admin-due = Plazo
admin-overdue-since = Fuera de plazo desde
admin-next = Siguiente paso
admin-next-nothing = En este estado no hay nada que hacer a mano.
admin-moved = Hecho. Queda en el historial.
admin-step-back = Volver atrás
admin-step-back-what = Para corregir errores. El cliente no recibe ningún aviso.
admin-shipped = Guardado como enviado.
admin-carrier = Transportista (opcional)
admin-carrier-unknown = Transportista sin indicar
admin-tracking-number = Número de seguimiento (opcional)
admin-tracking-link = Enlace de seguimiento (opcional)
admin-tracking-link-what = Si lo dejas vacío, se crea con el transportista y el número cuando conocemos al transportista.
admin-tracking-page = Página del transportista
admin-items = Artículos
admin-print-file = Archivo de impresión
admin-print-file-of = Descargar el archivo de impresión de { $name }
admin-subtotal = Subtotal
admin-shipping = Envío
admin-total = Total
admin-parcels = Paquetes
admin-parcels-none = Todavía no ha salido ningún paquete.
admin-parcel-add = Añadir un paquete
admin-parcel-added = Paquete añadido.
admin-payment-intent = Pago en Stripe
admin-address = Dirección de entrega
admin-written-in = Idioma:
admin-shipping-choice = Envío elegido:
admin-history = Historial
admin-internal = interno
admin-note = Nota
admin-note-what = Solo la lee tu equipo.
admin-note-add = Añadir nota
admin-note-added = Nota añadida.

## Webhooks

admin-inbox-received = Recibidos
admin-inbox-none = No hay ningún webhook que mostrar.
admin-inbox-refused = Rechazados
admin-inbox-refused-what = La firma falta, es incorrecta o es demasiado antigua. Si llegan muchos, hay un secreto mal puesto o alguien lo está intentando.
admin-inbox-refused-none = No se ha rechazado ninguno.
admin-jobs-waiting =
    { $count ->
        [0] No hay tareas en espera.
        [one] { $count } tarea en espera.
        [many] { $count } de tareas en espera.
       *[other] { $count } tareas en espera.
    }
admin-jobs-dead =
    { $count ->
        [one] Se abandonó { $count } tarea tras muchos intentos. El registro del servidor dice por qué.
        [many] Se abandonaron { $count } de tareas tras muchos intentos. El registro del servidor dice por qué.
       *[other] Se abandonaron { $count } tareas tras muchos intentos. El registro del servidor dice por qué.
    }
admin-column-when = Cuándo
admin-column-provider = De
admin-column-kind = Tipo
admin-column-state = Estado
admin-column-order = Pedido
admin-column-deliveries = Entregas
admin-column-reason = Motivo
admin-column-ip = Dirección
admin-column-times = Veces

## Money

admin-captured = Cobrado
admin-refunded = Devuelto
admin-refundable = Se puede devolver
admin-held = Retenido en la tarjeta
admin-held-until = Se puede cobrar hasta
admin-ledger-asked = Pago solicitado
admin-ledger-held = Retenido en la tarjeta
admin-ledger-captured = Cobrado
admin-ledger-released = Retención liberada
admin-ledger-failed = Sin pagar
admin-ledger-mismatch = Importe incorrecto
admin-ledger-refund = Devolución solicitada
admin-ledger-refunded = Devuelto
admin-ledger-refund-failed = Devolución fallida, el importe ha vuelto
admin-ledger-dispute = Disputa
admin-refund = Devolver dinero…
admin-refund-title = Devolución del dinero
admin-refund-amount = Importe ({ $name })
admin-refund-most = Como máximo { $name }.
admin-refund-reason = Motivo
admin-refund-reason-requested-by-customer = Lo pidió el cliente
admin-refund-reason-duplicate = Pagado dos veces
admin-refund-reason-fraudulent = Fraude
admin-refund-review = Revisar
admin-refund-change = Cambiar
admin-refund-sure = ¿Es correcto?
admin-refund-what = { $name } vuelve a la tarjeta o cuenta de origen, normalmente en 5–10 días. Se avisa al cliente por correo a { $other }.
admin-refund-left = Después se pueden devolver todavía { $name }.
admin-refund-left-nothing = Después no queda nada por devolver.
admin-refund-note = Nota (opcional)
admin-refund-go = Devolver { $name }
admin-refund-asked = Devolución solicitada. Abajo se ve cómo va.
admin-refund-elsewhere = No por el personal, desde aquí
admin-refunds = Devoluciones de dinero
admin-stripe-waits = Stripe no responde ahora. Queda guardado y se envía solo en cuanto responda.
admin-stripe-paused = Stripe rechazó nuestra clave: esto espera a que alguien la corrija y lo indique en «Requiere atención».
admin-step-leave = Dejarlo
admin-plan-asking = Un momento…
admin-stale = Entretanto el pedido ha cambiado:
admin-look-again = Volver a mirar
admin-disputes = Disputas
admin-dispute-won = Ganada
admin-dispute-lost = Perdida
admin-dispute-closed = Cerrada
admin-dispute-review = En revisión
admin-dispute-answer = Espera tu respuesta
admin-dispute-due = Responder en Stripe hasta

## Calling off, sending back

admin-cancel = Cancelar el pedido…
admin-cancel-sure = Esto no se puede deshacer
admin-cancel-refund = Se devuelven { $name }.
admin-cancel-release = Se libera la retención de { $name }; no se cobra nada.
admin-cancel-no-money = No se mueve dinero.
admin-cancel-told = Se avisa al cliente por correo.
admin-cancel-go = Cancelar el pedido
admin-cancelled = El pedido está cancelado.
admin-return = Devolución
admin-return-ask = Registrar una devolución
admin-return-reason = Lo que dice el cliente (opcional)
admin-return-asked = Devolución registrada.
admin-return-decline = Rechazar la devolución
admin-return-decline-what = La solicitud se cierra, el pedido queda como está y se avisa al cliente por correo. El motivo explícaselo tú.
admin-return-declined = Devolución rechazada.
admin-return-receive = Ya está de vuelta
admin-return-receive-what = Cuando llegue, indica cuántas piezas se pueden volver a vender.
admin-return-no-stock = Nada de este pedido salió del almacén.
admin-return-received = Marcado como devuelto.
admin-return-refund-next = Está de vuelta. Devuelve el dinero en «Pago».
admin-step-back-to = Volver a «{ $name }»

## Needs attention

admin-alert-clear = Resuelto
admin-alert-cleared = Marcado como resuelto.
admin-attention-alerts = Abierto
admin-attention-none = Ahora mismo nada requiere tu atención.
admin-providers = Proveedores
admin-providers-none = Todavía no se ha consultado a ningún proveedor.
admin-provider-well = Responde
admin-provider-unanswered = No respondió la última vez
admin-provider-down = No responde
admin-provider-paused = En pausa: rechazó nuestra clave
admin-provider-resume = Volver a preguntar
admin-provider-resumed = Se le vuelve a preguntar.
admin-provider-since = desde
admin-repairs = Corregido automáticamente
admin-repairs-what = Noticias que no llegaron y se recuperaron después comparando con el proveedor.
admin-repairs-none = No hubo que corregir nada.
admin-unmapped = Códigos de transportistas que nadie conoce
admin-unmapped-what = Se guardan tal cual y no mueven ningún pedido. Avísanos de ellos para que la próxima versión sepa qué significan.
admin-unmapped-none = Se conocen todos los códigos que han llegado.
admin-unmapped-times =
    { $count ->
        [one] { $count } vez
       *[other] { $count } veces
    }
admin-ledger =
    { $count ->
        [one] Libro ({ $count } línea)
       *[other] Libro ({ $count } líneas)
    }
admin-cancel-stock =
    { $count ->
        [one] { $count } pieza vuelve al almacén.
       *[other] { $count } piezas vuelven al almacén.
    }
admin-cancel-labels =
    { $count ->
        [one] Se anula { $count } etiqueta sin usar.
       *[other] Se anulan { $count } etiquetas sin usar.
    }
admin-return-most =
    { $count ->
        [one] { $count } pieza como máximo
       *[other] { $count } piezas como máximo
    }
admin-attention-open =
    { $count ->
        [one] { $count } abierto
       *[other] { $count } abiertos
    }
admin-provider-waiting =
    { $count ->
        [0] Nada lo espera.
        [one] { $count } tarea lo espera.
       *[other] { $count } tareas lo esperan.
    }

## Boxes and labels

admin-parcel-return = Paquete de devolución
admin-parcel-eta = Llegada prevista: { $name }
admin-parcel-eta-was = Antes
admin-parcel-tries =
    { $count ->
        [one] { $count } intento de entrega
       *[other] { $count } intentos de entrega
    }
admin-parcel-again = Próximo intento: { $name }
admin-parcel-until = Se guarda hasta: { $name }
admin-parcel-received-by = Recibido por { $name }
admin-parcel-seen = Último dato
admin-tracking-refresh = Actualizar seguimiento
admin-tracking-refreshed = Se ha consultado al transportista.
admin-label-print = Imprimir etiqueta
admin-label-expected = previsto
admin-label-void = Anular etiqueta…
admin-label-void-what = Se pide al transportista que la anule y la reembolse; puede tardar días. No uses más el papel.
admin-label-void-go = Anular
admin-label-voiding = Se está pidiendo la anulación al transportista.
admin-label-look = Volver a mirar
admin-label-looked = Comprobado de nuevo. El resultado está arriba.
admin-label-unknown-what = Se perdió la respuesta: quizá la etiqueta se compró. Nunca se compra sola por segunda vez.

## Webhooks, searched

admin-inbox-event = Evento: tipo o id
admin-label-box = Paquete { $count }
admin-body = Webhook tal como llegó
admin-replay-one = Volver a procesar
admin-replay-all = Volver a procesar todo lo encontrado…
admin-replay-all-what = Todo lo que coincide con la búsqueda se procesa de nuevo, mil como máximo. Lo ya entendido no cambia nada.
admin-replay-all-go = Procesar todo de nuevo
admin-replayed = Se procesará de nuevo enseguida.
admin-parcel-scans =
    { $count ->
        [one] { $count } escaneo
       *[other] { $count } escaneos
    }
admin-refund-disputed = El banco reclama este dinero. Si lo devuelves ahora, podrías pagarlo dos veces: responde antes a la disputa.

## Buying labels

admin-label-buy = Comprar etiqueta
admin-label-another = Etiqueta para otro paquete
admin-label-return = Etiqueta de devolución
admin-label-for-box = Etiqueta del paquete { $count }
admin-label-file = Imprimir en
admin-file-pdf-4x6 = Impresora de etiquetas, 10 × 15 cm (PDF)
admin-file-pdf-a4 = Hoja A4 (PDF)
admin-file-png = Imagen (PNG)
admin-file-zplii = Impresora Zebra (ZPL)
admin-label-go = Comprar esta etiqueta
admin-label-asked = Etiqueta pedida. Arriba se ve cómo va.
admin-rates = Formas de envío
admin-rates-asking = Consultando precios…
admin-rates-none = Ningún transportista ofrece este envío. Revisa dirección, medidas y peso.
admin-rates-gone = La opción del cliente, { $name }, ya no se ofrece. Elige otra.
admin-rates-for = Calculado para: { $name }
admin-rates-anew = Volver a consultar precios
admin-rate-chosen = Elección del cliente
admin-rate-difference = { $name } respecto a lo que vio el cliente
admin-measure = ¿Qué medidas tiene el paquete?
admin-measure-other = El paquete tiene otras medidas
admin-measure-length = Largo, mm
admin-measure-width = Ancho, mm
admin-measure-height = Alto, mm
admin-measure-weight = Peso, g
admin-measure-go = Ver precios
admin-pick-one = Seleccionar el pedido { $name }
admin-pick-go = Comprar etiquetas de lo seleccionado…
admin-batch = Etiquetas de varios pedidos
admin-batch-none = No hay pedidos seleccionados. Marca pedidos confirmados en la lista.
admin-batch-no-choice = El cliente no eligió forma de envío.
admin-batch-what = Cada una con la tarifa que eligió su cliente. Lo ya comprado no se compra otra vez.
admin-batch-asked = Etiquetas pedidas. Abajo se ve cómo va cada una.
admin-rate-days =
    { $count ->
        [one] alrededor de { $count } día
       *[other] alrededor de { $count } días
    }
admin-batch-failed =
    { $count ->
        [one] { $count } etiqueta requiere tu atención. Está al principio.
       *[other] { $count } etiquetas requieren tu atención. Están al principio.
    }
admin-batch-buy =
    { $count ->
        [one] Comprar { $count } etiqueta
       *[other] Comprar { $count } etiquetas
    }

## Priority

admin-priority = Prioridad
admin-priority-set = Prioridad guardada. La fecha límite se ajusta a ella.
admin-priority-go = Guardar prioridad
admin-hold-why = Motivo de la espera (opcional)
admin-hold-what = Solo lo lee tu equipo. En espera, el reloj del pedido se para y no aparece en ninguna lista de trabajo.
admin-held-since = En espera desde
admin-release = Reanudar
admin-released = Reanudado. Le queda el mismo tiempo que antes.
admin-filter-late = Solo los que llegarán tarde

# Products, their stock, and the specs of what is made.
admin-products = Productos
admin-products-search = Clave o nombre
admin-products-low = Solo lo que escasea
admin-products-low-count =
    { $count ->
        [one] { $count } producto escasea.
       *[other] { $count } productos escasean.
    }
admin-products-none = Aún no hay productos. Añade uno aquí o deja que los envíe tu tienda (PUT /api/products).
admin-products-none-found = Ningún producto coincide. Cambia la búsqueda o muéstralos todos.
admin-product-sku = Clave (SKU)
admin-product-name = Nombre
admin-product-price = Precio
admin-product-stock = Existencias
admin-product-is-low = escaso
admin-product-low-what = En su punto de pedido o por debajo: hay que pedir más.
admin-product-held =
    { $count ->
        [one] Hay { $count } pieza más apartada para pedidos abiertos.
       *[other] Hay { $count } piezas más apartadas para pedidos abiertos.
    }
admin-product-edit = Cambiar lo que es
admin-product-new = Añadir un producto
admin-product-saved = Guardado.
admin-product-save = Guardar
admin-product-kind = Tipo
admin-product-size = Talla
admin-product-colour = Color
admin-product-group = Clave de su grupo
admin-product-group-name = Nombre de su grupo
admin-product-currency = Moneda
admin-product-weight = Peso en gramos
admin-product-reorder = Pedir más al llegar a
admin-product-locations = Solo en estos locales
admin-product-offered = Los clientes pueden pedirlo en nuestro formulario
admin-movements = Movimientos
admin-movements-none = Aún no ha entrado ni salido ninguna pieza.
admin-movements-why = Motivo
admin-movements-pieces = Piezas
admin-movements-then = Quedaron
admin-movements-more = Los movimientos anteriores se conservan, pero no se muestran aquí.
admin-stock = Existencias
admin-stock-pieces = Piezas
admin-stock-seen = Existencias al empezar
admin-stock-kind = Qué ha pasado
admin-stock-kind-waste = Estropeado o perdido
admin-stock-kind-correction = El número estaba mal (+ o −)
admin-stock-note = Por qué, con tus palabras
admin-stock-done = Anotado.
admin-stock-do-receive = Recibir
admin-stock-do-count = Contar
admin-stock-do-correct = Corregir
admin-stock-what-receive = Ha llegado una entrega: se suman sus piezas.
admin-stock-what-count = Cuenta lo que está libre para vender, sin lo apartado para pedidos. Si mientras tanto un pedido toma algo, se te avisa y cuentas de nuevo.
admin-stock-what-correct = Descuenta lo estropeado o corrige un número equivocado. Necesita un motivo.
admin-send-back = Devolver al cliente
admin-send-back-message = Qué hay que cambiar
admin-send-back-what = El cliente lo recibe por correo y lo lee en la página del pedido. El pedido espera en revisión.
admin-send-back-do = Enviar el mensaje
admin-send-back-done = Enviado. El pedido espera al cliente.
admin-order-notes = El cliente pide:
admin-item-technique = Técnica
admin-design = Diseño
admin-design-of = Diseño de { $name }, se abre en otra ventana
