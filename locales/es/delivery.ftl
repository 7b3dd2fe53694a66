# Messages that did not go, and what can be done with them.

attention-notice-failed = Un mensaje no ha llegado al cliente. Lee el motivo en el registro de mensajes y envíalo otra vez, corrige la dirección o avisa al cliente de otro modo.
attention-template-failed = No se ha podido usar el texto propio de un mensaje y se ha enviado el que trae Clew. Abre la plantilla y corrige lo que se indica aquí.
refused-notice-not-given-up = Este mensaje no se ha dado por perdido: ya ha salido, se ha retirado o espera su hora.
refused-notice-told-there = A esta dirección ya se le ha contado lo mismo. Elige otra.
refused-spared-by-wish = El titular de esta dirección no quiere mensajes de la tienda. Solo él puede cambiarlo, en sus preferencias.
waits-message =
    { $count ->
        [one] { $count } mensaje por enviar:
       *[other] { $count } mensajes por enviar:
    }
