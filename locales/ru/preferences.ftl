# О чём покупатели хотят узнавать, как отписаться и вернуться, их страница и уведомления. $email и $phone узнает только их владелец.

topic-order_confirmed = Заказ подтверждён
topic-processing = В работе
topic-shipped = В пути
topic-out_for_delivery = Передан курьеру
topic-delivered = Доставлен
topic-delayed = Задержка
topic-exception = Проблема с доставкой
topic-cancelled = Отмена

preferences-title = О чём вам сообщать
preferences-lead = Для { $email }. О возврате денег и в ответ на ваши обращения мы всегда пишем по электронной почте.
preferences-unsubscribed = Вы отписались от писем о том, что происходит с заказами. То, что вы выберете и сохраните здесь, будет действовать с этого момента.
preferences-news = Новость
preferences-table = Какая новость как приходит
preferences-column-email = Почта
preferences-column-sms = SMS
preferences-column-push = Уведомление
preferences-box = { $topic }: { $channel }
preferences-sms-hint = SMS приходят на подтверждённый номер; его можно указать ниже.
preferences-push-hint = Уведомления в браузере включаются на странице заказа, для этого заказа.
preferences-language = Язык сообщений
preferences-language-any = Как в каждом заказе
preferences-zone = Часовой пояс
preferences-night = Тихие часы
preferences-quiet = Ничего не присылать ночью
preferences-quiet-hint = Несрочное подождёт до утра.
preferences-quiet-from = С
preferences-quiet-until = До
preferences-save = Сохранить
preferences-done-saved = Сохранено.
preferences-done-code = Мы отправили вам код.
preferences-done-verified = Номер подтверждён.
preferences-done-forgotten = Мы удалили ваш номер.
preferences-problem = Пока ничего не сохранено. Ваш выбор на месте; проверьте:
preferences-flaw-language = Выберите один из языков в списке.
preferences-flaw-zone = Выберите один из часовых поясов в списке.
preferences-flaw-time = Укажите время суток, например 22:00.
preferences-flaw-same = Тихие часы начинаются и заканчиваются в одно и то же время. Выберите два разных времени или ни одного.
preferences-phone = SMS
preferences-phone-number = Номер мобильного
preferences-phone-other = Другой номер мобильного
preferences-phone-hint = С кодом страны, например +34 600 111 222
preferences-phone-send = Прислать код
preferences-phone-waits = { $phone } ещё не подтверждён.
preferences-phone-is = { $phone } подтверждён.
preferences-phone-code = Код
preferences-phone-code-hint = Цифры из SMS, которое мы вам отправили
preferences-phone-check = Подтвердить номер
preferences-phone-forget = Удалить мой номер
preferences-test-message = Это пробное сообщение: так будут приходить наши сообщения. С вашим заказом ничего не изменилось.

refused-bad-phone = На этот номер нельзя отправить SMS. Проверьте его вместе с кодом страны или укажите другой номер мобильного.
refused-wrong-code = Это не тот код. Посмотрите последнее SMS от нас и введите цифры ещё раз.
refused-code-over = Этот код больше не действует. Запросите новый.
refused-no-texts = Этот магазин не отправляет SMS.

unsubscribe-asks-title = Больше не писать о том, что происходит с заказами?
unsubscribe-asks-lead = Для { $email }. Чеки, сообщения об отмене и возврате денег и ответы на ваши обращения будут приходить по-прежнему.
unsubscribe-do = Отписаться
unsubscribe-left-title = Вы отписались
unsubscribe-left-lead = { $email } больше не получает писем о том, что происходит с заказами. Чеки, сообщения об отмене и возврате денег и ответы на ваши обращения будут приходить по-прежнему.
unsubscribe-again = Подписаться снова
unsubscribe-back-title = Вы снова подписаны
unsubscribe-back-lead = { $email } получает те же письма, что и раньше.
unsubscribe-choose = Выбрать, о чём сообщать

my-asks-title = Все ваши заказы
my-asks-lead = Мы пришлём ссылку для входа. Пароль не нужен.
my-asks-do = Прислать ссылку
my-many = Слишком много попыток. Попробуйте снова { $wait }.
my-sent-title = Проверьте почту
my-sent-lead = Если с этим адресом здесь что-то покупали, ссылка уже в пути. Она действует один раз, в течение 15 минут. Письма нет? Загляните в спам или проверьте адрес и запросите ссылку ещё раз.
my-opened-title = Вход
my-opened-lead = Ещё одно нажатие, и вы увидите все свои заказы.
my-opened-do = Войти
my-spent-title = Эта ссылка больше не действует
my-spent-lead = Ссылка действует один раз, в течение 15 минут. Запросите новую.
my-one-order = Открыть один заказ по номеру
my-title = Ваши заказы
my-lead = Всё, что куплено с адресом { $email }
my-none = Заказов пока нет.
my-more =
    { $count ->
        [one] и ещё { $count } позиция
        [few] и ещё { $count } позиции
        [many] и ещё { $count } позиций
       *[other] и ещё { $count } позиции
    }
my-older = Более ранние заказы
my-news = Новости
my-sign-out = Выйти


push-title = Сообщать вам об этом заказе?
push-lead = Этот браузер может сообщить, когда с заказом что-то произойдёт, даже если страница закрыта.
push-on = Сообщать мне
push-off = Больше не сообщать
push-said-on = Мы будем сообщать здесь, что происходит с этим заказом.
push-said-off = Этот браузер больше не получает уведомлений об этом заказе.
push-said-denied = Браузер этого не разрешает. Это можно изменить в его настройках для этой страницы.
push-said-failed = Не получилось. Ничего не изменилось; попробуйте ещё раз чуть позже.
