# Lo que la clientela elige que le contemos, la baja y la vuelta, su página y los avisos del navegador. $email y $phone solo los reconoce su dueño.

topic-order_confirmed = Pedido confirmado
topic-processing = En producción
topic-shipped = En camino
topic-out_for_delivery = En reparto
topic-delivered = Entregado
topic-delayed = Retraso
topic-exception = Incidencia en la entrega
topic-cancelled = Cancelación

preferences-title = De qué te avisamos
preferences-lead = Para { $email }. Los reembolsos y las respuestas a lo que nos pides llegan siempre por correo.
preferences-unsubscribed = Te has dado de baja de los correos sobre cómo van tus pedidos. Lo que elijas y guardes aquí valdrá a partir de ahora.
preferences-news = Novedad
preferences-table = Qué novedad llega por qué vía
preferences-column-email = Correo
preferences-column-sms = SMS
preferences-column-push = Aviso
preferences-box = { $topic }: { $channel }
preferences-sms-hint = Los SMS van a un número confirmado; puedes indicarlo más abajo.
preferences-push-hint = Los avisos del navegador se activan en la página de cada pedido, para ese pedido.
preferences-language = Idioma de los mensajes
preferences-language-any = El de cada pedido
preferences-zone = Zona horaria
preferences-night = Horas de silencio
preferences-quiet = No enviarme nada por la noche
preferences-quiet-hint = Lo que no es urgente espera hasta la mañana.
preferences-quiet-from = Desde
preferences-quiet-until = Hasta
preferences-save = Guardar
preferences-done-saved = Guardado.
preferences-done-code = Te hemos enviado un código.
preferences-done-verified = Tu número está confirmado.
preferences-done-forgotten = Hemos borrado tu número.
preferences-problem = Aún no se ha guardado nada. Lo que elegiste sigue aquí; revisa:
preferences-flaw-language = Elige uno de los idiomas de la lista.
preferences-flaw-zone = Elige una de las zonas horarias de la lista.
preferences-flaw-time = Escribe una hora del día, como 22:00.
preferences-flaw-same = Las horas de silencio empiezan y acaban a la misma hora. Elige dos horas distintas, o ninguna.
preferences-phone = Mensajes de texto
preferences-phone-number = Número de móvil
preferences-phone-other = Otro número de móvil
preferences-phone-hint = Con el prefijo del país, como +34 600 111 222
preferences-phone-send = Enviarme un código
preferences-phone-waits = { $phone } está pendiente de confirmar.
preferences-phone-is = { $phone } está confirmado.
preferences-phone-code = Código
preferences-phone-code-hint = Las cifras del SMS que te hemos enviado
preferences-phone-check = Confirmar el número
preferences-phone-forget = Borrar mi número
preferences-test-message = Este es un mensaje de prueba: así te llegarán nuestros mensajes. Tu pedido sigue igual.

refused-bad-phone = No podemos enviar SMS a este número. Revísalo, con el prefijo del país, o indica otro número de móvil.
refused-wrong-code = Ese no era el código. Mira nuestro último SMS y escribe otra vez sus cifras.
refused-code-over = Este código ya no vale. Pide uno nuevo.
refused-no-texts = Esta tienda no envía SMS.

unsubscribe-asks-title = ¿Dejar de recibir correos sobre cómo van tus pedidos?
unsubscribe-asks-lead = Para { $email }. Los recibos, las cancelaciones, los reembolsos y las respuestas a lo que nos pides seguirán llegando.
unsubscribe-do = Darme de baja
unsubscribe-left-title = Te has dado de baja
unsubscribe-left-lead = { $email } no recibirá más correos sobre cómo van los pedidos. Los recibos, las cancelaciones, los reembolsos y las respuestas a lo que nos pides seguirán llegando.
unsubscribe-again = Volver a suscribirme
unsubscribe-back-title = Te has vuelto a suscribir
unsubscribe-back-lead = { $email } recibirá los mismos correos que antes.
unsubscribe-choose = Elegir de qué avisarme

my-asks-title = Todos tus pedidos
my-asks-lead = Te enviamos un enlace con el que entras. No necesitas contraseña.
my-asks-do = Enviarme un enlace
my-many = Demasiados intentos. Vuelve a intentarlo { $wait }.
my-sent-title = Revisa tu correo
my-sent-lead = Si con esta dirección se compró algo aquí, hay un enlace de camino. Funciona una vez, durante 15 minutos. ¿No llega? Mira en el correo no deseado, o revisa la dirección y pídelo de nuevo.
my-opened-title = Entrar
my-opened-lead = Un clic más y verás todos tus pedidos.
my-opened-do = Entrar
my-spent-title = Este enlace ya no funciona
my-spent-lead = Un enlace funciona una vez, durante 15 minutos. Pide uno nuevo.
my-one-order = Abrir un pedido por su número
my-title = Tus pedidos
my-lead = Todo lo comprado con { $email }
my-none = Aún no hay ningún pedido.
my-more =
    { $count ->
        [one] y { $count } línea más
        [many] y { $count } líneas más
       *[other] y { $count } líneas más
    }
my-older = Pedidos anteriores
my-news = Novedades
my-sign-out = Salir


push-title = ¿Te avisamos?
push-lead = Este navegador puede avisarte cuando pase algo con este pedido, aunque la página esté cerrada.
push-on = Avisarme
push-off = Dejar de avisarme
push-said-on = Te avisaremos aquí de lo que pase con este pedido.
push-said-off = Este navegador ya no recibe avisos de este pedido.
push-said-denied = Tu navegador no lo permite. Puedes cambiarlo en sus ajustes para esta página.
push-said-failed = No ha funcionado. Nada ha cambiado; inténtalo de nuevo dentro de un momento.
