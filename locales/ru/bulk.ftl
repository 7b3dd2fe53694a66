# Many orders at once, kept lists, the board and the kitchen.

refused-nothing-selected = Ни один заказ не выбран или больше не подходит. Вернитесь к списку и выберите.
refused-too-many-orders = Это больше { $most } заказов. Сузьте список и сделайте по частям.
refused-bulk-begun = Это уже запущено. Страница показывает, сколько сделано.
refused-too-late-to-undo = Отменить нельзя: сообщения могли уйти, или такое изменение остаётся.
refused-changed-since = С тех пор его кто-то или что-то изменило.
refused-money-taken = Деньги были списаны при входе в этап.
refused-no-such-person = Человек с таким именем здесь больше не работает.
refused-view-name-missing = Списку нужно название.
refused-not-your-view = Это чужой список. Сделайте себе копию.
refused-too-many-views = Списков уже пятьдесят. Удалите ненужный.

event-assigned = Назначен
event-bulk-undone-label = запрошенная этикетка больше не нужна
event-bulk-undone = Массовое изменение отменено
bulk-action-move = Перевести в «{ $name }»
bulk-action-back = Вернуть в «{ $name }»
bulk-action-assign = Назначить: { $name }
bulk-action-unassign = Никому не назначать
bulk-action-note = Добавить заметку
bulk-action-labels = Купить этикетки
bulk-outcome-changed = изменён
bulk-outcome-already = уже так
bulk-outcome-refused = отказано
bulk-csv-number = Заказ
bulk-csv-customer = Покупатель
bulk-csv-outcome = Результат
bulk-csv-reason = Причина
bulk-csv-undo = Отмена
notice-state-withdrawn = отозвано

admin-bulk = Изменить несколько заказов
admin-bulk-all = Все подходящие под фильтры, на всех страницах
admin-bulk-go = Изменить выбранные…
admin-pick-page = Выбрать все на этой странице
admin-bulk-first-a-look = Что бы вы ни выбрали, сначала будет видно, что получится.
admin-bulk-stage = Этап
admin-bulk-move = Посмотреть: перевести
admin-bulk-back = Посмотреть: вернуть
admin-bulk-staff = Человек
admin-bulk-nobody = Никто
admin-bulk-assign = Посмотреть: назначить
admin-bulk-labels = Посмотреть: купить этикетки
admin-bulk-will-changed = Изменятся
admin-bulk-will-already = Уже так
admin-bulk-will-refused = Будет отказано
admin-bulk-done-changed = Изменены
admin-bulk-done-already = Уже были так
admin-bulk-done-refused = Отказано
admin-bulk-state-preview = Предпросмотр: пока ничего не изменено.
admin-bulk-state-running = Выполняется…
admin-bulk-state-done = Готово.
admin-bulk-state-undoing = Отменяется…
admin-bulk-state-undone = Отменено.
admin-bulk-start-what = Сообщения покупателям ждут десять минут. До тех пор перевод можно отменить, и никто о нём не узнает.
admin-bulk-undo = Отменить
admin-bulk-refusals = Отказано и почему
admin-bulk-kept = Не отменены и почему
admin-bulk-each = Каждый заказ
admin-bulk-more-in-csv = Это первая сотня. В файле — все.
admin-bulk-csv = Скачать как CSV
admin-bulk-selected =
    { $count ->
        [one] Выбран { $count } заказ.
        [few] Выбрано { $count } заказа.
       *[other] Выбрано { $count } заказов.
    }
admin-bulk-orders =
    { $count ->
        [one] { $count } заказ, в том числе
        [few] { $count } заказа, в том числе
       *[other] { $count } заказов, в том числе
    }
admin-bulk-given-back =
    { $count ->
        [one] { $count } заказ стоит там же, где раньше.
        [few] { $count } заказа стоят там же, где раньше.
       *[other] { $count } заказов стоят там же, где раньше.
    }
admin-bulk-start =
    { $count ->
        [one] Изменить { $count } заказ
        [few] Изменить { $count } заказа
       *[other] Изменить { $count } заказов
    }
admin-bulk-held =
    { $count ->
        [one] { $count } сообщение покупателю ждёт.
        [few] { $count } сообщения покупателям ждут.
       *[other] { $count } сообщений покупателям ждут.
    }
admin-bulk-undo-left =
    { $count ->
        [one] Осталась { $count } минута
        [few] Осталось { $count } минуты
       *[other] Осталось { $count } минут
    }
bulk-action-priority = Приоритет «{ $name }»
bulk-action-release = Возобновить
admin-bulk-priority = Приоритет
admin-bulk-prioritise = Посмотреть: приоритет
admin-bulk-release = Посмотреть: возобновить

admin-nav-board = Доска
admin-board-what = Перетащите карточку в другой этап или откройте её меню. Что процесс не разрешает, остаётся на месте.
admin-board-workflow = Процесс
admin-board-show = Показать
admin-board-none = Пусто.
admin-board-more = Показать ещё 50 в «{ $name }»
admin-board-move = Переместить { $name }
admin-kitchen = Кухня
admin-kitchen-cut = Нет связи: картинка устарела. Повторяем…
admin-kitchen-none = Готовить нечего.
admin-kitchen-fresh = вовремя
admin-kitchen-warm = скоро опоздает
admin-kitchen-hot = опаздывает
admin-kitchen-recall = Вернуть { $name }
admin-kitchen-last = Последние переведённые
board-age-minutes = { $count } мин
board-age-hours = { $count } ч
board-age-days = { $count } д
admin-views = Сохранённые списки
admin-view-all = Все
admin-view-team = команда
admin-view-share = Для всей команды
admin-view-manage = Сохранить этот список…
admin-view-name = Название нового списка
admin-view-save = Сохранить
admin-view-new-name = Новое название
admin-view-rename = Переименовать
admin-view-update = Пусть показывает то, что видно сейчас
admin-view-duplicate = Сделать свою копию
admin-view-delete = Удалить «{ $name }»
admin-view-delete-what = Заказы остаются.
admin-view-address = Его адрес:
admin-view-more =
    { $count ->
        [one] ещё { $count }
        [few] ещё { $count }
       *[other] ещё { $count }
    }
admin-kitchen-open =
    { $count ->
        [one] { $count } заказ
        [few] { $count } заказа
       *[other] { $count } заказов
    }
admin-kitchen-walls = Настенные экраны
