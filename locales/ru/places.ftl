# Площадки, интервалы, самовывоз и доставка: для покупателей, магазинов и сотрудников.

method-pickup = Самовывоз
method-delivery = Доставка
distance = { $km } км ({ $miles } мили)
attention-slot-lost = Этот заказ оплатили, когда его время уже занял другой покупатель. Договоритесь о другом времени или верните деньги.
event-place-saved = сохранил(а) эту площадку

refused-unknown-place = Мы не знаем такой площадки. Выберите другую.
refused-fulfilment-missing = Эта площадка работает по интервалам. Укажите, самовывоз это или доставка, и время.
refused-no-pickup = В этой площадке нет самовывоза. Выберите доставку.
refused-no-delivery = Эта площадка не доставляет. Выберите самовывоз.
refused-too-far = До этого адреса { $distance }; мы доставляем в пределах { $most }. Заберите заказ сами или укажите адрес поближе.
refused-elsewhere = Мы не можем узнать, как далеко этот адрес, а доставляем только в пределах { $most }. Заберите заказ сами или укажите другой адрес.
refused-no-such-postcode = Такого почтового индекса нет. Проверьте его.
refused-no-slots-here = Эта площадка работает без интервалов. Не указывайте время.
refused-slot-missing = Выберите время.
refused-slot-closed = На это время заказы не принимаются.
refused-slot-full = Это время уже занято.
refused-slot-next = Ближайшее свободное время: { $next }.
refused-slot-none = Сейчас свободного времени нет. Попробуйте позже.

place-flaw-key = Дайте площадке ключ в одну строку, не длиннее 100 знаков: слово, которым её называют заказы.
place-flaw-name = Дайте площадке название в одну строку, не длиннее 200 знаков.
place-flaw-address = В адресе нужны улица, город и код страны из двух заглавных букв.
place-flaw-contact = Укажите, куда обращаться покупателям: одна строка не длиннее 200 знаков.
place-flaw-zone = Часовой пояс — не имя IANA вроде Europe/Moscow.
place-flaw-hours = Часы работы не читаются. Пишите 09:00-14:00, 17:00-20:00; за полночь 18:00-02:00; весь день 00:00-24:00; ничего, если закрыто.
place-flaw-closed = Выходные дни не читаются. Пишите 2026-12-25, 2026-12-26.
place-flaw-methods = Выберите хотя бы один способ: самовывоз, доставку или посылки.
place-flaw-radius = Радиус — не число километров до 500.
place-flaw-radius-abroad = Расстояния можно измерить только в Великобритании. Оставьте радиус пустым или исправьте страну.
place-flaw-postcode = Собственный индекс площадки неизвестен, поэтому расстояние от неё не измерить.
place-flaw-slot-minutes = Интервал длится от 5 до 1440 минут. Оставьте пустым, чтобы работать без интервалов.
place-flaw-capacity = В интервал помещается от 1 до 10000 заказов.
place-flaw-ahead = Время подготовки — не больше 20160 минут, а заказы принимаются не больше чем за 60 дней.
place-flaw-workflow = Такого процесса нет.

