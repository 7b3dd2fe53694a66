# Настройки: то, что открывают редко, по группам, с пояснением, для чего оно.

admin-settings = Настройки
admin-settings-shop = Магазин
admin-settings-people = Люди
admin-settings-programs = Программы
admin-settings-what-products = Что вы продаёте, сколько это стоит и сколько осталось.
admin-settings-what-places = Часы работы, самовывоз, доставка и интервалы каждой площадки.
admin-settings-what-workflows = Этапы, которые проходит заказ, от первого до последнего.
admin-settings-what-import = Заказы и товары из таблицы: сначала проверка, потом загрузка.
admin-settings-what-log = Каждое сообщение в том виде, в каком ушло, и что с ним стало.
admin-settings-what-rules = О чём узнают покупатели и сотрудники и по каким каналам.
admin-settings-what-templates = Тексты писем, SMS и push-уведомлений на всех языках.
admin-settings-what-figures = Сколько сообщений доходит и как быстро.
admin-settings-what-team = Кто может сюда войти и что каждому можно.
admin-settings-what-account = Ваш пароль и где вы вошли.
admin-settings-what-keys = Что здесь может делать ваш интернет-магазин или другая программа.
admin-settings-what-hooks = Другие программы сразу узнают, что происходит с заказами.
admin-settings-what-inbox = Что сообщили платёжные системы, перевозчики и другие магазины и что было отклонено.
