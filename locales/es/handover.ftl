# Cómo se entrega un paquete: lo que su cliente pide a quien lo lleva, y lo que dice cuando no ha llegado. $contact es el de la tienda.

handover-title = ¿Cómo te lo entregamos?
handover-nothing = Como suele hacerlo el transportista. Si no vas a estar, puedes decir qué prefieres.
handover-asked = Se lo pedimos al transportista, que decide lo que es posible.
handover-fixed = Esto ya no se puede cambiar aquí.
handover-to-choose = Decir cómo entregarlo
handover-to-change = Cambiar la entrega
handover-way-none = Como suele hacerlo el transportista
handover-way-in-person = Entregar solo en persona, no dejarlo a nadie
handover-way-safe-place = Dejarlo en un lugar seguro
handover-way-neighbour = Dejarlo con un vecino
handover-ask-title = ¿Cómo entregamos el pedido { $number }?
handover-ask-lead = Puedes cambiarlo hasta que salga a reparto. Se lo pedimos al transportista, que decide lo que es posible.
handover-ways = Si nadie abre la puerta
handover-note = Qué lugar o qué vecino
handover-note-hint = Solo para un lugar seguro o un vecino: «el cobertizo detrás de la casa», «María, segundo piso»
handover-for-driver = Para el repartidor
handover-instructions-hint = Si quieres: por qué entrada, a qué timbre llamar. Se imprime en papel: no escribas códigos de acceso, por favor.
handover-save = Guardar
handover-problem = Aún no se ha guardado nada. Lo que escribiste sigue aquí; revisa:
handover-flaw-way = Elige una de las opciones de la lista.
handover-flaw-note-missing = Indica qué lugar o qué vecino.
handover-flaw-note-unasked = Un lugar o un vecino solo se indican con «lugar seguro» o «vecino».
handover-flaw-characters = Contiene caracteres que no se pueden imprimir. Escríbelo de nuevo, por favor.
handover-refused-title = La entrega del pedido { $number } no se puede cambiar aquí
handover-wish = Preferencia de entrega

missing-title = ¿No lo has recibido?
missing-lead = Consta como entregado.
missing-to-ask = No lo tengo
missing-ask-title = ¿No tienes el pedido { $number }?
missing-ask-lead = Consta como entregado. Muchas veces está cerca; mira primero aquí, por favor:
missing-look-household = Pregunta en casa o en el trabajo a quien pudo recogerlo.
missing-look-neighbours = Pregunta a los vecinos, en portería o en recepción.
missing-look-places = Mira donde estaría seco y fuera de la vista: porche, garaje, cobertizo, buzón.
missing-look-card = Busca un aviso o un mensaje del transportista.
missing-words = Algo que nos ayude a encontrarlo
missing-words-hint = Si quieres, en una o dos frases.
missing-do = No lo he recibido
missing-told = El { $weekday } { $day } de { $month } nos dijiste que no lo tienes.
missing-answer = Lo estamos averiguando y te responderemos por correo a { $email }.
missing-refused-title = Desde aquí no se puede avisar de que falta el pedido { $number }
missing-event = Nos dijiste que no lo tienes

refused-not-carried = Este pedido no lo lleva ningún transportista, así que no hay repartidor a quien avisar. Si hay algo que acordar, escribe a { $contact }.
refused-with-the-driver = Ya lo lleva el repartidor o ya ha llegado, y no se ha cambiado nada. Pregunta al transportista en su página o escribe a { $contact }.
refused-not-there-yet = Nada de este pedido consta aún como entregado. Su página dice dónde está; si crees que no es así, escribe a { $contact }.
refused-there-for-long = { $days ->
    [one] Se entregó hace más de un día. Escribe a { $contact } y te ayudará una persona.
    [many] Se entregó hace más de { $days } de días. Escribe a { $contact } y te ayudará una persona.
   *[other] Se entregó hace más de { $days } días. Escribe a { $contact } y te ayudará una persona.
}

attention-not-received = El cliente no tiene este pedido, aunque consta como entregado. Pide al transportista la prueba de entrega y responde al cliente por correo.
event-delivery-wished = Preferencia de entrega cambiada
event-not-received = El cliente dice que no lo ha recibido
