# Why the shop's rules, or the machine, say no. Each sentence says what to do.

someone = Alguien
fault-not-found = Aquí no hay nada. Comprueba el número o vuelve a la lista.
fault-conflict = Mientras tanto { $who } se adelantó: «{ $what }». No se ha guardado nada tuyo; mira cómo está ahora el pedido y decide de nuevo.
fault-down = Un proveedor no responde en este momento. Lo hecho hasta ahora está guardado; inténtalo de nuevo en un minuto.
fault-bug = Algo ha fallado por nuestra parte. No se ha cambiado nada; inténtalo de nuevo y avísanos si continúa.
refused-not-paid = Este pedido aún no está pagado y no puede avanzar. Avanzará solo cuando llegue el pago.
refused-ended = Este pedido terminó como «{ $status }» y ya no cambia.
refused-no-arrow = De «{ $from }» no se puede pasar directamente a «{ $to }». Sigue los pasos intermedios.
refused-several-stages = Siguen varias etapas: { $stages }. Indica cuál.
refused-unknown-stage = El flujo de este pedido no tiene la etapa «{ $stage }». Recarga la página para ver sus etapas.
refused-no-recall = Un pedido solo puede retroceder mientras nada haya salido del taller. Escribe una nota.
refused-bad-tracking-number = Eso no es un número de seguimiento. Cópialo de nuevo de la etiqueta, como máximo 100 caracteres.
refused-bad-tracking-url = Ese enlace no empieza por https:// ni http://. Déjalo vacío y lo crearemos si es posible.
refused-empty-parcel = Aún no se sabe nada de este paquete. Indica al menos el transportista, el número o el enlace.
refused-empty-note = La nota está vacía. Escribe algo primero.
refused-too-long = Es demasiado largo: como máximo { $most } caracteres.
refused-too-many-parcels = Un pedido puede tener 50 paquetes como máximo. Anota los demás en una nota.
refused-wrong-password = El correo y la contraseña no coinciden. Revisa ambos.
refused-weak-password = Esa contraseña es fácil de adivinar. Usa al menos 12 caracteres, por ejemplo una frase corta.
refused-bad-email = Ese correo no se puede usar: no es una dirección.
refused-name-missing = Hace falta un nombre, de 200 caracteres como máximo.
refused-email-taken = Alguien ya tiene una cuenta con esa dirección; una cuenta cerrada se puede volver a abrir.
refused-not-invited = Esta cuenta no necesita invitación: está en uso o cerrada. No se ha enviado nada.
refused-last-admin = No quedaría nadie que pueda gestionar las cuentas. Nombra antes a otro administrador; no se ha cambiado nada.
refused-own-account = Nadie cierra su propia cuenta. Pídeselo a otro administrador.
refused-account-changed = Otra persona ha cambiado esta cuenta mientras tanto. No se ha guardado nada tuyo; mírala otra vez y decide.
refused-wrong-factor = Ese código no es correcto o ya se usó. Espera al siguiente y escríbelo.
refused-pass-spent = Ha pasado demasiado tiempo o la cuenta ha cambiado entretanto. Inicia sesión otra vez con correo y contraseña.
refused-factor-on = La verificación en dos pasos ya está activada.
refused-own-factor = Nadie restablece su propia verificación en dos pasos. Desactívala en la página de tu cuenta, con tu contraseña.
refused-link-spent = Este enlace de configuración ya se usó o caducó. Reinicia el servidor para obtener otro o ejecuta «clew create-admin».
refused-too-many = { $minutes ->
    [one] Demasiados intentos. Espera un minuto y vuelve a intentarlo.
   *[other] Demasiados intentos. Espera { $minutes } minutos y vuelve a intentarlo.
}
refused-role-too-low = Tu rol no permite esto. Pídelo a quien administra la tienda.
refused-signed-out = Tu sesión ha terminado. Vuelve a entrar; lo que escribiste sigue en esta página.
refused-amount-mismatch = El importe o la divisa pagados no son los del pedido.
refused-too-late-to-cancel = Un pedido en estado «{ $status }» ya no se puede cancelar. Abre una devolución o reembólsalo.
refused-ask-the-shop = Esto ya no se puede hacer desde aquí y no se ha cambiado nada. Una persona puede ayudarte: escribe a { $contact }.
refused-no-amount = El importe del reembolso debe ser mayor que cero. Escríbelo de nuevo o déjalo vacío para reembolsarlo todo.
refused-bad-amount = No se puede leer como importe en { $currency }. Escríbelo así: { $like }.
refused-too-much-to-refund = Como máximo se pueden reembolsar { $most }, descontados los reembolsos en curso. Indica esa cantidad o menos.
refused-nothing-to-refund = No queda nada por reembolsar: no se cobró nada, o todo se ha devuelto ya o está en camino. Para liberar una retención, cancela el pedido.
refused-stripe-step = Stripe solo cobra y devuelve importes en esta moneda en múltiplos de { $step }. Cambia cada importe por uno de esos múltiplos.
refused-no-return-now = Solo se puede devolver un pedido pagado que no esté cancelado ni devuelto. Mira cómo está ahora el pedido.
refused-return-open = Ya hay una devolución abierta. Primero recíbela o recházala.
refused-no-return = Este pedido no tiene ninguna devolución abierta. Abre una o recarga la página: puede que alguien ya la haya resuelto.
refused-no-label-now = No se puede comprar una etiqueta de envío con el pedido en estado «{ $status }». Si aún no está pagado, espera el pago; si ya ha salido, añade el paquete a mano.
refused-label-exists = Este paquete tiene una etiqueta de envío, o puede que la tenga. Úsala o anúlala primero; mientras no esté claro, no se compra otra.
refused-no-void-now = Esta etiqueta de envío no se puede anular: no se llegó a comprar, ya se ha usado o ya está anulada. Recarga la página para ver cómo está.
refused-no-rates = Aún no se ha elegido cómo enviar este pedido. Consulta las tarifas, elige una y compra entonces la etiqueta de envío.
refused-not-trackable = Sin transportista y número de seguimiento no se puede preguntar por este paquete. Hacen falta los dos.
refused-out-of-stock = No hay existencias suficientes de «{ $sku }». Reduce la cantidad o inténtalo de nuevo cuando haya más.
refused-label-in-doubt = Todavía no se sabe si se compró otra etiqueta de este pedido. Busca primero esa, para que ningún paquete tenga dos.
refused-several-boxes = El precio que eligió el cliente es de { $count } paquetes juntos. Aquí cada paquete tiene su etiqueta: abre el pedido y cómpralas una a una.

