# Los productos, sus existencias y cómo se hacen.
product-kind-garment = Prenda
product-kind-blank = Soporte de impresión
product-kind-dish = Plato
product-kind-goods = Artículo
movement-order = Pedido
movement-release = Devuelto por un pedido
movement-count = Recuento
movement-receive = Recibido
movement-correction = Corregido
movement-waste = Dado de baja
technique-dtg = Impresión directa en prenda
technique-screen = Serigrafía
technique-embroidery = Bordado

refused-bad-sku = La clave de un producto es una línea de 1 a 100 caracteres. No se ha guardado nada.
refused-no-price = Lo que se ofrece a los clientes necesita un precio. Indícalo o quítalo del formulario de pedidos.
refused-no-pieces = Ese número de piezas no se puede anotar: piezas enteras, un millón como máximo. No se ha anotado nada.
refused-stock-moved = Las existencias cambiaron mientras contabas: ahora hay { $left }. No se ha anotado nada; vuelve a contar desde ahí.
refused-fewer-in-stock = Solo hay { $left } en existencias, menos de lo que quieres quitar. No se ha anotado nada.
refused-no-review-now = Este pedido ya no espera la revisión de sus especificaciones. Recarga la página para ver dónde está.

event-specs-returned = Devuelto al cliente
notice-kind-specs_returned = Diseño por cambiar
notice-specs_returned-subject = Hay que cambiar el diseño de tu pedido { $number }
notice-specs_returned-title = Hay que cambiar el diseño
notice-specs_returned-lead = { $shop } ha revisado tu diseño y, tal como está, todavía no se puede hacer. Tu pedido queda en espera; no se pierde nada. Esto es lo que hay que cambiar:
