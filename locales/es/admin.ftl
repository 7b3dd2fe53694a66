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
admin-overdue = Fuera de plazo
admin-attention = Requiere atención
admin-by-status = Por estado
admin-by-location = Pedidos abiertos por centro
admin-location-none = Sin centro

## List

admin-list-caption = Pedidos
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
admin-inbox-none = Todavía no ha llegado ningún webhook.
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
