# Where a parcel is.

track-state-unknown = Новостей пока нет
track-state-pre-transit = Ещё не передано перевозчику
track-state-picked-up = Принято перевозчиком
track-state-in-transit = В пути
track-state-out-for-delivery = Передано курьеру
track-state-available-for-pickup = Можно забрать
track-state-attempted = Была попытка вручения
track-state-delayed = Задерживается
track-state-delivered = Доставлено
track-state-returning = Возвращается отправителю
track-state-returned = Возвращено отправителю
track-state-failed = Не удалось доставить

# Why, and on whose side it lies.

track-cause-damaged = Повреждено в пути
track-cause-lost = Утеряно
track-cause-missorted = Ошибка сортировки
track-cause-investigated = Перевозчик ищет посылку
track-cause-carrier-delay = Перевозчик не укладывается в срок
track-cause-called-off = Отменено магазином
track-cause-shop-data = Неверные или неполные данные магазина
track-cause-shop-not-ready = Магазин не подготовил отправление
track-cause-packaging = Упаковка, размер или вес
track-cause-refused = Получатель отказался
track-cause-not-home = Никого не было на месте
track-cause-business-closed = Организация была закрыта
track-cause-address = Адрес неверный или неполный
track-cause-no-access = Не удалось попасть к двери
track-cause-moved = Получатель переехал
track-cause-unclaimed = Не забрали вовремя
track-cause-asked-for = Получатель попросил другой день или место
track-cause-unpaid = При получении нужно доплатить
track-cause-identity = Не удалось подтвердить личность
track-cause-customs = На таможне
track-cause-customs-papers = Таможне нужны документы
track-cause-customs-duties = Нужно оплатить таможенную пошлину
track-cause-prohibited = Ввоз запрещён
track-cause-weather = Погода
track-cause-force = Забастовка, стихия или решение властей
track-cause-holiday = Праздничный день

# What has to be done so that it goes on.

track-action-contact-carrier = Связаться с перевозчиком
track-action-correct-address = Исправить адрес
track-action-choose-day = Выбрать другой день или место
track-action-pick-up = Забрать посылку
track-action-give-access = Обеспечить доступ курьеру
track-action-send-papers = Отправить документы
track-action-pay = Оплатить задолженность
track-action-claim = Подать претензию перевозчику

# What staff are alarmed of, and the one thing to do.

track-alarm-returned = Посылка возвращается или уже вернулась.
track-alarm-failed = Перевозчик не может доставить посылку.
track-alarm-address-problem = Перевозчик не находит адрес.
track-alarm-held-in-customs = Таможня удерживает посылку.
track-alarm-action-required = Перевозчик ждёт чьих-то действий.
track-alarm-never-scanned = Этикетка есть, но перевозчик ни разу не отсканировал посылку.
track-alarm-silent = О посылке уже несколько дней нет новостей.
track-alarm-late = Посылка опаздывает или опоздает.
track-todo-hand-over = Передайте её перевозчику или аннулируйте этикетку.
track-todo-ask-carrier = Попросите перевозчика её найти.
track-todo-expect-return = Дождитесь её, затем верните деньги или отправьте снова.
track-todo-tell-customer = Предупредите клиента.
track-until = До { $day }.
