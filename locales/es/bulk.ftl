# Many orders at once, kept lists, the board and the kitchen.

refused-nothing-selected = No hay ningún pedido seleccionado, o ya ninguno coincide. Vuelve a la lista y elige.
refused-too-many-orders = Son más de { $most } pedidos. Acota la lista y hazlo por partes.
refused-bulk-begun = Esto ya se inició. Su página muestra por dónde va.
refused-too-late-to-undo = Esto no se puede deshacer: sus mensajes pueden haber salido, o es de los que se quedan.
refused-changed-since = Alguien o algo lo cambió después.
refused-money-taken = Su dinero se cobró al entrar en la etapa.
refused-no-such-person = Ya no trabaja aquí nadie con ese nombre.
refused-view-name-missing = La lista necesita un nombre.
refused-not-your-view = Esta lista es de otra persona. Haz una copia tuya.
refused-too-many-views = Ya hay cincuenta listas. Borra alguna que nadie necesite.

event-assigned = Asignado
event-bulk-undone-label = ya no hace falta la etiqueta que pedía
event-bulk-undone = Cambio en bloque deshecho
bulk-action-move = Pasar a «{ $name }»
bulk-action-back = Devolver a «{ $name }»
bulk-action-assign = Asignar a { $name }
bulk-action-unassign = No asignar a nadie
bulk-action-note = Añadir una nota
bulk-action-labels = Comprar etiquetas
bulk-outcome-changed = cambiado
bulk-outcome-already = ya estaba así
bulk-outcome-refused = rechazado
bulk-csv-number = Pedido
bulk-csv-customer = Cliente
bulk-csv-outcome = Resultado
bulk-csv-reason = Motivo
bulk-csv-undo = Deshacer
notice-state-withdrawn = retirado

admin-bulk = Cambiar varios pedidos
admin-bulk-all = Todos los que coinciden con los filtros, en todas las páginas
admin-bulk-go = Cambiar los seleccionados…
admin-pick-page = Seleccionar todos los de esta página
admin-bulk-first-a-look = Elijas lo que elijas, primero verás qué resultaría.
admin-bulk-stage = Etapa
admin-bulk-move = Ver: pasar a la etapa
admin-bulk-back = Ver: devolver a la etapa
admin-bulk-staff = Persona
admin-bulk-nobody = Nadie
admin-bulk-assign = Ver: asignar
admin-bulk-labels = Ver: comprar etiquetas
admin-bulk-will-changed = Cambiarán
admin-bulk-will-already = Ya están así
admin-bulk-will-refused = Serán rechazados
admin-bulk-done-changed = Cambiados
admin-bulk-done-already = Ya estaban así
admin-bulk-done-refused = Rechazados
admin-bulk-state-preview = Vista previa: aún no ha cambiado nada.
admin-bulk-state-running = En marcha…
admin-bulk-state-done = Hecho.
admin-bulk-state-undoing = Deshaciendo…
admin-bulk-state-undone = Deshecho.
admin-bulk-start-what = Los mensajes a los clientes esperan diez minutos. Hasta entonces el cambio de etapa se puede deshacer y nadie se entera.
admin-bulk-undo = Deshacer
admin-bulk-refusals = Rechazados, y por qué
admin-bulk-kept = No devueltos, y por qué
admin-bulk-each = Cada pedido
admin-bulk-more-in-csv = Estos son los cien primeros. El archivo los tiene todos.
admin-bulk-csv = Descargar como CSV
admin-bulk-selected =
    { $count ->
        [one] Hay un pedido seleccionado.
       *[other] Hay { $count } pedidos seleccionados.
    }
admin-bulk-orders =
    { $count ->
        [one] Un pedido:
       *[other] { $count } pedidos, entre ellos
    }
admin-bulk-given-back =
    { $count ->
        [one] Un pedido está como estaba antes.
       *[other] { $count } pedidos están como estaban antes.
    }
admin-bulk-start =
    { $count ->
        [one] Cambiar un pedido
       *[other] Cambiar { $count } pedidos
    }
admin-bulk-held =
    { $count ->
        [one] Espera un mensaje a un cliente.
       *[other] Esperan { $count } mensajes a clientes.
    }
admin-bulk-undo-left =
    { $count ->
        [one] Queda un minuto
       *[other] Quedan { $count } minutos
    }
bulk-action-priority = Prioridad «{ $name }»
bulk-action-release = Reanudar
admin-bulk-priority = Prioridad
admin-bulk-prioritise = Ver: dar prioridad
admin-bulk-release = Ver: reanudar

admin-nav-board = Tablero
admin-board-what = Arrastra una tarjeta a otra etapa o abre su menú. Lo que el flujo no permite se queda donde está.
admin-board-workflow = Flujo
admin-board-show = Mostrar
admin-board-none = Nada aquí.
admin-board-more = Mostrar 50 más en «{ $name }»
admin-board-move = Mover { $name }
admin-kitchen = Cocina
admin-kitchen-cut = Sin conexión: esta imagen es antigua. Reintentando…
admin-kitchen-none = Nada que preparar.
admin-kitchen-fresh = a tiempo
admin-kitchen-warm = pronto tarde
admin-kitchen-hot = tarde
admin-kitchen-recall = Recuperar { $name }
admin-kitchen-last = Últimos que pasaron
board-age-minutes = { $count } min
board-age-hours = { $count } h
board-age-days = { $count } d
admin-views = Listas guardadas
admin-view-all = Todos
admin-view-team = equipo
admin-view-share = Para todo el equipo
admin-view-manage = Guardar esta lista…
admin-view-name = Nombre de una lista nueva
admin-view-save = Guardar
admin-view-new-name = Nombre nuevo
admin-view-rename = Renombrar
admin-view-update = Que muestre lo que ves ahora
admin-view-duplicate = Hacer una copia mía
admin-view-delete = Borrar «{ $name }»
admin-view-delete-what = Los pedidos se quedan.
admin-view-address = Su dirección:
admin-view-more =
    { $count ->
        [one] { $count } más
       *[other] { $count } más
    }
admin-kitchen-open =
    { $count ->
        [one] { $count } pedido
       *[other] { $count } pedidos
    }
admin-kitchen-walls = Pantallas de pared
