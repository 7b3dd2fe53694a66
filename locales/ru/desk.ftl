# Журнал сообщений, сообщение в том виде, в каком оно ушло, письмо от руки, новости каждого сотрудника и показатели.

log-title = Сообщения
log-search = Получатель или номер заказа
log-column-when = Запланировано
log-column-to = Кому
log-column-kind = Вид
log-column-channel = Канал
log-column-state = Состояние
log-column-order = Заказ
log-column-audience = Для кого
log-audience-customer = Покупатели
log-audience-staff = Сотрудники
log-from = С
log-until = По
log-waits-until = до
log-none = Ни одно сообщение не подходит.
log-trouble = { $name }: { $count }
log-a-browser = браузер или приложение
log-reason-quiet_hours = тихие часы
log-reason-overtaken = есть более новые сведения
log-reason-digest = сообщается вместе с другими
log-reason-scheduled = отложено до назначенного времени
log-reason-bulk = ещё можно отменить
log-reason-undone = отменено
log-reason-recalled = шаг отменён
log-reason-bounced = адрес возвращает письма
log-reason-complained = отмечено как спам
log-reason-opted_out = не желает получать сообщения
log-reason-invalid = такого адреса нет
log-reason-gone = подписка закончилась
log-reason-no_provider = для этого канала нет поставщика
log-reason-content = поставщик не принял текст
log-reason-discarded = снято с отправки
log-reason-expired = срок ссылки истёк до отправки
log-step-planned = Запланировано
log-step-waits = Не раньше
log-step-sent = Отправлено
log-step-delivered = Доставлено
log-step-opened = Открыто
log-step-clicked = Ссылка открыта
log-step-read = Прочитано
log-facts = Сообщение
log-written-by = Автор
log-taken-by = Принято
log-error = Последняя ошибка
log-attempts = Попытки
log-life = Что произошло
log-not-sent = Ещё ничего не отправлено. Текст составляется при отправке.
log-subject = Тема
log-html = Сообщение в том виде, в каком оно ушло
log-text = Простым текстом
log-as-sent = Как было отправлено
log-do = Что можно сделать
log-silenced = На этот адрес больше не пишут: { $name } (источник: { $other }), с
log-lift = Снова писать сюда
log-lift-what = Только если точно известно, что адрес верен и его владелец хочет получать сообщения.
log-retry = Отправить ещё раз
log-readdress-to = Другой адрес
log-readdress = Отправить туда
log-discard = Снять с отправки
log-discard-what = Оно останется в журнале и не будет отправлено.
log-did-retry = Отправляется ещё раз.
log-did-readdress = Отправляется на новый адрес.
log-did-discard = Снято с отправки.
log-did-lift = На этот адрес снова пишут.

feed-title = Новости
feed-none = Новостей пока нет.
feed-read-all = Отметить всё прочитанным
feed-new = Новое
feed-unread =
    { $count ->
        [0] Непрочитанного нет.
        [one] { $count } непрочитанная новость.
        [few] { $count } непрочитанные новости.
       *[other] { $count } непрочитанных новостей.
    }
feed-staff_new_order = Новый заказ { $number }, { $name }: { $amount }
feed-staff_exception = Посылка заказа { $number } ({ $name }) требует внимания
feed-staff_dispute = Банк требует вернуть деньги за заказ { $number } ({ $name })
feed-staff_low_stock =
    { $count ->
        [one] Осталась { $count } штука { $sku }
        [few] Осталось { $count } штуки { $sku }
       *[other] Осталось { $count } штук { $sku }
    }
feed-other = Есть новости о заказе { $number }

by-hand-write = Написать сообщение
by-hand-title = Сообщение о заказе { $name }
by-hand-channel = Канал
by-hand-subject-hint = Если оставить пустым, будет тема магазина. У SMS темы нет.
by-hand-text = Сообщение
by-hand-text-hint = Приветствие, номер заказа и ссылка добавятся сами.
by-hand-send = Отправить
by-hand-look = Сначала посмотреть
by-hand-looks = Так оно придёт
by-hand-looks-hint = Нажмите «Сначала посмотреть», и оно появится здесь таким, каким придёт.
by-hand-silenced = туда больше не пишут
by-hand-browsers =
    { $count ->
        [one] { $count } браузер или приложение
        [few] { $count } браузера или приложения
       *[other] { $count } браузеров или приложений
    }
by-hand-many-what = По одному письму покупателю каждого заказа. Письма ждут десять минут; до тех пор их можно отменить.
by-hand-many-go = Посмотреть: написать сообщение
bulk-action-message = Написать сообщение
event-message-sent = Сообщение покупателю
event-bulk-undone-message = его сообщение отозвано
refused-empty-message = Сначала нужно что-нибудь написать.
refused-cannot-be-written = Этому покупателю нельзя написать по этому каналу: адреса нет, он возвращает письма, или покупатель просил не писать.

order-silenced-bounced = Письма на этот адрес возвращаются.
order-silenced-complained = Наше письмо отмечено как спам.
order-silenced-opted_out = Покупатель не желает получать письма.
order-silenced-invalid = Такого адреса нет.
order-silenced-gone = Этого адреса больше нет.
order-silenced-what = Письма покупателю больше не отправляются. Можно позвонить или попросить другой адрес; сообщение, которое не дошло, можно отправить на другой адрес с его страницы.

figures-title = Показатели
figures-span = Период
figures-days =
    { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[other] { $count } дней
    }
figures-what = По сообщениям, запланированным в эти дни. Открытое сообщение считается также доставленным и отправленным; о чём поставщик не сообщает, то не считается. Время — от изменения или от назначенного часа отправки до приёма поставщиком.
figures-none = В эти дни сообщений не планировалось.
figures-by-channel = По каналам
figures-by-kind = По видам
figures-share = Доля
figures-share-words = отправлено { $count } %, потеряно { $name } %
figures-planned = Запланировано
figures-sent = Отправлено
figures-delivered = Доставлено
figures-opened = Открыто
figures-clicked = Открыли ссылку
figures-failed = Будет ещё попытка
figures-suppressed = Не доставляется
figures-dead = Отправка прекращена
figures-median = Половина за
figures-p95 = 95 % за
figures-lanes = Что ждёт сейчас
figures-other-work = Прочая работа
figures-app = Приложение магазина
figures-due = К отправке
figures-later = На потом
figures-oldest = Самое старое ждёт
log-column-reached = Дошло до шага
by-hand-number = подтверждённый номер
log-act-retry = Отправлено ещё раз
log-act-readdress = Отправлено на другой адрес
log-act-discard = Снято с отправки
log-reason-gave_up = слишком много попыток
log-reason-render = текст не удалось составить
log-reason-label_given_back = этикетка посылки возвращена
log-reason-no_number = номера больше нет
