# What customers read on their pages.

# Every page.

customer-help = Есть вопросы? Напишите нам:
customer-languages = Язык
customer-sandbox = Песочница: здесь всё понарошку, деньги не списываются.
customer-title-problem = Ошибка: { $title }

# Looking an order up.

customer-track-title = Где мой заказ
customer-track-lead = Нужны только номер заказа и адрес электронной почты, указанный при покупке.
customer-track-number = Номер заказа
customer-track-number-hint = Он есть в каждом письме о заказе и выглядит так: { $example }
customer-track-email = Электронная почта
customer-track-email-hint = Адрес, который вы указали при покупке
customer-track-submit = Показать заказ
customer-problem-not-found = Заказ с таким номером и такой почтой не найден
customer-problem-not-found-help = Проверьте оба поля: номер указан в письме с подтверждением, а адрес — тот, на который это письмо пришло.
customer-problem-too-many = Слишком много попыток
customer-problem-too-many-help = После нескольких попыток мы делаем паузу, чтобы никто не смог подобрать доступ к вашему заказу. Попробуйте снова { $wait }.
customer-wait-seconds =
    { $count ->
        [one] через { $count } секунду
        [few] через { $count } секунды
        [many] через { $count } секунд
       *[other] через { $count } секунды
    }
customer-wait-minutes =
    { $count ->
        [one] через { $count } минуту
        [few] через { $count } минуты
        [many] через { $count } минут
       *[other] через { $count } минуты
    }
customer-problem-link = Эта ссылка больше не действует
customer-problem-link-help = Ради вашей безопасности ссылки действуют ограниченное время. Номер заказа и почта снова откроют страницу.

# Long dates, for the one sentence that matters. In Russian the weekday carries its preposition.

customer-weekday-0 = в понедельник
customer-weekday-1 = во вторник
customer-weekday-2 = в среду
customer-weekday-3 = в четверг
customer-weekday-4 = в пятницу
customer-weekday-5 = в субботу
customer-weekday-6 = в воскресенье
customer-month-1 = января
customer-month-2 = февраля
customer-month-3 = марта
customer-month-4 = апреля
customer-month-5 = мая
customer-month-6 = июня
customer-month-7 = июля
customer-month-8 = августа
customer-month-9 = сентября
customer-month-10 = октября
customer-month-11 = ноября
customer-month-12 = декабря
customer-day = { $day } { $month }
customer-ago-today = сегодня
customer-ago-yesterday = вчера
customer-ago-days =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
        [many] { $count } дней назад
       *[other] { $count } дня назад
    }

# The promise, and what comes next.

