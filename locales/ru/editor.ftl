# Редактор шаблонов: страницы /admin/templates.

editor-what = Тексты всех сообщений, по каналам и языкам. Где вы ничего не написали, используются тексты Clew.
editor-kind = Сообщение
editor-marks = Что значат пометки
editor-state-built_in = встроенный
editor-state-own = свой
editor-state-missing = нет
editor-state-outdated = устарел
editor-state-built_in-what = текст Clew
editor-state-own-what = текст, написанный вашим магазином
editor-state-missing-what = на другом языке есть свой текст, на этом нет
editor-state-outdated-what = другой язык изменён позже этого
editor-all = Все шаблоны
editor-languages = Языки
editor-title = Заголовок
editor-subject = Тема
editor-body = Текст
editor-body-hint = Пустая строка начинает новый абзац, # в начале строки — заголовок, > — цитату. Кнопка, товары и подпись добавляются сами. Имена в двойных скобках заполняются для каждого заказа; их список ниже.
editor-body-hint-short = Коротко: это читают мельком. Имена в двойных скобках заполняются для каждого заказа; их список ниже.
editor-look-only = Здесь можно всё посмотреть. Изменяют администраторы.
editor-save = Сохранить
editor-save-mine = Сохранить мой вариант как новый
editor-saved = Сохранено как версия { $name }. С этого момента сообщения используют её.
editor-same = Ничего не изменилось, поэтому новой версии нет.
editor-flawed = Не сохранено. Каждая причина указана у своего поля; всё, что вы ввели, осталось здесь.
editor-unsaved = Здесь есть несохранённые изменения.
editor-conflict = { $name } тем временем сохранил(а) версию { $other }. Ничего не потеряно: чужой вариант стоит рядом с вашим. Сохраните ещё раз, чтобы ваш стал новым, или возьмите чужой.
editor-conflict-built_in = { $name } тем временем вернул(а) встроенный текст (версия { $other }). Ничего не потеряно. Сохраните ещё раз, чтобы ваш вариант стал новым, или возьмите чужой.
editor-theirs = Что сохранил(а) { $name }
editor-take-theirs = Взять чужой вариант, мой отбросить
editor-findings = { $count ->
    [one] Нужно исправить { $count } место.
    [few] Нужно исправить { $count } места.
    [many] Нужно исправить { $count } мест.
   *[other] Нужно исправить { $count } места.
}
editor-findings-none = Исправлять нечего.
editor-error = Исправьте
editor-warning = Проверьте
editor-line = Строка { $name }
editor-preview = Просмотр
editor-preview-go = Показать просмотр
editor-preview-none = Просмотр вернётся, когда исчезнут причины у полей.
editor-preview-mail = Письмо
editor-preview-text = Письмо без картинок и цветов
editor-against = Заполнено данными
editor-against-sample = примера
editor-against-worst = худшего случая: очень длинное имя, без даты, три посылки
editor-against-order = одного из ваших заказов
editor-order = Его номер
editor-order-unknown = Заказа с таким номером нет. Проверьте номер или выберите пример.
editor-sms = Длина
editor-sms-segments = { $count ->
    [one] Символов: { $name }; отправляется и оплачивается как { $count } SMS
    [few] Символов: { $name }; отправляется и оплачивается как { $count } SMS
    [many] Символов: { $name }; отправляется и оплачивается как { $count } SMS
   *[other] Символов: { $name }; отправляется и оплачивается как { $count } SMS
}
editor-sms-unicode = С буквами вне основного алфавита в SMS помещается 70 символов вместо 160.
editor-variables = Переменные
editor-variables-what = Что здесь можно заполнить. В тексте они стоят в двойных скобках.
editor-insert = Вставить { $name }
editor-insert-plural = Вставить { $name } с формами числа
editor-test = Отправить пробное сообщение
editor-test-what = То, что стоит здесь, уйдёт письмом с пометкой «проба», заполненным как в просмотре. Ничего не сохраняется.
editor-test-to = Кому
editor-test-go = Отправить пробу
editor-test-sent = Проба отправлена на { $name }.
editor-test-flawed = Не отправлено. Каждая причина указана у своего поля; всё, что вы ввели, осталось здесь.
editor-test-failed = Проба не отправлена. Проверьте адрес и попробуйте ещё раз. Ответ почтового сервера: { $name }
editor-history = История
editor-history-none = Пока ничего не изменено: это текст Clew.
editor-version = Версия { $name }
editor-version-built_in = Версия { $name }: возврат к встроенному тексту
editor-by = автор: { $name }
editor-now = используется
editor-look = Посмотреть версию { $name }
editor-roll-back = Вернуться к версии { $name }
editor-rolled-back = Готово: версия { $name } повторяет прежнюю.
editor-old = Вы смотрите версию { $name }, она не используется. Если к ней вернуться, она станет самой новой.
editor-newest = К самой новой версии
editor-built-in-go = Вернуть встроенный текст
editor-built-in-done = Сообщения снова используют тексты Clew. Ваши остались в истории.
editor-built-in-shown = Встроенный текст
