# Orders that somebody gives away.

order-form-gift = Es un regalo: sin precios en el paquete
admin-gift = Es un regalo: el albarán no muestra precios.
paper-gifts = { $count ->
    [one] Un pedido es un regalo: su albarán no muestra precios.
   *[other] { $count } pedidos son regalos: sus albaranes no muestran precios.
}
