# Pages about messages: the way from one to the others.

messages-title = Сообщения
messages-log = Журнал
messages-rules = Правила
messages-templates = Шаблоны
messages-figures = Показатели
