# Исходящие вебхуки.

hooks-title = Исходящие вебхуки
hooks-what = Другие программы сразу узнают, что происходит с заказами: с подписью, в порядке событий и повторно, пока не примут.
hooks-none = Пока никому ничего не отправляется.
hooks-new = Новый адресат
hooks-edit = Изменить адресата
hooks-add = Добавить адресата
hooks-save = Сохранить адресата
hooks-endpoint = Адресат
hooks-standing = Состояние
hooks-enabled = включён
hooks-failing = не принимает
hooks-since = с
hooks-disabled = отключён
hooks-disabled-failing = отключён: пять дней ничего не принимал
hooks-disabled-gone = отключён: сообщил, что его больше нет
hooks-paused = Просит не писать до
hooks-waiting = Ожидает
hooks-succeeded = Последнее принято
hooks-never = никогда
hooks-url = Адрес
hooks-url-what = Должен начинаться с https:// и быть доступен из интернета. Для программ внутри вашей сети есть настройка CLEW_WEBHOOK_ALLOW.
hooks-description = Для чего он (необязательно)
hooks-payload = Сколько сообщается
hooks-payload-thin = Какой заказ, что произошло и когда
hooks-payload-full = Весь заказ, каким он был тогда, с именем и адресом
hooks-types = События
hooks-types-what = Не отмечайте ничего, чтобы отправлять все, в том числе добавленные позже.
hooks-types-all = все
hooks-secrets = Секреты подписи
hooks-secret-since = с
hooks-secret-ends = действует до
hooks-secret-new = Новый секрет подписи
hooks-secret-once = Скопируйте его сейчас: больше он не показывается. С ним получатель проверяет подписи (Standard Webhooks).
hooks-test = Отправить проверку
hooks-test-message = Проверка
hooks-enable = Включить
hooks-disable = Отключить
hooks-disable-what = Пока вы его не включите, ничего не отправляется. События сохраняются и потом уходят по порядку.
hooks-rotate = Заменить секрет
hooks-rotate-what = 24 часа подписывают оба секрета. За это время передайте получателю новый.
hooks-range = Отправить многие заново или пропустить
hooks-range-what = Все сообщения, записанные за это время. При повторе сохраняются id и порядок; пропускаются только непринятые.
hooks-range-since = С
hooks-range-until = По
hooks-range-bad = Укажите начало и более поздний конец.
hooks-remove = Удалить адресата
hooks-remove-what = Вместе с ним исчезнут секреты, сообщения и их журнал. Отменить это нельзя.
hooks-log = Сообщения
hooks-log-none = Сообщений нет.
hooks-type = Событие
hooks-id = Id сообщения
hooks-sequence = Порядковый номер
hooks-sequence-of = № { $name }
hooks-occurred = Произошло
hooks-state-pending = ожидает
hooks-state-delivered = принято
hooks-state-failed = отправка прекращена
hooks-state-skipped = пропущено
hooks-behind = после более раннего сообщения этого заказа
hooks-next = повтор
hooks-attempts = Попытки
hooks-attempts-none = Ещё не отправлялось, или так давно, что журнал уже удалён.
hooks-request = Отправлено
hooks-answer = Ответ (первые 4 КБ)
hooks-took = { $name } мс
hooks-body = Содержимое
hooks-resend = Отправить заново
hooks-resend-what = С тем же id: получатель, у которого оно уже есть, это заметит. Более поздние сообщения заказа ждут его.
hooks-skip = Пропустить
hooks-skip-what = Не отправляется, а следующие сообщения заказа идут дальше.
hooks-did-add = Адресат добавлен. Отправьте проверку, чтобы узнать, слушает ли он.
hooks-did-save = Адресат сохранён.
hooks-did-remove = Адресат удалён.
hooks-did-enable = Включён. Всё, что ожидало, уходит по порядку.
hooks-did-disable = Отключён. События для него сохраняются.
hooks-did-rotate = Секрет заменён. Старый подписывает ещё 24 часа.
hooks-did-resend = Отправляются заново: { $count }.
hooks-did-skip = Пропущено: { $count }.
hooks-why-address = адрес внутри сети: запрос не отправлен
hooks-why-name = такого сервера нет
hooks-why-timeout = нет ответа за 15 секунд
hooks-why-connection = нет соединения
hooks-why-cut = соединение оборвалось
hooks-why-redirect = перенаправление: не выполнено
hooks-why-secret = секрет не удалось открыть: не отправлено
attention-webhook-failing = Адресат вебхуков три дня ничего не принимает и будет отключён в указанное время. Исправьте или отключите его в разделе «Исходящие вебхуки».
attention-webhook-disabled = Адресат вебхуков отключён: пять дней ничего не принимал или сообщил, что его больше нет. Сообщения сохранены: исправьте и включите его в разделе «Исходящие вебхуки».
attention-webhook-refused = Адресат вебхуков принимает другие сообщения, но одно отклонил восемь раз; следующие по этому заказу ждут. Отправьте его заново или пропустите в разделе «Исходящие вебхуки».
refused-receiver-no-address = Это не адрес веб-сервера. Он выглядит так: https://erp.example/hooks
refused-receiver-not-https = Адрес должен начинаться с https://, иначе содержимое могут прочитать другие. Исключение — серверы из CLEW_WEBHOOK_ALLOW.
refused-receiver-password = Уберите имя и пароль из адреса: они попали бы в журналы. Отправителя подтверждает подпись.
refused-receiver-port = Вебхуки отправляются на порты 443 и 8443. Для другого укажите сервер в CLEW_WEBHOOK_ALLOW.
refused-receiver-inside = Этот адрес находится внутри сети. Если нужен именно он, укажите его в CLEW_WEBHOOK_ALLOW.
refused-too-many-endpoints = Уже есть { $most } адресатов. Удалите ненужного.
hooks-waiting-many = { $count } сообщений или больше
hooks-waiting-count =
    { $count ->
        [0] ничего
        [one] { $count } сообщение
        [few] { $count } сообщения
       *[other] { $count } сообщений
    }
hooks-attempts-count =
    { $count ->
        [0] ещё нет
        [one] { $count } попытка
        [few] { $count } попытки
       *[other] { $count } попыток
    }
