# El formulario de pedido cuando lo trae un transportista.

way-shipping = Envío por transportista
place-shipping = Enviar paquetes: el cliente elige entre las tarifas de los transportistas
order-form-state = Provincia
order-form-flaw-state = Es demasiado largo: 100 caracteres como máximo.
order-form-country = Solo enviamos dentro de este país: { $country }.
order-form-slots-gone = Ahora mismo todas las horas de recogida y reparto están ocupadas. Un transportista aún puede llevarlo.
order-form-slot-by-hand = ¿Cuándo? (para recogida y reparto)
order-form-rates-next = Si lo enviamos, eliges el transportista en la página siguiente, antes de pagar.
order-form-no-rates = Ahora mismo nadie puede decir cuánto cuesta el envío. No se ha pedido nada; lo que has escrito está guardado. Envíalo otra vez dentro de un momento.
order-form-no-address = Los transportistas no conocen esta dirección, así que no se puede enviar nada allí. Revisa calle, población y código postal.
order-form-no-rate = Ningún transportista lleva esto a tu dirección. No se ha pedido nada. Elige otra forma o pregúntanos: { $contact }
order-form-rate-none = Elige cómo se envía.
order-form-rate-gone = Estos precios ya no valen. Aquí están los de hoy; lo que has escrito está guardado.
order-rates-title = ¿Cómo te lo enviamos?
order-rates-summary = Tu pedido
order-rates-choose = Transportista y precio
order-rates-days = { $count ->
    [one] { $count } día aproximadamente
   *[other] { $count } días aproximadamente
}
order-rates-total = { $total } en total
order-rates-doubted = Los transportistas no han encontrado esta dirección. Revísala: un paquete con la dirección mal vuelve. Si está bien, sigue adelante.
order-rates-edit = Cambiar lo que he escrito
