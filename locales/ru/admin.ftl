# The staff's pages.

## Around every page

admin-skip = Перейти к содержанию
admin-nav = Разделы
admin-nav-overview = Обзор
admin-nav-orders = Заказы
admin-nav-inbox = Вебхуки
admin-sandbox = Песочница: платежи и письма ненастоящие
admin-live = На связи
admin-live-opening = Соединение
admin-live-lost = Восстанавливаем связь
admin-language = Язык
admin-language-set = Сменить
admin-sign-out = Выйти
admin-missing = Страница не найдена
admin-missing-what = По этому адресу ничего нет. Возможно, в номере опечатка.
admin-to-orders = Все заказы
admin-to-start = На главную
admin-retry = Повторить

## Problems

admin-problem-network = Сервер недоступен. Введённый текст сохранился на странице; попробуйте ещё раз чуть позже.
admin-problem-input = Сервер не понял запрос. Обновите страницу и попробуйте ещё раз.
admin-problem-incident = Инцидент { $name }.

## Doors

admin-sign-in = Войти
admin-email = Электронная почта
admin-password = Пароль
admin-password-rules = Не менее 12 символов, и не одни и те же. Хорошо подходит короткая фраза.
admin-name = Ваше имя
admin-set-up = Настройка магазина
admin-set-up-what = Здесь создаётся первая учётная запись, со всеми правами. Ссылка действует один раз.
admin-set-up-go = Создать учётную запись
admin-link-spent-title = Ссылка больше не действует
admin-door-failed-title = Эта страница сейчас не работает

## Overview

admin-money-today = Получено сегодня
admin-money-none = Пока ничего
admin-paid-today =
    { $count ->
        [0] Сегодня оплаченных заказов нет
        [one] { $count } оплаченный заказ сегодня
        [few] { $count } оплаченных заказа сегодня
        [many] { $count } оплаченных заказов сегодня
       *[other] { $count } оплаченного заказа сегодня
    }
admin-waiting = Ждёт вас
admin-attention = Требует внимания
admin-by-status = По статусу
admin-by-location = Открытые заказы по площадкам
admin-location-none = Без площадки

## List

admin-list-caption = Заказы
admin-list-csv = Этот список файлом (CSV)
admin-list-none = Под эти фильтры не подходит ни один заказ.
admin-list-empty = Заказов пока нет. Первый появится здесь сам.
admin-filter = Поиск заказов
admin-filter-search = Поиск
admin-filter-search-what = Номер, почта, трек-номер или имя
admin-filter-any = Любой
admin-filter-from = С
admin-filter-until = По
admin-filter-overdue = Только просроченные
admin-filter-attention = Только требующие внимания
admin-filter-oldest = Сначала старые
admin-filter-go = Показать
admin-filter-clear = Сбросить фильтры
admin-column-number = Номер
admin-column-customer = Покупатель
admin-column-status = Статус
admin-column-payment = Оплата
admin-column-pieces = Штук
admin-column-total = Сумма
admin-column-location = Площадка
admin-column-placed = Оформлен
admin-pages = Страницы
admin-page-first = Первая страница
admin-page-next = Следующая страница

## Order

admin-order = Заказ { $name }
admin-placed = Оформлен
admin-reference = Номер магазина
admin-due = Срок
admin-overdue-since = Просрочен с
admin-next = Следующий шаг
admin-next-nothing = В этом состоянии вручную делать нечего.
admin-moved = Готово. Запись есть в истории.
admin-step-back = Вернуть на шаг назад
admin-step-back-what = Чтобы исправить ошибку. Покупателю об этом не сообщается.
admin-shipped = Отмечен как отправленный.
admin-carrier = Перевозчик (необязательно)
admin-carrier-unknown = Перевозчик не указан
admin-tracking-number = Трек-номер (необязательно)
admin-tracking-link = Ссылка для отслеживания (необязательно)
admin-tracking-link-what = Если оставить пустой, она составится из перевозчика и номера, когда перевозчик нам известен.
admin-tracking-page = Страница перевозчика
admin-items = Товары
admin-print-file = Файл для печати
admin-print-file-of = Скачать файл для печати: { $name }
admin-subtotal = Товары
admin-shipping = Доставка
admin-total = Итого
admin-parcels = Посылки
admin-parcels-none = Пока ни одна посылка не отправлена.
admin-parcel-add = Добавить посылку
admin-parcel-added = Посылка добавлена.
admin-payment-intent = Платёж в Stripe
admin-address = Адрес доставки
admin-written-in = Язык писем:
admin-shipping-choice = Выбранная доставка:
admin-history = История
admin-internal = внутреннее
admin-note = Заметка
admin-note-what = Её видят только сотрудники.
admin-note-add = Добавить заметку
admin-note-added = Заметка добавлена.