# Who did something, inside a sentence.

by-staff = la tienda
by-customer = el cliente
by-stripe = Stripe
by-stitch = Stitch
by-shippo = Shippo
by-carrier = el transportista
by-api = la tienda en línea
by-system = Clew
refused-on-hold = Este pedido está en espera. Reanúdalo primero y después hazlo avanzar.
refused-left-already = Un pedido en «{ $status }» ya no está en tus manos: su prioridad ya no cambia nada.
refused-not-held = Este pedido no está en espera. Recarga la página para ver cómo está.
refused-stage-gone = Su etapa «{ $stage }» no está en la versión nueva. Indica qué etapa ocupa su lugar.
refused-stage-means-other = Está en «{ $stage }», y allí el pedido pasaría a «{ $status }»: eso no puede cambiar con una edición. Sigue en su versión.
refused-hold-never-taken = Su dinero solo está retenido en la tarjeta, y ninguna etapa posterior de la versión nueva lo cobra. Sigue en su versión.
refused-move-runs = Estos pedidos ya se están moviendo. Espera a que termine.
refused-workflow-changed = Mientras tanto { $who } guardó una versión más nueva. No se guardó nada; lo que escribiste sigue aquí. Abre la versión más nueva en otra ventana, incorpora tus cambios y guarda allí.
refused-bad-workflow-key = La clave de un flujo tiene letras minúsculas de la a a la z, cifras y guiones, 40 como máximo. Cámbiala.
refused-no-workflow = Este archivo no es un flujo como los que exporta Clew: no se puede leer a partir de la línea { $line }. Exporta uno y compara.
