# What waits while a provider does not answer.

admin-provider-next = próximo intento
admin-provider-tries =
    { $count ->
        [one] { $count } llamada sin respuesta
       *[other] { $count } llamadas seguidas sin respuesta
    }
waits-label =
    { $count ->
        [one] { $count } etiqueta por comprar:
       *[other] { $count } etiquetas por comprar:
    }
waits-void =
    { $count ->
        [one] { $count } etiqueta por devolver:
       *[other] { $count } etiquetas por devolver:
    }
waits-refund =
    { $count ->
        [one] { $count } reembolso por enviar:
       *[other] { $count } reembolsos por enviar:
    }
waits-hold =
    { $count ->
        [one] { $count } importe retenido en una tarjeta:
       *[other] { $count } importes retenidos en tarjetas:
    }
waits-payment =
    { $count ->
        [one] { $count } pago por revisar:
       *[other] { $count } pagos por revisar:
    }
waits-tracking =
    { $count ->
        [one] { $count } paquete por consultar:
       *[other] { $count } paquetes por consultar:
    }
waits-other =
    { $count ->
        [one] { $count } tarea más
       *[other] { $count } tareas más
    }

# The list's filter, and boxes that are there already.

admin-filter-open = Buscar y filtrar
admin-ship-other-box = Va con otro número
admin-ship-other-box-what = Sus paquetes están en la lista de abajo. Escribe solo lo que aún no está: será un paquete más.
admin-label-together =
    { $count ->
        [one] El precio que eligió el cliente era de { $count } paquete; esta es la etiqueta de uno.
       *[other] El precio que eligió el cliente era de { $count } paquetes juntos; esta es la etiqueta de uno de ellos.
    }