## Webhooks

admin-inbox-received = Получены
admin-inbox-none = Вебхуков нет.
admin-inbox-refused = Отклонены
admin-inbox-refused-what = Подпись отсутствует, неверна или устарела. Если их много, неверен секрет или кто-то пробует подделку.
admin-inbox-refused-none = Ни один не отклонён.
admin-jobs-waiting =
    { $count ->
        [0] В очереди ничего нет.
        [one] В очереди { $count } задача.
        [few] В очереди { $count } задачи.
        [many] В очереди { $count } задач.
       *[other] В очереди { $count } задачи.
    }
admin-jobs-dead =
    { $count ->
        [one] { $count } задача брошена после многих попыток. Причина — в журнале сервера.
        [few] { $count } задачи брошены после многих попыток. Причина — в журнале сервера.
        [many] { $count } задач брошено после многих попыток. Причина — в журнале сервера.
       *[other] { $count } задачи брошены после многих попыток. Причина — в журнале сервера.
    }
admin-column-when = Когда
admin-column-provider = От кого
admin-column-kind = Вид
admin-column-state = Состояние
admin-column-order = Заказ
admin-column-deliveries = Доставок
admin-column-reason = Причина
admin-column-ip = Адрес
admin-column-times = Раз

## Money

admin-captured = Получено
admin-refunded = Возвращено
admin-refundable = Можно вернуть
admin-held = Удержано на карте
admin-held-until = Можно списать до
admin-ledger-asked = Запрошен платёж
admin-ledger-held = Удержано на карте
admin-ledger-captured = Получено
admin-ledger-released = Удержание снято
admin-ledger-failed = Не оплачено
admin-ledger-mismatch = Неверная сумма
admin-ledger-refund = Запрошен возврат
admin-ledger-refunded = Возвращено
admin-ledger-refund-failed = Возврат не прошёл, сумма вернулась
admin-ledger-dispute = Спор
admin-refund = Вернуть деньги…
admin-refund-title = Возврат денег
admin-refund-amount = Сумма ({ $name })
admin-refund-most = Не больше { $name }.
admin-refund-reason = Причина
admin-refund-reason-requested-by-customer = По просьбе покупателя
admin-refund-reason-duplicate = Оплачено дважды
admin-refund-reason-fraudulent = Мошенничество
admin-refund-review = Проверить
admin-refund-change = Изменить
admin-refund-sure = Всё верно?
admin-refund-what = { $name } вернётся на карту или счёт, с которого пришло, обычно за 5–10 дней. Покупателю придёт письмо на { $other }.
admin-refund-left = После этого можно будет вернуть ещё { $name }.
admin-refund-left-nothing = После этого возвращать будет нечего.
admin-refund-note = Заметка (необязательно)
admin-refund-go = Вернуть { $name }
admin-refund-asked = Возврат запрошен. Ниже видно, что с ним.
admin-refund-elsewhere = Не сотрудником отсюда
admin-refunds = Возвраты денег
admin-stripe-waits = Stripe сейчас не отвечает. Запрос сохранён и уйдёт сам, как только Stripe ответит.
admin-stripe-paused = Stripe отклонил наш ключ. Запрос ждёт, пока ключ не исправят и не отметят это в разделе «Требует внимания».
admin-step-leave = Не надо
admin-plan-asking = Минутку…
admin-stale = Заказ тем временем изменился:
admin-look-again = Посмотреть снова
admin-disputes = Споры
admin-dispute-won = Выигран
admin-dispute-lost = Проигран
admin-dispute-closed = Закрыт
admin-dispute-review = Рассматривается
admin-dispute-answer = Ждёт вашего ответа
admin-dispute-due = Ответьте в Stripe до

