# El editor de plantillas: páginas de /admin/templates.

editor-what = Los textos de cada mensaje, por canal e idioma. Donde no has escrito ninguno, se usan los de Clew.
editor-kind = Mensaje
editor-marks = Qué significan las marcas
editor-state-built_in = de serie
editor-state-own = propio
editor-state-missing = falta
editor-state-outdated = desactualizado
editor-state-built_in-what = el texto de Clew
editor-state-own-what = un texto que ha escrito tu tienda
editor-state-missing-what = otro idioma tiene texto propio y este no
editor-state-outdated-what = otro idioma se cambió después que este
editor-all = Todas las plantillas
editor-languages = Idiomas
editor-title = Título
editor-subject = Asunto
editor-body = Texto
editor-body-hint = Una línea en blanco empieza un párrafo nuevo; # al principio de una línea, el título; >, una cita. El botón, los artículos y el pie se añaden solos. Los nombres entre llaves dobles se rellenan en cada pedido; la lista está más abajo.
editor-body-hint-short = Breve: se lee de un vistazo. Los nombres entre llaves dobles se rellenan en cada pedido; la lista está más abajo.
editor-look-only = Aquí puedes verlo todo. Los cambios los hacen los administradores.
editor-save = Guardar
editor-save-mine = Guardar lo mío como lo más reciente
editor-saved = Guardado como versión { $name }. Los mensajes la usan desde ahora.
editor-same = No ha cambiado nada, así que no hay versión nueva.
editor-flawed = No se ha guardado. Cada motivo aparece en su campo; todo lo que has escrito sigue aquí.
editor-unsaved = Cambiado aquí y aún sin guardar.
editor-conflict = { $name } guardó la versión { $other } mientras escribías. No se ha perdido nada: lo suyo está junto a lo tuyo. Guarda otra vez para que lo tuyo sea lo más reciente, o quédate con lo suyo.
editor-conflict-built_in = { $name } volvió al texto de serie (versión { $other }) mientras escribías. No se ha perdido nada. Guarda otra vez para que lo tuyo sea lo más reciente, o quédate con lo suyo.
editor-theirs = Lo que guardó { $name }
editor-take-theirs = Quedarme con lo suyo y descartar lo mío
editor-findings = { $count ->
    [one] Una cosa que corregir.
   *[other] { $count } cosas que corregir.
}
editor-findings-none = No hay nada que corregir.
editor-error = Corrige esto
editor-warning = Compruébalo
editor-line = Línea { $name }
editor-preview = Vista previa
editor-preview-go = Mostrar la vista previa
editor-preview-none = La vista previa vuelve cuando desaparecen los motivos de los campos.
editor-preview-mail = El correo
editor-preview-text = El correo sin imágenes ni colores
editor-against = Rellenado con
editor-against-sample = un ejemplo
editor-against-worst = el peor caso: un nombre larguísimo, sin fecha, tres paquetes
editor-against-order = uno de tus pedidos
editor-order = Su número
editor-order-unknown = No hay ningún pedido con este número. Compruébalo o elige el ejemplo.
editor-sms = Longitud
editor-sms-segments = { $count ->
    [one] { $name } caracteres: se envía y se paga como un SMS
   *[other] { $name } caracteres: se envía y se paga como { $count } SMS
}
editor-sms-unicode = Con letras fuera del alfabeto básico, en un SMS caben 70 caracteres en vez de 160.
editor-variables = Variables
editor-variables-what = Lo que se puede rellenar aquí. En el texto van entre llaves dobles.
editor-insert = Insertar { $name }
editor-insert-plural = Insertar { $name } con sus formas del plural
editor-test = Enviar una prueba
editor-test-what = Lo que hay aquí sale como correo marcado como prueba, rellenado igual que la vista previa. No se guarda nada.
editor-test-to = Para
editor-test-go = Enviar la prueba
editor-test-sent = La prueba va camino de { $name }.
editor-test-flawed = No se ha enviado. Cada motivo aparece en su campo; todo lo que has escrito sigue aquí.
editor-test-failed = La prueba no ha salido. Comprueba la dirección e inténtalo de nuevo. Lo que ha dicho el servidor de correo: { $name }
editor-history = Historial
editor-history-none = Aún no se ha cambiado nada: es el texto de Clew.
editor-version = Versión { $name }
editor-version-built_in = Versión { $name }: vuelta al texto de serie
editor-by = por { $name }
editor-now = en uso
editor-look = Ver la versión { $name }
editor-roll-back = Volver a la versión { $name }
editor-rolled-back = Hecho: la versión { $name } dice lo que decía la anterior.
editor-old = Estás viendo la versión { $name }, que no está en uso. Si vuelves a ella, será la más reciente.
editor-newest = Volver a la más reciente
editor-built-in-go = Volver al texto de serie
editor-built-in-done = Los mensajes usan de nuevo los textos de Clew. Los tuyos se conservan en el historial.
editor-built-in-shown = El texto de serie
