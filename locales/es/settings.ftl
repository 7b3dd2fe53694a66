# Los ajustes: lo que se abre pocas veces, en grupos, cada cosa con para qué sirve.

admin-settings = Ajustes
admin-settings-shop = La tienda
admin-settings-people = Personas
admin-settings-programs = Programas
admin-settings-what-products = Qué vendes, cuánto cuesta y cuánto queda.
admin-settings-what-places = Horarios, recogida, entrega y franjas de cada centro.
admin-settings-what-workflows = Las etapas por las que pasa un pedido, de la primera a la última.
admin-settings-what-import = Pedidos y productos desde una hoja de cálculo, revisados antes de entrar.
admin-settings-what-log = Cada mensaje tal como se envió y qué fue de él.
admin-settings-what-rules = De qué se avisa a los clientes y al equipo, y por qué canales.
admin-settings-what-templates = Los textos de correos, SMS y notificaciones push, en todos los idiomas.
admin-settings-what-figures = Cuántos mensajes llegan y con qué rapidez.
admin-settings-what-team = Quién puede iniciar sesión aquí y qué puede hacer.
admin-settings-what-account = Tu contraseña y dónde tienes la sesión abierta.
admin-settings-what-keys = Qué puede hacer aquí tu tienda en línea u otro programa.
admin-settings-what-hooks = Otros programas se enteran al momento de lo que pasa con los pedidos.
admin-settings-what-inbox = Lo que comunicaron a Clew los proveedores de pago, los transportistas y otras tiendas, y lo que se rechazó.
