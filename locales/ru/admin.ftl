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
admin-overdue = Просрочен
admin-attention = Требует внимания
admin-by-status = По статусу
admin-by-location = Открытые заказы по площадкам
admin-location-none = Без площадки

## List

admin-list-caption = Заказы
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
admin-inbox-none = Ни одного вебхука ещё не пришло.
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
