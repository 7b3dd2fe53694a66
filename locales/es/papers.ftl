# Papeles que imprime el personal y la página donde los escanea. Los albaranes van en el idioma del cliente; lo demás, en el del lector.
paper-ticket = Hoja de trabajo
paper-slip = Albarán
paper-label = Etiqueta
paper-papers = Papeles
paper-print = Imprimir
paper-link = Imprimir papeles
paper-orders =
    { $count ->
        [one] Papeles de { $count } pedido
       *[other] Papeles de { $count } pedidos
    }
paper-back = Volver a los pedidos
paper-gift = Regalo: sin precios
paper-size = Hoja
paper-show = Mostrar
paper-noted = La impresión queda anotada en cada pedido. Imprime ahora con el comando de tu navegador (Ctrl+P).
paper-not-noted = No se pudo anotar la impresión, así que no se ha impreso nada. Comprueba la conexión e inténtalo de nuevo; Ctrl+P imprime sin anotar.
paper-unknown = No existe el pedido «{ $name }». Los demás están aquí.
paper-beyond =
    { $count ->
        [one] { $count } pedido más no cabe en una impresión. Imprímelo después de estos.
       *[other] { $count } pedidos más no caben en una impresión. Imprímelos después de estos.
    }
paper-nothing = Ninguno de estos pedidos existe, así que no hay nada que imprimir.
paper-label-of = Etiqueta del pedido { $number }
paper-label-none = No se ha comprado ninguna etiqueta para este pedido:
paper-label-away = No se pudo obtener la etiqueta; los demás papeles están completos. Inténtalo dentro de un momento o ábrela desde el pedido:
paper-label-foreign = Esta etiqueta está en el lenguaje propio de una impresora de etiquetas y no se puede imprimir con las demás. Ábrela desde el pedido:
paper-label-broken = El archivo de esta etiqueta no se puede leer. Ábrela desde el pedido:
paper-reference = Referencia
paper-leaves-by = Sale antes de
paper-status = Estado
paper-made-at = Se hace en
paper-for = Para
paper-sent-with = Se envía con
paper-ordered = Pedido el
paper-done = Hecho
paper-quantity = Cant.
paper-what = Artículo
paper-sku = SKU
paper-file = Archivo de impresión
paper-allergens = Alérgenos
paper-notes = Notas
paper-stages = Etapas
paper-deliver-to = Entregar a
paper-price = Precio
paper-sum = Importe
paper-subtotal = Subtotal
paper-shipping = Envío
paper-total = Total
paper-thanks = Gracias por tu pedido. ¿Alguna pregunta? { $contact }
scan-title = Escanear
scan-hint = Escanea el código de una hoja de trabajo o de un albarán, o escribe el número del pedido y pulsa Intro. Los escáneres funcionan también en todas las demás páginas.
scan-mode = Qué hace un escaneo
scan-mode-open = abre el pedido
scan-mode-advance = hace avanzar el pedido
scan-field = Código o número de pedido
scan-go = Ir
scan-sound = Sonido
scan-camera = Cámara
scan-camera-failed = No se puede usar la cámara. Permítela en el navegador o escribe el número.
scan-list = Escaneos, el más reciente primero
scan-unknown-code = Ningún pedido corresponde a «[code]». No se ha cambiado nada.
scan-unknown = Ningún pedido corresponde a «{ $code }». No se ha cambiado nada.
scan-found = encontrado
scan-moved = ahora en «{ $stage }»
scan-choose = puede seguir por varios caminos. Elige uno.
scan-last = ya está en su última etapa, «{ $stage }». No se ha cambiado nada.
scan-just-moved = ha pasado a «{ $stage }» hace un momento. No se ha cambiado nada; escanéalo otra vez dentro de unos segundos para que siga.
scan-refused = se queda en «{ $stage }». { $why }
scan-failed = El servidor no responde, así que no se sabe si este escaneo ha contado. Comprueba la conexión y escanéalo otra vez.
event-printed = Impreso