## Calling off, sending back

admin-cancel = Отменить заказ…
admin-cancel-sure = Это нельзя вернуть назад
admin-cancel-refund = Покупателю вернётся { $name }.
admin-cancel-release = Удержание { $name } снимется, ничего не спишется.
admin-cancel-no-money = Деньги не затрагиваются.
admin-cancel-told = Покупателю придёт письмо.
admin-cancel-go = Отменить заказ
admin-cancelled = Заказ отменён.
admin-return = Возврат товара
admin-return-ask = Оформить возврат
admin-return-reason = Что говорит покупатель (необязательно)
admin-return-asked = Возврат оформлен.
admin-return-decline = Отклонить возврат
admin-return-decline-what = Запрос закроется, заказ останется как есть, а покупатель получит письмо. Причину объясните ему сами.
admin-return-declined = Возврат отклонён.
admin-return-receive = Товар вернулся
admin-return-receive-what = Когда товар вернётся, укажите, сколько штук можно продать снова.
admin-return-no-stock = По этому заказу со склада ничего не списывалось.
admin-return-received = Отмечено: товар вернулся.
admin-return-refund-next = Товар вернулся. Верните деньги в разделе «Оплата».
admin-step-back-to = Вернуть на «{ $name }»

## Needs attention

admin-alert-clear = Готово
admin-alert-cleared = Отмечено как решённое.
admin-attention-alerts = Открытые
admin-attention-none = Сейчас вашего внимания ничто не требует.
admin-providers = Сервисы
admin-providers-none = К сервисам ещё не обращались.
admin-provider-well = Отвечает
admin-provider-unanswered = Не ответил в последний раз
admin-provider-down = Не отвечает
admin-provider-paused = Приостановлен: отклонил наш ключ
admin-provider-resume = Спросить снова
admin-provider-resumed = Обращаемся снова.
admin-provider-since = с
admin-repairs = Исправлено само
admin-repairs-what = Новости, которые до нас не дошли и были получены позже при сверке с сервисом.
admin-repairs-none = Исправлять было нечего.
admin-unmapped = Коды перевозчиков, которых никто не знает
admin-unmapped-what = Они хранятся слово в слово и не меняют ни одного заказа. Сообщите нам о них, чтобы следующая версия знала их смысл.
admin-unmapped-none = Все полученные коды известны.
admin-unmapped-times =
    { $count ->
        [one] { $count } раз
        [few] { $count } раза
       *[many] { $count } раз
    }
admin-ledger =
    { $count ->
        [one] Журнал ({ $count } строка)
        [few] Журнал ({ $count } строки)
       *[other] Журнал ({ $count } строк)
    }
admin-cancel-stock =
    { $count ->
        [one] { $count } штука вернётся на склад.
        [few] { $count } штуки вернутся на склад.
       *[other] { $count } штук вернутся на склад.
    }
admin-cancel-labels =
    { $count ->
        [one] Аннулируется { $count } неиспользованная этикетка.
        [few] Аннулируются { $count } неиспользованные этикетки.
       *[other] Аннулируются { $count } неиспользованных этикеток.
    }
admin-return-most =
    { $count ->
        [one] не больше { $count } штуки
        [few] не больше { $count } штук
       *[other] не больше { $count } штук
    }
admin-attention-open =
    { $count ->
        [one] { $count } открытый
        [few] { $count } открытых
       *[other] { $count } открытых
    }
admin-provider-waiting =
    { $count ->
        [0] Его ничто не ждёт.
        [one] Его ждёт { $count } задача.
        [few] Его ждут { $count } задачи.
       *[other] Его ждут { $count } задач.
    }

