# What customers are told. $number is the order's number, $shop the shop's name.

notice-kind-confirmation = Confirmación
notice-kind-shipped = Envío
notice-kind-delivered = Entrega
notice-state-pending = prevista
notice-state-sending = enviándose
notice-state-sent = enviada
notice-state-failed = no enviada, se reintentará
notice-state-suppressed = no se puede entregar
notice-confirmation-subject = Tenemos tu pedido { $number }
notice-confirmation-title = Gracias, tu pedido está confirmado
notice-confirmation-lead = Hemos recibido tu pago y { $shop } se pone manos a la obra. Te avisaremos cuando salga.
notice-shipped-subject = Tu pedido { $number } está en camino
notice-shipped-title = Tu pedido está en camino
notice-shipped-lead = Ha salido de { $shop }. Puedes seguirlo en su página cuando quieras.
notice-delivered-subject = Tu pedido { $number } se ha entregado
notice-delivered-title = Tu pedido se ha entregado
notice-delivered-lead = Esperamos que te guste. Si no lo tienes, escríbenos y lo encontraremos.
notice-promised = Esperamos enviarlo a más tardar el { $when }.
notice-number = Número de pedido
notice-total = Total
notice-parcel = Paquete
notice-track-parcel = Seguirlo en la web del transportista
notice-follow = Seguir mi pedido
notice-help = ¿Preguntas? Escribe a { $contact }.
