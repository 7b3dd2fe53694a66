# Webhooks salientes.

hooks-title = Webhooks salientes
hooks-what = Otros programas se enteran al momento de lo que pasa con los pedidos: firmado, en el orden en que ocurrió y de nuevo hasta que lo aceptan.
hooks-none = Todavía no se envía nada a nadie.
hooks-new = Nuevo destino
hooks-edit = Editar destino
hooks-add = Añadir destino
hooks-save = Guardar destino
hooks-endpoint = Destino
hooks-standing = Estado
hooks-enabled = activo
hooks-failing = falla
hooks-since = desde
hooks-disabled = desactivado
hooks-disabled-failing = desactivado: cinco días sin aceptar nada
hooks-disabled-gone = desactivado: dice que ya no existe
hooks-paused = No quiere nada antes de
hooks-waiting = En espera
hooks-succeeded = Último aceptado
hooks-never = nunca
hooks-url = Dirección
hooks-url-what = Tiene que empezar por https:// y ser accesible desde internet. Para programas dentro de tu red, mira el ajuste CLEW_WEBHOOK_ALLOW.
hooks-description = Para qué sirve (opcional)
hooks-payload = Cuánto se le cuenta
hooks-payload-thin = Qué pedido, qué pasó y cuándo
hooks-payload-full = El pedido completo tal como estaba, con nombre y dirección
hooks-types = Sucesos
hooks-types-what = No elijas ninguno para enviarlos todos, también los que se añadan más adelante.
hooks-types-all = todos
hooks-secrets = Secretos de firma
hooks-secret-since = desde
hooks-secret-ends = termina
hooks-secret-new = El nuevo secreto de firma
hooks-secret-once = Cópialo ahora: no se vuelve a mostrar. Con él el destino comprueba las firmas (Standard Webhooks).
hooks-test = Enviar una prueba
hooks-test-message = Prueba
hooks-enable = Activar
hooks-disable = Desactivar
hooks-disable-what = No se envía nada hasta que lo actives de nuevo. Mientras tanto los sucesos se guardan y después se envían en orden.
hooks-rotate = Cambiar el secreto
hooks-rotate-what = Los dos secretos firman durante 24 horas. Da el nuevo al destino en ese plazo.
hooks-range = Reenviar muchos o saltarlos
hooks-range-what = Todos los mensajes escritos en ese tiempo. Al reenviarse conservan su id y su orden; solo se saltan los que no se aceptaron.
hooks-range-since = Desde
hooks-range-until = Hasta
hooks-range-bad = Elige un principio y un final posterior.
hooks-remove = Eliminar el destino
hooks-remove-what = Sus secretos, sus mensajes y su registro se van con él. No se puede deshacer.
hooks-log = Mensajes
hooks-log-none = Ningún mensaje que mostrar.
hooks-type = Suceso
hooks-id = Id del mensaje
hooks-sequence = Secuencia
hooks-sequence-of = N.º { $name }
hooks-occurred = Ocurrió
hooks-state-pending = en espera
hooks-state-delivered = aceptado
hooks-state-failed = abandonado
hooks-state-skipped = saltado
hooks-behind = detrás de un mensaje anterior de este pedido
hooks-next = de nuevo
hooks-attempts = Intentos
hooks-attempts-none = Aún no se ha enviado, o hace tanto que ya no hay registro.
hooks-request = Enviado
hooks-answer = Respuesta (primeros 4 KB)
hooks-took = { $name } ms
hooks-body = Contenido
hooks-resend = Reenviar
hooks-resend-what = Con el mismo id: un destino que ya lo tiene lo reconoce. Los mensajes posteriores del pedido lo esperan.
hooks-skip = Saltar
hooks-skip-what = No se envía, y los mensajes posteriores del pedido continúan.
hooks-did-add = Destino añadido. Envía una prueba para ver si escucha.
hooks-did-save = Destino guardado.
hooks-did-remove = Destino eliminado.
hooks-did-enable = Activado. Lo que esperaba se envía ahora, en orden.
hooks-did-disable = Desactivado. Los sucesos se guardan.
hooks-did-rotate = Secreto cambiado. El anterior firma 24 horas más.
hooks-did-resend = Se reenvían: { $count }.
hooks-did-skip = Saltados: { $count }.
hooks-why-address = dirección dentro de una red: no se llamó
hooks-why-name = ese servidor no existe
hooks-why-timeout = sin respuesta en 15 segundos
hooks-why-connection = sin conexión
hooks-why-cut = la conexión se cortó
hooks-why-redirect = lleva a otro sitio: no se siguió
hooks-why-secret = no se pudo abrir ningún secreto: no se envió
attention-webhook-failing = Un destino de webhooks lleva tres días sin aceptar nada y se desactivará en el momento indicado. Arréglalo o desactívalo en Webhooks salientes.
attention-webhook-disabled = Se desactivó un destino de webhooks: no aceptó nada en cinco días o dijo que ya no existe. Sus mensajes se guardan: arréglalo y actívalo en Webhooks salientes.
attention-webhook-refused = Un destino de webhooks acepta otros mensajes pero rechazó uno ocho veces; los posteriores de ese pedido esperan. Reenvíalo o sáltalo en Webhooks salientes.
refused-receiver-no-address = Esa no es la dirección de un servidor web. Tiene esta forma: https://erp.example/hooks
refused-receiver-not-https = La dirección tiene que empezar por https://: sin él otros podrían leerlo. Los servidores nombrados en CLEW_WEBHOOK_ALLOW pueden prescindir de él.
refused-receiver-password = Quita usuario y contraseña de la dirección: acabarían en registros. Las firmas demuestran quién envía.
refused-receiver-port = Los webhooks se envían a los puertos 443 y 8443. Para otro, nombra el servidor en CLEW_WEBHOOK_ALLOW.
refused-receiver-inside = Esa dirección está dentro de una red. Si es la que quieres, nómbrala en CLEW_WEBHOOK_ALLOW.
refused-too-many-endpoints = Ya hay { $most } destinos. Elimina uno que ya no haga falta.
hooks-waiting-many = { $count } mensajes o más
hooks-waiting-count =
    { $count ->
        [0] nada
        [one] { $count } mensaje
       *[other] { $count } mensajes
    }
hooks-attempts-count =
    { $count ->
        [0] aún no
        [one] { $count } intento
       *[other] { $count } intentos
    }