## Boxes and labels

admin-parcel-return = Посылка назад
admin-parcel-eta = Ожидается { $name }
admin-parcel-eta-was = Ранее
admin-parcel-tries =
    { $count ->
        [one] { $count } попытка вручения
        [few] { $count } попытки вручения
       *[many] { $count } попыток вручения
    }
admin-parcel-again = Следующая попытка: { $name }
admin-parcel-until = Хранится до { $name }
admin-parcel-received-by = Получил: { $name }
admin-parcel-seen = Последняя отметка
admin-tracking-refresh = Обновить отслеживание
admin-tracking-refreshed = Перевозчик опрошен.
admin-label-print = Печать этикетки
admin-label-expected = ожидается
admin-label-void = Вернуть этикетку…
admin-label-void-what = Перевозчика попросят аннулировать её и вернуть деньги, это может занять дни. Больше ею не пользуйтесь.
admin-label-void-go = Вернуть
admin-label-voiding = Просим перевозчика принять её обратно.
admin-label-look = Проверить снова
admin-label-looked = Проверили снова. Результат выше.
admin-label-unknown-what = Ответ потерялся: возможно, этикетка куплена. Сама она второй раз не купится.

## Webhooks, searched

admin-inbox-event = Событие: вид или номер
admin-label-box = Посылка { $count }
admin-body = Вебхук как пришёл
admin-replay-one = Обработать снова
admin-replay-all = Обработать снова всё найденное…
admin-replay-all-what = Всё, что найдено по запросу выше, будет обработано снова, не больше тысячи. Уже понятое ничего не изменит.
admin-replay-all-go = Обработать всё снова
admin-replayed = Сейчас обработаем снова.
admin-parcel-scans =
    { $count ->
        [one] { $count } отметка
        [few] { $count } отметки
       *[other] { $count } отметок
    }
admin-refund-disputed = Банк требует эти деньги назад. Если вернуть их сейчас, можно заплатить дважды: сначала ответьте на спор.

## Buying labels

admin-label-buy = Купить этикетку
admin-label-another = Этикетка на ещё одну посылку
admin-label-return = Этикетка для возврата
admin-label-for-box = Этикетка на посылку { $count }
admin-label-file = Печатать на
admin-file-pdf-4x6 = Принтер этикеток, 10 × 15 см (PDF)
admin-file-pdf-a4 = Лист A4 (PDF)
admin-file-png = Картинка (PNG)
admin-file-zplii = Принтер Zebra (ZPL)
admin-label-go = Купить эту этикетку
admin-label-asked = Этикетка заказана. Выше видно, что с ней.
admin-rates = Способы отправки
admin-rates-asking = Запрашиваем цены…
admin-rates-none = Ни один перевозчик это не берёт. Проверьте адрес, размеры и вес.
admin-rates-gone = Выбор покупателя, { $name }, больше не предлагается. Выберите другой.
admin-rates-for = Рассчитано для: { $name }
admin-rates-anew = Запросить цены заново
admin-rate-chosen = Выбор покупателя
admin-rate-difference = { $name } к цене, которую видел покупатель
admin-measure = Какого размера посылка?
admin-measure-other = У посылки другой размер
admin-measure-length = Длина, мм
admin-measure-width = Ширина, мм
admin-measure-height = Высота, мм
admin-measure-weight = Вес, г
admin-measure-go = Показать цены
admin-pick-one = Выбрать заказ { $name }
admin-pick-go = Купить этикетки для выбранных…
admin-batch = Этикетки нескольких заказов
admin-batch-none = Заказы не выбраны. Отметьте подтверждённые заказы в списке.
admin-batch-no-choice = Покупатель не выбрал способ отправки.
admin-batch-what = Каждая по тарифу, который выбрал покупатель. Уже купленное второй раз не покупается.
admin-batch-asked = Этикетки заказаны. Ниже видно, что с каждой.
admin-rate-days =
    { $count ->
        [one] около { $count } дня
        [few] около { $count } дней
       *[other] около { $count } дней
    }
admin-batch-failed =
    { $count ->
        [one] { $count } этикетка требует внимания. Она первая в списке.
        [few] { $count } этикетки требуют внимания. Они первые в списке.
       *[other] { $count } этикеток требуют внимания. Они первые в списке.
    }
admin-batch-buy =
    { $count ->
        [one] Купить { $count } этикетку
        [few] Купить { $count } этикетки
       *[other] Купить { $count } этикеток
    }

## Priority

admin-priority = Приоритет
admin-priority-set = Приоритет сохранён. Срок пересчитан по нему.
admin-priority-go = Сохранить приоритет
admin-hold-why = Почему отложен (необязательно)
admin-hold-what = Это читает только ваша команда. Пока заказ отложен, его время не идёт и в рабочих списках его нет.
admin-held-since = Отложен с
admin-release = Возобновить
admin-released = Возобновлён. У него осталось столько времени, сколько было.
admin-filter-late = Только те, что не успеют

# Products, their stock, and the specs of what is made.
admin-products = Товары
admin-products-search = Код или название
admin-products-low = Только заканчивающиеся
admin-products-low-count =
    { $count ->
        [one] Заканчивается { $count } товар.
        [few] Заканчиваются { $count } товара.
       *[many] Заканчиваются { $count } товаров.
    }
admin-products-none = Товаров пока нет. Добавьте здесь или передайте их из магазина (PUT /api/products).
admin-products-none-found = Таких товаров нет. Измените поиск или покажите все.
admin-product-sku = Код (SKU)
admin-product-name = Название
admin-product-price = Цена
admin-product-stock = В наличии
admin-product-is-low = мало
admin-product-low-what = На уровне дозаказа или ниже: закажите ещё.
admin-product-held =
    { $count ->
        [one] Ещё { $count } штука отложена для открытых заказов.
        [few] Ещё { $count } штуки отложены для открытых заказов.
       *[many] Ещё { $count } штук отложено для открытых заказов.
    }
admin-product-edit = Изменить данные
admin-product-new = Добавить товар
admin-product-saved = Сохранено.
admin-product-save = Сохранить
admin-product-kind = Вид
admin-product-size = Размер
admin-product-colour = Цвет
admin-product-group = Код группы
admin-product-group-name = Название группы
admin-product-currency = Валюта
admin-product-weight = Вес, граммы
admin-product-reorder = Дозаказ при остатке
admin-product-locations = Только в этих точках
admin-product-offered = Можно заказать в нашей форме
admin-movements = Движения
admin-movements-none = Пока ничего не приходило и не уходило.
admin-movements-why = Причина
admin-movements-pieces = Штук
admin-movements-then = Стало
admin-movements-more = Более ранние движения хранятся, но здесь не показаны.
admin-stock = Запас
admin-stock-pieces = Штук
admin-stock-seen = Было в наличии в начале
admin-stock-kind = Что случилось
admin-stock-kind-waste = Испорчено или потеряно
admin-stock-kind-correction = Число было неверным (+ или −)
admin-stock-note = Почему, своими словами
admin-stock-done = Записано.
admin-stock-do-receive = Принять
admin-stock-do-count = Пересчитать
admin-stock-do-correct = Исправить
admin-stock-what-receive = Пришла поставка: её штуки прибавятся.
admin-stock-what-count = Считайте то, что можно продать, без отложенного для заказов. Если тем временем заказ что-то заберёт, вы узнаете и пересчитаете.
admin-stock-what-correct = Списывает испорченное или исправляет неверное число. Нужна причина.
admin-send-back = Вернуть покупателю
admin-send-back-message = Что нужно изменить
admin-send-back-what = Покупатель получит это письмом и увидит на странице заказа. Заказ ждёт на проверке.
admin-send-back-do = Отправить сообщение
admin-send-back-done = Отправлено. Заказ ждёт покупателя.
admin-order-notes = Покупатель просит:
admin-item-technique = Техника
admin-design = Макет
admin-design-of = Макет для { $name }, откроется в новом окне