customer-promise-waiting = Ждём вашу оплату
customer-next-waiting = Начнём, как только банк её подтвердит. Страницу можно закрыть: мы вам напишем.
customer-promise-not-paid = Этот заказ не был оплачен
customer-next-not-paid = Деньги не списаны. Если заказ всё ещё нужен, оформите его в магазине заново.
customer-promise-by = Отправим не позднее { $day } { $month }
customer-promise-confirmed = Ваш заказ у нас
customer-next-confirmed = Скоро мы им займёмся. От вас ничего не требуется: мы напишем, когда отправим его.
customer-promise-processing = Готовим ваш заказ
customer-next-processing = Мы над ним работаем. От вас ничего не требуется: мы напишем, когда отправим его.
customer-promise-late = Заказ задерживается дольше обещанного
customer-next-late = Мы обещали отправить его не позднее { $day } { $month }, но ещё не отправили. Просим прощения: мы этим занимаемся и напишем сразу после отправки.
customer-promise-shipped = Ваш заказ в пути
customer-next-shipped = Мы отправили его { $weekday }, { $day } { $month }, в { $time }.
customer-next-shipped-undated = Мы его отправили. От вас ничего не требуется.
customer-promise-out-for-delivery = Курьер везёт ваш заказ
customer-next-out-for-delivery = Хорошо, если кто-то сможет его принять.
customer-promise-delivered = Заказ доставлен { $weekday }, { $day } { $month }, в { $time }
customer-promise-delivered-undated = Ваш заказ доставлен
customer-next-delivered = Надеемся, он вам понравится. Если заказа у вас нет, напишите нам, и мы его найдём.
customer-promise-delayed = Заказ придёт позже, чем планировалось
customer-next-delayed = Он у перевозчика и идёт дольше обычного. Просим прощения. От вас ничего не требуется.
customer-promise-exception = Возникла проблема с доставкой заказа
customer-next-exception = Мы разбираемся вместе с перевозчиком. Если от вас что-то понадобится, мы напишем.
customer-promise-cancelled = Этот заказ отменён
customer-promise-returned = Этот заказ вернулся к нам
customer-next-nothing-charged = Деньги не списаны.
customer-next-ask = Если есть вопросы о деньгах, напишите нам.
customer-promise-packed = Упакован, ждёт перевозчика
customer-badge-packed = Упакован
customer-next-packed = Перевозчик его ещё не забрал. Первая отметка обычно появляется через один-два рабочих дня, и тогда мы вам напишем.
customer-next-held = На вашей карте заблокировано { $amount }. Мы спишем эту сумму, когда начнём готовить заказ, не раньше.
customer-promise-expected = Ожидаем доставку { $weekday }, { $day } { $month }
customer-promise-partly = Доставлено посылок: { $arrived } из { $all }
customer-next-partly = Остальное в пути. Каждая посылка показана на этой странице.
customer-next-partly-by = Остальное ожидаем { $weekday }, { $day } { $month }.
customer-promise-quiet = Нет новостей с { $day } { $month }
customer-next-quiet = С тех пор перевозчик ничего не сообщал. На долгих маршрутах так бывает; если хотите, чтобы мы запросили розыск, напишите нам.
customer-next-delayed-by = Теперь перевозчик обещает доставить его { $weekday }, { $day } { $month }. Просим прощения. От вас ничего не требуется.
customer-next-overdue = Его ждали { $weekday }, { $day } { $month }, но он ещё не пришёл. Просим прощения. От вас ничего не требуется.
customer-promise-pickup = Готов к выдаче
customer-next-pickup = Он ждёт вас в пункте выдачи. На странице перевозчика указано, где и до какого числа. Возьмите номер для отслеживания и документ с вашим именем.
customer-next-pickup-by = Он ждёт вас в пункте выдачи до { $day } { $month }. Где именно, указано на странице перевозчика. Возьмите номер для отслеживания и документ с вашим именем.
customer-next-ready = Если забираете сами, держите под рукой номер заказа.
customer-promise-address = Перевозчик не может найти ваш адрес
customer-next-address = Напишите нам точный адрес, подъезд или телефон, чтобы курьер попробовал ещё раз.
customer-promise-missed = Курьер вас не застал
customer-next-missed = Обычно он приезжает снова на следующий рабочий день. На странице перевозчика часто можно выбрать другой день или место.
customer-next-missed-on = Следующая попытка будет { $weekday }, { $day } { $month }. На странице перевозчика часто можно выбрать другой день или место.
customer-promise-kept = Перевозчик задержал вашу посылку
customer-next-kept = Возник вопрос о доставке. Мы разбираемся; если что-то понадобится от вас, напишем.
customer-promise-customs = Ваша посылка на таможне
customer-next-customs = Таможня её проверяет, это может занять несколько дней. Если от вас понадобятся документы или оплата, вам напишет перевозчик или мы.
customer-promise-harmed = С вашей посылкой что-то случилось
customer-next-harmed = Перевозчик сообщает, что она повреждена или не находится. Просим прощения. Мы напишем, как всё исправим; от вас ничего не требуется.
customer-promise-comes-back = Посылка возвращается к нам
customer-next-comes-back = Перевозчик не смог её вручить. Мы напишем вам, чтобы решить, что делать дальше.
customer-cancelled-by-you = Вы отменили его { $weekday }, { $day } { $month }, в { $time }.
customer-cancelled-by-us = Мы отменили его { $weekday }, { $day } { $month }, в { $time }.
customer-back-since = Мы получили его обратно { $weekday }, { $day } { $month }.
customer-money-returned = Мы вернули { $amount } { $day } тем же способом, которым вы платили. Банки обычно показывают возврат через 5–10 рабочих дней.
customer-money-on-its-way = Мы возвращаем { $amount } тем же способом, которым вы платили. Обычно это занимает 5–10 рабочих дней.
customer-money-soon = О деньгах мы вам напишем.
customer-money-late = Возврат денег занимает больше времени, чем обычно. Мы этим занимаемся, от вас ничего не требуется.
customer-money-held = Деньги не списаны. { $amount } были только заблокированы на карте, и банк снимет блокировку за несколько дней.
customer-return-asked = Возврат запрошен { $day } { $month }. Мы напишем, что делать дальше.
customer-return-declined = Мы не смогли принять возврат. Если хотите узнать почему, напишите нам.

# The order's page.

customer-order-title = Заказ { $number }
customer-order-number = Заказ
customer-progress = Ход выполнения
customer-step-payment = Оплата
customer-done = Выполнено:
customer-to-come = Предстоит:
customer-history = История
customer-earlier =
    { $count ->
        [one] Показать ещё { $count } событие
        [few] Показать ещё { $count } события
        [many] Показать ещё { $count } событий
       *[other] Показать ещё { $count } события
    }
customer-event-placed = Вы оформили заказ
customer-event-paid = Ваша оплата поступила
customer-event-not-paid = Оплата не завершена
customer-event-parcel = Посылка подготовлена
customer-scan-waits = Ждёт перевозчика
customer-scan-announced = Перевозчик предупреждён
customer-scan-under-way = В пути
customer-scan-out-for-delivery = Курьер везёт посылку
customer-scan-delayed = Задерживается
customer-scan-delivered = Доставлено
customer-event-held = Сумма заблокирована на вашей карте
customer-event-taken = Мы списали оплату
customer-event-released = Блокировка суммы на карте снята
customer-event-refunded = Мы вернули вам { $amount }
customer-event-cancelled-by-you = Вы отменили заказ
customer-event-cancelled-by-us = Мы отменили заказ
customer-event-return-by-you = Вы запросили возврат
customer-event-return = Оформлен возврат
customer-event-return-declined = Мы не смогли принять возврат
customer-event-return-received = Мы получили его обратно
customer-event-specs-returned = Мы попросили вас внести правки
customer-announce = Новое: { $what }, { $when }
customer-parcels =
    { $count ->
        [one] { $count ->
            [1] Посылка
           *[other] { $count } посылка
        }
        [few] { $count } посылки
        [many] { $count } посылок
       *[other] { $count } посылки
    }
customer-parcel = Посылка { $position }
customer-parcel-number = Номер для отслеживания
customer-parcel-no-number = Едет без номера для отслеживания.
customer-parcel-expected = Ожидаем
customer-parcel-before = Раньше:
customer-parcel-heard = Последняя отметка
customer-parcel-route = Пройденный путь
customer-parcel-follow = Отследить на сайте { $carrier }
customer-parcel-follow-plain = Отследить на сайте перевозчика
customer-new-tab = (откроется в новой вкладке)
customer-items = Что вы купили
customer-more-items =
    { $count ->
        [one] Показать ещё { $count } товар
        [few] Показать ещё { $count } товара
        [many] Показать ещё { $count } товаров
       *[other] Показать ещё { $count } товара
    }
customer-subtotal = Товары
customer-shipping = Доставка
customer-total = Итого
customer-back-sent = Возвращено вам
customer-back-on-its-way = Возвращается к вам
customer-pay = Ещё не оплатили? Оплатите { $amount }
customer-change = Нужно что-то изменить?
customer-to-cancel = Отменить этот заказ
customer-to-return = Вернуть заказ
customer-address = Куда
customer-updated = Обновлено
customer-live = Онлайн
customer-reconnecting = Восстанавливаем связь…
customer-paused = Приостановлено
customer-offline = Нет соединения
customer-gone = Эта страница устарела.
customer-reload = Обновить

# After paying.

customer-checkout-title = Спасибо за заказ
customer-checkout-lead = Все подробности мы пришлём и на почту.
customer-checkout-waiting = Ждём ответа вашего банка
customer-checkout-waiting-next = Обычно это занимает несколько секунд. Можно остаться и увидеть ответ здесь или закрыть страницу.
customer-checkout-confirmed = Ваша оплата поступила
customer-checkout-confirmed-next = Заказ подтверждён, и мы за него берёмся.
customer-checkout-not-paid = Оплата не завершена
customer-checkout-not-paid-next = Деньги не списаны.
customer-checkout-held = Сумма заблокирована на карте
customer-checkout-held-next = На вашей карте заблокировано { $amount }. Мы спишем эту сумму, когда начнём готовить заказ, не раньше.
customer-checkout-see-there = На его странице сказано, что будет с деньгами.
customer-checkout-see = Следить за заказом
customer-cancel-title = Вы вышли, не оплатив
customer-cancel-lead = Деньги не списаны. Оплатить ещё можно; если вы передумали, ничего делать не нужно.
customer-cancel-order = Номер вашего заказа: { $number }.
customer-cancel-pay = Всё-таки оплатить
customer-cancel-see = Посмотреть заказ

# Calling it off, and sending it back.

customer-ask-cancel-title = Отменить заказ { $number }?
customer-ask-cancel-lead = Мы ещё не начали. После отмены заказ не будет изготовлен и отправлен, и вернуть его будет нельзя.
customer-ask-cancel-held = Блокировка { $amount } на карте будет снята. Деньги не спишутся.
customer-ask-cancel-refund = Мы вернём { $amount } тем же способом, которым вы платили. Обычно это занимает 5–10 рабочих дней.
customer-ask-cancel-do = Отменить заказ
customer-ask-cancel-keep = Оставить заказ
customer-ask-return-title = Вернуть заказ { $number }
customer-ask-return-lead = Мы рассматриваем каждый запрос и пишем, что делать. Пожалуйста, до этого ничего не отправляйте.
customer-ask-return-reason = Почему вы возвращаете заказ?
customer-ask-return-reason-hint = Указывать не обязательно, но нам это поможет.
customer-ask-return-do = Запросить возврат
customer-back-to-order = Вернуться к заказу
customer-refused-cancel-title = Заказ { $number } здесь уже нельзя отменить
customer-refused-return-title = Заказ { $number } нельзя вернуть отсюда

# When there is no such page, or something broke.

customer-missing-title = Такой страницы нет
customer-missing-lead = Возможно, в адресе опечатка или страница переехала. Номер заказа и почта откроют ваш заказ.
customer-wrong-title = У нас что-то сломалось
customer-wrong-lead = С вашим заказом всё в порядке: ничего не изменилось и не потерялось. Попробуйте снова через минуту.
customer-wrong-incident = Если это повторится, напишите нам и укажите { $incident }.
customer-many-title = Чуть медленнее
customer-many-lead = С вашего адреса пришло много запросов. Попробуйте снова { $wait }.
customer-to-track = Отследить заказ

# The page of the API, for programmers.

customer-api-title = API
customer-api-lead = Для программ: интернет-магазина, бухгалтерии, службы поддержки. Ключ создаётся на странице /admin/keys; у каждой операции указано, какие права ей нужны.
customer-api-document = Сам документ (OpenAPI 3.1)
customer-api-no-script = Список операций рисует скрипт, а здесь скрипты отключены. В самом документе сказано то же самое, а docs/api.md в исходниках Clew показывает каждую обычную задачу одной командой.
customer-api-no-viewer = Программы просмотра нет среди файлов этого сервера: ./clew build кладёт её в папку, которую называет CLEW_SITE_ADMIN. В самом документе сказано то же самое.
