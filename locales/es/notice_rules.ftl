# A quién se avisa de qué y por qué canal.

rules-title = A quién se avisa de qué
rules-what = Cada cliente elige en sus preferencias qué quiere recibir. Lo que desactives aquí no se envía a nadie; lo que actives se envía salvo que el cliente no lo quiera. Los correos sobre dinero y las respuestas a lo que hizo el cliente se envían siempre.
rules-everywhere = Todos los flujos
rules-workflows = Flujos
rules-to-customers = A los clientes
rules-to-staff = Al equipo
rules-message = Mensaje
rules-always = Siempre
rules-default-on = Por defecto (se envía)
rules-default-off = Por defecto (no se envía)
rules-on = Se envía
rules-off = No se envía
rules-save = Guardar reglas
rules-saved = Las reglas se han guardado. Valen para los mensajes a partir de ahora.
