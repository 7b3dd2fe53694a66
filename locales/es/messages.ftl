# Pages about messages: the way from one to the others.

messages-title = Mensajes
messages-log = Registro
messages-rules = Reglas
messages-templates = Plantillas
messages-figures = Cifras
