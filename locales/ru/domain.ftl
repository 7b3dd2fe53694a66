# The ten headline words.

status-pending = Ожидает оплаты
status-confirmed = Подтверждён
status-processing = В производстве
status-shipped = Отправлен
status-out-for-delivery = Передан курьеру
status-delivered = Доставлен
status-delayed = Задерживается
status-exception = Проблема с доставкой
status-cancelled = Отменён
status-returned = Возвращён

# The payment axis.

payment-unpaid = Не оплачен
payment-authorized = Сумма заблокирована
payment-paid = Оплачен
payment-partially-refunded = Возвращён частично
payment-refunded = Деньги возвращены
payment-failed = Оплата не прошла
payment-disputed = Оспаривается

# What happened, for the staff's timeline and for conflicts.

event-order-placed = Заказ оформлен
event-payment-succeeded = Оплата получена
event-payment-failed = Оплата не прошла
event-payment-mismatch = Сумма оплаты не совпадает
event-payment-mismatch-detail = Оплачено { $paid }, запрошено { $asked }. Ничего не подтверждено.
event-stage-entered = Переведён на новый этап
event-recalled = Возвращён на предыдущий этап
event-parcel-added = Добавлена посылка
event-note-added = Заметка
attention-payment-mismatch = Оплаченная сумма или валюта не совпадает с заказом. Ничего не подтверждено: сверьте в Stripe, затем верните деньги или свяжитесь с покупателем.

# Whose doing.

source-staff = Сотрудник
source-customer = Покупатель
source-stripe = Stripe
source-shippo = Shippo
source-carrier = Перевозчик
source-api = Магазин
source-system = Clew
role-viewer = Просмотр
role-operator = Оператор
role-admin = Администратор

# What becomes of a webhook.

inbox-state-received = Получен
inbox-state-waiting = Ждёт свой заказ
inbox-state-processed = Обработан
inbox-state-ignored = Не относится к делу
inbox-state-failed = Не распознан

# Dates.

weekday-0 = пн
weekday-1 = вт
weekday-2 = ср
weekday-3 = чт
weekday-4 = пт
weekday-5 = сб
weekday-6 = вс
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
date-time = { $weekday }, { $day } { $month }, { $time }
date = { $weekday }, { $day } { $month }