place-minutes = { $hours ->
    [0] { $minutes } мин
   *[other] { $hours } ч { $minutes } мин
}
place-title = Площадки
place-none = Площадок пока нет. Добавьте площадку, чтобы указать, когда она открыта, как далеко доставляет и сколько заказов принимает сразу.
place-add = Добавить площадку
place-unknown = Заказы называют эти площадки, а здесь они не описаны:
place-open = Сейчас открыто
place-opens = Откроется { $when }
place-closed-for-good = Не открывается
place-open-orders = { $count ->
    [one] { $count } открытый заказ
    [few] { $count } открытых заказа
   *[many] { $count } открытых заказов
}
place-ready-in = Готово в среднем через { $time }
place-ready-over = { $count ->
    [one] Готово в среднем через { $time }, по последнему { $count } заказу.
   *[other] Готово в среднем через { $time }, по последним { $count } заказам.
}
place-ready-unknown = Пока неизвестно, за сколько здесь готовят заказ.
place-back = Все площадки
place-new = Новая площадка
place-key = Ключ
place-key-hint = Слово, которым площадку называют заказы. Потом его не изменить.
place-name = Название
place-address = Адрес
place-line1 = Улица и дом
place-line2 = Квартира, этаж, организация
place-city = Город
place-state = Область
place-postal-code = Индекс
place-country = Страна (две буквы)
place-contact = Куда обращаться покупателям
place-hours = Часы работы
place-hours-hint = 09:00-14:00, 17:00-20:00. За полночь: 18:00-02:00. Пусто: закрыто.
place-zone = Часовой пояс
place-closed = Выходные дни
place-closed-hint = 2026-12-25, 2026-12-26
place-handing-over = Самовывоз, доставка, посылки и интервалы
place-radius = Радиус доставки, км
place-radius-hint = По прямой, в Великобритании. 10 миль — это 16,1 км. Пусто: без ограничения.
place-slot-minutes = Минут в интервале
place-slot-minutes-hint = Пусто: без интервалов.
place-slot-capacity = Заказов на интервал
place-lead = Минут до первого интервала
place-ahead = Дней вперёд
place-orders-open = Принимать заказы через открытую форму
place-workflow = Процесс
place-form-open = Форма заказа открыта для всех
place-save = Сохранить
place-saved = Сохранено.
place-slots = Ближайшие интервалы
place-slots-none = Свободных интервалов нет.
place-slot-taken = Занято { $taken } из { $capacity }
place-slot-full = занято
place-time = Интервал

booking-title-pickup = Самовывоз
booking-title-delivery = Доставка
booking-when = { $from }–{ $until }
booking-where = Заберите здесь:
booking-ask = Вопросы?
booking-from = Откуда: { $name }

order-form-title = Заказ: { $place }
order-form-closed = Сейчас мы не принимаем здесь заказы. Зайдите позже или спросите нас.
order-form-empty = Здесь пока нечего заказать.
order-form-full = Сейчас всё время занято. Зайдите позже или спросите нас.
order-form-sold-out = Сейчас всё распродано. Зайдите позже.
order-form-problem = Пока ничего не заказано. Исправьте, пожалуйста:
order-form-goods = Что вы хотите?
order-form-gone = Распродано
order-form-method = Как вы получите заказ?
order-form-slot = Когда?
order-form-slot-none = Выберите время
order-form-where = Куда?
order-form-who = Кто вы?
order-form-line1 = Улица и дом
order-form-line2 = Квартира, этаж
order-form-city = Город
order-form-postal-code = Индекс
order-form-name = Имя
order-form-email = Эл. почта
order-form-phone = Телефон
order-form-notes = Что нам нужно знать?
order-form-optional = (необязательно)
order-form-then = Оплата — на следующей странице. До этого мы держим выбранное за вами.
order-form-submit = Заказать и оплатить
order-form-placed = Мы держим заказ за вами
order-form-placed-next = Заказ { $number } ждёт оплаты. Страница оплаты откроется сама.
order-form-pay = Оплатить
order-form-no-till = Сейчас никто не может принять оплату. Ничего не списано, выбранное сохранено. Отправьте ещё раз чуть позже.
order-form-no-distance = Сейчас никто не может сказать, как далеко ваш адрес. Ничего не заказано, введённое сохранено. Отправьте ещё раз чуть позже или выберите самовывоз.
order-form-flaw-method = Выберите, как вы получите заказ.
order-form-flaw-quantity = Укажите число от 1 до 999 или оставьте поле пустым.
order-form-flaw-currency = Это продаётся в другой валюте. Закажите отдельно.
order-form-flaw-gone = Что-то из выбранного здесь больше не продаётся. Просмотрите список ещё раз.
order-form-flaw-goods = Выберите хотя бы что-нибудь.
order-form-flaw-name = Укажите имя, не длиннее 200 знаков.
order-form-flaw-email = Укажите адрес почты, например ana@example.com.
order-form-flaw-phone = Номер телефона — не длиннее 40 знаков.
order-form-flaw-line1 = Укажите улицу и дом.
order-form-flaw-line2 = Слишком длинно: не больше 200 знаков.
order-form-flaw-city = Укажите город.
order-form-flaw-postal-code = Укажите индекс не длиннее 20 знаков.
order-form-flaw-notes = Слишком длинно: не больше 2000 знаков.
place-form-link = Открыть форму заказа
